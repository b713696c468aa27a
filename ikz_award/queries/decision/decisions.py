"""The jury's decisions beside the ranking they were made on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.permissions.actors import Actor
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.decision.ranking import rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from ikz_award.queries.decision.standing import decision_stands
from ikz_award.queries.decision.votes import DecidedVote, PrizeVotes, prize_votes
from ikz_award.queries.record.phase_history import last_closing_of_scoring


@dataclass(frozen=True, kw_only=True)
class CategoryResult:
    """A category's ranking and decision. `stands` False with a decision: it has to be recorded again."""

    category: Category
    ranking: CategoryRanking
    decision: Decision | None
    stands: bool
    # What the votes say of the decision, and what was put to the vote.
    vote: DecidedVote | None
    votes: PrizeVotes

    @property
    def is_settled(self) -> bool:
        """Whether there is a decision that stands, and it says what the jury's votes say."""
        return self.stands and self.vote is not None and self.vote.fits


def results(session: Session, *, actor: Actor, edition: Edition, category_id: int | None = None) -> Sequence[CategoryResult]:
    """The results of all categories, or of one. Raises `Refused` while scoring is open."""
    ranked = {ranking.key: ranking for ranking in rankings(session, actor=actor, edition=edition, category_id=category_id)}
    votes = prize_votes(session, edition=edition)
    closed_at = last_closing_of_scoring(session, edition_id=edition.id)
    rows = session.execute(
        select(Category, Decision)
        .outerjoin(Decision, Decision.category_id == Category.id)
        .options(joinedload(Decision.entry))
        .where(Category.edition_id == edition.id, Category.key.in_(ranked))
        .order_by(Category.position)
    )
    return [
        CategoryResult(
            category=category,
            ranking=ranked[category.key],
            decision=decision,
            stands=decision_stands(decision, closed_at=closed_at),
            vote=votes[category.id].of_decision(decision) if decision else None,
            votes=votes[category.id],
        )
        for category, decision in rows
    ]
