"""Simulated juries whose truly best entry is known, to see whether what is claimed comes true as often.

They are drawn by another model than the one that estimates: three criteria, whole or half points that end where the scale does,
tastes of one's own, a field of its own kind in each design. What varies from jury to jury are how far entries differ and how
much jurors scatter. Plans are the product's own (`balanced_assignment`, recusals included).
"""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import numpy as np

from ikz_award.domain.jury.assignment import balanced_assignment
from ikz_award.domain.jury.point_table import Average, CountedSheet, PointTable, point_table
from ikz_award.domain.jury.scoring import CriterionWeight, Scale
from ikz_award.domain.jury.sheet_state import SheetState

WEIGHTS = (40, 30, 30)


@dataclass(frozen=True, kw_only=True)
class Design:
    """How a jury is drawn. `sheets` None: everybody scores everything. `steps`: points of the scale for a whole one.

    `squeezed`: at what share of their distances the best third lies. `camps`: how much two kinds of jurors differ on an entry.
    `spread`, `scatter`, `severity` in points of a scale from 0 to 10, as `unit` to one of these.
    """

    name: str
    jurors: int = 5
    sheets: int | None = None
    entries: tuple[int, int] = (8, 21)
    severity: float = 0.7
    recusals: float = 0.05
    level: float = 6.0
    lowest: int = 0
    highest: int = 10
    steps: int = 1
    unit: float = 1.0
    squeezed: float = 1.0
    camps: float = 0.0
    average: Average = Average.MEAN

    @property
    def scale(self) -> Scale:
        return Scale(minimum=Decimal(self.lowest), maximum=Decimal(self.highest), step=Decimal(1) / self.steps)


DESIGNS = (
    Design(name="5 jurors, all entries"),
    Design(name="5 jurors, 5 entries", entries=(5, 5)),
    Design(name="5 jurors, 3 entries", entries=(3, 3)),
    Design(name="5 jurors, 4 entries", entries=(4, 4)),
    Design(name="5 jurors, 2 entries", entries=(2, 2)),
    Design(name="15 jurors, 3 entries", jurors=15, entries=(3, 3)),
    Design(name="3 jurors, 2 to 4 entries", jurors=3, entries=(2, 4)),
    Design(name="3 jurors, all entries", jurors=3),
    Design(name="15 jurors, all entries", jurors=15),
    Design(name="6 jurors, 3 sheets an entry", jurors=6, sheets=3),
    Design(name="10 jurors, 3 sheets an entry", jurors=10, sheets=3),
    Design(name="8 jurors, 2 sheets an entry", jurors=8, sheets=2, entries=(12, 21)),
    Design(name="15 jurors, 2 sheets an entry", jurors=15, sheets=2, entries=(18, 24)),
    Design(name="severities 0.5, 6 x 3", jurors=6, sheets=3, severity=0.5),
    Design(name="severities 1.5, all entries", severity=1.5),
    Design(name="severities 1.5, 6 x 3", jurors=6, sheets=3, severity=1.5),
    Design(name="no recusals", recusals=0.0),
    Design(name="25 % recusals", recusals=0.25),
    Design(name="strong field, all entries", level=8.7),
    Design(name="strong field, 6 x 3", level=8.7, jurors=6, sheets=3),
    Design(name="bunched top, all entries", squeezed=0.6),
    Design(name="bunched top, 6 x 3", squeezed=0.6, jurors=6, sheets=3),
    Design(name="bunched .5, all", squeezed=0.5),
    Design(name="bunched .5, 6 x 3", squeezed=0.5, jurors=6, sheets=3),
    Design(name="bunched .25, all", squeezed=0.25),
    Design(name="bunched .25, 6 x 3", squeezed=0.25, jurors=6, sheets=3),
    Design(name="bunched .25, 15 all", squeezed=0.25, jurors=15),
    Design(name="bunched .25, 5 entries", squeezed=0.25, entries=(5, 5)),
    Design(name="bunched .25, 3 entries", squeezed=0.25, entries=(3, 3)),
    Design(name="scale 0 to 4", highest=4, level=2.4, unit=0.4),
    Design(name="scale 1 to 3", lowest=1, highest=3, level=2.0, unit=0.25),
    Design(name="scale -5 to 5 in halves", lowest=-5, highest=5, steps=2, level=1.0),
    Design(name="shared taste, all entries", camps=0.6),
    Design(name="shared taste, 6 x 3", camps=0.6, jurors=6, sheets=3),
    Design(name="medians", average=Average.MEDIAN),
)


def juries(design: Design, count: int, seed: int) -> Iterator[tuple[PointTable, Mapping[str, float]]]:
    """So many tables of a design, with the true quality of each entry. None repeats the luck of another design."""
    dice = np.random.default_rng([seed, zlib.crc32(design.name.encode())])
    for _number in range(count):
        yield _jury(design, dice)


def _jury(design: Design, dice: np.random.Generator) -> tuple[PointTable, Mapping[str, float]]:
    entries = int(dice.integers(design.entries[0], design.entries[1] + 1))
    spread, scatter = design.unit * dice.uniform(0.6, 1.4), design.unit * dice.uniform(1.0, 2.0)
    quality = dice.normal(design.level, spread, entries)
    cut = np.sort(quality)[-max(2, entries // 3)]
    quality = np.where(quality > cut, cut + design.squeezed * (quality - cut), quality)
    # A criterion differs a little from an entry's quality as a whole.
    parts = quality[:, None] + dice.normal(0, 0.4 * design.unit, (entries, len(WEIGHTS)))
    shift = dice.normal(0, design.severity * design.unit, design.jurors)
    camp = 2 * dice.integers(0, 2, design.jurors) - 1
    taste = dice.normal(0, 0.6 * scatter, (entries, design.jurors))
    taste += dice.normal(0, design.camps * design.unit, entries)[:, None] * camp
    raw = parts[:, None, :] + (shift + taste)[:, :, None] + dice.normal(0, 0.8 * scatter, (*taste.shape, len(WEIGHTS)))
    points = np.clip(np.round(raw * design.steps), design.lowest * design.steps, design.highest * design.steps)
    truth = parts @ np.array(WEIGHTS)
    given = _given(design, dice.random(taste.shape) >= design.recusals)
    rows, columns = given.any(axis=1), given.any(axis=0)
    kept = np.ix_(rows, columns)
    keys = tuple(f"E{number:02}" for number in range(entries) if rows[number])
    table = PointTable(
        entries=keys,
        jurors=tuple(f"J{number:02}" for number in range(design.jurors) if columns[number]),
        criteria=("a", "b", "c"),
        weights=WEIGHTS,
        points=points[kept].astype(np.int64) * given[kept][:, :, None],
        given=given[kept],
        unit=design.steps,
    )
    return table, dict(zip(keys, truth[rows].tolist(), strict=True))


def _given(design: Design, may: np.ndarray) -> np.ndarray:
    if design.sheets is None:
        return may
    eligible = {entry: np.flatnonzero(row).tolist() for entry, row in enumerate(may)}
    given = np.zeros_like(may)
    for entry, juror in balanced_assignment(eligible=eligible, sheets=design.sheets):
        given[entry, juror] = True
    return given


def table_of(totals: Mapping[str, Mapping[str, Fraction]]) -> PointTable:
    """Entry → juror → total (a decimal fraction) as sheets with a single criterion."""
    sheets = [
        CountedSheet(
            juror=juror, entry=entry, state=SheetState.SUBMITTED, points={"all": Decimal(total.numerator) / total.denominator}
        )
        for entry, given in totals.items()
        for juror, total in given.items()
    ]
    return point_table(totals, sheets, [CriterionWeight("all", 1)])
