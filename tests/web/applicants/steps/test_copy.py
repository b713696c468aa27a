"""A draft that begins with an earlier entry's texts."""

from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.form import form_of
from tests import factories
from tests.web.applicants.conftest import first


def newest() -> Entry:
    return first(select(Entry).order_by(Entry.id.desc()))


def test_texts_and_partners_are_taken_over_declarations_and_files_are_not(case):
    factories.make_edition(name="landespreis-1")
    page = case.kim.get("/bewerbung/neu").text
    assert "Angaben aus einem früheren Beitrag übernehmen" in page
    source = case.value("public_id")
    answer = case.kim.submit_form(
        "/bewerbung/neu", {"edition": "landespreis-1", "lead_key": factories.BOCHOLT, "source": source}
    )
    assert answer.status_code == 303, answer.text
    made = newest()
    answers = {one.question.key: one.value for one in form_of(db.session(), made).questions}
    assert made.title == "Gemeinsame Vergabestelle"
    assert answers["goal"] == "Antwort auf „Ziel“."
    assert answers["category"] == "pflichtaufgaben"
    assert answers["consent_rules"] == ""
    assert [one.body_key for one in made.partners] == [factories.BORKEN]
    assert made.category is not None
    assert made.attachments == []


def test_another_municipalitys_entry_cannot_be_taken_over(case):
    typed = {"edition": "landespreis-2", "lead_key": factories.AHAUS, "source": case.value("public_id")}
    answer = case.robin.submit_form("/bewerbung/neu", typed)
    assert answer.status_code == 422
    assert "nur Beiträge der gewählten Kommune" in answer.text
    assert newest().id == case.entry.id
