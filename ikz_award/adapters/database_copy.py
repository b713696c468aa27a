"""A consistent copy of the database while people work, and the way back.

SQLite by its online backup through the library the application itself runs on: the system's may be one that corrupts, and a
plain copy of the file is torn. PostgreSQL by pg_dump, which sees one snapshot.
"""

import os
import shutil
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import make_url

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
