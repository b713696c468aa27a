"""Screening in the browser: findings, decisions, what is kept when something goes wrong."""

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select
from werkzeug.test import TestResponse

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Answer, Entry, OrganiserVerdict, RequestedChange, ScreeningFinding, Submission
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import PageClient, form_fields

REASON = "Es fehlt der Nachweis über den Vertrag von 2019."


@pytest.fixture
def entry(applicant: Account) -> Entry:
    edition = factories.make_edition(phase=Phase.SCREENING)
    return factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED)


def page_of(entry: Entry) -> str:
    return f"/verwaltung/runden/landespreis-2/beitraege/{entry.public_id}"


def status(entry: Entry) -> EntryStatus:
    return factories.value_of(Entry, entry, "status")


def verdicts() -> dict[str, OrganiserVerdict]:
    db.session.rollback()
    return {row.rule_key: row.verdict for row in db.session.scalars(select(ScreeningFinding))}


def test_the_page_shows_answers_partners_findings(client: PageClient, entry: Entry) -> None:
    page = client.get(page_of(entry)).text
    assert "<h1" in page
    assert "Gemeinsame Vergabestelle" in page
    assert "Stadt Borken" in page
    assert "Antwort auf „Kurzbeschreibung“." in page
    assert "Angegeben: 2 kommunale Partner von mindestens 2." in page


def test_findings_are_saved_and_shown_again(client: PageClient, entry: Entry) -> None:
    values = {"verdict_two_partners": "violated", "remark_two_partners": "Nur <b>eine</b> Kommune."}
    answer = client.submit_form(page_of(entry), values, form="befund")
    assert answer.status_code == 302
    page = client.get(page_of(entry)).text
    assert "Der Befund ist gespeichert." in page
    assert "Nur &lt;b&gt;eine&lt;/b&gt; Kommune." in page
    assert verdicts() == {"two_partners": OrganiserVerdict.VIOLATED}


def test_what_the_rules_found_fulfilled_can_be_taken_over(client: PageClient, entry: Entry) -> None:
    client.submit_form(
        page_of(entry),
        {"verdict_two_partners": "violated", "remark_two_partners": "Doch nicht."},
        form="befund",
        button="uebernehmen=1",
    )
    found = verdicts()
    assert found["two_partners"] is OrganiserVerdict.VIOLATED
    assert found["no_savings_banks"] is OrganiserVerdict.FULFILLED
    assert len(found) >= 5


def test_a_missing_remark_comes_back_with_everything_typed(client: PageClient, entry: Entry) -> None:
    values = {
        "verdict_two_partners": "violated",
        "verdict_consents": "fulfilled",
        "remark_consents": "Liegt als Schreiben vor.",
    }
    answer = client.submit_form(page_of(entry), values, form="befund")
    assert answer.status_code == 422
    assert "Bitte halten Sie fest, warum die Bedingung nicht erfüllt ist." in answer.text
    assert "Liegt als Schreiben vor." in answer.text
    assert re.search(r'name="verdict_two_partners" value="violated" checked', answer.text)
    assert verdicts() == {}


def test_two_people_screening_see_both_texts(client: PageClient, entry: Entry) -> None:
    page = page_of(entry)
    before = client.get(page).text
    version = re.search(r'name="version" value="(\d+)"', before)
    client.submit_form(page, {"verdict_two_partners": "violated", "remark_two_partners": "Fassung A"}, form="befund")
    late = {
        "version": version.group(1) if version else "",
        "verdict_two_partners": "fulfilled",
        "remark_two_partners": "Fassung B",
    }
    answer = client.submit_form(page, late, form="befund")
    assert answer.status_code == 409
    assert "Fassung A" in answer.text
    assert "Fassung B" in answer.text
    assert verdicts() == {"two_partners": OrganiserVerdict.VIOLATED}
    # The page came back with the new version: sending it again is meant.
    fresh = re.search(r'name="version" value="(\d+)"', answer.text)
    assert fresh
    again = {**late, "version": fresh.group(1)}
    assert client.submit_form(page, again, form="befund").status_code == 302
    assert verdicts() == {"two_partners": OrganiserVerdict.FULFILLED}


def press(client: PageClient, entry: Entry, label: str, **typed: str) -> TestResponse:
    """Type into the findings, then press a button of the decision beside them, as a browser sends it."""
    page = client.get(page_of(entry)).text
    action, fields = form_fields(page, "befund")
    [button] = [one for one in LexborHTMLParser(page).css('button[form="befund"]') if one.text().strip() == label]
    for name, value in typed.items():
        fields.setlist(name, [value])
    if button.attributes.get("name"):
        fields.add(button.attributes["name"], button.attributes["value"])
    return client.post(button.attributes.get("formaction") or action, data=fields)


def test_admitting_keeps_what_was_typed(client: PageClient, entry: Entry) -> None:
    typed = {"verdict_consents": "fulfilled", "remark_consents": "Liegt als Schreiben vor."}
    assert press(client, entry, "Zulassen", **typed).status_code == 302
    assert status(entry) is EntryStatus.ADMITTED
    assert verdicts() == {"consents": OrganiserVerdict.FULFILLED}
    assert "Liegt als Schreiben vor." in client.get(page_of(entry)).text


def test_a_binding_rule_marked_as_violated_keeps_the_entry_out(client: PageClient, entry: Entry) -> None:
    typed = {"verdict_two_partners": "violated", "remark_two_partners": "Nur eine Kommune."}
    answer = press(client, entry, "Zulassen", **typed)
    assert answer.status_code == 302
    assert status(entry) is EntryStatus.SUBMITTED
    page = client.get(answer.location).text
    assert "Der Befund ist gespeichert, der Beitrag aber nicht zugelassen." in page
    assert "zwingende Teilnahmebedingung" in page
    assert "Nur eine Kommune." in page
    assert verdicts() == {"two_partners": OrganiserVerdict.VIOLATED}


def test_a_violated_rule_without_a_remark_admits_nobody(client: PageClient, entry: Entry) -> None:
    answer = press(client, entry, "Zulassen", verdict_two_partners="violated")
    assert answer.status_code == 422
    assert re.search(r'name="verdict_two_partners" value="violated" checked', answer.text)
    assert status(entry) is EntryStatus.SUBMITTED


@pytest.mark.parametrize(("label", "page"), [("Nachfordern …", "nachfordern"), ("Ausschließen …", "ausschliessen")])
def test_the_way_to_another_decision_saves_first(client: PageClient, entry: Entry, label: str, page: str) -> None:
    answer = press(client, entry, label, verdict_two_partners="violated", remark_two_partners="Nur eine Kommune.")
    assert answer.location == f"{page_of(entry)}/{page}"
    assert verdicts() == {"two_partners": OrganiserVerdict.VIOLATED}
    assert "Der Befund ist gespeichert." in client.get(answer.location).text


def test_somebody_elses_findings_in_between_stop_the_admission(client: PageClient, entry: Entry) -> None:
    fields = form_fields(client.get(page_of(entry)).text, "befund")[1]
    client.submit_form(page_of(entry), {"verdict_two_partners": "violated", "remark_two_partners": "Fassung A"}, form="befund")
    typed = {"remark_consents": "Fassung B", "verdict_consents": "fulfilled"}
    late = client.post(f"{page_of(entry)}/zulassen", data=fields.to_dict() | typed)
    assert late.status_code == 409
    assert "Fassung A" in late.text
    assert "Fassung B" in late.text
    assert status(entry) is EntryStatus.SUBMITTED


def test_admitting_and_taking_it_back(client: PageClient, entry: Entry) -> None:
    assert press(client, entry, "Zulassen").status_code == 302
    assert status(entry) is EntryStatus.ADMITTED
    page = client.get(page_of(entry)).text
    assert "Der Beitrag ist zugelassen." in page
    assert "Beitrag zugelassen" in page  # its history
    client.submit_form(f"{page_of(entry)}/zuruecknehmen", {}, form="zuruecknehmen")
    assert status(entry) is EntryStatus.SUBMITTED


@pytest.mark.parametrize(("action", "target"), [("ausschliessen", EntryStatus.EXCLUDED), ("nachfordern", EntryStatus.RETURNED)])
def test_excluding_and_returning_need_words_and_tell_the_applicant(
    client: PageClient, entry: Entry, action: str, target: EntryStatus
) -> None:
    page = f"{page_of(entry)}/{action}"
    answer = client.submit_form(page, {"reason": "kurz"})
    assert answer.status_code == 422
    assert ">kurz</textarea>" in answer.text.replace("\n", "").replace("\r", "")
    assert status(entry) is EntryStatus.SUBMITTED
    assert client.submit_form(page, {"reason": REASON, "grounds": "#other"}).status_code == 302
    assert status(entry) is target
    assert REASON in client.get(page_of(entry)).text
    db.session.rollback()
    assert [mail.recipient for mail in db.session.scalars(select(OutgoingMail))] == [
        "kim@bocholt.example",
        "kim.beispiel@bocholt.example",
    ]


def test_a_remark_beside_nothing_ticked_is_asked_about(client: PageClient, entry: Entry) -> None:
    page = f"{page_of(entry)}/nachfordern"
    typed = {"reason": REASON, "wanted": ["goal"], "remark_goal": "Bitte genauer.", "remark_summary": "Zu lang."}
    answer = client.submit_form(page, typed)
    assert answer.status_code == 422
    assert "Zu „Kurzbeschreibung“ steht ein Hinweis, die Angabe ist aber nicht angekreuzt." in answer.text
    for kept in (REASON, 'value="Bitte genauer."', 'value="Zu lang."', 'value="goal" checked'):
        assert kept in answer.text
    assert status(entry) is EntryStatus.SUBMITTED
    assert client.submit_form(page, typed | {"wanted": ["goal", "summary"]}).status_code == 302
    db.session.rollback()
    rows = db.session.execute(select(RequestedChange.target, RequestedChange.remark)).all()
    assert {tuple(row) for row in rows} == {("goal", "Bitte genauer."), ("summary", "Zu lang.")}


def test_a_remark_that_is_too_long_is_not_cut(client: PageClient, entry: Entry) -> None:
    long = "x" * 2001
    typed = {"reason": REASON, "wanted": ["goal"], "remark_goal": long}
    answer = client.submit_form(f"{page_of(entry)}/nachfordern", typed)
    assert answer.status_code == 422
    assert long in answer.text
    assert status(entry) is EntryStatus.SUBMITTED


def test_an_old_exclusion_page_keeps_its_text_and_asks_again(client: PageClient, entry: Entry) -> None:
    client.submit_form(page_of(entry), {"verdict_two_partners": "fulfilled"}, form="befund")
    answer = client.submit_form(f"{page_of(entry)}/ausschliessen", {"reason": REASON, "version": "1"})
    assert answer.status_code == 409
    assert REASON in answer.text
    assert status(entry) is EntryStatus.SUBMITTED


def test_five_clicks_are_one_decision(client: PageClient, entry: Entry) -> None:
    fields = form_fields(client.get(page_of(entry)).text, "befund")[1]
    for _ in range(5):
        assert client.post(f"{page_of(entry)}/zulassen", data=fields).status_code == 302
    db.session.rollback()
    assert len(db.session.scalars(select(AuditEntry).where(AuditEntry.action == "entry.admit")).all()) == 1


def test_the_way_to_the_next_unchecked_entry(client: PageClient, entry: Entry, applicant: Account) -> None:
    edition = db.session.get_one(Entry, entry.id).edition
    make = lambda status, title, key: factories.make_entry(  # noqa: E731
        edition, created_by=applicant, status=status, title=title, lead_key=key
    )
    make(EntryStatus.ADMITTED, "Schon zugelassen", factories.AHAUS)
    make(EntryStatus.SUBMITTED, "Noch offen", factories.GRONAU)
    page = client.get(page_of(entry)).text
    assert "Noch offen" in page
    assert "Schon zugelassen" not in page


def test_screening_is_closed_once_judging_began(client: PageClient, entry: Entry) -> None:
    factories.set_phase(db.session.get_one(Entry, entry.id).edition, Phase.JUDGING)
    page = client.get(page_of(entry)).text
    assert "Die Vorprüfung dieser Runde ist abgeschlossen." in page
    assert "/zulassen" not in page
    answer = client.get(f"{page_of(entry)}/ausschliessen")
    assert answer.status_code == 302


def test_a_returned_entry_shows_what_was_sent_not_what_is_being_typed(client: PageClient, entry: Entry) -> None:
    answer = {"key": "goal", "question": "Ziel", "shown": "Alte Fassung"}
    file = {"purpose": "other", "filename": "Vertrag.pdf", "media_type": "application/pdf", "size": 10, "sha256": "0"}
    snapshot = {
        "steps": [{"key": "project", "title": "Projekt", "answers": [answer]}],
        "partners": [{"key": None, "name": "Gemeente Aalten", "country": "NL", "kind": "municipality"}],
        "attachments": [file],
    }
    with factories.write_session() as session:
        session.add(
            Submission(
                entry_id=entry.id,
                version=1,
                snapshot=json.dumps(snapshot),
                sha256="a" * 64,
                received_at=factories.NOW,
                submitted_by=entry.created_by,
            )
        )
    client.submit_form(f"{page_of(entry)}/nachfordern", {"reason": REASON})
    with factories.write_session() as session:
        for row in session.scalars(select(Answer).where(Answer.entry_id == entry.id)):
            row.value = "Wird gerade getippt"
    page = client.get(page_of(entry)).text
    assert "Wird gerade getippt" not in page
    for text in ("Alte Fassung", "Gemeente Aalten", "Vertrag.pdf", "Die Kommune ergänzt diesen Beitrag gerade."):
        assert text in page
