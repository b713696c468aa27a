"""The list of entries, and who has scored what."""

from typing import Any

from flask import g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.queries.jury import sheets
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases import overview as admin
from ikz_award.queries.phases.overview import EntryFilter, EntryOrder


@bp.get("/runden/<slug>/beitraege")
def entries(slug: str) -> ResponseReturnValue:
    """For the organiser; answers a page of `entry_list`, filtered and ordered as the address says."""
    session = db.session()
    edition = g.edition
    wanted = typed_filter()
    return render_template(
        "admin/screening/entries.html",
        edition=edition,
        wanted=wanted,
        found=admin.entry_list(session, edition_id=edition.id, wanted=wanted, now=g.now),
        figures=admin.figures_of(session, edition=edition),
        statuses=admin.VISIBLE,
        url_for_page=lambda page: url_for("admin.entries", slug=slug, **_arguments(wanted, {"seite": page})),
        url_with=lambda **changes: url_for("admin.entries", slug=slug, **_arguments(wanted, changes)),
    )


@bp.get("/runden/<slug>/bewertungsstand")
def matrix(slug: str) -> ResponseReturnValue:
    """For the organiser; answers whose sheet on which entry is in what state, from `sheet_matrix`: no points."""
    session = db.session()
    edition = g.edition
    category = request.args.get("kategorie", "")
    if category:
        admin.category_of(session, edition_id=edition.id, key=category)
    return render_template(
        "admin/screening/matrix.html",
        edition=edition,
        category=category,
        matrix=sheets.sheet_matrix(session, edition_id=edition.id, category_key=category, page=page_number()),
        panel=sheets.juror_counts(session, edition_id=edition.id),
        now=g.now,
        remind_form=KeyedForm(formdata=None),
        may_manage=is_allowed(g.actor, Action.MANAGE_JURY, edition_matter(edition)),
        url_for_page=lambda page: url_for("admin.matrix", slug=slug, kategorie=category or None, seite=page),
    )


def page_number() -> int:
    """The page asked for in the address; 1 for anything that is no page."""
    typed = request.args.get("seite", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 1


def typed_filter() -> EntryFilter:
    """The filter in the address; whatever is unknown there is left out."""
    arguments = request.args
    status, order = arguments.get("stand", ""), arguments.get("sortierung", "")
    return EntryFilter(
        category=arguments.get("kategorie", "")[:40],
        status=EntryStatus(status) if status in set(admin.VISIBLE) else None,
        search=arguments.get("suche", "").strip()[:100],
        order=EntryOrder(order) if order in set(EntryOrder) else EntryOrder.NUMBER,
        is_descending=arguments.get("richtung") == "ab",
        page=page_number(),
    )


def _arguments(wanted: EntryFilter, changes: dict[str, Any]) -> dict[str, Any]:
    """The address of the list with some things changed; what is at its default stays out of it."""
    current: dict[str, Any] = {
        "kategorie": wanted.category or None,
        "stand": wanted.status.value if wanted.status else None,
        "suche": wanted.search or None,
        "sortierung": wanted.order.value if wanted.order is not EntryOrder.NUMBER else None,
        "richtung": "ab" if wanted.is_descending else None,
    }
    return {**current, **changes}
