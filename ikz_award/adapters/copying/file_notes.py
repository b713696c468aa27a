"""Which files the database of a strand names, and until when: `copies/<time>/files`, a line whenever one comes or goes.

    + <sha256> <instant>     named; the file was made at this instant, so it cannot have been named before
    - <sha256> <instant>     not named any more, as was seen at this instant

A line is written before the file is brought over, so that nobody takes it for one that nobody names.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from ikz_award.adapters.backups import append_durably

NOTES = "files"
# Clocks differ, and what has left the database may still stand in the end of its journal: rather a file too many.
MARGIN = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class Note:
    """`gone_at`: None while it is named."""

    made_at: datetime
    gone_at: datetime | None = None


def note_files(strand: Path, *, come: Mapping[str, datetime], gone: Iterable[str], at: datetime) -> None:
    """Append what changed; it is on the disk when this returns. `come`: SHA-256 → when it was made."""
    lines = [f"+ {sha256} {made_at.isoformat()}" for sha256, made_at in sorted(come.items())]
    lines += [f"- {sha256} {at.isoformat()}" for sha256 in sorted(gone)]
    append_durably(strand / NOTES, "".join(f"{line}\n" for line in lines))


def noted_files(strand: Path) -> Mapping[str, Note] | None:
    """All that were ever named in a strand; None: it is of a time when that was not noted. Raises `OSError`."""
    try:
        lines = (strand / NOTES).read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return None
    notes = dict[str, Note]()
    for line in lines:
        match line.split():
            case ["+", sha256, made_at] if (made := _instant(made_at)) is not None:
                notes[sha256] = Note(made_at=min(made, notes[sha256].made_at) if sha256 in notes else made)
            case ["-", sha256, gone_at] if sha256 in notes and (gone := _instant(gone_at)) is not None:
                notes[sha256] = Note(made_at=notes[sha256].made_at, gone_at=gone)
            case _:
                continue  # what a power cut tore: it was written again
    return notes


def named_at(notes: Mapping[str, Note], instant: datetime) -> Sequence[str]:
    """The files that the database named at an instant, and perhaps some that it named just before or after it."""
    return sorted(
        sha256
        for sha256, note in notes.items()
        if note.made_at <= instant + MARGIN and (note.gone_at is None or note.gone_at > instant - MARGIN)
    )


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None
