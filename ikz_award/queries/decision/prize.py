"""The prize money of an edition's winners: who takes part, what was stated, what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import WinnerMatter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.models.decision.decisions import WINNERS, Decision
from ikz_award.models.decision.prize import PrizeShare, PrizeStatement
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.permissions.matters import edition_matter, winner_matter


@dataclass(frozen=True, kw_only=True)
class PrizeParticipant:
    """Who may get a part: the lead municipality and each partner."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Prize:
    """A winner and its money; `euro`: its part of the category's prize; `statement` None: nothing was stated yet."""

    entry: Entry
    category: Category
    euro: int
    participants: Sequence[PrizeParticipant]
    statement: PrizeStatement | None

    def share_of(self, participant: PrizeParticipant) -> PrizeShare | None:
        shares = self.statement.shares if self.statement else ()
        return next((share for share in shares if share.participant == participant.key), None)


def may_state(session: Session, *, actor: Actor, entry: Entry, now: datetime) -> bool:
    """Whether the actor may say how the prize of `entry` is divided and paid; for links, `prize_to_state` asks again."""
    return is_allowed(actor, Action.STATE_SHARES, _matter(session, entry, now))


def prize_to_state(session: Session, *, actor: Actor, public_id: str, now: datetime) -> Prize:
    """For the winner's people. Raises `NotFound` for another's entry, `Refused` for one that has won nothing (yet)."""
    entry = entry_for(session, actor=actor, public_id=public_id, now=now)
    require(actor, Action.STATE_SHARES, _matter(session, entry, now))
    return _prize(session, entry)


def prizes(session: Session, *, actor: Actor, edition: Edition) -> Sequence[Prize]:
    """Every winner's, in the order of the categories, for the organiser alone. Raises `Refused` before publication."""
    require(actor, Action.VIEW_PAYMENTS, edition_matter(edition))
    winners = session.scalars(
        select(Entry)
        .join(WINNERS, WINNERS.c.entry_id == Entry.id)
        .join(Category, Category.id == WINNERS.c.category_id)
        .where(Category.edition_id == edition.id)
        .order_by(Category.position, Entry.number)
    )
    return [_prize(session, entry) for entry in winners]


def state_of_details(found: Sequence[Prize]) -> str:
    """A mark of the bank details that there are: what is deleted must be what was looked at."""
    rows = [one.statement for one in found if one.statement is not None and one.statement.cleared_at is None]
    return ",".join(f"{one.id}.{one.version}" for one in rows)


def _matter(session: Session, entry: Entry, now: datetime) -> WinnerMatter:
    won = session.scalar(select(WINNERS.c.entry_id).where(WINNERS.c.entry_id == entry.id))
    return winner_matter(entry, now=now, is_winner=won is not None)


def _prize(session: Session, entry: Entry) -> Prize:
    category, decision = session.execute(
        select(Category, Decision)
        .join(Decision)
        .join(WINNERS, WINNERS.c.category_id == Category.id)
        .where(WINNERS.c.entry_id == entry.id)
    ).one()
    partners = session.scalars(select(Partner).where(Partner.entry_id == entry.id).order_by(Partner.position))
    return Prize(
        entry=entry,
        category=category,
        euro=dict(decision.awards)[entry],
        participants=[
            PrizeParticipant(key="lead", name=entry.lead.official_name),
            *(
                PrizeParticipant(key=f"partner-{one.id}", name=one.body.official_name if one.body else one.name)
                for one in partners
            ),
        ],
        statement=session.scalar(select(PrizeStatement).where(PrizeStatement.entry_id == entry.id)),
    )
