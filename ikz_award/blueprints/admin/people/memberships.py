"""Who waits for the organiser to confirm where they belong."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm, MembershipForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.extensions import db
from ikz_award.queries.people import memberships as waiting
from ikz_award.queries.people.bodies import waiting_proposals
from ikz_award.services.people import memberships
from ikz_award.web.returned import refused_at


@bp.get("/zugehoerigkeiten")
def people() -> ResponseReturnValue:
    """For the organiser; answers who waits to be confirmed, from `pending`, and which organisations do."""
    found = waiting.pending(db.session(), actor=g.actor)
    proposals = waiting_proposals(db.session(), actor=g.actor)
    return render_template(
        "admin/people/people.html", pending=found, proposals=proposals, form_of=lambda: KeyedForm(formdata=None)
    )


@bp.post("/zugehoerigkeiten/<int:membership_id>/bestaetigen")
@refused_at("admin.people")
def confirm_membership(membership_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `confirm_membership` and redirects to those who wait."""
    name = memberships.confirm_membership(g.call, membership_id=membership_id)
    flash(_("Die Zugehörigkeit zu „%(name)s“ ist bestätigt; die Person ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.people"))


@bp.get("/zugehoerigkeiten/<int:membership_id>/ablehnen")
def confirm_rejection(membership_id: int) -> ResponseReturnValue:
    """For the organiser; answers who would be refused, from `pending_one`, and asks for a reason."""
    person = waiting.pending_one(db.session(), actor=g.actor, membership_id=membership_id)
    return render_template("admin/people/reject_membership.html", person=person, form=shown(MembershipForm))


@bp.post("/zugehoerigkeiten/<int:membership_id>/ablehnen")
@refused_at("admin.confirm_rejection", MembershipForm)
def reject_membership(membership_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `reject_membership` and redirects to those who wait."""
    form = MembershipForm()
    name = memberships.reject_membership(g.call, membership_id=membership_id, reason=form.reason.data or "")
    flash(_("Die Zugehörigkeit zu „%(name)s“ ist abgelehnt; die Person ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.people"))
