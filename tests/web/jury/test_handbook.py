"""From the jury's pages into the jury's handbook, to chapters that are there."""

import re

WAYS = ("meine-punkte", "mappe", "tabelle", "bindungen", "verschwiegenheit", "sitzung")


def test_jury_pages_lead_to_chapters_that_are_there(panel, anonymous):
    anna = panel.log_in(panel.anna)
    pages = ["/jury/", panel.list, panel.pages[0], f"{panel.pages[0]}/befangenheit"]
    pages += [f"/jury/{panel.slug}/{way}" for way in WAYS]
    text = anonymous.get("/hilfe/jury").text
    for page in pages:
        found = re.findall(r'href="/hilfe/jury#([^"]+)"', anna.get(page).text)
        assert found, page
        assert all(f'id="{chapter}"' in text for chapter in found), page


def test_the_jurys_handbook_is_in_the_footer_of_jurors_alone(panel, anonymous):
    assert 'href="/hilfe/jury"' in panel.log_in(panel.anna).get("/").text
    assert 'href="/hilfe/jury"' not in anonymous.get("/").text
