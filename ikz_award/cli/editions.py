"""`flask award edition export`, `check`, `create`: an edition as a file that another installation can take over."""

import sys
from pathlib import Path

import click

from ikz_award.adapters import clock
from ikz_award.cli.group import award
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.extensions import db, translated
from ikz_award.queries.editions.definition import definition_of
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.services.editions.definition_files import read_definition, written_definition
from ikz_award.services.editions.new_editions import BasisKind, basis_of, faults_of, make_edition
from ikz_award.services.record.use_case import Call

FILE = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@award.group("edition")
def edition_group() -> None:
    """Take an edition's definition away as a file, check one, or make an edition from it."""


@edition_group.command("export")
@click.argument("slug")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of standard output."
)
def export_edition(slug: str, output: Path | None) -> None:
    """Write the definition of the edition SLUG as TOML: all that makes it; no entry, no person."""
    session = db.session()
    try:
        data = written_definition(definition_of(session, edition_by_slug(session, slug)))
    except NotFound:
        sys.exit(f"There is no edition „{slug}“.")
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        output.write_bytes(data)


@edition_group.command("check")
@FILE
def check_edition(file: Path) -> None:
    """Name everything that keeps FILE from becoming an edition here, by its place; exit 1 if there is anything."""
    try:
        faults = faults_of(db.session(), read_definition(file.read_bytes()), today=utc_to_berlin(clock.now()).date())
    except Invalid as refusal:
        faults = refusal.errors
    if faults:
        _refuse(faults)
    click.echo(f"{file} is in order.")


@edition_group.command("create")
@FILE
def create_from_file(file: Path) -> None:
    """Make an edition from FILE, in preparation; where anything is wrong, nothing is made."""
    try:
        slug = make_edition(
            Call(actor=SYSTEM, now=clock.now()), basis=basis_of(BasisKind.FILE, file.name, file.read_bytes()), typed=None
        )
    except Invalid as refusal:
        _refuse(refusal.errors)
    click.echo(f"The edition „{slug}“ is in preparation.")


def _refuse(faults: dict[str, str]) -> None:
    for place, sentence in faults.items():
        click.echo(f"{place}: {translated(sentence)}", err=True)
    sys.exit(1)
