"""How a decision stands with the jury's votes: pure functions of the motions put on a category's prize, in their order.

The newest motion on a winner (or on no prize) says what the jury last thought of it. A motion that was carried binds until the
jury carries another or rejects it: a prize for A that was carried speaks against a later decision for B, too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ikz_award.domain.decision.meeting import Outcome, Tally
from ikz_award.domain.decision.voting_rules import VotingRules


class Standing(StrEnum):
    """What the votes say of a decision, the worse the further down."""

    CARRIED = "carried"
    # Nothing was put to the vote, or only before scoring was opened again.
    NONE = "none"
    # The jury has carried something else.
    OTHERWISE = "otherwise"
    NO_QUORUM = "no_quorum"
    TIED = "tied"
    REJECTED = "rejected"
    # A vote on this category's prize is still running.
    OPEN = "open"

    @property
    def is_voted(self) -> bool:
        """There was, or is, a vote."""
        return self is not Standing.NONE


_ORDER = tuple(Standing)
NO_VOTES = Tally()


@dataclass(frozen=True, kw_only=True)
class PrizeMotion:
    """A motion on a category's prize. `entry`: for whom, None: no prize. `is_current`: put since scoring was closed last."""

    id: int
    entry: str | None
    outcome: Outcome | None
    tally: Tally = NO_VOTES
    is_current: bool = True


@dataclass(frozen=True, kw_only=True)
class VoteFinding:
    """What the votes say of one winner (None: of no prize), and the motion that says so."""

    entry: str | None
    standing: Standing
    motion: PrizeMotion | None = None


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """What the votes say of a decision: a finding for each winner, and one for each carried motion it passes over."""

    findings: tuple[VoteFinding, ...]

    @property
    def standing(self) -> Standing:
        """The worst of them."""
        return max((one.standing for one in self.findings), key=_ORDER.index)

    def adverse(self, rules: VotingRules) -> tuple[VoteFinding, ...]:
        return tuple(one for one in self.findings if is_adverse(one.standing, rules))

    @property
    def carried(self) -> frozenset[str]:
        """The winners the jury itself has carried: where it votes, no lot decides."""
        return frozenset(one.entry for one in self.findings if one.standing is Standing.CARRIED and one.entry is not None)

    def motion_id(self, rules: VotingRules) -> int | None:
        """The newest motion that speaks against the decision; where none does, the newest that carried it."""
        said = self.adverse(rules) or self.findings
        return max((one.motion.id for one in said if one.motion is not None), default=None)


def is_adverse(standing: Standing, rules: VotingRules) -> bool:
    """Whether a decision that stands like this is one against the vote, or without one where there has to be one."""
    return standing is not Standing.CARRIED and (standing is not Standing.NONE or rules.needs_vote)


def judge(motions: Sequence[PrizeMotion], *, winners: Collection[str], is_shared: bool) -> Judgement:
    """What the `motions` on a category's prize say of its going to the `winners`; none: of no prize.

    `motions` are in the order they were put, without those for entries that no longer take part. `is_shared`: the edition
    shares prizes, so that a motion carried for one entry leaves another's in force.
    """
    chosen: tuple[str | None, ...] = tuple(winners) or (None,)
    running = next((one for one in motions if one.outcome is None), None)
    if running is not None:
        return Judgement(findings=(VoteFinding(entry=running.entry, standing=Standing.OPEN, motion=running),))
    carried = _in_force(motions, is_shared=is_shared)
    findings = [_finding(motions, entry, carried) for entry in chosen]
    named = {one.motion.id for one in findings if one.motion is not None}
    passed_over = [one for entry, one in carried.items() if entry not in chosen and one.id not in named]
    findings += [VoteFinding(entry=one.entry, standing=Standing.OTHERWISE, motion=one) for one in passed_over]
    return Judgement(findings=tuple(findings))


def _in_force(motions: Sequence[PrizeMotion], *, is_shared: bool) -> Mapping[str | None, PrizeMotion]:
    """The carried motions that nothing later has taken back, by what they are for."""
    carried: dict[str | None, PrizeMotion] = {}
    for motion in motions:
        if motion.outcome is Outcome.CARRIED:
            if motion.entry is None or not is_shared:
                carried.clear()
            carried.pop(None, None)
            carried[motion.entry] = motion
        elif motion.outcome is Outcome.REJECTED:
            carried.pop(motion.entry, None)
    return carried


def _finding(motions: Sequence[PrizeMotion], entry: str | None, carried: Mapping[str | None, PrizeMotion]) -> VoteFinding:
    last = next((one for one in reversed(motions) if one.entry == entry), None)
    other = max((one for place, one in carried.items() if place != entry), key=lambda one: one.id, default=None)
    if last is None or (last.outcome is Outcome.CARRIED and entry not in carried):
        standing = Standing.NONE if other is None else Standing.OTHERWISE
        return VoteFinding(entry=entry, standing=standing, motion=other)
    if last.outcome is Outcome.CARRIED:
        return VoteFinding(entry=entry, standing=Standing.CARRIED if last.is_current else Standing.NONE, motion=last)
    if last.outcome is Outcome.NO_QUORUM:
        return VoteFinding(entry=entry, standing=Standing.NO_QUORUM, motion=last)
    return VoteFinding(entry=entry, standing=Standing.TIED if last.tally.is_tied else Standing.REJECTED, motion=last)


def still_fits(judged: Judgement, *, recorded: tuple[Standing | None, int | None], rules: VotingRules) -> bool:
    """Whether a decision, recorded when the votes stood so, still says what they say now.

    One that follows the vote always does, unless it was recorded as one against it; one against it only as long as no newer
    motion says something else. A decision from before standings were recorded has None.
    """
    before = recorded[0]
    if not judged.adverse(rules):
        return before is None or not is_adverse(before, rules)
    if judged.standing is Standing.OPEN or not rules.allows_against_vote:
        return False
    return recorded == (judged.standing, judged.motion_id(rules))
