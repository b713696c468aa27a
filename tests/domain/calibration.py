"""Simulated juries whose true best entry is known: 5 jurors, 3 criteria (40/30/30), whole points from 0 to 10, 5 % recusals.

The truth is an entry's mean over an endless jury of the same kind. Qualities, severities and noise are drawn anew for every
jury, and so are how far entries differ and how much jurors scatter.
"""

import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from ikz_award.domain.point_table import PointTable, Sheet, SheetState, point_table
from ikz_award.domain.scoring import CriterionWeight

WEIGHTS = (40, 30, 30)


def juries(count: int, seed: int) -> Iterator[tuple[dict[str, dict[str, Fraction]], str]]:
    """(entry → juror → total, the truly best entry) of so many categories with 8 to 21 entries each."""
    dice = random.Random(seed)
    for _number in range(count):
        yield _jury(dice)


def _jury(dice: random.Random) -> tuple[dict[str, dict[str, Fraction]], str]:
    entries = [f"E{number}" for number in range(dice.randint(8, 21))]
    spread, scatter = dice.uniform(0.6, 1.4), dice.uniform(1.0, 2.0)
    quality = {entry: dice.gauss(6.0, spread) for entry in entries}
    # A criterion differs a little from an entry's quality as a whole.
    parts = {entry: [quality[entry] + dice.gauss(0, 0.4) for _weight in WEIGHTS] for entry in entries}
    truth = {entry: sum(weight * part for weight, part in zip(WEIGHTS, parts[entry], strict=True)) / 100 for entry in entries}
    severity = [dice.gauss(0, 0.7) for _juror in range(5)]
    totals: dict[str, dict[str, Fraction]] = {entry: {} for entry in entries}
    for entry in entries:
        for juror, shift in enumerate(severity):
            if dice.random() >= 0.05:
                taste = dice.gauss(0, scatter * 0.6)
                points = [min(10, max(0, round(part + shift + taste + dice.gauss(0, scatter * 0.8)))) for part in parts[entry]]
                totals[entry][f"J{juror}"] = Fraction(sum(w * p for w, p in zip(WEIGHTS, points, strict=True)), 100)
    return {entry: own for entry, own in totals.items() if own}, max(truth, key=lambda entry: truth[entry])


def table_of(totals: Mapping[str, Mapping[str, Fraction]]) -> PointTable:
    """Entry → juror → total (a decimal fraction) as sheets with a single criterion."""
    sheets = [
        Sheet(
            juror=juror, entry=entry, state=SheetState.SUBMITTED, points={"all": Decimal(total.numerator) / total.denominator}
        )
        for entry, given in totals.items()
        for juror, total in given.items()
    ]
    return point_table(totals, sheets, [CriterionWeight("all", 1)])
