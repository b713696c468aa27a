"""An edition as the definition it could be made from again, in the format that docs/editions.md tells of."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.timetable import berlin_to_utc, utc_to_berlin
from ikz_award.domain.words.errors import Invalid
from ikz_award.models.editions.editions import AttachmentPurpose, Edition, EditionText, JuryRound, Milestone

EDITION_COLUMNS = (
    "slug", "name", "organiser", "number_prefix", "grace_seconds", "minimum_sheets", "reason_rule",
    "scale_minimum", "scale_maximum", "scale_step", "average", "tie_break", "hides_names", "changes_after_comparison",
    "allows_shared_prize", "quorum", "quorum_least", "chair_breaks_ties", "allows_circulation", "needs_vote",
    "allows_against_vote", "confidentiality_days", "objection_days", "file_megabytes", "entry_megabytes",
)  # fmt: skip
_CATEGORY = ("key", "name", "description", "prize_euro", "is_special")
_CRITERION = ("key", "name", "description", "weight")
_ANCHOR = ("points_from", "points_to", "label", "text")
_STEP = ("key", "title", "introduction", "kind")
_QUESTION = (
    "key", "label", "help", "kind", "purpose", "is_required", "maximum_length", "choices", "condition", "criterion_key",
    "fact_sheet_position", "fact_sheet_label",
)  # fmt: skip
_PURPOSE = ("key", "label", "help")
_RULE = ("key", "text", "is_hard", "is_active", "parameters")


def definition_of(session: Session, edition: Edition) -> dict[str, Any]:
    """What makes the edition, and nothing of what happened in it: no entry, juror, point; of each text its newest version.

    Dates are wall-clock times in Berlin, with an offset only in the hour that autumn repeats, where they would not be clear.
    Milestones are called `termin-1` and so on, in the order of their dates: their own keys are not kept.
    """
    of_edition = {"edition_id": edition.id}
    milestones = session.scalars(select(Milestone).filter_by(**of_edition).order_by(Milestone.starts_at, Milestone.id)).all()
    purposes = session.scalars(select(AttachmentPurpose).filter_by(**of_edition).order_by(AttachmentPurpose.position))
    rounds = session.scalars(select(JuryRound.name).filter_by(**of_edition).order_by(JuryRound.position))
    texts = session.execute(select(EditionText.key, EditionText.body).filter_by(**of_edition).order_by(EditionText.version))
    bodies = {row.key: row.body for row in texts}
    return _columns(edition, EDITION_COLUMNS) | {
        "dates": _dates(edition, milestones),
        "milestones": [
            {"key": _milestone_key(number), "label": one.label, "is_public": one.is_public}
            for number, one in enumerate(milestones, start=1)
        ],
        "rounds": [{"name": name} for name in rounds],
        "categories": [_columns(one, _CATEGORY) for one in edition.categories],
        "criteria": _criteria(edition),
        "steps": [
            _columns(step, _STEP) | {"questions": [_columns(one, _QUESTION) for one in step.questions]}
            for step in edition.steps
        ],
        "attachment_purposes": [_columns(one, _PURPOSE) for one in purposes],
        "rules": [_columns(one, _RULE) for one in edition.rules],
        "texts": dict(sorted(bodies.items())),
    }  # fmt: skip


def _milestone_key(number: int) -> str:
    return f"termin-{number}"


def _columns(row: object, names: Sequence[str]) -> dict[str, Any]:
    """The columns that say something; what is none or empty is left out, which means the same."""
    values = {name: _plain(getattr(row, name)) for name in names}
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if isinstance(value, Mapping):
        return {key: one for key, one in value.items() if one is not None}
    return value


def _criteria(edition: Edition) -> list[dict[str, Any]]:
    categories = {one.id: one.key for one in edition.categories}
    return [
        _columns(one, _CRITERION)
        | ({"category": categories[one.category_id]} if one.category_id is not None else {})
        | ({"anchors": [_columns(anchor, _ANCHOR) for anchor in one.anchors]} if one.anchors else {})
        for one in edition.criteria
    ]


def _dates(edition: Edition, milestones: Sequence[Milestone]) -> dict[str, datetime]:
    dates = {"opens_at": edition.opens_at, "deadline_at": edition.deadline_at}
    if edition.scoring_closes_at is not None:
        dates["scoring_closes_at"] = edition.scoring_closes_at
    for number, one in enumerate(milestones, start=1):
        dates[_milestone_key(number)] = one.starts_at
        if one.ends_at is not None:
            dates[f"{_milestone_key(number)}_ends"] = one.ends_at
    return {name: _on_the_clock(name, instant) for name, instant in dates.items()}


def _on_the_clock(name: str, instant: datetime) -> datetime:
    """Naive where reading it again gives the same instant, else with its offset."""
    local = utc_to_berlin(instant)
    wall = local.replace(tzinfo=None, fold=0)
    try:
        is_clear = berlin_to_utc(wall, ambiguous=reading_of(name)) == instant.astimezone(UTC)
    except Invalid:
        is_clear = False
    return wall if is_clear else local


def reading_of(name: str) -> Literal["earlier", "later"]:
    """Which of two instants a date means in the hour that autumn repeats: nobody loses time, an opening is the earlier one."""
    return "earlier" if name == "opens_at" else "later"
