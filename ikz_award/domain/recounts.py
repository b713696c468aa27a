"""Leave one juror out: who would be first if any single member of the jury had not scored. Exact, and advice only."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

# Entry → juror → what that juror's counted sheet adds up to. Only ranked entries; a sheet that does not count is left out.
SheetTotals = Mapping[str, Mapping[str, Fraction]]


@dataclass(frozen=True, kw_only=True)
class Recount:
    """The count without juror `left_out`. `leaders`: the entries first in it, more than one level, none without a sheet.

    `lead`: how far the first are ahead of the next entry, None where there is no next one.
    """

    left_out: str
    leaders: tuple[str, ...]
    lead: Fraction | None


def recounts(totals: SheetTotals) -> tuple[Recount, ...]:
    """One recount for every juror with a sheet that counts, in the order of their keys.

    The minimum number of sheets is not asked for again: an entry that was ranked stays in the comparison as long as one
    sheet is left. The mean of the sheet totals is the mean the ranking uses, because counted sheets are complete.
    """
    sums = {entry: sum(given.values(), Fraction(0)) for entry, given in totals.items()}
    jurors = sorted({juror for given in totals.values() for juror in given})
    return tuple(_recount(juror, totals, sums) for juror in jurors)


def _recount(juror: str, totals: SheetTotals, sums: Mapping[str, Fraction]) -> Recount:
    means: dict[str, Fraction] = {}
    for entry, given in totals.items():
        left = len(given) - (juror in given)
        if left:
            means[entry] = (sums[entry] - given.get(juror, 0)) / left
    best = max(means.values(), default=None)
    others = [mean for mean in means.values() if mean != best]
    return Recount(
        left_out=juror,
        leaders=tuple(sorted(entry for entry, mean in means.items() if mean == best)),
        lead=best - max(others) if best is not None and others else None,
    )
