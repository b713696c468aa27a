"""What a definition of an edition must hold before anything is made from it: its fields, and how they fit together."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from ikz_award.domain.decision.ranking import unknown_tie_rules
from ikz_award.domain.entries.eligibility import read_parameters
from ikz_award.domain.entries.eligibility_rules import RULES
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_exact
from ikz_award.domain.words.text import length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import QuestionKind, QuestionPurpose, StepKind
from ikz_award.services.editions.definition_faults import sentences_of
from ikz_award.services.editions.texts import LONGEST_BODY

YES_NO = ("yes", "no")
_TEXT_KINDS = (QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT, QuestionKind.EMAIL, QuestionKind.PHONE)
# Without these no entry has a name or a place in a ranking, and no juror may begin.
_NEEDED_PURPOSES = (QuestionPurpose.TITLE, QuestionPurpose.CATEGORY)
_NEEDED_TEXTS = ("confidentiality",)
# Names of dates that every edition has, see `date_names`.
OWN_DATES = ("opens_at", "deadline_at", "scoring_closes_at")


def check_definition(definition: Mapping[str, Any]) -> dict[str, Any]:
    """The definition with enums, Decimals and defaults in place, its rows named like the columns of the models.

    Raises `Invalid`, naming every fault by its path (`categories.2.prize_euro`, rows counted from 1).
    """
    from pydantic import ValidationError  # pydantic is needed where a definition is read, and no page reads one

    from ikz_award.services.editions.definition_schema import Definition

    errors: dict[str, str] = {}
    try:
        checked = Definition.model_validate(definition).model_dump()
    except ValidationError as error:
        raise Invalid(sentences_of(error.errors(include_url=False)), reason="definition") from None
    for check in (
        _check_keys,
        _check_milestones,
        _check_scale,
        _check_limits,
        _check_criteria,
        _check_steps,
        _check_questions,
        _check_rules,
        _check_texts,
    ):
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


def date_names(milestones: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The names under which `dates` may hold something: the edition's own, and start and end of each milestone."""
    return (*OWN_DATES, *(f"{milestone['key']}{end}" for milestone in milestones for end in ("", "_ends")))


def _check_milestones(checked: dict[str, Any], errors: dict[str, str]) -> None:
    """Two dates of one name would be one date."""
    ends = {f"{row['key']}_ends" for row in checked["milestones"]}
    for number, row in enumerate(checked["milestones"], start=1):
        if row["key"] in OWN_DATES or row["key"] in ends:
            errors[f"milestones.{number}.key"] = _("So heißt schon ein anderer Zeitpunkt. Bitte wählen Sie ein anderes Wort.")


def _check_limits(checked: dict[str, Any], errors: dict[str, str]) -> None:
    if checked["file_megabytes"] > checked["entry_megabytes"]:
        errors["entry_megabytes"] = _("Alle Anlagen zusammen dürfen nicht kleiner sein als eine einzelne.")


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
                "Diese Stufe muss bei %(expected)s Punkten beginnen und darf nicht davor enden.",
                expected=format_exact(expected),
            )
            return
        expected = anchor["points_to"] + checked["scale_step"]
    if expected != checked["scale_maximum"] + checked["scale_step"]:
        errors[path] = _("Die Stufen müssen bis %(checked)s Punkte reichen.", checked=format_exact(checked["scale_maximum"]))


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


def _check_rules(checked: dict[str, Any], errors: dict[str, str]) -> None:
    """Days become ISO text, as an edition stores them. A rule that is switched off may lack what it would need."""
    for number, row in enumerate(checked["rules"], start=1):
        row["parameters"] = {
            name: value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else value
            for name, value in row["parameters"].items()
        }
        if row["key"] not in RULES:
            errors[f"rules.{number}.key"] = _("Eine Regel „%(key)s“ gibt es nicht.", key=row["key"])
            continue
        try:
            read_parameters(row["key"], row["parameters"])
        except Invalid as refusal:
            errors |= {
                f"rules.{number}.parameters.{name}": sentence
                for name, sentence in refusal.errors.items()
                if row["is_active"] or not isinstance(row["parameters"].get(name, ""), str)
            }


def _check_texts(checked: dict[str, Any], errors: dict[str, str]) -> None:
    for key, body in checked["texts"].items():
        if not isinstance(body, str) or not body.strip() or len(key) > 40:
            errors[f"texts.{key}"] = _("Hier wird Text erwartet, unter einem Schlüssel von höchstens 40 Zeichen.")
        elif length(body) > LONGEST_BODY:
            errors[f"texts.{key}"] = _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=LONGEST_BODY)
    for key in _NEEDED_TEXTS:
        if key not in checked["texts"]:
            errors[f"texts.{key}"] = _("Diese Angabe fehlt.")
