"""The jury's meeting: who may vote, when there is a quorum, what a vote comes to.

After the administrative procedure act of North Rhine-Westphalia (VwVfG NRW), sections 90 and 91: a committee has a quorum when
more than half of its members with a vote, and at least three, are there; the majority of the votes decides; in a tie the
chair's vote does, and without one the motion is rejected. Abstentions count for neither side.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ikz_award.domain.actors import PanelRole

SMALLEST_QUORUM = 3


class MotionKind(StrEnum):
    WINNER = "winner"
    NO_PRIZE = "no_prize"
    COMMENDATION = "commendation"
    OTHER = "other"


class Choice(StrEnum):
    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Outcome(StrEnum):
    CARRIED = "carried"
    REJECTED = "rejected"
    # Nothing is decided; the motion can be put again.
    NO_QUORUM = "no_quorum"


@dataclass(frozen=True, kw_only=True)
class Tally:
    yes: int = 0
    no: int = 0
    abstain: int = 0

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstain


def entitled(panel: Mapping[int, PanelRole], *, recused: Collection[int]) -> frozenset[int]:
    """Who has a vote on a matter: members and chair without those recused from it. A deputy votes once made a member."""
    return frozenset(juror for juror, role in panel.items() if role is not PanelRole.DEPUTY and juror not in recused)


def has_quorum(voters: Collection[int], *, present: Collection[int]) -> bool:
    """Whether enough of the entitled `voters` are there; those recused count on neither side."""
    there = len(set(voters) & set(present))
    return there >= SMALLEST_QUORUM and 2 * there > len(voters)


def tally(choices: Iterable[Choice]) -> Tally:
    found = list(choices)
    return Tally(yes=found.count(Choice.YES), no=found.count(Choice.NO), abstain=found.count(Choice.ABSTAIN))


def outcome(votes: Tally, *, is_quorate: bool, chair: Choice | None = None) -> Outcome:
    """What was decided; `chair` is the chair's own vote where it is known, which it is not in a secret vote."""
    if not is_quorate:
        return Outcome.NO_QUORUM
    if votes.yes == votes.no and votes.yes:
        return Outcome.CARRIED if chair is Choice.YES else Outcome.REJECTED
    return Outcome.CARRIED if votes.yes > votes.no else Outcome.REJECTED
