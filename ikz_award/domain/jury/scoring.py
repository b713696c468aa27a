"""Points on a scale: what a juror may enter, and what one score sheet adds up to. Exact numbers, never floats."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ikz_award.domain.words import formats
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_exact
from ikz_award.domain.words.wording import message as _

# A comma or a point, at most six places, no exponent, no thousands separator, ASCII digits only.


class ReasonRule(StrEnum):
    """When a juror has to give a reason for points."""

    ALWAYS = "always"
    EXTREMES = "extremes"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The points of an edition: from `minimum` to `maximum`, both included, in steps of `step`."""

    minimum: Decimal
    maximum: Decimal
    step: Decimal

    def __post_init__(self) -> None:
        if not all(number.is_finite() for number in (self.minimum, self.maximum, self.step)):
            raise ValueError("a scale is made of finite numbers")
        if self.step <= 0 or self.minimum >= self.maximum:
            raise ValueError("a scale rises from minimum to maximum in positive steps")
        if self._steps_to(self.maximum).denominator != 1:
            raise ValueError("the maximum of a scale is reached by whole steps")

    def _steps_to(self, points: Decimal) -> Fraction:
        return (Fraction(points) - Fraction(self.minimum)) / Fraction(self.step)

    def values(self) -> tuple[Decimal, ...]:
        """Every value that may be given, rising."""
        return tuple(self.minimum + count * self.step for count in range(int(self._steps_to(self.maximum)) + 1))

    def is_extreme(self, points: Decimal) -> bool:
        return points in (self.minimum, self.maximum)

    def parse_points(self, text: str, *, field: str = "points") -> Decimal:
        """Read what a person typed ("7,5", " 7 ", "7.5"); equal points come back as the same digits, however typed.

        Raises `Invalid` for `field`, reason `points_missing`, `points_not_a_number`, `points_out_of_range` or
        `points_off_step`.
        """
        points = read_points(text, field)
        if not self.minimum <= points <= self.maximum:
            raise Invalid(
                {
                    field: _(
                        "Bitte einen Wert von %(minimum)s bis %(maximum)s eingeben.",
                        minimum=format_exact(self.minimum),
                        maximum=format_exact(self.maximum),
                    )
                },
                reason="points_out_of_range",
            )
        steps = self._steps_to(points)
        below = self.minimum + (steps.numerator // steps.denominator) * self.step
        if steps.denominator != 1:
            above = below + self.step
            raise Invalid(
                {
                    field: _(
                        "Punkte gibt es nur in Schritten von %(step)s. Am nächsten liegen %(below)s und %(above)s.",
                        step=format_exact(self.step),
                        below=format_exact(below),
                        above=format_exact(above),
                    )
                },
                reason="points_off_step",
            )
        return below


def read_points(text: str, field: str) -> Decimal:
    """What a person typed as a number, exact. Raises `Invalid` for `field`, `points_missing` or `points_not_a_number`."""
    if not text.strip():
        raise Invalid({field: _("Bitte Punkte eingeben. Auch 0 ist eine Bewertung.")}, reason="points_missing")
    number = formats.read_number(text)
    if number is None:
        raise Invalid({field: _("Bitte eine Zahl eingeben, zum Beispiel 7 oder 7,5.")}, reason="points_not_a_number")
    return number


@dataclass(frozen=True)
class CriterionWeight:
    """How much a criterion counts, relative to the others: 40/30/30 is the same as 4/3/3."""

    key: str
    weight: int

    def __post_init__(self) -> None:
        if self.weight < 0:
            raise ValueError(f"the weight of {self.key} is negative")


def weighted_mean(values: Mapping[str, Fraction], weights: Sequence[CriterionWeight]) -> Fraction:
    """The mean of `values` (criterion key → value) by `weights`, on the same scale. Raises `KeyError` if one is missing."""
    whole = sum(weight.weight for weight in weights)
    if whole == 0:
        raise ValueError("the weights add up to nothing")
    return sum((weight.weight * values[weight.key] for weight in weights), Fraction(0)) / whole


def missing_criteria(points: Collection[str], weights: Sequence[CriterionWeight]) -> tuple[str, ...]:
    """The keys of the criteria without points, in the order of `weights`; `points` are keys, or a mapping by key."""
    return tuple(weight.key for weight in weights if weight.key not in points)


def sheet_total(points: Mapping[str, Decimal], weights: Sequence[CriterionWeight]) -> Fraction:
    """What one complete sheet adds up to: its weighted mean, on the scale. Raises `ValueError` for an incomplete one."""
    if missing := missing_criteria(points, weights):
        raise ValueError(f"no points for {', '.join(missing)}")
    return weighted_mean({key: Fraction(value) for key, value in points.items()}, weights)


def is_reason_required(rule: ReasonRule, points: Decimal, scale: Scale) -> bool:
    """Whether these points need a reason; with `EXTREMES`, the lowest and the highest value do."""
    return rule is ReasonRule.ALWAYS or (rule is ReasonRule.EXTREMES and scale.is_extreme(points))
