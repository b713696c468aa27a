"""An edition's criteria: weights that make a hundred, the scale, and what its points mean. Open until there are points."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, StaleVersion
from ikz_award.domain.words.text import clean_line, clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Anchor, Category, Criterion, Edition, Question
from ikz_award.queries.editions.definition import definition_of
from ikz_award.services.editions.counting_rules import matter_of_counting
from ikz_award.services.editions.definition import check_definition
from ikz_award.services.editions.parts import key_from_name, placed
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

WHOLE = 100
_SCALE = ("scale_minimum", "scale_maximum", "scale_step")
_COLUMNS = ("name", "description", "weight")


@dataclass(frozen=True, kw_only=True)
class TypedAnchor:
    """Words for points; None where no number was typed."""

    points_from: Decimal | None
    points_to: Decimal | None
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class TypedCriterion:
    """A criterion as typed, in its `place` on the page (from 1); `key` "" for a new one, `weight` in percent.

    `category`: key of the only category it is for, "" for all.
    """

    place: int
    key: str
    name: str
    description: str
    weight: int | None
    category: str
    anchors: tuple[TypedAnchor, ...]


@dataclass(frozen=True, kw_only=True)
class TypedScoring:
    """The scale and the criteria in their order; None where no number was typed."""

    scale_minimum: Decimal | None
    scale_maximum: Decimal | None
    scale_step: Decimal | None
    criteria: tuple[TypedCriterion, ...]


@use_case(AuditAction.EDITION_EDIT_CRITERIA)
def save_criteria(work: Work, *, edition_slug: str, version: int | None, typed: TypedScoring) -> None:
    """Make the edition's scale and criteria those typed; one that is not among them is taken away.

    Raises `Invalid` by place and field (`criteria.2.weight`, `criteria.1.anchors.3`, `scale_step`), `StaleVersion`, `Refused`
    once there are points.
    """
    edition = locked_edition(work.session, edition_slug)
    require(work.actor, Action.EDIT_COUNTING, matter_of_counting(work.session, edition))
    if edition.version != version:
        raise StaleVersion({"version": edition.version}, {"version": version})
    rows = _keyed(typed.criteria, {one.key for one in edition.criteria})
    before = definition_of(work.session, edition)
    after = {**_without(before, {row["key"] for _place, row in rows}), **_scale_of(typed)}
    after["criteria"] = [row for _place, row in rows]
    if errors := _faults(after, rows):
        raise Invalid(errors)
    _store(work.session, edition, check_definition(after))
    names = (*_SCALE, "criteria")
    old = {name: before[name] for name in names if before[name] != _plain(after[name])}
    if old:
        edition.version = edition.version + 1
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old=old, new={name: after[name] for name in old})


def weight_sums(criteria: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Category key ("" for all) → the sum of its criteria's weights; what is no number counts as none."""
    sums: dict[str, int] = defaultdict(int)
    for row in criteria:
        sums[row.get("category") or ""] += row["weight"] or 0
    return dict(sums)


def _keyed(typed: Sequence[TypedCriterion], stored: set[str]) -> list[tuple[int, dict[str, Any]]]:
    used, rows = set(stored), []
    for one in typed:
        key = one.key if one.key in stored else key_from_name(one.name, used=used)
        used.add(key)
        anchors = [
            {
                "points_from": row.points_from,
                "points_to": row.points_to,
                "label": clean_line(row.label),
                "text": clean_text(row.text),
            }
            for row in one.anchors
        ]
        row = {"key": key, "name": clean_line(one.name), "description": clean_text(one.description), "weight": one.weight}
        rows.append((one.place, row | ({"category": one.category} if one.category else {}) | {"anchors": anchors}))
    return rows


def _scale_of(typed: TypedScoring) -> dict[str, Any]:
    return {name: getattr(typed, name) for name in _SCALE}


def _without(definition: Mapping[str, Any], kept: set[str]) -> dict[str, Any]:
    """The definition, its questions no longer serving criteria that there are no more."""
    steps = [
        {
            **step,
            "questions": [
                {name: value for name, value in one.items() if name != "criterion_key" or value in kept}
                for one in step["questions"]
            ],
        }
        for step in definition["steps"]
    ]
    return {**definition, "steps": steps}


def _faults(definition: Mapping[str, Any], rows: Sequence[tuple[int, Mapping[str, Any]]]) -> dict[str, str]:
    errors: dict[str, str] = {}
    try:
        check_definition(definition)
    except Invalid as refusal:
        errors = placed(refusal.errors, "criteria", rows)
    if "tie_break" in errors:
        errors["criteria"] = _(
            "Bei Gleichstand entscheidet ein Kriterium, das hier fehlt. Bitte ändern Sie das erst unter „Wertung“."
        )
        del errors["tie_break"]
    sums = weight_sums([row for _place, row in rows])
    for place, row in sorted(rows, key=lambda one: one[0]):
        total = sums.pop(row.get("category", ""), WHOLE)
        if total != WHOLE and f"criteria.{place}.weight" not in errors:
            errors[f"criteria.{place}.weight"] = _(
                "Die Gewichte müssen zusammen 100 Prozent ergeben, hier: %(total)s.", total=total
            )
    return errors


def _store(session: Session, edition: Edition, checked: Mapping[str, Any]) -> None:
    for name in _SCALE:
        if getattr(edition, name) != checked[name]:
            setattr(edition, name, checked[name])
    categories = {key: id_ for key, id_ in session.execute(select(Category.key, Category.id).filter_by(edition_id=edition.id))}  # noqa: C416
    stored = {one.key: one for one in edition.criteria}
    gone = stored.keys() - {row["key"] for row in checked["criteria"]}
    for key in gone:
        for anchor in stored[key].anchors:
            session.delete(anchor)
        session.delete(stored[key])
    session.execute(
        update(Question).where(Question.edition_id == edition.id, Question.criterion_key.in_(gone)).values(criterion_key=None)
    )
    for position, row in enumerate(checked["criteria"], start=1):
        values = {name: row[name] for name in _COLUMNS} | {"position": position, "category_id": categories.get(row["category"])}
        own = stored.get(row["key"])
        if own is None:
            anchors = [Anchor(**one) for one in row["anchors"]]
            session.add(Criterion(edition_id=edition.id, key=row["key"], anchors=anchors, **values))
            continue
        for name, value in values.items():
            if getattr(own, name) != value:
                setattr(own, name, value)
        _renew_anchors(session, own, row["anchors"])


def _renew_anchors(session: Session, criterion: Criterion, wanted: Sequence[Mapping[str, Any]]) -> None:
    """New rows where any differs: nothing points to one."""
    now = [{name: getattr(one, name) for name in ("points_from", "points_to", "label", "text")} for one in criterion.anchors]
    if now != [dict(one) for one in wanted]:
        for anchor in criterion.anchors:
            session.delete(anchor)
        session.flush()
        session.add_all(Anchor(criterion_id=criterion.id, **one) for one in wanted)
        session.expire(criterion, ["anchors"])


def _plain(value: Any) -> Any:
    """As `definition_of` tells it: whole numbers whole, what is empty left out."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items() if one is not None and one not in ("", [])}
    return value
