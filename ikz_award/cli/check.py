"""`flask award check`: is everything that must be true still true?"""

import sys

import click
from flask import current_app

from ikz_award.adapters.files import FileDamaged, FileMissing, FileStore
from ikz_award.cli.group import award
from ikz_award.extensions import db
from ikz_award.queries.invariants import broken_invariants


@award.command("check")
def check() -> None:
    """Name every broken invariant of the database and the file store; exit 1 if there is one."""
    store = FileStore(current_app.config["INSTANCE"] / "uploads")

    def is_stored(sha256: str) -> bool:
        try:
            store.get(sha256)
        except (FileMissing, FileDamaged):
            return False
        return True

    lines = broken_invariants(db.session(), is_stored=is_stored)
    for line in lines:
        click.echo(line)
    if lines:
        sys.exit(f"{len(lines)} broken invariants.")
    click.echo("Every invariant holds.")
