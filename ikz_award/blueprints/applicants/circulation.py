"""Informing the partners: who is told, when, and again."""

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import ContactForm
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db, translated
from ikz_award.models.editions.editions import StepKind
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.circulation import PartnerState, circulation_of
from ikz_award.services.entries.circulation import Links, inform_partners, save_contact, send_new_link


def _links() -> Links:
    return Links(base_url=current_app.config["BASE_URL"], secret=current_app.config["SECRET_KEY"])


def _table(entry: Entry) -> str:
    """Where the table of partners stands: in the form while it is open, on the entry's page after."""
    if views.may(Action.EDIT_ENTRY, entry):
        return views.step_url(entry, views.step_of_kind(entry, StepKind.PARTNERS)) + "#umlauf"
    return url_for("applicants.entry", entry_id=entry.public_id) + "#umlauf"


def _state_of(entry: Entry, partner_id: int) -> PartnerState:
    for state in circulation_of(db.session(), entry, now=g.now):
        if state.partner.id == partner_id:
            return state
    raise NotFound


@bp.route("/<entry_id>/partner/<int:partner_id>/ansprechperson", methods=["GET", "POST"])
def partner_contact(entry_id: str, partner_id: int) -> ResponseReturnValue:
    """For who may inform partners; answers the contact; POST calls `save_contact`, redirects to the table; 422 as typed."""
    form, status = ContactForm(request.form if request.method == "POST" else None), 200
    if request.method == "POST":
        try:
            name = save_contact(
                g.call, entry_id=entry_id, partner_id=partner_id, name=form.name.data or "", email=form.email.data or ""
            )
        except Invalid as error:
            form.add_errors(error.errors)
            status = 422
        else:
            flash(_("Die Ansprechperson für %(name)s ist gespeichert.", name=name), "success")
            return redirect(_table(views.load_entry(entry_id)), 303)
    entry = views.load_entry(entry_id, Action.INFORM_PARTNERS)
    state = _state_of(entry, partner_id)
    if request.method == "GET" and state.notice is not None:
        form.name.data, form.email.data = state.notice.contact_name, state.notice.contact_email
    return render_template("applicants/partner_contact.html", entry=entry, state=state, form=form, back=_table(entry)), status


@bp.post("/<entry_id>/partner/informieren")
def inform(entry_id: str) -> ResponseReturnValue:
    """For who may inform partners; POST calls `inform_partners` and redirects to the table, saying how many or why not."""
    try:
        count = inform_partners(g.call, entry_id=entry_id, links=_links())
    except Refused as refusal:
        flash(translated(refusal.message), "danger")
    else:
        if count:
            flash(ngettext("Ein Partner wird jetzt informiert.", "%(num)s Partner werden jetzt informiert.", count), "success")
        else:
            flash(_("Es gibt niemanden, der noch zu informieren wäre."), "info")
    return redirect(_table(views.load_entry(entry_id)), 303)


@bp.post("/<entry_id>/partner/<int:partner_id>/neuer-link")
def new_partner_link(entry_id: str, partner_id: int) -> ResponseReturnValue:
    """For who may inform partners; POST calls `send_new_link`, which ends the old one, and redirects to the table."""
    try:
        name = send_new_link(g.call, entry_id=entry_id, partner_id=partner_id, links=_links())
    except Refused as refusal:
        flash(translated(refusal.message), "danger")
    else:
        flash(_("%(name)s erhält einen neuen Link. Der bisherige gilt nicht mehr.", name=name), "success")
    return redirect(_table(views.load_entry(entry_id)), 303)
