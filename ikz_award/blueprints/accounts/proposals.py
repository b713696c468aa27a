"""„Ihre Organisation ist nicht dabei?“: saying what it is, and correcting or withdrawing that while it waits."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.shared.body_form import OutsideBodyForm, stored_values
from ikz_award.blueprints.shared.form_errors import show_errors
from ikz_award.domain.words.errors import Denied, Invalid
from ikz_award.extensions import db, translated
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.queries.people.bodies import member_lines, own_proposal
from ikz_award.services.people import proposed_bodies


@bp.get("/organisation")
def new_proposal() -> ResponseReturnValue:
    """For everybody logged in; answers the empty form for an organisation that is not in the register."""
    return render_template("accounts/bodies/propose_body.html", form=OutsideBodyForm(formdata=None), proposal=None)


@bp.post("/organisation")
def propose_body() -> ResponseReturnValue:
    """For everybody logged in; POST calls `propose_body` and redirects to the profile; 422 with what was typed."""
    form = OutsideBodyForm()
    try:
        proposed_bodies.propose_body(g.call, typed=form.typed)
    except Denied as refusal:
        return _again(form, refusal, None)
    flash(_("Danke. Ihre Angaben warten auf Bestätigung durch das Kompetenzzentrum. Wir schreiben Ihnen."), "success")
    return redirect(url_for("accounts.profile") + "#bodies", 303)


@bp.get("/organisation/<int:proposal_id>")
def proposal(proposal_id: int) -> ResponseReturnValue:
    """For who made the proposal; answers the form as `own_proposal` has it stored."""
    row = own_proposal(db.session(), actor=g.actor, proposal_id=proposal_id)
    values = stored_values(row, members=member_lines(db.session(), row.member_keys))
    return _page(OutsideBodyForm(formdata=None, data=values), row)


@bp.post("/organisation/<int:proposal_id>")
def correct_proposal(proposal_id: int) -> ResponseReturnValue:
    """For who made the proposal; POST calls `correct_proposal` and redirects to the profile.

    422 with what was typed, also where somebody saved meanwhile or it is decided already.
    """
    row, form = own_proposal(db.session(), actor=g.actor, proposal_id=proposal_id), OutsideBodyForm()
    try:
        proposed_bodies.correct_proposal(g.call, proposal_id=proposal_id, version=form.seen_version, typed=form.typed)
    except Denied as refusal:
        return _again(form, refusal, row)
    flash(_("Die Angaben sind gespeichert; sie warten weiter auf Bestätigung."), "success")
    return redirect(url_for("accounts.profile") + "#bodies", 303)


@bp.post("/organisation/<int:proposal_id>/zuruecknehmen")
def withdraw_proposal(proposal_id: int) -> ResponseReturnValue:
    """For who made the proposal; POST calls `withdraw_proposal` and redirects to the profile."""
    name = proposed_bodies.withdraw_proposal(g.call, proposal_id=proposal_id)
    flash(_("Die Angaben zu „%(name)s“ sind zurückgenommen.", name=name), "success")
    return redirect(url_for("accounts.profile") + "#bodies", 303)


def _again(form: OutsideBodyForm, refusal: Denied, row: ProposedBody | None) -> ResponseReturnValue:
    """The page with what was typed and what is wrong with it."""
    if isinstance(refusal, Invalid):
        show_errors(form, refusal)
    elif refusal.reason in ("too_many", "stale_version", "transition"):
        form.form_errors.append(translated(refusal.message))
    else:
        raise refusal
    return _page(form, row), 422


def _page(form: OutsideBodyForm, row: ProposedBody | None) -> str:
    return render_template("accounts/bodies/propose_body.html", form=form, proposal=row)
