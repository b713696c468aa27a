"""A person's own pages: where to go after log-in, the profile, its sessions."""

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.accounts import memberships_of, sessions_of
from ikz_award.services.logins import end_all_sessions
from ikz_award.web.door import Audience, audience
from ikz_award.web.sessions import current_token_hash, leave_session


@bp.get("/start")
def start() -> ResponseReturnValue:
    """After log-in: each to their own work."""
    if g.actor.is_admin:
        return redirect(url_for("admin.home"))
    if g.actor.seats:
        return redirect(url_for("jury.home"))
    if not memberships_of(db.session(), account_id=g.actor.account_id):
        return redirect(url_for("accounts.choose_body"))
    return redirect(url_for("applicants.home"))


@bp.get("/registriert")
@audience(Audience.PUBLIC)
def registered() -> ResponseReturnValue:
    return render_template("accounts/registered.html")


@bp.get("/")
def profile() -> ResponseReturnValue:
    return render_template(
        "accounts/profile.html",
        memberships=memberships_of(db.session(), account_id=g.actor.account_id),
        sessions=sessions_of(db.session(), account_id=g.actor.account_id, current_hash=current_token_hash(), now=g.now),
    )


@bp.post("/ueberall-abmelden")
def end_sessions() -> ResponseReturnValue:
    end_all_sessions(actor=g.actor, now=g.now, key=request.form.get("idempotency_key", ""))
    leave_session()
    flash(_("Sie sind überall abgemeldet."), "success")
    return redirect(url_for("security.login"))


from ikz_award.blueprints.accounts import routes_bodies, routes_resume  # noqa: E402, F401 - they add their views
