"""Which files a strand names at an instant: never one too few, and none that went long before or came long after."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.adapters.copying.file_notes import MARGIN, NOTES, Note, named_at, note_files, noted_files

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return BEGIN + timedelta(minutes=minutes)


def test_files_come_and_go(tmp_path: Path) -> None:
    assert noted_files(tmp_path) is None
    note_files(tmp_path, come={}, gone=(), at=BEGIN)
    assert noted_files(tmp_path) == {}
    note_files(tmp_path, come={"a": at(0), "b": at(10)}, gone=(), at=at(10))
    note_files(tmp_path, come={"c": at(30)}, gone=["a"], at=at(31))
    notes = noted_files(tmp_path)
    assert notes == {"a": Note(made_at=at(0), gone_at=at(31)), "b": Note(made_at=at(10)), "c": Note(made_at=at(30))}
    assert [named_at(notes, at(minutes)) for minutes in (5, 20, 32, 40)] == [["a"], ["a", "b"], ["a", "b", "c"], ["b", "c"]]
    note_files(tmp_path, come={"a": at(0)}, gone=(), at=at(50))
    assert named_at(noted_files(tmp_path) or {}, at(40)) == ["a", "b", "c"], "it came again: rather a file too many"


def test_a_line_that_was_torn_is_no_note(tmp_path: Path) -> None:
    note_files(tmp_path, come={"a": at(0)}, gone=(), at=at(0))
    with (tmp_path / NOTES).open("ab") as file:
        file.write(b"+ b 2026-03-")
    note_files(tmp_path, come={"b": at(1)}, gone=(), at=at(1))
    with (tmp_path / NOTES).open("ab") as file:
        file.write(b"- a 2026-03-01T00:0")
    assert noted_files(tmp_path) == {"a": Note(made_at=at(0)), "b": Note(made_at=at(1))}


SPANS = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.integers(0, 200), st.none() | st.integers(0, 200)), min_size=1, max_size=6
)


@given(SPANS, st.integers(0, 400), st.integers(0, 60))
def test_what_was_named_is_among_them(spans: dict[str, tuple[int, int | None]], asked: int, late: int) -> None:
    """A file's row is there from some time on, and perhaps not any more after a while; that is noted a moment later."""
    delay = timedelta(seconds=late)
    ends = {name: None if length is None else at(begin + length) for name, (begin, length) in spans.items()}
    notes = {
        name: Note(made_at=at(begin), gone_at=None if (end := ends[name]) is None else end + delay)
        for name, (begin, _length) in spans.items()
    }
    then = at(asked)
    named = {name for name, (begin, _) in spans.items() if at(begin) <= then and ((end := ends[name]) is None or then < end)}
    found = set(named_at(notes, then))
    assert named <= found
    for name in found - named:
        begin, end = at(spans[name][0]), ends[name]
        assert begin <= then + MARGIN
        assert end is None or end + delay > then - MARGIN
