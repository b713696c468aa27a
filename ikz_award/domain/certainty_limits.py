"""Where a chance may be named, and up to which: the domain in which the simulation of docs/certainty.md found it right.

What is not seen there is not claimed here. Two things no sheet shows make a chance too high: entries at the top that lie
closer together than the rest of the field lets expect, the more so the fewer sheets there are. So it is named up to a
limit only, above which it is „more than" that.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction

from ikz_award.domain.arrays import np
from ikz_award.domain.best_chance import Standing, standings
from ikz_award.domain.juror_groups import hangs_together
from ikz_award.domain.point_table import Average, PointTable
from ikz_award.domain.quality_model import LEAST_FREE, free_degrees
from ikz_award.domain.scoring import Scale

# The entries with the best means, on which everything turns.
LEADING = 3
# So much of the leading entries' points at the upper end of the scale: there the sheets no longer tell them apart.
FULL_SCALE = Fraction(1, 4)
# Sheets an entry, on average of the leading ones: for any chance at all, and for one up to the higher limit.
SOME_SHEETS, MANY_SHEETS = Fraction(5, 2), Fraction(9, 2)
# Points of the scale: with fewer, chance is not the normal one of the model.
SOME_POINTS = 4
LIMIT_OF_MANY, LIMIT_OF_FEW = 0.75, 0.6


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


def limit_of(table: PointTable) -> float:
    """The chance above which „more than" is all that may be said."""
    sheets = table.counts[_leading(table)]
    return LIMIT_OF_MANY if int(sheets.sum()) >= MANY_SHEETS * len(sheets) else LIMIT_OF_FEW


def reliable_standings(table: PointTable, average: Average, scale: Scale) -> tuple[Mapping[str, Standing], Silence | None]:
    """What may be said of where the entries truly stand, and why no chance may be named; then only ranks may be used."""
    silence = silence_about(table, average, scale)
    return (standings(table) if silence is None or silence.leaves_ranks else {}), silence


def _leading(table: PointTable) -> np.ndarray:
    averages, _unit = table.averages(Average.MEAN)
    return np.argsort(-table.weighed(averages), kind="stable")[:LEADING]
