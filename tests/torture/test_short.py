"""The short form of `make torture`, on the real server. No time is asserted, only what became of things."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.torture.machine import Machine, copy_of, template
from tests.torture.tortures import racing
from tests.torture.tortures.answers import hang_up
from tests.torture.tortures.cuts import NotPermitted, cuts
from tests.torture.tortures.kills import kills
from tests.torture.tortures.overloads import overloads
from tests.torture.tortures.rush import rush
from tests.torture.totals import Result

PEOPLE = 6


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return template(tmp_path_factory.mktemp("scene"), applicants=PEOPLE, deadline=timedelta(hours=3))


@pytest.fixture
def machine(made: Path, tmp_path: Path) -> Iterator[Machine]:
    running = Machine(copy_of(made, tmp_path / "instance"))
    yield running
    if running.pid:
        running.kill_all()


@pytest.fixture
def result() -> Iterator[Result]:
    """What a torture counts; at its end nothing may be lost, torn or doubled, and no answer strange."""
    counted = Result("short", "SQLite")
    yield counted
    assert not counted.faults, str(counted)


def test_nothing_acknowledged_is_lost_by_kills_and_lost_answers(machine: Machine, result: Result) -> None:
    """Every form is sent, the line is cut, and it is sent again, while parts of the server are killed."""
    kills(machine, result, count=3, cut=hang_up)
    assert result.counts["acknowledged"] >= 9


@pytest.mark.long
def test_two_at_once_are_one_after_the_other(machine: Machine, result: Result) -> None:
    racing.run_races(machine, result, count=1)
    assert result.counts["races"] == 9


def test_nothing_acknowledged_is_lost_by_a_power_cut(made: Path, tmp_path: Path, result: Result) -> None:
    try:
        cuts(made, tmp_path, result, count=1)
    except NotPermitted as reason:
        pytest.skip(str(reason))
    assert result.counts["acknowledged"]


@pytest.mark.long
def test_an_honest_visitor_is_served_under_an_overload(machine: Machine, result: Result) -> None:
    overloads(machine, result, seconds=2, names=("idle connections", "slow bodies"), is_timed=False)
    assert result.counts["requests"]


def test_who_arrived_in_time_is_in_time(machine: Machine, result: Result) -> None:
    """In the last seconds, while slow clients hang on the server."""
    rush(machine, result, within=4)
    assert result.counts["in_time"] == result.counts["in_time_and_in"] >= PEOPLE - 2
    assert not result.counts.get("after_the_end_and_in")
