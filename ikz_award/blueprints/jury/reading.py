"""Reading one entry with the score sheet beside it; saving, submitting and reopening the sheet."""

from dataclasses import replace

from flask import flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.jury.forms import differences, has_buttons, reason_hint, sheet_form, typed_sheet
from ikz_award.blueprints.shared.form_errors import come_back
from ikz_award.domain.jury.scoring_time import is_in_time
from ikz_award.domain.permissions.actors import Seat
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.words.formats import format_number
from ikz_award.extensions import db
from ikz_award.queries.jury.jury import entry_for_juror
from ikz_award.queries.jury.oversight import extension_of, last_reopening, scoring_end
from ikz_award.queries.jury.reading import Reading, attachment_for_juror, reading
from ikz_award.queries.jury.sheet_history import past_sheets
from ikz_award.services.entries.attachments.attachments import open_attachment
from ikz_award.services.jury import jury
from ikz_award.services.jury.sheets import scoring
from ikz_award.web.downloads import attachment_response, file_store
from ikz_award.web.returned import refused_at, returned


@bp.get("/<slug>/beitraege/<public_id>")
def entry(slug: str, public_id: str) -> ResponseReturnValue:
    """For who reads the entry as juror; answers it with the sheet beside it, from `reading`; `note_view` has it on record."""
    jury.note_view(actor=g.actor, now=g.now, entry_id=public_id)
    return _entry_page(slug, public_id)


@bp.get("/<slug>/beitraege/<public_id>/drucken")
def print_entry(slug: str, public_id: str) -> ResponseReturnValue:
    """Text and score sheet for the printer. Opening it is reading the entry."""
    jury.note_view(actor=g.actor, now=g.now, entry_id=public_id)
    page = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id)
    return render_template("jury/print.html", page=page)


@bp.post("/<slug>/beitraege/<public_id>/bogen")
@refused_at("jury.entry", keeps=True, anchor="bogen", page=lambda **where: _entry_page(**where))
def save_sheet(slug: str, public_id: str) -> ResponseReturnValue:
    """For a juror who may score the entry; POST calls `save_sheet` or, to submit, `submit_sheet`, and redirects.

    To the entry or, with `absicht=weiter`, to the next open one. Where refused, the page with what was typed and the
    refusal's status.
    """
    intent = request.form.get("absicht", "entwurf")
    service = scoring.save_sheet if intent == "entwurf" else scoring.submit_sheet
    service(g.call, entry_id=public_id, typed=typed_sheet())
    return _after_saving(slug, public_id, intent)


@bp.post("/<slug>/beitraege/<public_id>/bogen/oeffnen")
@refused_at("jury.entry", anchor="bogen")
def reopen_sheet(slug: str, public_id: str) -> ResponseReturnValue:
    """For who submitted it.

    POST calls `reopen_sheet` and redirects to the sheet, which counts no more until it is submitted.
    """
    scoring.reopen_sheet(g.call, entry_id=public_id, version=typed_sheet().version)
    flash(_("Der Bogen ist wieder offen. Er zählt erst wieder, wenn Sie ihn abgeben."), "warning")
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id, _anchor="bogen"), 303)


@bp.get("/<slug>/beitraege/<public_id>/anlagen/<attachment_id>")
def attachment(slug: str, public_id: str, attachment_id: str) -> ResponseReturnValue:
    """For who reads the entry as juror; answers the file that `open_attachment` reads, by the name shown to jurors."""
    found = attachment_for_juror(
        db.session(), actor=g.actor, edition_slug=slug, public_id=public_id, attachment_id=attachment_id
    )
    opened = open_attachment(actor=g.actor, now=g.now, attachment_id=attachment_id, store=file_store())
    return attachment_response(replace(opened, filename=found.name))


def draft_key(seat: Seat, public_id: str) -> str:
    """The name under which the browser keeps unsaved text: never offered to another juror at the same machine."""
    return f"bogen-{seat.juror_id}-{public_id}"


def _after_saving(slug: str, public_id: str, intent: str) -> ResponseReturnValue:
    # The next page, whichever it is, lets the browser forget the text that is now safe here.
    session["draft_saved"] = draft_key(entry_for_juror(db.session(), g.actor, public_id)[1], public_id)
    if intent == "entwurf":
        flash(_("Der Entwurf ist gespeichert. Er zählt erst, wenn Sie den Bogen abgeben."), "success")
        return redirect(url_for("jury.entry", slug=slug, public_id=public_id), 303)
    page = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id)
    flash(
        _("Bogen abgegeben: „%(title)s“ mit %(total)s Punkten.", title=page.entry.title, total=format_number(page.sheet.total)),
        "success",
    )
    if intent == "weiter" and page.path.next_open:
        return redirect(url_for("jury.entry", slug=slug, public_id=page.path.next_open), 303)
    if intent == "weiter":
        return redirect(url_for("jury.entries", slug=slug), 303)
    return redirect(url_for("jury.entry", slug=slug, public_id=public_id), 303)


def _entry_page(slug: str, public_id: str) -> str:
    page, back = reading(db.session(), actor=g.actor, edition_slug=slug, public_id=public_id), returned("jury.save_sheet")
    form = come_back(sheet_form(page))
    unsaved: list[tuple[str, str, str]] = []
    if back and not back.errors:
        unsaved = differences(page, form)
        # What is sent now is sent in the knowledge of both texts.
        form["version"].data = str(page.sheet.version)
    closes_at = scoring_end(db.session(), edition=page.edition, juror_id=page.seat.juror_id)
    in_time = is_in_time(now=g.now, closes_at=closes_at)
    return render_template(
        "jury/entry.html", extension=extension_of(db.session(), juror_id=page.seat.juror_id), closes_at=closes_at,
        in_time=in_time, reopening=last_reopening(db.session(), sheet_id=page.sheet.id), page=page,
        form=form, unsaved=unsaved, has_buttons=has_buttons(page.scale),
        is_editable=in_time and _is_editable(page),
        is_blocked=in_time and page.may_score and page.has_open_hint,
        reason_hint=reason_hint(page.edition.reason_rule),
        draft_key=draft_key(page.seat, public_id),
        past=past_sheets(db.session(), sheet_id=page.sheet.id, criteria=page.criteria),
        draft_saved=session.pop("draft_saved", None),
    )  # fmt: skip


def _is_editable(page: Reading) -> bool:
    return page.may_score and page.sheet.status in (None, SheetStatus.DRAFT) and not page.has_open_hint
