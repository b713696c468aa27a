"""The rules of participation beside the form: on the page, and anew after each save while somebody types."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.client import form_fields

PART = {"HX-Request": "true"}


def panel(text):
    """The panel's first line and, by rule, its verdict."""
    (found,) = LexborHTMLParser(text).css("#bedingungen")
    verdicts = {}
    for one in found.css(".ikz-finding"):
        verdicts[one.css_first(".ikz-finding__text").text(strip=True)] = one.css_first(".ikz-finding__verdict").text(strip=True)
    return found.css_first("#bedingungen-stand").text(strip=True), verdicts


@pytest.mark.parametrize("step", ["kontakt", "projekt", "kriterien", "partner", "anlagen"])
def test_every_step_shows_the_rules_without_a_script(case, step):
    line, verdicts = panel(case.kim.get(f"{case.url}/schritt/{step}").text)

    assert "erfüllt" in line
    assert len(verdicts) > 3


def test_after_a_save_while_typing_the_panel_is_another(case):
    before, _ = panel(case.kim.get(f"{case.url}/bedingungen", headers=PART).text)
    _, fields = form_fields(case.kim.get(f"{case.url}/schritt/projekt").text, "schritt/projekt")
    fields.poplist("q_title")
    saved = case.kim.post(f"{case.url}/schritt/projekt/zwischenspeichern", data={**fields, "q_title": ""})
    assert saved.status_code == 200

    part = case.kim.get(f"{case.url}/bedingungen", headers=PART).text
    after, verdicts = panel(part)

    assert "<html" not in part
    assert before != after
    assert "noch offen" in after
    assert "noch offen" in verdicts.values()
    # What to do stands beside it.
    assert any("Titel" in text for text, verdict in verdicts.items() if verdict == "noch offen")


def test_opened_as_a_page_it_leads_to_the_overview(case):
    assert case.kim.get(f"{case.url}/bedingungen").location == f"{case.url}/"
    assert case.robin.get(f"{case.url}/bedingungen", headers=PART).status_code == 404
