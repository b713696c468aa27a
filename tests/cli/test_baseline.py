"""The baseline: what it makes at once is what the migrations before it made step by step, in the databases stored then."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import inspect, text

from ikz_award.extensions import db
from ikz_award.services.record.intention import write_session
from tests.cli.test_upgrades import MADE_UP, STORED, application, everything, load, schema_of

Shape = Mapping[str, object]


def shape() -> Shape:
    """Of a database of SQLite: tables with their columns in order, keys and constraints; indexes, triggers word for word."""
    with db.engine.connect() as connection:
        found = connection.execute(text("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        statements = {name: (kind, re.sub(r"\s+", " ", sql)) for kind, name, sql in found}
        tables = [name for name, (kind, _sql) in statements.items() if kind == "table"]
        inspector = inspect(connection)
        shapes = {
            table: {
                "columns": [_column(row) for row in connection.execute(text(f'PRAGMA table_info("{table}")'))],
                "points to": sorted(str(row[2:]) for row in connection.execute(text(f'PRAGMA foreign_key_list("{table}")'))),
                "unique": sorted(map(str, inspector.get_unique_constraints(table))),
                "checks": sorted(map(str, inspector.get_check_constraints(table))),
                "constraints": sorted(re.findall(r"CONSTRAINT (\w+) ", statements[table][1])),
            }
            for table in tables
        }
    return shapes | {name: sql for name, (kind, sql) in statements.items() if kind != "table"}


def _column(row: tuple[object, ...]) -> tuple[object, ...]:
    """Name, type, whether it must have a value, what it has by itself (a number with or without quotes), place in the key."""
    _place, name, kind, is_needed, default, key = row
    return name, kind, is_needed, str(default).strip("'"), key


@pytest.mark.parametrize("stored", [path for path in STORED if schema_of(path) == "0040"], ids=lambda path: path.stem)
def test_the_baseline_makes_what_the_steps_before_it_made(stored: Path, tmp_path: Path) -> None:
    load(stored, tmp_path / "then")
    with application(tmp_path / "then"):
        then = shape()
    (tmp_path / "now").mkdir()
    with application(tmp_path / "now"):
        upgrade(revision="0040")
        assert shape() == then
    assert len(then) > 400  # tables, indexes, triggers


def test_a_database_from_before_the_baseline_is_left_as_it_is(tmp_path: Path) -> None:
    """Nobody can say what it lacks."""
    load(MADE_UP[0], tmp_path)
    with application(tmp_path) as app:
        with write_session() as session:
            session.execute(text("UPDATE alembic_version SET version_num = '0036'"))
        before = everything()
        assert app.test_cli_runner().invoke(args=["award", "migrate"]).exit_code == 1
        assert everything() == before
