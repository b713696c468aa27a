"""Is the audit log whole? Each record fits the one before, the newest is there, and so are the heads noted elsewhere."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce
from sqlalchemy.orm import Session

from ikz_award.domain.seal.audit_chain import GENESIS, first_broken
from ikz_award.domain.seal.verification import Check
from ikz_award.models.record.audit import AuditEntry, AuditHead
from ikz_award.queries.record.audit import audit_head, chained_records

# What reading a cell raises that holds something its type does not allow.
UNREADABLE = (ValueError, TypeError, LookupError)


def check_audit(session: Session, *, heads: Collection[str] = ()) -> tuple[Check, ...]:
    """Walk the chain and name the first record that does not fit; `heads`: hashes that somebody noted elsewhere."""
    return (_chain(session), *end_of_log(session), *(_kept(session, head) for head in heads))


def _chain(session: Session) -> Check:
    length = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    try:
        broken = first_broken(chained_records(session))
        broken = _first_respelled(session) if broken is None else broken
    except UNREADABLE:
        broken = _first_unreadable(session)
    if broken is None:
        return Check(True, f"audit log: {length} records, each fits the one before it, head {audit_head(session)}")
    row = session.execute(
        select(AuditEntry.id, AuditEntry.action, AuditEntry.subject).order_by(AuditEntry.id).offset(broken).limit(1)
    ).one()
    return Check(False, f"audit log: record {broken + 1} (id {row.id}, {row.action}, {row.subject}) does not fit")


def end_of_log(session: Session) -> Iterator[Check]:
    """The newest records are there: nothing in the chain itself would tell."""
    length = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    heads = session.execute(select(AuditHead.id, AuditHead.length, AuditHead.hash)).all()
    known = [(row.length, row.hash) for row in heads] or [(0, GENESIS)]
    if [row.id for row in heads] not in ([], [1]) or known != [(length, audit_head(session))]:
        stated = ", ".join(f"{count} records and head {newest}" for count, newest in known)
        yield Check(False, f"audit log: ends with {length} records and head {audit_head(session)}, audit_head has {stated}")


def _kept(session: Session, head: str) -> Check:
    head = head.strip().lower()
    length = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    found = session.scalar(select(AuditEntry.id).where(AuditEntry.hash == head))
    if found is None and head != GENESIS:
        return Check(
            False, f"audit log: has no record with the head {head}: records were removed or changed since it was noted"
        )
    place = session.scalar(select(func.count()).select_from(AuditEntry).where(AuditEntry.id <= (found or 0))) or 0
    return Check(True, f"audit log: still contains the head {head}, record {place} of {length}")


def _first_respelled(session: Session) -> int | None:
    """The place of the first record whose time reads the same but is not spelled as we do."""
    return respelled(session, select(AuditEntry.at, type_coerce(AuditEntry.at, String)).order_by(AuditEntry.id))


def respelled(session: Session, times: Select[datetime, Any]) -> int | None:
    """The place of the first of the `times` (read, and as stored) in another spelling: SQLite keeps times as text."""
    if session.get_bind().dialect.name != "sqlite":
        return None
    rows = session.execute(times)
    return next((place for place, (at, raw) in enumerate(rows) if at is not None and f"{at:%Y-%m-%d %H:%M:%S.%f}" != raw), None)


def _first_unreadable(session: Session) -> int | None:
    """The place of the first record whose columns are no longer what their types say."""
    for place, id_ in enumerate(session.scalars(select(AuditEntry.id).order_by(AuditEntry.id)).all()):
        try:
            session.get(AuditEntry, id_)
        except UNREADABLE:
            return place
    return None
