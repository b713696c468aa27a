"""A person's own pages: where to go after log-in, the profile."""

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.web.door import Audience, audience


@bp.get("/start")
def start() -> ResponseReturnValue:
    """After log-in: each to their own work."""
    if g.actor.is_admin:
        return redirect(url_for("admin.home"))
    if g.actor.seats:
        return redirect(url_for("jury.home"))
    return redirect(url_for("applicants.home"))


@bp.get("/registriert")
@audience(Audience.PUBLIC)
def registered() -> ResponseReturnValue:
    return render_template("accounts/registered.html")


@bp.get("/")
def profile() -> ResponseReturnValue:
    return render_template("accounts/profile.html")
