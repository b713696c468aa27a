"""Earlier texts of a step: shown with what changed, and put back without losing the present one."""

from collections.abc import Callable

from flask import Flask

from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.step_texts import history_of
from tests import factories
from tests.client import PageClient, form_fields

FIRST, SECOND = "Zwei Städte teilen sich Fahrzeuge.", "Drei Städte teilen sich Fahrzeuge und eine Werkstatt."


def test_an_earlier_text_is_shown_and_put_back(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    applicant = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=applicant)
    client, step = log_in(applicant), f"/bewerbung/{entry.public_id}/schritt/projekt"
    for text in (FIRST, SECOND):
        assert client.submit_form(step, {"q_summary": text}, form="/schritt/projekt").status_code == 303
    assert f"{step}/verlauf" in client.get(step).text
    page = client.get(f"{step}/verlauf").text
    assert "Jetzige Fassung" in page
    assert "<del" in page
    assert "<ins" in page
    # The forms stand newest first; the first one puts the text back that was there before the last save.
    assert client.submit_form(f"{step}/verlauf", {}, form="/schritt/projekt").status_code == 303
    assert f">{FIRST}</textarea>" in client.get(step).text.replace("\r\n", "")
    db.session.rollback()
    kept = history_of(db.session(), db.session.get_one(Entry, entry.id), step_key="projekt")
    assert [one.answers["summary"] for one in kept[:3]] == [FIRST, SECOND, FIRST]


def test_a_step_without_saves_says_so(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    applicant = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=applicant)
    page = log_in(applicant).get(f"/bewerbung/{entry.public_id}/schritt/projekt/verlauf").text
    assert "Noch keine Fassung" in page


def test_saves_made_while_typing_are_hidden_once_another_follows(app: Flask, log_in: Callable[[object], PageClient]) -> None:
    applicant = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=applicant)
    client, step = log_in(applicant), f"/bewerbung/{entry.public_id}/schritt/projekt"
    _action, fields = form_fields(client.get(step).text, "/schritt/projekt")
    for text in ("Ein", "Ein Wort", "Ein Wort mehr"):
        fields.setlist("q_summary", [text])
        answer = client.post(f"{step}/zwischenspeichern", data=fields)
        assert answer.status_code == 200, answer.text
        fields.setlist("version", [str(answer.json["version"])])
        fields.setlist("idempotency_key", [answer.json["key"]])
    page = client.get(f"{step}/verlauf").text
    assert "2 Zwischenstände" in page
    assert page.count("<h2") + 2 == client.get(f"{step}/verlauf?alle=1").text.count("<h2")
    # An older page is told, and changes nothing.
    fields.setlist("version", ["1"])
    fields.setlist("q_summary", ["Zu alt"])
    late = client.post(f"{step}/zwischenspeichern", data=fields)
    assert (late.status_code, "beide Texte" in late.json["message"]) == (409, True)
