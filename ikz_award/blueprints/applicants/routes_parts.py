"""Partners and attachments: added and removed one by one."""

from flask import flash, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import AttachmentForm, KeyedForm, NamedPartnerForm, RegisterPartnerForm, sent_key
from ikz_award.blueprints.applicants.routes_steps import step_page
from ikz_award.domain.errors import Invalid, NotFound
from ikz_award.domain.permissions import Action
from ikz_award.extensions import db
from ikz_award.models.editions import StepKind
from ikz_award.models.entries import Entry
from ikz_award.queries.entry_form import form_of
from ikz_award.services.attachments import Upload, attach_file, open_attachment, remove_attachment
from ikz_award.services.entry_partners import TypedPartner, add_partner, remove_partner
from ikz_award.web.downloads import attachment_response, file_store, malware_scan


def step_of_kind(entry: Entry, kind: StepKind) -> str:
    """The key of the form's step of this kind."""
    for state in form_of(db.session(), entry).steps:
        if state.step.kind is kind:
            return state.step.key
    raise NotFound


def _back(entry_id: str, kind: StepKind) -> ResponseReturnValue:
    entry = views.load_entry(entry_id)
    return redirect(views.step_url(entry, step_of_kind(entry, kind)) + "#liste", 303)


@bp.post("/<entry_id>/partner")
def add_register_partner(entry_id: str) -> ResponseReturnValue:
    form = RegisterPartnerForm(request.form)
    typed = TypedPartner(body_key=form.body_key.data or "", body_name=form.body_name.data or " ")
    return _add_partner(entry_id, typed, registered=form)


@bp.post("/<entry_id>/partner/mit-namen")
def add_named_partner(entry_id: str) -> ResponseReturnValue:
    form = NamedPartnerForm(request.form)
    typed = TypedPartner(name=form.name.data or "", country=form.country.data or "", kind=form.kind.data or "")
    return _add_partner(entry_id, typed, named=form)


def _add_partner(entry_id: str, typed: TypedPartner, **forms: KeyedForm) -> ResponseReturnValue:
    try:
        name = add_partner(actor=g.actor, now=g.now, key=sent_key(), entry_id=entry_id, partner=typed)
    except Invalid as error:
        for form in forms.values():
            form.add_errors(error.errors)
        entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
        return step_page(entry, step_of_kind(entry, StepKind.PARTNERS), forms=forms), 422
    flash(_("%(name)s ist als Partner eingetragen.", name=name), "success")
    return _back(entry_id, StepKind.PARTNERS)


@bp.post("/<entry_id>/partner/<int:partner_id>/entfernen")
def remove_named_partner(entry_id: str, partner_id: int) -> ResponseReturnValue:
    name = remove_partner(actor=g.actor, now=g.now, key=sent_key(), entry_id=entry_id, partner_id=partner_id)
    if name:
        flash(_("%(name)s ist nicht mehr als Partner eingetragen.", name=name), "success")
    return _back(entry_id, StepKind.PARTNERS)


@bp.post("/<entry_id>/anlagen")
def add_attachment(entry_id: str) -> ResponseReturnValue:
    form = AttachmentForm(request.form)
    sent = request.files.get("file")
    upload = Upload(
        purpose=form.purpose.data or "", filename=(sent.filename or "") if sent else "", data=sent.read() if sent else b""
    )
    try:
        done = attach_file(
            actor=g.actor, now=g.now, key=sent_key(), entry_id=entry_id, upload=upload, store=file_store(), scan=malware_scan()
        )
    except Invalid as error:
        form.add_errors(error.errors)
        entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
        return step_page(entry, step_of_kind(entry, StepKind.ATTACHMENTS), forms={"attachment": form}), 422
    flash(_("„%(name)s“ ist angehängt.", name=done.filename), "success")
    if done.notice:
        flash(done.notice, "warning")
    return _back(entry_id, StepKind.ATTACHMENTS)


@bp.post("/<entry_id>/anlagen/<attachment_id>/entfernen")
def remove_one_attachment(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    name = remove_attachment(actor=g.actor, now=g.now, key=sent_key(), entry_id=entry_id, attachment_id=attachment_id)
    if name:
        flash(_("„%(name)s“ ist entfernt.", name=name), "success")
    return _back(entry_id, StepKind.ATTACHMENTS)


@bp.get("/<entry_id>/anlagen/<attachment_id>")
def download(entry_id: str, attachment_id: str) -> ResponseReturnValue:
    entry = views.load_entry(entry_id)
    if attachment_id not in {one.public_id for one in entry.attachments}:
        raise NotFound
    opened = open_attachment(actor=g.actor, now=g.now, attachment_id=attachment_id, store=file_store())
    return attachment_response(opened)
