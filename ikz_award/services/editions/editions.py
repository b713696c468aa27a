"""Editions from definitions: read one, put its dates on the calendar, and make the rows."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib.resources import files
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.timetable import YEARS, berlin_to_utc
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
from ikz_award.queries.editions.definition import EDITION_COLUMNS, reading_of
from ikz_award.services.editions.definition import check_definition, date_names

# Further away than this a date is a slip of the keyboard, and far beyond it there is no calendar.
MOST_DAYS_AWAY = 36_500


def load_definition(name: str) -> Mapping[str, Any]:
    """The shipped definition `name` ("landespreis-1"), with what it `extends` merged in: tables by key, all else replaced.

    Raises `NotFound` if none of that name ships.
    """
    if name not in shipped_names():
        raise NotFound("no_definition", _("Eine Ausschreibung „%(name)s“ liegt der Anwendung nicht bei.", name=name))
    file = files("ikz_award").joinpath("data", "editions", f"{name}.toml")
    definition = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    if "extends" not in definition:
        return definition
    return extended(definition)


def shipped_names() -> list[str]:
    """The definitions that ship with the application, in the order of their names."""
    folder = files("ikz_award").joinpath("data", "editions")
    return sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))


def extended(definition: Mapping[str, Any]) -> Mapping[str, Any]:
    """The definition merged into the shipped one it `extends`: tables by key, all else replaced. Raises `NotFound`."""
    own = {key: value for key, value in definition.items() if key != "extends"}
    merged = dict(load_definition(definition["extends"]))
    for key, value in own.items():
        basis = merged.get(key)
        merged[key] = basis | value if isinstance(value, dict) and isinstance(basis, dict) else value
    # Dates of the basis that no milestone here asks for would be meaningless; those stated here are judged as they are.
    rows, dates = merged["milestones"], merged["dates"]
    if isinstance(rows, list) and isinstance(dates, dict):
        wanted = {*own.get("dates", {}), *date_names([row for row in rows if isinstance(row, Mapping) and "key" in row])}
        merged["dates"] = {key: value for key, value in dates.items() if key in wanted}
    return merged


def relative_dates(definition: Mapping[str, Any], today: date) -> dict[str, datetime]:
    """The dates of a definition as UTC instants: wall-clock times in Berlin, with an offset or without, or `{days, time}`
    counted from `today`. Raises `Invalid` naming what is none of these, or a time that the clocks leave out.
    """
    instants, errors = {}, {}
    for name, value in definition.get("dates", {}).items():
        try:
            instants[name] = _instant(name, value, today)
        except Invalid as refusal:
            errors |= refusal.errors
    if errors:
        raise Invalid(errors, "definition")
    return instants


def _instant(name: str, value: object, today: date) -> datetime:
    path = f"dates.{name}"
    if isinstance(value, Mapping):
        days, clock = value.get("days"), value.get("time")
        if (
            type(days) is int
            and abs(days) <= MOST_DAYS_AWAY
            and isinstance(clock, time)
            and len(value) == len(("days", "time"))
        ):
            value = datetime.combine(today + timedelta(days=days), clock)
    if not isinstance(value, datetime):
        raise Invalid({path: _("Hier wird ein Zeitpunkt erwartet oder Tage und Uhrzeit.")})
    if value.tzinfo is None or value.year not in YEARS:
        # In the hour that autumn repeats nobody loses time: an opening is the earlier one, every end the later.
        return berlin_to_utc(value.replace(tzinfo=None), ambiguous=reading_of(name), field=path)
    return value.astimezone(UTC)


def create_edition(
    session: Session, *, definition: Mapping[str, Any], dates: Mapping[str, datetime], now: datetime, phase: Phase | None = None
) -> Edition:
    """Make an edition with everything that belongs to it, within the caller's transaction; it is flushed, not committed.

    `dates` holds opens_at, deadline_at, and for each milestone its key and, if it has an end, its key + "_ends"; all aware.
    Without a `phase` the edition is open when `now` is past its opening, otherwise in preparation.
    Raises `Invalid` (reason "definition"), naming every fault by its path, before anything is added.
    """
    checked = check_definition(definition)
    if errors := date_faults(checked, dates):
        raise Invalid(errors, reason="definition")
    if session.scalar(select(Edition.id).where(Edition.slug == checked["slug"])) is not None:
        raise Invalid(
            {"slug": _("Eine Ausschreibung „%(checked)s“ gibt es schon.", checked=checked["slug"])}, reason="definition"
        )
    edition = Edition(
        phase=phase or (Phase.OPEN if dates["opens_at"] <= now else Phase.PREPARATION),
        opens_at=dates["opens_at"],
        deadline_at=dates["deadline_at"],
        scoring_closes_at=dates.get("scoring_closes_at"),
        **{name: checked[name] for name in EDITION_COLUMNS},
    )
    session.add(edition)
    session.flush()
    _add_categories_and_criteria(session, edition.id, checked)
    _add_form(session, edition.id, checked["steps"])
    _add_rest(session, edition.id, checked, dates)
    session.flush()
    return edition


def date_faults(checked: Mapping[str, Any], dates: Mapping[str, datetime]) -> dict[str, str]:
    """What is wrong with the instants of a checked definition: path (`dates.deadline_at`) → sentence."""
    needed = ["opens_at", "deadline_at", *(milestone["key"] for milestone in checked["milestones"])]
    errors: dict[str, str] = {f"dates.{name}": _("Dieser Zeitpunkt fehlt.") for name in needed if name not in dates}
    errors |= {
        f"dates.{name}": _("Diese Angabe ist hier nicht bekannt.")
        for name in dates
        if name not in date_names(checked["milestones"])
    }
    errors |= {f"dates.{name}": _("Hier fehlt die Zeitzone.") for name, value in dates.items() if value.tzinfo is None}
    if not errors:
        if dates["opens_at"] >= dates["deadline_at"]:
            errors["dates.deadline_at"] = _("Der Einsendeschluss muss nach dem Beginn liegen.")
        if dates.get("scoring_closes_at", dates["deadline_at"]) < dates["deadline_at"]:
            errors["dates.scoring_closes_at"] = _("Die Bewertung kann nicht vor dem Einsendeschluss enden.")
        for name in (milestone["key"] for milestone in checked["milestones"]):
            if dates.get(f"{name}_ends", dates[name]) < dates[name]:
                errors[f"dates.{name}_ends"] = _("Das Ende muss nach dem Beginn liegen.")
    return errors


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
