"""Criteria and scale in the browser: weights make a hundred, words cover the scale, and with the first points they stand."""

from decimal import Decimal

import pytest
from sqlalchemy import select

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Criterion, Edition, Question
from ikz_award.models.people.accounts import Account
from ikz_award.queries.editions.definition import definition_of
from ikz_award.services.editions.definition import check_definition
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient, form_fields

PAGE = "/verwaltung/runden/landespreis-2/kriterien"


def edition() -> Edition:
    db.session.rollback()
    return db.session.scalars(select(Edition)).one()


def criteria() -> list[tuple[str, int]]:
    return [(one.key, one.weight) for one in edition().criteria]


@pytest.fixture(autouse=True)
def prepared(client: PageClient) -> None:
    factories.make_edition(phase=Phase.PREPARATION)


def test_weights_order_and_words_change(client: PageClient) -> None:
    typed = {
        "criteria.1.weight": "50", "criteria.2.weight": "20", "criteria.1.position": "9", "criteria.3.name": "Dauer",
        "criteria.2.label-1": "altbekannt",
    }  # fmt: skip
    assert client.submit_form(PAGE, typed, form="kriterien").status_code == 303
    assert criteria() == [("innovation", 20), ("sustainability", 30), ("benefit", 50)]
    assert edition().criteria[1].name == "Dauer"
    assert [one.label for one in edition().criteria[0].anchors][:2] == ["altbekannt", "leicht abgewandelt"]
    version = edition().version
    client.submit_form(PAGE, {}, form="kriterien")
    assert edition().version == version, "saved again without a change, nothing is new"


def test_another_scale_with_halves_and_no_words(client: PageClient) -> None:
    fields = form_fields(client.get(PAGE).text, "kriterien")[1]
    without = {
        name: "" for name in fields if name.split(".")[-1].partition("-")[0] in ("points_from", "points_to", "label", "text")
    }
    answer = client.submit_form(PAGE, {"scale_maximum": "5", "scale_step": "0,5"}, form="kriterien")
    assert answer.status_code == 422
    assert "Diese Stufe muss bei" in answer.text or "Die Stufen müssen bis" in answer.text
    assert client.submit_form(PAGE, {"scale_maximum": "5", "scale_step": "0,5", **without}, form="kriterien").status_code == 303
    assert (edition().scale_maximum, edition().scale_step) == (Decimal(5), Decimal("0.5"))
    assert [one.anchors for one in edition().criteria] == [[], [], []]
    assert 'value="0,5"' in client.get(PAGE).text
    assert check_definition(definition_of(db.session(), edition()))


def test_a_criterion_is_added_and_one_taken_away_with_what_served_it(client: PageClient) -> None:
    served = select(Question.criterion_key).where(Question.key == "innovation")
    assert db.session.scalar(served) == "innovation"
    typed = {"criteria.2.removed": "1", "criteria.4.name": "Mut", "criteria.4.weight": "30"}
    assert client.submit_form(PAGE, typed, form="kriterien").status_code == 303
    assert criteria() == [("benefit", 40), ("sustainability", 30), ("mut", 30)]
    assert db.session.scalar(served) is None
    assert check_definition(definition_of(db.session(), edition()))


def test_a_category_gets_criteria_of_its_own(client: PageClient) -> None:
    typed = {"criteria.4.name": "Tempo", "criteria.4.weight": "100", "criteria.4.category": "krise"}
    assert client.submit_form(PAGE, typed, form="kriterien").status_code == 303
    page = client.get(PAGE).text
    own = edition().criteria[-1]
    assert own.category_id == next(one.id for one in edition().categories if one.key == "krise")
    assert "Interkommunale Zusammenarbeit in der Krisenbewältigung: <output data-sum>100</output> %" in page


@pytest.mark.parametrize(
    ("typed", "place", "words"),
    [
        ({"criteria.1.weight": "45"}, "criteria.1.weight", "zusammen 100 Prozent ergeben, hier: 105."),
        ({"criteria.1.weight": "0"}, "criteria.1.weight", "Mindestens 1 nötig, hier: 0."),
        ({"criteria.1.weight": "viel"}, "criteria.1.weight", "Diese Angabe fehlt."),
        ({"criteria.1.name": ""}, "criteria.1.name", "Mindestens 1 Zeichen nötig"),
        ({"criteria.2.points_from-2": "4"}, "criteria.2.points_from-2", "Diese Stufe muss bei 3 Punkten beginnen"),
        ({"criteria.2.points_to-1": "x"}, "criteria.2.points_to-1", "Diese Angabe fehlt."),
        ({"scale_step": "3"}, "scale_step", "die Skala ohne Rest teilen"),
        ({"scale_maximum": ""}, "scale_maximum", "Diese Angabe fehlt."),
        ({"criteria.4.name": "Neu"}, "criteria.4.weight", "Diese Angabe fehlt."),
        ({"criteria.1.category": "sport"}, "criteria.1.category", "Eine Kategorie „sport“ gibt es nicht."),
    ],
)
def test_what_makes_no_sense_is_refused_at_its_field(
    typed: dict[str, str], place: str, words: str, client: PageClient
) -> None:  # fmt: skip
    # In another order than on the page: places are those of the page.
    answer = client.submit_form(PAGE, {"criteria.3.position": "1", "criteria.1.position": "2", **typed}, form="kriterien")
    assert answer.status_code == 422
    assert words in answer.text
    assert f'id="{place}-error"' in answer.text
    # The summary says which row it is about, and leads there.
    said = f"Nr. {place.split('.')[1]}: " if "." in place else ""
    assert f'<a class="kern-link" href="#{place}">{said}' in answer.text
    fields = form_fields(answer.text, "kriterien")[1]
    assert {name: fields[name] for name in typed if fields.get(name) is not None} | typed == {
        **fields.to_dict(),
        **typed,
    } or all(fields[name] == value for name, value in typed.items() if not name.endswith("category"))
    assert criteria() == [("benefit", 40), ("innovation", 30), ("sustainability", 30)]


def test_a_criterion_that_decides_ties_stays(client: PageClient) -> None:
    with write_session() as session:
        session.scalars(select(Edition)).one().tie_break = ["criterion:innovation"]
    typed = {"criteria.2.removed": "1", "criteria.1.weight": "70"}
    answer = client.submit_form(PAGE, typed, form="kriterien")
    assert answer.status_code == 422
    assert "Bei Gleichstand entscheidet ein Kriterium, das hier fehlt." in answer.text


def test_with_the_first_points_it_stands_and_says_why(client: PageClient, applicant: Account) -> None:
    own = edition()
    action, fields = form_fields(client.get(PAGE).text, "kriterien")
    factories.set_phase(own, Phase.OPEN)
    assert "Die Kriterien sind schon öffentlich." in client.get(PAGE).text
    entry = factories.make_entry(own, created_by=applicant, status=EntryStatus.ADMITTED)
    factories.set_phase(own, Phase.JUDGING)
    juror = factories.make_juror(own, "jury@land.example")
    factories.make_sheet(entry, juror, ("7", "7", "7"))
    page = client.get(PAGE).text
    assert "Ein Jurymitglied hat Punkte vergeben" in page
    assert "Fest, spätestens seit" in page
    assert "Kriterien speichern" not in page
    data = {**fields.to_dict(), "version": str(edition().version), "criteria.1.weight": "60", "criteria.2.weight": "10"}
    assert client.post(action, data=data).status_code == 403
    assert criteria()[0] == ("benefit", 40)
    assert db.session.scalars(select(Criterion.weight)).all() == [40, 30, 30]
