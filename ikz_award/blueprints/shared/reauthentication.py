"""Is it really this person? Asked again, with the password or a passkey, before what only they may do."""

import ipaddress
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from flask import g, request, session
from flask_babel import gettext as _
from flask_login import current_user
from flask_security.utils import verify_password

from ikz_award.blueprints.shared.attempts import begin, own_origin
from ikz_award.domain.words.errors import Invalid
from ikz_award.extensions import db
from ikz_award.services.people import logins
from ikz_award.services.record.intention import write_session

# So long a passkey that was shown stands for the person, for one act.
KEY_COUNTS_FOR = timedelta(minutes=5)
_SHOWN_AT = "passkey_shown_at"


def passkeys_work() -> bool:
    """Browsers make passkeys for names alone, not for addresses such as 127.0.0.1."""
    host = request.host.rpartition(":")[0] or request.host
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return True
    return False


def noting_the_key(view: Callable[..., Any]) -> Callable[..., Any]:
    """Flask-Security's check of a passkey, with a note in the session that it was passed."""

    @wraps(view)
    def verify(token: str) -> Any:
        before = session.get("fs_paa")
        response = view(token)
        if session.get("fs_paa") != before:
            session[_SHOWN_AT] = g.now.timestamp()
        return response

    return verify


def has_shown_key() -> bool:
    """Whether the person has just shown a passkey."""
    shown_at = session.get(_SHOWN_AT)
    return shown_at is not None and 0 <= g.now.timestamp() - shown_at <= KEY_COUNTS_FOR.total_seconds()


def require_person(typed: str) -> None:
    """Raise `Invalid` ("password") unless the person has just shown a passkey, or `typed` is the own password.

    A passkey counts for one act. Guessing passwords is throttled as a log-in is.
    """
    if not typed and has_shown_key():
        session.pop(_SHOWN_AT)
        return
    place = own_origin(g.actor.account_id)
    if not begin(place):
        raise Invalid({"password": _("Zu viele Versuche. Bitte warten Sie 15 Minuten.")}, reason="throttled")
    stored = current_user.password
    db.session.rollback()  # hashing takes long: no transaction stays open meanwhile
    if not typed or not verify_password(typed, stored):
        logins.note_failure(now=g.now, origin=place, account_id=g.actor.account_id)
        raise Invalid({"password": _("Das Passwort stimmt nicht. Bitte geben Sie Ihr eigenes Passwort ein.")})
    with write_session() as write:
        logins.forgive(write, origin=place)
