"""`flask award check`: is everything that must be true still true?"""

import sys
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import click
from flask import current_app

from ikz_award.adapters import clock
from ikz_award.adapters.files import FileDamaged, FileMissing, FileStore
from ikz_award.cli.group import award
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.extensions import db
from ikz_award.queries.invariants import broken_invariants
from ikz_award.queries.invariants.database import integrity_note
from ikz_award.queries.seal.check import check_database

# The worker drops what has been in the store for a day without a row.
STRAY_AFTER = timedelta(days=2)


@award.command("check")
def check() -> None:
    """Name every broken invariant of the database and the file store; exit 1 if there is one."""
    lines = _lines(current_app.config["INSTANCE"])
    for line in lines:
        click.echo(line)
    if note := integrity_note(db.session()):
        click.echo(note)
    if lines:
        sys.exit(f"{len(lines)} broken invariants.")
    click.echo("Every invariant holds.")


def broken_lines(instance: Path, *, database: str = "") -> Sequence[str]:
    """The broken invariants of another instance, such as one that was just restored."""
    with _elsewhere(instance, database):
        return _lines(instance)


def differing_lines(instance: Path, *, database: str = "") -> Sequence[str]:
    """What `verify --database` finds to differ in another instance. What needs another key or head to be proven does not."""
    with _elsewhere(instance, database):
        checks = check_database(db.session(), keys=_own_key())
    return [check.text for check in checks if not check.is_passed and not check.is_unproven]


@contextmanager
def _elsewhere(instance: Path, database: str) -> Generator[None]:
    from config import Config
    from ikz_award import create_app

    config = Config(instance)
    config.SQLALCHEMY_DATABASE_URI = database or f"sqlite:///{instance.absolute() / 'award.db'}"
    with create_app(config).app_context():
        try:
            yield
        finally:
            db.session.remove()
            db.engine.dispose()


def _lines(instance: Path) -> Sequence[str]:
    return broken_invariants(db.session(), store=_StoreAtHand(FileStore(instance / "uploads")), keys=_own_key())


def _own_key() -> dict[str, str]:
    return {SigningKey(bytes.fromhex(current_app.config["RESULT_KEY"])).public: "the one of this instance"}


class _StoreAtHand:
    """The file store, as the invariants look at it."""

    def __init__(self, store: FileStore) -> None:
        self._store, self._before = store, clock.now() - STRAY_AFTER

    def size_of(self, sha256: str) -> int | None:
        try:
            return len(self._store.get(sha256))
        except (FileMissing, FileDamaged):
            return None

    def old_names(self) -> Iterable[str]:
        return self._store.names(before=self._before)

    def strangers(self) -> Iterable[str]:
        return self._store.strangers(before=self._before)
