"""Links with which somebody sets a password: of an invitation, for days, and of „Passwort vergessen“, for minutes.

Both name the account by what changes with its password (`fs_uniquifier`), and so work once. The one of an invitation only opens
a fresh one of the other kind: all that follows is the same.
"""

from dataclasses import dataclass
from datetime import timedelta

from flask import current_app
from flask_security.recoverable import generate_reset_password_token
from flask_security.utils import check_and_get_token_status
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account

INVITATION_FOR = timedelta(days=7)
# Whoever has a link that is over gets another one from it, for so long.
RENEWED_FOR = timedelta(days=60)


@dataclass(frozen=True)
class PasswordLink:
    """What a link is worth: `account` None: it is none, or was used; `is_over`: too old."""

    account: Account | None
    is_over: bool


def invitation_token(account: Account) -> str:
    """A signed name of the account, good for `INVITATION_FOR` and until its password is set."""
    return _serializer().dumps(account.fs_uniquifier)


def behind_invitation(token: str) -> PasswordLink:
    """Whose invitation it is, and whether it is over; no account for what is none of ours, used up, or of a locked one."""
    try:
        return PasswordLink(_account(_serializer().loads(token, max_age=int(INVITATION_FOR.total_seconds()))), is_over=False)
    except SignatureExpired:
        return PasswordLink(_account(_serializer().loads(token)), is_over=True)
    except BadSignature:
        return PasswordLink(None, is_over=False)


def behind_reset(token: str) -> PasswordLink:
    """Whose link of „Passwort vergessen“ it is, and whether it is over; no account for what is none, used up, or locked."""
    within: timedelta = current_app.config["SECURITY_RESET_PASSWORD_WITHIN"]
    expired, invalid, data = check_and_get_token_status(token, "reset", within)
    return PasswordLink(None if invalid or not data else _account(data[0]), is_over=expired)


def to_renew(token: str) -> Account | None:
    """The account that another link may be sent to, for a link of either kind that is not older than two months."""
    age = int(RENEWED_FOR.total_seconds())
    try:
        return _account(_serializer().loads(token, max_age=age))
    except BadSignature:
        _expired, invalid, data = check_and_get_token_status(token, "reset", RENEWED_FOR)
        return None if invalid or _expired or not data else _account(data[0])


def fresh_reset_token(account: Account) -> str:
    """The token that Flask-Security's own page for a new password takes, good for `reset_minutes` and once."""
    return generate_reset_password_token(account)


def reset_minutes() -> int:
    """How long a link of „Passwort vergessen“ works."""
    return int(current_app.config["SECURITY_RESET_PASSWORD_WITHIN"].total_seconds() // 60)


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="invitation to set a password")


def _account(uniquifier: object) -> Account | None:
    """Who can still log in with it."""
    if not isinstance(uniquifier, str):
        return None
    return db.session.scalar(select(Account).where(Account.fs_uniquifier == uniquifier, Account.active))
