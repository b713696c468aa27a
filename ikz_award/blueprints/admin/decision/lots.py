"""The lot in the meeting: announced, then drawn."""

from collections.abc import Callable

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.decision.meeting import item_page
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.extensions import translated
from ikz_award.services.decision import lots
from ikz_award.web.sure import require_sure


@bp.post("/runden/<slug>/sitzung/<category>/los")
def announce_lot(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `announce_lot` and redirects to the category; 422 asks who has not ticked the box."""

    def act() -> str:
        require_sure()
        lots.announce_lot(g.call, edition_slug=slug, category=category)
        return _("Das Los ist angekündigt. Die Prüfsumme steht fest; bitte lesen Sie sie der Jury vor.")

    return _done(slug, category, act)


@bp.post("/runden/<slug>/sitzung/<category>/los/ziehen")
def draw_lot(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `draw_lot` with the jury's `words` and redirects to the category.

    422 with what was typed.
    """

    def act() -> str:
        require_sure()
        title = lots.draw_lot(g.call, edition_slug=slug, category=category, words=request.form.get("words", ""))
        return _("Gezogen ist „%(title)s“.", title=title)

    return _done(slug, category, act)


def _done(slug: str, category: str, act: Callable[[], str]) -> ResponseReturnValue:
    try:
        flash(act(), "success")
    except Invalid as refusal:
        return item_page(slug, category, lot_errors=refusal.errors, typed=request.form), 422
    except Refused as refusal:
        flash(translated(refusal.message), "warning")
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="los"), 303)
