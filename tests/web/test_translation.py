"""With another catalogue, what rules, permissions and services say arrives in its words: on pages, and in mails."""

import gettext as standard
from collections.abc import Callable

import pytest
from flask import Flask
from flask_babel import Domain

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.use_case import Call
from ikz_award.services.screening.screening import exclude_entry
from tests import factories
from tests.client import PageClient


class Bracketed(standard.NullTranslations):
    """A catalogue that has every sentence, in brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    ugettext, ungettext = gettext, ngettext


@pytest.fixture
def bracketed(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Domain, "get_translations", lambda self: Bracketed())


@pytest.fixture
def applicant(app: Flask) -> Account:
    return factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)


@pytest.mark.usefixtures("bracketed")
def test_rules_speak_the_readers_language(applicant: Account, log_in: Callable[[object], PageClient]) -> None:
    edition = factories.make_edition()
    entry = factories.make_entry(edition, created_by=applicant, partners=())
    page = log_in(applicant).get(f"/bewerbung/{entry.public_id}/").text
    assert "⟦Keine Sparkasse beteiligt.⟧" in page
    assert "⟦Angegeben: ⟦1 kommunaler Partner von mindestens 2⟧" in page
    assert "⟦Ergänzen Sie im Schritt „Partner“ die beteiligten Kommunen.⟧" in page


@pytest.mark.usefixtures("bracketed")
def test_refusals_speak_the_readers_language(applicant: Account, log_in: Callable[[object], PageClient]) -> None:
    entry = factories.make_entry(factories.make_edition(), created_by=applicant)
    answer = log_in(applicant).get(f"/bewerbung/{entry.public_id}/zurueckziehen")
    assert answer.status_code == 403
    assert "⟦Zurückziehen lässt sich ein eingereichter Beitrag, bis die Bewertung geschlossen wird." in answer.text


@pytest.mark.usefixtures("bracketed")
def test_mails_are_written_in_the_catalogues_words(app: Flask, applicant: Account) -> None:
    edition = factories.make_edition(phase=Phase.SCREENING)
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED)
    organiser = factories.make_account("kompetenzzentrum@land.example", is_admin=True)
    with app.test_request_context():
        exclude_entry(
            Call(actor=factories.actor(organiser), now=factories.NOW, key="k"),
            entry=entry.public_id,
            version=entry.version,
            reason="Der Vertrag ist zu alt.",
            grounds=("contract_after_cutoff",),
        )
    mail = db.session.query(OutgoingMail).first()
    assert mail is not None
    assert "⟦" in mail.subject
    assert "⟦" in mail.body
    assert "Der Vertrag ist zu alt." in mail.body
