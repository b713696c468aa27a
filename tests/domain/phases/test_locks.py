"""What of an edition is fixed follows from what rests on it, and from nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.phases.locks import (
    Lock,
    Resting,
    lock_on_categories,
    lock_on_category,
    lock_on_names,
    lock_on_prefix,
    lock_on_scoring,
    lock_on_slug,
)
from ikz_award.domain.phases.workflow import Phase

AT = datetime(2026, 3, 4, tzinfo=UTC)
PARTS: dict[str, Callable[[Resting], Lock | None]] = {
    "names": lock_on_names, "slug": lock_on_slug, "prefix": lock_on_prefix, "categories": lock_on_categories,
    "category": lambda resting: lock_on_category(resting, "krise"), "scoring": lock_on_scoring,
}  # fmt: skip
instants = st.none() | st.datetimes(timezones=st.just(UTC))
restings = st.builds(
    Resting,
    phase=st.sampled_from(Phase),
    left=st.dictionaries(st.sampled_from(Phase), st.just(AT)),
    numbered_at=instants,
    points_at=instants,
    chosen=st.dictionaries(st.sampled_from(("krise", "umwelt")), st.just(AT)),
)
NOTHING = Resting(phase=Phase.PREPARATION, left={}, numbered_at=None, points_at=None, chosen={})


def locked(resting: Resting) -> set[str]:
    return {name for name, lock in PARTS.items() if lock(resting) is not None}


def test_each_thing_fixes_what_rests_on_it_and_nothing_else() -> None:
    assert locked(NOTHING) == set()
    assert locked(replace(NOTHING, phase=Phase.OPEN)) == {"slug"}
    assert locked(replace(NOTHING, numbered_at=AT)) == {"prefix"}
    assert locked(replace(NOTHING, chosen={"krise": AT})) == {"category"}
    assert locked(replace(NOTHING, chosen={"umwelt": AT})) == set()
    assert locked(replace(NOTHING, points_at=AT)) == {"scoring"}
    assert locked(replace(NOTHING, phase=Phase.SCREENING)) == {"slug", "categories", "category"}
    assert locked(replace(NOTHING, phase=Phase.JUDGING)) == {"slug", "categories", "category"}
    assert locked(replace(NOTHING, phase=Phase.DELIBERATION)) == {"slug", "categories", "category", "scoring"}
    assert locked(replace(NOTHING, phase=Phase.PUBLISHED)) == set(PARTS) - {"prefix"}


@given(resting=restings, happened=st.sampled_from(("numbered_at", "points_at")), chosen=st.sampled_from(("krise", "umwelt")))
def test_whatever_happens_opens_nothing(resting: Resting, happened: str, chosen: str) -> None:
    more = replace(resting, **{happened: AT}, chosen={**resting.chosen, chosen: AT})
    assert locked(resting) <= locked(more)


@given(resting=restings)
def test_going_on_opens_nothing(resting: Resting) -> None:
    phases = list(Phase)
    for phase in phases[phases.index(resting.phase) :]:
        assert locked(resting) <= locked(replace(resting, phase=phase))


@given(resting=restings)
def test_every_lock_says_why_since_when_and_what_is_left(resting: Resting) -> None:
    known = {*resting.left.values(), resting.numbered_at, resting.points_at, *resting.chosen.values(), None}
    for lock in (part(resting) for part in PARTS.values()):
        if lock is not None:
            assert lock.since in known
            assert str(lock.why).endswith(".")
            assert str(lock.still).endswith(".")
