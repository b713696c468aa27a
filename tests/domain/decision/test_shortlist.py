"""Who goes on: the rule is exact, never parts equals, and what leaves it needs words."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.ranking import shared_ranks
from ikz_award.domain.decision.shortlist import (
    DrawingRule,
    Placed,
    ShortlistRule,
    level_at_border,
    proposed,
    require_selection,
    selection,
    shortlist_digest,
)
from ikz_award.domain.seal.shortlist_document import left_out_of, shortlist_faults
from ikz_award.domain.words.errors import Invalid

# Few values, so that ties are common; thirds, which no decimal could hold.
MEANS = st.sampled_from([None, Fraction(0), Fraction(20, 3), Fraction(7), Fraction(22, 3), Fraction(15, 2)])
WORDS = "Die Jury will darüber noch einmal reden."


@st.composite
def fields(draw: st.DrawFn) -> list[Placed]:
    means = draw(st.lists(MEANS, min_size=1, max_size=9))
    ranked = sorted((mean for mean in means if mean is not None), reverse=True)
    rank = dict(zip(ranked, shared_ranks(ranked), strict=True))
    return [Placed(entry=f"e{place}", rank=None if mean is None else rank[mean], mean=mean) for place, mean in enumerate(means)]


def top(places: int) -> DrawingRule:
    return DrawingRule(kind=ShortlistRule.TOP, places=places)


def least(points: str) -> DrawingRule:
    return DrawingRule(kind=ShortlistRule.THRESHOLD, least=Decimal(points))


RULES = st.one_of(
    st.integers(1, 10).map(top), st.sampled_from(["0", "6.66", "6.67", "7", "7.33", "7.34", "7.5", "9"]).map(least)
)


@given(fields(), RULES)
def test_equals_stay_or_go_together(placed, rule):
    stays = proposed(placed, rule)
    by_mean: dict[Fraction | None, set[bool]] = {}
    for one in placed:
        by_mean.setdefault(one.mean, set()).add(one.entry in stays)
    assert all(len(answers) == 1 for answers in by_mean.values())
    assert not any(one.entry in stays for one in placed if one.mean is None)


@given(fields(), RULES)
def test_nobody_left_out_is_better_than_anybody_kept(placed, rule):
    stays = proposed(placed, rule)
    kept = [one.mean for one in placed if one.entry in stays and one.mean is not None]
    out = [one.mean for one in placed if one.entry not in stays and one.mean is not None]
    assert not kept or not out or min(kept) > max(out)


@given(fields(), st.integers(1, 9))
def test_one_place_more_never_drops_anybody(placed, places):
    assert proposed(placed, top(places)) <= proposed(placed, top(places + 1))


@given(fields(), st.integers(1, 10))
def test_there_are_as_many_as_asked_for_and_only_equals_more(placed, places):
    stays = proposed(placed, top(places))
    means = [one.mean for one in placed if one.mean is not None]
    assert len(stays) >= min(places, len(means))
    extra = level_at_border(placed, top(places))
    border = [one for one in placed if one.entry in stays and one.mean == min(m.mean for m in placed if m.entry in stays)]
    assert extra == max(0, len(stays) - places)
    assert len(border) > extra or extra == 0


@given(fields(), st.sampled_from(["0", "6.66", "6.67", "7", "7.5"]))
def test_a_threshold_keeps_exactly_those_who_reach_it(placed, points):
    reached = {one.entry for one in placed if one.mean is not None and one.mean >= Fraction(points)}
    assert proposed(placed, least(points)) == reached


def test_a_third_is_not_rounded_over_the_threshold():
    """20/3 is shown as 6,67 and is less."""
    placed = [Placed(entry="a", rank=1, mean=Fraction(20, 3))]
    assert proposed(placed, least("6.67")) == frozenset()
    assert proposed(placed, least("6.66")) == {"a"}


@given(fields(), RULES, st.data())
def test_what_leaves_the_rule_needs_a_reason_and_nothing_else_does(placed, rule, data):
    entries = [one.entry for one in placed]
    kept = data.draw(st.sets(st.sampled_from(entries)))
    stays = proposed(placed, rule)
    against = {entry for entry in entries if (entry in kept) != (entry in stays)}
    bare = selection(placed, rule, kept=kept, reasons={})
    assert {one.placed.entry for one in bare if one.is_by_hand} == against
    wanted = {f"reason_{entry}" for entry in against}
    if not kept or len(kept) == len(entries):
        wanted |= {"kept"}
    if wanted:
        with pytest.raises(Invalid) as refusal:
            require_selection(bare, reason=WORDS)
        assert set(refusal.value.errors) == wanted
    if 0 < len(kept) < len(entries):
        require_selection(selection(placed, rule, kept=kept, reasons=dict.fromkeys(entries, WORDS)), reason=WORDS)


def test_by_hand_alone_needs_the_reason_of_the_whole():
    placed = [Placed(entry="a", rank=1, mean=Fraction(8)), Placed(entry="b", rank=2, mean=Fraction(7))]
    rule = DrawingRule(kind=ShortlistRule.HAND)
    assert proposed(placed, rule) == frozenset()
    chosen = selection(placed, rule, kept={"b"}, reasons={"b": "steht hier umsonst"})
    assert [(one.is_kept, one.is_by_hand, one.reason) for one in chosen] == [(False, False, ""), (True, False, "")]
    require_selection(chosen, reason=WORDS)
    with pytest.raises(Invalid) as refusal:
        require_selection(chosen, reason="kurz")
    assert set(refusal.value.errors) == {"reason"}


@pytest.mark.parametrize(
    "arguments",
    [
        {"kind": ShortlistRule.TOP},
        {"kind": ShortlistRule.TOP, "places": 0},
        {"kind": ShortlistRule.HAND, "places": 1},
        {"kind": ShortlistRule.THRESHOLD},
        {"kind": ShortlistRule.TOP, "places": 1, "least": Decimal(1)},
    ],
)
def test_a_rule_is_whole(arguments: Mapping[str, Any]):
    with pytest.raises(ValueError, match=r"best|points"):
        DrawingRule(**arguments)


@given(fields(), RULES)
def test_the_mark_tells_another_ranking_and_another_rule(placed, rule):
    assert shortlist_digest(placed, rule) == shortlist_digest(placed[::-1], rule)
    assert shortlist_digest(placed, rule) != shortlist_digest(placed, DrawingRule(kind=ShortlistRule.HAND))
    moved = [Placed(entry=one.entry, rank=one.rank, mean=(one.mean or Fraction(0)) + 1) for one in placed]
    assert shortlist_digest(placed, rule) != shortlist_digest(moved, rule)


def document(placed: list[Placed], rule: DrawingRule, kept: set[str]) -> dict[str, Any]:
    """A category of a result document, as far as the shortlist goes."""
    chosen = selection(placed, rule, kept=kept, reasons=dict.fromkeys((one.entry for one in placed), WORDS))
    return {
        "shortlist": {
            "rule": rule.kind.value,
            "places": rule.places,
            "least": None if rule.least is None else str(rule.least),
            "reason": WORDS,
            "entries": [
                {
                    "number": one.placed.entry,
                    "rank": one.placed.rank,
                    "is_proposed": one.is_proposed,
                    "is_kept": one.is_kept,
                    "mean": None if one.placed.mean is None else str(one.placed.mean),
                    "reason": one.reason,
                }
                for one in chosen
            ],
        },
        "entries": [{"number": one.entry, "mean": None if one.mean is None else str(one.mean)} for one in placed],
        "decision": {"winner": min(kept), "reason": WORDS},
    }


@given(fields(), RULES, st.data())
def test_a_true_document_has_no_faults_and_each_lie_one(placed, rule, data):
    entries = [one.entry for one in placed]
    kept = data.draw(st.sets(st.sampled_from(entries), min_size=1))
    true = document(placed, rule, kept)
    assert list(shortlist_faults(true)) == []
    assert left_out_of(true) == set(entries) - kept
    row = data.draw(st.sampled_from(true["shortlist"]["entries"]))
    row["is_proposed"] = not row["is_proposed"]
    assert f"{row['number']}/is_proposed" in {place for place, _, _ in shortlist_faults(true)}
    row["is_proposed"] = not row["is_proposed"]
    true["shortlist"]["entries"].remove(row)
    if all(one["number"] != row["number"] for one in true["shortlist"]["entries"]):
        assert row["number"] in {place for place, _, _ in shortlist_faults(true)}


def test_a_winner_beside_the_list_and_other_points_are_faults():
    placed = [Placed(entry="a", rank=1, mean=Fraction(8)), Placed(entry="b", rank=2, mean=Fraction(7))]
    false = document(placed, top(1), {"a"})
    false["decision"]["winner"] = "b"
    false["entries"][1]["mean"] = "29/4"
    # The points of the one kept went on: nobody can count its first round again.
    false["entries"][0]["mean"] = "9"
    assert {place for place, _, _ in shortlist_faults(false)} == {"winner", "b/mean"}
    false["shortlist"]["reason"] = "  "
    assert "reason" in {place for place, _, _ in shortlist_faults(false)}


def test_a_category_without_a_list_has_nothing_to_say():
    assert list(shortlist_faults({"entries": [], "decision": None})) == []
    assert left_out_of({"shortlist": None}) == frozenset()


@pytest.mark.parametrize(
    ("decision", "beside"),
    [
        ({"winner": "L1-001", "shared_with": ["L1-002"]}, ["L1-002"]),
        ({"winner": "L1-001", "shared_with": []}, []),
        ({"winner": "L1-002"}, ["L1-002"]),
        ({"winner": None, "shared_with": []}, []),
        (None, []),
    ],
)
def test_no_part_of_a_prize_goes_beside_the_list(decision, beside):
    means = {"L1-001": "8", "L1-002": "7"}
    listed = [
        {"number": number, "rank": place, "mean": mean, "is_proposed": place == 1, "is_kept": place == 1, "reason": ""}
        for place, (number, mean) in enumerate(means.items(), start=1)
    ]
    category = {
        "shortlist": {"rule": "top", "places": 1, "least": None, "reason": "Nur die Beste.", "entries": listed},
        "entries": [{"number": number, "mean": mean} for number, mean in means.items()],
        "decision": decision,
    }
    assert [stated for place, stated, _computed in shortlist_faults(category) if place == "winner"] == beside
