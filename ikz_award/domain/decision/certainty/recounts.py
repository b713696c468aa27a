"""Leave one juror out: who would be first if any single member of the jury had not scored. Exact, and advice only."""

from dataclasses import dataclass, replace

from ikz_award.domain.decision.ranking import CountingRules, leaders
from ikz_award.domain.jury.juror_groups import hangs_together
from ikz_award.domain.jury.point_table import PointTable


@dataclass(frozen=True, kw_only=True)
class Recount:
    """The count without juror `left_out`. `leaders`: the entries first in it, more than one level, none without a sheet.

    `is_comparison`: whether all entries still hang together through common jurors. Where they do not, who is first says
    little: whoever has the kinder jurors may be.
    """

    left_out: str
    leaders: tuple[str, ...]
    is_comparison: bool = True


def recounts(table: PointTable, rules: CountingRules) -> tuple[Recount, ...]:
    """One recount for every juror with a sheet that counts, in the order of their keys; `table` holds the ranked entries.

    The minimum number of sheets is not asked for again: an entry that was ranked stays in the comparison as long as one
    sheet is left.
    """
    lenient = replace(rules, minimum_sheets=1)
    return tuple(_without(table, place, lenient) for place in range(len(table.jurors)))


def _without(table: PointTable, place: int, rules: CountingRules) -> Recount:
    rest = table.without(place)
    return Recount(left_out=table.jurors[place], leaders=leaders(rest, rules), is_comparison=hangs_together(rest.given))
