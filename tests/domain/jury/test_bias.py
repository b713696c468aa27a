from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.jury.bias import (
    OFFICES,
    BiasHint,
    BiasReason,
    Participant,
    Tie,
    TieKind,
    bias_hints,
    district_of,
    years_before,
)

DAY = date(2026, 3, 14)

BORKEN_DISTRICT, BOCHOLT, GRONAU = "05554", "05554008", "05554020"
DUESSELDORF, DUISBURG = "05111000", "05112000"
AACHEN_REGION, AACHEN, ALSDORF, DUEREN = "05334", "05334002", "05334004", "05358008"
WINTERSWIJK = None  # across the border: no official key
KEYS = [BORKEN_DISTRICT, BOCHOLT, GRONAU, "05111", DUESSELDORF, DUISBURG, AACHEN_REGION, AACHEN, ALSDORF, DUEREN, "LVR", "LWL"]


def hints(tie: str, lead: str | None, *partners: str | None) -> list[tuple[str, str]]:
    participants = [Participant(key=lead, is_lead=True), *(Participant(key=key, is_lead=False) for key in partners)]
    ties = {Tie(key=tie, kind=TieKind.EMPLOYER)}
    return [(hint.reason.value, hint.key) for hint in bias_hints(ties=ties, participants=participants, on=DAY)]


@pytest.mark.parametrize(
    ("tie", "lead", "partners", "expected"),
    [
        (BOCHOLT, BOCHOLT, [], [("own_lead", BOCHOLT)]),
        (BOCHOLT, DUISBURG, [BOCHOLT], [("own_partner", BOCHOLT)]),
        (BOCHOLT, GRONAU, [], [("same_district", BORKEN_DISTRICT)]),
        (BOCHOLT, BORKEN_DISTRICT, [], [("same_district", BORKEN_DISTRICT)]),
        (BORKEN_DISTRICT, GRONAU, [], [("same_district", BORKEN_DISTRICT)]),
        (BORKEN_DISTRICT, BORKEN_DISTRICT, [], [("own_lead", BORKEN_DISTRICT)]),
        (GRONAU, BOCHOLT, [GRONAU], [("own_partner", GRONAU), ("same_district", BORKEN_DISTRICT)]),
        (AACHEN, ALSDORF, [DUEREN], [("same_district", AACHEN_REGION)]),
        (AACHEN_REGION, AACHEN, [], [("same_district", AACHEN_REGION)]),
        (DUESSELDORF, DUISBURG, [], []),
        ("05111", DUESSELDORF, [], [("own_lead", DUESSELDORF)]),
        ("LVR", DUESSELDORF, [AACHEN], []),
        (DUESSELDORF, "LVR", [], []),
        ("LVR", DUESSELDORF, ["LVR"], [("own_partner", "LVR")]),
        ("LVR", "LWL", [], []),
        (BOCHOLT, DUISBURG, [AACHEN], []),
        (BOCHOLT, GRONAU, [WINTERSWIJK], [("same_district", BORKEN_DISTRICT)]),
        (BOCHOLT, DUISBURG, [WINTERSWIJK], []),
        # All members of the LWL: no ground for asking anybody.
        (BOCHOLT, "LWL", [GRONAU], [("same_district", BORKEN_DISTRICT)]),
        ("LWL", BOCHOLT, [GRONAU], []),
        # Düren is next door, but a district of its own; the city of Aachen is not.
        (AACHEN_REGION, "05358", [], []),
        (ALSDORF, AACHEN_REGION, [AACHEN], [("same_district", AACHEN_REGION)]),
    ],
)
def test_hint_for_a_tie_and_an_entry(tie, lead, partners, expected):
    assert hints(tie, lead, *partners) == expected


def test_lead_named_again_as_partner_gives_one_hint():
    assert hints(BOCHOLT, BOCHOLT, BOCHOLT) == [("own_lead", BOCHOLT)]


def test_a_juror_without_ties_gets_no_hint():
    assert bias_hints(ties=(), participants=[Participant(key="LVR", is_lead=True)], on=DAY) == ()


def test_a_whole_district_behind_an_entry_is_one_hint():
    everybody = [Participant(key=f"0555400{place}", is_lead=place == 1) for place in range(1, 10)]
    found = bias_hints(ties=[Tie(key=GRONAU, kind=TieKind.MANDATE)], participants=everybody, on=DAY)
    assert [(hint.reason, hint.key) for hint in found] == [(BiasReason.SAME_DISTRICT, BORKEN_DISTRICT)]


def test_of_two_ties_to_a_body_the_stronger_is_the_hint():
    own = [Tie(key=BOCHOLT, kind=kind) for kind in (TieKind.RESIDENCE, TieKind.MANDATE)]
    [hint] = bias_hints(ties=own, participants=[Participant(key=BOCHOLT, is_lead=True)], on=DAY)
    assert (hint.tie_kind, hint.code) == (TieKind.MANDATE, "own_lead:05554008:05554008:mandate")


@pytest.mark.parametrize(
    ("kind", "ended_on", "counts"),
    [
        (TieKind.FORMER_OFFICE, date(2021, 3, 14), True),
        (TieKind.FORMER_OFFICE, date(2021, 3, 13), False),
        (TieKind.EMPLOYER, date(2024, 1, 1), True),
        (TieKind.MANDATE, date(2020, 12, 31), False),
        (TieKind.RESIDENCE, date(2026, 3, 13), False),
        (TieKind.MEMBERSHIP, DAY, True),
        (TieKind.EMPLOYER, None, True),
    ],
)
def test_an_office_counts_for_five_years_and_all_else_until_its_end(kind, ended_on, counts):
    assert Tie(key=BOCHOLT, kind=kind, ended_on=ended_on).counts_on(DAY) is counts


def test_five_years_before_a_leap_day():
    assert years_before(date(2028, 2, 29)) == date(2023, 2, 28)


def places(hints: tuple[BiasHint, ...]) -> set[str]:
    """Where hints point: districts, and associations."""
    return {district_of(hint.key) or hint.key for hint in hints}


participants = st.lists(st.builds(Participant, key=st.sampled_from([*KEYS, WINTERSWIJK]), is_lead=st.booleans()), max_size=5)
ends = st.none() | st.dates(DAY - timedelta(days=3000), DAY)
ties = st.sets(st.builds(Tie, key=st.sampled_from(KEYS), kind=st.sampled_from(TieKind), ended_on=ends), max_size=3)


@given(ties, participants, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(ties, participants, random):
    shuffled = random.sample(participants, len(participants)) + participants
    again = bias_hints(ties=sorted(ties, key=repr), participants=shuffled, on=DAY)

    assert again == bias_hints(ties=ties, participants=participants, on=DAY)


@given(ties, ties, participants)
def test_more_ties_never_take_a_hint_away(some, more, participants):
    few = places(bias_hints(ties=some, participants=participants, on=DAY))

    assert few <= places(bias_hints(ties=some | more, participants=participants, on=DAY))


@given(ties, participants, st.integers(0, 4000))
def test_time_alone_never_makes_a_hint(ties, participants, days):
    now = places(bias_hints(ties=ties, participants=participants, on=DAY))
    assert places(bias_hints(ties=ties, participants=participants, on=DAY + timedelta(days=days))) <= now


@given(ties, participants)
def test_every_hint_has_its_ground(ties, participants):
    found = bias_hints(ties=ties, participants=participants, on=DAY)
    assert len({(hint.reason is BiasReason.SAME_DISTRICT, hint.key) for hint in found}) == len(found)
    for hint in found:
        assert isinstance(hint, BiasHint)
        assert hint.reason.german
        [*grounds] = [tie for tie in ties if (tie.key, tie.kind) == (hint.tie_key, hint.tie_kind)]
        assert any(tie.ended_on is None or tie.kind in OFFICES or tie.ended_on == DAY for tie in grounds)
        if hint.reason is BiasReason.SAME_DISTRICT:
            assert hint.key == district_of(hint.tie_key)
            assert any(one.key and district_of(one.key) == hint.key for one in participants)
        else:
            is_lead = hint.reason is BiasReason.OWN_LEAD
            assert Participant(key=hint.key, is_lead=is_lead) in participants


@pytest.mark.parametrize(("key", "district"), [(BOCHOLT, "05554"), ("05554", "05554"), ("LVR", None), ("", None)])
def test_district_of_a_key(key, district):
    assert district_of(key) == district
