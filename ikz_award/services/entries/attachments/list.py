"""Attachments as a list: several files sent at once, each judged on its own, and the order in which readers see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.uploads.malware import Scan
from ikz_award.adapters.uploads.uploads import clean_filename
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import ATTACHMENTS
from ikz_award.services.entries.attachments.attachments import Attached, attach_file
from ikz_award.services.entries.attachments.rows import MAXIMUM_ATTACHMENTS
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.entries.entries import key_for_content, load_for_change, touch
from ikz_award.services.record.intention import intention


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What became of one of several files: attached, or refused with a German sentence that names it."""

    filename: str
    attached: Attached | None = None
    refusal: str = ""


@dataclass(frozen=True, kw_only=True)
class Moved:
    """Where an attachment stands after it was moved; `filename` is "" where it is gone."""

    filename: str
    place: int
    count: int


def attach_files(
    *,
    actor: Actor,
    now: datetime,
    key: str | None,
    entry_id: str,
    uploads: Sequence[Upload],
    store: FileStore,
    scan: Scan | None = None,
) -> tuple[Outcome, ...]:
    """Attach each file that is fit, in a transaction of its own: a refused one does not take the others with it.

    Sent again, whole or in part, nothing is attached twice. Raises `Invalid` where no file or no purpose was chosen,
    `NotFound`, `Refused`.
    """
    outcomes = []
    for place, upload in enumerate(uploads):
        name = clean_filename(upload.filename)
        if place >= MAXIMUM_ATTACHMENTS:
            # Looking into a file takes its time; more than an entry can hold are not looked into in one request.
            words = _("„%(name)s“ wurde nicht angesehen: Es kamen zu viele Dateien auf einmal.", name=name)
            outcomes.append(Outcome(filename=name, refusal=words))
            continue
        own_key = key_for_content(key, _identity(upload))
        try:
            attached = attach_file(actor=actor, now=now, key=own_key, entry_id=entry_id, upload=upload, store=store, scan=scan)
        except Invalid as error:
            if not upload.filename or "purpose" in error.errors:
                raise
            outcomes.append(Outcome(filename=name, refusal=error.errors["file"]))
        else:
            outcomes.append(Outcome(filename=attached.filename, attached=attached))
    return tuple(outcomes)


def _identity(upload: Upload) -> dict[str, str]:
    return {"purpose": upload.purpose, "filename": upload.filename, "sha256": upload.sha256}


def move_attachment(
    *, actor: Actor, now: datetime, key: str | None, entry_id: str, attachment_id: str, is_upwards: bool
) -> Moved:
    """Change places with the attachment above or below; at the end of the list it stays. Raises `NotFound`, `Refused`."""
    asked = {"entry": entry_id, "attachment": attachment_id, "up": is_upwards}
    with intention(actor=actor, now=now, action=AuditAction.ATTACHMENT_MOVE, key=key, request=asked) as work:
        if work.is_replay:
            return Moved(**work.answer)
        entry = load_for_change(work.session, actor=actor, now=now, entry_id=entry_id, target=ATTACHMENTS)
        rows = list(entry.attachments)
        old = next((place for place, row in enumerate(rows) if row.public_id == attachment_id), None)
        if old is None:
            work.answer = {"filename": "", "place": 0, "count": len(rows)}
            return Moved(**work.answer)
        new = max(0, min(len(rows) - 1, old + (-1 if is_upwards else 1)))
        row = rows.pop(old)
        rows.insert(new, row)
        if new != old:
            # All anew: removed attachments have left gaps, and older ones may share a place.
            for place, one in enumerate(rows, 1):
                one.position = place
            touch(entry, now=now)
            work.audit(
                subject=f"entry:{entry.id}", edition_id=entry.edition_id,
                old={"attachment": row.filename, "place": old + 1}, new={"attachment": row.filename, "place": new + 1},
            )  # fmt: skip
        work.answer = {"filename": row.filename, "place": new + 1, "count": len(rows)}
        return Moved(**work.answer)
