"""`flask award copy` and `flask award restore-copy`: the continuous copy, and back from it."""

import signal
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import click
import structlog
from flask import Flask, current_app

from ikz_award import __version__
from ikz_award.adapters import clock
from ikz_award.adapters.copying.place import CopyPlace
from ikz_award.adapters.copying.stream import StreamBroken
from ikz_award.cli.backup import FAILURES, read_identity, warn_of_environment
from ikz_award.cli.check import broken_lines
from ikz_award.cli.group import award
from ikz_award.services.record.copying.restore import restore_copy, strand_for
from ikz_award.services.record.copying.ship import Copying, copy_continuously

log = structlog.get_logger()


def copy_place(app: Flask) -> CopyPlace | None:
    """Where the settings want copies; None: nowhere. Ends the program where the key is none."""
    if not app.config["COPY_TARGET"]:
        return None
    try:
        place = CopyPlace(Path(app.config["COPY_TARGET"]), recipient=app.config["BACKUP_KEY"])
    except Exception as error:  # pyrage has an error of its own for each fault
        sys.exit(f"IKZ_AWARD_BACKUP_KEY is no age public key (age1…): {error}")
    if place.root.is_dir() and place.root.stat().st_dev == app.config["INSTANCE"].stat().st_dev:
        click.echo(f"  Note: the continuous copy in {place.root} is on the same disk as what it copies.")
    return place


def copy(app: Flask, place: CopyPlace) -> None:
    """The copying part's whole life."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with app.app_context():
        try:
            copy_continuously(Copying(place=place, config=app.config, version=__version__, clock=clock.now, stop=stop))
        except StreamBroken as error:
            log.error("copy broken", error=str(error))
            sys.exit(1)


@award.command("copy")
def copy_command() -> None:
    """Copy database and files continuously to IKZ_AWARD_COPY until stopped; `serve` does it by itself."""
    app = current_app._get_current_object()  # ty: ignore[missing-attribute] - the application itself
    place = copy_place(app)
    if place is None:
        sys.exit("IKZ_AWARD_COPY names no folder to copy to.")
    copy(app, place)


@award.command("restore-copy")
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--at", type=click.DateTime(), help="As it was at this instant, UTC; the newest state by default.")
@click.option(
    "--identity", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The secret key it is encrypted to."
)
@click.option(
    "--instance", type=click.Path(file_okay=False, path_type=Path), required=True, help="An empty folder to restore into."
)
@click.option(
    "--postgres-data", type=click.Path(file_okay=False, path_type=Path), help="An empty folder for PostgreSQL's data."
)
def restore_copy_command(
    source: Path, at: datetime | None, identity: Path | None, instance: Path, postgres_data: Path | None
) -> None:
    """Bring a continuous copy back into an empty place, and check it there (SQLite)."""
    begun = time.monotonic()
    for folder in (instance, postgres_data):
        if folder is not None and folder.is_dir() and any(folder.iterdir()):
            sys.exit(f"Nothing was changed. {folder} is not empty.")
    until = at.replace(tzinfo=UTC) if at else None
    try:
        place = CopyPlace(source, identity=read_identity(identity))
        name = strand_for(place, until=until)
        restore_copy(place=place, name=name, instance=instance, data=postgres_data, until=until)
    except (*FAILURES, StreamBroken) as error:
        sys.exit(f"Not restored. {type(error).__name__}: {error}")
    click.echo(f"The copy that began as {name} is restored in {time.monotonic() - begun:.1f} s.")
    if postgres_data is not None:
        click.echo(
            f"Start PostgreSQL on {postgres_data}: it reads its journal from there and then opens. After that run `award check`"
            " with IKZ_AWARD_INSTANCE and IKZ_AWARD_DATABASE."
        )
    elif lines := broken_lines(instance):
        sys.exit("\n".join(lines) + f"\n{len(lines)} broken invariants.")
    else:
        click.echo("Every invariant holds. Start it with IKZ_AWARD_INSTANCE.")
    warn_of_environment()
