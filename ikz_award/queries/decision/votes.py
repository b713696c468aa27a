"""What the jury's votes say of decisions: the motions on a category's prize, beside the winners that are recorded or chosen."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.decision.lot import passes_over
from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.domain.decision.vote_standing import Judgement, PrizeMotion, Standing, VoteFinding, judge, still_fits
from ikz_award.domain.decision.voting_rules import VotingRules
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.lot import Lot
from ikz_award.models.decision.meeting import Meeting, Motion
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.queries.decision.lots import lots_in_force
from ikz_award.queries.record.phase_history import last_closing_of_scoring


@dataclass(frozen=True, kw_only=True)
class PrizeVotes:
    """The motions on one category's prize in their order, those included whose entry no longer takes part."""

    motions: Sequence[Motion]
    rules: VotingRules
    is_shared: bool
    closed_at: datetime | None = None
    # The lot that decides between those on rank 1, once it is drawn.
    lot: Lot | None = None

    def lot_against(self, winners: Collection[str], judgement: Judgement) -> Lot | None:
        """The lot that drew another entry than these winners; none where the jury has carried one of them in a vote."""
        if self.lot is None or self.lot.entry is None or judgement.carried:
            return None
        candidates = {one.entry.public_id for one in self.lot.candidates}
        return self.lot if passes_over(winners, candidates=candidates, drawn=self.lot.entry.public_id) else None

    def judge(self, winners: Collection[str]) -> Judgement:
        """What they say of these winners (public ids); none: of no prize."""
        facts = [_fact(one, closed_at=self.closed_at) for one in self.motions if _takes_part(one)]
        return judge(facts, winners=winners, is_shared=self.is_shared)

    def of_decision(self, decision: Decision) -> "DecidedVote":
        winners = [entry.public_id for entry in decision.winners]
        judgement = self.judge(winners)
        recorded = (decision.vote_standing, decision.motion_id)
        return DecidedVote(
            judgement=judgement,
            rules=self.rules,
            rows={one.id: one for one in self.motions},
            fits=still_fits(judgement, recorded=recorded, rules=self.rules) and self.lot_against(winners, judgement) is None,
        )


@dataclass(frozen=True, kw_only=True)
class DecidedVote:
    """What the votes say of a recorded decision. `fits` False: they say something else now, or a lot drew another entry."""

    judgement: Judgement
    rules: VotingRules
    rows: Mapping[int, Motion]
    fits: bool

    @property
    def adverse(self) -> tuple[VoteFinding, ...]:
        return self.judgement.adverse(self.rules)

    @property
    def carried(self) -> tuple[VoteFinding, ...]:
        return tuple(one for one in self.judgement.findings if one.standing is Standing.CARRIED)

    def row(self, finding: VoteFinding) -> Motion | None:
        return self.rows[finding.motion.id] if finding.motion else None


def prize_votes(session: Session, *, edition: Edition) -> Mapping[int, PrizeVotes]:
    """By category id, for every category of the edition."""
    found: dict[int, list[Motion]] = defaultdict(list)
    rows = session.scalars(
        select(Motion)
        .join(Meeting, Meeting.id == Motion.meeting_id)
        .where(Meeting.edition_id == edition.id, Motion.kind.in_((MotionKind.WINNER, MotionKind.NO_PRIZE)))
        .options(joinedload(Motion.entry), joinedload(Motion.meeting))
        .order_by(Motion.id)
    )
    for motion in rows:
        found[motion.category_id].append(motion)
    closed_at = last_closing_of_scoring(session, edition_id=edition.id)
    lots = lots_in_force(session, edition=edition)
    return {
        category.id: PrizeVotes(
            motions=found[category.id],
            rules=edition.voting,
            is_shared=edition.allows_shared_prize,
            closed_at=closed_at,
            lot=lots.get(category.id),
        )
        for category in edition.categories
    }


def categories_against_votes(session: Session, *, edition: Edition) -> tuple[str, ...]:
    """Names of the categories whose decision is not, or no longer, what the votes say and the edition allows."""
    votes = prize_votes(session, edition=edition)
    rows = session.execute(
        select(Category, Decision)
        .join(Decision, Decision.category_id == Category.id)
        .where(Category.edition_id == edition.id)
        .options(joinedload(Decision.entry))
        .order_by(Category.position)
    )
    return tuple(category.name for category, decision in rows if not votes[category.id].of_decision(decision).fits)


def _takes_part(motion: Motion) -> bool:
    return motion.entry is None or motion.entry.status is EntryStatus.ADMITTED


def _fact(motion: Motion, *, closed_at: datetime | None) -> PrizeMotion:
    return PrizeMotion(
        id=motion.id,
        entry=motion.entry.public_id if motion.entry else None,
        outcome=motion.valid_outcome,
        tally=motion.tally,
        is_current=closed_at is None or motion.closed_at is None or motion.closed_at >= closed_at,
    )
