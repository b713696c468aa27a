"""What follows from a log-in, a log-out, a new password: a record, a fresh session, the end of others."""

from typing import Any

from flask import Flask, g, request, session
from flask_login import user_logged_in, user_logged_out
from flask_security import (
    change_email_confirmed,
    change_email_instructions_sent,
    confirm_instructions_sent,
    password_changed,
    password_reset,
    reset_password_instructions_sent,
    user_authenticated,
    user_confirmed,
    user_not_registered,
    user_registered,
    wan_deleted,
    wan_registered,
)

from ikz_award.blueprints.accounts.messages import home, send_letter
from ikz_award.blueprints.shared.attempts import own_origin
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.letters import accounts
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.services.people import logins
from ikz_award.web.sessions import current_token_hash, renew_session


def connect_signals(app: Flask) -> None:
    """Let log-ins, log-outs, registrations, new passwords, addresses and passkeys be recorded, and sessions end with them."""
    user_logged_in.connect(_renew, app)
    user_logged_out.connect(_logged_out, app)
    user_authenticated.connect(_logged_in, app)
    user_registered.connect(_registered, app)
    user_confirmed.connect(_confirmed, app)
    for mail_is_queued in (
        user_not_registered,
        confirm_instructions_sent,
        reset_password_instructions_sent,
        change_email_instructions_sent,
    ):
        mail_is_queued.connect(_taken, app)
    change_email_confirmed.connect(_email_changed, app)
    password_changed.connect(_password_changed, app)
    password_reset.connect(_password_reset, app)
    wan_registered.connect(_passkey_added, app)
    wan_deleted.connect(_passkey_removed, app)


def form_key() -> str:
    """The idempotency key of the form that was sent; empty where it brought none."""
    return g.call.key or ""


def remember_sessions_of(account: Any) -> None:
    """Before a new password changes the name that sessions are stored under."""
    g.former_uniquifier = account.fs_uniquifier


def _record(account: Account, action: AuditAction) -> None:
    logins.record(db.session(), actor=actor_of(db.session(), account), now=g.now, action=action)


def _renew(sender: Flask, **_: Any) -> None:
    # A CSRF token from before the log-in was known to whoever had the session before.
    session.pop("csrf_token", None)
    g.pop("csrf_token", None)
    renew_session()


def _logged_in(sender: Flask, user: Account, authn_via: list[str] | None = None, **_: Any) -> None:
    if authn_via == ["change"]:
        return
    logins.forgive(db.session(), origin=own_origin(user.id))
    _record(user, AuditAction.ACCOUNT_LOGIN)


def _logged_out(sender: Flask, user: Any, **_: Any) -> None:
    session.clear()
    renew_session()
    if getattr(user, "is_authenticated", False):
        _record(user, AuditAction.ACCOUNT_LOGOUT)


def _registered(sender: Flask, user: Account, **_: Any) -> None:
    _taken(sender)
    _record(user, AuditAction.ACCOUNT_REGISTER)


def _taken(sender: Flask, **_: Any) -> None:
    """A form that made a mail: sent a second time it makes no other."""
    db.session.flush()
    logins.note_sent(db.session(), key=form_key(), action=str(request.endpoint), now=g.now)


def _confirmed(sender: Flask, user: Account, **_: Any) -> None:
    _record(user, AuditAction.ACCOUNT_CONFIRM_EMAIL)


def _email_changed(sender: Flask, user: Account, old_email: str, **_: Any) -> None:
    """The old address hears of it, so that whoever lost the account this way can say so."""
    db.session.flush()
    send_letter(accounts.address_changed(old=old_email, new=user.email, home=home()), recipient=old_email)
    _record(user, AuditAction.ACCOUNT_CHANGE_EMAIL)


def _password_changed(sender: Flask, user: Account, **_: Any) -> None:
    logins.drop_sessions(db.session(), uniquifier=g.former_uniquifier, except_hash=current_token_hash())
    _record(user, AuditAction.ACCOUNT_CHANGE_PASSWORD)


def _password_reset(sender: Flask, user: Account, **_: Any) -> None:
    logins.drop_sessions(db.session(), uniquifier=g.former_uniquifier)
    _record(user, AuditAction.ACCOUNT_RESET_PASSWORD)


def _passkey_added(sender: Flask, user: Account, name: str, **_: Any) -> None:
    """The person hears of it, so that nobody else adds a key in silence."""
    account = db.session.get_one(Account, user.id)
    send_letter(accounts.passkey_added(name=name, home=home()), recipient=account.email)
    _record(account, AuditAction.ACCOUNT_ADD_PASSKEY)


def _passkey_removed(sender: Flask, user: Account, **_: Any) -> None:
    _record(db.session.get_one(Account, user.id), AuditAction.ACCOUNT_REMOVE_PASSKEY)
