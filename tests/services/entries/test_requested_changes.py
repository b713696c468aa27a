"""Single fields asked for after submission: they are open, the rest stays as it was handed in."""

import pytest
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.extensions import db
from ikz_award.models.entries.entries import ATTACHMENTS, Entry, RequestedChange
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.attachments.attachments import attach_file
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.services.entries.partners import TypedPartner, add_partner
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.screening import return_entry
from tests import factories
from tests.adapters.uploads import samples
from tests.factories import AHAUS, NOW

CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}
WANTED = {"goal": "Bitte nennen Sie messbare Ziele.", ATTACHMENTS: "Es fehlt die Bestätigung."}


@pytest.fixture
def entry(applicant):
    return factories.make_entry(
        factories.make_edition(), created_by=applicant, status=EntryStatus.SUBMITTED, contact_phone="02871 953-0"
    )


def public_id(entry):
    return factories.value_of(Entry, entry, "public_id")


def ask(admin, entry, wanted=WANTED):
    version = factories.value_of(Entry, entry, "version")
    return_entry(
        Call(actor=admin, now=NOW, key="r"),
        entry=public_id(entry),
        version=version,
        reason="Bitte ergänzen Sie.",
        wanted=list(wanted),
        remarks=wanted,
    )


def save(account, entry, **answers):
    step = "kriterien" if "goal" not in answers else "projekt"
    state = form_of(db.session(), db.session.get_one(Entry, entry.id)).step(step)
    typed = TypedStep(entry_id=public_id(entry), step_key=step, version=state.version, answers=answers)
    return save_step(Call(actor=factories.actor(account), now=NOW, key=None), typed=typed)


def test_only_what_was_asked_for_is_open(admin, applicant, entry, app):
    ask(admin, entry)
    actor, id_ = factories.actor(applicant), public_id(entry)
    save(applicant, entry, goal="Drei Stellen weniger bis 2027.")
    with pytest.raises(Refused, match="nur einzelne Angaben"):
        save(applicant, entry, goal="Noch einmal", title="Ein anderer Titel")
    with pytest.raises(Refused, match="nur einzelne Angaben"):
        add_partner(Call(actor=actor, now=NOW, key=None), entry_id=id_, partner=TypedPartner(body_key=AHAUS))
    upload = Upload(purpose="other", filename="bestaetigung.png", data=samples.png_of_size(20, 20))
    attach_file(
        Call(actor=actor, now=NOW, key=None), entry_id=id_, upload=upload, store=FileStore(app.config["INSTANCE"] / "u")
    )


def test_handed_in_again_everything_is_done(admin, applicant, entry):
    ask(admin, entry)
    save(applicant, entry, goal="Drei Stellen weniger bis 2027.")
    version = factories.value_of(Entry, entry, "version")
    reviewed = Reviewed(entry_id=public_id(entry), version=version, step_key="pruefen", answers=CONSENTS)
    submit_entry(Call(actor=factories.actor(applicant), now=NOW, key=None), reviewed=reviewed)
    db.session.rollback()
    assert all(row.done_at == NOW for row in db.session.scalars(select(RequestedChange)))
    # Asked for again without single fields, everything is open.
    version = factories.value_of(Entry, entry, "version")
    return_entry(Call(actor=admin, now=NOW, key="r2"), entry=public_id(entry), version=version, reason="Bitte alles prüfen.")
    save(applicant, entry, goal="Vier.", title="Ein anderer Titel")


def test_what_the_form_does_not_have_cannot_be_asked_for(admin, entry):
    with pytest.raises(Invalid):
        ask(admin, entry, wanted={"nichts": ""})
    assert factories.value_of(Entry, entry, "status") is EntryStatus.SUBMITTED
