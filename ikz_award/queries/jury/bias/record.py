"""The record of bias of an edition, for chair, organiser and minutes: recusals, denials, hints nobody has decided yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import BiasMatter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.bias import HintDecision, HintOutcome, Ruling
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.queries.jury.bias.hints import StatedHint, hints_of_jurors
from ikz_award.queries.permissions.matters import bias_matter


@dataclass(frozen=True, kw_only=True)
class RecordedRecusal:
    """Who is excluded from what and why; `decided_by` is the juror, or who overruled the juror's denial."""

    juror: str
    juror_id: int
    entry: Entry
    reason: str
    decided_by: str
    is_own: bool
    at: datetime
    hints: tuple[HintDecision, ...]


@dataclass(frozen=True, kw_only=True)
class OpenHint:
    """An undecided hint: the juror cannot score this entry yet."""

    juror: str
    entry: Entry
    stated: StatedHint


def matter_of_denial(session: Session, *, actor: Actor, decision: HintDecision) -> BiasMatter:
    """What the permission table needs to know about a denial; `is_recused` is about the actor."""
    seat = actor.seat(decision.entry.edition_id)
    if seat is None:
        return bias_matter(decision, is_recused=False)
    own = select(Recusal.id).where(Recusal.juror_id == seat.juror_id, Recusal.entry_id == decision.entry_id)
    return bias_matter(decision, is_recused=session.scalar(own) is not None)


def denials(session: Session, *, actor: Actor, edition: Edition) -> Sequence[HintDecision]:
    """Denials on which the actor may rule, those that wait first."""
    rows = session.scalars(
        _decisions(edition).where(HintDecision.outcome == HintOutcome.DENIED).order_by(HintDecision.decided_at, HintDecision.id)
    )
    seat = actor.seat(edition.id)
    own = select(Recusal.entry_id).where(Recusal.juror_id == (seat.juror_id if seat else None))
    recused = frozenset(session.scalars(own))
    found = [
        row for row in rows if is_allowed(actor, Action.RULE_ON_BIAS, bias_matter(row, is_recused=row.entry_id in recused))
    ]
    return sorted(found, key=lambda row: row.ruling is not None)


def denial_of(session: Session, *, actor: Actor, edition: Edition, public_id: str) -> HintDecision:
    """A denial on which the actor may rule. Raises `NotFound` for every other."""
    row = session.scalar(
        _decisions(edition).where(HintDecision.public_id == public_id, HintDecision.outcome == HintOutcome.DENIED)
    )
    if row is None:
        raise NotFound
    require(actor, Action.RULE_ON_BIAS, matter_of_denial(session, actor=actor, decision=row))
    return row


def recorded_recusals(session: Session, *, edition: Edition) -> Sequence[RecordedRecusal]:
    """Every recusal of the edition in the order of its time, with the hints it rests on."""
    decided: dict[tuple[int, int], list[HintDecision]] = {}
    for row in session.scalars(_decisions(edition)):
        if row.outcome is HintOutcome.BIASED or row.ruling is Ruling.OVERRULED:
            decided.setdefault((row.juror_id, row.entry_id), []).append(row)
    rows = session.execute(
        select(Recusal, Juror, Entry)
        .join(Juror, Juror.id == Recusal.juror_id)
        .join(Entry, Entry.id == Recusal.entry_id)
        .where(Juror.edition_id == edition.id)
        .order_by(Recusal.declared_at, Recusal.id)
    )
    return [_recorded(recusal, juror, entry, tuple(decided.get((juror.id, entry.id), ()))) for recusal, juror, entry in rows]


def denial_counts(session: Session, *, edition: Edition) -> tuple[int, int]:
    """How many hints were denied, and how many of these denials were confirmed."""
    rulings = [row.ruling for row in session.scalars(_decisions(edition)) if row.outcome is HintOutcome.DENIED]
    return len(rulings), rulings.count(Ruling.CONFIRMED)


def unruled_denials(session: Session, *, edition_id: int) -> int:
    """How many denied hints nobody has ruled on yet."""
    query = select(func.count(HintDecision.id)).join(Juror, Juror.id == HintDecision.juror_id)
    is_waiting = (HintDecision.outcome == HintOutcome.DENIED, HintDecision.ruling.is_(None))
    return session.scalar(query.where(Juror.edition_id == edition_id, *is_waiting)) or 0


def open_hints(session: Session, *, edition: Edition) -> Sequence[OpenHint]:
    """Undecided hints of all jurors on admitted entries from which they are not recused."""
    jurors = session.scalars(select(Juror).where(Juror.edition_id == edition.id).order_by(Juror.position, Juror.id)).all()
    entries = session.scalars(
        select(Entry).where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED).order_by(Entry.number)
    ).all()
    recusals = select(Recusal.juror_id, Recusal.entry_id).join(Juror, Juror.id == Recusal.juror_id)
    recused = {tuple(row) for row in session.execute(recusals.where(Juror.edition_id == edition.id))}
    hints = hints_of_jurors(
        session, edition=edition, juror_ids=[one.id for one in jurors], entry_ids=[one.id for one in entries]
    )
    return [
        OpenHint(juror=juror.account.name or juror.account.email, entry=entry, stated=one)
        for juror in jurors
        for entry in entries
        if (juror.id, entry.id) not in recused
        for one in hints[juror.id].get(entry.id, ())
        if one.is_open
    ]


def _decisions(edition: Edition) -> Select[HintDecision]:
    return (
        select(HintDecision)
        .join(Juror, Juror.id == HintDecision.juror_id)
        .where(Juror.edition_id == edition.id)
        .options(
            joinedload(HintDecision.juror),
            joinedload(HintDecision.entry),
            joinedload(HintDecision.body),
            joinedload(HintDecision.tie),
            joinedload(HintDecision.ruler),
        )
    )


def _recorded(recusal: Recusal, juror: Juror, entry: Entry, hints: tuple[HintDecision, ...]) -> RecordedRecusal:
    name = juror.account.name or juror.account.email
    ruler = next((row.ruler for row in hints if row.ruling is Ruling.OVERRULED and row.ruler), None)
    return RecordedRecusal(
        juror=name,
        juror_id=juror.id,
        entry=entry,
        reason=recusal.reason,
        is_own=ruler is None,
        decided_by=(ruler.name or ruler.email) if ruler else name,
        at=recusal.declared_at,
        hints=hints,
    )
