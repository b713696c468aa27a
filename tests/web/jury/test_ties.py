"""„Meine Bindungen“, and what the table makes of an undecided hint."""

from io import BytesIO

import openpyxl

from tests import factories
from tests.web.jury.test_list import tie


def test_a_tie_is_added_by_name_ended_and_removed(panel):
    browser = panel.log_in(panel.anna)
    page = f"/jury/{panel.slug}/bindungen"
    assert browser.submit_form(page, {"body": "Kreis Borken", "kind": "mandate"}, form="bindungen").location == page
    shown = browser.get(page).text
    assert "Kreis Borken" in shown
    assert "Mandat oder Amt" in shown
    assert "am 14.03.2021 oder später" in shown.replace("14. März 2021", "14.03.2021")
    end = shown.partition('/beenden"')[0].rpartition('href="')[2] + "/beenden"
    assert browser.submit_form(end, {"ended_on": ""}, form="beenden").status_code == 422
    assert browser.submit_form(end, {"ended_on": "2020-01-31"}, form="beenden").location == page
    assert "nicht mehr" in browser.get(page).text
    assert browser.submit_form(page, {}, form="entfernen").location == page
    assert "noch keine Bindung" in browser.get(page).text


def test_without_javascript_an_ambiguous_name_is_asked_about_and_the_rest_is_kept(panel):
    browser = panel.log_in(panel.anna)
    page = f"/jury/{panel.slug}/bindungen"
    asked = browser.submit_form(page, {"body": "Borken", "kind": "former_office", "ended_on": "2024-05-31"}, form="bindungen")
    assert asked.status_code == 422
    assert "Bitte wählen Sie genau eine aus" in asked.text
    for name, value in (("kind", "former_office"), ("ended_on", "2024-05-31"), ("body", "Borken")):
        assert f'name="{name}" value="{value}"' in asked.text
    nowhere = browser.submit_form(page, {"body": "Atlantis", "kind": "residence"}, form="bindungen")
    assert (nowhere.status_code, "finden wir nicht" in nowhere.text) == (422, True)
    assert browser.submit_form(page, {"body": "Bocholt", "kind": "former_office"}, form="bindungen").status_code == 422


def test_hints_are_denied_on_the_page_of_bias(panel):
    tie(panel.anna, factories.BOCHOLT)
    browser = panel.log_in(panel.anna)
    assert "Jetzt erklären" in browser.get(panel.list).text
    page = f"{panel.pages[0]}/befangenheit"
    assert "Ihre Bindung: Stadt Bocholt" in browser.get(page).text
    assert browser.submit_form(page, {"denial": "Ich wohne nur dort."}, form="verneinen").location == panel.pages[0]
    assert "von Ihnen verneint" in browser.get(panel.pages[0]).text


def test_the_table_refuses_a_row_with_an_undecided_hint(panel):
    browser = panel.log_in(panel.anna)
    book = openpyxl.load_workbook(BytesIO(browser.get(f"/jury/{panel.slug}/tabelle/datei").data))
    tie(panel.anna, factories.BOCHOLT)
    sheet = book.worksheets[0]
    [row] = [cells for cells in sheet.iter_rows() if cells[0].value == panel.ids[0]]
    row[4].value = 7
    changed = BytesIO()
    book.save(changed)
    changed.seek(0)
    sent = browser.submit_form(f"/jury/{panel.slug}/tabelle", {"file": (changed, "bewertung.xlsx")}, form="tabelle")
    preview = browser.get(sent.location).text
    assert f"Zelle {row[0].coordinate}" in preview
    assert "ob Sie befangen sind" in preview
    assert 'value="abgeben"' not in preview
