"""„Ihre Organisation ist nicht dabei?“: saying what it is, and correcting or withdrawing that while it waits."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.shared.body_form import OutsideBodyForm, stored_values
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.extensions import db
from ikz_award.queries.people.bodies import member_lines, own_proposal
from ikz_award.services.people import proposed_bodies
from ikz_award.web.returned import refused_at


@bp.get("/organisation")
def new_proposal() -> ResponseReturnValue:
    """For everybody logged in; answers the empty form for an organisation that is not in the register."""
    return render_template("accounts/bodies/propose_body.html", form=shown(OutsideBodyForm), proposal=None)


@bp.post("/organisation")
@refused_at("accounts.new_proposal", OutsideBodyForm)
def propose_body() -> ResponseReturnValue:
    """For everybody logged in; POST calls `propose_body` and redirects to the profile; 422 with what was typed."""
    proposed_bodies.propose_body(g.call, typed=OutsideBodyForm().typed)
    flash(_("Danke. Ihre Angaben warten auf Bestätigung durch das Kompetenzzentrum. Wir schreiben Ihnen."), "success")
    return redirect(url_for("accounts.profile") + "#bodies", 303)


@bp.get("/organisation/<int:proposal_id>")
def proposal(proposal_id: int) -> ResponseReturnValue:
    """For who made the proposal; answers the form as `own_proposal` has it stored."""
    row = own_proposal(db.session(), actor=g.actor, proposal_id=proposal_id)
    values = stored_values(row, members=member_lines(db.session(), row.member_keys))
    form = shown(OutsideBodyForm, data=values, version=values["version"])
    return render_template("accounts/bodies/propose_body.html", form=form, proposal=row)


@bp.post("/organisation/<int:proposal_id>")
@refused_at("accounts.proposal", OutsideBodyForm)
def correct_proposal(proposal_id: int) -> ResponseReturnValue:
    """For who made the proposal; POST calls `correct_proposal` and redirects to the profile.

    With what was typed: 422, where somebody saved meanwhile or it is decided already 409.
    """
    form = OutsideBodyForm()
    proposed_bodies.correct_proposal(g.call, proposal_id=proposal_id, version=form.seen_version, typed=form.typed)
    flash(_("Die Angaben sind gespeichert; sie warten weiter auf Bestätigung."), "success")
    return redirect(url_for("accounts.profile") + "#bodies", 303)


@bp.post("/organisation/<int:proposal_id>/zuruecknehmen")
@refused_at("accounts.profile")
def withdraw_proposal(proposal_id: int) -> ResponseReturnValue:
    """For who made the proposal; POST calls `withdraw_proposal` and redirects to the profile."""
    name = proposed_bodies.withdraw_proposal(g.call, proposal_id=proposal_id)
    flash(_("Die Angaben zu „%(name)s“ sind zurückgenommen.", name=name), "success")
    return redirect(url_for("accounts.profile") + "#bodies", 303)
