"""Choosing one's municipality from the register, with and without JavaScript, and leaving it again."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.accounts.bodies_forms import ChoiceForm, ProposedBodyForm
from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.shared.form_errors import require_valid, shown
from ikz_award.extensions import db
from ikz_award.models.people.accounts import MembershipStatus
from ikz_award.queries.actor.accounts import memberships_of
from ikz_award.queries.people.memberships import leaving
from ikz_award.queries.people.register import ambiguous_bodies, resolve_body, search_bodies
from ikz_award.services.people.memberships import confirm_membership, reject_membership
from ikz_award.services.people.organisations import join_organisation, leave_organisation
from ikz_award.web.returned import refused_at


@bp.get("/kommune")
def choose_body() -> ResponseReturnValue:
    """For everybody logged in; answers the form to find one's municipality, with `memberships_of` beside it."""
    return _form_page(shown(ProposedBodyForm))


@bp.post("/kommune")
@refused_at("accounts.choose_body", ProposedBodyForm)
def join_body() -> ResponseReturnValue:
    """For everybody logged in.

    POST calls `join_organisation` and redirects to the entries or, while that waits, the profile. What is typed is looked
    up with `resolve_body`; several that fit are offered as a choice, none that fits comes back in the form (both 422).
    """
    form = ProposedBodyForm()
    require_valid(form)
    typed = form.body.data or ""
    body = resolve_body(db.session(), form.body_key.data or typed)
    if body is not None:
        return _join(body.key)
    found = ambiguous_bodies(db.session(), typed) or search_bodies(db.session(), typed, limit=12)
    if found:
        choices = ChoiceForm(formdata=None)
        choices.offer(found)
        return render_template("accounts/bodies/choose_among.html", form=choices, typed=typed), 422
    form.say_unknown()
    return _form_page(form), 422


@bp.get("/kommune/verlassen")
def confirm_leaving() -> ResponseReturnValue:
    """For a member of the body (`kommune`); answers what leaving would mean, from `leaving`, and asks."""
    found = leaving(db.session(), actor=g.actor, body_key=request.args.get("kommune", ""))
    return render_template("accounts/bodies/leave_body.html", leaving=found)


@bp.post("/kolleginnen/<int:membership_id>/bestaetigen")
@refused_at("accounts.profile")
def admit_colleague(membership_id: int) -> ResponseReturnValue:
    """For members of the same body; POST calls `confirm_membership` and redirects to the profile."""
    name = confirm_membership(g.call, membership_id=membership_id)
    flash(_("Die Person gehört jetzt zu „%(name)s“ und ist benachrichtigt.", name=name), "success")
    return redirect(url_for("accounts.profile"), 303)


@bp.post("/kolleginnen/<int:membership_id>/ablehnen")
@refused_at("accounts.profile")
def decline_colleague(membership_id: int) -> ResponseReturnValue:
    """For members of the same body; POST calls `reject_membership` without a reason and redirects to the profile."""
    name = reject_membership(g.call, membership_id=membership_id, reason="")
    flash(_("Die Zugehörigkeit zu „%(name)s“ ist abgelehnt; die Person ist benachrichtigt.", name=name), "success")
    return redirect(url_for("accounts.profile"), 303)


@bp.post("/kommune/verlassen")
@refused_at("accounts.profile")
def leave_body() -> ResponseReturnValue:
    """For a member of the body (`body_key`); POST calls `leave_organisation` and redirects to the profile."""
    name = leave_organisation(g.call, body_key=request.form.get("body_key", ""))
    flash(_("Sie gehören nicht mehr zu „%(body)s“.", body=name), "success")
    return redirect(url_for("accounts.profile"))


def _join(body_key: str) -> ResponseReturnValue:
    status = join_organisation(g.call, body_key=body_key)
    if status is MembershipStatus.ACTIVE:
        flash(_("Ihre Kommune ist gespeichert. Sie können jetzt einen Beitrag anlegen."), "success")
        return redirect(url_for("applicants.home"))
    said = _(
        "Das Kompetenzzentrum oder jemand aus Ihrer Kommune bestätigt jetzt, dass Sie dort arbeiten. Wir schreiben Ihnen, "
        "sobald es so weit ist."
    )
    flash(said, "info")
    return redirect(url_for("accounts.profile"))


def _form_page(form: ProposedBodyForm) -> str:
    memberships = memberships_of(db.session(), account_id=g.actor.account_id)
    return render_template("accounts/bodies/choose_body.html", form=form, memberships=memberships)
