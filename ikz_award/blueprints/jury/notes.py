"""A juror's private notes on an entry, and the mark for later."""

from flask import flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import typed_sheet
from ikz_award.extensions import db
from ikz_award.queries.jury.reading import reading
from ikz_award.services.jury import reading_notes
from ikz_award.web.returned import refused_at, returned, typed_back


def _note_again(slug: str, public_id: str) -> str:
    """A page of its own: the one with the sheet could hold points that are typed and not saved."""
    page, back = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id), returned()
    error = back.errors.get("note", "") if back else ""
    return render_template("jury/note.html", page=page, typed=typed_back().get("note", ""), error=error)


@bp.post("/<slug>/beitraege/<public_id>/notiz")
@refused_at("jury.entry", keeps=True, anchor="notiz", page=_note_again)
def save_note(slug: str, public_id: str) -> ResponseReturnValue:
    """For who reads the entry as juror; POST calls `reading_notes.save_note` and redirects to it.

    422 or 409 with what was typed.
    """
    page = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id)
    draft = f"notiz-{page.seat.juror_id}-{public_id}"
    reading_notes.save_note(g.call, entry_id=public_id, text=request.form.get("note", ""), version=typed_sheet().version)
    session["draft_saved"] = draft
    flash(_("Ihre Notiz ist gespeichert."), "success")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id, _anchor="notiz"), 303)


@bp.post("/<slug>/beitraege/<public_id>/merken")
@refused_at("jury.entry", anchor="notiz")
def mark_for_later(slug: str, public_id: str) -> ResponseReturnValue:
    """For who reads the entry as juror; POST calls `reading_notes.mark_for_later`, set or taken off, and redirects to it."""
    is_for_later = request.form.get("spaeter") == "ja"
    reading_notes.mark_for_later(g.call, entry_id=public_id, is_for_later=is_for_later)
    flash(_("Der Beitrag ist für später gemerkt.") if is_for_later else _("Das Merkzeichen ist entfernt."), "success")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id, _anchor="notiz"), 303)
