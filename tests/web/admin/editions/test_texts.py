"""The texts of an edition: new versions, never changed ones; a new declaration, or an old one, is asked for again."""

from datetime import timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from ikz_award.domain.jury.confidentiality import still_counts
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition, EditionText
from ikz_award.models.record.audit import AuditEntry
from tests import factories
from tests.client import form_fields
from tests.factories import NOW

PAGE = "/verwaltung/runden/landespreis-2/texte"


@pytest.fixture
def edition(app):
    return factories.make_edition(phase=Phase.JUDGING)


def bodies(name):
    db.session.rollback()
    query = select(EditionText.body).where(EditionText.key == name).order_by(EditionText.version)
    return list(db.session.scalars(query))


def test_a_text_is_followed_by_a_new_version_that_everybody_reads(client, anonymous, edition):
    before = bodies("procedure")
    answer = client.submit_form(f"{PAGE}/procedure", {"body": "<b>Neues</b> Verfahren.\n\nZweiter Absatz."}, form="text")
    assert answer.status_code == 303
    assert bodies("procedure") == [*before, "<b>Neues</b> Verfahren.\n\nZweiter Absatz."]
    page = client.get(PAGE).text
    assert f"Fassung {len(before) + 1}" in page
    for seen in (page, anonymous.get("/wettbewerb/landespreis-2").text):
        assert "&lt;b&gt;Neues&lt;/b&gt; Verfahren." in seen
    # The same words again are no new version, and no line in the log.
    client.submit_form(f"{PAGE}/procedure", {}, form="text")
    assert len(bodies("procedure")) == len(before) + 1
    assert len(db.session.scalars(select(AuditEntry).where(AuditEntry.action == "edition.edit_texts")).all()) == 1


def test_the_public_reads_the_rules_by_which_votes_are_counted(client, anonymous, app):
    """The placeholder, no placeholder, a changed setting: the page always says what `has_quorum` does."""
    edition = factories.make_edition()
    page, settings = "/wettbewerb/landespreis-2", "/verwaltung/runden/landespreis-2/wertung"
    half = "Die Jury ist beschlussfähig, wenn mindestens die Hälfte der stimmberechtigten Mitglieder mitwirkt."
    shown = anonymous.get(page).text
    assert half in shown
    assert "[Abstimmungsregeln]" not in shown
    changed = {"quorum": "two_thirds", "quorum_least": "4", "chair_breaks_ties": None}
    assert client.submit_form(settings, changed, form="wertung").status_code == 303
    shown = anonymous.get(page).text
    stricter = "wenn mindestens zwei Drittel der stimmberechtigten Mitglieder mitwirken, mindestens aber 4."
    assert half not in shown
    assert stricter in shown
    assert "Bei Stimmengleichheit ist der Antrag abgelehnt." in shown
    assert "an der Stelle von [Abstimmungsregeln]" in client.get(settings).text
    # Without the placeholder the rules follow the organiser's own words.
    client.submit_form(f"{PAGE}/procedure", {"body": "Eigene Worte."}, form="text")
    shown = anonymous.get(page).text
    assert shown.index("Eigene Worte.") < shown.index(stricter)
    assert "stehen unter dem Text" in client.get(settings).text
    db.session.rollback()
    stored = db.session.get_one(Edition, edition.id).voting
    assert (stored.needed(3), stored.needed(9), stored.chair_breaks_ties) == (4, 6, False)


@pytest.mark.parametrize("typed", ["0", "", "viele", "100"])
def test_a_quorum_of_nobody_is_refused_and_kept(client, app, typed):
    factories.make_edition()
    answer = client.submit_form("/verwaltung/runden/landespreis-2/wertung", {"quorum_least": typed}, form="wertung")
    assert answer.status_code == 422
    assert "Bitte eine ganze Zahl von 1 bis 99 angeben." in answer.text


def test_two_people_at_once_both_texts_are_shown(client, edition):
    _, seen = form_fields(client.get(f"{PAGE}/procedure").text, "text")
    client.submit_form(f"{PAGE}/procedure", {"body": "Von der einen."}, form="text")
    answer = client.post(f"{PAGE}/procedure", data=seen.to_dict() | {"body": "Vom anderen."})
    assert answer.status_code == 409
    assert "Von der einen." in answer.text
    _, again = form_fields(answer.text, "text")
    assert again["body"] == "Vom anderen."
    assert client.post(f"{PAGE}/procedure", data=again).status_code == 303
    assert bodies("procedure")[-2:] == ["Von der einen.", "Vom anderen."]


@pytest.mark.parametrize(("body", "sentence"), [("  ", "Bitte schreiben Sie den Text."), ("x" * 20_001, "auf 20000 Zeichen")])
def test_what_makes_no_text_is_refused_and_kept(client, edition, body, sentence):
    answer = client.submit_form(f"{PAGE}/procedure", {"body": body}, form="text")
    assert answer.status_code == 422
    assert sentence in answer.text
    assert body.strip() in answer.text


def test_a_new_declaration_is_asked_of_all_again(client, edition, log_in):
    ada = log_in(factories.make_juror(edition, "ada@jury.example"))
    assert ada.get("/jury/landespreis-2/beitraege").status_code == 200
    assert "Ein Mitglied hat die jetzige Fassung abgegeben." in client.get(f"{PAGE}/confidentiality").text
    client.submit_form(f"{PAGE}/confidentiality", {"body": "Neue Erklärung."}, form="text")
    assert "verschwiegenheit" in ada.get("/jury/landespreis-2/beitraege").location
    assert "abgegeben haben sie 0 von 1 Mitgliedern" in client.get(PAGE).text
    ada.submit_form("/jury/landespreis-2/verschwiegenheit", {"accepted": "y"})
    assert ada.get("/jury/landespreis-2/beitraege").status_code == 200


def test_a_declaration_expires_and_is_made_again(client, edition, log_in):
    with time_machine.travel(NOW, tick=False):
        account = factories.make_juror(edition, "ada@jury.example")
        ada = log_in(account)
        assert client.submit_form(PAGE, {"days": "30"}, form="gueltigkeit").status_code == 303
        assert ada.get("/jury/landespreis-2/beitraege").status_code == 200
    with time_machine.travel(NOW + timedelta(days=30), tick=False):
        ada = log_in(account)
        assert "verschwiegenheit" in ada.get("/jury/landespreis-2/beitraege").location
        ada.submit_form("/jury/landespreis-2/verschwiegenheit", {"accepted": "y"})
        assert ada.get("/jury/landespreis-2/beitraege").status_code == 200
    db.session.rollback()
    assert len(db.session.scalars(select(AuditEntry).where(AuditEntry.action == "confidentiality.accept")).all()) == 1


@pytest.mark.parametrize("typed", ["0", "4000", "bald", "-1"])
def test_days_that_are_none_are_refused(client, edition, typed):
    answer = client.submit_form(PAGE, {"days": typed}, form="gueltigkeit")
    assert answer.status_code == 422
    assert "Bitte eine ganze Zahl von 1 bis 3650 angeben." in answer.text
    assert f'value="{typed}"' in answer.text
    db.session.rollback()
    assert db.session.get_one(Edition, edition.id).confidentiality_days is None


def test_decided_is_decided(client, edition):
    factories.set_phase(edition, Phase.DELIBERATION)
    factories.set_phase(edition, Phase.DECIDED)
    assert "Die Texte stehen fest" in client.get(PAGE).text
    assert client.get(f"{PAGE}/procedure").status_code == 403
    assert client.get(f"{PAGE}/gibtesnicht").status_code == 404


@given(st.datetimes(timezones=st.just(NOW.tzinfo)), st.integers(1, 3650))
def test_a_declaration_counts_to_the_second(accepted_at, days):
    try:
        end = accepted_at + timedelta(days=days)
    except OverflowError:
        return
    assert still_counts(accepted_at=accepted_at, days=days, now=end - timedelta(seconds=1))
    assert not still_counts(accepted_at=accepted_at, days=days, now=end)
    assert still_counts(accepted_at=accepted_at, days=None, now=end)
    assert not still_counts(accepted_at=None, days=days, now=end)
