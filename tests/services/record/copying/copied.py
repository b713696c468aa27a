"""A database that is copied continuously while a test writes to it, and what comes back from the copy."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from sqlalchemy import create_engine, insert, select, update

from ikz_award import __version__
from ikz_award.adapters import clock
from ikz_award.adapters.copying.place import CopyPlace
from ikz_award.adapters.database import brief_write, engine_options
from ikz_award.adapters.files import FileStore
from ikz_award.extensions import db
from ikz_award.models.entries.entries import StoredFile
from ikz_award.models.people.accounts import LoginAttempt
from ikz_award.services.record.copying.ship import Copying, copy_continuously
from tests.e2e.driver.patience import SECONDS


@dataclass
class Copied:
    """`place`: where the copy goes; `write` puts a number into the database, as a log-in that failed."""

    app: Flask
    place: CopyPlace

    def write(self, number: int) -> None:
        with self.app.app_context(), brief_write(db.engine, wait=10_000) as connection:
            connection.execute(insert(LoginAttempt), {"identity_hash": str(number), "at": clock.now()})

    def keep(self, data: bytes) -> str:
        """Store a file that the database names."""
        sha256 = FileStore(Path(self.app.config["INSTANCE"]) / "uploads").put(data)
        row = {"sha256": sha256, "size": len(data), "media_type": "application/pdf", "created_at": clock.now()}
        with self.app.app_context(), brief_write(db.engine, wait=10_000) as connection:
            connection.execute(insert(StoredFile), row)
        return sha256

    def give_up(self, sha256: str) -> None:
        """The database names it no more."""
        with self.app.app_context(), brief_write(db.engine, wait=10_000) as connection:
            connection.execute(update(StoredFile).where(StoredFile.sha256 == sha256).values(unused_since=clock.now()))

    def newest(self, until: Callable[[], bool]) -> None:
        """Write more and more until something is so."""
        deadline, number = time.monotonic() + SECONDS, 1000
        while not until():
            assert time.monotonic() < deadline, "never came"
            self.write(number := number + 1)
            time.sleep(0.02)


@contextmanager
def copying(app: Flask, place: CopyPlace) -> Iterator[Copied]:
    """Copied from here on until the block ends, in good order."""
    stop, faults = threading.Event(), list[BaseException]()

    def copy() -> None:
        try:
            with app.app_context():
                copy_continuously(Copying(place=place, config=app.config, version=__version__, clock=clock.now, stop=stop))
                db.session.remove()
        except BaseException as error:
            faults.append(error)

    thread = threading.Thread(target=copy)
    thread.start()
    try:
        wait_for(lambda: faults or place.strands(), "a copy that can be restored from")
        yield Copied(app, place)
    finally:
        stop.set()
        thread.join()
    assert faults == []


def wait_for(look: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + SECONDS
    while not look():
        assert time.monotonic() < deadline, f"never came: {what}"
        time.sleep(0.02)


def numbers_in(database: str) -> Sequence[int]:
    """What was written, as a restored database has it."""
    engine = create_engine(database, **engine_options(database))
    with engine.connect() as connection:
        found = sorted(int(number) for number in connection.scalars(select(LoginAttempt.identity_hash)))
    engine.dispose()
    return found


def work_of(app: Flask) -> Sequence[Path]:
    """What the copying keeps beside the database."""
    return list((Path(app.config["INSTANCE"]) / "work").iterdir())
