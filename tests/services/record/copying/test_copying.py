"""Continuous copies of SQLite: back to an instant, from one strand to the next, and to the last word at the end."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from flask import Flask

from ikz_award.adapters import clock
from ikz_award.adapters.backups import BackupBroken
from ikz_award.adapters.copying.place import CopyPlace
from ikz_award.services.record.copying import ship
from ikz_award.services.record.copying.restore import restore_copy, strand_for
from tests.services.record.copying.copied import copying, numbers_in, wait_for, work_of

SECOND = timedelta(seconds=1)


@pytest.fixture
def place(tmp_path: Path) -> CopyPlace:
    secret = pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(str(secret))
    return CopyPlace(tmp_path / "copies", recipient=str(secret.to_public()), identity=str(secret))


def restored(place: CopyPlace, target: Path, *, name: str = "", until: datetime | None = None) -> list[int]:
    """The numbers in what comes back."""
    restore_copy(place=place, name=name or strand_for(place, until=until), instance=target, until=until)
    return list(numbers_in(f"sqlite:///{target / 'award.db'}"))


def test_the_state_of_an_instant_comes_back_and_what_was_committed_last_does(
    app: Flask, place: CopyPlace, tmp_path: Path
) -> None:
    before = clock.now()
    with copying(app, place) as copied:
        copied.write(1)
        (name,) = place.strands()
        wait_for(lambda: len(list(place.items(name))) > 1, "the first number in the copy")
        time.sleep(1)
        # The command takes whole seconds.
        instant = datetime.now(UTC).replace(microsecond=0)
        wait_for(lambda: clock.now() - instant > SECOND, "the next second")
        copied.write(2)
        copied.write(3)
    assert work_of(app) == []
    assert restored(place, tmp_path / "end") == [1, 2, 3]
    # By the command, which says UTC.
    arguments = ["--instance", tmp_path / "then", "--at", f"{instant:%Y-%m-%d %H:%M:%S}", "--identity", tmp_path / "identity"]
    done = app.test_cli_runner().invoke(args=["award", "restore-copy", *map(str, (place.root, *arguments))])
    assert done.exit_code == 0, done.output
    assert "Every invariant holds" in done.output
    assert numbers_in(f"sqlite:///{tmp_path / 'then' / 'award.db'}") == [1]
    with pytest.raises(BackupBroken, match="there is no continuous copy that was whole by"):
        strand_for(place, until=before)


def test_a_strand_is_whole_before_the_one_before_it_ends(
    app: Flask, place: CopyPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ship, "LONGEST", timedelta(seconds=0.5))
    with copying(app, place) as copied:
        copied.newest(until=lambda: len(place.strands()) > 2)
        monkeypatch.setattr(ship, "LONGEST", timedelta(days=1))
    first, second, *_others, last = place.strands()
    written = restored(place, tmp_path / "last", name=last)
    assert written == list(range(1001, written[-1] + 1))
    # Whatever instant the disk is lost at, one strand is whole and goes on: while the next one begins, the old one does.
    for number, (old, new) in enumerate(((first, second), (second, place.strands()[2]))):
        assert max(item.at for item in place.items(old)) > datetime.fromisoformat(place.strand_manifest(new).started_at)
        kept = restored(place, tmp_path / f"{number}", name=old)
        assert kept == written[: len(kept)]
    # An instant at which the next one had begun, and was not whole.
    begun = datetime.fromisoformat(place.strand_manifest(second).started_at)
    assert strand_for(place, until=begun) == first
    assert strand_for(place, until=place.usable_from(second)) == second


def test_what_is_older_than_it_is_kept_goes_when_the_next_strand_is_whole(
    app: Flask, place: CopyPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ship, "LONGEST", timedelta(seconds=0.3))
    monkeypatch.setattr(ship, "KEPT", timedelta(0))
    seen = set[str]()
    with copying(app, place) as copied:
        copied.newest(until=lambda: seen.update(place.strands()) or len(seen) > 3)
        monkeypatch.setattr(ship, "LONGEST", timedelta(days=1))
    assert len(place.strands()) <= 2
    assert {path.name for path in place.copies.iterdir()} >= set(place.strands())
    assert restored(place, tmp_path / "last")[0] == 1001
