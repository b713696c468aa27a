"""A person's own pages: where to go after log-in, the profile, its sessions."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.shared.links import invitation_links
from ikz_award.domain.entries.reminders import Reminder
from ikz_award.domain.people.bodies import ProposalState
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import memberships_of, sessions_of
from ikz_award.queries.entries.rights import open_invitations
from ikz_award.queries.people.bodies import own_proposals
from ikz_award.queries.people.deputies import own_deputyships
from ikz_award.queries.people.memberships import pending_colleagues
from ikz_award.services.editions.reminders import mute_reminders
from ikz_award.services.people.logins import end_all_sessions
from ikz_award.web.door import Audience, audience
from ikz_award.web.returned import refused_at
from ikz_award.web.sessions import current_token_hash, leave_session

REMINDERS = {
    Reminder.QUIET: lazy("wenn zwei Wochen lang niemand daran gearbeitet hat"),
    Reminder.WEEK: lazy("eine Woche vor dem Einsendeschluss"),
    Reminder.TWO_DAYS: lazy("zwei Tage vor dem Einsendeschluss"),
    Reminder.HOURS: lazy("sechs Stunden vor dem Einsendeschluss"),
}


@bp.get("/start")
def start() -> ResponseReturnValue:
    """After log-in: each to their own work."""
    if g.actor.is_admin:
        return redirect(url_for("admin.home"))
    if g.actor.seats:
        return redirect(url_for("jury.home"))
    if memberships_of(db.session(), account_id=g.actor.account_id) or g.actor.rights:
        return redirect(url_for("applicants.home"))
    # Whoever made an account because of an invitation belongs to no municipality here, and need not.
    for waiting in open_invitations(db.session(), actor=g.actor, now=g.now):
        return redirect(url_for("applicants.invitation", token=invitation_links().token(waiting.nonce)))
    # Who has named an organisation and waits sees how that stands.
    waits = any(row.state is ProposalState.WAITING for row in own_proposals(db.session(), actor=g.actor))
    return redirect(url_for("accounts.profile" if waits else "accounts.choose_body"))


@bp.get("/registriert")
@audience(Audience.PUBLIC)
def registered() -> ResponseReturnValue:
    """For everybody; answers what to do after registering, the same whether there was an account before."""
    return render_template("accounts/registered.html")


@bp.get("/")
def profile() -> ResponseReturnValue:
    """For everybody logged in; answers their own bodies, proposals, deputies, waiting colleagues, reminders and sessions."""
    return render_template(
        "accounts/profile.html",
        memberships=memberships_of(db.session(), account_id=g.actor.account_id),
        proposals=own_proposals(db.session(), actor=g.actor),
        deputyships=own_deputyships(db.session(), actor=g.actor, now=g.now),
        colleagues=pending_colleagues(db.session(), actor=g.actor),
        reminders=REMINDERS,
        muted=db.session.get_one(Account, g.actor.account_id).muted_reminders or (),
        sessions=sessions_of(db.session(), account_id=g.actor.account_id, current_hash=current_token_hash(), now=g.now),
    )


@bp.post("/erinnerungen")
@refused_at("accounts.profile", anchor="reminders")
def choose_reminders() -> ResponseReturnValue:
    """For everybody logged in; POST calls `mute_reminders` with the kinds left unticked and redirects to the profile."""
    wanted = set(request.form.getlist("wanted"))
    muted = [kind for kind in Reminder if kind.value not in wanted]
    mute_reminders(g.call, muted=muted)
    flash(_("Ihre Auswahl ist gespeichert."), "success")
    return redirect(url_for("accounts.profile") + "#reminders", 303)


@bp.post("/ueberall-abmelden")
@refused_at("accounts.profile")
def end_sessions() -> ResponseReturnValue:
    """For everybody logged in; POST calls `end_all_sessions`, leaves this one too and redirects to the log-in."""
    end_all_sessions(g.call)
    leave_session()
    flash(_("Sie sind überall abgemeldet."), "success")
    return redirect(url_for("security.login"))
