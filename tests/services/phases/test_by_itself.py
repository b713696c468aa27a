"""An edition's year goes on without anybody at the keyboard, and an outage in the last hour can still be made good."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.by_itself import SETTLING
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.words.errors import Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.invariants.steps import steps
from ikz_award.queries.phases.due import due_steps
from ikz_award.queries.record.phase_history import phase_history
from ikz_award.services.phases import by_itself
from ikz_award.services.phases.by_itself import take_due_steps
from ikz_award.services.phases.deadlines import Extension, extend_deadline
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.screening import admit_entry
from tests import factories
from tests.factories import NOW

DEADLINE = NOW + timedelta(days=10)
CLOSED = DEADLINE + timedelta(seconds=60) + SETTLING
REASON = "Der Server war am letzten Abend nicht erreichbar."


def phase(edition: Edition) -> Phase:
    return factories.value_of(Edition, edition, "phase")


def more_time(admin: Actor, now: datetime) -> int:
    typed = Extension(slug="landespreis-2", until="2026-03-20T23:59", reason=REASON)
    return extend_deadline(Call(actor=admin, now=now), extension=typed)


def test_applications_open_on_their_day(admin: Actor) -> None:
    edition = factories.make_edition(phase=Phase.PREPARATION)
    opens_at = factories.value_of(Edition, edition, "opens_at")
    assert take_due_steps(now=opens_at - timedelta(seconds=1)) == 0
    assert take_due_steps(now=opens_at) == 1
    assert phase(edition) is Phase.OPEN
    step = phase_history(db.session(), edition_id=edition.id)[-1]
    assert (step.actor_name, step.reason) == ("System", "")
    assert not list(steps(db.session()))


def test_they_close_when_nothing_can_arrive_any_more_and_drafts_stay(applicant: Account) -> None:
    edition = factories.make_edition()
    entry = factories.make_entry(edition, created_by=applicant)
    assert take_due_steps(now=CLOSED - timedelta(microseconds=1)) == 0
    assert take_due_steps(now=CLOSED) == 1
    assert take_due_steps(now=CLOSED) == 0
    assert phase(edition) is Phase.SCREENING
    assert factories.value_of(Edition, edition, "deadline_at") == DEADLINE
    assert factories.value_of(Entry, entry, "status") is EntryStatus.DRAFT
    assert db.session.scalars(select(OutgoingMail)).all() == []


def test_who_has_more_time_than_the_others_has_it(applicant: Account) -> None:
    edition = factories.make_edition()
    entry = factories.make_entry(edition, created_by=applicant)
    with write_session() as session:
        session.get_one(Entry, entry.id).extended_to = DEADLINE + timedelta(days=2)
    assert take_due_steps(now=CLOSED + timedelta(days=1)) == 0
    assert take_due_steps(now=CLOSED + timedelta(days=2)) == 1


def test_an_outage_is_made_good_after_the_closing(admin: Actor, applicant: Account) -> None:
    """As it comes by itself, nobody could hold it up until the organiser is at work again."""
    edition = factories.make_edition()
    factories.make_entry(edition, created_by=applicant)
    take_due_steps(now=CLOSED)
    morning = CLOSED + timedelta(hours=9)
    assert more_time(admin, morning) == 1
    assert phase(edition) is Phase.OPEN
    assert phase_history(db.session(), edition_id=edition.id)[-1].reason == REASON
    assert not list(steps(db.session()))
    mail = db.session.scalars(select(OutgoingMail)).one()
    assert mail.subject.startswith("Mehr Zeit")
    assert take_due_steps(now=morning + timedelta(days=1)) == 0
    assert take_due_steps(now=morning + timedelta(days=30)) == 1


def test_but_not_once_somebody_was_judged(admin: Actor, applicant: Account) -> None:
    edition = factories.make_edition()
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED)
    take_due_steps(now=CLOSED)
    version = factories.value_of(Entry, entry, "version")
    public_id = factories.value_of(Entry, entry, "public_id")
    admit_entry(Call(actor=admin, now=CLOSED + timedelta(hours=1)), entry=public_id, version=version)
    with pytest.raises(Refused, match="Vorprüfung hat schon begonnen"):
        more_time(admin, CLOSED + timedelta(hours=9))
    assert phase(edition) is Phase.SCREENING


def test_what_somebody_took_back_is_not_taken_again(admin: Actor) -> None:
    edition = factories.make_edition(phase=Phase.PREPARATION)
    opens_at = factories.value_of(Edition, edition, "opens_at")
    take_due_steps(now=opens_at)
    back = Call(actor=admin, now=opens_at + timedelta(hours=1))
    change_phase(back, edition_id=edition.id, step=(Phase.OPEN, Phase.PREPARATION), reason="Die Kategorien stimmen noch nicht.")
    assert take_due_steps(now=opens_at + timedelta(hours=2)) == 0
    assert phase(edition) is Phase.PREPARATION


@pytest.mark.parametrize(("status", "taken"), [(SheetStatus.SUBMITTED, 1), (SheetStatus.DRAFT, 0)])
def test_scoring_closes_when_its_time_is_over_and_nothing_is_missing(
    applicant: Account, status: SheetStatus, taken: int
) -> None:
    edition = factories.make_edition(phase=Phase.JUDGING)
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED)
    juror = factories.make_juror(edition, "ada@jury.example")
    factories.make_sheet(entry, juror, ("8", "6", "7"), status=status)
    end = NOW + timedelta(days=40)
    with write_session() as session:
        session.get_one(Edition, edition.id).scoring_closes_at = end
    assert take_due_steps(now=end) == 0
    assert take_due_steps(now=end + SETTLING) == taken
    assert phase(edition) is (Phase.DELIBERATION if taken else Phase.JUDGING)


def test_a_time_that_moved_between_look_and_step_counts(applicant: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = factories.make_edition()
    factories.make_entry(edition, created_by=applicant)
    found = due_steps(db.session(), now=CLOSED)
    with write_session() as session:
        session.get_one(Edition, edition.id).deadline_at = DEADLINE + timedelta(days=7)
    monkeypatch.setattr(by_itself, "due_steps", lambda session, now: found)
    assert take_due_steps(now=CLOSED) == 0
    assert phase(edition) is Phase.OPEN


def test_one_that_fails_does_not_keep_the_others_waiting(app: object, monkeypatch: pytest.MonkeyPatch) -> None:
    edition = factories.make_edition()
    step = (Phase.OPEN, Phase.SCREENING)

    def failing(call: Call, *, edition_id: int, **more: object) -> str:
        if edition_id != edition.id:
            raise RuntimeError("broken")
        return change_phase(call, edition_id=edition_id, **more)

    monkeypatch.setattr(by_itself, "due_steps", lambda session, now: [(edition.id + 1, step), (edition.id, step)])
    monkeypatch.setattr(by_itself, "change_phase", failing)
    assert take_due_steps(now=CLOSED) == 1
