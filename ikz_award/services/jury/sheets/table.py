"""A juror's points as a table: handed out, taken in, compared cell by cell, and applied as a whole or not at all."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.score_table import (
    MAXIMUM_FILE,
    ReadTable,
    TableColumn,
    TableRefused,
    mark_of,
    read_table,
    write_table,
)
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.sandbox import clean_safely
from ikz_award.adapters.uploads.uploads import CleanFile
from ikz_award.domain.permissions.actors import Actor, Seat
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import Phase, SheetStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion
from ikz_award.domain.words.formats import read_exact
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, StoredFile
from ikz_award.models.jury.reading import FilledTable
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.jury import seat_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury.sheets.scoring import write_within
from ikz_award.services.jury.sheets.table_plan import (
    CATEGORY,
    KEY,
    NUMBER,
    OF_NO_USE,
    PUBLISHED,
    REMARK,
    TITLE,
    Fault,
    Plan,
    compare,
    left_out_titles,
    lines_of,
    points_title,
    reason_title,
)
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case


@use_case(AuditAction.TABLE_DOWNLOAD, without=("secret",))
def make_table(work: Work, *, edition_slug: str, secret: str) -> bytes:
    """The juror's own table, and an entry in the audit log. Raises `NotFound`, `Refused`."""
    edition, seat = _place(work.session, work.actor, edition_slug)
    lines = lines_of(work.session, edition, seat)
    names = list(dict.fromkeys(name for line in lines for name in line.criteria))
    points = (edition.scale_minimum, edition.scale_maximum)
    columns = [
        TableColumn(title=str(KEY), width=18, is_locked=True),
        TableColumn(title=str(NUMBER), is_locked=True),
        TableColumn(title=str(TITLE), width=40, is_locked=True),
        TableColumn(title=str(CATEGORY), width=24, is_locked=True),
    ]
    for name in names:
        columns += [TableColumn(title=points_title(name), points=points), TableColumn(title=reason_title(name), width=40)]
    columns += [TableColumn(title=str(REMARK), width=40), TableColumn(title=str(PUBLISHED), width=40)]
    rows = []
    for line in lines:
        stored = line.stored()
        values = [stored.get(column.title, OF_NO_USE) for column in columns[4:]]
        category = line.entry.category.name if line.entry.category else ""
        rows.append(
            [line.entry.public_id, line.entry.number, line.entry.title, category]
            + [_number(value) if column.points else value or None for value, column in zip(values, columns[4:], strict=True)]
        )
    versions = {line.entry.public_id: line.sheet.version if line.sheet else 0 for line in lines}
    mark = mark_of({"edition": edition.slug, "juror": seat.juror_id, "versions": versions})
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id)
    return write_table(columns=columns, rows=rows, mark=mark, signature=_signature(mark, secret))


def _cleaned(call: Call, *, edition_slug: str, filename: str, data: bytes, store: FileStore) -> CleanFile:
    """What is left of the file, looked into before anything is locked, and only for who may score. Raises `Invalid`."""
    _place(db.session(), call.actor, edition_slug)
    try:
        file = clean_safely(filename=filename, data=data, maximum=MAXIMUM_FILE)
    except UploadRejected as rejection:
        raise Invalid({"file": str(rejection)}) from None
    if not file.filename.lower().endswith(".xlsx"):
        raise Invalid({"file": _("Bitte wählen Sie die ausgefüllte Excel-Tabelle (.xlsx).")})
    return file


@use_case(AuditAction.TABLE_UPLOAD, without=("store",), first=_cleaned)
def keep_table(work: Work, *, edition_slug: str, filename: str, data: bytes, store: FileStore) -> str:
    """Keep the file as it was sent in (cleaned of what runs or reaches out); its public id. Raises `Invalid` for `file`."""
    file: CleanFile = work.first
    digest = hashlib.sha256(file.data).hexdigest()
    edition, seat = _place(work.session, work.actor, edition_slug)
    store.put(file.data)
    if work.session.get(StoredFile, digest) is None:
        row = StoredFile(sha256=digest, size=len(file.data), media_type=file.media_type, created_at=work.now)
        work.session.add(row)
        work.session.flush()
    table = FilledTable(juror_id=seat.juror_id, filename=file.filename, sha256=digest, received_at=work.now)
    work.session.add(table)
    work.session.flush()
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new={"sha256": digest})
    return table.public_id


def plan_of_table(
    session: Session, *, actor: Actor, edition_slug: str, table_id: str, store: FileStore, secret: str
) -> tuple[FilledTable, Plan]:
    """What the kept file would change. Raises `NotFound` for another juror's file."""
    edition, seat = _place(session, actor, edition_slug)
    kept = session.scalar(select(FilledTable).where(FilledTable.public_id == table_id, FilledTable.juror_id == seat.juror_id))
    if kept is None:
        raise NotFound
    try:
        read = read_table(store.get(kept.sha256))
        versions = _versions(read, edition, seat, secret)
    except TableRefused as refusal:
        return kept, Plan(changes=(), faults=(Fault(cell="", message=str(refusal)),), sheets=())
    return kept, compare(edition, lines_of(session, edition, seat), read, versions, left_out_titles(session, edition, seat))


@use_case(AuditAction.TABLE_APPLY, without=("store", "secret"))
def apply_table(work: Work, *, edition_slug: str, table_id: str, submits: bool, store: FileStore, secret: str) -> int:
    """Write every change, or none: how many sheets. What was submitted stays so; `submits`: complete drafts are, too.

    Raises `Refused` (a fault, scoring closed), `NotFound`.
    """
    kept, plan = plan_of_table(
        work.session, actor=work.actor, edition_slug=edition_slug, table_id=table_id, store=store, secret=secret
    )
    if plan.faults:
        first = plan.faults[0]
        raise Refused("table_faults", _at(first.cell, first.message))
    for entry_id, typed, status in plan.sheets:
        wanted = SheetStatus.SUBMITTED if status is SheetStatus.SUBMITTED else SheetStatus.DRAFT
        if submits and wanted is SheetStatus.DRAFT and all(text.strip() for text in typed.points.values()):
            wanted = SheetStatus.SUBMITTED
        try:
            write_within(work, entry_id=entry_id, typed=typed, status=wanted, resubmits=True)
        except (Invalid, StaleVersion) as error:
            number = work.session.scalar(select(Entry.number).where(Entry.public_id == entry_id)) or entry_id
            raise Refused("table_faults", _("Beitrag %(number)s: %(message)s", number=number, message=error.message)) from None
    kept.applied_at = work.now
    work.audit(subject=f"table:{kept.id}", new={"sheets": len(plan.sheets), "sha256": kept.sha256})
    return len(plan.sheets)


def _place(session: Session, actor: Actor, edition_slug: str) -> tuple[Edition, Seat]:
    edition = edition_by_slug(session, edition_slug)
    seat = seat_of(actor, edition.id)
    require(actor, Action.LIST_JURY_ENTRIES, edition_matter(edition))
    if edition.phase is not Phase.JUDGING:
        raise Refused("closed", _("Die Bewertung ist geschlossen; Tabellen werden nicht mehr angenommen."))
    return edition, seat


def _number(text: str) -> Any:
    return text if text == OF_NO_USE else read_exact(text) if text else None


def _signature(mark: str, secret: str) -> str:
    return hmac.new(secret.encode(), b"score table\0" + mark.encode(), hashlib.sha256).hexdigest()


def _versions(read: ReadTable, edition: Edition, seat: Seat, secret: str) -> Mapping[str, int]:
    if not hmac.compare_digest(_signature(read.mark, secret).encode(), read.signature.encode()):
        raise TableRefused(_("Die Kennzeichen der Tabelle sind verändert. Bitte laden Sie Ihre Tabelle neu herunter."))
    mark = json.loads(read.mark)
    if mark["edition"] != edition.slug:
        raise TableRefused(_("Diese Tabelle gehört zu einer anderen Wettbewerbsrunde."))
    if mark["juror"] != seat.juror_id:
        raise TableRefused(_("Diese Tabelle gehört einem anderen Jurymitglied."))
    return mark["versions"]


def _at(cell: str, message: str) -> str:
    return _("Zelle %(cell)s: %(message)s", cell=cell, message=message) if cell else message
