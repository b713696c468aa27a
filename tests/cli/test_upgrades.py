"""Upgrades: a stored database of every release becomes one of today, and a migration that fails leaves it as it was."""

import base64
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pysqlite3.dbapi2 as sqlite3
import pytest
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import MetaData, select, text
from sqlalchemy.exc import DatabaseError

from config import ROOT, TestConfig
from ikz_award import create_app
from ikz_award.adapters.files import FileStore
from ikz_award.cli.check import broken_lines
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.steps import PhaseStep
from ikz_award.models.entries.screening import ScreeningAct, ScreeningDeed
from ikz_award.queries.invariants.database import noted
from ikz_award.services.record.intention import write_session
from scripts.store_database import BYTES, FILE, KEY, SAID
from tests.postgres import postgres

# `0000.sql` has a row in every table, many of them made up; what is in `0000-lived.sql` was done by the services.
STORED = sorted(Path(__file__).with_name("stored").glob("*.sql"))
LIVED = [path for path in STORED if path.stem.endswith("-lived")]
MADE_UP = [path for path in STORED if path not in LIVED]
# Made by a later migration, and empty until the program has run.
NEW_TABLES = {"account_lock", "copy_beat", "juror_end", "phase_step", "screening_act", "site_text_version"}

FAILING = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("half_way", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("account", sa.Column("half", sa.Integer()))
    with op.batch_alter_table("milestone") as batch:
        batch.add_column(sa.Column("half", sa.Integer()))
    op.execute("UPDATE login_attempt SET identity_hash = 'half way'")
    raise ValueError("planted: half way through")
"""


def load(path: Path, instance: Path) -> None:
    instance.mkdir(exist_ok=True)
    with closing(sqlite3.connect(instance / "award.db")) as connection:
        # In one transaction: each of some thousand statements would be synced by itself.
        connection.executescript(f"BEGIN;\n{path.read_text(encoding='utf-8')}\nCOMMIT;")
    store = FileStore(instance / "uploads")
    store.put(FILE)
    for file in noted_in(path, BYTES):
        store.put(base64.b64decode(file))
    if path in LIVED:  # sealed by the instance's own key
        (instance / "result_key").touch(mode=0o600)
        (instance / "result_key").write_text(KEY)


def noted_in(stored: Path, mark: str) -> list[str]:
    """What stands beside the rows: the files, and what `check` said of the rows that were made up."""
    return [line.removeprefix(mark) for line in stored.read_text(encoding="utf-8").splitlines() if line.startswith(mark)]


def schema_of(stored: Path) -> str:
    return stored.stem.partition("-")[0]


@contextmanager
def application(instance: Path, database: str = "") -> Iterator[Flask]:
    config = TestConfig(instance)
    config.SQLALCHEMY_DATABASE_URI = database or config.SQLALCHEMY_DATABASE_URI
    app = create_app(config)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, as it is stored."""
    metadata = MetaData()
    with db.engine.connect() as connection:
        metadata.reflect(connection)
        return {
            table.name: sorted(tuple(map(str, row)) for row in connection.execute(table.select()))
            for table in metadata.sorted_tables
        }


def fill_postgresql(app: Flask, stored: Path) -> None:
    """The rows of a stored database, into the same schema on PostgreSQL; it reads what SQLite holds, by type of column."""
    with closing(sqlite3.connect(stored)) as source, write_session() as session:
        metadata = MetaData()
        metadata.reflect(session.connection())
        session.execute(text("SET session_replication_role = replica"))
        for table in metadata.sorted_tables:
            names = [row[1] for row in source.execute(f'PRAGMA table_info("{table.name}")')]
            marks = ", ".join(
                f"CAST(CAST(:{name} AS text) AS {table.c[name].type.compile(db.engine.dialect)})" for name in names
            )
            columns = ", ".join(f'"{name}"' for name in names)
            session.execute(text(f'DELETE FROM "{table.name}"'))
            for row in source.execute(f'SELECT {columns} FROM "{table.name}"'):
                session.execute(
                    text(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})'),
                    dict(zip(names, map(_as_text, row), strict=True)),
                )
        session.execute(text("SET session_replication_role = DEFAULT"))


def _as_text(value: object) -> str | None:
    """Bytes as PostgreSQL takes them, all else as it is written."""
    return None if value is None else f"\\x{value.hex()}" if isinstance(value, bytes) else str(value)


def must_be_whole_today(stored: Path, instance: Path, database: str, before: dict[str, list[tuple[object, ...]]]) -> None:
    after = everything()
    had_none = {name for name, rows in before.items() if not rows}
    assert {name for name, rows in after.items() if not rows} <= NEW_TABLES | had_none, "a table has lost its rows"
    assert {name: len(rows) for name, rows in after.items() if name in before} == {n: len(rows) for n, rows in before.items()}
    said = broken_lines(instance, database=database)
    # A seal holds what SQLite stores, cell by cell; on PostgreSQL the same instant is written otherwise.
    now, then = (
        sorted(line for line in lines if not (database and line.startswith("seal ")))
        for lines in (said, noted_in(stored, SAID))
    )
    assert now == then


def has_rows_where_it_must(stored: Path, before: dict[str, list[tuple[object, ...]]]) -> bool:
    """In every table; what the services did leaves some empty, and none of those it is about."""
    filled = {name for name, rows in before.items() if rows}
    return {"submission", "sheet_version", "motion", "result_seal", "stored_file"} <= filled and (
        stored in LIVED or filled == set(before)
    )


def test_the_stored_databases_are_there() -> None:
    assert LIVED, "scripts/store_database.py makes them"
    assert MADE_UP, "scripts/store_database.py makes them"


def test_nothing_is_wrong_with_what_the_services_did() -> None:
    assert [line for stored in LIVED for line in noted_in(stored, SAID)] == []


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_a_stored_database_becomes_one_of_today(stored: Path, tmp_path: Path) -> None:
    load(stored, tmp_path)
    with application(tmp_path) as app:
        before = everything()
        assert has_rows_where_it_must(stored, before)
        assert app.test_cli_runner().invoke(args=["award", "migrate"]).exit_code == 0
        must_be_whole_today(stored, tmp_path, "", before)


def fails_half_way(tmp_path: Path) -> None:
    """A migration that is planted after the newest one; everything is as it was."""
    before = everything()
    folder = tmp_path / "migrations"
    folder.mkdir()
    for path in (ROOT / "migrations").iterdir():
        if path.name != "versions":
            (folder / path.name).symlink_to(path)
    (folder / "versions").mkdir()
    for path in (ROOT / "migrations" / "versions").glob("*.py"):
        (folder / "versions" / path.name).symlink_to(path)
    head = noted()[0]
    (folder / "versions" / "9999_planted.py").write_text(FAILING.format(head=head))
    db.session.remove()
    with pytest.raises(ValueError, match="planted: half way through"):
        upgrade(directory=str(folder))
    assert everything() == before
    assert dict(before)["alembic_version"] == [(head,)]


def test_a_migration_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    load(LIVED[-1], tmp_path / "instance")
    with application(tmp_path / "instance"):
        upgrade()
        fails_half_way(tmp_path)
        upgrade()


@pytest.mark.parametrize("stored", [MADE_UP[-1], pytest.param(LIVED[-1], marks=pytest.mark.long)], ids=lambda path: path.stem)
def test_on_postgresql_as_well(stored: Path, tmp_path: Path) -> None:
    """The stored database there, upgraded, and then the migration that fails."""
    instance = tmp_path / "instance"
    load(stored, instance)
    with postgres() as database, application(instance, database) as app:
        upgrade(revision=schema_of(stored))
        fill_postgresql(app, instance / "award.db")
        before = everything()
        assert has_rows_where_it_must(stored, before)
        upgrade()
        must_be_whole_today(stored, instance, database, before)
        fails_half_way(tmp_path)


def test_what_is_stored_is_of_a_schema_that_migrations_know() -> None:
    known = {one.revision for one in ScriptDirectory(str(ROOT / "migrations")).walk_revisions()}
    assert {schema_of(path) for path in STORED} <= known


def test_steps_and_screening_are_filled_from_the_log(tmp_path: Path) -> None:
    """What was read from the log before 0044 stands in rows of its own after it."""
    load(MADE_UP[-1], tmp_path)
    lines = (
        ("edition.change_phase", "edition:1", {"phase": "open", "deadline": "2026-02-09T22:59:00.000000Z",
         "extended": {"1": "2026-03-01T22:59:00.000000Z"}}, {"phase": "screening", "reason": "Alle sind da."}),
        ("entry.exclude", "entry:1", {"status": "submitted"}, {"status": "excluded", "reason": "Zu spät."}),
        ("edition.change_phase", "edition:1", {"phase": "deliberation"}, {"phase": "judging", "second_round": ["A"]}),
        ("edition.change_phase", "edition:999", {"phase": "open"}, {"phase": "screening"}),
        ("entry.edit", "entry:1", {}, {}),
    )  # fmt: skip
    with application(tmp_path):
        upgrade(revision="0043")
        with write_session() as session:
            insert = text(
                "INSERT INTO audit_entry (at, account_id, actor_name, action, subject, edition_id, old, new, previous_hash,"
                " hash) VALUES (:at, 1, 'Ada', :action, :subject, 1, :old, :new, '', :hash)"
            )
            for number, (action, subject, old, new) in enumerate(lines):
                values = {"at": f"2026-02-0{number + 1} 10:00:00.000000", "old": json.dumps(old), "new": json.dumps(new)}
                session.execute(insert, values | {"action": action, "subject": subject, "hash": f"planted {number}"})
        upgrade()
        planted = [one for one in db.session.scalars(select(PhaseStep).order_by(PhaseStep.id)) if one.actor_name == "Ada"]
        first, second = planted
        assert (first.edition_id, first.old, first.new, first.reason) == (1, Phase.OPEN, Phase.SCREENING, "Alle sind da.")
        assert first.at == datetime(2026, 2, 1, 10, tzinfo=UTC)
        assert first.deadline_before == datetime(2026, 2, 9, 22, 59, tzinfo=UTC)
        assert first.extensions_before == {1: datetime(2026, 3, 1, 22, 59, tzinfo=UTC)}
        assert (first.opens_before, first.is_second_round, second.is_second_round) == (None, False, True)
        acts = db.session.scalars(select(ScreeningAct).where(ScreeningAct.at == datetime(2026, 2, 2, 10, tzinfo=UTC)))
        assert [(act.entry_id, act.deed) for act in acts] == [(1, ScreeningDeed.EXCLUDE)]
        with pytest.raises(DatabaseError, match="phase_step is on record"), write_session() as session:
            session.execute(text("UPDATE phase_step SET reason = 'x'"))
