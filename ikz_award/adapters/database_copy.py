"""A consistent copy of the database while people work, and the way back.

SQLite by its online backup through the library the application itself runs on: the system's may be one that corrupts, and a
plain copy of the file is torn. PostgreSQL by pg_dump, which sees one snapshot.
"""

import os
import secrets
import shutil
import subprocess
from collections.abc import Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Engine, NullPool, create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

THROWAWAY, _AGE = "ikz_award_verify_", "%Y%m%d%H%M%S"
INSUFFICIENT_PRIVILEGE = "42501"
_OWN_THROWAWAYS = """
    SELECT datname FROM pg_database JOIN pg_roles ON pg_roles.oid = datdba
    WHERE rolname = current_user AND datname LIKE :like ESCAPE '!'
"""
_HOW_IT_SORTS = "SELECT pg_encoding_to_char(encoding), datcollate, datctype FROM pg_database WHERE datname = current_database()"
# Finds the programs of PostgreSQL where they are not on the path.
PROGRAMS = "IKZ_AWARD_PG_BIN"


class CopyFailed(Exception):  # noqa: N818 - an answer for who typed the command
    """The database could not be copied or brought back; the message is for the person at the terminal."""


def is_sqlite(uri: str) -> bool:
    """Whether the database is a file of this machine; otherwise it is PostgreSQL."""
    return uri.startswith("sqlite")


def sqlite_path(uri: str) -> Path:
    """The file of an SQLite database, absolute with four slashes, else relative to where the program runs."""
    return Path(urlsplit(uri).path.removeprefix("/") if not uri.startswith("sqlite:////") else uri.removeprefix("sqlite:///"))


def copy_database(uri: str, target: Path) -> None:
    """Write a copy of the database at `uri` to `target`, complete and on the disk. Raises `CopyFailed`."""
    if is_sqlite(uri):
        _copy_sqlite(sqlite_path(uri), target)
    else:
        _run(uri, "pg_dump", "--format=custom", f"--file={target}")
    _sync(target)


def restore_database(copy: Path, uri: str) -> None:
    """Make the database at `uri`, which must be empty, from a copy. Raises `CopyFailed`."""
    if is_sqlite(uri):
        target = sqlite_path(uri)
        if target.exists():
            raise CopyFailed(f"{target} is there already; a backup is restored into an empty place only")
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copyfile(copy, target)
        target.chmod(0o600)
        _sync(target)
        return
    _run(uri, "pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", str(copy))


@contextmanager
def throwaway_database(uri: str) -> Generator[str]:
    """A new, empty database on the server of the PostgreSQL database at `uri`, gone after the block; its address.

    What a run left that was killed is dropped a day later. Raises `CopyFailed` where the role may not create databases.
    """
    engine = create_engine(uri, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    now = datetime.now(UTC)
    name = f"{THROWAWAY}{now:{_AGE}}_{secrets.token_hex(4)}"
    with _server(engine) as server:
        for old in server.scalars(text(_OWN_THROWAWAYS), {"like": f"{THROWAWAY.replace('_', '!_')}%"}).all():
            if old < f"{THROWAWAY}{now - timedelta(days=1):{_AGE}}":
                server.exec_driver_sql(f'DROP DATABASE IF EXISTS "{old}" WITH (FORCE)')
        encoding, collate, ctype = server.execute(text(_HOW_IT_SORTS)).one()
        server.exec_driver_sql(
            f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE '{collate}' LC_CTYPE '{ctype}'"
        )
    try:
        yield make_url(uri).set(database=name).render_as_string(hide_password=False)
    finally:
        with _server(engine) as server:
            server.exec_driver_sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def _server(engine: Engine) -> Generator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") != INSUFFICIENT_PRIVILEGE:
            raise CopyFailed(f"PostgreSQL: {error.orig}") from error
        role = engine.url.username or "…"
        raise CopyFailed(
            "to be verified, a backup is restored into a database of its own on the same server, and this role may not create "
            f'one. As a superuser: ALTER ROLE "{role}" CREATEDB; or restore it by hand into an empty database: award restore'
        ) from error


def _copy_sqlite(source: Path, target: Path) -> None:
    import pysqlite3.dbapi2 as driver

    if not source.is_file():
        raise CopyFailed(f"there is no database at {source}")
    with closing(_connect(driver, source, "ro")) as read, closing(_connect(driver, target, "rwc")) as write:
        # In one step: a reader's snapshot, which holds up no writer.
        read.backup(write)
        write.execute("PRAGMA journal_mode=DELETE")
        if (answer := write.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise CopyFailed(f"the copy of the database is damaged: {answer}")


def _connect(driver: Any, path: Path, mode: str) -> Any:
    return driver.connect(f"file:{path}?mode={mode}", uri=True, timeout=30, isolation_level=None)


def plain_address(uri: str) -> str:
    """The address as psycopg takes it."""
    return uri.replace("postgresql+psycopg://", "postgresql://", 1)


def shown_address(uri: str) -> str:
    """The address as PostgreSQL's own programs take it, without the password: `ps` shows everybody how they were started."""
    url = make_url(plain_address(uri)).difference_update_query(["password"])
    return url._replace(password=None).render_as_string(hide_password=False)


def with_password(uri: str) -> dict[str, str]:
    """The environment that hands them the password; the system shows it to their own user alone."""
    url = make_url(plain_address(uri))
    password = url.password or url.query.get("password")
    return {**os.environ, "PGPASSWORD": str(password)} if password else dict(os.environ)


def find_program(name: str) -> str:
    """The path of one of PostgreSQL's programs. Raises `CopyFailed`."""
    found = shutil.which(name, path=os.environ.get(PROGRAMS) or None)
    if found is None:
        raise CopyFailed(f"{name} is not on this machine (Debian: postgresql-client); or name its folder in {PROGRAMS}")
    return found


def _run(uri: str, program: str, *arguments: str) -> None:
    command = [find_program(program), f"--dbname={shown_address(uri)}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=with_password(uri))  # noqa: S603 - no shell, no text of users
    if done.returncode:
        raise CopyFailed(f"{program}: {done.stderr.strip()[-500:]}")


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
