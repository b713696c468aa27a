"""Changing what was handed in: opened, and given up again."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import PlainKeyedForm
from ikz_award.domain.permissions.table import Action
from ikz_award.services.entries.amending import begin_amending, give_up_amending
from ikz_award.web.returned import refused_at


@bp.post("/<entry_id>/aendern")
@refused_at("applicants.entry")
def amend(entry_id: str) -> ResponseReturnValue:
    """For who may amend the entry; POST calls `begin_amending` and redirects to the entry."""
    begin_amending(g.call, entry_id=entry_id)
    flash(_("Der Beitrag ist zum Ändern geöffnet. Bis Sie ihn erneut einreichen, gilt die eingereichte Fassung."), "success")
    return redirect(url_for("applicants.entry", entry_id=entry_id), 303)


def _ending_page(entry_id: str) -> str:
    found = views.load_entry(entry_id, Action.END_AMENDING)
    return render_template("applicants/end_amending.html", entry=found, form=PlainKeyedForm())


@bp.route("/<entry_id>/aenderungen-verwerfen", methods=["GET", "POST"])
@refused_at("applicants.end_amending", page=_ending_page)
def end_amending(entry_id: str) -> ResponseReturnValue:
    """For who may amend the entry; answers what would be given up; POST calls `give_up_amending` and redirects to the entry."""
    if request.method != "POST":
        return _ending_page(entry_id)
    give_up_amending(g.call, entry_id=entry_id)
    flash(_("Es gilt wieder die eingereichte Fassung. Ihre Änderungen stehen in den früheren Fassungen."), "success")
    return redirect(url_for("applicants.entry", entry_id=entry_id), 303)
