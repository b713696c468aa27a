"""A juror's private note on an entry and the mark "for later". Neither is a score; nobody else ever sees them."""

from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, StaleVersion
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.jury.reading import ReadingNote
from ikz_award.queries.jury.jury import entry_for_juror, matter_of
from ikz_award.services.record.intention import Work, intention

NOTE_LIMIT = 10_000


def save_note(*, actor: Actor, now: datetime, key: str, entry_id: str, text: str, version: int) -> int:
    """Keep the note, replacing the one of that `version` (0: none yet); its new version. Never judged by the phase.

    Raises `NotFound`, `Invalid` for `note`, `StaleVersion`.
    """
    cleaned = clean_text(text)
    asked = {"entry": entry_id, "note": cleaned, "version": version}
    with intention(actor=actor, now=now, action=AuditAction.NOTE_SAVE, key=key, request=asked) as work:
        if work.is_replay:
            return int(work.answer)
        note = _note(work, entry_id)
        if note.version != version and note.text != cleaned:
            raise StaleVersion({"note": note.text}, {"note": cleaned})
        if length(cleaned) > NOTE_LIMIT:
            raise Invalid(
                {"note": _("Eine Notiz kann höchstens %(limit)s Zeichen haben.", limit=NOTE_LIMIT)}, reason="too_long"
            )
        _keep(work, note, text=cleaned, is_for_later=note.is_for_later)
        work.answer = note.version
        return note.version


def mark_for_later(*, actor: Actor, now: datetime, key: str, entry_id: str, is_for_later: bool) -> None:
    """Set or take away the mark. Raises `NotFound`."""
    asked = {"entry": entry_id, "later": is_for_later}
    with intention(actor=actor, now=now, action=AuditAction.NOTE_MARK, key=key, request=asked) as work:
        if not work.is_replay:
            note = _note(work, entry_id)
            _keep(work, note, text=note.text, is_for_later=is_for_later)


def _note(work: Work, entry_id: str) -> ReadingNote:
    entry, seat = entry_for_juror(work.session, work.actor, entry_id)
    require(work.actor, Action.READ_AS_JUROR, matter_of(work.session, entry=entry, seat=seat))
    found = work.session.scalar(
        select(ReadingNote).where(ReadingNote.juror_id == seat.juror_id, ReadingNote.entry_id == entry.id)
    )
    return found or ReadingNote(juror_id=seat.juror_id, entry_id=entry.id, text="", is_for_later=False, version=0)


def _keep(work: Work, note: ReadingNote, *, text: str, is_for_later: bool) -> None:
    """Stored, and noted in the audit log without a word of it: the organiser reads the log."""
    if not note.version:
        note.version = None  # ty: ignore[invalid-assignment] - counted by SQLAlchemy from here on
    note.text, note.is_for_later, note.updated_at = text, is_for_later, work.now
    work.session.add(note)
    work.session.flush()
    work.audit(subject=f"entry:{note.entry_id}")
