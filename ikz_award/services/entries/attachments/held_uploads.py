"""Files that could only be kept altered: somebody chooses to attach each so, or to throw it away; in time it goes by itself."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.entries.entries import ATTACHMENTS
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.queries.entries.held_uploads import HELD_FOR, held_of, held_upload
from ikz_award.services.entries.attachments.attachments import Attached, Download
from ikz_award.services.entries.attachments.list import MoveOutcome
from ikz_award.services.entries.attachments.rows import NewFile, add_attachment, check_room
from ikz_award.services.entries.entries import load_for_change, touch
from ikz_award.services.record.intention import AuditLine, Work, append_audit, write_session
from ikz_award.services.record.use_case import Call, use_case


def decide_held(call: Call, *, entry_id: str, held_ids: Sequence[str], is_kept: bool) -> tuple[MoveOutcome, ...]:
    """Attach each of the files as it was altered, or throw each away, in a transaction of its own.

    What does not fit any more stays and is named. One that was decided already is passed over. Raises `NotFound`, `Refused`.
    """
    outcomes = []
    for held_id in dict.fromkeys(held_ids):
        decide = _keep if is_kept else _discard
        try:
            done = decide(call.for_content({"held": held_id, "kept": is_kept}), entry_id=entry_id, held_id=held_id)
        except Invalid as error:
            outcomes.append(MoveOutcome(filename="", refusal=error.errors["file"]))
        else:
            if done is not None:
                outcomes.append(MoveOutcome(filename=done.filename, attached=done))
    return tuple(outcomes)


@use_case(AuditAction.ATTACHMENT_KEEP)
def _keep(work: Work, *, entry_id: str, held_id: str) -> Attached | None:
    return _decide(work, entry_id=entry_id, held_id=held_id, is_kept=True)


@use_case(AuditAction.ATTACHMENT_DISCARD)
def _discard(work: Work, *, entry_id: str, held_id: str) -> Attached | None:
    return _decide(work, entry_id=entry_id, held_id=held_id, is_kept=False)


def _decide(work: Work, *, entry_id: str, held_id: str, is_kept: bool) -> Attached | None:
    entry = load_for_change(work.session, actor=work.actor, now=work.now, entry_id=entry_id, target=ATTACHMENTS)
    row = next((one for one in held_of(work.session, entry) if one.public_id == held_id), None)
    if row is None:
        return None
    done = Attached(filename=row.filename, notice="")
    file = _as_new(row)
    if is_kept and any(one.sha256 == row.sha256 and one.purpose == row.purpose for one in entry.attachments):
        words = _("„%(name)s“ war schon angehängt.", name=row.filename)
        done = Attached(filename=row.filename, notice=words, is_new=False)
    elif is_kept:
        check_room(entry, filename=row.filename, size=row.file.size)
        assert work.actor.account_id is not None
        add_attachment(work.session, entry, file, by=work.actor.account_id, now=work.now)
        touch(entry, now=work.now)
    work.session.delete(row)
    _note(work, file, entry_id=entry.id, edition_id=entry.edition_id, is_kept=is_kept)
    return done


def _as_new(row: HeldUpload) -> NewFile:
    return NewFile(
        purpose=row.purpose,
        filename=row.filename,
        sha256=row.sha256,
        sent_sha256=row.sent_sha256,
        notice=row.notice,
        alterations=row.alterations,
    )


def _note(work: Work, file: NewFile, *, entry_id: int, edition_id: int, is_kept: bool) -> None:
    old, new = (None, file.facts()) if is_kept else (file.facts(), None)
    work.audit(subject=f"entry:{entry_id}", edition_id=edition_id, old=old, new=new)


@use_case(AuditAction.ATTACHMENT_OPEN, without=("store",))
def open_held(work: Work, *, entry_id: str, held_id: str, store: FileStore) -> Download:
    """The file as it would be attached, for those who may choose. The opening is audited. Raises `NotFound`, `Refused`."""
    entry = load_for_change(work.session, actor=work.actor, now=work.now, entry_id=entry_id, target=ATTACHMENTS)
    row = held_upload(work.session, entry, held_id)
    data = store.get(row.sha256)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new={"attachment": row.filename, "sha256": row.sha256})
    return Download(filename=row.filename, media_type=row.file.media_type, data=data)


def drop_expired(*, now: datetime) -> int:
    """Let go of files that nobody chose in time; the stored ones go with the unused. Returns how many."""
    is_old = HeldUpload.created_at <= now - HELD_FOR
    session = db.session()
    is_due = session.scalar(select(HeldUpload.id).where(is_old).limit(1)) is not None
    session.rollback()
    if not is_due:
        return 0
    with write_session() as session:
        ids = session.scalars(select(HeldUpload.id).where(is_old)).all()
        session.execute(delete(HeldUpload).where(HeldUpload.id.in_(ids)))
        line = AuditLine(action=AuditAction.ATTACHMENT_EXPIRE, subject="store:1", new={"files": len(ids)})
        append_audit(session, line, actor=SYSTEM, now=now)
    return len(ids)
