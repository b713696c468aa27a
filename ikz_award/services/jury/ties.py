"""What a juror is tied to: kept by the juror alone, as keys of the register."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Juror, JurorTie
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.jury import seat_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.TIE_ADD)
def add_tie(work: Work, *, edition_slug: str, body_key: str, kind: TieKind, ended_on: date | None = None) -> str:
    """Keep a tie to a current body of the register; the body's name. Raises `Invalid` for `body`, `ended_on`."""
    edition, juror = _place(work, edition_slug)
    body = work.session.get(RegisterBody, body_key)
    if body is None or not body.is_current:
        raise NotFound
    if ended_on is None and kind is TieKind.FORMER_OFFICE:
        raise Invalid({"ended_on": _("Bitte geben Sie an, wann dieses Amt endete.")})
    _require_past(ended_on, work.now)
    known = select(JurorTie.id).where(JurorTie.juror_id == juror.id, JurorTie.body_key == body.key, JurorTie.kind == kind)
    if work.session.scalar(known) is not None:
        raise Invalid({"body": _("%(name)s steht mit dieser Art schon in Ihrer Liste.", name=body.official_name)})
    row = JurorTie(juror_id=juror.id, body_key=body.key, kind=kind, ended_on=ended_on)
    work.session.add(row)
    work.session.flush()
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id, new=_state(row))
    return body.official_name


@use_case(AuditAction.TIE_END)
def end_tie(work: Work, *, edition_slug: str, tie_id: int, ended_on: date | None) -> None:
    """Say when a tie ended; an office goes on to count for five years. Raises `NotFound` for another juror's tie."""
    edition, juror = _place(work, edition_slug)
    row = _own_tie(work, juror, tie_id)
    if ended_on is None:
        raise Invalid({"ended_on": _("Bitte geben Sie das Datum an, an dem die Bindung endete.")})
    _require_past(ended_on, work.now)
    old, row.ended_on = _state(row), ended_on
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id, old=old, new=_state(row))


@use_case(AuditAction.TIE_REMOVE)
def remove_tie(work: Work, *, edition_slug: str, tie_id: int) -> None:
    """Take out a tie that was never one; the audit log keeps it. What was decided about its hints stays decided."""
    edition, juror = _place(work, edition_slug)
    row = _own_tie(work, juror, tie_id)
    work.session.delete(row)
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id, old=_state(row))


def _place(work: Work, edition_slug: str) -> tuple[Edition, Juror]:
    edition = edition_by_slug(work.session, edition_slug)
    seat = seat_of(work.actor, edition.id)
    require(work.actor, Action.KEEP_TIES, edition_matter(edition))
    # On PostgreSQL this makes two tabs of one juror take turns; SQLite has one writer anyway.
    return edition, work.session.scalars(select(Juror).where(Juror.id == seat.juror_id).with_for_update(of=Juror)).one()


def _own_tie(work: Work, juror: Juror, tie_id: int) -> JurorTie:
    row = work.session.scalar(select(JurorTie).where(JurorTie.id == tie_id, JurorTie.juror_id == juror.id))
    if row is None:
        raise NotFound
    return row


def _require_past(day: date | None, now: datetime) -> None:
    if day is not None and day > utc_to_berlin(now).date():
        raise Invalid({"ended_on": _("Dieses Datum liegt in der Zukunft.")}, reason="future")


def _state(row: JurorTie) -> dict[str, Any]:
    return {"key": row.body_key, "kind": row.kind.value, "ended_on": str(row.ended_on) if row.ended_on else None}
