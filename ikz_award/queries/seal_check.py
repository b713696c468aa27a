"""Is the database still what was sealed? Every frozen cell, the sealed versions themselves, and the audit log."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce
from sqlalchemy.orm import Session

from ikz_award.domain.audit_chain import GENESIS, canonical_json, first_broken
from ikz_award.domain.verification import Check, check_result, spelled
from ikz_award.models.audit import AuditEntry
from ikz_award.models.editions import Edition
from ikz_award.models.seal import ResultSeal, SealAct, SealConfirmation
from ikz_award.queries.audit import chained_records
from ikz_award.queries.phases import is_sealed
from ikz_award.queries.seal import envelope_of
from ikz_award.queries.sealed_rows import changed_cells, digests, frozen_rows, sealed_rows

# What reading a cell raises that holds something its type does not allow.
UNREADABLE = (ValueError, TypeError, LookupError)


def check_audit(session: Session) -> Check:
    """Walk the audit chain and name the first record that does not fit."""
    length = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    try:
        broken = first_broken(chained_records(session))
        broken = _first_respelled(session) if broken is None else broken
    except UNREADABLE:
        broken = _first_unreadable(session)
    if broken is None:
        return Check(True, f"audit log: {length} records, each fits the one before it")
    row = session.execute(
        select(AuditEntry.id, AuditEntry.action, AuditEntry.subject).order_by(AuditEntry.id).offset(broken).limit(1)
    ).one()
    return Check(False, f"audit log: record {broken + 1} (id {row.id}, {row.action}, {row.subject}) does not fit")


def _first_respelled(session: Session) -> int | None:
    """The place of the first record whose time reads the same but is not spelled as we do."""
    return _respelled(session, select(AuditEntry.at, type_coerce(AuditEntry.at, String)).order_by(AuditEntry.id))


def _respelled(session: Session, times: Select[datetime, Any]) -> int | None:
    """The place of the first of the `times` (read, and as stored) in another spelling: SQLite keeps times as text."""
    if session.get_bind().dialect.name != "sqlite":
        return None
    rows = session.execute(times)
    return next((place for place, (at, raw) in enumerate(rows) if f"{at:%Y-%m-%d %H:%M:%S.%f}" != raw), None)


def _first_unreadable(session: Session) -> int | None:
    """The place of the first record whose columns are no longer what their types say."""
    for place, id_ in enumerate(session.scalars(select(AuditEntry.id).order_by(AuditEntry.id)).all()):
        try:
            session.get(AuditEntry, id_)
        except UNREADABLE:
            return place
    return None


def check_database(session: Session) -> tuple[Check, ...]:
    """Every sealed version of every edition against the database, and the audit log."""
    found: list[Check] = []
    for id_ in session.scalars(select(ResultSeal.id).order_by(ResultSeal.id)).all():
        try:
            found += _checked(session, session.get_one(ResultSeal, id_))
        except UNREADABLE as error:
            found.append(Check(False, f"seal {id_}: the row cannot be read ({type(error).__name__})"))
    return (*found, check_audit(session))


def _checked(session: Session, seal: ResultSeal) -> Iterator[Check]:
    name = f"seal {seal.id}"
    try:
        document = json.loads(seal.document)
        content = spelled(envelope_of(seal))
        tables, audit, slug = document["tables"], document["audit"], document["edition"]["slug"]
    except (ValueError, KeyError, TypeError) as error:
        yield Check(False, f"{name}: the document cannot be read ({type(error).__name__})")
        return
    yield from (Check(one.is_passed, f"{name}, {one.text}") for one in check_result(content))
    yield from _columns(session, seal, name, slug)
    rows = sealed_rows(session, seal_id=seal.id)
    copied = digests(rows)
    if wrong := sorted(table for table in {*copied, *tables} if copied.get(table) != tables.get(table)):
        yield Check(False, f"{name}: the copies of these tables were changed: {', '.join(wrong)}")
    if is_sealed(session, edition_id=seal.edition_id) and seal.reopening is None:
        differences = list(changed_cells(rows, list(frozen_rows(session, edition_id=seal.edition_id)), tables))
        yield from (Check(False, f"{name}, {difference}") for difference in differences)
        if not differences:
            yield Check(True, f"{name}: all {len(rows)} frozen rows are as they were sealed")
    yield from _position(session, name, audit["length"], audit["head"])


def _columns(session: Session, seal: ResultSeal, name: str, slug: str) -> Iterator[Check]:
    """What stands beside the document, and who confirmed it."""
    document = json.loads(seal.document)
    stated = {
        "version": document["version"],
        "sealed_at": document["sealed_at"],
        "edition": slug,
        "confirmed_by": sorted((one["role"], one["at"]) for one in document["confirmed_by"]),
    }
    confirmed = session.scalars(
        select(SealConfirmation).where(
            SealConfirmation.edition_id == seal.edition_id,
            SealConfirmation.act == SealAct.SEAL,
            SealConfirmation.content_sha256 == document["content_sha256"],
            SealConfirmation.ended_at == seal.sealed_at,
        )
    )
    actual = {
        "version": seal.version,
        "sealed_at": _spelled_time(seal.sealed_at),
        "edition": session.scalar(select(Edition.slug).where(Edition.id == seal.edition_id)),
        "confirmed_by": sorted((one.role.value, _spelled_time(one.confirmed_at)) for one in confirmed),
    }
    for column, value in stated.items():
        if actual[column] != value:
            yield Check(False, f"{name}, {column}: sealed {value}, is {actual[column]}")
    own = select(ResultSeal.sealed_at, type_coerce(ResultSeal.sealed_at, String).label("raw")).where(ResultSeal.id == seal.id)
    if _respelled(session, own) is not None:
        yield Check(False, f"{name}, sealed_at: is spelled otherwise than it was sealed")


def _spelled_time(value: object) -> str:
    return json.loads(canonical_json(value))


def _position(session: Session, name: str, length: int, head: str) -> Iterator[Check]:
    """The audit log still has, at the place it ended then, the hash it ended with."""
    then = session.scalar(select(AuditEntry.hash).order_by(AuditEntry.id).offset(max(length - 1, 0)).limit(1)) or GENESIS
    is_same = then == head
    yield Check(is_same, f"{name}: the audit log {'still contains' if is_same else 'no longer contains'} its head at {length}")
