from datetime import timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.entries.reminders import Reminder
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.editions.reminders import mute_reminders, send_due_reminders
from ikz_award.services.entries.entries import discard_draft
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import BOCHOLT, NOW

# Two days before the deadline of `make_edition`.
TWO_DAYS = NOW + timedelta(days=8)


@pytest.fixture
def draft(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    return kim, factories.make_entry(factories.make_edition(), created_by=kim)


def mails():
    db.session.rollback()
    return [(one.recipient, one.subject) for one in db.session.scalars(select(OutgoingMail))]


def test_who_wrote_is_reminded_once(draft):
    assert send_due_reminders(now=NOW) == 0
    assert send_due_reminders(now=TWO_DAYS) == 1
    assert send_due_reminders(now=TWO_DAYS + timedelta(hours=1)) == 0
    assert mails() == [("kim@bocholt.example", "Noch nicht eingereicht: Gemeinsame Vergabestelle")]
    body = db.session.scalars(select(OutgoingMail.body)).one()
    assert "der Einsendeschluss ist bald" in body
    assert "14. März 2026, 10:30:00 Uhr (noch 2 Tage)" in body


def test_what_was_switched_off_is_not_sent_and_the_next_one_is(draft):
    kim, _entry = draft
    mute_reminders(Call(actor=factories.actor(kim), now=NOW, key=None), muted=[Reminder.TWO_DAYS])
    assert send_due_reminders(now=TWO_DAYS) == 0
    assert send_due_reminders(now=NOW + timedelta(days=9, hours=18)) == 1


def test_nobody_is_reminded_of_what_is_handed_in_or_over(draft):
    _kim, entry = draft
    assert send_due_reminders(now=NOW + timedelta(days=10)) == 0
    with factories.write_session() as session:
        row = session.get_one(Entry, entry.id)
        row.status, row.number, row.submitted_at = "submitted", "L2-001", NOW
    assert send_due_reminders(now=TWO_DAYS) == 0


def test_a_reminded_draft_can_be_discarded(draft):
    kim, entry = draft
    send_due_reminders(now=TWO_DAYS)
    public_id = factories.value_of(Entry, entry, "public_id")
    discard_draft(Call(actor=factories.actor(kim), now=TWO_DAYS, key=None), entry_id=public_id)
    assert db.session.get(Entry, entry.id) is None
