"""Informing the partners: who is told, when, and again."""

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import ContactForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import StepKind
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.circulation import PartnerState, circulation_of
from ikz_award.services.entries.circulation import Links, inform_partners, save_contact, send_new_link
from ikz_award.web.returned import refused_at, returned


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


def _contact_page(entry_id: str, partner_id: int) -> str:
    entry = views.load_entry(entry_id, Action.INFORM_PARTNERS)
    state = _state_of(entry, partner_id)
    form = shown(ContactForm)
    if not returned() and state.notice is not None:
        form.name.data, form.email.data = state.notice.contact_name, state.notice.contact_email
    return render_template("applicants/partner_contact.html", entry=entry, state=state, form=form, back=_table(entry))


@bp.route("/<entry_id>/partner/<int:partner_id>/ansprechperson", methods=["GET", "POST"])
@refused_at("applicants.partner_contact", ContactForm, page=_contact_page)
def partner_contact(entry_id: str, partner_id: int) -> ResponseReturnValue:
    """For who may inform partners; answers the contact; POST calls `save_contact`, redirects to the table; 422 as typed."""
    if request.method != "POST":
        return _contact_page(entry_id, partner_id)
    form = ContactForm(request.form)
    name = save_contact(
        g.call, entry_id=entry_id, partner_id=partner_id, name=form.name.data or "", email=form.email.data or ""
    )
    flash(_("Die Ansprechperson für %(name)s ist gespeichert.", name=name), "success")
    return redirect(_table(views.load_entry(entry_id)), 303)


def _to_table(entry_id: str, **_more: object) -> ResponseReturnValue:
    """What is refused here had nothing typed: it is said where the table stands."""
    return redirect(_table(views.load_entry(entry_id)), 303)


@bp.post("/<entry_id>/partner/informieren")
@refused_at("applicants.entry", keeps=True, page=_to_table)
def inform(entry_id: str) -> ResponseReturnValue:
    """For who may inform partners; POST calls `inform_partners` and redirects to the table, saying how many or why not."""
    count = inform_partners(g.call, entry_id=entry_id, links=_links())
    if count:
        flash(ngettext("Ein Partner wird jetzt informiert.", "%(num)s Partner werden jetzt informiert.", count), "success")
    else:
        flash(_("Es gibt niemanden, der noch zu informieren wäre."), "info")
    return redirect(_table(views.load_entry(entry_id)), 303)


@bp.post("/<entry_id>/partner/<int:partner_id>/neuer-link")
@refused_at("applicants.entry", keeps=True, page=_to_table)
def new_partner_link(entry_id: str, partner_id: int) -> ResponseReturnValue:
    """For who may inform partners; POST calls `send_new_link`, which ends the old one, and redirects to the table."""
    name = send_new_link(g.call, entry_id=entry_id, partner_id=partner_id, links=_links())
    flash(_("%(name)s erhält einen neuen Link. Der bisherige gilt nicht mehr.", name=name), "success")
    return redirect(_table(views.load_entry(entry_id)), 303)
