"""What a definition may hold: every kind of fault has its German sentence, at its place, and the rest is taken as it stands."""

import copy
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.words.errors import Invalid
from ikz_award.models.editions.editions import QuestionKind
from ikz_award.services.editions.definition import check_definition
from ikz_award.services.editions.editions import load_definition

MISSING, UNKNOWN = "Diese Angabe fehlt.", "Diese Angabe ist hier nicht bekannt."
PLACES = "Höchstens zwei Nachkommastellen sind möglich."
LETTERS = "Erlaubt sind Kleinbuchstaben, Ziffern, Bindestrich und Unterstrich."
NUMBER, WHOLE = "Hier wird eine Zahl erwartet.", "Hier wird eine ganze Zahl erwartet."
TABLES, LIST = "Hier wird eine Liste von Tabellen erwartet.", "Hier wird eine Liste erwartet."

FAULTS: tuple[tuple[Callable[[dict[str, Any]], object], str, str], ...] = (
    (lambda d: d.pop("name"), "name", MISSING),
    (lambda d: d.update(name=None), "name", MISSING),
    (lambda d: d["categories"][0].pop("prize_euro"), "categories.1.prize_euro", MISSING),
    (lambda d: d.update(colour="red"), "colour", UNKNOWN),
    (lambda d: d["steps"][1]["questions"][0].update(colour=None), "steps.2.questions.1.colour", UNKNOWN),
    (lambda d: d.update(name=7), "name", "Hier wird Text erwartet."),
    (lambda d: d["criteria"][0].update(category=7), "criteria.1.category", "Hier wird Text erwartet."),
    (lambda d: d.update(average=7), "average", "Hier wird Text erwartet."),
    (lambda d: d.update(grace_seconds=True), "grace_seconds", WHOLE),
    (lambda d: d.update(grace_seconds=Decimal(60)), "grace_seconds", WHOLE),
    (lambda d: d.update(scale_step="1"), "scale_step", NUMBER),
    (lambda d: d.update(scale_step=0.5), "scale_step", NUMBER),
    (lambda d: d.update(scale_step=True), "scale_step", NUMBER),
    (lambda d: d.update(scale_step=Decimal("0.125")), "scale_step", PLACES),
    (lambda d: d.update(scale_step=Decimal("NaN")), "scale_step", PLACES),
    (lambda d: d.update(scale_step=Decimal("Infinity")), "scale_step", PLACES),
    (lambda d: d.update(hides_names=1), "hides_names", "Hier wird true oder false erwartet."),
    (lambda d: d.update(texts=[]), "texts", "Hier wird eine Tabelle erwartet."),
    (lambda d: d["steps"][1]["questions"][0].update(condition="x"), "steps.2.questions.1.condition",
     "Hier wird eine Tabelle erwartet."),
    (lambda d: d.update(tie_break="x"), "tie_break", LIST),
    (lambda d: d.update(tie_break=("x",)), "tie_break", LIST),
    (lambda d: d.update(rules={}), "rules", LIST),
    (lambda d: d["criteria"][0]["anchors"].append(7), "criteria.1.anchors", TABLES),
    (lambda d: d["categories"].append("x"), "categories", TABLES),
    (lambda d: d.update(slug="Landespreis"), "slug", LETTERS),
    (lambda d: d.update(slug="landespreis\n"), "slug", LETTERS),
    (lambda d: d.update(slug="x" * 41), "slug", "Höchstens 40 Zeichen möglich, hier: 41."),
    (lambda d: d.update(name=" \n"), "name", "Mindestens 1 Zeichen nötig, hier: 0."),
    (lambda d: d.update(number_prefix="x" * 13), "number_prefix", "Höchstens 12 Zeichen möglich, hier: 13."),
    (lambda d: d["categories"][1].update(description="x" * 2001), "categories.2.description",
     "Höchstens 2000 Zeichen möglich, hier: 2001."),
    (lambda d: d.update(rounds=[]), "rounds", "Mindestens 1 Einträge nötig, hier: 0."),
    (lambda d: d.update(rounds=[{"name": "A"}, {"name": "B"}]), "rounds", "Höchstens 1 Einträge möglich, hier: 2."),
    (lambda d: d.update(tie_break=[["x"]]), "tie_break.1", "Hier wird Text erwartet."),
    (lambda d: d.update(file_megabytes=26), "file_megabytes", "Höchstens 25 möglich, hier: 26."),
    (lambda d: d.update(file_megabytes=25, entry_megabytes=24), "entry_megabytes",
     "Alle Anlagen zusammen dürfen nicht kleiner sein als eine einzelne."),
    (lambda d: d["rules"][0].update(key="no_cats"), "rules.1.key", "Eine Regel „no_cats“ gibt es nicht."),
    (lambda d: d["rules"][0]["parameters"].update(minimum=0), "rules.1.parameters.minimum",
     "Bitte eine ganze Zahl ab 1 angeben."),
    (lambda d: d["rules"][0]["parameters"].update(names=["a"]), "rules.1.parameters.names",
     "Diese Angabe kennt die Regel nicht."),
    (lambda d: d["milestones"][0].update(key="opens_at"), "milestones.1.key",
     "So heißt schon ein anderer Zeitpunkt. Bitte wählen Sie ein anderes Wort."),
    (lambda d: d["milestones"][1].update(key="question_hour_ends"), "milestones.2.key",
     "So heißt schon ein anderer Zeitpunkt. Bitte wählen Sie ein anderes Wort."),
    (lambda d: d["texts"].update(procedure="x" * 20_001), "texts.procedure",
     "Bitte kürzen Sie den Text auf 20000 Zeichen."),
    (lambda d: d.update(minimum_sheets=0), "minimum_sheets", "Mindestens 1 nötig, hier: 0."),
    (lambda d: d.update(quorum_least=100), "quorum_least", "Höchstens 99 möglich, hier: 100."),
    (lambda d: d.update(scale_maximum=10**30), "scale_maximum", f"Höchstens 1000000 möglich, hier: {10**30}."),
    (lambda d: d.update(scale_minimum=-(10**30)), "scale_minimum", f"Mindestens -1000000 nötig, hier: {-(10**30)}."),
    (lambda d: d.update(average="guess"), "average", "„guess“ ist nicht vorgesehen. Möglich sind: mean, median."),
)  # fmt: skip


@pytest.fixture
def definition() -> dict[str, Any]:
    return copy.deepcopy(dict(load_definition("landespreis-1")))


@pytest.mark.parametrize(("spoil", "place", "sentence"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_fault_has_its_sentence_at_its_place(
    spoil: Callable[[dict[str, Any]], object], place: str, sentence: str, definition: dict[str, Any]
) -> None:
    spoil(definition)
    with pytest.raises(Invalid) as refusal:
        check_definition(definition)
    assert refusal.value.errors == {place: sentence}


def test_what_is_left_out_gets_its_default_and_what_is_there_stays(definition: dict[str, Any]) -> None:
    definition |= {"tie_break": None, "name": " Landespreis ", "scale_maximum": Decimal("10.00")}
    definition["rules"][0].pop("parameters", None)
    checked = check_definition(definition)
    assert (checked["grace_seconds"], checked["tie_break"], checked["average"]) == (60, [], Average.MEAN)
    assert (checked["name"], checked["scale_maximum"], checked["rules"][0]["parameters"]) == (" Landespreis ", Decimal(10), {})
    assert isinstance(checked["scale_minimum"], Decimal)
    assert checked["steps"][0]["questions"][0]["kind"] in QuestionKind
    assert checked["dates"] == definition["dates"]
    # No two rows share a list that one of them may change.
    checked["criteria"][0]["anchors"].append("x")
    assert "x" not in check_definition(definition)["criteria"][0]["anchors"]


def test_days_among_the_parameters_of_a_rule_become_the_text_an_edition_stores(definition: dict[str, Any]) -> None:
    definition["rules"][1]["parameters"] = {"cutoff": date(2026, 1, 1)}
    assert check_definition(definition)["rules"][1]["parameters"] == {"cutoff": "2026-01-01"}


def test_a_rule_that_is_switched_off_may_lack_a_parameter_but_not_hold_just_anything(definition: dict[str, Any]) -> None:
    definition["rules"][1] |= {"is_active": False, "parameters": {"cutoff": "bald"}}
    assert check_definition(definition)["rules"][1]["parameters"] == {"cutoff": "bald"}
    definition["rules"][1]["parameters"] = {"cutoff": [{}]}
    with pytest.raises(Invalid) as refusal:
        check_definition(definition)
    assert list(refusal.value.errors) == ["rules.2.parameters.cutoff"]
