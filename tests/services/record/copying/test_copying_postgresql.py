"""Continuous copies of PostgreSQL: back to an instant that the journal reaches, and to one that it does not."""

import shutil
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flask import Flask
from flask_migrate import upgrade

from config import TestConfig
from ikz_award import create_app
from ikz_award.adapters import clock
from ikz_award.adapters.copying import file_notes
from ikz_award.adapters.copying.place import CopyPlace
from ikz_award.adapters.database_copy import PROGRAMS
from ikz_award.adapters.files import FileStore
from ikz_award.extensions import db
from ikz_award.services.record.copying import ship
from ikz_award.services.record.copying.restore import restore_copy, strand_for
from tests.postgres import postgres, programs, server_on
from tests.services.record.copying.copied import copying, numbers_in, wait_for, work_of


@pytest.fixture
def on_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    monkeypatch.setenv(PROGRAMS, str(programs()))
    with postgres() as database:
        config = TestConfig(tmp_path / "instance")
        config.SQLALCHEMY_DATABASE_URI = database
        app = create_app(config)
        with app.app_context():
            upgrade()
        yield app
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


def started_on(place: CopyPlace, *, name: str, instance: Path, until: datetime | None) -> list[int]:
    """What a server says that is started on the restored data."""
    # Not in pytest's own folders: for root the server runs as somebody else, who may not look into them.
    with TemporaryDirectory(prefix="pg") as folder:
        owner, data = _owner_of_servers(), Path(folder) / "data"
        restore_copy(place=place, name=name, instance=instance, data=data, until=until)
        for path in (Path(folder), data, *data.rglob("*")):
            shutil.chown(path, owner)
        server = server_on(data)
        try:
            return list(numbers_in(server.get_uri().replace("postgresql://postgres:@", "postgresql+psycopg://postgres@", 1)))
        finally:
            server.cleanup()


def _owner_of_servers() -> int:
    """Whom the servers of these tests run as: with root's rights none starts."""
    with TemporaryDirectory(prefix="pg") as folder:
        server = server_on(Path(folder))
        try:
            return (Path(folder) / "PG_VERSION").stat().st_uid
        finally:
            server.cleanup()


def named_by(place: CopyPlace) -> set[str]:
    """The files that the newest strand's database names by now."""
    notes = file_notes.noted_files(place.copies / place.strands()[-1]) or {}
    return {sha256 for sha256, note in notes.items() if note.gone_at is None}


@pytest.mark.long
def test_instants_come_back_from_one_strand_and_the_next(
    on_postgresql: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = CopyPlace(tmp_path / "copies")
    # Notes and restored clocks are of one machine here: no file has to be brought that is merely near.
    monkeypatch.setattr(file_notes, "MARGIN", timedelta(0))
    with copying(on_postgresql, place) as copied:
        copied.write(1)
        deleted, kept = copied.keep(b"deleted later"), copied.keep(b"kept")
        wait_for(lambda: named_by(place) == {deleted, kept}, "a note of the files")
        time.sleep(1)
        between = clock.now()
        time.sleep(1)
        copied.write(2)
        copied.give_up(deleted)
        late = copied.keep(b"came later")
        wait_for(lambda: named_by(place) == {kept, late}, "a note of what came and went")
        monkeypatch.setattr(ship, "LONGEST", timedelta(0))
        copied.newest(until=lambda: len(place.strands()) > 1)
        monkeypatch.setattr(ship, "LONGEST", timedelta(days=1))
        copied.write(3)
    assert work_of(on_postgresql) == []
    first, last = place.strands()[0], place.strands()[-1]
    assert started_on(place, name=first, instance=tmp_path / "between", until=between) == [1]
    assert set(FileStore(tmp_path / "between" / "uploads").names(before=clock.now())) == {deleted, kept}
    everything = started_on(place, name=last, instance=tmp_path / "end", until=None)
    assert everything[:3] == [1, 2, 3]
    assert set(FileStore(tmp_path / "end" / "uploads").names(before=clock.now())) == {kept, late}
    assert everything[3:] == list(range(1001, everything[-1] + 1))
    # Later than anything in it: all of it, and not a server that will not start.
    assert started_on(place, name=last, instance=tmp_path / "later", until=clock.now()) == everything
    # While the second one was not whole, the first one went on.
    begun = datetime.fromisoformat(place.strand_manifest(place.strands()[1]).started_at)
    assert strand_for(place, until=begun) == first
    came = started_on(place, name=first, instance=tmp_path / "first", until=None)
    assert came == [1, 2, *everything[3 : 3 + len(came) - 2]]
    assert max(item.at for item in place.items(first)) > begun
