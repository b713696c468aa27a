"""The place of copies: which strand is whole from when on, what is dropped, what a damaged one says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from ikz_award.adapters.backups import BackupBroken
from ikz_award.adapters.copying.place import CopiedItem, CopyPlace, Strand

BEGUN = datetime(2026, 3, 1, 2, 0, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)
SECRETS = {"SECRET_KEY": "abc"}


@pytest.fixture
def place(tmp_path: Path) -> CopyPlace:
    secret = pyrage.x25519.Identity.generate()
    return CopyPlace(tmp_path / "copies", recipient=str(secret.to_public()), identity=str(secret))


def begin(place: CopyPlace, at: datetime, *, is_usable: bool = True) -> Strand:
    strand = place.begin_strand(at, version="1", dialect="sqlite", secrets=SECRETS)
    strand.put([CopiedItem(name="whole", at=at + SECOND, data=b"everything")])
    if is_usable:
        strand.mark_usable(at + SECOND)
    return strand


def kept(place: CopyPlace) -> Sequence[str]:
    return sorted(path.name for path in place.copies.iterdir())


def test_what_was_put_comes_out_in_order_up_to_an_instant(place: CopyPlace) -> None:
    strand = begin(place, BEGUN)
    strand.put([CopiedItem(name=f"{number}", at=BEGUN + number * SECOND, data=b"x" * number) for number in (2, 3)])
    strand.put([CopiedItem(name="4", at=BEGUN + 4 * SECOND, data=b"xxxx")])
    assert [(item.name, len(item.data)) for item in place.items(strand.name)] == [("whole", 10), ("2", 2), ("3", 3), ("4", 4)]
    assert [item.name for item in place.items(strand.name, until=BEGUN + 3 * SECOND)] == ["whole", "2", "3"]
    assert place.secrets_of(strand.name) == SECRETS


def test_a_week_can_be_gone_back_and_what_is_older_goes(place: CopyPlace) -> None:
    strands = [begin(place, BEGUN + number * DAY) for number in range(10)]
    now = BEGUN + 9 * DAY + timedelta(hours=1)
    assert place.drop_strands(before=now - 7 * DAY, but=strands[-1].name) == 2
    # The third one was being written a week ago.
    assert kept(place) == [strand.name for strand in strands[2:]]
    assert place.usable_from(kept(place)[0]) <= now - 7 * DAY
    assert place.drop_strands(before=now - 7 * DAY, but=strands[-1].name) == 0


def test_what_never_became_whole_goes_and_the_last_whole_one_stays_however_old(place: CopyPlace) -> None:
    old = begin(place, BEGUN)
    begin(place, BEGUN + 30 * DAY, is_usable=False)
    running = begin(place, BEGUN + 31 * DAY, is_usable=False)
    assert place.drop_strands(before=BEGUN + 24 * DAY, but=running.name) == 1
    assert kept(place) == [old.name, running.name]
    assert place.strands() == [old.name]


def test_half_of_a_dropped_one_is_never_taken_for_a_whole(place: CopyPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = begin(place, BEGUN), begin(place, BEGUN + 30 * DAY)

    def fail(path: Path) -> None:
        raise OSError("planted: the disk went away")

    monkeypatch.setattr("shutil.rmtree", fail)
    with pytest.raises(OSError, match="planted"):
        place.drop_strands(before=BEGUN + 40 * DAY, but=new.name)
    assert old.name in kept(place)
    assert place.strands() == [new.name]


def test_a_mark_of_an_earlier_release_says_when_it_was_made(place: CopyPlace) -> None:
    strand = begin(place, BEGUN)
    assert place.usable_from(strand.name) == BEGUN + SECOND
    path = place.copies / strand.name / "usable"
    path.write_bytes(b"")
    assert abs(place.usable_from(strand.name) - datetime.fromtimestamp(path.stat().st_mtime, UTC)) < SECOND
    path.write_bytes(b"soon")
    with pytest.raises(BackupBroken, match="nobody can say from when on it is whole"):
        place.usable_from(strand.name)


@pytest.mark.parametrize("way", ["missing", "damaged"])
def test_a_bundle_that_is_missing_or_damaged_is_said(place: CopyPlace, way: str) -> None:
    strand = begin(place, BEGUN)
    for number in range(2):
        strand.put([CopiedItem(name=f"{number}", at=BEGUN, data=b"x")])
    second = place.copies / strand.name / "00000002.age"
    second.unlink() if way == "missing" else second.write_bytes(second.read_bytes()[:-1] + b"!")
    with pytest.raises(BackupBroken, match="a bundle is missing" if way == "missing" else "does not open it"):
        list(place.items(strand.name))
