"""Files that would be altered: looked at, attached so, or thrown away."""

from flask import flash, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.extensions import db, translated
from ikz_award.models.editions.editions import StepKind
from ikz_award.queries.entries.held_uploads import held_of
from ikz_award.services.entries.attachments.held_uploads import decide_held, open_held
from ikz_award.web.downloads import file_store, viewing_response
from ikz_award.web.returned import refused_at


def _to_choice(entry_id: str) -> ResponseReturnValue:
    entry = views.load_entry(entry_id)
    anchor = "entscheiden" if held_of(db.session(), entry) else "liste"
    return redirect(f"{views.step_url(entry, views.step_of_kind(entry, StepKind.ATTACHMENTS))}#{anchor}", 303)


@bp.post("/<entry_id>/anlagen/wartend")
@refused_at("applicants.entry", keeps=True, page=_to_choice)
def decide_on_held(entry_id: str) -> ResponseReturnValue:
    """One file by its own button, or all that the page showed."""
    is_kept, held_ids = _sent_choice()
    outcomes = decide_held(g.call, entry_id=entry_id, held_ids=held_ids, is_kept=is_kept)
    names = [one.filename for one in outcomes if one.attached]
    for one in outcomes:
        if words := one.refusal or (one.attached.notice if one.attached else ""):
            flash(translated(words), "warning")
    if held_ids and not outcomes:
        flash(_was_decided(len(held_ids)), "warning")
    if names:
        flash(_said(names, is_kept=is_kept), "success")
    return _to_choice(entry_id)


def _was_decided(count: int) -> str:
    """In another tab, or by a colleague, and perhaps the other way."""
    return ngettext(
        "Über diese Datei war schon entschieden; Ihre Auswahl hat nichts geändert. Unten steht, was angehängt ist.",
        "Über diese Dateien war schon entschieden; Ihre Auswahl hat nichts geändert. Unten steht, was angehängt ist.",
        count,
    )


def _sent_choice() -> tuple[bool, list[str]]:
    if chosen := request.form.get("all"):
        return chosen == "keep", request.form.getlist("held")
    kept, discarded = request.form.get("keep"), request.form.get("discard")
    return bool(kept), [one for one in (kept or discarded,) if one]


def _said(names: list[str], *, is_kept: bool) -> str:
    listed = ", ".join(f"„{name}“" for name in names)
    if is_kept:
        return ngettext("%(names)s ist angehängt.", "%(num)s Dateien sind angehängt: %(names)s.", len(names), names=listed)
    return ngettext("%(names)s ist verworfen.", "%(num)s Dateien sind verworfen: %(names)s.", len(names), names=listed)


@bp.get("/<entry_id>/anlagen/wartend/<held_id>")
def view_held(entry_id: str, held_id: str) -> ResponseReturnValue:
    """The file as it would be attached."""
    return viewing_response(open_held(g.call, entry_id=entry_id, held_id=held_id, store=file_store()))
