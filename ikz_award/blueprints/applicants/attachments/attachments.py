"""Attachments: several at once or one by one, sorted, looked at, taken out."""

from collections.abc import Sequence

from flask import flash, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import AttachmentForm
from ikz_award.blueprints.applicants.steps.steps import step_page
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.extensions import translated
from ikz_award.models.editions.editions import StepKind
from ikz_award.services.entries.attachments.attachments import (
    Attached,
    Download,
    open_attachment,
    preview_of,
    remove_attachment,
)
from ikz_award.services.entries.attachments.list import MoveOutcome, attach_files, move_attachment
from ikz_award.services.entries.attachments.upload_intake import Upload
from ikz_award.web.downloads import attachment_response, file_store, malware_scan, viewing_response
from ikz_award.web.filters import new_key
from ikz_award.web.returned import refused_at, refused_to_script


def _back(entry_id: str, anchor: str = "liste") -> ResponseReturnValue:
    entry = views.load_entry(entry_id)
    return redirect(f"{views.step_url(entry, views.step_of_kind(entry, StepKind.ATTACHMENTS))}#{anchor}", 303)


def _to_list(entry_id: str, **_more: object) -> ResponseReturnValue:
    """What is refused here had nothing typed: it is said above the list."""
    return _back(entry_id)


def _attach(entry_id: str, form: AttachmentForm) -> tuple[MoveOutcome, ...]:
    purpose = form.purpose.data or ""
    uploads = [
        Upload(purpose=purpose, filename=one.filename or "", data=one.read()) for one in request.files.getlist("file")
    ] or [Upload(purpose=purpose, filename="", data=b"")]
    return attach_files(g.call, entry_id=entry_id, uploads=uploads, store=file_store(), scan=malware_scan())


def _attachments_page(entry_id: str) -> str:
    entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
    return step_page(entry, views.step_of_kind(entry, StepKind.ATTACHMENTS))


@bp.post("/<entry_id>/anlagen")
@refused_at("applicants.entry", AttachmentForm, page=_attachments_page)
def add_attachment(entry_id: str) -> ResponseReturnValue:
    """One file or several: the good ones stay, each of the others is named with what is wrong with it.

    For those that would be altered the way leads to the choice.
    """
    outcomes = _attach(entry_id, AttachmentForm(request.form))
    _say(outcomes)
    if refused := [translated(one.refusal) for one in outcomes if one.refusal]:
        raise Invalid({"file": " ".join(refused)}, reason="files_refused")
    return _back(entry_id, "entscheiden" if any(one.attached and one.attached.is_held for one in outcomes) else "liste")


def _say(outcomes: Sequence[MoveOutcome]) -> None:
    done = [one.attached for one in outcomes if one.attached]
    if waiting := [one for one in done if one.is_held]:
        flash(_waits(waiting), "warning")
    done = [one for one in done if not one.is_held]
    new = [one.filename for one in done if one.is_new]
    if new:
        names = ", ".join(f"„{name}“" for name in new)
        flash(
            ngettext("%(names)s ist angehängt.", "%(num)s Dateien sind angehängt: %(names)s.", len(new), names=names), "success"
        )
    for one in done:
        if one.notice:
            # What was removed does not say from which file.
            is_clear = len(outcomes) == 1 or not one.is_new
            flash(one.notice if is_clear else f"„{one.filename}“: {translated(one.notice)}", "warning")


def _waits(waiting: Sequence[Attached]) -> str:
    names = ", ".join(f"„{one.filename}“" for one in waiting)
    return ngettext(
        "%(names)s ist noch nicht angehängt: Bitte entscheiden Sie auf dieser Seite, ob wir die Datei verändert anhängen.",
        "%(num)s Dateien sind noch nicht angehängt: %(names)s. Bitte entscheiden Sie auf dieser Seite, ob wir sie verändert "
        "anhängen.",
        len(waiting),
        names=names,
    )


@bp.post("/<entry_id>/anlagen/einzeln")
@refused_to_script()
def add_one_attachment(entry_id: str) -> ResponseReturnValue:
    """What static/js/uploads.js sends, one file a request; answered for the script, with words for people."""
    (outcome,) = _attach(entry_id, AttachmentForm(request.form))[:1]
    if outcome.attached is None:
        return {"message": translated(outcome.refusal)}, 422
    done = outcome.attached
    if done.is_held:
        return {"message": _waits([done]), "key": new_key(), "held": True}
    words = _("„%(name)s“ ist angehängt.", name=done.filename) if done.is_new else ""
    return {"message": " ".join(part for part in (words, translated(done.notice)) if part), "key": new_key()}


@bp.post("/<entry_id>/anlagen/<attachment_id>/verschieben")
@refused_at("applicants.entry", keeps=True, page=_to_list)
def move_one_attachment(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    """One place up or down; the way back leads to the button that was pressed, or where that is gone, to the other one."""
    is_upwards = request.form.get("direction") == "up"
    moved = move_attachment(g.call, entry_id=entry_id, attachment_id=attachment_id, is_upwards=is_upwards)
    leads_up = moved.place > 1 if is_upwards else moved.place == moved.count
    return _back(entry_id, f"{'hoch' if leads_up else 'runter'}-{attachment_id}" if moved.filename else "liste")


@bp.post("/<entry_id>/anlagen/<attachment_id>/entfernen")
@refused_at("applicants.entry", keeps=True, page=_to_list)
def remove_one_attachment(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    """For who may edit the entry; POST calls `remove_attachment` and redirects to the list."""
    name = remove_attachment(g.call, entry_id=entry_id, attachment_id=attachment_id)
    if name:
        flash(_("„%(name)s“ ist entfernt.", name=name), "success")
    return _back(entry_id)


def _opened(entry_id: str, attachment_id: str) -> Download:
    entry = views.load_entry(entry_id)
    if attachment_id not in {one.public_id for one in entry.attachments}:
        raise NotFound
    return open_attachment(actor=g.actor, now=g.now, attachment_id=attachment_id, store=file_store())


@bp.get("/<entry_id>/anlagen/<attachment_id>")
def download(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    """For who may see the entry; answers the file that `open_attachment` reads, to be saved.

    404 where it is not of this entry.
    """
    return attachment_response(_opened(entry_id, attachment_id))


@bp.get("/<entry_id>/anlagen/<attachment_id>/ansicht")
def view_attachment(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    """For who may see the entry; answers the file that `open_attachment` reads, to be looked at in the browser."""
    return viewing_response(_opened(entry_id, attachment_id))


@bp.get("/<entry_id>/anlagen/<attachment_id>/vorschau")
def attachment_preview(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    """The small picture in the list. It shows what its page shows, so it is not recorded as an opening of the file."""
    return viewing_response(preview_of(views.load_entry(entry_id), attachment_id, store=file_store()))
