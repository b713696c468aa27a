"""Is it really this person? Asked again, with the password, before what only they may do."""

from flask import current_app, g, request
from flask_babel import gettext as _
from flask_login import current_user
from flask_security.utils import verify_password

from ikz_award.domain.errors import Invalid
from ikz_award.extensions import db
from ikz_award.services import logins
from ikz_award.services.intention import write_session


def require_password(typed: str) -> None:
    """Raise `Invalid` ("password") unless it is the password of who is logged in; guessing is throttled as a log-in is."""
    origin = logins.origin_of(
        secret=str(current_app.secret_key), address=request.remote_addr or "", email=g.actor.email, purpose="reauthenticate"
    )
    if not logins.begin_attempt(now=g.now, origin=origin):
        raise Invalid({"password": _("Zu viele Versuche. Bitte warten Sie 15 Minuten.")}, reason="throttled")
    stored = current_user.password
    db.session.rollback()  # hashing takes long: no transaction stays open meanwhile
    if not typed or not verify_password(typed, stored):
        raise Invalid({"password": _("Das Passwort stimmt nicht. Bitte geben Sie Ihr eigenes Passwort ein.")})
    with write_session() as session:
        logins.forgive(session, origin=origin)
