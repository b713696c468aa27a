"""Attachments of an entry: taken in, taken out, handed to those who may read them."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import datetime

import structlog
from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.malware import Scan, ScannerUnavailable
from ikz_award.adapters.rejection import UploadRejected
from ikz_award.adapters.upload_sandbox import clean_safely
from ikz_award.adapters.uploads import CleanFile, check_frame, clean_filename
from ikz_award.domain.actors import Actor
from ikz_award.domain.errors import Invalid, NotFound
from ikz_award.domain.permissions import Action, is_allowed
from ikz_award.domain.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.entries import ATTACHMENTS, Attachment, Entry, StoredFile
from ikz_award.models.jury import Recusal
from ikz_award.queries.entries import matter_of
from ikz_award.queries.entry_form import purposes_of
from ikz_award.services.entries import load_for_change, touch
from ikz_award.services.intention import intention
from ikz_award.services.readings import note_reading

log = structlog.get_logger()

MAXIMUM_ATTACHMENTS = 30
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file as it came: nothing of it is believed."""

    purpose: str
    filename: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file to hand out, under our own media type."""

    filename: str
    media_type: str
    data: bytes


@dataclass(frozen=True, kw_only=True)
class Attached:
    """What became of an upload: its name, and in German what was removed from it. `is_new`: it was not attached before."""

    filename: str
    notice: str
    is_new: bool = True


def attach_file(
    *, actor: Actor, now: datetime, key: str | None, entry_id: str, upload: Upload, store: FileStore, scan: Scan | None = None
) -> Attached:
    """Check, clean, store and attach a file; one that is attached already for this purpose stays, sent again or not.

    Raises `Invalid` for the field `file` or `purpose`, `NotFound`, `Refused`.
    """
    asked = {
        "entry": entry_id, "purpose": upload.purpose, "filename": upload.filename,
        "sha256": hashlib.sha256(upload.data).hexdigest(),
    }  # fmt: skip
    # Looking into a file takes its time: before the write lock, and only for those who may.
    asked_for = load_for_change(db.session(), actor=actor, now=now, entry_id=entry_id, target=ATTACHMENTS)
    _check_form(db.session(), asked_for, upload)
    maximum = asked_for.edition.file_megabytes * MEBIBYTE
    db.session.rollback()
    file = _cleaned(upload, maximum=maximum, scan=scan)
    with intention(actor=actor, now=now, action="attachment.add", key=key, request=asked) as work:
        if work.is_replay:
            return Attached(**work.answer)
        entry = load_for_change(work.session, actor=actor, now=now, entry_id=entry_id, target=ATTACHMENTS)
        digest = hashlib.sha256(file.data).hexdigest()
        if any(one.sha256 == digest and one.purpose == upload.purpose for one in entry.attachments):
            words = _("„%(name)s“ war schon angehängt.", name=file.filename)
            known = Attached(filename=file.filename, notice=words, is_new=False)
            work.answer = asdict(known)
            return known
        _check_room(entry, file)
        # On disk before the row that names it: a row without its file would be a lost attachment.
        sha256 = _store(work.session, store, file, now=now)
        _add(work.session, entry, upload.purpose, file, sha256=sha256, actor=actor, now=now)
        touch(entry, now=now)
        work.audit(
            subject=f"entry:{entry.id}", edition_id=entry.edition_id,
            new={"attachment": file.filename, "purpose": upload.purpose, "sha256": sha256, "notice": file.notice},
        )  # fmt: skip
        done = Attached(filename=file.filename, notice=file.notice)
        work.answer = asdict(done)
        return done


def _check_form(session: Session, entry: Entry, upload: Upload) -> None:
    errors = {}
    if upload.purpose not in {purpose.key for purpose in purposes_of(session, entry.edition_id)}:
        errors["purpose"] = _("Bitte wählen Sie, wofür die Datei gedacht ist.")
    if not upload.filename:
        errors["file"] = _("Bitte wählen Sie eine Datei aus.")
    if errors:
        raise Invalid(errors)


def _cleaned(upload: Upload, *, maximum: int, scan: Scan | None) -> CleanFile:
    """The file fit to be stored: scanned as it came, before anything else looks into it, and then cleaned."""
    try:
        check_frame(filename=upload.filename, data=upload.data, maximum=maximum)
        if scan is not None:
            _scanned(upload, scan)
        return clean_safely(filename=upload.filename, data=upload.data, maximum=maximum)
    except UploadRejected as rejection:
        raise Invalid({"file": str(rejection)}) from None


def _scanned(upload: Upload, scan: Scan) -> None:
    name = clean_filename(upload.filename)
    try:
        found = scan(upload.data)
    except ScannerUnavailable as error:
        log.error("scanner unavailable", error=str(error))
        text = _(
            "Die Virenprüfung ist gerade nicht erreichbar; „%(name)s“ wurde nicht angenommen. "
            "Bitte versuchen Sie es in einigen Minuten noch einmal.",
            name=name,
        )
        raise Invalid({"file": text}) from None
    if found is not None:
        log.warning("malware found", name=found)
        text = _(
            "„%(name)s“ wurde von der Virenprüfung beanstandet und nicht angenommen. Bitte verständigen Sie Ihre IT.", name=name
        )
        raise Invalid({"file": text})


def _check_room(entry: Entry, file: CleanFile) -> None:
    if len(entry.attachments) >= MAXIMUM_ATTACHMENTS:
        raise Invalid(
            {
                "file": _(
                    "„%(name)s“ wurde nicht angehängt: Mehr als %(maximum_attachments)s Anlagen lassen sich nicht beifügen.",
                    name=file.filename,
                    maximum_attachments=MAXIMUM_ATTACHMENTS,
                )
            }
        )
    limit = entry.edition.entry_megabytes
    if sum(one.file.size for one in entry.attachments) + len(file.data) > limit * MEBIBYTE:
        raise Invalid(
            {
                "file": _(
                    "„%(name)s“ wurde nicht angehängt: Mit dieser Datei wären die Anlagen zusammen größer als %(limit)s MB. "
                    "Entfernen Sie zuerst eine andere.",
                    name=file.filename,
                    limit=limit,
                )
            }
        )


def _store(session: Session, store: FileStore, file: CleanFile, *, now: datetime) -> str:
    """Put the file and its small picture into the store, and the rows that say so; the file's SHA-256."""
    preview = store.put(file.preview) if file.preview else None
    sha256 = store.put(file.data)
    if preview and session.get(StoredFile, preview) is None:
        session.add(StoredFile(sha256=preview, size=len(file.preview), media_type="image/jpeg", created_at=now))
    row = session.get(StoredFile, sha256)
    if row is None:
        row = StoredFile(sha256=sha256, size=len(file.data), media_type=file.media_type, created_at=now)
        session.add(row)
    row.preview_sha256 = preview
    session.flush()
    return sha256


def _add(session: Session, entry: Entry, purpose: str, file: CleanFile, *, sha256: str, actor: Actor, now: datetime) -> None:
    assert actor.account_id is not None
    last = session.scalar(select(func.max(Attachment.position)).where(Attachment.entry_id == entry.id)) or 0
    session.add(
        Attachment(
            entry_id=entry.id,
            purpose=purpose,
            filename=file.filename,
            sha256=sha256,
            notice=file.notice[:300],
            position=last + 1,
            created_by=actor.account_id,
            created_at=now,
        )
    )


def remove_attachment(*, actor: Actor, now: datetime, key: str | None, entry_id: str, attachment_id: str) -> str:
    """Take an attachment out and return its name; "" if it was out already. The stored file stays for submitted versions."""
    asked = {"entry": entry_id, "attachment": attachment_id}
    with intention(actor=actor, now=now, action="attachment.remove", key=key, request=asked) as work:
        if work.is_replay:
            return work.answer
        entry = load_for_change(work.session, actor=actor, now=now, entry_id=entry_id, target=ATTACHMENTS)
        row = next((one for one in entry.attachments if one.public_id == attachment_id), None)
        work.answer = row.filename if row else ""
        if row is not None:
            work.audit(
                subject=f"entry:{entry.id}", edition_id=entry.edition_id, old={"attachment": row.filename, "sha256": row.sha256}
            )
            work.session.delete(row)
            touch(entry, now=now)
        return work.answer


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
        actor=actor, now=now, action="attachment.open", subject=f"entry:{entry.id}", edition_id=entry.edition_id,
        what={"attachment": row.filename, "sha256": row.sha256},
    )  # fmt: skip
    return opened


def preview_of(entry: Entry, attachment_id: str, *, store: FileStore) -> Download:
    """The small picture of an attachment of `entry`, which the caller may read. Raises `NotFound` where there is none."""
    row = next((one for one in entry.attachments if one.public_id == attachment_id), None)
    if row is None or row.file.preview_sha256 is None:
        raise NotFound
    return Download(filename=row.filename, media_type="image/jpeg", data=store.get(row.file.preview_sha256))


def _may_read(session: Session, actor: Actor, entry: Entry, *, now: datetime) -> bool:
    matter = matter_of(entry, now=now)
    if is_allowed(actor, Action.VIEW_ENTRY, matter):
        return True
    seat = actor.seat(entry.edition_id)
    if seat is None:
        return False
    is_recused = session.scalar(select(exists().where(Recusal.entry_id == entry.id, Recusal.juror_id == seat.juror_id)))
    return not is_recused and is_allowed(actor, Action.READ_AS_JUROR, matter)
