"""More time: for all or for one municipality, later only, with a reason, and then it holds everywhere."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import DeadlineExtension, Entry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.closing import end_of_circulation
from ikz_award.services.entries.entries import discard_draft
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.phases.deadlines import Extension, extend_deadline
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, NOW

CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}
# The edition's deadline is NOW + 10 days, 14 March 2026, 10:30 in Berlin.
LATE = NOW + timedelta(days=11)
UNTIL = "2026-03-20T23:59"


@pytest.fixture
def drafts(applicant):
    """Bocholt's draft and Ahaus's, in one edition."""
    edition = factories.make_edition()
    robin = factories.make_account("robin@ahaus.example", lead_key=AHAUS)
    first = factories.make_entry(edition, created_by=applicant, contact_phone="02871 953-0")
    second = factories.make_entry(edition, created_by=robin, lead_key=AHAUS, contact_phone="02561 72-0")
    return first, second, robin


def extend(admin, *, now=NOW, key=None, **changes):
    typed = {"slug": "landespreis-2", "until": UNTIL, "reason": "Der Server war zwei Stunden nicht erreichbar.", **changes}
    return extend_deadline(Call(actor=admin, now=now, key=key), extension=Extension(**typed))


def submit(account, entry, now):
    reviewed = Reviewed(
        entry_id=factories.value_of(Entry, entry, "public_id"),
        version=factories.value_of(Entry, entry, "version"),
        step_key="pruefen",
        answers=CONSENTS,
    )
    return submit_entry(Call(actor=factories.actor(account), now=now, key=None), reviewed=reviewed)


def test_for_all_everybody_has_more_time_and_is_told(admin, applicant, drafts):
    first, second, robin = drafts
    with pytest.raises(Refused, match="zu spät"):
        submit(applicant, first, LATE)
    assert extend(admin, now=LATE, key="x") == extend(admin, now=LATE, key="x") == 2
    assert submit(applicant, first, LATE)
    assert submit(robin, second, LATE)
    subjects = db.session.scalars(select(OutgoingMail.recipient).where(OutgoingMail.subject.startswith("Mehr Zeit"))).all()
    assert sorted(subjects) == ["kim@bocholt.example", "robin@ahaus.example"]


def test_for_one_the_others_time_stays_as_it_was(admin, applicant, drafts):
    first, second, robin = drafts
    assert extend(admin, body=BOCHOLT) == 1
    assert submit(applicant, first, LATE)
    with pytest.raises(Refused, match=r"14\. März 2026"):
        submit(robin, second, LATE)
    db.session.rollback()
    assert end_of_circulation(db.session(), db.session.get_one(Entry, first.id)) > end_of_circulation(
        db.session(), db.session.get_one(Entry, second.id)
    )


def test_the_extended_deadline_has_its_grace_and_then_an_end(admin, applicant, drafts):
    extend(admin, body="Bocholt")
    end = factories.value_of(Entry, drafts[0], "extended_to")
    with pytest.raises(Refused, match=r"20\. März 2026"):
        submit(applicant, drafts[0], end + timedelta(seconds=61))
    assert submit(applicant, drafts[0], end + timedelta(seconds=60))


def test_closing_while_somebody_has_time_needs_a_reason(admin, drafts):
    extend(admin, body=BOCHOLT)
    step = {"edition_id": drafts[0].edition_id, "step": (Phase.OPEN, Phase.SCREENING)}
    with pytest.raises(Invalid):
        change_phase(Call(actor=admin, now=LATE, key="a"), **step)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("until", {"until": "2026-03-10T12:00"}),
        ("until", {"until": "morgen"}),
        ("until", {"until": "2026-03-29T02:30"}),
        ("until", {"until": "2028-03-20T23:59"}),
        ("reason", {"reason": "s. o."}),
        ("body", {"body": "Entenhausen"}),
        ("body", {"body": "Gronau"}),
    ],
)
def test_what_is_no_extension_is_refused_by_its_field(admin, drafts, field, changes):
    with pytest.raises(Invalid) as refusal:
        extend(admin, **changes)
    assert field in refusal.value.errors
    assert db.session.scalars(select(DeadlineExtension)).all() == []


def test_only_the_organiser_and_not_once_the_jury_is_at_work(admin, applicant, drafts):
    with pytest.raises(Refused):
        extend(factories.actor(applicant))
    factories.set_phase(db.session.get_one(Edition, drafts[0].edition_id), Phase.JUDGING)
    with pytest.raises(Refused):
        extend(admin)


def test_a_draft_with_more_time_can_still_be_discarded(admin, applicant, drafts):
    extend(admin, body=BOCHOLT)
    discard_draft(
        Call(actor=factories.actor(applicant), now=NOW, key=None), entry_id=factories.value_of(Entry, drafts[0], "public_id")
    )
    with pytest.raises(Exception, match="never changed"), factories.write_session() as session:
        session.execute(DeadlineExtension.__table__.delete())
