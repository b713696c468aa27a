"""What somebody had deleted does not stay in backups and copies for ever, and nothing goes that is still needed."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from flask import Flask
from sqlalchemy import update

from ikz_award.adapters.backups import SUMS, TIME
from ikz_award.adapters.copying.locks import alone, in_use
from ikz_award.adapters.copying.place import CopyPlace
from ikz_award.models.entries.entries import StoredFile
from ikz_award.services.record.intention import write_session
from tests.cli.test_backup import keep, run
from tests.factories import NOW

NOW_REALLY = datetime.now(UTC)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def delete(sha256: str) -> None:
    """As the worker does with what nothing refers to."""
    with write_session() as session:
        session.execute(update(StoredFile).where(StoredFile.sha256 == sha256).values(unused_since=NOW))


def make_older(place: Path, *, days: float) -> str:
    """Let the newest backup be of so many days ago; its name."""
    newest = max(path.parent for path in place.glob("*/manifest.json"))
    older = (NOW_REALLY - timedelta(days=days)).strftime(TIME)
    newest.rename(place / older)
    return older


def files_in(place: Path) -> set[str]:
    return {path.name[:64] for path in place.glob("objects/*/*") if path.name != SUMS}


@pytest.mark.parametrize("is_encrypted", [False, True])
def test_what_no_kept_backup_names_goes_with_the_old_ones(app: Flask, place: Path, tmp_path: Path, is_encrypted: bool) -> None:
    secret = pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(str(secret))
    key = ("--recipient", secret.to_public()) if is_encrypted else ()
    unlock = ("--identity", tmp_path / "identity") if is_encrypted else ()
    deleted, kept = keep(b"of somebody who wants it deleted"), keep(b"of somebody else")
    run(app, "backup", place, *key)
    make_older(place, days=31)
    delete(deleted)
    for days in (3, 2, 1):
        said = run(app, "backup", place, *key)[1]
        if days != 1:
            assert "Dropped" not in said, "the newest three stay, however old they are"
            assert files_in(place) == {deleted, kept}
        make_older(place, days=days)
    assert files_in(place) == {kept}
    assert "Dropped: 1 backups older than 30 days, and 1 files" in said
    assert len(list(place.glob("*/manifest.json"))) == 3
    assert not any(deleted in path.read_text() for path in place.glob(f"objects/*/{SUMS}"))
    assert run(app, "backup", "--verify", place, *unlock)[0] == 0
    assert "0 of them new, " in (again := run(app, "backup", place, *key)[1]), "sums of what is kept are kept"
    assert "damaged" not in again


def test_how_long_backups_are_kept_can_be_said(app: Flask, place: Path) -> None:
    for days in (90, 60, 50, 40, 20, 10):
        run(app, "backup", place, "--keep", 365)
        make_older(place, days=days)
    assert "Dropped" not in run(app, "backup", place, "--keep", 100)[1]
    assert "Dropped: 2 backups older than 55 days" in run(app, "backup", place, "--keep", 55)[1]
    app.config["BACKUP_DAYS"] = 45
    assert "Dropped: 1 backups older than 45 days" in run(app, "backup", place)[1]


def test_what_was_never_finished_goes_at_once_and_what_is_not_ours_stays(app: Flask, place: Path) -> None:
    sha256 = keep(b"content")
    run(app, "backup", place)
    torn = place / NOW_REALLY.strftime(TIME)
    torn.mkdir()
    (torn / "database").write_bytes(b"with everybody in it")
    (place / "objects" / sha256[:2] / ".draft-x").write_bytes(b"half of a file")
    (place / "objects" / sha256[:2] / "README").write_text("somebody's own")
    (place / "notes").mkdir()
    run(app, "backup", place)
    assert not torn.exists()
    assert sorted(path.name for path in (place / "objects" / sha256[:2]).iterdir()) == ["README", sha256]
    assert (place / "notes").is_dir()


def begun_strand(place: Path, at: datetime, files: Mapping[str, datetime]) -> Path:
    strand = CopyPlace(place).begin_strand(at, version="1", dialect="sqlite", secrets={})
    strand.note_files(come=files, gone=(), at=at)
    return place / "copies" / strand.name


def test_what_a_continuous_copy_names_stays_as_long_as_it(app: Flask, place: Path) -> None:
    needed, other = keep(b"named by a copy"), keep(b"named by nothing")
    run(app, "backup", place)
    make_older(place, days=40)
    strand = begun_strand(place, NOW_REALLY, {needed: NOW})
    for sha256 in (needed, other):
        delete(sha256)
    for days in (3, 2, 1):
        run(app, "backup", place)
        make_older(place, days=days)
    assert files_in(place) == {needed}
    CopyPlace(place).drop_strands(before=NOW_REALLY, but="")
    assert not strand.exists()
    run(app, "backup", place)
    assert files_in(place) == set()


def test_where_nobody_can_say_what_is_needed_nothing_goes(app: Flask, place: Path) -> None:
    sha256 = keep(b"perhaps somebody needs it")
    run(app, "backup", place)
    make_older(place, days=40)
    delete(sha256)
    strand = begun_strand(place, NOW_REALLY, {})
    (strand / "files").unlink()  # as strands were until it was noted
    for days in (3, 2, 1):
        said = run(app, "backup", place)[1]
        make_older(place, days=days)
    assert f"copies/{strand.name} does not say" in said
    assert files_in(place) == {sha256}
    (strand / "files").touch()
    damaged = sorted(place.glob("*/manifest.json"))[-1]
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:40])
    assert "is no complete backup" in run(app, "backup", place)[1]
    assert files_in(place) == {sha256}
    damaged.write_bytes(whole)
    run(app, "backup", place)
    assert files_in(place) == set()


def test_nothing_goes_while_somebody_puts_something_there(app: Flask, place: Path) -> None:
    sha256 = keep(b"content")
    run(app, "backup", place)
    make_older(place, days=40)
    delete(sha256)
    with in_use(place):
        for days in (3, 2, 1):
            said = run(app, "backup", place)[1]
            make_older(place, days=days)
        assert "somebody is putting something there" in said
        with alone(place) as is_alone:
            assert not is_alone
    assert files_in(place) == {sha256}
    run(app, "backup", place)
    assert files_in(place) == set()
