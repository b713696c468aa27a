"""From an empty list to the receipt, without JavaScript."""

import io
import re

from sqlalchemy import select

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.adapters.uploads import samples
from tests.client import form_fields
from tests.factories import BOCHOLT
from tests.web.applicants.conftest import count, first

CONTACT = {
    "q_department": "Fachbereich 2",
    "q_contact_name": "Kim Beispiel",
    "q_contact_email": "kim@bocholt.example",
    "q_contact_phone": "02871 953-0",
}
PROJECT = {
    "q_title": "Gemeinsame Vergabestelle", "q_category": "shared-service-center", "q_summary": "Kurz.", "q_occasion": "Anlass.",
    "q_goal": "Ziel.", "q_implementation": "Umsetzung.", "q_financing": "Finanzierung.", "q_legal_form": "zweckverband",
    "q_contract_date": "1. März 2018",
}  # fmt: skip
CRITERIA = {"q_benefit": "Gewinn.", "q_innovation": "Neu.", "q_sustainability": "Dauerhaft."}
CONSENTS = {"q_consent_rules": "y", "q_consent_privacy": "y", "q_consent_partners": "y"}


def test_a_municipality_gets_from_nothing_to_its_receipt(app, log_in):
    factories.make_edition()
    kim = log_in(factories.make_account("kim@bocholt.example", name="Kim Beispiel", lead_key=BOCHOLT))
    assert "Noch kein Beitrag" in kim.get("/bewerbung/").text

    url = kim.submit_form("/bewerbung/neu", {}).location.removesuffix("/")
    for step, answers in (("kontakt", CONTACT), ("projekt", PROJECT), ("kriterien", CRITERIA)):
        response = kim.submit_form(f"{url}/schritt/{step}", answers, button="then=next")
        assert response.status_code == 303, response.text
    assert "/schritt/anlagen" in response.location
    kim.submit_form(f"{url}/schritt/partner", {"body_name": "Kreis Borken"}, form="verzeichnis")
    kim.submit_form(
        f"{url}/schritt/partner", {"name": "Gemeente Aalten", "country": "NL", "kind": "municipality"}, form="mit-namen"
    )
    file = (io.BytesIO(samples.pdf()), "Vertrag.pdf")
    kim.submit_form(f"{url}/schritt/anlagen", {"purpose": "other", "file": file}, form="anhaengen")

    review = kim.get(f"{url}/schritt/pruefen").text
    for part in (
        "Es fehlen nur noch die Erklärungen.",
        "1. März 2018",
        "Kreis Borken",
        "Gemeente Aalten",
        "Vertrag.pdf",
        "Zweckverband",
    ):
        assert part in review
    response = kim.submit_form(f"{url}/schritt/pruefen", CONSENTS, form="einreichen")

    assert response.location == f"{url}/eingangsbestaetigung"
    page = kim.get(response.location).text
    submission = first(select(Submission))
    for part in ("L2-001", "4. März 2026, 10:30:00 Uhr", submission.sha256, "Shared Service Center", "Vertrag.pdf"):
        assert part in page
    assert (count(OutgoingMail), first(select(OutgoingMail.recipient))) == (1, "kim@bocholt.example")
    assert "Eingereicht" in kim.get("/bewerbung/").text
    assert "Der eingereichte Stand ist festgehalten" in kim.get(f"{url}/").text
    assert "Kreis Borken" in kim.get(f"{url}/ansicht").text


def test_a_double_click_hands_in_once(case):
    page = f"{case.url}/schritt/pruefen"
    action, fields = form_fields(case.kim.get(page).text, "einreichen")
    answers = [case.kim.post(action, data=fields, content_type="multipart/form-data") for _ in range(3)]

    assert {(one.status_code, one.location) for one in answers} == {(303, f"{case.url}/eingangsbestaetigung")}
    assert count(Submission) == 1


def test_the_task_list_names_what_is_missing_and_leads_to_it(app, log_in):
    factories.make_edition()
    kim = log_in(factories.make_account("kim@bocholt.example", lead_key=BOCHOLT))
    url = kim.submit_form("/bewerbung/neu", {}).location.removesuffix("/")
    kim.submit_form(f"{url}/schritt/kontakt", {"q_department": "Amt 1"}, button="then=stay")

    page = kim.get(f"{url}/").text

    assert "Es fehlen: „Ansprechperson“, „E-Mail-Adresse“, „Telefonnummer“" in page
    assert "0 von 6 Schritten vollständig" in page
    (link,) = re.findall(r'href="([^"]*schritt/kontakt\?fehlt=1)"', page)
    assert kim.get(link).text.count("Diese Angabe fehlt noch.") == 6  # beside three fields and in the list above


def test_a_person_without_a_municipality_is_sent_to_choose_one(app, log_in):
    factories.make_edition()
    kim = log_in(factories.make_account("neu@bocholt.example"))

    assert 'href="/konto/kommune"' in kim.get("/bewerbung/").text
    assert 'href="/konto/kommune"' in kim.get("/bewerbung/neu").text


def test_an_entry_is_withdrawn_with_a_reason_and_a_draft_discarded(case):
    assert case.kim.get(f"{case.url}/zurueckziehen").status_code == 403
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    assert case.kim.get(f"{case.url}/verwerfen").status_code == 403

    response = case.kim.submit_form(f"{case.url}/zurueckziehen", {"reason": "  "})
    assert response.status_code == 422
    assert "Bitte nennen Sie einen Grund" in response.text
    case.kim.submit_form(f"{case.url}/zurueckziehen", {"reason": "Projekt eingestellt"})
    assert "Projekt eingestellt" in case.kim.get(f"{case.url}/").text
    assert case.value("status") is EntryStatus.WITHDRAWN

    url = case.kim.submit_form("/bewerbung/neu", {}).location.removesuffix("/")
    assert case.kim.submit_form(f"{url}/verwerfen", {}).location == "/bewerbung/"
    assert case.kim.get(f"{url}/").status_code == 404
    assert count(Entry) == 1


def test_the_register_answers_a_type_ahead(anonymous):
    hits = anonymous.get("/register/suche?q=gronau").json

    assert hits[0]["value"] == factories.GRONAU
    assert "Kreis Borken" in hits[0]["hint"]
    assert anonymous.get("/register/suche?q=").json == []
    assert anonymous.get("/register/suche?q=" + "%25" * 5000).status_code == 200
