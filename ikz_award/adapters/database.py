"""How connections and transactions begin, on SQLite and PostgreSQL.

SQLite's defaults lose updates: so every connection is in WAL mode with synchronous=FULL, whatever writes begins with BEGIN
IMMEDIATE, and everything else begins a deferred transaction that cannot write (`query_only`). Debian's SQLite has the
WAL-reset bug (fixed in 3.51.3), so the driver is pysqlite3, which brings its own.

PostgreSQL lets many write at once, and each may then overwrite what it never read. So there, too, whatever writes takes its
turn first, by one advisory lock: what is true on one database is true on the other, and the audit chain stays a chain. A
competition has few writes, and they are short.
"""

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, event

WRITE = "award_write"
# Milliseconds that a transaction waits for the one that writes now.
WAIT, BRIEF_WAIT = 10_000, 100
# A migration waits for another one, which on a machine under load takes as long as it takes.
MIGRATION_WAIT = 3_600_000
PATIENCE = "award_patience"
# What comes too late for ever when it is sent once more. SQLite lets those who wait try again and again and calls them in no
# order: in a rush some of them are out of luck for longer than the others' WAIT. Shorter than the minute a proxy waits.
LONG_WAIT = 45_000
# Any constant will do; it names the turn to write among PostgreSQL's advisory locks.
TURN = 7_311_001
# For code that is not ours and commits by itself (the account pages): whether a transaction may write without saying so.
_writes_by_default: ContextVar[bool] = ContextVar("writes_by_default", default=False)


def engine_options(uri: str) -> dict[str, Any]:
    """Options for `create_engine`. Errors do not name the parameters of a statement: they end in logs."""
    if not uri.startswith("sqlite"):
        return {"pool_pre_ping": True, "hide_parameters": True}
    import pysqlite3.dbapi2 as driver

    if driver.sqlite_version_info < (3, 51, 3):
        raise RuntimeError(f"SQLite {driver.sqlite_version_info} can corrupt a database in WAL mode; 3.51.3 is needed")
    return {"module": driver, "connect_args": {"timeout": WAIT // 1000, "isolation_level": None}, "hide_parameters": True}


def listen_to_engine(engine: Engine) -> None:
    """Set up every connection and the beginning of every transaction of `engine`."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "begin", _begin_postgresql)


def _set_pragmas(connection: Any, record: Any) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        connection.execute(f"PRAGMA {pragma}")


def _may_write(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(WRITE, _writes_by_default.get()))


def _begin_sqlite(connection: Connection) -> None:
    may_write = _may_write(connection)
    connection.exec_driver_sql(f"PRAGMA query_only={'OFF' if may_write else 'ON'}")
    patience = connection.get_execution_options().get(PATIENCE)
    if not (may_write and patience):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if may_write else "BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={WAIT}")


def _begin_postgresql(connection: Connection) -> None:
    if not _may_write(connection):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        return
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {connection.get_execution_options().get(PATIENCE, WAIT)}")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({TURN})")


@contextmanager
def brief_write(engine: Engine, *, wait: int = BRIEF_WAIT) -> Generator[Connection]:
    """A writing transaction, on a connection of its own, for what may be left out.

    While others write it waits for `wait` milliseconds only and then raises `OperationalError`.
    """
    with engine.connect().execution_options(**{WRITE: True, PATIENCE: wait}) as connection:
        raw: Any = connection.connection.driver_connection
        is_sqlite = engine.dialect.name == "sqlite"
        if is_sqlite:
            raw.execute(f"PRAGMA busy_timeout={wait}")
        try:
            with connection.begin():
                yield connection
        finally:
            if is_sqlite:
                raw.execute(f"PRAGMA busy_timeout={WAIT}")


@contextmanager
def writes_by_default() -> Generator[None]:
    """Within it every transaction takes the write lock at its beginning, for commands that write and are no request."""
    token = _writes_by_default.set(True)
    try:
        yield
    finally:
        _writes_by_default.reset(token)


@contextmanager
def reads_by_default() -> Generator[None]:
    """For a slow part (hashing a password) of code that writes by default: it must not hold the write lock meanwhile."""
    token = _writes_by_default.set(False)
    try:
        yield
    finally:
        _writes_by_default.reset(token)


def allow_writes_by_default(*, is_allowed: bool) -> None:
    """For the rest of this context (a request)."""
    _writes_by_default.set(is_allowed)
