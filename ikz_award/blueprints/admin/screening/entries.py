"""The list of entries, filtered and ordered."""

from typing import Any

from flask import g, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import page_number
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
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
