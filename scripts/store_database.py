"""Store two small databases of today's schema as SQL: `.venv/bin/python scripts/store_database.py`.

Run before a release. `tests/cli/test_upgrades.py` upgrades every one that is stored, on SQLite and PostgreSQL, so that whoever
runs that release can go on.

    0000.sql        a row in every table: what a jury does is done by the services, what is left empty then is made up
    0000-lived.sql  an edition that the services took from the entries to the publication, with its files: `check` names nothing
"""

import base64
import hashlib
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as driver
from flask import Flask
from flask_migrate import upgrade

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from config import TestConfig  # noqa: E402
from ikz_award import create_app  # noqa: E402
from ikz_award.adapters.files import FileStore  # noqa: E402
from ikz_award.cli.check import broken_lines  # noqa: E402
from ikz_award.domain.seal.signatures import SigningKey  # noqa: E402
from ikz_award.extensions import db  # noqa: E402
from ikz_award.models import Base  # noqa: E402
from ikz_award.models.entries.entries import StoredFile  # noqa: E402
from ikz_award.queries.invariants.database import noted  # noqa: E402
from ikz_award.services.record.intention import write_session  # noqa: E402
from tests import factories  # noqa: E402
from tests.cli.lived import live  # noqa: E402
from tests.factories import NOW  # noqa: E402
from tests.services.seal.full import insert_row, made_up, sealed_twice, stranger  # noqa: E402

FOLDER = ROOT / "tests" / "cli" / "stored"
SAID, BYTES = "-- check: ", "-- file: "
# Of nobody's instance: what is sealed here is sealed for the tests.
KEY = bytes(range(32)).hex()
FILE = b"a file of the stored database\n"
# A compiled module without types.
sqlite3: Any = driver

AT = "2026-03-01 10:00:00.000000"
# Where what is made up has to make sense for `flask award check`.
SENSE: dict[str, dict[str, Any]] = {
    "job": {"kind": "pack", "status": "failed", "parameters": "{}", "done_steps": 0, "total_steps": 1},
    "held_upload": {"alterations": "[]"},
    "intention_key": {"result": "{}"},
    "prize_share": {"cents": 100000},
    "browser_session": {"data": "{}"},
    "passkey": {"transports": "[]"},
    "step_text": {"answers": "{}"},
    "proposed_body": {"state": "confirmed", "decided_at": AT},
    "entry_invitation": {"email": "gast@bocholt.example", "accepted_at": AT},
    "deputyship": {"deputy_id": 2, "ended_by": None},
}


def main() -> None:
    store(made_up_database, "")
    store(lived_database, "-lived")


def store(make: Callable[[Flask, Path], None], ending: str) -> None:
    """What `make` makes of an empty, migrated database in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = create_app(TestConfig(folder))
        with app.app_context():
            upgrade()
            make(app, folder)
            db.session.remove()
            db.engine.dispose()
        said = broken_lines(folder)
        files = [path.read_bytes() for path in sorted((folder / "uploads").glob("*/*"))]
        with closing(sqlite3.connect(folder / "award.db")) as connection:
            heads = [*(f"{SAID}{line}" for line in said), *(f"{BYTES}{base64.b64encode(file).decode()}" for file in files)]
            lines = [*heads, *as_sql(connection)]
    FOLDER.mkdir(exist_ok=True)
    target = FOLDER / f"{noted()[0]}{ending}.sql"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes, `check` names {len(said)} faults")


def made_up_database(app: Flask, folder: Path) -> None:
    """What is made up is not what services would have done, and `check` says so: then, and after every upgrade, the same."""
    with write_session() as session:
        factories.load_register(session)
        session.add(
            StoredFile(sha256=hashlib.sha256(FILE).hexdigest(), size=len(FILE), media_type="text/plain", created_at=NOW)
        )
    FileStore(folder / "uploads").put(FILE)
    fill_the_rest(app, sealed_twice(app).edition_id)


def lived_database(app: Flask, folder: Path) -> None:
    """Sealed by the key that the instance then has."""
    (folder / "result_key").write_text(KEY)
    live(app, SigningKey(bytes.fromhex(KEY)))


def as_sql(connection: Any) -> Iterator[str]:
    """Statements that make the database again: tables with their rows, then what hangs on them."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type = 'table' DESC, name"
    )
    for kind, name, sql in made.fetchall():
        yield f"{sql};"
        if kind == "table":
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            values = " || ', ' || ".join(f'quote("{column}")' for column in columns)
            for (row,) in connection.execute(f'SELECT {values} FROM "{name}" ORDER BY rowid'):  # noqa: S608 - names of ours
                yield f'INSERT INTO "{name}" VALUES ({row});'  # noqa: S608


def fill_the_rest(app: Flask, edition_id: int) -> None:
    """A row in every table that has none."""
    with stranger(app, puts_guards_back=True) as connection:
        for table in Base.metadata.sorted_tables:
            if connection.execute(f"SELECT 1 FROM {table.name} LIMIT 1").fetchone() is None:  # noqa: S608 - a name of ours
                values = {
                    column.name: made_up(connection, column, edition_id) for column in table.columns if column.name != "id"
                }
                insert_row(connection, table, values | SENSE.get(table.name, {}))


if __name__ == "__main__":
    main()
