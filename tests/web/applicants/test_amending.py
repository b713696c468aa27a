from tests import factories
from tests.web.applicants.conftest import Case

CONSENTS = {"q_consent_rules": "yes", "q_consent_privacy": "yes", "q_consent_partners": "yes"}


def hand_in(case: Case) -> None:
    page = case.kim.submit_form(f"{case.url}/schritt/pruefen", CONSENTS, form="einreichen")
    assert page.status_code == 303, page.text


def test_change_again_and_hand_in_again_or_give_up(case):
    hand_in(case)
    assert case.kim.submit_form(f"{case.url}/", {}, form="aendern").status_code == 303
    page = case.kim.get(f"{case.url}/").text
    assert "Sie ändern einen eingereichten Beitrag." in page
    assert "gilt die Fassung 1 vom 4. März 2026" in page
    assert "wird geändert" in case.kim.get("/bewerbung/").text

    case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_title": "Ein neuer Titel"}, form="projekt")
    hand_in(case)
    assert "Fassung" in case.kim.get(f"{case.url}/eingangsbestaetigung").text
    assert case.value("title") == "Ein neuer Titel"

    case.kim.submit_form(f"{case.url}/", {}, form="aendern")
    case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_title": "Noch ein Titel"}, form="projekt")
    assert case.kim.submit_form(f"{case.url}/aenderungen-verwerfen", {}).status_code == 303
    assert case.value("title") == "Ein neuer Titel"


def test_the_organiser_sees_what_was_handed_in_and_waits(case, log_in):
    hand_in(case)
    case.kim.submit_form(f"{case.url}/", {}, form="aendern")
    case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_title": "Noch geheim"}, form="projekt")
    admin = log_in(factories.make_account("admin@land.example", is_admin=True))
    page = admin.get(f"/verwaltung/runden/landespreis-2/beitraege/{case.value('public_id')}").text
    assert "Die Kommune ändert diesen Beitrag gerade." in page
    assert "/zulassen" not in page
    assert "<dd>Gemeinsame Vergabestelle</dd>" in page
    assert "<dd>Noch geheim</dd>" not in page
