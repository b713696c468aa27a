"""The organiser's pages of the shortlist, and what the jury sees of the second round."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.shortlist import Shortlist
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.models.record.outbox import OutgoingMail
from tests import factories
from tests.client import form_fields

LISTS = "/verwaltung/runden/landespreis-2/engere-wahl"
PAGE = f"{LISTS}/pflichtaufgaben"
STEP = "/verwaltung/runden/landespreis-2/schritt/bewertung"
RANKING = "/verwaltung/runden/landespreis-2/rangfolge/pflichtaufgaben"
DECISION = "/verwaltung/runden/landespreis-2/entscheidung/pflichtaufgaben"
JURY = "/jury/landespreis-2/beitraege"
WHY = "Die Jury will sich auf die Besten konzentrieren."
# The means are 8, 7, 7 and 16/3.
POINTS = (("8", "8"), ("7", "7"), ("6", "8"), ("5", "6"))


@pytest.fixture
def jury(app, applicant):
    """Four entries scored by two members, scoring closed; answers the entries' public ids and the accounts."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    leads = (factories.BOCHOLT, factories.AHAUS, factories.GRONAU, factories.BORKEN)
    entries = [
        factories.make_entry(
            edition, created_by=applicant, status=EntryStatus.ADMITTED, lead_key=lead, title=f"Vorhaben {place}", partners=()
        )
        for place, lead in enumerate(leads)
    ]
    accounts = [factories.make_juror(edition, f"{name}@jury.example") for name in ("anna", "berta")]
    for entry, points in zip(entries, POINTS, strict=True):
        for account, value in zip(accounts, points, strict=True):
            factories.make_sheet(entry, account, (value,) * 3)
    factories.set_phase(edition, Phase.DELIBERATION)
    return [one.public_id for one in entries], accounts


def drawn():
    db.session.rollback()
    return db.session.scalars(select(Shortlist)).all()


def draw(client, rule="rule=top&places=2", **values):
    return client.submit_form(f"{PAGE}?{rule}", {"reason": WHY, **values}, form="festlegen")


def open_second_round(client):
    return client.submit_form(STEP, {"reason": "Die zweite Runde beginnt."})


def test_a_rule_is_looked_at_with_everybodys_place(client, jury):
    ids, _accounts = jury
    assert "Festlegen" in client.get(LISTS).text
    assert "Vorschau der Besten" in client.get(PAGE).text
    preview = client.get(f"{PAGE}?rule=top&places=2")
    assert "die 2 besten Beiträge der Rangfolge" in preview.text
    assert "3 von 4 Beiträgen bleiben." in preview.text
    assert "Darum bleibt einer mehr als verlangt." in preview.text
    _action, fields = form_fields(preview.text, "festlegen")
    assert fields.getlist("bleibt") == ids[:3]
    assert drawn() == []


def test_drawn_shown_undone(client, jury):
    assert draw(client).status_code == 303
    page = client.get(PAGE).text
    assert "Es blieben 3 von 4 Beiträgen." in page
    assert WHY in page
    assert "Nach der Regel bleiben bei gleichen Punkten an der Grenze alle." in page
    assert "Zweite Runde eröffnen" in page
    assert "3 von 4 Beiträgen" in client.get(LISTS).text
    ranking = client.get(RANKING).text
    assert "Nicht in der engeren Wahl" in ranking
    answer = client.submit_form(PAGE, {"undo_reason": "nein"}, form="aufheben")
    assert answer.status_code == 422
    assert "Bitte begründen Sie in einem Satz" in answer.text
    assert client.submit_form(PAGE, {"undo_reason": "Die Grenze war falsch."}, form="aufheben").status_code == 303
    assert "Vorschau der Besten" in client.get(PAGE).text
    assert "Nicht in der engeren Wahl" not in client.get(RANKING).text


def test_against_the_rule_asks_for_reasons_and_keeps_what_was_typed(client, jury):
    ids, _accounts = jury
    answer = draw(client, bleibt=[ids[0], ids[3]], **{f"grund_{ids[3]}": "Einziger mit neuem Ansatz."})
    assert answer.status_code == 422
    assert answer.text.count("Bitte begründen Sie, warum Sie hier von der Regel abweichen.") >= 2
    assert 'value="Einziger mit neuem Ansatz."' in answer.text
    assert WHY in answer.text
    _action, fields = form_fields(answer.text, "festlegen")
    assert fields.getlist("bleibt") == [ids[0], ids[3]]
    for one in ids[1:3]:
        fields.setlist(f"grund_{one}", ["Gleicht einem anderen zu sehr."])
    assert client.post(PAGE, data=fields).status_code == 303
    page = client.get(PAGE).text
    assert "Gegen die Regel aufgenommen" in page
    assert "Gleicht einem anderen zu sehr." in page


def test_by_hand_nothing_is_ticked_before(client, jury):
    ids, _accounts = jury
    preview = client.get(f"{PAGE}?rule=hand").text
    assert form_fields(preview, "festlegen")[1].getlist("bleibt") == []
    assert "Grund der Abweichung" not in preview
    assert draw(client, "rule=hand").status_code == 422
    assert draw(client, "rule=hand", bleibt=[ids[3]]).status_code == 303


def test_a_threshold_is_exact(client, jury):
    page = client.get(f"{PAGE}?rule=threshold&least=5,5").text
    assert "alle Beiträge mit mindestens 5,5 Punkten" in page
    assert "4 von 4 Beiträgen bleiben." in page
    assert draw(client, "rule=threshold&least=5,5").status_code == 422


@pytest.mark.parametrize("query", ["rule=top&places=", "rule=top&places=-1", "rule=threshold&least=viel"])
def test_a_rule_that_makes_no_sense_is_told(client, jury, query):
    answer = client.get(f"{PAGE}?{query}")
    assert answer.status_code == 422
    assert "Bitte prüfen Sie eine Angabe" in answer.text


def test_what_no_form_of_ours_sends_is_not_found(client, jury):
    assert client.get(f"{PAGE}?rule=wuerfeln").status_code == 404
    assert client.get(f"{LISTS}/keine").status_code == 404


def test_what_changed_since_the_preview_is_shown_again_with_what_was_typed(client, jury):
    answer = draw(client, digest="0" * 64)
    assert answer.status_code == 409
    assert "Seit der Vorschau hat sich etwas geändert" in answer.text
    assert WHY in answer.text
    assert drawn() == []
    _action, fields = form_fields(answer.text, "festlegen")
    assert client.post(PAGE, data=fields).status_code == 303


def test_hostile_reasons_stay_text(client, jury):
    assert draw(client, reason="<script>alert(1)</script> {{ 7*7 }} %(rule)s").status_code == 303
    page = client.get(PAGE).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} %(rule)s" in page
    assert client.get("/verwaltung/pruefprotokoll").status_code == 200


def test_who_is_beside_the_list_is_not_offered_and_not_taken(client, jury):
    ids, _accounts = jury
    draw(client)
    page = client.get(DECISION).text
    assert ids[3] not in form_fields(page, None)[1].getlist("winner")
    assert "Ein Beitrag ist nicht in der engeren Wahl" in page
    answer = client.submit_form(DECISION, {"winner": ids[3], "reason": "x" * 120, "is_confirmed": "y"})
    assert answer.status_code == 422
    assert "Dieser Beitrag ist nicht in der engeren Wahl und kann keinen Preis bekommen." in answer.text


def test_the_step_is_called_the_second_round(client, jury):
    assert "Bewertung wieder öffnen" in client.get(STEP).text
    draw(client)
    page = client.get(STEP).text
    assert "Zweite Runde eröffnen" in page
    assert "Eine engere Wahl gibt es in:" in page
    assert open_second_round(client).status_code == 302
    overview = client.get(LISTS).text
    assert "Die zweite Runde läuft." in overview
    assert "Zweite Runde eröffnet" in overview


def test_the_jury_is_told_and_a_closing_time_that_is_over_is_named(client, jury):
    with factories.write_session() as session:
        session.execute(update(Edition).values(scoring_closes_at=factories.NOW - timedelta(days=1)))
    draw(client)
    assert "vorher kann niemand Punkte ändern" in client.get(STEP).text
    open_second_round(client)
    db.session.rollback()
    mails = db.session.scalars(select(OutgoingMail).where(OutgoingMail.subject.startswith("Die zweite Runde"))).all()
    assert {mail.recipient for mail in mails} == {"anna@jury.example", "berta@jury.example"}
    assert "– Kommunale Pflichtaufgaben und Innere Verwaltung" in mails[0].body
    assert "/jury/landespreis-2/beitraege" in mails[0].body
    assert "Vorhaben" not in mails[0].body
    page = client.get(LISTS).text
    assert "Neuen Schluss festlegen" in page


def test_who_opens_scoring_after_the_comparison_is_told_so(client, jury):
    draw(client)
    assert "Die Jury kennt die Punkte schon." not in client.get(STEP).text
    client.submit_form("/verwaltung/runden/landespreis-2/vergleich", {"sicher": "ja"}, form="vergleich")
    assert "Die Jury kennt die Punkte schon." in client.get(STEP).text


def test_in_the_second_round_the_jury_sees_who_is_in_it(client, jury, log_in):
    ids, accounts = jury
    draw(client)
    assert "engeren Wahl" not in log_in(accounts[0]).get(JURY).text
    open_second_round(client)
    juror = log_in(accounts[0])
    page = juror.get(JURY).text
    assert "In Kategorien mit einer engeren Wahl werden nur noch deren Beiträge bewertet" in page
    assert "Nicht in der engeren Wahl: 1" in page
    shown = juror.get(f"{JURY}?wahl=neben").text
    assert ids[3] in shown
    assert ids[0] not in shown
    shown = juror.get(f"{JURY}?wahl=in").text
    assert ids[0] in shown
    assert ids[3] not in shown
    entry = juror.get(f"{JURY}/{ids[3]}").text
    assert "Dieser Beitrag ist nicht in der engeren Wahl." in entry
    assert "Bogen wieder öffnen" not in entry
    assert "Begründung 5" in entry
    assert WHY not in entry
    page = juror.get(f"{JURY}/{ids[0]}").text
    assert "Bogen wieder öffnen" in page
    assert "· in der engeren Wahl" in page
    assert "nicht in der engeren Wahl" in juror.get(f"{JURY}/{ids[3]}/drucken").text
    assert "nur, was noch bewertet wird" in juror.get("/jury/landespreis-2/tabelle").text
    assert "nur, was noch bewertet wird" in juror.get("/jury/landespreis-2/mappe").text
    assert juror.get(f"{JURY}/{ids[3]}/enthaltung").status_code == 403
    assert juror.get(f"{JURY}/{ids[3]}/befangenheit").status_code == 403


def test_a_form_opened_in_the_first_round_is_refused_and_nothing_typed_is_lost(client, jury, log_in):
    ids, accounts = jury
    with factories.write_session() as session:
        session.execute(update(Edition).values(phase=Phase.JUDGING))
    juror = log_in(accounts[0])
    juror.submit_form(f"{JURY}/{ids[3]}", {}, form="oeffnen")
    address, fields = form_fields(juror.get(f"{JURY}/{ids[3]}").text, "bogen")
    with factories.write_session() as session:
        session.execute(update(Edition).values(phase=Phase.DELIBERATION))
    draw(client)
    open_second_round(client)
    fields.setlist("reason_benefit", ["Das sehe ich jetzt anders."])
    fields.setlist("absicht", ["entwurf"])
    answer = juror.post(address, data=fields)
    assert answer.status_code == 403
    assert "Dieser Beitrag ist nicht in der engeren Wahl." in answer.text
    assert "Das sehe ich jetzt anders." in answer.text
    answer = juror.post(f"{JURY}/{ids[3]}/bogen/zwischenspeichern", data=fields)
    assert answer.status_code == 403
    assert "nicht in der engeren Wahl" in answer.json["message"]
    db.session.rollback()
    assert "anders" not in str([score.reason for one in db.session.scalars(select(ScoreSheet)) for score in one.scores])


def test_once_a_point_is_given_the_list_stays(client, jury, log_in):
    ids, accounts = jury
    draw(client)
    open_second_round(client)
    with factories.write_session() as session:  # the clock of these tests stands still
        session.execute(update(Shortlist).values(opened_at=factories.NOW.replace(year=factories.NOW.year - 1)))
    log_in(accounts[0]).submit_form(f"{JURY}/{ids[0]}", {}, form="oeffnen")
    page = client.get(PAGE).text
    assert "schon Bögen geändert worden" in page
    assert 'id="aufheben"' not in page
