import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.bias import BiasHint, BiasReason, Participant, bias_hints, district_of

BORKEN_DISTRICT, BOCHOLT, GRONAU = "05554", "05554008", "05554020"
DUESSELDORF, DUISBURG = "05111000", "05112000"
AACHEN_REGION, AACHEN, ALSDORF, DUEREN = "05334", "05334002", "05334004", "05358008"
KEYS = [BORKEN_DISTRICT, BOCHOLT, GRONAU, "05111", DUESSELDORF, DUISBURG, AACHEN_REGION, AACHEN, ALSDORF, DUEREN, "LVR", "LWL"]


def hints(tie: str, lead: str, *partners: str) -> list[tuple[str, str]]:
    participants = [Participant(key=lead, is_lead=True), *(Participant(key=key, is_lead=False) for key in partners)]
    return [(hint.reason.value, hint.key) for hint in bias_hints(ties={tie}, participants=participants)]


@pytest.mark.parametrize(
    ("tie", "lead", "partners", "expected"),
    [
        (BOCHOLT, BOCHOLT, [], [("own_lead", BOCHOLT)]),
        (BOCHOLT, DUISBURG, [BOCHOLT], [("own_partner", BOCHOLT)]),
        (BOCHOLT, GRONAU, [], [("same_district", GRONAU)]),
        (BOCHOLT, BORKEN_DISTRICT, [], [("same_district", BORKEN_DISTRICT)]),
        (BORKEN_DISTRICT, GRONAU, [], [("same_district", GRONAU)]),
        (BORKEN_DISTRICT, BORKEN_DISTRICT, [], [("own_lead", BORKEN_DISTRICT)]),
        (GRONAU, BOCHOLT, [GRONAU], [("own_partner", GRONAU), ("same_district", BOCHOLT)]),
        (AACHEN, ALSDORF, [DUEREN], [("same_district", ALSDORF)]),
        (AACHEN_REGION, AACHEN, [], [("same_district", AACHEN)]),
        (DUESSELDORF, DUISBURG, [], []),
        ("05111", DUESSELDORF, [], [("own_lead", DUESSELDORF)]),
        ("LVR", DUESSELDORF, [AACHEN], []),
        (DUESSELDORF, "LVR", [], []),
        ("LVR", DUESSELDORF, ["LVR"], [("own_partner", "LVR")]),
        ("LVR", "LWL", [], []),
        (BOCHOLT, DUISBURG, [AACHEN], []),
    ],
)  # fmt: skip
def test_hint_for_a_tie_and_an_entry(tie, lead, partners, expected):
    assert hints(tie, lead, *partners) == expected


def test_lead_named_again_as_partner_gives_one_hint():
    assert hints(BOCHOLT, BOCHOLT, BOCHOLT) == [("own_lead", BOCHOLT)]


def test_a_juror_without_ties_gets_no_hint():
    assert bias_hints(ties=(), participants=[Participant(key="LVR", is_lead=True)]) == ()


participants = st.lists(st.builds(Participant, key=st.sampled_from(KEYS), is_lead=st.booleans()), max_size=5)
ties = st.sets(st.sampled_from(KEYS), max_size=3)


@given(ties, participants, st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(ties, participants, random):
    shuffled = random.sample(participants, len(participants)) + participants

    assert bias_hints(ties=sorted(ties), participants=shuffled) == bias_hints(ties=ties, participants=participants)


@given(ties, ties, participants)
def test_more_ties_never_take_a_hint_away(some, more, participants):
    few = {hint.key for hint in bias_hints(ties=some, participants=participants)}

    assert few <= {hint.key for hint in bias_hints(ties=some | more, participants=participants)}


@given(ties, participants)
def test_every_hint_has_its_ground(ties, participants):
    for hint in bias_hints(ties=ties, participants=participants):
        assert isinstance(hint, BiasHint)
        assert hint.reason.german
        if hint.reason is BiasReason.SAME_DISTRICT:
            assert any(tie[:5] == hint.key[:5] and hint.key.isdecimal() for tie in ties)
        else:
            is_lead = hint.reason is BiasReason.OWN_LEAD
            assert Participant(key=hint.key, is_lead=is_lead) in participants


@pytest.mark.parametrize(("key", "district"), [(BOCHOLT, "05554"), ("05554", "05554"), ("LVR", None), ("", None)])
def test_district_of_a_key(key, district):
    assert district_of(key) == district
