"""The rows of attachments and of files that wait to become some, inside the transaction of whoever writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.uploads.uploads import CleanFile
from ikz_award.domain.entries.alterations import from_records
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import Attachment, Entry, StoredFile
from ikz_award.models.entries.held_uploads import HeldUpload

MAXIMUM_ATTACHMENTS = 30
MEBIBYTE = 1024 * 1024
MAXIMUM_NOTICE = 300


@dataclass(frozen=True, kw_only=True)
class NewFile:
    """A stored file and what is said of it."""

    purpose: str
    filename: str
    sha256: str
    sent_sha256: str
    notice: str
    alterations: list[dict[str, Any]]

    def facts(self) -> Mapping[str, Any]:
        """For the audit log."""
        return {
            "attachment": self.filename, "purpose": self.purpose, "sha256": self.sha256, "sent_sha256": self.sent_sha256,
            "notice": self.notice,
            **({"alterations": [str(one.in_words()) for one in from_records(self.alterations)]} if self.alterations else {}),
        }  # fmt: skip


def check_room(entry: Entry, *, filename: str, size: int, waiting: int = 0) -> None:
    """Raises `Invalid` where the entry cannot take the file. `waiting`: files that may still become attachments."""
    if len(entry.attachments) + waiting >= MAXIMUM_ATTACHMENTS:
        raise Invalid(
            {
                "file": _(
                    "„%(name)s“ wurde nicht angehängt: Mehr als %(maximum_attachments)s Anlagen lassen sich nicht beifügen.",
                    name=filename,
                    maximum_attachments=MAXIMUM_ATTACHMENTS,
                )
            }
        )
    limit = entry.edition.entry_megabytes
    if sum(one.file.size for one in entry.attachments) + size > limit * MEBIBYTE:
        raise Invalid(
            {
                "file": _(
                    "„%(name)s“ wurde nicht angehängt: Mit dieser Datei wären die Anlagen zusammen größer als %(limit)s MB. "
                    "Entfernen Sie zuerst eine andere.",
                    name=filename,
                    limit=limit,
                )
            }
        )


def store_file(session: Session, store: FileStore, file: CleanFile, *, now: datetime) -> str:
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


def add_attachment(session: Session, entry: Entry, file: NewFile, *, by: int, now: datetime) -> None:
    """Append a stored file to the entry's list, last in its order; `by`: an account's id."""
    last = session.scalar(select(func.max(Attachment.position)).where(Attachment.entry_id == entry.id)) or 0
    session.add(
        Attachment(
            entry_id=entry.id,
            purpose=file.purpose,
            filename=file.filename,
            sha256=file.sha256,
            sent_sha256=file.sent_sha256,
            notice=file.notice[:MAXIMUM_NOTICE],
            alterations=file.alterations or None,
            position=last + 1,
            created_by=by,
            created_at=now,
        )
    )


def add_held(session: Session, entry: Entry, file: NewFile, *, by: int, now: datetime) -> None:
    """Keep a stored file apart until the applicant says whether it is attached as it was altered; `by`: an account's id."""
    session.add(
        HeldUpload(
            entry_id=entry.id,
            purpose=file.purpose,
            filename=file.filename,
            sha256=file.sha256,
            sent_sha256=file.sent_sha256,
            notice=file.notice[:MAXIMUM_NOTICE],
            alterations=file.alterations,
            created_by=by,
            created_at=now,
        )
    )
