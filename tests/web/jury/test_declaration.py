"""Before the first entry: the confidentiality declaration."""

from ikz_award.domain.phases.workflow import Phase
from tests import factories


def test_juror_declares_first_and_lands_on_the_entry_that_was_wanted(panel):
    uwe = panel.log_in(factories.make_juror(panel.edition, "uwe@example.org", has_accepted=False))
    page = uwe.get(panel.pages[0])
    assert page.status_code == 302
    declaration = page.location
    assert "/verschwiegenheit" in declaration
    refused = uwe.submit_form(declaration, {"accepted": None}, form="verschwiegenheit")
    assert refused.status_code == 422
    assert "Bitte bestätigen Sie die Erklärung" in refused.text
    assert uwe.get(panel.pages[0]).status_code == 302
    accepted = uwe.submit_form(declaration, {"accepted": "y"}, form="verschwiegenheit")
    assert accepted.status_code == 303
    assert accepted.location == panel.pages[0]
    assert uwe.get(panel.pages[0]).status_code == 200


def test_nothing_of_the_entries_is_shown_before_the_declaration(panel):
    uwe = panel.log_in(factories.make_juror(panel.edition, "uwe@example.org", has_accepted=False))
    for url in ("/jury/", panel.list, *panel.pages, f"{panel.pages[0]}/befangenheit", f"{panel.pages[0]}/enthaltung"):
        assert "Beitrag Alpha" not in uwe.get(url, follow_redirects=True).text
    assert "Erklärung lesen" in uwe.get("/jury/").text


def test_declaration_before_judging_leads_home(panel):
    factories.set_phase(panel.edition, Phase.SCREENING)
    uwe = panel.log_in(factories.make_juror(panel.edition, "uwe@example.org", has_accepted=False))
    page = f"/jury/{panel.slug}/verschwiegenheit"
    assert "nicht vor dem Beginn der Bewertung" in uwe.get(page).text
    assert uwe.submit_form(page, {"accepted": "y"}, form="verschwiegenheit").location == "/jury/"
    assert "noch nicht begonnen" in uwe.get("/jury/").text


def test_only_jurors_of_the_edition_get_in(panel, anonymous):
    other = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    urls = (panel.list, *panel.pages, f"/jury/{panel.slug}/verschwiegenheit", f"{panel.pages[0]}/befangenheit")
    otto = panel.log_in(factories.make_juror(other, "otto@example.org"))
    stranger = panel.log_in(panel.applicant)
    for url in urls:
        assert otto.get(url).status_code == 404
        assert stranger.get(url).status_code == 404
        assert anonymous.get(url).status_code == 302
    # The entry of another edition under the address of one's own is not there either.
    assert otto.get(f"/jury/{other.slug}/beitraege/{panel.ids[0]}").status_code == 404
