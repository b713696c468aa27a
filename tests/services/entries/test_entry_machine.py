"""An entry driven through random actions and dates, DST nights among them, beside a model that knows only the rules' words.

After every step the entry's status, its versions and receipts, and the audit log agree with the model.
"""

import json
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select, update

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import Denied
from ikz_award.domain.words.formats import BERLIN
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.amending import begin_amending, end_late_amendments, give_up_amending
from ikz_award.services.entries.entries import withdraw_entry
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.phases.deadlines import Extension, extend_deadline
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.screening import OTHER_GROUND, admit_entry, exclude_entry, reopen_screening, return_entry
from tests import factories
from tests.calls import called
from tests.factories import BOCHOLT

CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}
# The night in which the clocks go forward: at 1:00 UTC it is 3:00 in Berlin, and 2:30 does not exist.
START = datetime(2026, 3, 28, 20, 0, tzinfo=UTC)
DEADLINE = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 3:30 in Berlin, an hour after 1:30
GRACE = timedelta(seconds=60)
TITLES = st.sampled_from(["Bauhof", "Vergabe", "Archiv", "Kläranlage", "Personalamt"])


class EntryMachine(RuleBasedStateMachine):
    """The model: status, the text at work, the texts handed in, the deadline."""

    @initialize()
    def begin(self):
        self.run = EntryMachine.counter = getattr(EntryMachine, "counter", 0) + 1
        self.kim = factories.make_account(f"kim{self.run}@bocholt.example", lead_key=BOCHOLT)
        self.admin = factories.make_account(f"admin{self.run}@land.example", is_admin=True)
        self.entry = factories.make_entry(EntryMachine.edition, created_by=self.kim, contact_phone="02871 953-0")
        self.id = factories.value_of(Entry, self.entry, "public_id")
        with factories.write_session() as session:
            # Each run is alone: what earlier ones left takes part in nothing.
            session.execute(update(Entry).where(Entry.id != self.entry.id).values(status="withdrawn", amending_since=None))
            edition = session.get_one(Edition, EntryMachine.edition.id)
            edition.deadline_at, edition.scoring_closes_at = DEADLINE, None
        self.slug = "landespreis-2"
        self.now, self.deadline = START, DEADLINE
        self.status, self.text, self.versions, self.is_amended = "draft", "Gemeinsame Vergabestelle", [], False

    # What time allows.

    @property
    def in_time(self):
        return self.now <= self.deadline + GRACE

    @property
    def may_edit(self):
        return self.status in ("draft", "returned") or (self.is_amended and self.in_time)

    def attempt(self, is_allowed, act):
        """The real thing does it, or refuses, as the model says."""
        try:
            act()
        except Denied:
            db.session.rollback()
            assert not is_allowed, f"refused at {self.now}"
            return False
        assert is_allowed, f"allowed at {self.now}"
        return True

    @property
    def actor(self):
        return factories.actor(self.kim)

    @property
    def organiser(self):
        return factories.actor(self.admin)

    def version(self):
        return factories.value_of(Entry, self.entry, "version")

    @rule(minutes=st.sampled_from([1, 29, 30, 31, 60, 61, 119, 240, 331, 24 * 60]), seconds=st.sampled_from([0, 1, 59, 60]))
    def time_passes(self, minutes, seconds):
        self.now += timedelta(minutes=minutes, seconds=seconds)

    @rule()
    def comes_just_in_time(self):
        self.now = max(self.now, self.deadline + GRACE)

    @rule(title=TITLES)
    def writes(self, title):
        self.write(title)

    @rule()
    def hands_in(self):
        self.hand_in()

    @rule()
    def opens_for_changes(self):
        self.open_for_changes()

    @rule(title=TITLES)
    def changes_what_was_handed_in(self, title):
        """Three steps that seldom meet by chance."""
        if self.status == "draft":
            self.hand_in()
        self.open_for_changes()
        self.write(title)

    def write(self, title):
        state = form_of(db.session(), db.session.get_one(Entry, self.entry.id)).step("projekt")
        typed = TypedStep(entry_id=self.id, step_key="projekt", version=state.version, answers={"title": title})
        if self.attempt(self.may_edit, lambda: save_step(Call(actor=self.actor, now=self.now, key=None), typed=typed)):
            self.text = title

    def hand_in(self):
        reviewed = Reviewed(entry_id=self.id, version=self.version(), step_key="pruefen", answers=CONSENTS)
        is_allowed = self.status == "returned" or ((self.status == "draft" or self.is_amended) and self.in_time)
        if self.attempt(is_allowed, lambda: submit_entry(Call(actor=self.actor, now=self.now, key=None), reviewed=reviewed)):
            self.versions.append((self.text, self.now))
            self.status, self.is_amended = "submitted", False

    def open_for_changes(self):
        is_allowed = self.status == "submitted" and self.in_time and not self.is_amended
        if self.attempt(is_allowed, lambda: begin_amending(Call(actor=self.actor, now=self.now, key=None), entry_id=self.id)):
            self.is_amended = True

    @rule()
    def gives_up(self):
        if self.attempt(
            self.is_amended, lambda: give_up_amending(Call(actor=self.actor, now=self.now, key=None), entry_id=self.id)
        ):
            self.is_amended, self.text = False, self.versions[-1][0]

    @rule()
    def the_worker_looks(self):
        ended = end_late_amendments(Call(actor=SYSTEM, now=self.now))
        assert ended == int(self.is_amended and not self.in_time)
        if ended:
            self.is_amended, self.text = False, self.versions[-1][0]

    @rule()
    def withdraws(self):
        is_allowed = self.status in ("submitted", "returned", "admitted") and not self.is_amended
        if len(self.versions) > 2 and self.attempt(
            is_allowed,
            lambda: withdraw_entry(Call(actor=self.actor, now=self.now, key=None), entry_id=self.id, reason="Eingestellt."),
        ):
            self.status = "withdrawn"

    def screen(self, allowed_from, new, service, **more):
        is_allowed = self.status in allowed_from and not self.is_amended
        arguments = {"actor": self.organiser, "now": self.now, "key": f"{service.__name__}{self.run}.{self.version()}"}
        if self.attempt(is_allowed, lambda: called(service, **arguments, entry=self.id, version=self.version(), **more)):
            self.status = new

    @rule()
    def is_admitted(self):
        self.screen({"submitted"}, "admitted", admit_entry)

    @rule()
    def is_excluded(self):
        self.screen(
            {"submitted", "returned", "admitted"},
            "excluded",
            exclude_entry,
            grounds=(OTHER_GROUND,),
            reason="Der Vertrag ist zu alt.",
        )

    @rule()
    def is_returned(self):
        self.screen({"submitted"}, "returned", return_entry, reason="Bitte ergänzen Sie das Ziel.")

    @rule()
    def decision_is_taken_back(self):
        # A return is taken back only while nothing was changed on it.
        is_unchanged = bool(self.versions) and self.text == self.versions[-1][0]
        self.screen({"admitted", "excluded", *(["returned"] if is_unchanged else [])}, "submitted", reopen_screening)

    @rule(hours=st.sampled_from([1, 5, 26]))
    def gets_more_time(self, hours):
        until = max(self.now, self.deadline) + timedelta(hours=hours)
        local = until.astimezone(BERLIN).replace(tzinfo=None).isoformat(timespec="minutes")
        typed = Extension(slug=self.slug, until=local, reason="Der Server war nicht erreichbar.", body=BOCHOLT)
        if self.status in ("draft", "submitted"):
            extend_deadline(Call(actor=self.organiser, now=self.now, key=None), extension=typed)
            self.deadline = until.replace(second=0)

    @invariant()
    def everything_agrees(self):
        if not hasattr(self, "entry"):
            return
        db.session.rollback()
        entry = db.session.get_one(Entry, self.entry.id)
        assert (entry.status, entry.amending_since is not None) == (EntryStatus(self.status), self.is_amended)
        assert entry.title == self.text
        rows = db.session.scalars(select(Submission).where(Submission.entry_id == entry.id).order_by(Submission.version)).all()
        titles = [
            next(a["value"] for s in json.loads(row.snapshot)["steps"] for a in s["answers"] if a["key"] == "title")
            for row in rows
        ]
        assert [(row.version, title, row.received_at) for row, title in zip(rows, titles, strict=True)] == [
            (place, text, at) for place, (text, at) in enumerate(self.versions, 1)
        ]
        assert (entry.number is not None) == bool(self.versions)
        logged = db.session.scalars(
            select(AuditEntry).where(AuditEntry.subject == f"entry:{entry.id}", AuditEntry.action == "entry.submit")
        ).all()
        assert [(row.at, row.new["sha256"]) for row in logged] == [(row.received_at, row.sha256) for row in rows]
        mails = select(OutgoingMail).where(OutgoingMail.recipient == self.kim.email)
        receipts = mails.where(OutgoingMail.subject.contains("bestätigung"))
        assert len(db.session.scalars(receipts).all()) == len(rows)


def test_an_entry_agrees_with_the_model_whatever_happens(app):
    EntryMachine.edition = factories.make_edition()
    with factories.write_session() as session:
        # One entry a lead is a rule of its own; here every run has its own entry of the same town.
        edition = session.get_one(Edition, EntryMachine.edition.id)
        for row in edition.rules:
            row.is_active = row.key != "one_entry_per_lead"
    run_state_machine_as_test(
        EntryMachine,
        settings=settings(
            max_examples=15,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
