"""What an edition is called, and its categories: read always, changed while nothing rests on them."""

from collections.abc import Mapping, Sequence

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.editions.typed_rows import Row, in_order, shown, typed_rows, whole
from ikz_award.blueprints.admin.forms import VersionedForm
from ikz_award.blueprints.shared.form_errors import errors_back
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.locks import lock_on_categories, lock_on_category, lock_on_names, lock_on_prefix, lock_on_slug
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.editions.locks import resting_on
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.editions.parts import NAMES, TypedCategory, save_categories, save_names
from ikz_award.web.returned import refused_at, returned, typed_back

CATEGORIES = "categories"
FIELDS = ("key", "position", "name", "description", "prize_euro", "is_special", "removed")


@bp.get("/runden/<slug>/angaben")
def names(slug: str) -> ResponseReturnValue:
    """For the organiser; answers what the edition is called: a form, and of each field that is fixed since when and why."""
    typed = typed_back("admin.save_edition_names")
    values = {name: typed.get(name, getattr(g.edition, name)) for name in NAMES}
    return _names_page(g.edition, values, errors_back("admin.save_edition_names"))


@bp.post("/runden/<slug>/angaben")
@refused_at("admin.names", keeps=True)
def save_edition_names(slug: str) -> ResponseReturnValue:
    """For who may edit them; POST calls `save_names` and redirects to the form; 422 as typed, 409 stale, 403 too late."""
    # What is fixed cannot be typed into, and is not sent.
    typed = {name: request.form.get(name, getattr(g.edition, name)) for name in NAMES}
    slug = save_names(g.call, edition_slug=slug, version=VersionedForm().seen_version, typed=typed)
    flash(_("Die Angaben sind gespeichert."), "success")
    return redirect(url_for("admin.names", slug=slug), 303)


@bp.get("/runden/<slug>/kategorien")
def categories(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the categories: a form with a row for each and for a new one, what is fixed and why."""
    sent_to = "admin.save_edition_categories"
    return _categories_page(g.edition, _typed_rows() if returned(sent_to) else _stored(g.edition), errors_back(sent_to))


@bp.post("/runden/<slug>/kategorien")
@refused_at("admin.categories", keeps=True)
def save_edition_categories(slug: str) -> ResponseReturnValue:
    """For who may edit them; POST calls `save_categories` and redirects to the form; 422 as typed, 409 stale, 403 too late."""
    typed = [_typed(row) for row in in_order(_typed_rows(), needed=("name", "description", "prize_euro"))]
    save_categories(g.call, edition_slug=slug, version=VersionedForm().seen_version, typed=typed)
    flash(_("Die Kategorien sind gespeichert."), "success")
    return redirect(url_for("admin.categories", slug=slug), 303)


def _names_page(edition: Edition, values: Mapping[str, str], errors: Mapping[str, str]) -> str:
    resting = resting_on(db.session(), edition)
    fixed = lock_on_names(resting)
    locks = {"name": fixed, "organiser": fixed, "slug": lock_on_slug(resting), "number_prefix": lock_on_prefix(resting)}
    return render_template(
        "admin/editions/names.html",
        edition=edition,
        values=values,
        errors=errors,
        locks=locks,
        may_edit=is_allowed(g.actor, Action.EDIT_NAMES, edition_matter(edition)),
    )


def _categories_page(edition: Edition, rows: Sequence[Row], errors: Mapping[str, str]) -> str:
    resting = resting_on(db.session(), edition)
    whole_lock = lock_on_categories(resting)
    locks = {one.key: lock_on_category(resting, one.key) for one in edition.categories}
    place = max((one.place for one in rows), default=0) + 1
    has_new = any(not one["key"] for one in rows)
    empty = [] if whole_lock or has_new else [Row(place=place, values={"position": str(place)})]
    return render_template(
        "admin/editions/categories.html",
        edition=edition,
        rows=[*rows, *empty],
        errors=errors,
        locks=locks,
        whole_lock=whole_lock,
        may_edit=is_allowed(g.actor, Action.EDIT_CATEGORIES, edition_matter(edition)),
        total=sum(one.prize_euro for one in edition.categories),
    )


def _stored(edition: Edition) -> list[Row]:
    return [
        Row(
            place=place,
            values={name: shown(getattr(one, name)) for name in FIELDS if name not in ("position", "removed")}
            | {"position": str(place)},
        )
        for place, one in enumerate(edition.categories, start=1)
    ]


def _typed_rows() -> list[Row]:
    """What was typed; a fixed field is shown, and not sent: as typed counts what is stored."""
    edition, rows = g.edition, typed_rows(CATEGORIES, FIELDS)
    resting = resting_on(db.session(), edition)
    stored = {one["key"]: one for one in _stored(edition)}
    return [
        Row(
            place=one.place,
            values={
                **one.values,
                **{
                    name: stored[one["key"]][name]
                    for name in ("name", "prize_euro", "is_special")
                    if f"{CATEGORIES}.{one.place}.{name}" not in request.form
                },
            },
        )
        if one["key"] in stored and lock_on_category(resting, one["key"])
        else one
        for one in rows
    ]


def _typed(row: Row) -> TypedCategory:
    return TypedCategory(
        place=row.place,
        key=row["key"],
        name=row["name"],
        description=row["description"],
        prize_euro=whole(row["prize_euro"]),
        is_special=bool(row["is_special"]),
    )
