"""Attachments of an entry: taken in, taken out, handed to those who may read them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.uploads.malware import Scan
from ikz_award.adapters.uploads.uploads import CleanFile
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.entries.entries import ATTACHMENTS, Attachment, Entry
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.entries.form import purposes_of
from ikz_award.queries.entries.held_uploads import held_of
from ikz_award.queries.permissions.matters import entry_matter, reading_matter
from ikz_award.services.entries.attachments.rows import MEBIBYTE, NewFile, add_attachment, add_held, check_room, store_file
from ikz_award.services.entries.attachments.upload_intake import Upload, cleaned_upload
from ikz_award.services.entries.entries import load_for_change, touch
from ikz_award.services.record.intention import Work
from ikz_award.services.record.readings import note_reading
from ikz_award.services.record.use_case import Call, use_case


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file to hand out, under our own media type."""

    filename: str
    media_type: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Attached:
    """What became of an upload: its name, and in German what changed without altering it.

    `is_new`: it was not there before. `is_held`: it would be altered, and waits for somebody to choose.
    """

    filename: str
    notice: str
    is_new: bool = True
    is_held: bool = False


def _cleaned(call: Call, *, entry_id: str, upload: Upload, store: FileStore, scan: Scan | None = None) -> CleanFile:
    """Looking into a file takes its time: before anything is locked, and only for those who may."""
    session = db.session()
    entry = load_for_change(session, actor=call.actor, now=call.now, entry_id=entry_id, target=ATTACHMENTS)
    _check_form(session, entry, upload)
    maximum = entry.edition.file_megabytes * MEBIBYTE
    session.rollback()
    return cleaned_upload(upload, maximum=maximum, scan=scan)


@use_case(AuditAction.ATTACHMENT_ADD, without=("store", "scan"), first=_cleaned)
def attach_file(work: Work, *, entry_id: str, upload: Upload, store: FileStore, scan: Scan | None = None) -> Attached:
    """Check, clean, store and attach a file; one that is attached already for this purpose stays, sent again or not.

    What can only be kept altered is held: it is attached when somebody chooses so
    (services/entries/attachments/held_uploads.py).
    Raises `Invalid` for the field `file` or `purpose`, `NotFound`, `Refused`.
    """
    file: CleanFile = work.first
    entry = load_for_change(work.session, actor=work.actor, now=work.now, entry_id=entry_id, target=ATTACHMENTS)
    return _known(work, entry, upload.purpose, file) or _taken_in(work, entry, upload, file, store=store)


def _known(work: Work, entry: Entry, purpose: str, file: CleanFile) -> Attached | None:
    """What was there before, attached or waiting."""
    if any(one.sha256 == file.sha256 and one.purpose == purpose for one in entry.attachments):
        words = _("„%(name)s“ war schon angehängt.", name=file.filename)
        return Attached(filename=file.filename, notice=words, is_new=False)
    if any(one.sha256 == file.sha256 and one.purpose == purpose for one in held_of(work.session, entry)):
        return Attached(filename=file.filename, notice="", is_new=False, is_held=True)
    return None


def _taken_in(work: Work, entry: Entry, upload: Upload, file: CleanFile, *, store: FileStore) -> Attached:
    assert work.actor.account_id is not None
    waiting = len(held_of(work.session, entry))
    check_room(entry, filename=file.filename, size=len(file.data), waiting=waiting)
    # On disk before the row that names it: a row without its file would be a lost attachment.
    sha256 = store_file(work.session, store, file, now=work.now)
    new = NewFile(
        purpose=upload.purpose,
        filename=file.filename,
        sha256=sha256,
        sent_sha256=upload.sha256,
        notice=file.notice,
        alterations=[one.as_record() for one in file.alterations],
    )
    if file.alterations:
        work.action = AuditAction.ATTACHMENT_HOLD
        add_held(work.session, entry, new, by=work.actor.account_id, now=work.now)
    else:
        add_attachment(work.session, entry, new, by=work.actor.account_id, now=work.now)
        touch(entry, now=work.now)
    work.audit(subject=f"entry:{entry.id}", edition_id=entry.edition_id, new=new.facts())
    return Attached(filename=file.filename, notice=file.notice, is_held=bool(file.alterations))


def _check_form(session: Session, entry: Entry, upload: Upload) -> None:
    errors = {}
    if upload.purpose not in {purpose.key for purpose in purposes_of(session, entry.edition_id)}:
        errors["purpose"] = _("Bitte wählen Sie, wofür die Datei gedacht ist.")
    if not upload.filename:
        errors["file"] = _("Bitte wählen Sie eine Datei aus.")
    if errors:
        raise Invalid(errors)


@use_case(AuditAction.ATTACHMENT_REMOVE)
def remove_attachment(work: Work, *, entry_id: str, attachment_id: str) -> str:
    """Take an attachment out and return its name; "" if it was out already. The stored file stays for submitted versions."""
    entry = load_for_change(work.session, actor=work.actor, now=work.now, entry_id=entry_id, target=ATTACHMENTS)
    row = next((one for one in entry.attachments if one.public_id == attachment_id), None)
    answer = row.filename if row else ""
    if row is not None:
        work.audit(
            subject=f"entry:{entry.id}", edition_id=entry.edition_id, old={"attachment": row.filename, "sha256": row.sha256}
        )
        work.session.delete(row)
        touch(entry, now=work.now)
    return answer


def open_attachment(*, actor: Actor, now: datetime, attachment_id: str, store: FileStore) -> Download:
    """A file for whoever may read its entry: its people, the organiser, its jurors. Each opening is audited.

    Raises `NotFound` for everybody else.
    """
    session = db.session()
    row = session.scalar(select(Attachment).where(Attachment.public_id == attachment_id))
    entry = session.get(Entry, row.entry_id) if row else None
    if row is None or entry is None or not _may_read(session, actor, entry, now=now):
        raise NotFound
    opened = Download(filename=row.filename, media_type=row.file.media_type, data=store.get(row.sha256))
    note_reading(
        actor=actor,
        now=now,
        action=AuditAction.ATTACHMENT_OPEN,
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        what={"attachment": row.filename, "sha256": row.sha256},
    )
    return opened


def preview_of(entry: Entry, attachment_id: str, *, store: FileStore) -> Download:
    """The small picture of an attachment of `entry`, which the caller may read. Raises `NotFound` where there is none."""
    row = next((one for one in entry.attachments if one.public_id == attachment_id), None)
    if row is None or row.file.preview_sha256 is None:
        raise NotFound
    return Download(filename=row.filename, media_type="image/jpeg", data=store.get(row.file.preview_sha256))


def _may_read(session: Session, actor: Actor, entry: Entry, *, now: datetime) -> bool:
    matter = entry_matter(entry, now=now)
    if is_allowed(actor, Action.VIEW_ENTRY, matter):
        return True
    seat = actor.seat(entry.edition_id)
    if seat is None:
        return False
    is_recused = session.scalar(select(exists().where(Recusal.entry_id == entry.id, Recusal.juror_id == seat.juror_id)))
    return is_allowed(actor, Action.READ_AS_JUROR, reading_matter(entry, is_recused=bool(is_recused)))
