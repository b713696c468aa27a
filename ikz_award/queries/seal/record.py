"""Seals, confirmations and reopenings against the audit log, both ways: what is in one has to be in the other."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, Row, String, func, select, type_coerce
from sqlalchemy.orm import Session, aliased

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.seal.record import ACTIONS, LoggedConfirmation, LoggedSeal, LoggedStep, SealRecord, replay
from ikz_award.domain.seal.verification import Check
from ikz_award.models.base import UtcDateTime
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.seal.seal import ResultReopening, ResultSeal, SealConfirmation, SealedRow
from ikz_award.queries.record.audit_check import UNREADABLE

CONFIRMATION = ("act", "role", "account_id", "content_sha256", "reason", "confirmed_at", "ended_at")


def seal_record(session: Session, *, edition_id: int) -> SealRecord:
    """What the audit log says of an edition's seals."""
    earlier = aliased(AuditEntry)
    place = select(func.count()).select_from(earlier).where(earlier.id <= AuditEntry.id).correlate(AuditEntry).scalar_subquery()
    rows = session.execute(
        select(AuditEntry, place.label("place"))
        .where(AuditEntry.action.in_(ACTIONS), AuditEntry.edition_id == edition_id)
        .order_by(AuditEntry.id)
    )
    return replay(
        LoggedStep(place=place, action=one.action, at=one.at, account_id=one.account_id, new=one.new or {}, hash=one.hash)
        for one, place in rows
    )


def logged_seal(session: Session, seal: ResultSeal) -> LoggedSeal | None:
    """The log's own record of a sealed version: its hash covers everything up to the sealing."""
    record = seal_record(session, edition_id=seal.edition_id)
    return next((one for one in record.seals if one.version == seal.version and one.sha256 == seal.sha256), None)


def check_seal_record(session: Session) -> Iterator[Check]:
    """A failed check for everything that does not match; one that passed where all of it does."""
    faults = [Check(False, line) for line in _faults(session)]
    count = session.scalar(select(func.count()).select_from(ResultSeal)) or 0
    faults += _unsealed(session)
    yield from faults or [Check(True, f"seals: {count}, with all confirmations as the audit log has them")]


def _unsealed(session: Session) -> Iterator[Check]:
    """What is public has a seal that counts. Where all that told of one is gone, this is what is left to tell."""
    counts = select(ResultSeal.edition_id).where(ResultSeal.id.not_in(select(ResultReopening.seal_id)))
    public = select(Edition.slug, Edition.phase, Edition.id.in_(select(ResultSeal.edition_id))).where(
        Edition.phase.in_((Phase.PUBLISHED, Phase.ARCHIVED)), Edition.id.not_in(counts)
    )
    for slug, phase, was_sealed in session.execute(public.order_by(Edition.id)):
        if was_sealed and phase is Phase.PUBLISHED:
            yield Check(False, f"edition {slug}: is published, and its result was opened again", is_unproven=True)
        else:
            yield Check(False, f"edition {slug}: is {phase.value}, and has no sealed result that counts")


def _faults(session: Session) -> Iterator[str]:
    editions = {
        *session.scalars(select(AuditEntry.edition_id).where(AuditEntry.action.in_(ACTIONS))),
        *session.scalars(select(ResultSeal.edition_id)),
        *session.scalars(select(SealConfirmation.edition_id)),
    }
    for edition_id in sorted(one for one in editions if one is not None):
        try:
            record = seal_record(session, edition_id=edition_id)
        except (*UNREADABLE, AttributeError) as error:
            yield f"audit log: what it says of the seals of edition {edition_id} cannot be read ({type(error).__name__})"
            continue
        yield from _seals(session, edition_id, record)
        yield from _reopenings(session, edition_id, record)
        yield from _confirmations(session, edition_id, record)
    yield from _orphans(session)


def _seals(session: Session, edition_id: int, record: SealRecord) -> Iterator[str]:
    rows = session.execute(
        select(ResultSeal.id, ResultSeal.version, ResultSeal.sha256).where(ResultSeal.edition_id == edition_id)
    ).all()
    found = {row.version: row for row in rows}
    for logged in record.seals:
        row = found.pop(logged.version, None)
        if row is None:
            yield (
                f"result_seal, version {logged.version} of edition {edition_id}: the row is gone; record {logged.place} of the"
                f" audit log has its sealing, hash {logged.sha256}"
            )
        elif row.sha256 != logged.sha256:
            yield f"seal {row.id}, sha256: the audit log has {logged.sha256}, is {row.sha256}"
    for row in found.values():
        yield f"seal {row.id}: the audit log has no record of its sealing"


def _reopenings(session: Session, edition_id: int, record: SealRecord) -> Iterator[str]:
    rows = session.execute(
        select(
            ResultReopening.id,
            ResultReopening.reason,
            _raw(session, ResultReopening.reopened_at).label("at"),
            ResultSeal.version,
        )
        .join(ResultSeal, ResultSeal.id == ResultReopening.seal_id)
        .where(ResultSeal.edition_id == edition_id)
    ).all()
    found = {row.version: row for row in rows}
    for logged in record.seals:
        row = found.pop(logged.version, None)
        if logged.reopened_at is None and row is not None:
            yield f"result_reopening {row.id}: the row was not there; the audit log has version {logged.version} still sealed"
        if logged.reopened_at is None:
            continue
        if row is None:
            yield f"result_reopening: the row of version {logged.version} of edition {edition_id} is gone"
            continue
        wanted = {"reason": logged.reason, "reopened_at": _spelled(session, logged.reopened_at)}
        for column, is_ in (("reason", row.reason), ("reopened_at", row.at)):
            if is_ != wanted[column]:
                yield f"result_reopening {row.id}, {column}: the audit log has {wanted[column]}, is {is_}"
    for row in found.values():
        yield f"result_reopening {row.id}: the audit log has no record of it"


def _confirmations(session: Session, edition_id: int, record: SealRecord) -> Iterator[str]:
    """What fits is set aside; what is left on both sides is compared in its order, column by column."""
    raw = [_raw(session, getattr(SealConfirmation, name)).label(name) for name in CONFIRMATION]
    rows = session.execute(
        select(SealConfirmation.id, *raw).where(SealConfirmation.edition_id == edition_id).order_by(SealConfirmation.id)
    ).all()
    logged = [_values(session, one) for one in record.confirmations]
    there, left = Counter(tuple(row[1:]) for row in rows), []
    for values in logged:
        there[tuple(values.values())] -= 1
        if there[tuple(values.values())] < 0:
            there[tuple(values.values())] = 0
            left.append(values)
    strange = []
    for row in reversed(rows):
        if there[tuple(row[1:])] > 0:
            there[tuple(row[1:])] -= 1
            strange.insert(0, row)
    for row, values in zip(strange, left, strict=False):
        yield from _differing(row, values)
    for values in left[len(strange) :]:
        yield f"seal_confirmation: the row of {values['role']} at {values['confirmed_at']} is gone"
    for row in strange[len(left) :]:
        yield f"seal_confirmation {row.id}: the row was not there; the audit log has no record of it"


def _differing(row: Row[Any], values: Mapping[str, Any]) -> Iterator[str]:
    for column, wanted in values.items():
        if (is_ := getattr(row, column)) != wanted:
            yield f"seal_confirmation {row.id}, {column}: the audit log has {wanted}, is {is_}"


def _values(session: Session, one: LoggedConfirmation) -> dict[str, Any]:
    values = {name: getattr(one, name) for name in CONFIRMATION}
    return values | {name: _spelled(session, values[name]) for name in ("confirmed_at", "ended_at")}


def _orphans(session: Session) -> Iterator[str]:
    """Rows that belong to no sealed version."""
    seals = select(ResultSeal.id)
    for table, model in (("sealed_row", SealedRow), ("result_reopening", ResultReopening)):
        for id_ in session.scalars(select(model.id).where(model.seal_id.not_in(seals)).order_by(model.id)):
            yield f"{table} {id_}: belongs to no seal that is there"


def _raw(session: Session, column: Any) -> Any:
    """The column as it is stored, whatever stands in it. SQLite keeps times as text: another spelling is a change, too."""
    if isinstance(column.type, UtcDateTime) and session.get_bind().dialect.name != "sqlite":
        return column
    return type_coerce(column, String) if not isinstance(column.type, Integer) else column


def _spelled(session: Session, at: datetime | None) -> object:
    """A time as `_raw` gives it back."""
    if at is None or session.get_bind().dialect.name != "sqlite":
        return at
    return f"{at:%Y-%m-%d %H:%M:%S.%f}"
