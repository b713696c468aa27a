"""Working together: who is invited to an entry, with which right, and what a link from the mail leads to."""

from flask import Response, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import InviteForm, PlainKeyedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.blueprints.shared.links import invitation_links
from ikz_award.domain.entries.rights import EntryRight, InvitationState
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.words.errors import Denied
from ikz_award.extensions import db
from ikz_award.queries.entries.rights import collaborators_of, colleagues_of, invitation_behind, state_of_invitation
from ikz_award.reports.result.labels import label
from ikz_award.services.entries import invitations
from ikz_award.services.entries import rights as entry_rights
from ikz_award.web.door import Audience, audience
from ikz_award.web.returned import refused_at


@bp.get("/<entry_id>/mitwirkende")
def collaborators(entry_id: str) -> ResponseReturnValue:
    """For who may share the entry; answers who works on it with which right, and the form to invite."""
    entry = views.load_entry(entry_id, Action.SHARE_ENTRY)
    return render_template(
        "applicants/collaborators.html",
        entry=entry,
        form=shown(InviteForm),
        rights=list(EntryRight),
        people=collaborators_of(db.session(), entry, now=g.now),
        colleagues=colleagues_of(db.session(), entry),
    )


@bp.post("/<entry_id>/mitwirkende")
@refused_at("applicants.collaborators", InviteForm)
def invite_collaborator(entry_id: str) -> ResponseReturnValue:
    """For who may share the entry; POST calls `rights.invite` and redirects to the list; 422 with what was typed."""
    form = InviteForm(request.form)
    address = entry_rights.invite(
        g.call, entry_id=entry_id, email=form.email.data or "", right=form.right.data or "", links=invitation_links()
    )
    flash(_("Die Einladung an %(address)s ist unterwegs.", address=address), "success")
    return _back(entry_id)


@bp.post("/<entry_id>/mitwirkende/<int:invitation_id>/noch-einmal")
@refused_at("applicants.collaborators")
def invite_collaborator_again(entry_id: str, invitation_id: int) -> ResponseReturnValue:
    """For who may share the entry; POST calls `rights.send_again`, which ends the old link, and redirects to the list."""
    address = entry_rights.send_again(g.call, entry_id=entry_id, invitation_id=invitation_id, links=invitation_links())
    said = _("Eine neue Einladung an %(address)s ist unterwegs. Der bisherige Link gilt nicht mehr.", address=address)
    flash(said, "success")
    return _back(entry_id)


@bp.post("/<entry_id>/mitwirkende/<int:invitation_id>/recht")
@refused_at("applicants.collaborators")
def change_collaborator(entry_id: str, invitation_id: int) -> ResponseReturnValue:
    """For who may share the entry; POST calls `rights.change_right` and redirects to the list, saying why not."""
    right = request.form.get("right", "")
    address = entry_rights.change_right(g.call, entry_id=entry_id, invitation_id=invitation_id, right=right)
    flash(_("%(address)s hat jetzt das Recht „%(right)s“.", address=address, right=label(EntryRight(right))), "success")
    return _back(entry_id)


@bp.post("/<entry_id>/mitwirkende/<int:invitation_id>/entziehen")
@refused_at("applicants.collaborators")
def remove_collaborator(entry_id: str, invitation_id: int) -> ResponseReturnValue:
    """For who may share the entry; POST calls `rights.take_away` and redirects to the list."""
    address = entry_rights.take_away(g.call, entry_id=entry_id, invitation_id=invitation_id)
    flash(
        _("%(address)s hat keinen Zugang mehr. Wenn das ein Versehen war, laden Sie die Person neu ein.", address=address),
        "success",
    )
    return _back(entry_id)


def _back(entry_id: str) -> ResponseReturnValue:
    return redirect(url_for("applicants.collaborators", entry_id=entry_id), 303)


@bp.get("/einladung/<token>")
@audience(Audience.PUBLIC)
def invitation(token: str) -> ResponseReturnValue:
    """What a mail's link shows. Looking changes nothing: mail programs follow links by themselves."""
    row = invitation_behind(db.session(), token)
    if row is not None and row.revoked_at is None and g.actor.is_authenticated and row.account_id == g.actor.account_id:
        return redirect(url_for("applicants.entry", entry_id=row.entry.public_id))
    return _invitation_page(token)


@bp.post("/einladung/<token>")
def accept_invitation(token: str) -> ResponseReturnValue:
    """For applicants; POST calls `invitations.accept` and redirects to the entry.

    Where it cannot be accepted, the page of the invitation says why: 404 for no link of ours, 410 for one that is over.
    """
    try:
        entry_id = invitations.accept(g.call, token=token)
    except Denied:
        return _invitation_page(token)
    flash(_("Willkommen. Sie finden diesen Beitrag von nun an unter „Meine Bewerbungen“."), "success")
    return redirect(url_for("applicants.entry", entry_id=entry_id), 303)


def _invitation_page(token: str) -> Response:
    """The invitation, or why it is none any more and what to do: 404 for no link of ours, 410 for one that is over."""
    row = invitation_behind(db.session(), token)
    state = state_of_invitation(row, now=g.now) if row is not None else None
    refusal, status = None, 404
    if row is not None:
        status = 200 if state is InvitationState.INVITED else 410
        try:
            invitations.check_acceptable(row, actor=g.actor, now=g.now)
        except Denied as refused:
            # Who is not logged in has no address yet that could be the wrong one.
            refusal = refused if g.actor.is_authenticated or status == 410 else None
    response = make_response(
        render_template(
            "applicants/invitation.html",
            row=row,
            state=state,
            token=token,
            form=PlainKeyedForm(),
            reason=refusal.reason if refusal else "",
            message=refusal.message if refusal else "",
        ),
        status,
    )
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
