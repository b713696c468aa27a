"""The draws by lot of an edition: what was announced, what was drawn, and with what anybody can draw again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.decision.lot import Drawn, draw
from ikz_award.domain.decision.ranking import TieRule
from ikz_award.models.decision.lot import Lot, LotEntry
from ikz_award.models.decision.meeting import Meeting
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking


@dataclass(frozen=True, kw_only=True)
class DrawnLot:
    """An entry in the order it was drawn; `lot` is the hash that put it there."""

    number: str
    title: str
    lot: str


@dataclass(frozen=True, kw_only=True)
class LotView:
    """`secret` and `order` are empty until it is drawn: till then nobody is to know the secret."""

    public_id: str
    category_id: int
    category: str
    commitment: str
    announced_at: datetime
    candidates: Sequence[tuple[str, str]]
    secret: str
    words: str
    drawn_at: datetime | None
    order: Sequence[DrawnLot]

    @property
    def is_drawn(self) -> bool:
        return self.drawn_at is not None


def lots_of(session: Session, *, edition_id: int, category_id: int | None = None) -> Sequence[LotView]:
    """In the order they were announced."""
    wanted = (
        select(Lot)
        .join(Meeting, Meeting.id == Lot.meeting_id)
        .where(Meeting.edition_id == edition_id)
        .options(joinedload(Lot.category))
        .order_by(Lot.id)
    )
    if category_id is not None:
        wanted = wanted.where(Lot.category_id == category_id)
    return [_view(lot) for lot in session.scalars(wanted)]


def lots_for(session: Session, *, edition_id: int, juror_id: int) -> Sequence[LotView]:
    """Those a juror may see: not where recused from one of the entries, for a lot tells how they stand."""
    recused = set(session.scalars(select(Recusal.entry_id).where(Recusal.juror_id == juror_id)))
    hidden = select(LotEntry.lot_id).where(LotEntry.entry_id.in_(recused))
    unseen = set(session.scalars(select(Lot.public_id).where(Lot.id.in_(hidden)))) if recused else set()
    return [one for one in lots_of(session, edition_id=edition_id) if one.public_id not in unseen]


def lots_in_force(session: Session, *, edition: Edition) -> Mapping[int, Lot]:
    """By category id the drawn lot, if it was between exactly the entries that share rank 1 now."""
    drawn = (
        select(Lot)
        .join(Meeting, Meeting.id == Lot.meeting_id)
        .where(Meeting.edition_id == edition.id, Lot.drawn_at.is_not(None))
    )
    found: dict[int, Lot] = {}
    for lot in session.scalars(drawn.order_by(Lot.id)).all():
        [ranking] = counted_rankings(session, edition=edition, category_id=lot.category_id)
        if {one.entry.public_id for one in lot.candidates} == {line.public_id for line in ranking.leaders}:
            found[lot.category_id] = lot
    return found


def may_draw_lots(edition: Edition, ranking: CategoryRanking) -> bool:
    """Whether the edition's rules let the lot decide, and there is something to decide: several entries on rank 1."""
    return TieRule.LOT in edition.tie_break and len(ranking.leaders) > 1


def _view(lot: Lot) -> LotView:
    titles = {one.number: one.entry.title for one in lot.candidates}
    drawn: Sequence[Drawn] = ()
    if lot.drawn_at is not None:
        drawn = draw(secret=lot.secret, words=lot.words, numbers=list(titles))
    return LotView(
        public_id=lot.public_id,
        category_id=lot.category_id,
        category=lot.category.name,
        commitment=lot.commitment,
        announced_at=lot.announced_at,
        candidates=list(titles.items()),
        secret=lot.secret if lot.drawn_at else "",
        words=lot.words,
        drawn_at=lot.drawn_at,
        order=[DrawnLot(number=one.number, title=titles[one.number], lot=one.lot) for one in drawn],
    )
