"""In a word, how certain a first place is: what the recounts and the chance say together. Advice, never a rank."""

from enum import StrEnum

from ikz_award.domain.certainty_limits import LIMIT_OF_MANY

# A first place is called clear from this chance on.
CLEAR_CHANCE = LIMIT_OF_MANY


class Verdict(StrEnum):
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
    *, leaders: int, is_apart: bool, recounts_agree: bool, chance: float | None, is_likeliest: bool, limit: float
) -> Verdict:
    """`chance` of the first entry, None where none may be named; `limit`: up to where it may."""
    if is_apart:
        return Verdict.APART
    if leaders > 1:
        return Verdict.TIED
    if not recounts_agree:
        return Verdict.OPEN
    if chance is None:
        return Verdict.STEADY
    return Verdict.CLEAR if is_likeliest and min(chance, limit) >= CLEAR_CHANCE else Verdict.UNSURE
