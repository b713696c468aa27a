"""Published at the planned time and not a second before; void when the seal it was planned with counts no more."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import PlanEnd, PlannedPublication
from ikz_award.models.people.accounts import Account, Role
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.phases.publication import publication_plan
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.phases.publication import cancel_publication, plan_publication, publish_due
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests.factories import NOW, value_of

SLUG = "landespreis-2"
# NOW is 4 March 2026, 10:30 in Berlin.
AT = "2026-03-04T12:00"
WHEN = NOW + timedelta(minutes=90)


def plan(decided, at=AT, key="plan"):
    plan_publication(Call(actor=decided.organiser, now=NOW, key=key), edition_slug=SLUG, at=at)


def publish(now):
    db.session.rollback()
    return publish_due(db.session(), now=now)


def mails():
    with write_session() as session:
        return [mail.subject for mail in session.scalars(select(OutgoingMail)) if "veröffentlicht" in mail.subject]


def test_it_is_published_when_its_time_comes_and_once(decided):
    decided.seal()
    plan(decided)
    assert publish(WHEN - timedelta(seconds=1)) == 0
    assert decided.edition.phase is Phase.DECIDED
    assert publish(WHEN + timedelta(seconds=3)) == 1
    edition = decided.edition
    assert edition.phase is Phase.PUBLISHED
    assert edition.published_at == WHEN + timedelta(seconds=3)
    assert publish(WHEN + timedelta(minutes=5)) == 0
    assert mails() == ["Ergebnis veröffentlicht (2. Landespreis)"]


def test_published_by_hand_and_opened_again_nobody_is_told_that_nothing_is_published(decided):
    decided.seal()
    plan(decided)
    change_phase(
        Call(actor=decided.organiser, now=NOW, key="hand"), edition_id=decided.edition_id, step=(Phase.DECIDED, Phase.PUBLISHED)
    )
    decided.reopen()
    assert mails() == []
    assert publication_plan(db.session(), edition_id=decided.edition_id) is None
    assert value_of(PlannedPublication, plan_row(), "outcome") is PlanEnd.CANCELLED


def plan_row():
    return db.session.scalars(select(PlannedPublication)).one()


def test_nothing_can_be_planned_without_a_seal_or_by_others(decided):
    with pytest.raises(Refused):
        plan(decided)
    decided.seal()
    with pytest.raises(Refused):
        plan_publication(Call(actor=decided.chair, now=NOW, key="c"), edition_slug=SLUG, at=AT)


@pytest.mark.parametrize("at", ["", "morgen", "2026-03-04T10:29", "2026-03-29T02:30", "20260-01-01T10:00"])
def test_a_time_that_is_none_is_said_to_be_so(decided, at):
    decided.seal()
    with pytest.raises(Invalid) as refusal:
        plan(decided, at)
    assert "at" in refusal.value.errors


def test_a_plan_can_be_replaced_and_taken_back(decided):
    decided.seal()
    plan(decided)
    plan(decided, "2026-03-04T13:00", key="later")
    assert publish(WHEN) == 0
    cancel_publication(Call(actor=decided.organiser, now=NOW, key="away"), edition_slug=SLUG)
    assert publish(WHEN + timedelta(days=1)) == 0
    with pytest.raises(NotFound):
        cancel_publication(Call(actor=decided.organiser, now=NOW, key="again"), edition_slug=SLUG)


def test_another_seal_is_not_what_was_planned(decided):
    decided.seal()
    plan(decided)
    decided.reopen()
    # Told at once, not when its time would have come.
    assert mails() == ["Ergebnis wird nicht wie geplant veröffentlicht (2. Landespreis)"]
    decided.seal()
    assert publish(WHEN) == 0
    assert decided.edition.phase is Phase.DECIDED
    assert len(mails()) == 1
    assert publication_plan(db.session(), edition_id=decided.edition_id) is None


def test_who_is_no_organiser_any_more_publishes_nothing(decided):
    decided.seal()
    plan(decided)
    with write_session() as session:
        account = session.get_one(Account, decided.organiser.account_id)
        account.roles = [role for role in session.scalars(select(Role)) if role.name != "admin"]
    assert publish(WHEN) == 0
    assert decided.edition.phase is Phase.DECIDED


def test_published_by_hand_before_its_time_the_plan_ends_in_silence(decided):
    decided.seal()
    plan(decided)
    with write_session() as session:
        session.execute(text("UPDATE edition SET phase = 'published'"))
    assert publish(WHEN) == 0
    assert mails() == []
    assert publication_plan(db.session(), edition_id=decided.edition_id) is None


def test_a_plan_is_never_changed_or_deleted(decided):
    decided.seal()
    plan(decided)
    for statement in (
        "DELETE FROM planned_publication",
        "UPDATE planned_publication SET publish_at = '2026-03-04 09:31:00.000000'",
    ):
        with pytest.raises(DatabaseError), write_session() as session:
            session.execute(text(statement))
