"""In a word, how certain a first place is: what the recounts and the chance say together. Advice, never a rank."""

from enum import StrEnum

from ikz_award.domain.decision.certainty.limits import STEPS_OF_MANY

# A first place is called clear where its chance may be called more than this: the highest step.
CLEAR_CHANCE = STEPS_OF_MANY[0][1]


class CertaintyVerdict(StrEnum):
    """`TIED`: several are first. `APART`: entries nobody compared. `CLEAR`: recounts and chance agree.

    `UNSURE`: every recount agrees, the chance does not bear it out. `STEADY`: every recount agrees, and no chance may be named.
    `OPEN`: a recount has somebody else first, or is no comparison.
    """

    TIED = "tied"
    APART = "apart"
    CLEAR = "clear"
    UNSURE = "unsure"
    STEADY = "steady"
    OPEN = "open"


def verdict_of(
    *, leaders: int, is_apart: bool, recounts_agree: bool, said: float | None, is_likeliest: bool
) -> CertaintyVerdict:
    """`said`: what may be said of the first entry's chance, at least; None where nothing may be."""
    if is_apart:
        return CertaintyVerdict.APART
    if leaders > 1:
        return CertaintyVerdict.TIED
    if not recounts_agree:
        return CertaintyVerdict.OPEN
    if said is None:
        return CertaintyVerdict.STEADY
    return CertaintyVerdict.CLEAR if is_likeliest and said >= CLEAR_CHANCE else CertaintyVerdict.UNSURE
