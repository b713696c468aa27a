"""Editions from definitions: the shipped ones are whole, and a faulty one changes nothing."""

import copy
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.form import QuestionPurpose, StepKind
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.models.editions.editions import Edition, EditionText, JuryRound, Question, QuestionKind
from ikz_award.services.editions.editions import create_edition, load_definition, relative_dates
from tests.plain_database import writing_session

TODAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with writing_session(tmp_path) as session:
        yield session


@pytest.fixture
def definition() -> dict[str, Any]:
    return copy.deepcopy(dict(load_definition("landespreis-1")))


def make(session: Session, definition: dict[str, Any] | str, **changes: datetime) -> Edition:
    loaded = load_definition(definition) if isinstance(definition, str) else definition
    return create_edition(session, definition=loaded, dates=relative_dates(loaded, TODAY) | changes, now=NOW)


def errors_of(session: Session, definition: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(Invalid) as refusal:
        make(session, definition)
    assert refusal.value.reason == "definition"
    assert session.scalar(select(func.count(Edition.id))) == 0
    return refusal.value.errors


def test_first_edition_has_the_facts_of_2022(session: Session) -> None:
    edition = make(session, "landespreis-1")
    assert [category.key for category in edition.categories] == [
        "pflichtaufgaben",
        "vernetzung",
        "wirtschaft-kultur",
        "umwelt-planung",
        "krise",
    ]
    assert {category.prize_euro for category in edition.categories} == {10_000}
    assert [(criterion.key, criterion.weight) for criterion in edition.criteria] == [
        ("benefit", 40), ("innovation", 30), ("sustainability", 30),
    ]  # fmt: skip
    assert (edition.scale_minimum, edition.scale_maximum, edition.scale_step) == (Decimal(0), Decimal(10), Decimal(1))
    assert edition.opens_at == datetime(2021, 12, 22, 23, tzinfo=UTC)
    assert edition.deadline_at == datetime(2022, 2, 11, 22, 59, tzinfo=UTC)
    assert [(milestone.starts_at, milestone.ends_at) for milestone in edition.milestones] == [
        (datetime(2022, 2, 4, 9, tzinfo=UTC), datetime(2022, 2, 4, 10, tzinfo=UTC)),
        # After the clocks went forward on 27 March: midnight in Berlin is 22 h UTC.
        (datetime(2022, 3, 27, 22, tzinfo=UTC), None),
    ]
    assert edition.minimum_sheets == 3
    assert session.scalars(select(JuryRound.name).where(JuryRound.edition_id == edition.id)).all() == ["Bewertung"]


def test_anchors_cover_the_scale_and_say_something_about_their_criterion(session: Session) -> None:
    edition = make(session, "landespreis-1")
    texts = [anchor.text for criterion in edition.criteria for anchor in criterion.anchors]
    assert len(set(texts)) == 15
    for criterion in edition.criteria:
        assert [(anchor.points_from, anchor.points_to) for anchor in criterion.anchors] == [
            (0, 2), (3, 4), (5, 6), (7, 8), (9, 10),
        ]  # fmt: skip


def test_form_asks_what_the_rules_and_the_fact_sheet_need(session: Session) -> None:
    edition = make(session, "landespreis-1")
    assert [(step.key, step.kind) for step in edition.steps] == [
        ("kontakt", StepKind.QUESTIONS), ("projekt", StepKind.QUESTIONS), ("partner", StepKind.PARTNERS),
        ("kriterien", StepKind.QUESTIONS), ("anlagen", StepKind.ATTACHMENTS), ("pruefen", StepKind.REVIEW),
    ]  # fmt: skip
    questions = {question.key: question for step in edition.steps for question in step.questions}
    assert {question.purpose for question in questions.values() if question.purpose} == set(QuestionPurpose)
    by_position = sorted((q.fact_sheet_position, q.key) for q in questions.values() if q.fact_sheet_position)
    assert [key for _, key in by_position] == [
        "title", "keywords", "occasion", "goal", "implementation", "financing", "legal_form", "contract_date",
    ]  # fmt: skip
    assert questions["municipally_controllable"].condition == {"question": "legal_form", "answers": ["private"]}
    assert [choice["value"] for choice in questions["legal_form"].choices] == [
        "agreement", "zweckverband", "aoer", "working_group", "private", "other",
    ]  # fmt: skip
    served = {key: question.criterion_key for key, question in questions.items() if question.criterion_key}
    assert served == {"benefit": "benefit", "innovation": "innovation", "sustainability": "sustainability"}
    assert [key for key, question in questions.items() if not question.is_required] == ["keywords"]
    unlimited = {QuestionKind.CATEGORY, QuestionKind.CHOICE, QuestionKind.YES_NO, QuestionKind.DATE, QuestionKind.CONSENT}
    assert all((q.maximum_length is None) == (q.kind in unlimited) for q in questions.values())


def test_rules_carry_their_parameters(session: Session) -> None:
    rules = {rule.key: rule for rule in make(session, "landespreis-1").rules}
    assert rules["two_partners"].parameters == {"minimum": 2}
    assert rules["contract_after_cutoff"].parameters == {"cutoff": "2016-09-01"}
    assert [key for key, rule in rules.items() if not rule.is_hard] == ["chief_executive_confirmation"]


def test_second_edition_states_only_what_differs(session: Session) -> None:
    first, second = make(session, "landespreis-1"), make(session, "landespreis-2")
    assert [category.key for category in second.categories][:5] == [category.key for category in first.categories]
    assert (second.categories[5].name, second.categories[5].is_special) == ("Shared Service Center", True)
    assert (second.number_prefix, second.minimum_sheets) == ("L2-", 2)
    assert len(second.criteria) == 3
    assert [step.key for step in second.steps] == [step.key for step in first.steps]
    bodies: dict[str, dict[str, str]] = {"landespreis-1": {}, "landespreis-2": {}}
    for edition in (first, second):
        for text in session.scalars(select(EditionText).where(EditionText.edition_id == edition.id)):
            bodies[edition.slug][text.key] = text.body
    keys = {"introduction", "participation", "confidentiality", "procedure", "assumptions"}
    assert set(bodies["landespreis-1"]) == set(bodies["landespreis-2"]) == keys
    differing = {key for key in keys if bodies["landespreis-1"][key] != bodies["landespreis-2"][key]}
    assert differing == {"introduction", "assumptions"}
    assert "§§ 20 und 21" in bodies["landespreis-2"]["confidentiality"]


def test_second_edition_is_open_today_and_keeps_berlin_time_over_the_clock_change(session: Session) -> None:
    edition = make(session, "landespreis-2")
    assert edition.phase is Phase.OPEN
    assert edition.opens_at == datetime(2026, 3, 5, 23, tzinfo=UTC)
    assert edition.milestones[0].starts_at == datetime(2026, 3, 27, 9, tzinfo=UTC)
    assert edition.deadline_at == datetime(2026, 4, 10, 21, 59, tzinfo=UTC)


def test_edition_that_opens_later_is_in_preparation(session: Session) -> None:
    assert make(session, "landespreis-2", opens_at=NOW + timedelta(seconds=1)).phase is Phase.PREPARATION


def test_unknown_definition_is_not_found() -> None:
    for name in ("landespreis-3", "../editions/landespreis-1", ""):
        with pytest.raises(NotFound):
            load_definition(name)


def test_same_slug_twice_is_refused(session: Session) -> None:
    make(session, "landespreis-1")
    with pytest.raises(Invalid) as refusal:
        make(session, "landespreis-1")
    assert set(refusal.value.errors) == {"slug"}


def question(definition: dict[str, Any], key: str) -> dict[str, Any]:
    return next(q for step in definition["steps"] for q in step.get("questions", []) if q["key"] == key)


FAULTS: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "missing name": (lambda d: d.pop("name"), "name"),
    "empty name": (lambda d: d.update(name="  "), "name"),
    "long name": (lambda d: d.update(name="x" * 121), "name"),
    "unknown field": (lambda d: d.update(colour="red"), "colour"),
    "slug with a space": (lambda d: d.update(slug="landes preis"), "slug"),
    "no category": (lambda d: d.update(categories=[]), "categories"),
    "category twice": (lambda d: d["categories"].append(d["categories"][0]), "categories.6.key"),
    "negative prize": (lambda d: d["categories"][1].update(prize_euro=-1), "categories.2.prize_euro"),
    "prize as text": (lambda d: d["categories"][1].update(prize_euro="10000"), "categories.2.prize_euro"),
    "prize true": (lambda d: d["categories"][1].update(prize_euro=True), "categories.2.prize_euro"),
    "weight zero": (lambda d: d["criteria"][2].update(weight=0), "criteria.3.weight"),
    "criterion twice": (lambda d: d["criteria"].append(d["criteria"][0] | {"category": "krise"}), "criteria.4.key"),
    "criterion of no category": (lambda d: d["criteria"][2].update(category="sport"), "criteria.3.category"),
    "category without criterion": (lambda d: [c.update(category="krise") for c in d["criteria"]], "criteria"),
    "gap between anchors": (lambda d: d["criteria"][0]["anchors"].pop(1), "criteria.1.anchors.2"),
    "anchors end early": (lambda d: d["criteria"][0]["anchors"].pop(), "criteria.1.anchors"),
    "scale upside down": (lambda d: d.update(scale_minimum=10), "scale_maximum"),
    "step does not divide": (lambda d: d.update(scale_step=3), "scale_step"),
    "points with three places": (lambda d: d.update(scale_step=Decimal("0.125")), "scale_step"),
    "unknown reason rule": (lambda d: d.update(reason_rule="sometimes"), "reason_rule"),
    "unknown kind of step": (lambda d: d["steps"][0].update(kind="quiz"), "steps.1.kind"),
    "no review step": (lambda d: d["steps"].pop(), "steps"),
    "two partner steps": (lambda d: d["steps"].insert(0, {"key": "x", "title": "X", "kind": "partners"}), "steps"),
    "question twice": (lambda d: question(d, "summary").update(key="title"), "steps.2.questions.3.key"),
    "purpose twice": (lambda d: question(d, "summary").update(purpose="title"), "steps.2.questions.3.purpose"),
    "fact sheet place twice": (
        lambda d: question(d, "goal").update(fact_sheet_position=6),
        "steps.2.questions.6.fact_sheet_position",
    ),
    "no title asked": (lambda d: question(d, "title").pop("purpose"), "steps.questions"),
    "choice without choices": (lambda d: question(d, "contract_date").update(kind="choice"), "steps.2.questions.11.choices"),
    "same choice twice": (
        lambda d: question(d, "legal_form")["choices"].append({"value": "aoer", "label": "AöR"}),
        "steps.2.questions.9.choices.7.value",
    ),
    "limit on a date": (
        lambda d: question(d, "contract_date").update(maximum_length=10),
        "steps.2.questions.11.maximum_length",
    ),
    "condition on a later question": (
        lambda d: question(d, "title").update(condition={"question": "legal_form", "answers": ["private"]}),
        "steps.2.questions.1.condition",
    ),
    "condition on no answer": (
        lambda d: question(d, "municipally_controllable")["condition"].update(answers=["gmbh"]),
        "steps.2.questions.10.condition",
    ),
    "serves no criterion": (
        lambda d: question(d, "benefit").update(criterion_key="beauty"),
        "steps.4.questions.1.criterion_key",
    ),
    "no declaration": (lambda d: d["texts"].pop("confidentiality"), "texts.confidentiality"),
    "milestone without date": (lambda d: d["dates"].pop("question_hour"), "dates.question_hour"),
    "date of nothing": (lambda d: d["dates"].update(party=datetime(2022, 1, 1)), "dates.party"),  # noqa: DTZ001
    "deadline before opening": (lambda d: d["dates"].update(deadline_at=datetime(2021, 1, 1)), "dates.deadline_at"),  # noqa: DTZ001
    "an hour left out": (lambda d: d["dates"].update(prize_giving=datetime(2022, 3, 27, 2, 30)), "dates.prize_giving"),  # noqa: DTZ001
}


@pytest.fixture(scope="module")
def empty_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """For the refusals: none of them writes, so they share one database, and each asserts that it is still empty."""
    with writing_session(tmp_path_factory.mktemp("empty")) as session:
        yield session


@pytest.mark.parametrize("fault", FAULTS)
def test_faulty_definition_is_refused_and_names_the_place(
    fault: str, empty_session: Session, definition: dict[str, Any]
) -> None:
    spoil, path = FAULTS[fault]
    spoil(definition)
    with pytest.raises(Invalid) as refusal:
        make(empty_session, definition)
    assert list(refusal.value.errors) == [path]
    assert empty_session.scalar(select(func.count(Edition.id))) == 0


def test_all_faults_are_named_at_once(session: Session, definition: dict[str, Any]) -> None:
    definition["name"] = ""
    definition["categories"][0]["prize_euro"] = -5
    question(definition, "title")["kind"] = "poem"
    assert set(errors_of(session, definition)) == {"name", "categories.1.prize_euro", "steps.2.questions.1.kind"}


def test_what_is_no_date_is_refused_by_its_name() -> None:
    for value in (
        {"days": "7", "time": time(10)}, {"time": time(10)}, {"days": True, "time": time(10)}, "morgen", TODAY,
        {"days": 10**9, "time": time(10)}, datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
    ):  # fmt: skip
        with pytest.raises(Invalid) as refusal:
            relative_dates({"dates": {"opens_at": value, "deadline_at": datetime(2026, 1, 1)}}, TODAY)  # noqa: DTZ001
        assert list(refusal.value.errors) == ["dates.opens_at"]


def test_date_with_an_offset_is_that_instant() -> None:
    """In the hour that autumn repeats there is no other way to say which of the two is meant."""
    value = datetime(2026, 10, 25, 2, 30, tzinfo=timezone(timedelta(hours=2)))
    assert relative_dates({"dates": {"deadline_at": value}}, TODAY) == {
        "deadline_at": datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    }


def test_criteria_of_one_category_stand_beside_those_of_the_edition(session: Session, definition: dict[str, Any]) -> None:
    extra = {"key": "resilience", "category": "krise", "name": "Krisenfestigkeit", "weight": 10}
    definition["criteria"].append(extra)
    edition = make(session, definition)
    crisis = next(category for category in edition.categories if category.key == "krise")
    assert [(c.key, c.category_id) for c in edition.criteria if c.category_id] == [("resilience", crisis.id)]
    assert session.scalar(select(func.count(Question.id))) == 21
