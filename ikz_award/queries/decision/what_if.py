"""A category's ranking under other weights, for the organiser and the chair."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.ranking import rank
from ikz_award.domain.jury.scoring import CriterionWeight
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking, RankedLine
from ikz_award.queries.jury.shown_names import shown_names
from ikz_award.queries.permissions.matters import edition_matter


@dataclass(frozen=True, kw_only=True)
class TriedLine:
    """An entry's place under the tried weights, beside the place that counts (`line.rank`, `line.mean`)."""

    line: RankedLine
    rank: int
    mean: Fraction

    @property
    def moved(self) -> int:
        """How many ranks better (positive) or worse than the one that counts."""
        return (self.line.rank or self.rank) - self.rank


def categories_to_try(session: Session, *, actor: Actor, edition: Edition) -> Sequence[Category]:
    """The categories with something ranked to try weights on; a chair's own biased categories are among them, to be refused
    with the reason. Raises `Refused` while scoring is open."""
    _require(actor, edition)
    used = select(Entry.category_id).where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
    found = select(Category).where(Category.edition_id == edition.id, Category.id.in_(used)).order_by(Category.position)
    return session.scalars(found).all()


def _require(actor: Actor, edition: Edition) -> None:
    """Other jurors are not told that there is such a page; whom it is for is told when it opens."""
    require(actor, Action.TRY_WEIGHTS, edition_matter(edition))


def ranking_to_try(session: Session, *, actor: Actor, edition: Edition, category: Category) -> CategoryRanking:
    """The ranking that counts. Raises `Refused` while scoring is open, and for a chair recused from one of the entries: the
    others' points would tell that one's."""
    _require(actor, edition)
    seat = actor.seat(edition.id)
    recused = select(Recusal.id).join(Entry, Entry.id == Recusal.entry_id).where(Entry.category_id == category.id).limit(1)
    if seat is not None and session.scalar(recused.where(Recusal.juror_id == seat.juror_id)) is not None:
        raise Refused(
            reason="recused",
            message=_(
                "In dieser Kategorie sind Sie für einen Beitrag befangen. Die Punkte dieser Kategorie bleiben Ihnen "
                "deshalb verborgen; das Kompetenzzentrum kann die Gewichte für die Jury durchspielen."
            ),
        )
    [found] = counted_rankings(session, edition=edition, category_id=category.id)
    names = shown_names(session, actor=actor, edition=edition)
    return replace(found, lines=[replace(line, lead_name=names.lead(line.lead_name)) for line in found.lines])


def tried(ranking: CategoryRanking, weights: Mapping[str, int]) -> Sequence[TriedLine]:
    """The ranked entries by `weights` (criterion key → share, not all 0), best first."""
    lines = {line.number: line for line in ranking.lines if line.rank is not None}
    tried_weights = [CriterionWeight(one.key, weights[one.key]) for one in ranking.criteria]
    return [
        TriedLine(line=lines[one.entry], rank=one.rank, mean=one.mean)
        for one in rank(lines, ranking.sheets, tried_weights, ranking.rules)
        if one.rank is not None and one.mean is not None
    ]
