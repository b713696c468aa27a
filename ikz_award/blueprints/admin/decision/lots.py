"""The lot in the meeting: announced, then drawn."""

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.services.decision import lots
from ikz_award.web.returned import refused_at
from ikz_award.web.sure import require_sure

IDS = {"words": "los-worte", "sicher": "sicher-los"}


@bp.post("/runden/<slug>/sitzung/<category>/los")
@refused_at("admin.meeting_item", anchor="los", names=IDS)
def announce_lot(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `announce_lot` and redirects to the category; 422 asks who has not ticked the box."""
    require_sure()
    lots.announce_lot(g.call, edition_slug=slug, category=category)
    flash(_("Das Los ist angekündigt. Die Prüfsumme steht fest; bitte lesen Sie sie der Jury vor."), "success")
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="los"), 303)


@bp.post("/runden/<slug>/sitzung/<category>/los/ziehen")
@refused_at("admin.meeting_item", anchor="los", names=IDS)
def draw_lot(slug: str, category: str) -> ResponseReturnValue:
    """For the organiser; POST calls `draw_lot` with the jury's `words` and redirects to the category.

    422 with what was typed.
    """
    require_sure()
    title = lots.draw_lot(g.call, edition_slug=slug, category=category, words=request.form.get("words", ""))
    flash(_("Gezogen ist „%(title)s“.", title=title), "success")
    return redirect(url_for("admin.meeting_item", slug=slug, category=category, _anchor="los"), 303)
