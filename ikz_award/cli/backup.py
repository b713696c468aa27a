"""`flask award backup` and `flask award restore`."""

import os
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import click
from flask import current_app

from ikz_award import __version__
from ikz_award.adapters import clock
from ikz_award.adapters.backups import BackupBroken, BackupPlace
from ikz_award.adapters.copying.place import CopyPlace
from ikz_award.adapters.copying.pruning import prune
from ikz_award.adapters.database_copy import CopyFailed, is_sqlite, throwaway_database
from ikz_award.adapters.files import FileDamaged, FileMissing
from ikz_award.cli.check import broken_lines, differing_lines
from ikz_award.cli.group import award
from ikz_award.services.record.backups import SECRET_FILES, make_backup, note_verified, restore_backup

FAILURES = (BackupBroken, CopyFailed, FileMissing, FileDamaged, OSError)


def read_identity(file: Path | None) -> str:
    """The secret key in a file as age-keygen writes it: one line that is no comment."""
    if file is None:
        return ""
    lines = [line.strip() for line in file.read_text(encoding="ascii").splitlines()]
    return next((line for line in lines if line and not line.startswith("#")), "")


@award.command("backup")
@click.argument("target", type=click.Path(file_okay=False, path_type=Path))
@click.option("--recipient", envvar="IKZ_AWARD_BACKUP_KEY", default="", help="An age public key (age1…) to encrypt to.")
@click.option("--verify", is_flag=True, help="Make none; restore the newest one of TARGET elsewhere and check it.")
@click.option("--identity", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The secret key, to verify.")
@click.option("--keep", type=click.IntRange(min=1), help="Days; by default IKZ_AWARD_BACKUP_DAYS, which is 30 if not set.")
def backup(target: Path, recipient: str, verify: bool, identity: Path | None, keep: int | None) -> None:
    """Back up database, files and secrets to the folder TARGET while people work.

    Then backups that are older than --keep days go, but never the newest three, and the files that none names any more.
    """
    try:
        if verify:
            _verify(BackupPlace(target, identity=read_identity(identity)))
            return
        place = BackupPlace(target, recipient=recipient)
        made = make_backup(place=place, config=current_app.config, version=__version__, clock=clock.now)
    except FAILURES as error:
        sys.exit(f"No backup was made. {type(error).__name__}: {error}")
    click.echo(
        f"{target / made.name}: database {made.database_bytes:,} bytes, {made.files} files, {made.new_files} of them new, "
        + (f"{made.mended_files} damaged there (or of an unknown sum) and put anew, " if made.mended_files else "")
        + f"{'encrypted' if place.is_encrypted else 'NOT encrypted: it holds passwords and secrets'}."
    )
    _prune(target, days=keep or current_app.config["BACKUP_DAYS"])


def _prune(target: Path, *, days: int) -> None:
    """The backup is made, whatever becomes of the old ones."""
    try:
        pruned = prune(CopyPlace(target), before=clock.now() - timedelta(days=days))
    except OSError as error:
        sys.exit(f"Nothing old was dropped: {error}")
    if pruned.backups or pruned.files:
        click.echo(
            f"Dropped: {pruned.backups} backups older than {days} days, and {pruned.files} files that none names any more."
        )
    if pruned.hindrance:
        click.echo(f"Files that none names any more were not looked for: {pruned.hindrance}.")


def _verify(place: BackupPlace) -> None:
    names = place.names()
    if not names:
        raise BackupBroken("there is no complete backup")
    uri = current_app.config["SQLALCHEMY_DATABASE_URI"]
    with ExitStack() as elsewhere:
        instance = Path(elsewhere.enter_context(tempfile.TemporaryDirectory(prefix="ikz-verify-"))) / "instance"
        database = "" if is_sqlite(uri) else elsewhere.enter_context(throwaway_database(uri))
        restore_backup(place=place, name=names[-1], instance=instance, uri=database or f"sqlite:///{instance / 'award.db'}")
        lines = broken_lines(instance, database=database)
        differing = [] if lines else differing_lines(instance, database=database)
    if lines:
        sys.exit(f"{names[-1]} does not restore to a whole: {len(lines)} broken invariants.\n" + "\n".join(lines))
    if differing:
        sys.exit(f"{names[-1]} is not what was sealed: {len(differing)} checks differ.\n" + "\n".join(differing))
    note_verified(name=names[-1], now=clock.now())
    click.echo(
        f"{names[-1]} was restored elsewhere: every invariant holds, and nothing differs from what was sealed and logged."
    )


@award.command("restore")
@click.argument("source", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--name", default="", help="Which backup; the newest by default.")
@click.option(
    "--identity", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The secret key it is encrypted to."
)
@click.option(
    "--instance", type=click.Path(file_okay=False, path_type=Path), required=True, help="An empty folder to restore into."
)
@click.option("--database", default="", help="An empty PostgreSQL database; by default SQLite in the instance folder.")
def restore(source: Path, name: str, identity: Path | None, instance: Path, database: str) -> None:
    """Bring a backup back into an empty place, and check it there."""
    begun = time.monotonic()
    left = [path.name for path in instance.iterdir()] if instance.is_dir() else []
    if left:
        sys.exit(f"Nothing was changed. {instance} is not empty ({', '.join(sorted(left)[:5])}).")
    place = BackupPlace(source, identity=read_identity(identity))
    try:
        chosen = name or (place.names() or [""])[-1]
        restored = restore_backup(
            place=place, name=chosen, instance=instance, uri=database or f"sqlite:///{instance.absolute() / 'award.db'}"
        )
    except FAILURES as error:
        sys.exit(f"Not restored. {type(error).__name__}: {error}")
    lines = broken_lines(instance, database=database)
    click.echo(f"{chosen} of {restored.started_at} is restored in {time.monotonic() - begun:.1f} s.")
    if lines:
        sys.exit("\n".join(lines) + f"\n{len(lines)} broken invariants.")
    click.echo(
        "Every invariant holds. Start it with IKZ_AWARD_INSTANCE" + (" and IKZ_AWARD_DATABASE" if database else "") + "."
    )
    warn_of_environment()


def warn_of_environment() -> None:
    """What was restored is not what a start would use."""
    for variable in (f"IKZ_AWARD_{file.upper()}" for file in SECRET_FILES.values()):
        if variable in os.environ:
            click.echo(f"Note: {variable} in the environment overrides the restored secret.")
