from ikz_award.models.entries.entries import Entry
from tests import factories
from tests.factories import NOW


def test_the_remarks_stand_at_the_fields_and_the_rest_is_text(case, log_in):
    with factories.write_session() as session:
        entry = session.get_one(Entry, case.entry.id)
        entry.status, entry.number, entry.submitted_at = "submitted", "L2-001", NOW
    admin = log_in(factories.make_account("admin@nrw.example", is_admin=True))
    page = f"/verwaltung/runden/landespreis-2/beitraege/{case.value('public_id')}/nachfordern"
    typed = {"reason": "Bitte ergänzen Sie.", "wanted": ["goal"], "remark_goal": "Bitte messbare Ziele nennen."}
    assert admin.submit_form(page, typed, form=None).status_code == 302
    assert "Bitte messbare Ziele nennen." in admin.get(page.removesuffix("/nachfordern")).text

    overview = case.kim.get(f"{case.url}/").text
    assert "Geöffnet sind nur diese Angaben" in overview
    assert f"{case.url}/schritt/projekt#q_goal" in overview
    step = case.kim.get(f"{case.url}/schritt/projekt").text
    assert "Bitte messbare Ziele nennen." in step
    assert 'name="q_goal"' in step
    assert 'name="q_title"' not in step
    assert "Die Partner bleiben" in case.kim.get(f"{case.url}/schritt/partner").text
    assert "Die Anlagen bleiben" in case.kim.get(f"{case.url}/schritt/anlagen").text

    saved = case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_goal": "Drei Stellen.", "q_title": "Neu"}, form="projekt")
    assert saved.status_code == 303
    assert case.value("title") == "Gemeinsame Vergabestelle"
