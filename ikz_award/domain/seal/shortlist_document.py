"""The shortlist in a result document: what it says must follow from its rule, and from the points of those left out."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ikz_award.domain.decision.shortlist import DrawingRule, Placed, ShortlistRule, proposed

Fault = tuple[str, object, object]
"""Where, what is stated, what is computed."""


def left_out_of(category: Mapping[str, Any]) -> frozenset[str]:
    """The numbers of the entries that are beside their category's shortlist."""
    listed = category.get("shortlist")
    return frozenset(one["number"] for one in listed["entries"] if one["is_kept"] is not True) if listed else frozenset()


def shortlist_faults(category: Mapping[str, Any]) -> Iterator[Fault]:
    """All that a category's shortlist says and that does not follow; none for a category without one.

    Entries withdrawn in the second round are on the list and not in the category any more.
    """
    if not (listed := category.get("shortlist")):
        return
    if not str(listed["reason"]).strip():
        yield "reason", listed["reason"], "a reason"
    if len({one["number"] for one in listed["entries"]}) != len(listed["entries"]):
        yield "entries", "an entry twice", "every entry once"
    yield from _by_rule(listed)
    yield from _left_out(category)


def _by_rule(listed: Mapping[str, Any]) -> Iterator[Fault]:
    kind = ShortlistRule(listed["rule"])
    rule = DrawingRule(kind=kind, places=listed["places"], least=None if listed["least"] is None else Decimal(listed["least"]))
    stays = proposed(
        [
            Placed(entry=one["number"], rank=one["rank"], mean=None if one["mean"] is None else Fraction(one["mean"]))
            for one in listed["entries"]
        ],
        rule,
    )
    for one in listed["entries"]:
        is_proposed = one["is_kept"] if kind is ShortlistRule.HAND else one["number"] in stays
        if one["is_proposed"] != is_proposed:
            yield f"{one['number']}/is_proposed", one["is_proposed"], is_proposed
        if one["is_kept"] != is_proposed and not str(one["reason"]).strip():
            yield f"{one['number']}/reason", one["reason"], "a reason, for the rule says otherwise"


def _left_out(category: Mapping[str, Any]) -> Iterator[Fault]:
    """The first round can be counted again for those left out alone: the points of the others went on."""
    known = {one["number"]: one for one in category["shortlist"]["entries"]}
    left_out = left_out_of(category)
    for entry in category["entries"]:
        number = entry["number"]
        if number not in known:
            yield number, None, "a place on the list or beside it"
        elif number in left_out and known[number]["mean"] != entry["mean"]:
            yield f"{number}/mean", known[number]["mean"], entry["mean"]
    decision: Mapping[str, Any] = {"winner": None, "shared_with": (), **(category["decision"] or {})}
    for winner in (decision["winner"], *decision["shared_with"]):
        if winner in left_out:
            yield "winner", winner, "an entry of the shortlist"
