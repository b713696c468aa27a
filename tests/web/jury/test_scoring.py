"""Reading and scoring in the browser's way: forms, refusals that keep what was typed, one's own points only."""

import io
import zipfile
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlalchemy import select

from ikz_award.domain.phases.workflow import Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.jury.jury import VIEW
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import form_fields
from tests.web.jury.conftest import MARK, leave_marks
from tests.web.jury.test_list import tie

FULL = {
    "points_benefit": "8", "points_innovation": "0", "points_sustainability": "9",
    "reason_benefit": "Spart drei Stellen.", "reason_innovation": "Nichts Neues.", "reason_sustainability": "Unbefristet.",
}  # fmt: skip

LIST_QUERIES = ("", "?stand=submitted", "?stand=untouched", "?sortierung=points", "?suche=7,77")


def stored() -> ScoreSheet | None:
    db.session.rollback()
    return db.session.scalars(select(ScoreSheet)).one_or_none()


def audited(action: str) -> list[AuditEntry]:
    db.session.rollback()
    return list(db.session.scalars(select(AuditEntry).where(AuditEntry.action == action)))


def test_submit_and_next_leads_through_all_entries_to_the_list(panel):
    browser = panel.log_in(panel.anna)
    url, seen = panel.pages[0], []
    while url in panel.pages:
        seen.append(url)
        answer = browser.submit_form(url, FULL, form="bogen", button="absicht=weiter")
        assert answer.status_code == 303
        url = answer.location
    assert url == panel.list
    assert sorted(seen) == sorted(panel.pages)
    page = browser.get(panel.list).text
    assert "3 von 3 Beiträgen bearbeitet" in page
    assert "5,90" in page


def test_draft_keeps_what_is_there_and_shows_it_again(panel):
    browser = panel.log_in(panel.anna)
    typed = {"points_benefit": "7", "reason_innovation": "Folgt noch.", "remark": "Nachfragen!"}
    assert browser.submit_form(panel.pages[0], typed, form="bogen", button="absicht=entwurf").location == panel.pages[0]
    _, fields = form_fields(browser.get(panel.pages[0]).text, "bogen")
    assert (fields["points_benefit"], fields["points_innovation"]) == ("7", "")
    assert fields["reason_innovation"].strip() == "Folgt noch."
    assert fields["remark"].strip() == "Nachfragen!"
    assert stored().status is SheetStatus.DRAFT


def test_zero_is_a_score_on_the_page_too(panel):
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[0], {"points_benefit": "0"}, form="bogen", button="absicht=entwurf")
    _, fields = form_fields(browser.get(panel.pages[0]).text, "bogen")
    assert fields["points_benefit"] == "0"
    assert {one.criterion.key: one.points for one in stored().scores}["benefit"] == Decimal(0)


def test_incomplete_sheet_comes_back_with_every_fault_and_every_word(panel):
    browser = panel.log_in(panel.anna)
    typed = {"points_benefit": "8", "reason_benefit": "Spart drei Stellen.", "remark": "<b>fett</b>"}
    answer = browser.submit_form(panel.pages[0], typed, form="bogen", button="absicht=abgeben")
    assert answer.status_code == 422
    assert "Bitte prüfen Sie 4 Angaben" in answer.text
    assert 'href="#points_innovation"' in answer.text
    _, fields = form_fields(answer.text, "bogen")
    assert fields["points_benefit"] == "8"
    assert fields["reason_benefit"].strip() == "Spart drei Stellen."
    assert fields["remark"].strip() == "<b>fett</b>"
    assert "<b>fett</b>" not in answer.text
    assert stored() is None


@pytest.fixture
def fine_scale(panel):
    """0 to 100 in half steps: too many values for buttons."""
    with write_session() as session:
        edition = session.get_one(Edition, panel.edition.id)
        edition.scale_maximum, edition.scale_step = Decimal(100), Decimal("0.5")
    return panel


@pytest.mark.parametrize(
    ("typed", "message"),
    [("acht", "Bitte eine Zahl eingeben"), ("101", "von 0 bis 100"), ("7,25", "Am nächsten liegen 7 und 7,5.")],
)
def test_typed_points_that_are_none_stay_in_the_field(fine_scale, typed, message):
    browser = fine_scale.log_in(fine_scale.anna)
    answer = browser.submit_form(
        fine_scale.pages[0], {"points_benefit": typed, "reason_benefit": "Wort"}, form="bogen", button="absicht=entwurf"
    )
    assert answer.status_code == 422
    assert message in answer.text
    _, fields = form_fields(answer.text, "bogen")
    assert (fields["points_benefit"], fields["reason_benefit"].strip()) == (typed, "Wort")


def test_german_decimals_are_read_and_shown(fine_scale):
    browser = fine_scale.log_in(fine_scale.anna)
    typed = FULL | {"points_benefit": " 82,5 "}
    browser.submit_form(fine_scale.pages[0], typed, form="bogen", button="absicht=abgeben")
    page = browser.get(fine_scale.pages[0]).text
    assert "82,5" in page
    assert "35,70" in page


def test_stale_tab_shows_both_and_saves_on_purpose(panel):
    browser = panel.log_in(panel.anna)
    _, first = form_fields(browser.get(panel.pages[0]).text, "bogen")
    browser.submit_form(panel.pages[0], {"points_benefit": "3"}, form="bogen", button="absicht=entwurf")
    stale = {**first, "points_benefit": "9", "reason_benefit": "Aus dem alten Fenster", "absicht": "entwurf"}
    answer = browser.post(f"{panel.pages[0]}/bogen", data=stale)
    assert answer.status_code == 409
    assert "Aus dem alten Fenster" in answer.text
    assert "Gespeichert und eingegeben" in answer.text
    assert {one.criterion.key: one.points for one in stored().scores}["benefit"] == 3
    action, fields = form_fields(answer.text, "bogen")
    assert fields["points_benefit"] == "9"
    assert browser.post(action, data={**fields, "absicht": "entwurf"}).status_code == 303
    assert {one.criterion.key: one.points for one in stored().scores}["benefit"] == 9


def test_scoring_closed_meanwhile_shows_what_was_typed(panel):
    browser = panel.log_in(panel.anna)
    action, fields = form_fields(browser.get(panel.pages[0]).text, "bogen")
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    answer = browser.post(action, data={**fields, **FULL, "absicht": "abgeben"})
    assert answer.status_code == 403
    assert "Spart drei Stellen." in answer.text
    assert "Die Bewertung ist geschlossen." in answer.text
    assert stored() is None
    page = browser.get(panel.pages[0])
    assert "Bogen abgeben" not in page.text
    assert "Befangenheit erklären" not in page.text


def test_double_click_has_one_effect(panel):
    browser = panel.log_in(panel.anna)
    action, fields = form_fields(browser.get(panel.pages[0]).text, "bogen")
    data = {**fields, **FULL, "absicht": "abgeben"}
    answers = [browser.post(action, data=data) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [303, 303, 303]
    assert len(audited("sheet.submit")) == 1


def test_submitted_sheet_is_read_only_until_reopened(panel):
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[0], FULL, form="bogen", button="absicht=abgeben")
    page = browser.get(panel.pages[0]).text
    assert "Spart drei Stellen." in page
    assert 'name="points_benefit"' not in page
    assert browser.submit_form(panel.pages[0], {}, form="oeffnen").status_code == 303
    _, fields = form_fields(browser.get(panel.pages[0]).text, "bogen")
    assert fields["points_benefit"] == "8"


def test_abstention_and_back(panel):
    browser = panel.log_in(panel.anna)
    page = f"{panel.pages[0]}/enthaltung"
    assert browser.submit_form(page, {"reason": ""}, form="enthaltung").status_code == 422
    assert browser.submit_form(page, {"reason": "Mir fehlt die Sachkunde."}, form="enthaltung").status_code == 303
    assert "Mir fehlt die Sachkunde." in browser.get(panel.pages[0]).text
    browser.submit_form(panel.pages[0], {}, form="oeffnen")
    assert stored().status is SheetStatus.DRAFT


def test_recusal_closes_the_entry_and_its_withdrawal_opens_it(panel):
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[0], FULL, form="bogen", button="absicht=abgeben")
    page = f"{panel.pages[0]}/befangenheit"
    assert browser.submit_form(page, {"reason": " "}, form="befangenheit").status_code == 422
    assert browser.submit_form(page, {"reason": "Mein Bruder ist dort Kämmerer."}, form="befangenheit").location == panel.list
    assert browser.get(panel.pages[0]).status_code == 404
    assert "Mein Bruder ist dort Kämmerer." in browser.get(page).text
    assert browser.submit_form(page, {}, form="zuruecknehmen").status_code == 303
    assert "Spart drei Stellen." in browser.get(panel.pages[0]).text


def test_an_open_hint_stops_this_entry_alone_until_it_is_denied(panel):
    tie(panel.anna, factories.BOCHOLT)
    browser = panel.log_in(panel.anna)
    page = browser.get(panel.pages[0])
    assert "Eigene Kommune ist federführend: Stadt Bocholt" in page.text
    assert "Erst erklären, dann bewerten" in page.text
    assert f'href="{panel.pages[0]}/befangenheit"' in page.text
    _, fields = form_fields(page.text, "notiz")
    sent = {"csrf_token": fields["csrf_token"], "idempotency_key": "k1", "absicht": "abgeben", "version": "0", **FULL}
    refused = browser.post(f"{panel.pages[0]}/bogen", data=sent)
    assert refused.status_code == 403
    assert "Bitte erklären Sie erst, ob Sie befangen sind" in refused.text
    assert "Spart drei Stellen." in refused.text  # what was typed is still there
    bias = f"{panel.pages[0]}/befangenheit"
    assert browser.submit_form(bias, {"denial": " "}, form="verneinen").status_code == 422
    assert browser.submit_form(bias, {"denial": "Ich wohne nur dort."}, form="verneinen").status_code == 303
    assert browser.submit_form(panel.pages[0], FULL, form="bogen", button="absicht=abgeben").status_code == 303
    assert "Ich wohne nur dort." in browser.get(bias).text


def test_contact_data_is_not_for_jurors(panel):
    page = panel.log_in(panel.anna).get(panel.pages[0]).text
    assert "kim.beispiel@bocholt.example" not in page
    assert "Ansprechperson" not in page


def test_opening_an_entry_is_noted_once(panel):
    browser = panel.log_in(panel.anna)
    for _ in range(3):
        browser.get(panel.pages[0])
    rows = audited(VIEW)
    assert [row.subject for row in rows] == [f"entry:{panel.entries[0].id}"]
    assert rows[0].at <= datetime.now(UTC)


def words_of(answer):
    """What a page says, or a workbook: all of its parts, the hidden ones included."""
    if "spreadsheet" not in answer.mimetype:
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist())


def test_nothing_of_another_juror_is_on_any_page(panel, app):
    """As Anna fetch every address a juror can reach, before and after scoring closes."""
    leave_marks(panel)
    browser = panel.log_in(panel.anna)
    browser.submit_form(panel.pages[1], FULL, form="bogen", button="absicht=abgeben")
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("jury.") and "GET" in (rule.methods or ())]
    addresses = app.url_map.bind("localhost")
    read = set()
    for phase in (Phase.JUDGING, Phase.DELIBERATION):
        factories.set_phase(panel.edition, phase)
        for rule in rules:
            for public_id in panel.ids[:2] if "public_id" in rule.arguments else [None]:
                values = {"slug": panel.slug, "public_id": public_id, "tie_id": 1}
                url = addresses.build(rule.endpoint, {name: values.get(name, "x") for name in rule.arguments})
                for query in LIST_QUERIES if rule.endpoint == "jury.entries" else ("",):
                    answer = browser.get(url + query)
                    read |= {rule.endpoint} if answer.status_code == 200 else set()
                    text = words_of(answer)
                    for leak in (MARK, "7.77", "7,77<", "berta", "Berta", "Landkreistag"):
                        assert leak not in text, f"{leak} on {url}{query}"
    assert read >= {
        "jury.home",
        "jury.entries",
        "jury.entry",
        "jury.print_entry",
        "jury.recusal",
        "jury.abstention",
        "jury.confidentiality",
        "jury.download_table",
    }
