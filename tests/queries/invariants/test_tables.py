"""Every table is classed by what looks at it, and what a migrated database has to have is noted."""

from flask import Flask
from sqlalchemy import inspect

from ikz_award.extensions import db
from ikz_award.models.seal.sealed_tables import FROZEN, SHOWN
from ikz_award.queries.invariants import CONTENT, broken_invariants, check_name
from ikz_award.queries.invariants.database import NOTED
from ikz_award.queries.invariants.tables import CONTENT_OF, SEALED_ONLY, STRUCTURE_ONLY
from scripts.note_guards import noted_text
from tests.services.seal.conftest import *  # noqa: F403 - the sealed results
from tests.services.seal.conftest import Decided
from tests.services.seal.full import stranger


def test_every_table_of_the_schema_is_classed_once(app: Flask) -> None:
    """A new table fails here until `queries.invariants.tables` says what looks at it, and why nothing more does."""
    classes = (set(CONTENT_OF), set(SEALED_ONLY), set(STRUCTURE_ONLY))
    tables = set(inspect(db.engine).get_table_names()) - {"alembic_version"}
    classed = set().union(*classes)
    assert (tables - classed, classed - tables) == (set(), set())
    assert len(classed) == sum(map(len, classes))
    assert {*FROZEN, *SHOWN} >= SEALED_ONLY
    assert all(len(reason) > 10 for reason in STRUCTURE_ONLY.values())


def test_what_is_said_to_look_at_a_table_is_a_check() -> None:
    named = {name for names in CONTENT_OF.values() for name in names}
    assert named <= {*map(check_name, CONTENT), "sealed", "store.files", "store.strays"}


def test_the_noted_guards_are_those_of_a_migrated_database(app: Flask) -> None:
    """After a new migration: `.venv/bin/python scripts/note_guards.py`."""
    assert NOTED.read_text(encoding="utf-8") == noted_text()


def test_a_sealed_result_is_counted_again(app: Flask, full: Decided) -> None:
    with stranger(app, puts_guards_back=True) as connection:
        changed = connection.execute("UPDATE criterion SET weight = weight + 1 WHERE id = 1").rowcount
    assert changed == 1
    db.session.rollback()
    assert any("criterion 1, weight" in line for line in broken_invariants(db.session()))
