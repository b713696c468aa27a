"""Text blocks for the reason of a decision: true of the choice, written below what is there, nothing stored."""

import pytest

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import Decision
from tests import factories

PAGE = "/verwaltung/runden/landespreis-1/entscheidung/pflichtaufgaben"


@pytest.fixture
def entries(client, applicant):
    edition = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben", "cleo")]
    made = []
    for lead, title, points in ((factories.BOCHOLT, "Erster", "9"), (factories.AHAUS, "Zweiter", "6")):
        entry = factories.make_entry(edition, created_by=applicant, status=EntryStatus.ADMITTED, title=title, lead_key=lead)
        for juror in jurors:
            factories.make_sheet(entry, juror, (points,) * 3)
        made.append(entry.public_id)
    factories.set_phase(edition, Phase.DELIBERATION)
    return made


def insert(client, winner, reason=""):
    answer = client.submit_form(PAGE, {"winner": winner, "reason": reason}, button="bausteine=1")
    assert answer.status_code == 200
    return answer.text


def test_facts_about_the_first_are_written_below_the_own_words(client, entries):
    page = insert(client, entries[0], "Eigene Worte.")
    assert "Eigene Worte.\nDer Beitrag „Erster“" in page
    assert "steht mit 9,00 Punkten auf Rang 1 von 2 gewerteten Beiträgen." in page
    assert "Er stünde auch dann vorn, wenn ein beliebiges Mitglied der Jury nicht bewertet hätte." in page
    assert "weicht damit" not in page
    assert db.session.query(Decision).count() == 0


def test_off_rank_the_departure_is_named_and_no_sentence_twice(client, entries):
    page = insert(client, entries[1])
    assert "Die Jury weicht damit von der Rangfolge ab: Auf Rang 1 steht „Erster“" in page
    once = page.partition("Der Beitrag „Zweiter“")[2].partition("</textarea>")[0]
    again = insert(client, entries[1], "Der Beitrag „Zweiter“" + once)
    assert again.count("weicht damit von der Rangfolge ab") == 1


def test_no_prize_and_no_choice(client, entries):
    assert "Die Jury vergibt in dieser Kategorie keinen Preis, weil" in insert(client, "none")
    answer = client.submit_form(PAGE, {"winner": None}, button="bausteine=1")
    assert answer.status_code == 422
    assert "Bitte wählen Sie einen Beitrag" in answer.text
