"""Is the database still what was sealed? Every frozen cell, the sealed versions themselves, and the audit log."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from ikz_award.domain.seal.audit_chain import GENESIS, canonical_json
from ikz_award.domain.seal.verification import Check, check_result, spelled
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.seal.seal import ResultSeal, SealAct, SealConfirmation
from ikz_award.queries.record.audit_check import UNREADABLE, check_audit, respelled
from ikz_award.queries.seal.record import check_seal_record, logged_seal
from ikz_award.queries.seal.rows import ORDER, changed_cells, digests, sealed_rows
from ikz_award.queries.seal.seal import envelope_of


def check_database(session: Session, *, keys: Mapping[str, str], heads: Collection[str] = ()) -> tuple[Check, ...]:
    """Every sealed version of every edition against the database, and the audit log against itself and all that names it.

    `keys`: public keys that are trusted, and whose each is; `heads`: hashes of the log that somebody noted elsewhere.
    """
    found: list[Check] = []
    for id_ in session.scalars(select(ResultSeal.id).order_by(ResultSeal.id)).all():
        try:
            found += _checked(session, session.get_one(ResultSeal, id_), keys)
        except UNREADABLE as error:
            found.append(Check(False, f"seal {id_}: the row cannot be read ({type(error).__name__})"))
    return (*found, *check_seal_record(session), *check_audit(session, heads=heads))


def _checked(session: Session, seal: ResultSeal, keys: Mapping[str, str]) -> Iterator[Check]:
    name = f"seal {seal.id}"
    try:
        document = json.loads(seal.document)
        content = spelled(envelope_of(seal))
        tables, audit, slug = document["tables"], document["audit"], document["edition"]["slug"]
    except (ValueError, KeyError, TypeError) as error:
        yield Check(False, f"{name}: the document cannot be read ({type(error).__name__})")
        return
    yield from (replace(one, text=f"{name}, {one.text}") for one in check_result(content, keys=keys))
    yield from _columns(session, seal, name, slug)
    rows = sealed_rows(session, seal_id=seal.id)
    copied = digests(rows)
    # A table that came later was not sealed: neither the document nor a copy knows it.
    known = {*tables, *(row.table for row in rows)}
    if wrong := sorted(table for table in known if copied.get(table) != tables.get(table)):
        yield Check(False, f"{name}: the copies of these tables were changed: {', '.join(wrong)}")
    if uncovered := [table for table in ORDER if table not in tables]:
        yield Check(True, f"{name}: sealed as {document['format']}, which covers less; not compared: {', '.join(uncovered)}")
    if _counts(session, seal):
        differences = list(changed_cells(session, edition_id=seal.edition_id, sealed=rows, tables=tables))
        yield from (Check(False, f"{name}, {difference}") for difference in differences)
        if not differences:
            yield Check(True, f"{name}: all {len(rows)} frozen rows are as they were sealed")
    yield from _position(session, name, audit["length"], audit["head"])


def _counts(session: Session, seal: ResultSeal) -> bool:
    """Whether it was not opened again; a reopening that the audit log does not know opens nothing."""
    if seal.reopening is None:
        return True
    try:
        logged = logged_seal(session, seal)
    except (*UNREADABLE, AttributeError):
        return False
    return logged is not None and logged.reopened_at is None


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
    if respelled(session, own) is not None:
        yield Check(False, f"{name}, sealed_at: is spelled otherwise than it was sealed")


def _spelled_time(value: object) -> str:
    return json.loads(canonical_json(value))


def _position(session: Session, name: str, length: int, head: str) -> Iterator[Check]:
    """The audit log still has, at the place it ended then, the hash it ended with."""
    then = session.scalar(select(AuditEntry.hash).order_by(AuditEntry.id).offset(max(length - 1, 0)).limit(1)) or GENESIS
    is_same = then == head
    yield Check(is_same, f"{name}: the audit log {'still contains' if is_same else 'no longer contains'} its head at {length}")
