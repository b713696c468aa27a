"""A form that was refused: where it comes back, what it has kept, and that it can be sent again."""

import json

import pytest
from flask import Flask, Response, session
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from ikz_award.adapters import clock
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import EditionText
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, BrowserSession
from ikz_award.services.record.intention import write_session
from ikz_award.web.sessions import RENEW_AFTER
from tests import factories
from tests.client import PageClient, form_fields

TEXT = "Die Jury tagt nicht öffentlich. <b>Sie</b> beschließt mit Mehrheit."


@pytest.fixture
def applicant(app: Flask) -> Account:
    return factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)


def admin(app: Flask) -> PageClient:
    account = factories.make_account("vergabe@land.example", is_admin=True)
    client = app.test_client()
    assert isinstance(client, PageClient)
    client.log_in(account)
    return client


def summary_of(page: str) -> list[tuple[str, str]]:
    """(sentence, id it leads to) of the one summary; each id is there."""
    tree = LexborHTMLParser(page)
    boxes = tree.css("[data-error-summary]")
    assert len(boxes) == 1, "one summary, and one only"
    assert "autofocus" in boxes[0].attributes
    assert boxes[0].attributes["role"] == "alert"
    found = [
        (one.text(strip=True), ((one.css_first("a") or one).attributes.get("href") or "")[1:]) for one in boxes[0].css("li")
    ]
    assert all(tree.css_first(f'[id="{anchor}"]') for _text, anchor in found if anchor), found
    return found


def test_a_form_comes_back_with_what_was_typed_a_summary_and_a_new_key(app: Flask, applicant: Account) -> None:
    client, edition = admin(app), factories.make_edition()
    page = f"/verwaltung/runden/{edition.slug}/frist"
    _action, fields = form_fields(client.get(page).text, "frist")
    answer = client.post(page, data=fields.to_dict() | {"until": "irgendwann", "reason": TEXT, "sicher": "ja"})
    assert answer.status_code == 422
    [(sentence, anchor)] = summary_of(answer.text)
    assert anchor == "until"
    assert "Einsendeschluss" in sentence
    _action, again = form_fields(answer.text, "frist")
    assert (again["until"], again["reason"]) == ("irgendwann", TEXT)
    assert again["idempotency_key"] not in ("", fields["idempotency_key"])


def test_fields_without_a_form_of_ours_are_said_above_the_page(app: Flask, applicant: Account) -> None:
    """The page has no summary of its own: its frame has one, and leads to the field under the id it has there."""
    client, edition = admin(app), factories.make_edition(phase=Phase.JUDGING)
    member = factories.make_juror(edition, "jury@land.example")
    factories.make_juror(edition, "vertretung@land.example", role=PanelRole.DEPUTY)
    seat = db.session.scalars(select(Juror.id).where(Juror.account_id == member.id)).one()
    page = f"/verwaltung/runden/{edition.slug}/jury"
    answer = client.submit_form(page, {"reason": ""}, form=f"vertretung-{seat}")
    assert answer.status_code == 422
    assert f"grund-{seat}" in [anchor for _text, anchor in summary_of(answer.text)]


def test_where_nothing_was_typed_the_person_is_sent_back_with_the_sentence(app: Flask, applicant: Account) -> None:
    client, edition = admin(app), factories.make_edition(phase=Phase.JUDGING)
    page = f"/verwaltung/runden/{edition.slug}/bewertungsstand"
    _action, fields = form_fields(client.get("/konto/").text, "ueberall-abmelden")
    answer = client.post(f"{page}/erinnern", data={"csrf_token": fields["csrf_token"]})
    assert (answer.status_code, answer.location) == (303, page)
    assert 'class="ikz-flashes"' in client.get(page).text


def test_the_address_of_a_form_leads_to_its_page(app: Flask, applicant: Account) -> None:
    """Loaded anew, or kept as a bookmark, it was „Diese Anfrage war unvollständig“."""
    client, edition = admin(app), factories.make_edition()
    answer = client.get(f"/verwaltung/konten/{applicant.id}/sperren")
    assert (answer.status_code, answer.location) == (302, f"/verwaltung/konten/{applicant.id}")
    assert client.get(f"/verwaltung/runden/{edition.slug}/siegel/zuruecknehmen").status_code == 302
    assert client.post("/datenschutz", data={}).status_code in (400, 405)


def test_what_cannot_be_shown_on_its_page_stands_on_the_page_of_the_refusal(app: Flask, applicant: Account) -> None:
    """The texts are closed by now, and so is their page: what was typed is there to be copied."""
    client, edition = admin(app), factories.make_edition(phase=Phase.PREPARATION)
    page = f"/verwaltung/runden/{edition.slug}/texte/procedure"
    _action, fields = form_fields(client.get(page).text, "text")
    factories.set_phase(edition, Phase.ARCHIVED)
    answer = client.post(page, data=fields.to_dict() | {"body": TEXT})
    assert answer.status_code == 403
    assert "Das haben Sie eingegeben" in answer.text
    assert "<dt>Text</dt>" in answer.text, "by the label of this form"
    assert TEXT.partition("<")[0] in answer.text
    assert "<b>Sie" not in answer.text
    assert db.session.scalar(select(EditionText).where(EditionText.body == TEXT)) is None


def test_findings_shown_again_can_be_sent_again(app: Flask, applicant: Account) -> None:
    """They were kept under the first key, then the entry had changed: under that key the second sending was refused."""
    client, edition = admin(app), factories.make_edition()
    entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.SUBMITTED)
    factories.set_phase(edition, Phase.SCREENING)
    page = f"/verwaltung/runden/{edition.slug}/beitraege/{entry.public_id}"
    _action, fields = form_fields(client.get(page).text, "befund")
    key = fields["idempotency_key"]
    assert client.post(f"{page}/befund", data=fields.to_dict()).status_code in (302, 303)
    # Sent again with the same key and another content, as the page after a stale admission did.
    name = next(one for one in fields if one.startswith("verdict_"))
    answer = client.post(f"{page}/befund", data=fields.to_dict() | {name: "fulfilled"})
    assert answer.status_code == 409
    summary_of(answer.text)
    _action, again = form_fields(answer.text, "befund")
    assert again["idempotency_key"] != key
    assert again[name] == "fulfilled"
    assert client.post(f"{page}/befund", data=again.to_dict()).status_code in (302, 303)


def test_a_session_that_is_prolonged_keeps_what_another_page_has_put_into_it(app: Flask, applicant: Account) -> None:
    client = admin(app)
    with write_session() as write:
        old = write.scalars(select(BrowserSession)).one()
        old.expires_at = clock.now() + RENEW_AFTER
        was = old.expires_at
    cookie = client.get_cookie(app.config["SESSION_COOKIE_NAME"])
    assert cookie is not None
    with app.test_request_context("/konto/", headers={"Cookie": f"{cookie.key}={cookie.value}"}):
        assert session["_user_id"]
        with write_session() as write:
            row = write.scalars(select(BrowserSession)).one()
            row.data = json.dumps(json.loads(row.data) | {"said": "meanwhile"})
        app.session_interface.save_session(app, session._get_current_object(), Response())
    row = db.session.scalars(select(BrowserSession)).one()
    assert row.expires_at > was
    assert json.loads(row.data)["said"] == "meanwhile"


def test_what_a_browser_fetches_by_itself_uses_nothing_up(app: Flask, applicant: Account) -> None:
    """An icon that is not there: its answer is no page, so the sentence that waits is shown to the person."""
    client = admin(app)
    with app.app_context(), client.session_transaction() as waiting:
        waiting["_flashes"] = [("success", "Gespeichert ist es.")]
    for address in ("/favicon.ico", "/bewerbung/gibt-es-nicht/"):
        answer = client.get(address, headers={"Sec-Fetch-Dest": "image"})
        assert (answer.status_code, answer.text, answer.mimetype) == (404, "", "text/plain")
    assert "Gespeichert ist es." in client.get("/konto/").text
