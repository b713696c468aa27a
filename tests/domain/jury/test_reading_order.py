"""The juror's shuffled order."""

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.jury.reading_order import neighbours, next_open, reading_order

IDS = st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=20)


@given(st.integers(1, 9), IDS, st.randoms(use_true_random=False))
def test_order_holds_every_entry_once_and_ignores_how_they_came(juror_id, entries, random):
    order = reading_order(juror_id=juror_id, entries=entries)
    shuffled = random.sample(entries, len(entries))
    assert sorted(order) == sorted(entries)
    assert reading_order(juror_id=juror_id, entries=shuffled) == order


@given(st.integers(1, 9), IDS, st.data())
def test_entry_that_goes_leaves_the_others_in_order(juror_id, entries, data):
    gone = data.draw(st.sets(st.sampled_from(entries))) if entries else set()
    order = reading_order(juror_id=juror_id, entries=entries)
    left = [entry for entry in entries if entry not in gone]
    assert reading_order(juror_id=juror_id, entries=left) == [entry for entry in order if entry not in gone]


def test_jurors_read_in_different_orders():
    entries = [f"entry-{number}" for number in range(20)]
    orders = {tuple(reading_order(juror_id=juror_id, entries=entries)) for juror_id in range(1, 6)}
    assert len(orders) == 5


def test_neighbours_end_at_the_ends():
    assert neighbours(["a", "b", "c"], "a") == (1, 3, None, "b")
    assert neighbours(["a", "b", "c"], "c") == (3, 3, "b", None)


def test_next_open_starts_over_and_ends_when_all_is_done():
    assert next_open(["a", "b", "c"], current="b", open_entries={"a", "b"}) == "a"
    assert next_open(["a", "b", "c"], current="b", open_entries={"a", "c"}) == "c"
    assert next_open(["a", "b", "c"], current="b", open_entries=set()) is None
