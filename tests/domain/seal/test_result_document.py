"""The spelling of a sealed document: RFC 8785 from the fifth format on, and our own in the four before it."""

import hashlib
import json
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.seal.result_document import (
    FIRST_FORMAT,
    FORMAT,
    FOURTH_FORMAT,
    SECOND_FORMAT,
    THIRD_FORMAT,
    DocumentBroken,
    document_hash,
    spelling,
)

EARLIER = (FIRST_FORMAT, SECOND_FORMAT, THIRD_FORMAT, FOURTH_FORMAT)
# RFC 8785, 3.2.3: names are sorted by UTF-16 units. A sign beyond the first 65,536 starts with D83D, so it comes before FB33,
# where by code points it comes after.
PUBLISHED = {"\u20ac": "Euro", "\r": "CR", "\ufb33": "Dalet", "1": "One", "\U0001f600": "Smiley", "\x80": "C", "\u00f6": "O"}
BY_UTF_16 = ["\r", "1", "\x80", "\u00f6", "\u20ac", "\U0001f600", "\ufb33"]


def order_of(plainly: bytes) -> list[str]:
    return [key for key in json.loads(plainly) if key != "format"]


def test_todays_format_has_the_order_of_the_published_example() -> None:
    assert order_of(spelling({"format": FORMAT, **PUBLISHED})) == BY_UTF_16


@pytest.mark.parametrize("form", EARLIER)
def test_an_earlier_format_keeps_the_order_it_was_sealed_in(form: str) -> None:
    document = {"format": form, **PUBLISHED}
    assert order_of(spelling(document)) == [*BY_UTF_16[:-2], "\ufb33", "\U0001f600"]
    assert document_hash(document) == hashlib.sha256(canonical_json(document)).hexdigest()


def test_values_without_json_are_spelled_as_text() -> None:
    document = {"format": FORMAT, "b": [Decimal("7.50"), Fraction(25, 3), None, True], "a": datetime(2026, 3, 4, 9, tzinfo=UTC)}
    expected = '{"a":"2026-03-04T09:00:00.000000Z","b":["7.5","25/3",null,true],"format":"ikz-award result 5"}'
    assert spelling(document).decode() == expected
    assert document_hash(document) == hashlib.sha256(expected.encode()).hexdigest() == document_hash(json.loads(expected))


def test_control_signs_and_quotes_are_escaped_as_published() -> None:
    document = {"format": FORMAT, "a": '\u20ac$\u000f\nA\'B"\\\\"/\u007f'}
    assert spelling(document) == b'{"a":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\x7f","format":"ikz-award result 5"}'


@pytest.mark.parametrize("value", [0.5, 2**53, -(2**53), "\ud800", {1: 2}])
def test_what_the_standard_cannot_say_exactly_has_no_hash(value: object) -> None:
    with pytest.raises(DocumentBroken):
        document_hash({"format": FORMAT, "a": value})
