"""Bodies outside the register that people proposed: corrected and confirmed, put to what is there already, or refused."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import BooleanField, HiddenField, StringField, TextAreaField
from wtforms.validators import InputRequired

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.body_form import OutsideBodyForm, stored_values
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.extensions import db
from ikz_award.queries.people.bodies import member_lines, proposal_view
from ikz_award.services.people import body_decisions
from ikz_award.web.returned import refused_at
from ikz_award.web.sure import require_sure


class ConfirmForm(OutsideBodyForm):
    may_lead = BooleanField(lazy("Darf Beiträge federführend einreichen"))
    knows_domain = BooleanField(lazy("Adressen mit dieser Endung künftig gleich zulassen"))


class MergeForm(KeyedForm):
    version = HiddenField(default="0")
    body = StringField(lazy("Eintrag im Verzeichnis"), validators=[InputRequired()])
    body_key = HiddenField()

    @property
    def seen_version(self) -> int:
        typed = self.version.data or ""
        return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else -1


class RefusalForm(KeyedForm):
    reason = TextAreaField(lazy("Begründung an die Person"), validators=[InputRequired()])


@bp.get("/organisationen/<int:proposal_id>")
def proposal(proposal_id: int) -> ResponseReturnValue:
    """For the organiser; answers a proposed organisation, from `proposal_view`, with the three ways to decide on it."""
    view = proposal_view(db.session(), actor=g.actor, proposal_id=proposal_id)
    row, version = view.row, str(view.row.version)
    values = stored_values(row, members=member_lines(db.session(), row.member_keys))
    return render_template(
        "admin/people/proposal.html",
        view=view,
        refusing=shown(RefusalForm),
        merging=shown(MergeForm, version=version),
        confirming=shown(
            ConfirmForm, data=values | {"may_lead": not row.form.is_abroad, "knows_domain": False}, version=version
        ),
    )


@bp.post("/organisationen/<int:proposal_id>/bestaetigen")
@refused_at("admin.proposal", ConfirmForm)
def confirm_body(proposal_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `confirm_body` with what was corrected, redirects to those who wait; 422 as typed."""
    form = ConfirmForm()
    require_sure()
    key = body_decisions.confirm_body(
        g.call,
        proposal_id=proposal_id,
        version=form.seen_version,
        typed=form.typed,
        may_lead=bool(form.may_lead.data),
        knows_domain=bool(form.knows_domain.data),
    )
    said = _(
        "„%(name)s“ ist bestätigt (Schlüssel %(key)s); die Person gehört dazu und ist benachrichtigt.",
        name=form.name.data,
        key=key,
    )
    flash(said, "success")
    return redirect(url_for("admin.people"), 303)


@bp.post("/organisationen/<int:proposal_id>/zuordnen")
@refused_at("admin.proposal", MergeForm)
def merge_body(proposal_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `merge_body` with one that is in the register and redirects to those who wait.

    With what was typed: 422, also where the box is not ticked, and 409 where somebody saved meanwhile.
    """
    form = MergeForm()
    require_sure()
    name = body_decisions.merge_body(
        g.call, proposal_id=proposal_id, version=form.seen_version, body=form.body_key.data or form.body.data or ""
    )
    flash(_("Die Person gehört jetzt zu „%(name)s“ und ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.people"), 303)


@bp.post("/organisationen/<int:proposal_id>/ablehnen")
@refused_at("admin.proposal", RefusalForm)
def reject_body(proposal_id: int) -> ResponseReturnValue:
    """For the organiser; POST calls `reject_body` and redirects to those who wait; 422 with the reason as typed."""
    require_sure()
    name = body_decisions.reject_body(g.call, proposal_id=proposal_id, reason=RefusalForm().reason.data or "")
    flash(_("„%(name)s“ ist abgelehnt; die Person ist benachrichtigt.", name=name), "success")
    return redirect(url_for("admin.people"), 303)
