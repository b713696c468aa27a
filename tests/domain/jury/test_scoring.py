from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.jury.scoring import CriterionWeight, ReasonRule, Scale, is_reason_required, missing_criteria, sheet_total
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_exact
from tests.domain.strategies import WHOLE, scales, weight_lists

HALVES = Scale(minimum=Decimal(0), maximum=Decimal(10), step=Decimal("0.5"))
WEIGHTS = (CriterionWeight("benefit", 40), CriterionWeight("innovation", 30), CriterionWeight("future", 30))


def refusal(scale: Scale, text: str) -> Invalid:
    with pytest.raises(Invalid) as caught:
        scale.parse_points(text, field="benefit")
    return caught.value


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("7", "7"),
        (" 7,5 ", "7.5"),
        ("7.5", "7.5"),
        ("7,50", "7.5"),
        ("07", "7"),
        ("0", "0"),
        ("-0", "0"),
        ("+10", "10"),
        ("\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}", "3"),
        ("\N{MINUS SIGN}0,0", "0"),
    ],
)
def test_points_are_read_as_people_type_them(typed, points):
    read = HALVES.parse_points(typed)

    assert read == Decimal(points)
    # The audit log and the hash see digits, not values: 7,50 and 7,5 must leave the same trace.
    assert str(read) == str(HALVES.parse_points(points.replace(".", ",")))


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_blank_is_missing_and_not_zero(typed):
    assert refusal(WHOLE, typed).reason == "points_missing"


@pytest.mark.parametrize(
    "typed",
    [
        "NaN",
        "nan",
        "sNaN",
        "inf",
        "-Infinity",
        "∞",
        "1e1",
        "1E1",
        "0x5",
        "5_0",
        "1.000",
        "1.000,5",
        "1,5,5",
        "7 5",
        "--1",
        "٣",
        "³",
        "½",
        "sieben",
        ",5",
        "5,",
        "1" * 40,
    ],
)
def test_what_is_no_plain_number_is_refused(typed):
    invalid = refusal(Scale(minimum=Decimal(0), maximum=Decimal(10**9), step=Decimal(1)), typed)

    assert invalid.reason == "points_not_a_number"
    assert invalid.errors == {"benefit": "Bitte eine Zahl eingeben, zum Beispiel 7 oder 7,5."}


@pytest.mark.parametrize("typed", ["11", "-1", "10,000001", "999999999"])
def test_points_outside_the_scale_are_refused(typed):
    invalid = refusal(WHOLE, typed)

    assert (invalid.reason, invalid.message) == ("points_out_of_range", "Bitte einen Wert von 0 bis 10 eingeben.")


def test_points_between_the_steps_are_refused_with_their_neighbours():
    invalid = refusal(HALVES, "7,3")

    assert invalid.reason == "points_off_step"
    assert invalid.message == "Punkte gibt es nur in Schritten von 0,5. Am nächsten liegen 7 und 7,5."


@given(scales(), st.data())
def test_every_value_of_a_scale_is_read_back(scale, data):
    value = data.draw(st.sampled_from(scale.values()))

    assert scale.parse_points(format_exact(value)) == value


@given(scales(), st.text(alphabet="0123456789,.+-−eEnNaAiIfF_x ٣²", max_size=8))
def test_whatever_is_typed_is_a_value_or_a_refusal(scale, text):
    try:
        points = scale.parse_points(text)
    except Invalid:
        return
    assert points in scale.values()


@given(scales(), st.decimals(min_value=-20, max_value=20, places=3))
def test_exactly_the_values_of_the_scale_are_accepted(scale, number):
    try:
        scale.parse_points(f"{number:f}".replace(".", ","))
    except Invalid:
        assert number not in scale.values()
    else:
        assert number in scale.values()


@given(scales())
def test_values_rise_evenly_from_minimum_to_maximum(scale):
    values = scale.values()

    assert (values[0], values[-1]) == (scale.minimum, scale.maximum)
    assert {after - before for before, after in pairwise(values)} == {scale.step}


@pytest.mark.parametrize(
    ("minimum", "maximum", "step"),
    [
        ("0", "10", "0"),
        ("0", "10", "-1"),
        ("5", "5", "1"),
        ("10", "0", "1"),
        ("0", "10", "3"),
        ("NaN", "10", "1"),
        ("0", "Infinity", "1"),
        ("0", "10", "NaN"),
    ],
)
def test_impossible_scales_are_refused(minimum, maximum, step):
    with pytest.raises(ValueError, match="scale"):
        Scale(minimum=Decimal(minimum), maximum=Decimal(maximum), step=Decimal(step))


def test_sheet_total_is_the_weighted_mean():
    points = {"benefit": Decimal(8), "innovation": Decimal("7.5"), "future": Decimal(0)}

    assert sheet_total(points, WEIGHTS) == Fraction(40 * 8 * 2 + 30 * 15, 200)


def test_zero_is_a_score_and_absence_is_not():
    assert sheet_total(dict.fromkeys(["benefit", "innovation", "future"], Decimal(0)), WEIGHTS) == 0
    with pytest.raises(ValueError, match="no points for innovation"):
        sheet_total({"benefit": Decimal(8), "future": Decimal(0)}, WEIGHTS)


@given(scales(), weight_lists(), st.integers(1, 9), st.data())
def test_sheet_total_stays_on_the_scale_and_ignores_the_unit_of_weights(scale, weights, factor, data):
    points = {weight.key: data.draw(st.sampled_from(scale.values())) for weight in weights}
    total = sheet_total(points, weights)

    assert Fraction(scale.minimum) <= total <= Fraction(scale.maximum)
    assert total == sheet_total(points, [CriterionWeight(weight.key, weight.weight * factor) for weight in weights])


def test_weights_that_add_up_to_nothing_or_less_are_refused():
    with pytest.raises(ValueError, match="nothing"):
        sheet_total({"benefit": Decimal(1)}, [CriterionWeight("benefit", 0)])
    with pytest.raises(ValueError, match="negative"):
        CriterionWeight("benefit", -1)


def test_missing_criteria_come_in_the_order_of_the_form():
    assert missing_criteria({"innovation": Decimal(0)}, WEIGHTS) == ("benefit", "future")
    assert missing_criteria({"benefit", "innovation", "future", "stray"}, WEIGHTS) == ()


@given(scales(), st.data())
def test_reason_rule_asks_always_never_or_at_both_ends(scale, data):
    points = data.draw(st.sampled_from(scale.values()))

    assert is_reason_required(ReasonRule.ALWAYS, points, scale)
    assert not is_reason_required(ReasonRule.NEVER, points, scale)
    at_an_end = points in (scale.values()[0], scale.values()[-1])
    assert is_reason_required(ReasonRule.EXTREMES, points, scale) is at_an_end


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-9999, max_value=9999))
def test_german_decimal_loses_nothing(value):
    text = format_exact(value)

    assert Decimal(text.replace(",", ".")) == value
    assert "." not in text
    assert "," not in text or not text.endswith("0")
