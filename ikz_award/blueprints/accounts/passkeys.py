"""An account's first passkey, in place of a password: with the link of an invitation or of „Passwort vergessen“."""

import secrets

from flask import flash, g, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_security.recoverable import reset_password_token_status, update_password
from flask_security.utils import get_message, login_user

from ikz_award.adapters.database import allow_writes_by_default
from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.accounts.signals import remember_sessions_of
from ikz_award.extensions import db
from ikz_award.web.door import Audience, audience


@bp.post("/zugang/<token>")
@audience(Audience.PUBLIC)
def start_with_passkey(token: str) -> ResponseReturnValue:
    """Use the link up: nobody knows the new password, other sessions end, and the person sets up a passkey."""
    if g.actor.is_authenticated:
        return redirect(url_for("security.wan_register"), 303)
    # As on Flask-Security's own pages: it writes by itself, and the session's row is written on another connection.
    db.session.rollback()
    allow_writes_by_default(is_allowed=True)
    expired, invalid, account = reset_password_token_status(token)
    is_good = not (expired or invalid or account is None) and account.is_active
    if is_good:
        remember_sessions_of(account)
        update_password(account, secrets.token_urlsafe(32))
        login_user(account, authn_via=["reset"])
        db.session.commit()
    else:
        db.session.rollback()
        flash(get_message("INVALID_RESET_PASSWORD_TOKEN")[0], "error")
    allow_writes_by_default(is_allowed=False)
    return redirect(url_for("security.wan_register" if is_good else "security.forgot_password"), 303)
