"""The table goes out, comes back, and is applied exactly or refused with the cell named."""

import io
import random
from decimal import Decimal

import openpyxl
import pytest
from sqlalchemy import update

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Criterion
from ikz_award.models.jury.jury import ScoreSheet
from tests import factories
from tests.web.jury.conftest import MARK, leave_marks

NAMES = ("benefit", "innovation", "sustainability")


def download(browser, panel):
    answer = browser.get(f"/jury/{panel.slug}/tabelle/datei")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def send(browser, panel, book):
    target = io.BytesIO()
    book.save(target)
    target.seek(0)
    return browser.submit_form(f"/jury/{panel.slug}/tabelle", {"file": (target, "bewertung.xlsx")}, form="/tabelle")


def columns(sheet, ending):
    return [cell.column for cell in sheet[1] if str(cell.value).endswith(ending)]


def mine(panel):
    db.session.rollback()
    sheets = db.session.query(ScoreSheet).join(ScoreSheet.juror).filter_by(account_id=panel.anna.id)
    return {
        sheet.entry.public_id: [one.points for one in sorted(sheet.scores, key=lambda s: s.criterion_id)] for sheet in sheets
    }


def test_200_random_edits_in_75_rows_with_moved_columns_arrive_exactly(panel):
    for number in range(72):
        factories.make_entry(panel.edition, created_by=panel.applicant, status=EntryStatus.ADMITTED, title=f"=Nummer {number}")
    browser, rng = panel.log_in(panel.anna), random.Random(7)
    book = download(browser, panel)
    sheet = book["Bewertung"]
    assert sheet.max_row == 76
    sheet.insert_cols(1)
    places = rng.sample([(row, column) for row in range(2, 77) for column in columns(sheet, "Punkte")], 200)
    wanted = {}
    for row, column in places:
        value = rng.randrange(11)
        sheet.cell(row, column).value = rng.choice([value, float(value), f"{value},0", f" {value} "])
        wanted[sheet.cell(row, 2).value, columns(sheet, "Punkte").index(column)] = Decimal(value)
    preview = send(browser, panel, book).location
    assert "200 Änderungen" in browser.get(preview).text
    assert browser.submit_form(preview, {}, form="/tabelle/", button="absicht=entwurf").status_code == 303
    found = {
        (key, place): value for key, points in mine(panel).items() for place, value in enumerate(points) if value is not None
    }
    assert found == wanted


@pytest.mark.parametrize(
    ("value", "words"),
    [("acht", "Bitte eine Zahl"), (11, "von 0 bis 10"), ("7,25", "Schritten"), ("=1+1", "Formel"), (True, "Wahrheitswert")],
)
def test_a_wrong_cell_is_named_and_nothing_is_applied(panel, value, words):
    browser = panel.log_in(panel.anna)
    book = download(browser, panel)
    sheet = book["Bewertung"]
    column = columns(sheet, "Punkte")[0]
    sheet.cell(2, column).value = 7
    sheet.cell(3, column).value = value
    preview = send(browser, panel, book).location
    page = browser.get(preview).text
    assert f"Zelle {sheet.cell(3, column).coordinate}: " in page
    assert words in page
    assert "Übernehmen und" not in page
    assert mine(panel) == {}


def test_another_jurors_table_and_a_forged_one_are_refused(panel):
    leave_marks(panel)
    berta, anna = panel.log_in(panel.berta), panel.log_in(panel.anna)
    book = download(berta, panel)
    page = anna.get(send(anna, panel, book).location).text
    assert "gehört einem anderen Jurymitglied" in page
    assert MARK not in page
    assert MARK not in str(list(download(anna, panel)["Bewertung"].values))
    forged = download(anna, panel)
    forged["Kennzeichen"]["A2"].value = forged["Kennzeichen"]["A2"].value.replace('"juror":', '"juror":1')
    assert "Kennzeichen der Tabelle sind verändert" in anna.get(send(anna, panel, forged).location).text


def test_an_outdated_row_an_extra_row_a_lost_column_and_merged_cells_are_refused(panel):
    browser = panel.log_in(panel.anna)
    book = download(browser, panel)
    sheet = book["Bewertung"]
    key = sheet.cell(2, 1).value
    browser.submit_form(f"{panel.list}/{key}", {"points_benefit": "3"}, form="bogen", button="absicht=entwurf")
    sheet.cell(2, columns(sheet, "Punkte")[0]).value = 8
    sheet.cell(9, 2).value = "mehr"
    page = browser.get(send(browser, panel, book).location).text
    assert "Zelle A2: Dieser Bogen wurde geändert" in page
    assert "Zelle A9: Zu dieser Zeile gibt es keinen Beitrag" in page
    sheet.merge_cells("B3:B4")
    assert "Zelle B3: Verbundene Zellen" in browser.get(send(browser, panel, book).location).text
    lost = download(browser, panel)
    lost["Bewertung"].delete_cols(columns(lost["Bewertung"], "Punkte")[1])
    assert "fehlt. Spalten dürfen verschoben" in browser.get(send(browser, panel, lost).location).text


def test_what_was_submitted_stays_submitted_with_its_earlier_version(panel):
    browser = panel.log_in(panel.anna)
    book = download(browser, panel)
    sheet = book["Bewertung"]
    for column in columns(sheet, "Punkte"):
        sheet.cell(2, column).value = "5"
    for column in columns(sheet, "Begründung"):
        sheet.cell(2, column).value = "Grund"
    preview = send(browser, panel, book).location
    browser.submit_form(preview, {}, form="/tabelle/", button="absicht=abgeben")
    again = download(browser, panel)
    again["Bewertung"].cell(2, columns(again["Bewertung"], "Punkte")[0]).value = 6
    preview = send(browser, panel, again).location
    browser.submit_form(preview, {}, form="/tabelle/", button="absicht=entwurf")
    assert "2 abgegebene Fassungen" in browser.get(f"{panel.list}/{sheet.cell(2, 1).value}").text


def test_two_criteria_of_one_name_have_columns_of_their_own(panel):
    with factories.write_session() as session:
        session.execute(update(Criterion).values(name="Wirkung"))
    browser = panel.log_in(panel.anna)
    book = download(browser, panel)
    sheet = book["Bewertung"]
    places = columns(sheet, "Punkte")
    assert [sheet.cell(1, one).value for one in places] == ["Wirkung, Punkte", "Wirkung (2), Punkte", "Wirkung (3), Punkte"]
    for value, place in enumerate(places, 6):
        sheet.cell(2, place).value = value
    preview = send(browser, panel, book).location
    browser.submit_form(preview, {}, form="/tabelle/", button="absicht=entwurf")
    assert mine(panel)[sheet.cell(2, 1).value] == [Decimal(6), Decimal(7), Decimal(8)]


def test_a_file_that_is_no_table_is_refused(panel):
    browser = panel.log_in(panel.anna)
    answer = browser.submit_form(f"/jury/{panel.slug}/tabelle", {"file": (io.BytesIO(b"PK junk"), "x.xlsx")}, form="/tabelle")
    assert answer.status_code == 422
    assert panel.log_in(panel.berta).get(f"/jury/{panel.slug}/tabelle/unbekannt").status_code == 404
