"""Names and categories in the browser: open while nothing rests on them, then fixed with a reason."""

import pytest
from sqlalchemy import select, text

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Criterion, Edition
from ikz_award.models.people.accounts import Account
from ikz_award.queries.editions.definition import definition_of
from ikz_award.services.editions.definition import check_definition
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient, form_fields

HOME = "/verwaltung/runden/landespreis-2"
NAMES, CATEGORIES = f"{HOME}/angaben", f"{HOME}/kategorien"


def edition() -> Edition:
    db.session.rollback()
    return db.session.scalars(select(Edition)).one()


def keys() -> list[str]:
    return [one.key for one in edition().categories]


def actions() -> list[str]:
    return list(db.session.execute(text("SELECT action FROM audit_entry WHERE subject LIKE 'edition:%' ORDER BY id")).scalars())


def test_in_preparation_everything_it_is_called_can_change(client: PageClient) -> None:
    factories.make_edition(phase=Phase.PREPARATION)
    typed = {"name": "Schulbaupreis", "slug": "schulbau-1", "organiser": "Land", "number_prefix": "SB-"}
    done = client.submit_form(NAMES, typed, form="angaben")
    assert (done.status_code, done.location) == (303, "/verwaltung/runden/schulbau-1/angaben")
    assert {name: getattr(edition(), name) for name in typed} == typed
    assert actions() == ["edition.edit_names"]
    assert "Schulbaupreis" in client.get(done.location).text
    client.submit_form(done.location, {}, form="angaben")
    assert actions() == ["edition.edit_names"], "saved again without a change, nothing is logged"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"slug": "Schul Bau"}, "Erlaubt sind Kleinbuchstaben"),
        ({"slug": "landespreis-1"}, "gibt es schon"),
        ({"number_prefix": "L1-"}, "So beginnen schon die Nummern"),
        ({"name": ""}, "Mindestens 1 Zeichen nötig"),
        ({"organiser": "x" * 201}, "Höchstens 200 Zeichen möglich"),
    ],
)
def test_a_name_that_does_not_do_is_refused_and_kept(typed: dict[str, str], words: str, client: PageClient) -> None:
    factories.make_edition(name="landespreis-1")
    factories.make_edition(phase=Phase.PREPARATION)
    answer = client.submit_form(NAMES, typed, form="angaben")
    assert answer.status_code == 422
    assert words in answer.text
    assert {name: form_fields(answer.text, "angaben")[1][name] for name in typed} == typed


def test_each_fixed_name_says_since_when_why_and_what_is_left(client: PageClient, applicant: Account) -> None:
    own = factories.make_edition()
    factories.make_entry(own, created_by=applicant, status=EntryStatus.SUBMITTED)
    page = client.get(NAMES).text
    assert "Der erste Beitrag hat seine Nummer" in page
    assert "Fest, spätestens seit" in page
    assert "die Adresse gemerkt" in page
    action, fields = form_fields(page, "angaben")
    assert not {"slug", "number_prefix"} & fields.keys(), "what is fixed cannot be typed into"
    assert client.post(action, data={**fields.to_dict(), "name": "Anders"}).status_code == 303
    assert (edition().name, edition().slug) == ("Anders", "landespreis-2")
    action, fields = form_fields(client.get(NAMES).text, "angaben")
    for name in ("slug", "number_prefix"):
        answer = client.post(action, data={**fields.to_dict(), name: "neu-1"})
        assert answer.status_code == 422
    assert (edition().slug, edition().number_prefix) == ("landespreis-2", "L2-")


def test_after_the_decision_the_name_stands(client: PageClient) -> None:
    own = factories.make_edition()
    action, fields = form_fields(client.get(NAMES).text, "angaben")
    factories.set_phase(own, Phase.DECIDED)
    page = client.get(NAMES).text
    assert "Das Ergebnis ist festgestellt und trägt diesen Namen." in page
    assert "Angaben speichern" not in page
    version = str(edition().version)
    assert client.post(action, data={**fields.to_dict(), "version": version, "name": "Neu"}).status_code == 403
    assert edition().name == "2. Landespreis"


def test_categories_are_added_ordered_changed_and_taken_away(client: PageClient) -> None:
    factories.make_edition(phase=Phase.PREPARATION)
    typed = {
        "categories.1.position": "3", "categories.3.removed": "1", "categories.2.prize_euro": "12.500",
        "categories.2.is_special": "1", "categories.7.name": "Digitale Dörfer & Städte", "categories.7.prize_euro": "0",
        "categories.7.position": "1",
    }  # fmt: skip
    assert client.submit_form(CATEGORIES, typed, form="kategorien").status_code == 303
    assert keys() == [
        "digitale-doerfer-staedte", "vernetzung", "pflichtaufgaben", "umwelt-planung", "krise", "shared-service-center",
    ]  # fmt: skip
    second = edition().categories[1]
    assert (second.prize_euro, second.is_special) == (12_500, True)
    assert [one.position for one in edition().categories] == [1, 2, 3, 4, 5, 6]
    assert check_definition(definition_of(db.session(), edition()))
    assert actions() == ["edition.edit_categories"]
    log = client.get("/verwaltung/pruefprotokoll").text
    assert "Kategorien geändert" in log


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"categories.2.prize_euro": "viel"}, "Diese Angabe fehlt."),
        ({"categories.2.prize_euro": "10000001"}, "Höchstens 10000000 möglich"),
        ({"categories.2.name": " "}, "Mindestens 1 Zeichen nötig"),
        ({"categories.7.description": "ohne Namen"}, "Mindestens 1 Zeichen nötig"),
        ({f"categories.{n}.removed": "1" for n in range(1, 7)}, "Mindestens 1 Einträge nötig"),
    ],
)
def test_what_makes_no_category_is_refused_at_its_row(typed: dict[str, str], words: str, client: PageClient) -> None:
    factories.make_edition(phase=Phase.PREPARATION)
    # Put last on the page, so that place and order differ.
    answer = client.submit_form(CATEGORIES, {"categories.1.position": "99", **typed}, form="kategorien")
    assert answer.status_code == 422
    assert words in answer.text
    if len(typed) == 1 and "categories.2.prize_euro" in typed:
        assert 'id="categories.2.prize_euro-error"' in answer.text
    fields = form_fields(answer.text, "kategorien")[1]
    assert {name: fields[name] for name in typed} == typed
    assert len(keys()) == 6


def test_a_category_somebody_chose_keeps_name_and_prize(client: PageClient, applicant: Account) -> None:
    own = factories.make_edition()
    factories.make_entry(own, created_by=applicant)
    page = client.get(CATEGORIES).text
    assert "In dieser Kategorie ist ein Beitrag begonnen" in page
    action, fields = form_fields(page, "kategorien")
    assert "categories.1.name" not in fields
    assert "categories.2.name" in fields
    # What explains and orders stays open, and all of the others.
    typed = {"categories.1.description": "Neu erklärt", "categories.1.position": "2", "categories.2.position": "1",
             "categories.2.name": "Netze"}  # fmt: skip
    assert client.post(action, data={**fields.to_dict(), **typed}).status_code == 303
    first, second = edition().categories[:2]
    assert (first.name, second.key, second.description) == ("Netze", "pflichtaufgaben", "Neu erklärt")
    action, fields = form_fields(client.get(CATEGORIES).text, "kategorien")
    for change in ({"categories.2.name": "x"}, {"categories.2.prize_euro": "1"}, {"categories.2.removed": "1"}):
        assert client.post(action, data={**fields.to_dict(), **change}).status_code == 422
    assert len(keys()) == 6


def test_after_the_time_for_entries_no_category_changes(client: PageClient) -> None:
    own = factories.make_edition()
    action, fields = form_fields(client.get(CATEGORIES).text, "kategorien")
    factories.set_phase(own, Phase.SCREENING)
    page = client.get(CATEGORIES).text
    assert "Die Kategorien stehen fest." in page
    assert "Kategorien speichern" not in page
    version = str(edition().version)
    assert client.post(action, data={**fields.to_dict(), "version": version, "categories.2.name": "x"}).status_code == 403


def test_a_category_with_criteria_of_its_own_stays_until_they_are_gone(client: PageClient) -> None:
    own = factories.make_edition(phase=Phase.PREPARATION)
    with write_session() as session:
        category = session.scalars(select(Category).where(Category.key == "krise")).one()
        session.add(Criterion(edition_id=own.id, category_id=category.id, key="k", name="K", weight=100, position=9))
    answer = client.submit_form(CATEGORIES, {"categories.5.removed": "1"}, form="kategorien")
    assert answer.status_code == 422
    assert "gibt es eigene Kriterien" in answer.text


def test_a_second_tab_does_not_overwrite_the_first(client: PageClient) -> None:
    factories.make_edition(phase=Phase.PREPARATION)
    for page, form, name in ((NAMES, "angaben", "name"), (CATEGORIES, "kategorien", "categories.1.name")):
        action, fields = form_fields(client.get(page).text, form)
        client.submit_form(page, {name: "Erster"}, form=form)
        answer = client.post(action, data={**fields.to_dict(), name: "Zweiter"})
        assert answer.status_code == 409
        assert "In der Zwischenzeit wurde hier etwas anderes gespeichert." in answer.text
        assert form_fields(answer.text, form)[1][name] == "Zweiter"
