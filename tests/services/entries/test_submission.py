import hashlib
import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Answer, Entry, Submission
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.invariants import broken_invariants
from ikz_award.services.entries.entries import withdraw_entry
from ikz_award.services.entries.submission import Reviewed, RulesBroken, submit_entry
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import BOCHOLT, NOW

CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}


@pytest.fixture
def kim(app):
    return factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)


def reviewed(entry, **changes):
    version = factories.value_of(Entry, entry, "version")
    public_id = factories.value_of(Entry, entry, "public_id")
    return Reviewed(**{"entry_id": public_id, "version": version, "step_key": "pruefen", "answers": CONSENTS, **changes})


def submit(account, entry, *, now=NOW, key="schluessel", **changes):
    return submit_entry(Call(actor=factories.actor(account), now=now, key=key), reviewed=reviewed(entry, **changes))


def make_draft(edition, kim, **answers):
    return factories.make_entry(edition, created_by=kim, contact_phone="02871 953-0", **answers)


def count(model, *conditions):
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions))


def test_an_entry_gets_number_snapshot_mail_and_audit_entry(kim):
    entry = make_draft(factories.make_edition(), kim, contact_email="kim@bocholt.example")

    assert submit(kim, entry) == "L2-001"

    submission = db.session.scalars(select(Submission)).one()
    snapshot = json.loads(submission.snapshot)
    assert submission.sha256 == hashlib.sha256(submission.snapshot.encode()).hexdigest()
    assert submission.received_at == NOW
    assert snapshot["number"] == "L2-001"
    assert snapshot["lead"]["name"] == "Stadt Bocholt"
    assert [partner["key"] for partner in snapshot["partners"]] == [factories.BORKEN]
    titles = [a["value"] for s in snapshot["steps"] for a in s["answers"] if a["key"] == "title"]
    assert titles == ["Gemeinsame Vergabestelle"]
    mail = db.session.scalars(select(OutgoingMail)).one()
    assert mail.recipient == "kim@bocholt.example"
    assert "4. März 2026, 10:30:00 Uhr" in mail.body
    assert submission.sha256 in mail.body
    assert count(AuditEntry, AuditEntry.action == "entry.submit") == 1
    assert broken_invariants(db.session()) == ()


def test_sent_twice_it_is_handed_in_once(kim):
    entry = make_draft(factories.make_edition(), kim)
    twice = reviewed(entry)
    actor = factories.actor(kim)

    numbers = {submit_entry(Call(actor=actor, now=NOW + timedelta(seconds=n), key="k"), reviewed=twice) for n in range(3)}

    assert numbers == {"L2-001"}
    assert (count(Submission), count(AuditEntry, AuditEntry.action == "entry.submit")) == (1, 1)


def test_a_lead_hands_in_one_entry_and_another_after_withdrawing_it(kim):
    edition = factories.make_edition()
    first, second = make_draft(edition, kim), make_draft(edition, kim)
    submit(kim, first, key="a")

    with pytest.raises(RulesBroken) as broken:
        submit(kim, second, key="b")
    assert [finding.key for finding in broken.value.findings] == ["one_entry_per_lead"]
    assert factories.value_of(Entry, second, "status") is EntryStatus.DRAFT

    public_id = factories.value_of(Entry, first, "public_id")
    withdraw_entry(Call(actor=factories.actor(kim), now=NOW, key="c"), entry_id=public_id, reason="Doppelt eingereicht")
    assert submit(kim, second, key="d") == "L2-002"


@pytest.mark.parametrize("late", [timedelta(), timedelta(seconds=60)])
def test_what_arrives_within_the_grace_is_in_time(kim, late):
    edition = factories.make_edition()
    entry = make_draft(edition, kim)

    assert submit(kim, entry, now=NOW + timedelta(days=10) + late)


def test_a_microsecond_after_the_grace_is_late_and_the_draft_stays(kim):
    entry = make_draft(factories.make_edition(), kim, consent_rules="no")
    answers = count(Answer)

    with pytest.raises(Refused, match="damit zu spät") as refused:
        submit(kim, entry, now=NOW + timedelta(days=10, seconds=60, microseconds=1))

    assert refused.value.reason == "too_late"
    assert "bleibt als Entwurf gespeichert" in refused.value.message
    assert factories.value_of(Entry, entry, "status") is EntryStatus.DRAFT
    assert (count(Submission), count(OutgoingMail), count(Answer)) == (0, 0, answers)


def test_who_was_asked_to_complete_may_after_the_deadline_and_keeps_the_number(kim):
    edition = factories.make_edition()
    entry = make_draft(edition, kim)
    submit(kim, entry, key="a")
    factories.set_phase(edition, Phase.SCREENING)
    with factories.write_session() as session:
        session.get_one(Entry, entry.id).status = EntryStatus.RETURNED

    assert submit(kim, entry, key="b", now=NOW + timedelta(days=30)) == "L2-001"
    assert [row.version for row in db.session.scalars(select(Submission))] == [1, 2]


def test_what_changed_since_the_review_is_not_handed_in_unseen(kim):
    entry = make_draft(factories.make_edition(), kim)

    with pytest.raises(Refused) as refused:
        submit(kim, entry, version=0)

    assert refused.value.reason == "changed_since_review"
    assert count(Submission) == 0


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ({"partners": ()}, "two_partners"),
        ({"contract_date": "2016-09-01"}, "contract_after_cutoff"),
        ({"summary": "x" * 1001}, "text_limits"),
        ({"category": ""}, "required_answers"),
        ({"legal_form": "private"}, "required_answers"),
        ({"contract_date": "31.2.2018"}, "contract_after_cutoff"),
    ],
)
def test_hard_rules_stop_it(kim, answers, rule):
    entry = make_draft(factories.make_edition(), kim, **answers)

    with pytest.raises(RulesBroken) as broken:
        submit(kim, entry)

    assert rule in {finding.key for finding in broken.value.findings}
    assert count(Submission) == 0


def test_a_declaration_that_is_not_given_stops_it(kim):
    entry = make_draft(factories.make_edition(), kim)

    with pytest.raises(RulesBroken):
        submit(kim, entry, answers={**CONSENTS, "consent_partners": ""})


def test_another_municipality_learns_nothing(kim):
    entry = make_draft(factories.make_edition(), kim)
    stranger = factories.make_account("robin@ahaus.example", lead_key=factories.AHAUS)

    with pytest.raises(NotFound):
        submit(stranger, entry)
