"""Partners: added and removed one by one."""

from flask import flash, g, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import NamedPartnerForm, RegisterPartnerForm
from ikz_award.blueprints.applicants.steps.steps import step_page
from ikz_award.domain.permissions.table import Action
from ikz_award.models.editions.editions import StepKind
from ikz_award.services.entries.partners import TypedPartner, add_partner, remove_partner
from ikz_award.web.returned import refused_at


def _back(entry_id: str) -> ResponseReturnValue:
    entry = views.load_entry(entry_id)
    return redirect(views.step_url(entry, views.step_of_kind(entry, StepKind.PARTNERS)) + "#liste", 303)


def _partners_page(entry_id: str) -> str:
    entry = views.load_entry(entry_id, Action.EDIT_ENTRY)
    return step_page(entry, views.step_of_kind(entry, StepKind.PARTNERS))


@bp.post("/<entry_id>/partner")
@refused_at("applicants.entry", RegisterPartnerForm, page=_partners_page)
def add_register_partner(entry_id: str) -> ResponseReturnValue:
    """For who may edit the entry; POST calls `add_partner` with one from the register and redirects to the list.

    422 with what was typed.
    """
    form = RegisterPartnerForm(request.form)
    typed = TypedPartner(body_key=form.body_key.data or "", body_name=form.body_name.data or " ")
    return _add_partner(entry_id, typed)


@bp.post("/<entry_id>/partner/mit-namen")
@refused_at("applicants.entry", NamedPartnerForm, page=_partners_page)
def add_named_partner(entry_id: str) -> ResponseReturnValue:
    """For who may edit the entry; POST calls `add_partner` with name, country and kind and redirects to the list.

    422 with what was typed.
    """
    form = NamedPartnerForm(request.form)
    typed = TypedPartner(name=form.name.data or "", country=form.country.data or "", kind=form.kind.data or "")
    return _add_partner(entry_id, typed)


def _add_partner(entry_id: str, typed: TypedPartner) -> ResponseReturnValue:
    name = add_partner(g.call, entry_id=entry_id, partner=typed)
    flash(_("%(name)s ist als Partner eingetragen.", name=name), "success")
    return _back(entry_id)


def _to_list(entry_id: str, **_more: object) -> ResponseReturnValue:
    """What is refused here had nothing typed: it is said above the list."""
    return _back(entry_id)


@bp.post("/<entry_id>/partner/<int:partner_id>/entfernen")
@refused_at("applicants.entry", keeps=True, page=_to_list)
def remove_named_partner(entry_id: str, partner_id: int) -> ResponseReturnValue:
    """For who may edit the entry; POST calls `remove_partner` and redirects to the list."""
    name = remove_partner(g.call, entry_id=entry_id, partner_id=partner_id)
    if name:
        flash(_("%(name)s ist nicht mehr als Partner eingetragen.", name=name), "success")
    return _back(entry_id)
