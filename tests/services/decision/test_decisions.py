"""Decisions, reports and memberships: who may, once or replaced, and what is written down."""

from contextlib import AbstractContextManager

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus, Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.jobs import Job
from ikz_award.services.decision import decisions
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.people.memberships import confirm_membership, reject_membership
from ikz_award.services.record import use_case
from ikz_award.services.record.reports import request_report, take_report
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW

NO_PRIZE = DecisionText(winner=None, reason="Kein Beitrag überzeugte die Jury.")


@pytest.fixture
def edition(applicant: Account) -> Edition:
    """Two entries of two categories, one juror's sheets, scoring closed; one sheet is too few to be ranked."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    factories.make_juror(edition, "ada@jury.example")
    for key, category in ((factories.BOCHOLT, "pflichtaufgaben"), (factories.AHAUS, "vernetzung")):
        factories.make_entry(
            edition, created_by=applicant, lead_key=key, status=EntryStatus.ADMITTED, category=category, title=category
        )
    factories.set_phase(edition, Phase.DELIBERATION)
    return edition


def category_id(key: str) -> int:
    return db.session.scalars(select(Category.id).where(Category.key == key)).one()


def entry_id(title: str) -> str:
    return db.session.scalars(select(Entry.public_id).where(Entry.title == title)).one()


def record(actor: Actor, decision: DecisionText, *, key: str = "k", version: int | None = None) -> int:
    return record_decision(
        Call(actor=actor, now=NOW, key=key), category_id=category_id("pflichtaufgaben"), version=version, decision=decision
    )


def count(model: type[Decision] | type[AuditEntry] | type[Job]) -> int:
    db.session.rollback()
    return len(db.session.scalars(select(model)).all())


def test_sent_twice_it_is_one_decision(admin: Actor, edition: Edition) -> None:
    assert record(admin, NO_PRIZE) == record(admin, NO_PRIZE) == 1
    assert (count(Decision), count(AuditEntry)) == (1, 1)


def test_an_entry_that_is_not_ranked_needs_the_longer_reason(admin: Actor, edition: Edition) -> None:
    winner = entry_id("pflichtaufgaben")
    with pytest.raises(Invalid) as refusal:
        record(admin, DecisionText(winner=winner, reason="Kurz und gut begründet."))
    assert set(refusal.value.errors) == {"reason", "is_confirmed"}
    record(admin, DecisionText(winner=winner, reason="x" * 100, is_confirmed=True))
    log = db.session.scalars(select(AuditEntry)).one()
    assert log.new is not None
    assert (log.new["rank"], log.new["is_off_rank"]) == (None, True)


@pytest.mark.parametrize("winner", ["vernetzung", "nobody"])
def test_only_entries_of_the_category_can_win(admin: Actor, edition: Edition, winner: str) -> None:
    chosen = entry_id(winner) if winner != "nobody" else winner
    with pytest.raises(Invalid) as refusal:
        record(admin, DecisionText(winner=chosen, reason="x" * 100, is_confirmed=True))
    assert set(refusal.value.errors) == {"winner"}
    assert count(Decision) == 0


def test_over_long_texts_are_refused(admin: Actor, edition: Edition) -> None:
    with pytest.raises(Invalid) as refusal:
        record(admin, DecisionText(winner=None, reason="x" * 4001, public_text="x" * 4001))
    assert set(refusal.value.errors) == {"reason", "public_text"}


def test_replacing_needs_the_version_that_is_stored(admin: Actor, edition: Edition) -> None:
    record(admin, NO_PRIZE)
    other = DecisionText(winner=None, reason="Aus einem anderen Grund.")
    for number, seen in enumerate((None, 7)):
        with pytest.raises(StaleVersion) as refusal:
            record(admin, other, key=f"old{number}", version=seen)
        assert refusal.value.current["reason"] == NO_PRIZE.reason
    assert record(admin, other, key="new", version=1) == 2


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.DELIBERATION])
def test_decisions_are_made_in_deliberation_alone(admin: Actor, edition: Edition, phase: Phase) -> None:
    factories.set_phase(edition, phase)
    with pytest.raises(Refused) as refusal:
        record(admin, NO_PRIZE)
    assert refusal.value.reason == "decision.record"


def test_others_decide_report_and_confirm_nothing(edition: Edition, applicant: Account) -> None:
    juror = db.session.scalars(select(Account).where(Account.email == "ada@jury.example")).one()
    waiting = factories.make_account("neu@ahaus.example")
    with factories.write_session() as session:
        row = Membership(account_id=waiting.id, body_key=factories.AHAUS, status=MembershipStatus.PENDING, created_at=NOW)
        session.add(row)
        session.flush()
        membership = row.id
    for actor in (factories.actor(applicant), factories.actor(juror), factories.actor(waiting)):
        key = actor.email
        with pytest.raises(Refused):
            record(actor, NO_PRIZE, key=key)
        with pytest.raises(Refused):
            request_report(Call(actor=actor, now=NOW, key=f"r{key}"), edition_id=edition.id)
        with pytest.raises(NotFound):
            confirm_membership(Call(actor=actor, now=NOW, key=f"m{key}"), membership_id=membership)
        with pytest.raises(NotFound):
            reject_membership(Call(actor=actor, now=NOW, key=f"n{key}"), membership_id=membership, reason="")
    assert (count(Decision), count(Job), count(AuditEntry)) == (0, 0, 0)


def test_a_report_under_way_is_not_asked_for_twice(admin: Actor, edition: Edition) -> None:
    first = request_report(Call(actor=admin, now=NOW, key="a"), edition_id=edition.id)
    assert request_report(Call(actor=admin, now=NOW, key="a"), edition_id=edition.id) == first
    assert request_report(Call(actor=admin, now=NOW, key="b"), edition_id=edition.id) == first
    assert (count(Job), count(AuditEntry)) == (1, 1)
    with pytest.raises(NotFound):
        take_report(actor=admin, now=NOW, job=first)  # not finished
    with factories.write_session() as session:
        session.scalars(select(Job)).one().status = JobStatus.FAILED
    assert request_report(Call(actor=admin, now=NOW, key="c"), edition_id=edition.id) != first


def test_no_report_is_made_or_taken_while_scoring_is_open(admin: Actor, edition: Edition) -> None:
    factories.set_phase(edition, Phase.JUDGING)
    with pytest.raises(Refused) as refusal:
        request_report(Call(actor=admin, now=NOW, key="a"), edition_id=edition.id)
    assert refusal.value.reason == "report.make"


def test_a_confirmed_membership_is_not_rejected(admin: Actor, applicant: Account) -> None:
    person = factories.make_account("neu@ahaus.example")
    with factories.write_session() as session:
        row = Membership(account_id=person.id, body_key=factories.AHAUS, status=MembershipStatus.PENDING, created_at=NOW)
        session.add(row)
    membership = row.id
    assert confirm_membership(Call(actor=admin, now=NOW, key="a"), membership_id=membership) == "Stadt Ahaus"
    assert confirm_membership(Call(actor=admin, now=NOW, key="a"), membership_id=membership) == "Stadt Ahaus"
    with pytest.raises(Refused):
        reject_membership(Call(actor=admin, now=NOW, key="b"), membership_id=membership, reason="Nein.")
    assert factories.value_of(Membership, row, "status") is MembershipStatus.ACTIVE


def test_it_is_counted_before_the_lock_and_once(admin: Actor, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other writers do not wait for a ranking; what is refused never locks at all."""
    order: list[str] = []
    locked, counted = use_case.write_session, decisions.counted_rankings
    monkeypatch.setattr(use_case, "write_session", lambda **given: (order.append("lock"), locked(**given))[1])
    monkeypatch.setattr(
        decisions, "counted_rankings", lambda *args, **given: (order.append("count"), counted(*args, **given))[1]
    )
    winner = entry_id("pflichtaufgaben")
    with pytest.raises(Invalid):
        record(admin, DecisionText(winner=winner, reason="Kurz."))
    assert order == ["count"]
    record(admin, DecisionText(winner=winner, reason="x" * 100, is_confirmed=True), key="k2")
    assert order == ["count", "count", "lock"]


def test_what_changes_between_the_count_and_the_lock_counts(
    admin: Actor, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody takes the winner out of the contest in that moment: it is counted again, and refused."""
    winner, locked = entry_id("pflichtaufgaben"), use_case.write_session

    def after_another(**given: int | None) -> AbstractContextManager[Session]:
        with locked() as session:
            session.scalars(select(Entry).where(Entry.public_id == winner)).one().status = EntryStatus.EXCLUDED
        return locked(**given)

    monkeypatch.setattr(use_case, "write_session", after_another)
    with pytest.raises(Invalid) as refusal:
        record(admin, DecisionText(winner=winner, reason="x" * 100, is_confirmed=True))
    assert set(refusal.value.errors) == {"winner"}
    assert count(Decision) == 0
