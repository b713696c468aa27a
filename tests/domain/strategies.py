"""What hypothesis draws for the domain tests: scales, weights, sheets."""

from decimal import Decimal

from hypothesis import strategies as st

from ikz_award.domain.scoring import CriterionWeight, Scale

WHOLE = Scale(minimum=Decimal(0), maximum=Decimal(10), step=Decimal(1))


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    step = draw(st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal(1), Decimal(2), Decimal("0.1")]))
    minimum = draw(st.sampled_from([Decimal(0), Decimal(1), Decimal(-5), Decimal("0.5")]))
    return Scale(minimum=minimum, maximum=minimum + step * draw(st.integers(1, 40)), step=step)


@st.composite
def weight_lists(draw: st.DrawFn) -> tuple[CriterionWeight, ...]:
    numbers = draw(st.lists(st.integers(0, 60), min_size=1, max_size=4).filter(any))
    return tuple(CriterionWeight(f"k{index}", number) for index, number in enumerate(numbers))
