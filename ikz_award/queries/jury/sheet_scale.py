"""The weights of an edition's criteria, and what a sheet adds up to."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from ikz_award.domain.jury.scoring import CriterionWeight, missing_criteria, sheet_total
from ikz_award.models.editions.editions import Criterion


def weights_of(criteria: Sequence[Criterion]) -> list[CriterionWeight]:
    """The weights of the criteria in their order, for the exact total of a sheet."""
    return [CriterionWeight(key=criterion.key, weight=criterion.weight) for criterion in criteria]


def total_of(points: Mapping[str, Decimal | None], criteria: Sequence[Criterion]) -> Fraction | None:
    """The weighted mean of a sheet, exact; None while a criterion has no points."""
    given = {key: value for key, value in points.items() if value is not None}
    weights = weights_of(criteria)
    return None if missing_criteria(given, weights) else sheet_total(given, weights)
