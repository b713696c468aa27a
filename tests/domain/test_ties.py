from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.ties import Tie, TieKind, counting_keys, does_tie_count

BOCHOLT, GRONAU = "05554008", "05554020"


@pytest.mark.parametrize(
    ("ended_on", "last_day"),
    [(date(2021, 3, 4), date(2026, 3, 4)), (date(2020, 12, 31), date(2025, 12, 31)), (date(2024, 2, 29), date(2029, 3, 1))],
)
def test_a_former_office_counts_for_five_years(ended_on, last_day):
    office = Tie(key=BOCHOLT, kind=TieKind.FORMER_OFFICE, ended_on=ended_on)
    assert does_tie_count(office, on=last_day)
    assert not does_tie_count(office, on=last_day + timedelta(days=1))


@pytest.mark.parametrize("kind", [kind for kind in TieKind if kind is not TieKind.FORMER_OFFICE])
def test_every_other_tie_counts_while_it_lasts(kind):
    tie = Tie(key=BOCHOLT, kind=kind, ended_on=date(2026, 3, 4))
    assert does_tie_count(tie, on=date(2026, 3, 4))
    assert not does_tie_count(tie, on=date(2026, 3, 5))


@given(st.sampled_from(TieKind), st.dates())
def test_a_tie_without_an_end_always_counts(kind, on):
    assert does_tie_count(Tie(key=BOCHOLT, kind=kind), on=on)


def test_one_counting_tie_to_a_body_is_enough():
    ended = date(2019, 1, 1)
    ties = [
        Tie(key=BOCHOLT, kind=TieKind.EMPLOYER, ended_on=ended),
        Tie(key=BOCHOLT, kind=TieKind.RESIDENCE),
        Tie(key=GRONAU, kind=TieKind.FORMER_OFFICE, ended_on=ended),
    ]
    assert counting_keys(ties, on=date(2026, 3, 4)) == {BOCHOLT}
