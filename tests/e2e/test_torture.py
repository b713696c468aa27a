"""The short form of `make torture`, on the real server. No time is asserted, only what became of things."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.torture.machine import Machine, copy_of, template
from tests.torture.tortures import racing
from tests.torture.tortures.answers import lost_answers
from tests.torture.tortures.cuts import NotPermitted, cuts
from tests.torture.tortures.kills import kills
from tests.torture.tortures.overloads import overloads
from tests.torture.tortures.rush import rush, slow_arrival
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


def test_nothing_acknowledged_is_lost_by_kills(machine: Machine, result: Result) -> None:
    kills(machine, result, count=3)
    assert result.counts["acknowledged"] >= 9


def test_what_is_sent_again_counts_once(machine: Machine, result: Result) -> None:
    lost_answers(machine, result, count=25)
    assert result.counts["acknowledged"] >= 25


def test_two_at_once_are_one_after_the_other(machine: Machine, result: Result) -> None:
    racing.run_races(machine, result, count=1)
    assert result.counts["races"] == 9


def test_nothing_acknowledged_is_lost_by_a_power_cut(made: Path, tmp_path: Path, result: Result) -> None:
    try:
        cuts(made, tmp_path, result, count=1)
    except NotPermitted as reason:
        pytest.skip(str(reason))
    assert result.counts["acknowledged"]


def test_an_honest_visitor_is_served_under_an_overload(machine: Machine, result: Result) -> None:
    overloads(machine, result, seconds=2, names=("idle connections", "slow bodies"), is_timed=False)
    assert result.counts["requests"]


def test_who_arrived_in_time_is_in_time(machine: Machine, result: Result) -> None:
    slow_arrival(machine, result, times=1)
    rush(machine, result, people=machine.scene.applicants[1:], within=4)
    assert result.counts["in_time"] >= 4
