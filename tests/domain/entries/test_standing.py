"""Where an entry stands, and what comes next."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from ikz_award.domain.entries.next_steps import Dated, Dates, Timing, next_steps
from ikz_award.domain.entries.standing import (
    EditionStanding,
    EntryStanding,
    ScreeningStanding,
    StandingFacts,
    edition_standing,
    entry_standing,
    screening_standing,
)
from ikz_award.domain.phases.timetable import DeadlineState
from ikz_award.domain.phases.workflow import EntryStatus, Phase

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
DATES = Dates(now=NOW, deadline_at=NOW + timedelta(days=10), objections_until=NOW + timedelta(days=24))


@pytest.mark.parametrize(
    ("phase", "status", "is_in_time", "more", "expected"),
    [
        (Phase.OPEN, EntryStatus.DRAFT, True, {}, EntryStanding.DRAFT),
        (Phase.OPEN, EntryStatus.DRAFT, False, {}, EntryStanding.MISSED),
        (Phase.SCREENING, EntryStatus.DRAFT, True, {}, EntryStanding.MISSED),
        (Phase.OPEN, EntryStatus.SUBMITTED, True, {}, EntryStanding.CHANGEABLE),
        (Phase.OPEN, EntryStatus.SUBMITTED, True, {"is_amended": True}, EntryStanding.AMENDED),
        (Phase.OPEN, EntryStatus.SUBMITTED, False, {"is_amended": True}, EntryStanding.RECEIVED),
        (Phase.SCREENING, EntryStatus.SUBMITTED, True, {}, EntryStanding.SCREENED),
        (Phase.SCREENING, EntryStatus.ADMITTED, False, {}, EntryStanding.ADMITTED),
        (Phase.OPEN, EntryStatus.ADMITTED, True, {}, EntryStanding.ADMITTED),
        (Phase.DECIDED, EntryStatus.ADMITTED, False, {"has_won": True}, EntryStanding.WITH_JURY),
        (Phase.PUBLISHED, EntryStatus.ADMITTED, False, {"has_won": True}, EntryStanding.WINNER),
        (Phase.ARCHIVED, EntryStatus.ADMITTED, False, {}, EntryStanding.WITHOUT_PRIZE),
        (Phase.JUDGING, EntryStatus.EXCLUDED, False, {}, EntryStanding.EXCLUDED),
    ],
)
def test_a_standing_takes_status_phase_and_time(phase, status, is_in_time, more, expected) -> None:
    assert entry_standing(StandingFacts(phase=phase, status=status, is_in_time=is_in_time, **more)) is expected


def test_every_combination_has_a_standing() -> None:
    for phase, status, *flags in itertools.product(Phase, EntryStatus, *[(False, True)] * 3):
        facts = StandingFacts(phase=phase, status=status, is_in_time=flags[0], is_amended=flags[1], has_won=flags[2])
        assert isinstance(entry_standing(facts), EntryStanding)


def test_between_closing_and_publication_everybody_is_told_one_thing() -> None:
    told = {
        edition_standing(phase=phase, deadline=state)
        for phase in (Phase.SCREENING, Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED)
        for state in DeadlineState
    }
    assert told == {EditionStanding.CLOSED}
    assert edition_standing(phase=Phase.OPEN, deadline=DeadlineState.GRACE) is EditionStanding.CLOSED


def test_why_an_entry_cannot_be_judged() -> None:
    assert screening_standing(phase=Phase.OPEN, status=EntryStatus.SUBMITTED, is_amended=True) is ScreeningStanding.AMENDED
    assert screening_standing(phase=Phase.JUDGING, status=EntryStatus.ADMITTED, is_amended=False) is ScreeningStanding.OVER


@pytest.mark.parametrize("standing", EntryStanding)
def test_the_jury_goes_on_only_where_it_has_begun(standing: EntryStanding) -> None:
    steps = next_steps(standing, DATES)
    running = [step.title for step in steps if step.timing is Timing.RUNNING]
    assert ("Verfahren der Jury" in running) is (standing is EntryStanding.WITH_JURY)
    assert ("Vorprüfung durch das Kompetenzzentrum" in running) is (standing is EntryStanding.SCREENED)
    own = [step for step in steps if step.timing in (Timing.TO_DO, Timing.POSSIBLE)]
    may_act = (EntryStanding.DRAFT, EntryStanding.CHANGEABLE, EntryStanding.AMENDED, EntryStanding.RETURNED)
    assert bool(own) is (standing in may_act)


def test_who_is_out_of_the_race_is_told_of_nothing_to_come() -> None:
    for standing in (EntryStanding.MISSED, EntryStanding.EXCLUDED, EntryStanding.WITHDRAWN):
        assert next_steps(standing, DATES) == ()


def test_dates_come_in_their_order_and_a_midnight_is_a_day() -> None:
    day = datetime(2026, 4, 30, 22, tzinfo=UTC)
    dates = Dates(
        now=NOW,
        deadline_at=DATES.deadline_at,
        milestones=(Dated(at=NOW + timedelta(days=1), label="Fragestunde"), Dated(at=day, label="Preisverleihung")),
    )
    steps = next_steps(EntryStanding.CHANGEABLE, dates)
    assert [step.when for step in steps if step.when] == [
        "5. März 2026, 10:30 Uhr",
        "bis 14. März 2026, 10:30 Uhr",
        "1. Mai 2026",
    ]
    assert steps[-1].sentence == "1. Mai 2026: Preisverleihung."
