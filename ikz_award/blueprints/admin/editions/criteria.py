"""The criteria of an edition, with weights, scale and what points mean: read always, changed until there are points."""

import re
from collections.abc import Mapping, Sequence

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.editions.typed_rows import Row, exact, in_order, shown, typed_rows, whole
from ikz_award.blueprints.admin.forms import VersionedForm
from ikz_award.blueprints.shared.form_errors import errors_back
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.locks import lock_on_scoring
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Criterion, Edition
from ikz_award.queries.editions.locks import resting_on
from ikz_award.services.editions.counting_rules import matter_of_counting
from ikz_award.services.editions.criteria import TypedAnchor, TypedCriterion, TypedScoring, save_criteria, weight_sums
from ikz_award.web.returned import refused_at, returned

CRITERIA = "criteria"
SCALE = ("scale_minimum", "scale_maximum", "scale_step")
# Lines for words on points of each criterion, at least; always one more than there are.
LINES = 3
ANCHOR = ("points_from", "points_to", "label", "text")
_OWN = ("key", "position", "name", "description", "weight", "category", "removed")
MOST_LINES = 30
_ANCHOR_FAULT = re.compile(r"criteria\.(?P<place>\d+)\.anchors\.(?P<number>\d+)(\.(?P<field>\w+))?")
FIELDS = (*_OWN, *(f"{name}-{line}" for line in range(1, MOST_LINES + 1) for name in ANCHOR))


@bp.get("/runden/<slug>/kriterien")
def criteria(slug: str) -> ResponseReturnValue:
    """For the organiser; answers scale and criteria: a form as long as they may change, else since when and why they stand."""
    sent_to = "admin.save_edition_criteria"
    if returned(sent_to) is None:
        return _page(g.edition, _stored(g.edition), {name: shown(getattr(g.edition, name)) for name in SCALE}, {})
    rows = typed_rows(CRITERIA, FIELDS)
    return _page(g.edition, rows, _typed_scale(), _at_lines(errors_back(sent_to), rows))


@bp.post("/runden/<slug>/kriterien")
@refused_at("admin.criteria", keeps=True)
def save_edition_criteria(slug: str) -> ResponseReturnValue:
    """For who may edit them; POST calls `save_criteria` and redirects; 422 as typed, 409 stale, 403 too late."""
    typed = TypedScoring(
        **{name: exact(text) for name, text in _typed_scale().items()},
        criteria=tuple(_typed(row) for row in in_order(typed_rows(CRITERIA, FIELDS), needed=("name", "description", "weight"))),
    )
    save_criteria(g.call, edition_slug=slug, version=VersionedForm().seen_version, typed=typed)
    flash(_("Kriterien und Skala sind gespeichert."), "success")
    return redirect(url_for("admin.criteria", slug=slug), 303)


def _typed_scale() -> dict[str, str]:
    return {name: request.form.get(name, "") for name in SCALE}


def _page(edition: Edition, rows: Sequence[Row], scale: Mapping[str, str], errors: Mapping[str, str]) -> str:
    session = db.session()
    place = max((one.place for one in rows), default=0) + 1
    empty = [] if any(not one["key"] for one in rows) else [Row(place=place, values={"position": str(place)})]
    sums = weight_sums([{"category": one["category"], "weight": whole(one["weight"])} for one in rows if not one["removed"]])
    return render_template(
        "admin/editions/criteria.html",
        edition=edition,
        rows=[*rows, *empty],
        scale=scale,
        errors=errors,
        sums=sums,
        lines={one.place: range(1, _lines(one) + 1) for one in (*rows, *empty)},
        lock=lock_on_scoring(resting_on(session, edition)),
        may_edit=is_allowed(g.actor, Action.EDIT_COUNTING, matter_of_counting(session, edition)),
    )


def _used_lines(row: Row) -> list[int]:
    return [line for line in range(1, MOST_LINES + 1) if any(row[f"{name}-{line}"].strip() for name in ANCHOR)]


def _lines(row: Row) -> int:
    return min(MOST_LINES, max(LINES, max(_used_lines(row), default=0) + 1))


def _at_lines(errors: Mapping[str, str], rows: Sequence[Row]) -> dict[str, str]:
    """What is wrong with words for points (`criteria.1.anchors.2.label`) at the field of their line."""
    used = {str(one.place): _used_lines(one) for one in rows}
    found = {}
    for path, words in errors.items():
        if at := _ANCHOR_FAULT.fullmatch(path):
            path = f"{CRITERIA}.{at['place']}.{at['field'] or ANCHOR[0]}-{used[at['place']][int(at['number']) - 1]}"
        found[path] = words
    return found


def _stored(edition: Edition) -> list[Row]:
    categories = {one.id: one.key for one in edition.categories}
    return [
        Row(place=place, values=_values(one, place, categories.get(one.category_id or 0, "")))
        for place, one in enumerate(edition.criteria, start=1)
    ]


def _values(one: Criterion, place: int, category: str) -> dict[str, str]:
    own = {name: shown(getattr(one, name)) for name in ("key", "name", "description", "weight")}
    anchors = {
        f"{name}-{line}": shown(getattr(anchor, name)) for line, anchor in enumerate(one.anchors, start=1) for name in ANCHOR
    }
    return {**own, "position": str(place), "category": category, **anchors}


def _typed(row: Row) -> TypedCriterion:
    return TypedCriterion(
        place=row.place,
        key=row["key"],
        name=row["name"],
        description=row["description"],
        weight=whole(row["weight"]),
        category=row["category"],
        anchors=tuple(
            TypedAnchor(
                points_from=exact(row[f"points_from-{line}"]),
                points_to=exact(row[f"points_to-{line}"]),
                label=row[f"label-{line}"],
                text=row[f"text-{line}"],
            )
            for line in _used_lines(row)
        ),
    )
