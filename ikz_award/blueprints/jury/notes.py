"""A juror's private notes on an entry, and the mark for later."""

from flask import flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import typed_sheet
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.extensions import db
from ikz_award.queries.jury.reading import reading
from ikz_award.services.jury import reading_notes


@bp.post("/<slug>/beitraege/<public_id>/notiz")
def save_note(slug: str, public_id: str) -> ResponseReturnValue:
    """For who reads the entry as juror; POST calls `reading_notes.save_note` and redirects to it.

    422 or 409 with what was typed.
    """
    typed = request.form.get("note", "")
    page = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id)
    draft = f"notiz-{page.seat.juror_id}-{public_id}"
    try:
        reading_notes.save_note(g.call, entry_id=public_id, text=typed, version=typed_sheet().version)
    except Refused as refusal:
        page = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id)
        error = refusal.message if isinstance(refusal, Invalid) else ""
        status = 422 if error else 409
        return render_template("jury/note.html", page=page, typed=typed, refusal=refusal, error=error), status
    session["draft_saved"] = draft
    flash(_("Ihre Notiz ist gespeichert."), "success")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id, _anchor="notiz"), 303)


@bp.post("/<slug>/beitraege/<public_id>/merken")
def mark_for_later(slug: str, public_id: str) -> ResponseReturnValue:
    """For who reads the entry as juror; POST calls `reading_notes.mark_for_later`, set or taken off, and redirects to it."""
    is_for_later = request.form.get("spaeter") == "ja"
    reading_notes.mark_for_later(g.call, entry_id=public_id, is_for_later=is_for_later)
    flash(_("Der Beitrag ist für später gemerkt.") if is_for_later else _("Das Merkzeichen ist entfernt."), "success")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id, _anchor="notiz"), 303)
