"""Where a chance may be named, and up to which: the domain in which the simulation of docs/certainty.md found it right.

What is not seen there is not claimed here. Two things no sheet shows make a chance too high: entries at the top that lie
closer together than the rest of the field lets expect, the more so the fewer sheets there are. So it is named up to a
limit only, above which it is „more than" that.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

import numpy as np

from ikz_award.domain.best_chance import Standing, standings
from ikz_award.domain.juror_groups import hangs_together
from ikz_award.domain.point_table import Average, PointTable
from ikz_award.domain.quality_model import LEAST_FREE, free_degrees

# The entries with the best means, on which everything turns.
LEADING = 3
# So much of the leading entries' points at the upper end of the scale: there the sheets no longer tell them apart.
FULL_SCALE = Fraction(1, 4)
# Sheets an entry, on average of the leading ones.
MANY_SHEETS = Fraction(9, 2)
LIMIT_OF_MANY, LIMIT_OF_FEW = 0.75, 0.6


class Silence(StrEnum):
    """Why no chance is named. At the end of the scale expected ranks still are: there they only come out too cautious."""

    APART = "apart"
    MEDIANS = "medians"
    FEW_SHEETS = "few_sheets"
    FULL_SCALE = "full_scale"


def silence_about(table: PointTable, average: Average, scale_maximum: Decimal) -> Silence | None:
    """None where a chance may be named; `table` holds the ranked entries."""
    if not hangs_together(table.given):
        return Silence.APART
    if average is Average.MEDIAN:
        # The model is one of means: of another number it must not speak.
        return Silence.MEDIANS
    if len(table.entries) < 2 or free_degrees(table) < LEAST_FREE:
        return Silence.FEW_SHEETS
    leading = _leading(table)
    given = table.given[leading]
    full = (table.points[leading] >= scale_maximum * table.unit) & given[:, :, None]
    if int(full.sum()) >= FULL_SCALE * int(given.sum()) * len(table.criteria):
        return Silence.FULL_SCALE
    return None


def limit_of(table: PointTable) -> float:
    """The chance above which „more than" is all that may be said."""
    sheets = table.counts[_leading(table)]
    return LIMIT_OF_MANY if int(sheets.sum()) >= MANY_SHEETS * len(sheets) else LIMIT_OF_FEW


def reliable_standings(
    table: PointTable, average: Average, scale_maximum: Decimal
) -> tuple[Mapping[str, Standing], Silence | None]:
    """What may be said of where the entries truly stand, and why no chance may be named; then only ranks may be used."""
    silence = silence_about(table, average, scale_maximum)
    return (standings(table) if silence in (None, Silence.FULL_SCALE) else {}), silence


def _leading(table: PointTable) -> np.ndarray:
    averages, _unit = table.averages(Average.MEAN)
    return np.argsort(-table.weighed(averages), kind="stable")[:LEADING]
