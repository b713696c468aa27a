"""What was handed in is changed, handed in again, given up, or put back by the deadline."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, StepText, Submission
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.amending import begin_amending, end_late_amendments, give_up_amending
from ikz_award.services.entries.partners import TypedPartner, add_partner, remove_partner
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.screening import admit_entry
from tests import factories
from tests.calls import called
from tests.factories import AHAUS, BOCHOLT, BORKEN, GRONAU, NOW

CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}
LATER = NOW + timedelta(hours=1)


class Amended:
    """An entry of Kim's that was handed in and is open for changes."""

    def __init__(self):
        self.edition = factories.make_edition()
        self.kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
        self.entry = factories.make_entry(
            self.edition, created_by=self.kim, contact_phone="02871 953-0", partners=(BORKEN, GRONAU)
        )
        self.id = self.value("public_id")
        self.submit(NOW)
        self.before = self.state()
        begin_amending(Call(actor=self.actor, now=NOW, key=None), entry_id=self.id)

    @property
    def actor(self):
        return factories.actor(self.kim)

    def value(self, column):
        return factories.value_of(Entry, self.entry, column)

    def submit(self, now):
        reviewed = Reviewed(entry_id=self.id, version=self.value("version"), step_key="pruefen", answers=CONSENTS)
        return submit_entry(Call(actor=self.actor, now=now, key=None), reviewed=reviewed)

    def change(self, now=NOW):
        version = form_of(db.session(), self.fresh()).step("projekt").version
        typed = TypedStep(entry_id=self.id, step_key="projekt", version=version, answers={"title": "Ein neuer Titel"})
        save_step(Call(actor=self.actor, now=now, key=None), typed=typed)
        add_partner(Call(actor=self.actor, now=now, key=None), entry_id=self.id, partner=TypedPartner(body_key=AHAUS))
        gone = next(one.id for one in self.fresh().partners if one.body_key == BORKEN)
        remove_partner(Call(actor=self.actor, now=now, key=None), entry_id=self.id, partner_id=gone)

    def fresh(self):
        db.session.rollback()
        return db.session.get_one(Entry, self.entry.id)

    def state(self):
        """What the jury would read."""
        entry = self.fresh()
        answers = {one.question.key: one.value for one in form_of(db.session(), entry).questions}
        return entry.title, answers, [one.body_key for one in entry.partners], [one.sha256 for one in entry.attachments]


@pytest.fixture
def amended(app):
    return Amended()


def mails():
    db.session.rollback()
    return db.session.scalars(select(OutgoingMail.subject)).all()


def test_handed_in_again_it_is_a_new_version_under_the_same_number(amended):
    amended.change()
    assert amended.submit(LATER) == "L2-001"

    versions = db.session.scalars(select(Submission).order_by(Submission.version)).all()
    assert [one.version for one in versions] == [1, 2]
    titles = [
        next(a["value"] for s in json.loads(one.snapshot)["steps"] for a in s["answers"] if a["key"] == "title")
        for one in versions
    ]
    assert titles == ["Gemeinsame Vergabestelle", "Ein neuer Titel"]
    assert (amended.value("amending_since"), amended.value("submitted_at")) == (None, LATER)
    assert amended.state() != amended.before


def test_given_up_everything_is_as_it_was_handed_in_and_nothing_typed_is_lost(amended):
    amended.change()
    give_up_amending(Call(actor=amended.actor, now=LATER, key=None), entry_id=amended.id)

    assert amended.state() == amended.before
    assert (amended.value("status"), amended.value("amending_since")) == (EntryStatus.SUBMITTED, None)
    kept = [one.answers["title"] for one in db.session.scalars(select(StepText).where(StepText.step_key == "projekt"))]
    assert "Ein neuer Titel" in kept


def test_the_deadline_puts_the_submitted_version_back_and_says_so(amended):
    amended.change()
    edition = db.session.get_one(Edition, amended.edition.id)
    end = edition.deadline_at + timedelta(seconds=edition.grace_seconds)

    assert end_late_amendments(Call(actor=SYSTEM, now=end)) == 0
    assert amended.value("amending_since") is not None
    assert end_late_amendments(Call(actor=SYSTEM, now=end + timedelta(seconds=1))) == 1

    assert amended.state() == amended.before
    assert "Es gilt Ihre eingereichte Fassung L2-001: Gemeinsame Vergabestelle" in mails()
    assert end_late_amendments(Call(actor=SYSTEM, now=end + timedelta(hours=1))) == 0


def test_too_late_for_the_change_the_submitted_version_still_counts(amended):
    amended.change()
    late = NOW + timedelta(days=11)
    with pytest.raises(Refused, match="Es gilt weiter Ihre zuletzt eingereichte Fassung"):
        amended.submit(late)
    with pytest.raises(Refused):
        amended.change(now=late)


def test_closing_early_puts_it_back_as_well(amended):
    amended.change()
    admin = factories.actor(factories.make_account("admin@land.example", is_admin=True))
    change_phase(
        Call(actor=admin, now=LATER, key="zu"),
        edition_id=amended.edition.id,
        step=(Phase.OPEN, Phase.SCREENING),
        reason="Die Runde wird vorzeitig beendet.",
    )
    assert amended.state() == amended.before


def test_nobody_decides_on_what_is_being_changed_nor_changes_what_is_decided(amended):
    admin = factories.actor(factories.make_account("admin@land.example", is_admin=True))
    with pytest.raises(Refused):
        admit_entry(Call(actor=admin, now=NOW, key="a"), entry=amended.id, version=amended.value("version"))
    give_up_amending(Call(actor=amended.actor, now=NOW, key=None), entry_id=amended.id)
    admit_entry(Call(actor=admin, now=NOW, key="b"), entry=amended.id, version=amended.value("version"))
    with pytest.raises(Refused):
        begin_amending(Call(actor=amended.actor, now=NOW, key=None), entry_id=amended.id)


def test_another_municipality_learns_nothing(amended):
    robin = factories.actor(factories.make_account("robin@ahaus.example", lead_key=AHAUS))
    for act in (begin_amending, give_up_amending):
        with pytest.raises(NotFound):
            called(act, actor=robin, now=NOW, key=None, entry_id=amended.id)
