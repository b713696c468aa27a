"""Jurors who were taken off the panel after they had worked: one condition for all who ask."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, exists, not_, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, JurorEnd, ScoreSheet
from ikz_award.models.people.accounts import Account

Id = InstrumentedAttribute[int] | int


def has_left_jury(juror_id: Id) -> ColumnElement[bool]:
    """Whether a juror is off the panel now."""
    end = aliased(JurorEnd)
    return exists().where(end.juror_id == juror_id, end.undone_at.is_(None))


def is_set_aside(juror_id: Id) -> ColumnElement[bool]:
    """Whether the sheets of a juror who left do not count."""
    end = aliased(JurorEnd)
    return exists().where(end.juror_id == juror_id, end.undone_at.is_(None), ~end.keeps_points)


def is_void(juror_id: Id) -> ColumnElement[bool]:
    """Of a juror who left, whether there is nothing on an entry that counts; for queries over `Entry`."""
    sheet = aliased(ScoreSheet)
    is_done = exists().where(
        sheet.juror_id == juror_id,
        sheet.entry_id == Entry.id,
        sheet.status.in_((SheetStatus.SUBMITTED, SheetStatus.ABSTAINED)),
    )
    return and_(has_left_jury(juror_id), not_(and_(is_done, ~is_set_aside(juror_id))))


def is_still_let_in(session: Session, *, actor: Actor) -> bool:
    """Whether an actor who was known when the request came may still act: the account is open, and every seat is kept."""
    if actor.account_id is None:
        return True
    is_locked = select(Account.id).where(Account.id == actor.account_id, ~Account.active).exists()
    seats = [seat.juror_id for seat in actor.seats.values()]
    has_lost = exists().where(JurorEnd.juror_id.in_(seats), JurorEnd.undone_at.is_(None))
    return not session.scalar(select(or_(is_locked, has_lost) if seats else is_locked))


def juror_ends(session: Session, *, edition_id: int) -> Sequence[JurorEnd]:
    """Every end, taken back or not, in the order it happened."""
    found = select(JurorEnd).join(Juror, Juror.id == JurorEnd.juror_id).where(Juror.edition_id == edition_id)
    return session.scalars(found.order_by(JurorEnd.id)).all()
