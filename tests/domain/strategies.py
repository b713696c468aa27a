"""What hypothesis draws for the domain tests: scales, weights, sheets."""

from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from hypothesis import strategies as st

from ikz_award.domain.decision.ranking import CountedSheet
from ikz_award.domain.jury.scoring import CriterionWeight, Scale
from ikz_award.domain.jury.sheet_state import SheetState

VALUES = (Decimal(0), Decimal("0.5"), Decimal("0.75"), Decimal(1))
WHOLE = Scale(minimum=Decimal(0), maximum=Decimal(10), step=Decimal(1))


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    step = draw(st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal(1), Decimal(2), Decimal("0.1")]))
    minimum = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal(-5), Decimal("0.5")]))
    return Scale(minimum=minimum, maximum=minimum + step * draw(st.integers(1, 40)), step=step)


@st.composite
def weight_lists(draw: st.DrawFn) -> tuple[CriterionWeight, ...]:
    numbers = draw(st.lists(st.integers(0, 60), min_size=1, max_size=3).filter(any))
    return tuple(CriterionWeight(f"k{index}", number) for index, number in enumerate(numbers))


class Panel(NamedTuple):
    """The arguments of `rank`, in its order."""

    entries: list[str]
    sheets: list[CountedSheet]
    weights: list[CriterionWeight]
    minimum: int


@cache
def _sheets_of_entry(criteria: int) -> st.SearchStrategy[dict[str, tuple[Any, ...]]]:
    """Juror → (state, points…). Mostly submitted: else nearly no entry would reach the minimum."""
    states = [*SheetState, SheetState.SUBMITTED, SheetState.SUBMITTED, SheetState.SUBMITTED]
    # One draw a sheet keeps the tests fast.
    contents = st.sampled_from(list(product(states, *[VALUES] * criteria)))
    return st.dictionaries(st.sampled_from("vwxyz"), contents, max_size=4)


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    """Up to five jurors and entries on a coarse scale, so that ties are common; some sheets are missing or do not count."""
    weights = list(draw(weight_lists()))
    keys = [weight.key for weight in weights]
    entries = [f"e{number}" for number in range(draw(st.integers(0, 5)))]
    sheets = []
    for entry in entries:
        for juror, (state, *points) in draw(_sheets_of_entry(len(keys))).items():
            sheets.append(CountedSheet(juror=juror, entry=entry, state=state, points=dict(zip(keys, points, strict=True))))
    return Panel(entries, sheets, weights, draw(st.integers(1, 3)))
