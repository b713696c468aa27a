"""The sealed result as one document: everything needed to compute the ranking again, in one spelling, under one hash.

The document is a JSON object whose points are decimal text ("7.5") and whose means are fractions ("337/40"). Its hash is
SHA-256 over its canonical form after RFC 8785 (up to the fourth format over `canonical_json`); the hash is what is signed.
`recount` computes the result again from the points and weights alone and compares it with what the document states; it needs
no database.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from ikz_award.domain.decision.ranking import Average, CountedSheet, CountingRules, RankedEntry, rank
from ikz_award.domain.jury.scoring import CriterionWeight, Scale
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.seal.audit_chain import canonical_json, plain
from ikz_award.domain.seal.lot_document import lot_faults
from ikz_award.domain.seal.meeting_document import meeting_faults
from ikz_award.domain.seal.shortlist_document import left_out_of, shortlist_faults
from ikz_award.domain.seal.vote_document import vote_faults

FORMAT = "ikz-award result 5"
# Says the same, spelled by `canonical_json` and not after RFC 8785.
FOURTH_FORMAT = "ikz-award result 4"
# Without what the jury's meeting did, and without partners.
THIRD_FORMAT = "ikz-award result 3"
# Without shortlists and shared prizes: one winner a category, or none.
SECOND_FORMAT = "ikz-award result 2"
# Without a word on average and ties either: means, and shared ranks.
FIRST_FORMAT = "ikz-award result 1"

_OWN_SPELLING = (FOURTH_FORMAT, THIRD_FORMAT, SECOND_FORMAT, FIRST_FORMAT)
_WITH_MEETINGS = (FORMAT, FOURTH_FORMAT)

_HASH = re.compile("[0-9a-f]{64}")
# Beyond any jury there is; so that a forged file cannot make the recount run for hours.
_MOST_SHEETS = 2_000_000

Document = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class DocumentDifference:
    """The document says `stated` at `place` ("categories/verwaltung/entries/L1-003/rank") where the recount has `computed`."""

    place: str
    stated: object
    computed: object

    def __str__(self) -> str:
        return f"{self.place}: stated {self.stated!s}, computed {self.computed!s}"


class DocumentBroken(Exception):  # noqa: N818 - reads as what it says
    """The document does not have the shape of a result; the message names the place."""


def spelling(document: Document) -> bytes:
    """The one spelling of a document that its hash is taken over: RFC 8785, in UTF-8; earlier formats by `canonical_json`.

    Raises as `plain` does, and `ValueError` for whole numbers beyond ±(2^53 - 1), which RFC 8785 lacks.
    """
    if document.get("format") in _OWN_SPELLING:
        return canonical_json(document)
    import rfc8785  # what few pages and one command need

    return rfc8785.dumps(plain(document))


def document_hash(document: Document) -> str:
    """SHA-256 of the document's `spelling`, 64 hexadecimal characters. Raises `DocumentBroken`."""
    try:
        return hashlib.sha256(spelling(document)).hexdigest()
    except (TypeError, ValueError, RecursionError) as error:
        raise DocumentBroken(f"not a result: {error}") from error


def recount(document: Document) -> tuple[DocumentDifference, ...]:
    """Every statement of the document that does not follow from its points, weights and settings; none for a true one.

    Raises `DocumentBroken` where there is nothing to count: a missing part, a value of the wrong kind.
    """
    if document.get("format") not in (FORMAT, *_OWN_SPELLING):
        raise DocumentBroken(f"the format is not {FORMAT!r}")
    try:
        return tuple(_differences(document))
    except DocumentBroken:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation, ZeroDivisionError) as error:
        raise DocumentBroken(f"not a result: {type(error).__name__} {error}") from error


def _differences(document: Document) -> Iterator[DocumentDifference]:
    edition = document["edition"]
    scale = Scale(**{name: Decimal(edition["scale"][name]) for name in ("minimum", "maximum", "step")})
    allowed = frozenset(scale.values())
    jurors = frozenset(juror["key"] for juror in document["jurors"])
    if sum(len(entry["sheets"]) for category in document["categories"] for entry in category["entries"]) > _MOST_SHEETS:
        raise DocumentBroken("more sheets than any jury has")
    if max((len(category["entries"]) for category in document["categories"]), default=0) * len(jurors) > _MOST_SHEETS:
        raise DocumentBroken("more sheets than any jury has")
    rules = _rules(document)
    for category in document["categories"]:
        place = f"categories/{category['key']}"
        yield from _sheets_in_order(category, place, allowed=allowed, jurors=jurors)
        yield from _ranks(category, place, rules)
        yield from _decision(category, place, may_share=_shares_prizes(document))
        for where, stated, computed in shortlist_faults(category):
            yield DocumentDifference(place=f"{place}/shortlist/{where}", stated=stated, computed=computed)
    if document["format"] in _WITH_MEETINGS:
        for where, stated, computed in _of_meetings(document):
            yield DocumentDifference(place=where, stated=stated, computed=computed)
    audit = document["audit"]
    if not _HASH.fullmatch(audit["head"]):
        yield DocumentDifference(place="audit/head", stated=audit["head"], computed="64 hexadecimal characters")


def _of_meetings(document: Document) -> Iterator[tuple[str, object, object]]:
    """What the jury did together, and what its decisions owe to that."""
    yield from meeting_faults(document)
    yield from lot_faults(document)
    for category in document["categories"]:
        for where, stated, computed in vote_faults(document, category):
            yield f"categories/{category['key']}/{where}", stated, computed


def _shares_prizes(document: Document) -> bool:
    return document["format"] in (*_WITH_MEETINGS, THIRD_FORMAT) and document["edition"]["shares_prizes"]


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise DocumentBroken(f"{value!r} is not a whole number")
    return value


def _sheets_in_order(
    category: Document, place: str, *, allowed: frozenset[Decimal], jurors: frozenset[str]
) -> Iterator[DocumentDifference]:
    """Points on the scale, for the category's criteria only, by jurors of the panel, and only on submitted sheets."""
    keys = {criterion["key"] for criterion in category["criteria"]}
    for entry in category["entries"]:
        for sheet in entry["sheets"]:
            where = f"{place}/entries/{entry['number']}/sheets/{sheet['juror']}"
            if sheet["juror"] not in jurors:
                yield DocumentDifference(place=where, stated=sheet["juror"], computed="a juror of the panel")
            expected = keys if sheet["state"] == SheetState.SUBMITTED else set()
            if set(sheet["points"]) != expected:
                yield DocumentDifference(place=f"{where}/points", stated=sorted(sheet["points"]), computed=sorted(expected))
            for key, points in sheet["points"].items():
                if Decimal(points) not in allowed:
                    yield DocumentDifference(place=f"{where}/points/{key}", stated=points, computed="points of the scale")


def _rules(document: Document) -> CountingRules:
    edition = document["edition"]
    minimum = _count(edition["minimum_sheets"])
    if document["format"] == FIRST_FORMAT:
        return CountingRules(minimum_sheets=minimum)
    return CountingRules(
        minimum_sheets=minimum, average=Average(edition["average"]), tie_break=tuple(map(str, edition["tie_break"]))
    )


def _ranks(category: Document, place: str, rules: CountingRules) -> Iterator[DocumentDifference]:
    computed = {row.entry: row for row in _recounted(category, rules)}
    for entry in category["entries"]:
        row = computed[entry["number"]]
        stated = {name: entry[name] for name in ("rank", "mean", "criterion_means")}
        for name, value in stated_of(row).items():
            if stated[name] != value:
                yield DocumentDifference(place=f"{place}/entries/{entry['number']}/{name}", stated=stated[name], computed=value)


def _recounted(category: Document, rules: CountingRules) -> Sequence[RankedEntry]:
    weights = [CriterionWeight(one["key"], _count(one["weight"])) for one in category["criteria"]]
    sheets = [
        CountedSheet(
            juror=sheet["juror"],
            entry=entry["number"],
            state=SheetState(sheet["state"]),
            points={key: Decimal(points) for key, points in sheet["points"].items()},
        )
        for entry in category["entries"]
        for sheet in entry["sheets"]
    ]
    numbers = [entry["number"] for entry in category["entries"]]
    out = left_out_of(category)
    beside = rank([number for number in numbers if number in out], sheets, weights, rules)
    return (
        *rank([number for number in numbers if number not in out], sheets, weights, rules),
        *(replace(row, rank=None) for row in beside),
    )


def stated_of(row: RankedEntry) -> dict[str, Any]:
    """What a document states of a ranked entry, exactly."""
    return {
        "rank": row.rank,
        "mean": _exact(row.mean),
        "criterion_means": {key: _exact(mean) for key, mean in row.criterion_means.items()},
    }


def _exact(value: Fraction | None) -> str | None:
    return None if value is None else str(value)


def _decision(category: Document, place: str, *, may_share: bool) -> Iterator[DocumentDifference]:
    """A winner is an entry of the category; several share the prize, best first, where the edition shares prizes."""
    decision = category["decision"]
    if decision is None:
        if category["entries"]:
            yield DocumentDifference(place=f"{place}/decision", stated=None, computed="a decision, for there are entries")
        return
    places = {entry["number"]: position for position, entry in enumerate(category["entries"])}
    if decision["winner"] is not None and decision["winner"] not in places:
        yield DocumentDifference(
            place=f"{place}/decision/winner", stated=decision["winner"], computed="an entry of the category"
        )
    shared = list(decision.get("shared_with", ()))
    order = [places.get(number, -1) for number in (decision["winner"], *shared)]
    if shared and not (may_share and order[0] >= 0 and order == sorted(set(order))):
        computed = "entries of the category, best first" if may_share else "one winner"
        yield DocumentDifference(place=f"{place}/decision/shared_with", stated=shared, computed=computed)
    if not str(decision["reason"]).strip():
        yield DocumentDifference(place=f"{place}/decision/reason", stated="", computed="a reason")
