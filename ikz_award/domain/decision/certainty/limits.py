"""Where a chance may be named, and up to which: the domain in which the simulation of docs/certainty.md found it right.

What is not seen there is not claimed here. One thing no sheet shows makes a chance too high: entries at the top that lie
closer together than the rest of the field lets expect, the more so the higher the chance and the fewer the sheets. So a number
is named up to a limit only; above, it is „more than" a step that came true in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from ikz_award.domain.decision.certainty.best_chance import ChanceStanding, standings
from ikz_award.domain.decision.certainty.quality_model import LEAST_FREE, free_degrees
from ikz_award.domain.jury.arrays import np
from ikz_award.domain.jury.juror_groups import hangs_together
from ikz_award.domain.jury.point_table import Average, PointTable
from ikz_award.domain.jury.scoring import Scale

Steps = tuple[tuple[float, float], ...]

# The entries with the best means, on which everything turns.
LEADING = 3
# So much of the leading entries' points at the upper end of the scale: there the sheets no longer tell them apart.
FULL_SCALE = Fraction(1, 4)
# Sheets an entry, on average of the leading ones: for any chance at all, and for one up to the higher limit.
SOME_SHEETS, MANY_SHEETS = Fraction(5, 2), Fraction(9, 2)
# Points of the scale: with fewer, chance is not the normal one of the model.
SOME_POINTS = 4
# With fewer entries the field's width is known so badly that who is behind seems nearer to the first place than is true.
SOME_ENTRIES = 5
# (from which estimate, what it is then called more than), the highest first; below the last one the estimate itself is named.
STEPS_OF_FEW: Steps = ((0.7, 0.5), (0.25, 0.25))
STEPS_OF_MANY: Steps = ((0.85, 0.75), *STEPS_OF_FEW)
STEP_OF_SMALL_FIELDS = (0.1, 0.05)


class Silence(StrEnum):
    """Why no chance is named."""

    APART = "apart"
    MEDIANS = "medians"
    FEW_SHEETS = "few_sheets"
    FULL_SCALE = "full_scale"
    THIN = "thin"
    COARSE = "coarse"

    @property
    def leaves_ranks(self) -> bool:
        """Whether expected ranks may still be used: their intervals held in the simulation."""
        return self in (Silence.FULL_SCALE, Silence.THIN, Silence.COARSE)


def silence_about(table: PointTable, average: Average, scale: Scale) -> Silence | None:
    """None where a chance may be named; `table` holds the ranked entries."""
    if not hangs_together(table.given):
        return Silence.APART
    if average is Average.MEDIAN:
        # The model is one of means: of another number it must not speak.
        return Silence.MEDIANS
    if len(table.entries) < 2 or free_degrees(table) < LEAST_FREE:
        return Silence.FEW_SHEETS
    leading = _leading(table)
    if int(table.counts[leading].sum()) < SOME_SHEETS * len(leading):
        return Silence.THIN
    if (scale.maximum - scale.minimum) / scale.step + 1 < SOME_POINTS:
        return Silence.COARSE
    given = table.given[leading]
    full = (table.points[leading] >= scale.maximum * table.unit) & given[:, :, None]
    if int(full.sum()) >= FULL_SCALE * int(given.sum()) * len(table.criteria):
        return Silence.FULL_SCALE
    return None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What may be said of a chance: that it is `share` (0 to 1), or only that it `is_more`."""

    share: float
    is_more: bool


def claim(chance: float, steps: Steps) -> Claim:
    """Never more than the chance; `steps` as of `steps_of`."""
    least = next((least for start, least in steps if chance > start), None)
    return Claim(share=chance, is_more=False) if least is None else Claim(share=least, is_more=True)


def counting_steps(table: PointTable) -> Steps:
    """By the number of sheets of the leading entries, and of entries in all."""
    sheets = table.counts[_leading(table)]
    steps = STEPS_OF_MANY if int(sheets.sum()) >= MANY_SHEETS * len(sheets) else STEPS_OF_FEW
    return steps if len(table.entries) >= SOME_ENTRIES else (*steps, STEP_OF_SMALL_FIELDS)


def reliable_standings(
    table: PointTable, average: Average, scale: Scale
) -> tuple[Mapping[str, ChanceStanding], Silence | None]:
    """What may be said of where the entries truly stand, and why no chance may be named; then only ranks may be used."""
    silence = silence_about(table, average, scale)
    return (standings(table) if silence is None or silence.leaves_ranks else {}), silence


def _leading(table: PointTable) -> np.ndarray:
    averages, _unit = table.averages(Average.MEAN)
    return np.argsort(-table.weighed(averages), kind="stable")[:LEADING]
