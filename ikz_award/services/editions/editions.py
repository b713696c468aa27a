"""Editions from definitions: read one, put its dates on the calendar, and make the rows."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.timetable import berlin_to_utc
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import (
    Anchor,
    AttachmentPurpose,
    Category,
    Criterion,
    Edition,
    EditionText,
    FormStep,
    JuryRound,
    Milestone,
    ParticipationRule,
    Question,
)
from ikz_award.services.editions.definition import check_definition

_EDITION_COLUMNS = (
    "slug", "name", "organiser", "number_prefix", "grace_seconds", "minimum_sheets", "reason_rule",
    "scale_minimum", "scale_maximum", "scale_step", "average", "tie_break", "hides_names", "changes_after_comparison",
    "allows_shared_prize", "quorum", "quorum_least", "chair_breaks_ties", "allows_circulation", "needs_vote",
    "allows_against_vote",
)  # fmt: skip


def load_definition(name: str) -> Mapping[str, Any]:
    """The shipped definition `name` ("landespreis-1"), with what it `extends` merged in: tables by key, all else replaced.

    Raises `NotFound` if none of that name ships.
    """
    folder = files("ikz_award").joinpath("data", "editions")
    shipped = {file.name.removesuffix(".toml"): file for file in folder.iterdir() if file.name.endswith(".toml")}
    if name not in shipped:
        raise NotFound("no_definition", _("Eine Ausschreibung „%(name)s“ liegt der Anwendung nicht bei.", name=name))
    definition = tomllib.loads(shipped[name].read_text(encoding="utf-8"), parse_float=Decimal)
    if "extends" not in definition:
        return definition
    merged = dict(load_definition(definition.pop("extends")))
    for key, value in definition.items():
        merged[key] = merged.get(key, {}) | value if isinstance(value, dict) else value
    # Dates of the basis that no milestone here asks for would be meaningless.
    wanted = _date_names(merged)
    merged["dates"] = {key: value for key, value in merged["dates"].items() if key in wanted}
    return merged


def relative_dates(definition: Mapping[str, Any], today: date) -> dict[str, datetime]:
    """The dates of a definition as UTC instants: wall-clock times in Berlin, or `{days, time}` counted from `today`.

    Raises `Invalid` for what is neither, or for a time that the clocks leave out.
    """
    instants = {}
    for key, value in definition.get("dates", {}).items():
        if isinstance(value, Mapping) and isinstance(value.get("days"), int) and isinstance(value.get("time"), time):
            value = datetime.combine(today + timedelta(days=value["days"]), value["time"])
        if not isinstance(value, datetime) or value.tzinfo is not None:
            raise Invalid(
                {f"dates.{key}": _("Hier wird ein Zeitpunkt ohne Zeitzone erwartet oder Tage und Uhrzeit.")}, "definition"
            )
        # In the hour that autumn repeats nobody loses time: an opening is the earlier one, every end the later.
        instants[key] = berlin_to_utc(value, ambiguous="earlier" if key == "opens_at" else "later", field=f"dates.{key}")
    return instants


def create_edition(session: Session, *, definition: Mapping[str, Any], dates: Mapping[str, datetime], now: datetime) -> Edition:
    """Make an edition with everything that belongs to it, within the caller's transaction; it is flushed, not committed.

    `dates` holds opens_at, deadline_at, and for each milestone its key and, if it has an end, its key + "_ends"; all aware.
    The edition is open when `now` is past its opening, otherwise in preparation.
    Raises `Invalid` (reason "definition"), naming every fault by its path, before anything is added.
    """
    checked = check_definition(definition)
    _check_dates(checked, dates)
    if session.scalar(select(Edition.id).where(Edition.slug == checked["slug"])) is not None:
        raise Invalid(
            {"slug": _("Eine Ausschreibung „%(checked)s“ gibt es schon.", checked=checked["slug"])}, reason="definition"
        )
    edition = Edition(
        phase=Phase.OPEN if dates["opens_at"] <= now else Phase.PREPARATION,
        opens_at=dates["opens_at"],
        deadline_at=dates["deadline_at"],
        scoring_closes_at=dates.get("scoring_closes_at"),
        **{name: checked[name] for name in _EDITION_COLUMNS},
    )
    session.add(edition)
    session.flush()
    _add_categories_and_criteria(session, edition.id, checked)
    _add_form(session, edition.id, checked["steps"])
    _add_rest(session, edition.id, checked, dates)
    session.flush()
    return edition


def _date_names(definition: Mapping[str, Any]) -> set[str]:
    keys = [milestone["key"] for milestone in definition.get("milestones", [])]
    return {"opens_at", "deadline_at", "scoring_closes_at", *keys, *(f"{key}_ends" for key in keys)}


def _check_dates(checked: Mapping[str, Any], dates: Mapping[str, datetime]) -> None:
    needed = ["opens_at", "deadline_at", *(milestone["key"] for milestone in checked["milestones"])]
    errors = {f"dates.{name}": _("Dieser Zeitpunkt fehlt.") for name in needed if name not in dates}
    errors |= {f"dates.{name}": _("Diese Angabe ist hier nicht bekannt.") for name in dates.keys() - _date_names(checked)}
    errors |= {f"dates.{name}": _("Hier fehlt die Zeitzone.") for name, value in dates.items() if value.tzinfo is None}
    if not errors:
        if dates["opens_at"] >= dates["deadline_at"]:
            errors["dates.deadline_at"] = _("Der Einsendeschluss muss nach dem Beginn liegen.")
        if dates.get("scoring_closes_at", dates["deadline_at"]) < dates["deadline_at"]:
            errors["dates.scoring_closes_at"] = _("Die Bewertung kann nicht vor dem Einsendeschluss enden.")
        for name in (milestone["key"] for milestone in checked["milestones"]):
            if dates.get(f"{name}_ends", dates[name]) < dates[name]:
                errors[f"dates.{name}_ends"] = _("Das Ende muss nach dem Beginn liegen.")
    if errors:
        raise Invalid(errors, reason="definition")


def _add_categories_and_criteria(session: Session, edition_id: int, checked: Mapping[str, Any]) -> None:
    categories = {
        row["key"]: Category(edition_id=edition_id, position=position, **row)
        for position, row in enumerate(checked["categories"], start=1)
    }
    session.add_all(categories.values())
    session.flush()
    for position, row in enumerate(checked["criteria"], start=1):
        columns = {name: row[name] for name in ("key", "name", "description", "weight")}
        category_id = categories[row["category"]].id if row["category"] is not None else None
        anchors = [Anchor(**anchor) for anchor in row["anchors"]]
        session.add(Criterion(edition_id=edition_id, category_id=category_id, position=position, anchors=anchors, **columns))


def _add_form(session: Session, edition_id: int, steps: list[dict[str, Any]]) -> None:
    for position, row in enumerate(steps, start=1):
        columns = {name: row[name] for name in ("key", "title", "introduction", "kind")}
        questions = [
            Question(edition_id=edition_id, position=number, **question)
            for number, question in enumerate(row["questions"], start=1)
        ]
        session.add(FormStep(edition_id=edition_id, position=position, questions=questions, **columns))


def _add_rest(session: Session, edition_id: int, checked: Mapping[str, Any], dates: Mapping[str, datetime]) -> None:
    for model, rows in (
        (AttachmentPurpose, checked["attachment_purposes"]),
        (ParticipationRule, checked["rules"]),
        (JuryRound, checked["rounds"]),
    ):
        session.add_all(model(edition_id=edition_id, position=position, **row) for position, row in enumerate(rows, start=1))
    session.add_all(
        EditionText(edition_id=edition_id, key=key, version=1, body=body.strip()) for key, body in checked["texts"].items()
    )
    for row in checked["milestones"]:
        starts_at, ends_at = dates[row["key"]], dates.get(f"{row['key']}_ends")
        session.add(
            Milestone(
                edition_id=edition_id, label=row["label"], is_public=row["is_public"], starts_at=starts_at, ends_at=ends_at
            )
        )
