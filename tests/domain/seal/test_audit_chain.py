import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.seal.audit_chain import GENESIS, ChainedRecord, canonical_json, first_broken, link


class Colour(StrEnum):
    RED = "red"


NOON = datetime(2026, 2, 9, 12, tzinfo=UTC)

words = st.text(alphabet='aä"\\\n/0\x00€🏛', max_size=4)
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | words
    | st.sampled_from([Decimal("7.50"), Decimal("-0"), Fraction(25, 3), Fraction(-4), date(2022, 2, 11), NOON, Colour.RED])
)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2), max_leaves=4
)
# Near neighbours: a digit, a type, an order, a level, an absence apart.
RECORDS = (
    {},
    {"points": 7},
    {"points": 8},
    {"points": "7"},
    {"points": None},
    {"points": [7]},
    {"points": [7, 8]},
    {"points": [8, 7]},
    {"old": {"points": 7}, "new": {"points": 8}},
    {"old": {"points": 8}, "new": {"points": 7}},
    {"points": Decimal("7.25"), "at": NOON},
    {"points": Decimal("7.25"), "at": NOON + timedelta(microseconds=1)},
    {"reason": "gut"},
    {"reason": "gut "},
)
records = st.sampled_from(RECORDS)
stories = st.lists(records, min_size=1, max_size=5)


def chain(story: list[dict[str, object]]) -> list[ChainedRecord]:
    links: list[ChainedRecord] = []
    for record in story:
        previous = links[-1].hash if links else GENESIS
        links.append(ChainedRecord(previous_hash=previous, record=record, hash=link(previous, record)))
    return links


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None, "ü"]}, '{"a":[true,null,"ü"],"b":1}'),
        (MappingProxyType({"points": (Decimal("7.50"), Decimal("7.5"))}), '{"points":["7.5","7.5"]}'),
        ([Decimal("1E+3"), Decimal("-0.0"), Decimal("100"), Decimal("1E-7")], '["1000","0","100","0.0000001"]'),
        (Decimal("12345678901234567890123456789012345.10"), '"12345678901234567890123456789012345.1"'),
        ([Fraction(25, 3), Fraction(8, 2)], '["25/3","4"]'),
        (NOON, '"2026-02-09T12:00:00.000000Z"'),
        (datetime(2026, 2, 9, 13, tzinfo=timezone(timedelta(hours=1))), '"2026-02-09T12:00:00.000000Z"'),
        (date(2022, 2, 11), '"2022-02-11"'),
        ({Colour.RED: Colour.RED}, '{"red":"red"}'),
        ('"\n\u2028', '"\\"\\n\u2028"'),
    ],
)
def test_canonical_form(value, text):
    assert canonical_json(value) == text.encode()


@pytest.mark.parametrize(
    "value", [0.1, [1.0], {"a": {"b": float("nan")}}, {1: "a"}, {None: 1}, {"a", "b"}, b"raw", 1j, object()]
)
def test_what_has_no_exact_form_is_refused(value):
    with pytest.raises(TypeError):
        canonical_json(value)


@pytest.mark.parametrize("value", [datetime(2026, 1, 1), Decimal("NaN"), Decimal("-Infinity"), "\ud800"])  # noqa: DTZ001
def test_what_is_no_exact_value_is_refused(value):
    with pytest.raises(ValueError):
        canonical_json([value])


@given(values)
def test_a_way_through_json_does_not_change_the_canonical_form(value):
    """The database gives back text where Decimal, Fraction and dates went in; the hash must not notice."""
    stored = canonical_json(value)

    assert canonical_json(json.loads(stored)) == stored


@given(st.dictionaries(words, values, max_size=4))
def test_the_order_of_keys_does_not_matter(record):
    assert link(GENESIS, dict(reversed(record.items()))) == link(GENESIS, record)


def test_neighbouring_records_have_different_forms():
    assert len({canonical_json(record) for record in RECORDS}) == len(RECORDS)


def test_a_stranger_can_check_the_hash_with_a_few_words():
    record = {"actor": "Ä", "action": "entry.submit"}

    expected = hashlib.sha256((GENESIS + "\n" + '{"action":"entry.submit","actor":"Ä"}').encode("utf-8")).hexdigest()
    assert link(GENESIS, record) == expected


@pytest.mark.parametrize("previous", ["", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "0" * 64 + "\n"])
def test_a_previous_hash_that_is_none_is_refused(previous):
    with pytest.raises(ValueError, match="previous hash"):
        link(previous, {})


@given(stories)
def test_an_untouched_chain_is_whole(story):
    links = chain(story)

    assert first_broken(iter(links)) is None
    assert first_broken(links, head=links[-1].hash) is None


def test_an_empty_chain_is_whole_and_ends_at_its_beginning():
    assert first_broken([]) is None
    assert first_broken([], head=GENESIS) is None
    assert first_broken([], head="1" * 64) == 0


@given(stories, st.data())
def test_a_changed_record_is_found_where_it_stands(story, data):
    links = chain(story)
    index = data.draw(st.integers(0, len(links) - 1))
    changed = data.draw(st.sampled_from([record for record in RECORDS if record != story[index]]))
    links[index] = replace(links[index], record=changed)

    assert first_broken(links) == index


def test_a_record_that_could_never_have_been_written_is_broken():
    links = chain([{"points": 7}, {"points": 8}])
    links[1] = replace(links[1], record={"points": 8.0})

    assert first_broken(links) == 1


@given(stories, st.data())
def test_a_changed_hash_is_found_where_it_stands(story, data):
    links = chain(story)
    index = data.draw(st.integers(0, len(links) - 1))
    name = data.draw(st.sampled_from(["hash", "previous_hash"]))
    digits = list(getattr(links[index], name))
    place = data.draw(st.integers(0, 63))
    digits[place] = "0" if digits[place] != "0" else "1"
    links[index] = replace(links[index], **{name: "".join(digits)})

    assert first_broken(links) == index


@given(stories, st.data())
def test_a_changed_record_with_a_hash_made_to_fit_breaks_the_next_or_the_head(story, data):
    links = chain(story)
    head = links[-1].hash
    index = data.draw(st.integers(0, len(links) - 1))
    changed = data.draw(st.sampled_from([record for record in RECORDS if record != story[index]]))
    previous = links[index].previous_hash
    links[index] = ChainedRecord(previous_hash=previous, record=changed, hash=link(previous, changed))

    assert first_broken(links, head=head) == index + 1


@given(stories, st.data())
def test_a_missing_record_is_found(story, data):
    links = chain(story)
    head = links[-1].hash
    index = data.draw(st.integers(0, len(links) - 1))
    del links[index]

    assert first_broken(links, head=head) == index


@given(stories, records, st.data())
def test_an_added_or_repeated_record_is_found(story, record, data):
    links = chain(story)
    head = links[-1].hash
    index = data.draw(st.integers(0, len(links)))
    previous = links[index - 1].hash if index else GENESIS
    links.insert(index, ChainedRecord(previous_hash=previous, record=record, hash=link(previous, record)))

    # Where the same record stood already, the twin behind it is the one that does not fit.
    assert first_broken(links, head=head) == index + 1


@given(st.lists(records, min_size=2, max_size=5), st.data())
def test_two_swapped_records_are_found(story, data):
    links = chain(story)
    first, second = sorted(data.draw(st.lists(st.integers(0, len(links) - 1), min_size=2, max_size=2, unique=True)))
    links[first], links[second] = links[second], links[first]

    assert first_broken(links) == first
