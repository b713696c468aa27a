"""The jury's meeting: who may vote, when there is a quorum, what a vote comes to.

The edition's voting rules say which part has to be there and what a tie comes to (see `domain.decision.voting_rules`). The
majority of
the votes decides; abstentions count for neither side.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ikz_award.domain.decision.voting_rules import VotingRules
from ikz_award.domain.permissions.actors import PanelRole


class MotionKind(StrEnum):
    """What a motion is about: the prize, no prize, a commendation, or anything else the jury votes on."""

    WINNER = "winner"
    NO_PRIZE = "no_prize"
    COMMENDATION = "commendation"
    OTHER = "other"


class Choice(StrEnum):
    """A vote cast. An abstention is cast, too, but weighs neither for the motion nor against it (see `outcome`)."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Outcome(StrEnum):
    """What a counted motion comes to. A tie is rejected unless the edition's rules let the chair decide."""

    CARRIED = "carried"
    REJECTED = "rejected"
    # Nothing is decided; the motion can be put again.
    NO_QUORUM = "no_quorum"

    @property
    def is_carried(self) -> bool:
        """The jury wants it so."""
        return self is Outcome.CARRIED


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Votes cast on one motion, by choice; those absent or recused are in none of the three."""

    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstain

    @property
    def is_tied(self) -> bool:
        """As many yes as no, and somebody said either."""
        return self.yes == self.no and self.yes > 0


def entitled(panel: Mapping[int, PanelRole], *, recused: Collection[int]) -> frozenset[int]:
    """Who has a vote on a matter: members and chair without those recused from it. A deputy votes once made a member."""
    return frozenset(juror for juror, role in panel.items() if role is not PanelRole.DEPUTY and juror not in recused)


def seats_used(
    voters: Collection[int], *, cast: Mapping[int, datetime], moves: Sequence[tuple[datetime, int, int]]
) -> frozenset[int]:
    """The `voters` on a secret motion, where a seat whose vote is `cast` (by whom → when) is that voter's to the end.

    A secret vote cannot be taken back: who has the seat now has none left. `moves`: when, who left a seat, who took it.
    """
    holders = dict(zip(cast, cast, strict=True))
    for at, before, after in moves:
        holders |= {voter: after for voter, holder in holders.items() if holder == before and cast[voter] <= at}
    return (frozenset(voters) - set(holders.values())) | set(cast)


def taking_part(
    voters: Collection[int], *, present: Collection[int], cast: Collection[int], is_written: bool, is_secret: bool
) -> frozenset[int]:
    """Which of the `voters` take part in a vote; `cast`: who has voted.

    In a sitting those who are there, silent or not; a secret vote cannot be taken back, so who cast one and left is among them.
    In writing nobody is there: only a vote is taking part.
    """
    there = set(cast) if is_written else set(present) | (set(cast) if is_secret else set())
    return frozenset(set(voters) & there)


def has_quorum(voters: Collection[int], *, present: Collection[int], rules: VotingRules) -> bool:
    """Whether enough of the entitled `voters` take part (`present`); those recused count on neither side."""
    return len(set(voters) & set(present)) >= rules.needed(len(set(voters)))


def tally(choices: Iterable[Choice]) -> Tally:
    """Count votes; their order plays no part."""
    found = list(choices)
    return Tally(yes=found.count(Choice.YES), no=found.count(Choice.NO), abstain=found.count(Choice.ABSTAIN))


def outcome(votes: Tally, *, is_quorate: bool, rules: VotingRules, chair: Choice | None = None) -> Outcome:
    """What was decided; `chair` is the chair's own vote where it is known, which it is not in a secret vote."""
    if not is_quorate:
        return Outcome.NO_QUORUM
    if votes.is_tied:
        return Outcome.CARRIED if rules.chair_breaks_ties and chair is Choice.YES else Outcome.REJECTED
    return Outcome.CARRIED if votes.yes > votes.no else Outcome.REJECTED
