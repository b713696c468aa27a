"""Ranking, decisions and the report in the browser."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, StoredFile
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.jobs import Job
from tests import factories
from tests.client import PageClient, form_fields
from tests.factories import NOW

RUN = "/verwaltung/runden/landespreis-2"
FORM = f"{RUN}/entscheidung/pflichtaufgaben"
REASON = "Die Jury folgt der Rangfolge."
LONG = "Die Jury hält den Beitrag für leichter übertragbar und gewichtet das höher als den knappen Abstand in den Punkten."


@pytest.fixture
def entries(applicant: Account) -> list[Entry]:
    """Two entries: 7.1 and 5 points; scoring is closed."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben")]
    made = []
    for title, key, points in (("Vorn", factories.BOCHOLT, ("8", "6", "7")), ("Dahinter", factories.AHAUS, ("5", "5", "5"))):
        entry = factories.make_entry(edition, created_by=applicant, lead_key=key, status=EntryStatus.ADMITTED, title=title)
        for juror in jurors:
            factories.make_sheet(entry, juror, points)
        made.append(entry)
    factories.set_phase(edition, Phase.DELIBERATION)
    return made


def decision() -> Decision | None:
    db.session.rollback()
    return db.session.scalars(select(Decision)).one_or_none()


def test_the_ranking_page_opens_every_number(client: PageClient, entries: list[Entry]) -> None:
    page = client.get(f"{RUN}/rangfolge/pflichtaufgaben").text
    for text in ("7,10", "5,00", "<svg", "Begründung 8", "Ada", "40\N{NO-BREAK SPACE}% ×"):
        assert text in page
    assert f'href="#boegen-{entries[0].public_id}"' in page
    assert f'id="boegen-{entries[0].public_id}"' in page


def test_a_decision_is_recorded_and_replaced(client: PageClient, entries: list[Entry]) -> None:
    first = {"winner": entries[0].public_id, "reason": REASON, "public_text": "Vorbildlich."}
    assert client.submit_form(FORM, first).status_code == 302
    assert client.submit_form(FORM, {"winner": "none", "reason": "Doch kein Beitrag überzeugt."}).status_code == 302
    row = decision()
    assert row is not None
    assert (row.entry_id, row.version) == (None, 2)
    log = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "decision.record").order_by(AuditEntry.id)).all()
    assert log[0].old is None
    assert log[1].old is not None
    assert log[1].old["winner"] == entries[0].public_id


def test_nothing_chosen_or_no_reason_keeps_what_was_typed(client: PageClient, entries: list[Entry]) -> None:
    answer = client.submit_form(FORM, {"reason": REASON})
    assert answer.status_code == 422
    assert REASON in answer.text
    answer = client.submit_form(FORM, {"winner": entries[0].public_id, "public_text": "Bleibt stehen."})
    assert answer.status_code == 422
    assert "Bleibt stehen." in answer.text
    answer = client.submit_form(FORM, {"winner": "ein-fremder", "reason": LONG, "is_confirmed": "y"})
    assert answer.status_code == 422
    assert decision() is None


def test_a_winner_past_rank_one_needs_confirmation_and_more_words(client: PageClient, entries: list[Entry]) -> None:
    typed = {"winner": entries[1].public_id, "reason": REASON}
    answer = client.submit_form(FORM, typed)
    assert answer.status_code == 422
    assert 'name="is_confirmed"' in answer.text
    assert "mindestens 100 Zeichen" in answer.text
    assert client.submit_form(FORM, {**typed, "reason": LONG}).status_code == 422
    assert client.submit_form(FORM, {**typed, "is_confirmed": "y"}).status_code == 422
    assert decision() is None
    assert client.submit_form(FORM, {**typed, "reason": LONG, "is_confirmed": "y"}).status_code == 302
    row = decision()
    assert row is not None
    assert row.entry_id == entries[1].id


def test_two_people_deciding_see_both_texts(client: PageClient, entries: list[Entry]) -> None:
    client.submit_form(FORM, {"winner": entries[0].public_id, "reason": "Fassung A gilt."})
    answer = client.submit_form(FORM, {"version": "", "winner": "none", "reason": "Fassung B gilt."})
    assert answer.status_code == 409
    assert "Fassung A gilt." in answer.text
    assert "Fassung B gilt." in answer.text
    row = decision()
    assert row is not None
    assert row.reason == "Fassung A gilt."


@pytest.mark.parametrize("phase", [Phase.DECIDED, Phase.PUBLISHED])
def test_decisions_are_fixed_once_the_result_is(client: PageClient, entries: list[Entry], phase: Phase) -> None:
    _, fields = form_fields(client.get(FORM).text)
    factories.set_phase(db.session.get_one(Entry, entries[0].id).edition, phase)
    assert client.get(FORM).status_code == 302
    fields.setlist("winner", ["none"])
    fields["reason"] = REASON
    assert client.post(FORM, data=fields).status_code == 403
    assert decision() is None


def test_a_report_is_asked_for_once_and_watched(client: PageClient, entries: list[Entry]) -> None:
    answer = client.submit_form(f"{RUN}/bericht", {})
    assert answer.status_code == 302
    again = client.submit_form(f"{RUN}/bericht", {})
    assert again.location == answer.location  # one is under way
    page = client.get(answer.location).text
    assert 'http-equiv="refresh"' in page
    assert "data-hx-get" in page
    part = client.get(f"{answer.location}/fortschritt", headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert "<html" not in part.text
    assert client.get(f"{answer.location}/datei").status_code == 404


def test_a_finished_report_is_downloaded_and_that_is_written_down(app: Flask, client: PageClient, entries: list[Entry]) -> None:
    content = b"%PDF-1.7 Ergebnis"
    sha256 = FileStore(app.config["INSTANCE"] / "uploads").put(content)
    edition_id = db.session.scalars(select(Edition.id)).one()
    with factories.write_session() as session:
        session.add(StoredFile(sha256=sha256, size=len(content), media_type="application/pdf", created_at=NOW))
        session.flush()
        job = Job(
            kind="result_report",
            edition_id=edition_id,
            status=JobStatus.DONE,
            created_at=NOW,
            finished_at=NOW,
            result_sha256=sha256,
            result_name="ergebnisbericht.pdf",
            heartbeat_at=NOW - timedelta(seconds=1),
        )
        session.add(job)
        session.flush()
        name = job.public_id
    assert "Herunterladen" in client.get(f"{RUN}/bericht").text
    answer = client.get(f"{RUN}/bericht/{name}/datei")
    assert answer.data == content
    assert (
        answer.headers["Content-Disposition"]
        == "attachment; filename=ergebnisbericht.pdf; filename*=UTF-8''ergebnisbericht.pdf"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    row = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "report.download")).one()
    assert row.new == {"job": name, "sha256": sha256}
