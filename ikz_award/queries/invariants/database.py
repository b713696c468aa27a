"""The database itself: whole, of the age of this program, with its guards and without anybody else's."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from sqlalchemy import exists, func, inspect, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ikz_award.models.base import Base
from ikz_award.queries.invariants.tables import TOOLS

# The newest revision, and every guard a freshly migrated database has. Made by scripts/note_guards.py; a test compares.
NOTED = Path(__file__).with_name("guards.txt")

_SQLITE = re.compile(
    r"CREATE TRIGGER (?P<name>\w+) BEFORE (?P<operation>.+?) ON (?P<table>\w+) FOR EACH ROW"
    r" WHEN (?P<condition>.*) BEGIN SELECT RAISE\(ABORT, '(?P<message>.*?)'\); END",
    re.DOTALL,
)
_TRIGGER = re.compile(
    r"CREATE TRIGGER (?P<name>\w+) BEFORE (?P<operation>.+?) ON (?:\w+\.)?(?P<table>\w+) FOR EACH ROW EXECUTE"
)
_FUNCTION = re.compile(
    r"\s*BEGIN IF (?P<condition>.*) THEN RAISE EXCEPTION '(?P<message>.*?)'; END IF; RETURN (?:OLD|NEW); END\s*", re.DOTALL
)
_POSTGRESQL = text(
    "SELECT tgname, pg_class.relname, pg_get_triggerdef(pg_trigger.oid) AS head, prosrc, tgenabled FROM pg_trigger"
    " JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal"
)


@cache
def noted() -> tuple[str, Mapping[str, str]]:
    """The revision, and guard → what it is."""
    revision, *guards = NOTED.read_text(encoding="utf-8").splitlines()
    return revision, dict(line.split(" ", 1) for line in guards)


def schema_age(session: Session) -> Iterator[str]:
    """A database that was never migrated, or to another version than this program's."""
    if not inspect(session.connection()).has_table("alembic_version"):
        yield "alembic_version: the database was never migrated"
        return
    found = sorted(session.scalars(text("SELECT version_num FROM alembic_version")))
    if found != [noted()[0]]:
        yield f"alembic_version: the database is at {', '.join(found) or 'nothing'}, this program needs {noted()[0]}"


def tables(session: Session) -> Iterator[str]:
    """Tables, columns and indexes are those of the models."""
    inspector = inspect(session.connection())
    there = {name: {one["name"] for one in columns} for (_, name), columns in inspector.get_multi_columns().items()}
    indexes = {name: {one["name"] for one in found} for (_, name), found in inspector.get_multi_indexes().items()}
    for name in sorted(there.keys() - Base.metadata.tables.keys() - TOOLS.keys()):
        yield f"table {name}: is not one of ours"
    for table in Base.metadata.sorted_tables:
        if table.name not in there:
            yield f"table {table.name}: is missing"
            continue
        wanted = {column.name for column in table.columns}
        for column in sorted(wanted - there[table.name]):
            yield f"table {table.name}: has no column {column}"
        for column in sorted(there[table.name] - wanted):
            yield f"table {table.name}: the column {column} is not one of ours"
        for index in sorted({str(one.name) for one in table.indexes} - indexes.get(table.name, set())):
            yield f"table {table.name}: the index {index} is missing"


def guards(session: Session) -> Iterator[str]:
    """Every trigger is there as a migration made it, and no other is."""
    wanted, there = noted()[1], present_guards(session)
    for name in sorted(wanted.keys() | there.keys()):
        if name not in there:
            yield f"trigger {name}: is missing ({wanted[name].split(' ', 1)[0]})"
        elif name not in wanted:
            yield f"trigger {name}: is not one of ours ({there[name].split(' ', 1)[0]})"
        elif wanted[name] != there[name]:
            yield f"trigger {name}: does not say what it should ({wanted[name].split(' ', 1)[0]})"


def present_guards(session: Session) -> dict[str, str]:
    """Trigger → "table operation digest", the same on both databases for what `create_guard` makes."""
    if session.get_bind().dialect.name == "sqlite":
        rows = session.execute(text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'"))
        return {name: _spelled(_SQLITE.fullmatch(sql), table, sql) for name, table, sql in rows}
    found = {}
    for row in session.execute(_POSTGRESQL):
        body = _FUNCTION.fullmatch(row.prosrc)
        head = _TRIGGER.match(row.head) if row.tgenabled == "O" else None
        parts = {**head.groupdict(), **body.groupdict()} if head and body else None
        found[row.tgname] = _written(parts, row.relname, row.head + row.prosrc)
    return found


def _spelled(found: re.Match[str] | None, table: str, sql: str) -> str:
    return _written(found.groupdict() if found else None, table, sql)


def _written(parts: Mapping[str, str] | None, table: str, sql: str) -> str:
    if parts is None:
        return f"{table} other {hashlib.sha256(sql.encode()).hexdigest()[:16]}"
    digest = hashlib.sha256(f"{parts['condition']}\n{parts['message']}".encode()).hexdigest()[:16]
    operation, _, columns = parts["operation"].partition(" OF ")
    # PostgreSQL tells the columns in its own order, and quotes what is a word of SQL.
    names = ",".join(sorted(re.findall(r"\w+", columns)))
    return f"{parts['table']} {operation.lower()}{'_of_' if names else ''}{names} {digest}"


def integrity(session: Session) -> Iterator[str]:
    """Pages, indexes and constraints, by the database's own means."""
    if session.get_bind().dialect.name == "sqlite":
        found = session.scalars(text("PRAGMA integrity_check")).all()
        yield from (f"integrity_check: {line}" for line in found if line != "ok")
        return
    if session.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'")) is None:
        return  # `integrity_note` says it
    indexes = session.scalars(
        text(
            "SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
            " JOIN pg_am ON pg_am.oid = relam WHERE amname = 'btree' AND relnamespace = 'public'::regnamespace"
        )
    ).all()
    for index in indexes:
        try:
            with session.begin_nested():
                session.execute(text("SELECT bt_index_check(cast(:index AS regclass), true)"), {"index": index})
        except DBAPIError as error:
            yield f"integrity_check: {index}: {error.orig}"


def integrity_note(session: Session) -> str:
    """What could not be looked at, for whoever reads the answer; "" where everything was."""
    if session.get_bind().dialect.name == "sqlite":
        return ""
    if session.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'")) is None:
        return "Note: pages and indexes were not looked at; PostgreSQL needs CREATE EXTENSION amcheck for it."
    return ""


def references(session: Session) -> Iterator[str]:
    """Every foreign key points to a row, in PostgreSQL as well: its superuser can make it look away."""
    if session.get_bind().dialect.name == "sqlite":
        for row in session.execute(text("PRAGMA foreign_key_check")):
            yield f"{row[0]}, rowid {row[1]}: points to no row of {row[2]}"
        return
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            ((column, other),) = [(one.parent, one.column) for one in key.elements]
            target = other.table.alias()
            lost = (
                select(func.count())
                .select_from(table)
                .where(column.is_not(None), ~exists().where(target.c[other.name] == column))
            )
            if count := session.scalar(lost):
                yield f"{table.name}, {column.name}: {count} rows point to no row of {other.table.name}"
