"""`flask award check`: is everything that must be true still true?"""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from flask import current_app

from ikz_award.adapters.files import FileDamaged, FileMissing, FileStore
from ikz_award.cli.group import award
from ikz_award.extensions import db
from ikz_award.queries.invariants import broken_invariants


@award.command("check")
def check() -> None:
    """Name every broken invariant of the database and the file store; exit 1 if there is one."""
    lines = _lines(current_app.config["INSTANCE"])
    for line in lines:
        click.echo(line)
    if lines:
        sys.exit(f"{len(lines)} broken invariants.")
    click.echo("Every invariant holds.")


def broken_lines(instance: Path, *, database: str = "") -> Sequence[str]:
    """The broken invariants of another instance, such as one that was just restored."""
    from config import Config
    from ikz_award import create_app

    config = Config(instance)
    config.SQLALCHEMY_DATABASE_URI = database or f"sqlite:///{instance.absolute() / 'award.db'}"
    with create_app(config).app_context():
        try:
            return _lines(instance)
        finally:
            db.session.remove()
            db.engine.dispose()


def _lines(instance: Path) -> Sequence[str]:
    store = FileStore(instance / "uploads")

    def is_stored(sha256: str) -> bool:
        try:
            store.get(sha256)
        except (FileMissing, FileDamaged):
            return False
        return True

    return broken_invariants(db.session(), is_stored=is_stored)
