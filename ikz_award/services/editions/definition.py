"""What a definition of an edition must hold before anything is made from it: its fields, and how they fit together."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ikz_award.domain.decision.ranking import unknown_tie_rules
from ikz_award.domain.decision.voting_rules import SMALLEST_QUORUM, Quorum
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import QuestionKind, QuestionPurpose, ReasonRule, StepKind
from ikz_award.services.editions.definition_schema import Field, Schema, check_table, key_field, rows_field, text_field

YES_NO = ("yes", "no")
_TEXT_KINDS = (QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT, QuestionKind.EMAIL, QuestionKind.PHONE)
# Without these no entry has a name or a place in a ranking, and no juror may begin.
_NEEDED_PURPOSES = (QuestionPurpose.TITLE, QuestionPurpose.CATEGORY)
_NEEDED_TEXTS = ("confidentiality",)

_ANCHOR: Schema = {
    "points_from": Field(kind=Decimal),
    "points_to": Field(kind=Decimal),
    "label": text_field(80),
    "text": text_field(2000, default=""),
}
_CHOICE: Schema = {"value": key_field(), "label": text_field(200)}
_QUESTION: Schema = {
    "key": key_field(),
    "label": text_field(200),
    "help": text_field(1000, default=""),
    "kind": Field(members=QuestionKind),
    "purpose": Field(members=QuestionPurpose, default=None),
    "is_required": Field(kind=bool, default=False),
    "maximum_length": Field(kind=int, default=None, minimum=1, maximum=100_000),
    "choices": rows_field(_CHOICE),
    "condition": Field(kind=dict, default=None),
    "criterion_key": Field(default=None),
    "fact_sheet_position": Field(kind=int, default=None, minimum=1),
    "fact_sheet_label": text_field(200, default=""),
}
_DEFINITION: Schema = {
    "slug": key_field(),
    "name": text_field(120),
    "organiser": text_field(200),
    "number_prefix": text_field(12),
    "grace_seconds": Field(kind=int, default=60, minimum=0, maximum=86_400),
    "minimum_sheets": Field(kind=int, default=3, minimum=1),
    "reason_rule": Field(members=ReasonRule),
    "average": Field(members=Average, default=Average.MEAN),
    "tie_break": Field(kind=list, default=[]),
    "hides_names": Field(kind=bool, default=False),
    "changes_after_comparison": Field(kind=bool, default=False),
    "allows_shared_prize": Field(kind=bool, default=False),
    "quorum": Field(members=Quorum, default=Quorum.MORE_THAN_HALF),
    "quorum_least": Field(kind=int, default=SMALLEST_QUORUM, minimum=1, maximum=99),
    "chair_breaks_ties": Field(kind=bool, default=True),
    "allows_circulation": Field(kind=bool, default=True),
    "needs_vote": Field(kind=bool, default=False),
    "allows_against_vote": Field(kind=bool, default=False),
    "scale_minimum": Field(kind=Decimal),
    "scale_maximum": Field(kind=Decimal),
    "scale_step": Field(kind=Decimal),
    "dates": Field(kind=dict, default={}),
    "texts": Field(kind=dict),
    "milestones": rows_field(
        {"key": key_field(), "label": text_field(160), "is_public": Field(kind=bool, default=True)},
    ),
    "rounds": rows_field({"name": text_field(80)}, minimum=1),
    "categories": rows_field(
        {
            "key": key_field(),
            "name": text_field(160),
            "description": text_field(2000, default=""),
            "prize_euro": Field(kind=int, minimum=0, maximum=10_000_000),
            "is_special": Field(kind=bool, default=False),
        },
        minimum=1,
    ),
    "criteria": rows_field(
        {
            "key": key_field(),
            "category": Field(default=None),
            "name": text_field(160),
            "description": text_field(2000, default=""),
            "weight": Field(kind=int, minimum=1, maximum=1_000_000),
            "anchors": rows_field(_ANCHOR),
        },
        minimum=1,
    ),
    "steps": rows_field(
        {
            "key": key_field(),
            "title": text_field(120),
            "introduction": text_field(2000, default=""),
            "kind": Field(members=StepKind),
            "questions": rows_field(_QUESTION),
        },
        minimum=1,
    ),
    "attachment_purposes": rows_field({"key": key_field(), "label": text_field(160), "help": text_field(1000, default="")}),
    "rules": rows_field(
        {
            "key": key_field(),
            "text": text_field(2000),
            "is_hard": Field(kind=bool),
            "is_active": Field(kind=bool, default=True),
            "parameters": Field(kind=dict, default={}),
        },
    ),
}


def check_definition(definition: Mapping[str, Any]) -> dict[str, Any]:
    """The definition with enums, Decimals and defaults in place, its rows named like the columns of the models.

    Raises `Invalid`, naming every fault by its path (`categories.2.prize_euro`, rows counted from 1).
    """
    errors: dict[str, str] = {}
    checked = check_table(definition, schema=_DEFINITION, errors=errors)
    if not errors:
        for check in (_check_keys, _check_scale, _check_criteria, _check_steps, _check_questions, _check_texts):
            check(checked, errors)
    if errors:
        raise Invalid(errors, reason="definition")
    return checked


def _repeated(errors: dict[str, str], found: Iterable[tuple[str, Any]]) -> None:
    seen = set()
    for path, value in found:
        if value is not None and value in seen:
            errors[path] = _("„%(value)s“ kommt mehrfach vor.", value=value)
        seen.add(value)


def _questions(checked: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every question of the form with its path, in the order asked."""
    return [
        (f"steps.{step_number}.questions.{number}", question)
        for step_number, step in enumerate(checked["steps"], start=1)
        for number, question in enumerate(step["questions"], start=1)
    ]


def _check_keys(checked: dict[str, Any], errors: dict[str, str]) -> None:
    for name in ("milestones", "categories", "steps", "attachment_purposes", "rules"):
        _repeated(errors, ((f"{name}.{n}.key", row["key"]) for n, row in enumerate(checked[name], start=1)))
    for name in ("key", "purpose", "fact_sheet_position"):
        _repeated(errors, ((f"{path}.{name}", question[name]) for path, question in _questions(checked)))
    for path, question in _questions(checked):
        _repeated(errors, ((f"{path}.choices.{n}.value", row["value"]) for n, row in enumerate(question["choices"], start=1)))


def _check_scale(checked: dict[str, Any], errors: dict[str, str]) -> None:
    low, high, step = checked["scale_minimum"], checked["scale_maximum"], checked["scale_step"]
    if low >= high:
        errors["scale_maximum"] = _("Die höchste Punktzahl muss über der niedrigsten liegen.")
    elif step <= 0 or (high - low) % step:
        errors["scale_step"] = _("Der Schritt muss größer als null sein und die Skala ohne Rest teilen.")


def _check_criteria(checked: dict[str, Any], errors: dict[str, str]) -> None:
    categories = {category["key"] for category in checked["categories"]}
    rows = list(enumerate(checked["criteria"], start=1))
    # A key may be used in several categories, but not beside the same key of the whole edition.
    everywhere = {row["key"] for row in checked["criteria"] if row["category"] is None}
    for category in (None, *categories):
        keys = [(n, row["key"]) for n, row in rows if row["category"] == category]
        _repeated(errors, ((f"criteria.{n}.key", key) for n, key in keys))
        if category is not None:
            errors |= {f"criteria.{n}.key": _("„%(key)s“ kommt mehrfach vor.", key=key) for n, key in keys if key in everywhere}
    for number, row in rows:
        if row["category"] is not None and row["category"] not in categories:
            errors[f"criteria.{number}.category"] = _("Eine Kategorie „%(row)s“ gibt es nicht.", row=row["category"])
        if row["anchors"] and "scale_step" not in errors and "scale_maximum" not in errors:
            _check_anchors(checked, row["anchors"], errors, path=f"criteria.{number}.anchors")
    if unknown := unknown_tie_rules(map(str, checked["tie_break"]), {row["key"] for row in checked["criteria"]}):
        errors["tie_break"] = _("Eine Regel „%(name)s“ für Gleichstände gibt es nicht.", name=", ".join(unknown))
    missing = categories - {row["category"] for row in checked["criteria"]}
    if missing and not everywhere:
        errors["criteria"] = _("Kein Kriterium gilt für: %(names)s.", names=", ".join(sorted(missing)))


def _check_anchors(checked: dict[str, Any], anchors: list[dict[str, Any]], errors: dict[str, str], *, path: str) -> None:
    """Together the anchors name every point of the scale exactly once."""
    expected = checked["scale_minimum"]
    for number, anchor in enumerate(anchors, start=1):
        if anchor["points_from"] != expected or anchor["points_to"] < anchor["points_from"]:
            errors[f"{path}.{number}"] = _(
                "Diese Stufe muss bei %(expected)s Punkten beginnen und darf nicht davor enden.", expected=expected
            )
            return
        expected = anchor["points_to"] + checked["scale_step"]
    if expected != checked["scale_maximum"] + checked["scale_step"]:
        errors[path] = _("Die Stufen müssen bis %(checked)s Punkte reichen.", checked=checked["scale_maximum"])


def _check_steps(checked: dict[str, Any], errors: dict[str, str]) -> None:
    kinds = [step["kind"] for step in checked["steps"]]
    for kind in (StepKind.PARTNERS, StepKind.ATTACHMENTS):
        if kinds.count(kind) > 1:
            errors["steps"] = _("Einen Schritt der Art „%(kind)s“ darf es nur einmal geben.", kind=kind)
    if kinds.count(StepKind.REVIEW) != 1 or kinds[-1] is not StepKind.REVIEW:
        errors["steps"] = _("Der letzte Schritt, und nur er, ist von der Art „review“.")


def _check_questions(checked: dict[str, Any], errors: dict[str, str]) -> None:
    criteria = {criterion["key"] for criterion in checked["criteria"]}
    asked: dict[str, dict[str, Any]] = {}
    for path, question in _questions(checked):
        kind = question["kind"]
        if bool(question["choices"]) != (kind is QuestionKind.CHOICE):
            errors[f"{path}.choices"] = _("Auswahlmöglichkeiten gehören zu Fragen der Art „choice“, und nur zu diesen.")
        if question["maximum_length"] is not None and kind not in _TEXT_KINDS:
            errors[f"{path}.maximum_length"] = _("Eine Länge haben nur Fragen, die mit Text beantwortet werden.")
        if (kind is QuestionKind.CATEGORY) != (question["purpose"] is QuestionPurpose.CATEGORY):
            errors[f"{path}.purpose"] = _("Die Frage nach der Kategorie hat Art und Zweck „category“.")
        if question["criterion_key"] is not None and question["criterion_key"] not in criteria:
            errors[f"{path}.criterion_key"] = _(
                "Ein Kriterium „%(question)s“ gibt es nicht.", question=question["criterion_key"]
            )
        if question["condition"] is not None and not _is_condition(question["condition"], asked):
            errors[f"{path}.condition"] = _("Die Bedingung muss eine frühere Auswahlfrage und deren Antworten nennen.")
        asked[question["key"]] = question
    purposes = {question["purpose"] for _, question in _questions(checked)}
    if missing := [purpose.value for purpose in _NEEDED_PURPOSES if purpose not in purposes]:
        errors["steps.questions"] = _("Im Formular fehlt die Frage mit dem Zweck: %(missing)s.", missing=", ".join(missing))


def _is_condition(condition: Mapping[str, Any], asked: Mapping[str, Mapping[str, Any]]) -> bool:
    question, answers = asked.get(str(condition.get("question"))), condition.get("answers")
    if set(condition) != {"question", "answers"} or question is None or not isinstance(answers, list) or not answers:
        return False
    possible = YES_NO if question["kind"] is QuestionKind.YES_NO else [choice["value"] for choice in question["choices"]]
    return all(answer in possible for answer in answers)


def _check_texts(checked: dict[str, Any], errors: dict[str, str]) -> None:
    for key, body in checked["texts"].items():
        if not isinstance(body, str) or not body.strip() or len(key) > 40:
            errors[f"texts.{key}"] = _("Hier wird Text erwartet, unter einem Schlüssel von höchstens 40 Zeichen.")
    for key in _NEEDED_TEXTS:
        if key not in checked["texts"]:
            errors[f"texts.{key}"] = _("Diese Angabe fehlt.")
