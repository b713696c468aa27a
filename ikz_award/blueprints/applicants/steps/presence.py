"""Who else is on a step now, shown with the page and asked for again while it is open."""

import hashlib
from typing import Any

from flask import g, render_template, request
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.domain.permissions.table import Action
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.presence import others_on_step


@bp.get("/<entry_id>/schritt/<step_key>/anwesend")
def presence(entry_id: str, step_key: str) -> ResponseReturnValue:
    """The part of a step's page that htmx asks for; nothing where the page knows it, so that nothing is read twice."""
    entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
    shown = presence_on(entry, form_of(db.session(), entry).step(step_key).step.key)
    if request.args.get("bekannt") == shown["present_mark"]:
        return "", 204
    return render_template("applicants/steps/_presence.html", entry=entry, **shown)


def presence_on(entry: Entry, step_key: str) -> dict[str, Any]:
    """What the template of the part needs. Notes this request's person as present: the only thing a GET of ours writes."""
    names = others_on_step(actor=g.actor, now=g.now, entry=entry, step_key=step_key)
    return {"present": names, "present_mark": hashlib.sha256("\n".join(names).encode()).hexdigest()[:12], "step_key": step_key}
