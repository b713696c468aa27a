"""Attachments as a list: several files sent at once, each judged on its own, and the order in which readers see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.uploads.malware import Scan
from ikz_award.adapters.uploads.uploads import clean_filename
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _
from ikz_award.models.entries.entries import ATTACHMENTS
from ikz_award.services.entries.attachments.attachments import Attached, attach_file
from ikz_award.services.entries.attachments.rows import MAXIMUM_ATTACHMENTS
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.entries.entries import load_for_change, touch
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case


@dataclass(frozen=True, kw_only=True)
class MoveOutcome:
    """What became of one of several files: attached, or refused with a German sentence that names it."""

    filename: str
    attached: Attached | None = None
    refusal: str = ""


@dataclass(frozen=True, kw_only=True)
class MovedAttachment:
    """Where an attachment stands after it was moved; `filename` is "" where it is gone."""

    filename: str
    place: int
    count: int


def attach_files(
    call: Call, *, entry_id: str, uploads: Sequence[Upload], store: FileStore, scan: Scan | None = None
) -> tuple[MoveOutcome, ...]:
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
            outcomes.append(MoveOutcome(filename=name, refusal=words))
            continue
        own = call.for_content(_identity(upload))
        try:
            attached = attach_file(own, entry_id=entry_id, upload=upload, store=store, scan=scan)
        except Invalid as error:
            if not upload.filename or "purpose" in error.errors:
                raise
            outcomes.append(MoveOutcome(filename=name, refusal=error.errors["file"]))
        else:
            outcomes.append(MoveOutcome(filename=attached.filename, attached=attached))
    return tuple(outcomes)


def _identity(upload: Upload) -> dict[str, str]:
    return {"purpose": upload.purpose, "filename": upload.filename, "sha256": upload.sha256}


@use_case(AuditAction.ATTACHMENT_MOVE)
def move_attachment(work: Work, *, entry_id: str, attachment_id: str, is_upwards: bool) -> MovedAttachment:
    """Change places with the attachment above or below; at the end of the list it stays. Raises `NotFound`, `Refused`."""
    entry = load_for_change(work.session, actor=work.actor, now=work.now, entry_id=entry_id, target=ATTACHMENTS)
    rows = list(entry.attachments)
    old = next((place for place, row in enumerate(rows) if row.public_id == attachment_id), None)
    if old is None:
        answer = {"filename": "", "place": 0, "count": len(rows)}
        return MovedAttachment(**answer)
    new = max(0, min(len(rows) - 1, old + (-1 if is_upwards else 1)))
    row = rows.pop(old)
    rows.insert(new, row)
    if new != old:
        # All anew: removed attachments have left gaps, and older ones may share a place.
        for place, one in enumerate(rows, 1):
            one.position = place
        touch(entry, now=work.now)
        work.audit(
            subject=f"entry:{entry.id}",
            edition_id=entry.edition_id,
            old={"attachment": row.filename, "place": old + 1},
            new={"attachment": row.filename, "place": new + 1},
        )
    answer = {"filename": row.filename, "place": new + 1, "count": len(rows)}
    return MovedAttachment(**answer)
