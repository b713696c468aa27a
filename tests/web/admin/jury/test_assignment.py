"""The organiser's pages of who scores what, and what the jury sees of it."""

import re

import pytest
from sqlalchemy import select

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.jury.assignment import Assignment
from ikz_award.models.jury.jury import Juror, ScoreSheet
from tests import factories
from tests.client import form_fields

PAGE = "/verwaltung/runden/landespreis-2/zuteilung"
LIST = "/jury/landespreis-2/beitraege"


@pytest.fixture
def jury(app, applicant):
    """Three admitted entries, three members; answers the entries and the accounts."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    leads = (factories.BOCHOLT, factories.AHAUS, factories.GRONAU)
    entries = [
        factories.make_entry(
            edition, created_by=applicant, status=EntryStatus.ADMITTED, lead_key=lead, title=f"Vorhaben {lead}"
        )
        for lead in leads
    ]
    accounts = [factories.make_juror(edition, f"{name}@jury.example") for name in ("anna", "berta", "carla")]
    return entries, accounts


def given(account):
    """Public ids of what is assigned pair by pair to somebody."""
    db.session.rollback()
    rows = select(Assignment.entry_id).join(Juror, Juror.id == Assignment.juror_id).where(Juror.account_id == account.id)
    return set(db.session.scalars(rows))


def test_a_balanced_plan_is_looked_at_and_applied(client, jury):
    _entries, accounts = jury
    page = client.get(PAGE).text
    assert "Alle bewerten alles" in page
    preview = client.get(f"{PAGE}/vorschau?way=balanced&sheets=1")
    assert preview.status_code == 200
    assert "Mit 1 je Beitrag wird kein Beitrag gewertet" in preview.text
    assert "6 Zuteilungen ohne Bogen" in preview.text
    # One sheet each by three jurors joins nothing; two do.
    assert "zerfällt in 3 Gruppen" in preview.text
    assert "Mit 3 Mitgliedern bräuchte es hier mindestens 5 Bögen." in preview.text
    joined = client.get(f"{PAGE}/vorschau?way=balanced&sheets=2").text
    assert "hängt zusammen" in joined
    assert "zerfällt" not in joined
    assert not any(given(one) for one in accounts)
    answer = client.submit_form(f"{PAGE}/vorschau?way=balanced&sheets=1", {}, form="uebernehmen")
    assert answer.status_code == 303
    assert [len(given(one)) for one in accounts] == [1, 1, 1]
    page = client.get(PAGE).text
    assert "Beitrag für Beitrag" in page
    assert "vorgesehen sind 1 Bögen je Beitrag" in page
    matrix = client.get("/verwaltung/runden/landespreis-2/bewertungsstand").text
    assert matrix.count("Nicht zugewiesen") == 6
    assert "0 von 1" in matrix


def test_categories_are_ticked_and_the_ticks_stay(client, jury):
    page = client.get(PAGE).text
    value = re.findall(r'name="kategorien" value="(\d+-\d+)"', page)[0]
    assert client.get(f"{PAGE}/vorschau?way=categories").status_code == 422
    address = f"{PAGE}/vorschau?way=categories&kategorien={value}"
    assert client.submit_form(address, {}, form="uebernehmen").status_code == 303
    page = client.get(PAGE).text
    assert f'value="{value}" id="kategorie-{value}" checked' in page
    assert "Nur in den Kategorien" in page
    assert client.get(f"{PAGE}/vorschau?way=balanced&sheets=1&stays_within=y").status_code == 200


@pytest.mark.parametrize("query", ["way=dice", "way=categories&kategorien=1", "way=categories&kategorien=9999-1"])
def test_what_no_form_of_ours_sends_is_not_found(client, jury, query):
    assert client.get(f"{PAGE}/vorschau?{query}").status_code == 404


@pytest.mark.parametrize("sheets", ["", "0", "9", "viele"])
def test_a_number_that_makes_no_sense_is_told(client, jury, sheets):
    answer = client.get(f"{PAGE}/vorschau?way=balanced&sheets={sheets}")
    assert answer.status_code == 422
    assert "Bitte eine ganze Zahl von 1 bis 3 angeben." in answer.text


def test_what_changed_since_the_preview_is_shown_again(client, jury):
    _entries, accounts = jury
    answer = client.submit_form(f"{PAGE}/vorschau?way=balanced&sheets=2", {"digest": "0" * 64}, form="uebernehmen")
    assert answer.status_code == 409
    assert "Seit der Vorschau hat sich etwas geändert" in answer.text
    _action, again = form_fields(answer.text, "uebernehmen")
    assert (again["way"], again["sheets"]) == ("balanced", "2")
    assert again["digest"] != "0" * 64
    assert not any(given(one) for one in accounts)


def test_one_entry_is_changed_by_hand_and_the_step_taken_back(client, jury):
    entries, accounts = jury
    address = f"{PAGE}/{entries[0].public_id}"
    seat = db.session.scalars(select(Juror.id).where(Juror.account_id == accounts[0].id)).one()
    others = [str(one) for one in db.session.scalars(select(Juror.id).where(Juror.id != seat))]
    answer = client.submit_form(address, {"jurors": others}, form="beitrag")
    assert answer.status_code == 303
    assert entries[0].id not in given(accounts[0])
    assert entries[0].id in given(accounts[1])
    assert "Letzte Änderung rückgängig machen" in client.get(answer.location).text
    assert client.submit_form(answer.location, {}, form="zurueck").status_code == 303
    assert entries[0].id in given(accounts[0])


def test_who_has_begun_cannot_be_taken_off_unnoticed(client, jury):
    entries, accounts = jury
    address = f"{PAGE}/{entries[0].public_id}"
    before = client.get(address).text
    factories.make_sheet(entries[0], accounts[0], ("5", "5", "5"))
    seat = db.session.scalars(select(Juror.id).where(Juror.account_id == accounts[0].id)).one()
    page = client.get(address).text
    assert "hat einen Bogen abgegeben; er bleibt" in page
    assert "hat einen Bogen abgegeben; er bleibt" not in before
    _action, fields = form_fields(page, "beitrag")
    fields.setlist("seen", [str(seat)])
    fields.setlist("jurors", [])
    answer = client.post(address, data=fields)
    assert answer.status_code == 409
    assert "hat zu diesem Beitrag schon einen Bewertungsbogen begonnen oder abgegeben" in answer.text


def test_when_scoring_is_closed_everything_is_shown_and_nothing_changed(client, jury):
    entries, _accounts = jury
    factories.set_phase(db.session.merge(entries[0]).edition, Phase.DELIBERATION)
    for address in (PAGE, f"{PAGE}/vorschau?way=balanced&sheets=1", f"{PAGE}/{entries[0].public_id}"):
        page = client.get(address)
        assert page.status_code == 200
        assert "die Zuteilung steht fest" in page.text
        assert 'method="post" action="/verwaltung/runden/landespreis-2/zuteilung' not in page.text


def test_a_juror_reads_what_is_not_assigned_and_scores_what_is(client, jury, log_in):
    entries, accounts = jury
    client.submit_form(f"{PAGE}/vorschau?way=balanced&sheets=1", {}, form="uebernehmen")
    anna = log_in(accounts[0])
    listed = anna.get(LIST).text
    assert "0 von 1 Beiträgen bearbeitet" in listed
    assert "Nicht zugewiesen: 2" in listed
    own = given(accounts[0])
    mine = next(one for one in entries if one.id in own)
    others = [one for one in entries if one.id not in own]
    # What is to be scored comes first in the own order.
    rows = re.findall(rf'jury-row__title" href="{LIST}/([\w-]+)"', listed)
    assert rows[0] == mine.public_id
    assert {*rows[1:]} == {one.public_id for one in others}
    page = anna.get(f"{LIST}/{others[0].public_id}").text
    assert "Diesen Beitrag bewerten andere Jurymitglieder" in page
    assert 'name="points_benefit"' not in page
    _action, fields = form_fields(anna.get(f"{LIST}/{mine.public_id}").text, "bogen")
    assert "points_benefit" in fields
    fields["points_benefit"] = "5"
    answer = anna.post(f"{LIST}/{others[0].public_id}/bogen", data=fields)
    assert answer.status_code == 403
    assert "Dieser Beitrag ist Ihnen nicht zugewiesen" in answer.text
    db.session.rollback()
    assert db.session.scalars(select(ScoreSheet)).all() == []


def test_beginning_to_score_warns_of_entries_with_too_few_jurors(client, jury):
    entries, _accounts = jury
    edition = db.session.merge(entries[0]).edition
    step = "/verwaltung/runden/landespreis-2/schritt/bewertung"
    factories.set_phase(edition, Phase.SCREENING)
    assert "zu wenige Bögen" not in client.get(step).text  # everybody scores everything
    client.submit_form(f"{PAGE}/vorschau?way=balanced&sheets=2", {}, form="uebernehmen")
    assert "zu wenige Bögen" not in client.get(step).text  # as many as an entry needs
    client.submit_form(f"{PAGE}/vorschau?way=all", {}, form="uebernehmen")
    client.submit_form(f"{PAGE}/vorschau?way=balanced&sheets=1", {}, form="uebernehmen")
    page = client.get(step).text
    assert "3 Beiträge bekommen nach der Zuteilung zu wenige Bögen." in page
    assert f"Vorhaben {factories.AHAUS}: 1 von 2" in page
    assert f'href="{PAGE}"' in page
    assert 'name="seen"' in page  # a warning, no obstacle
