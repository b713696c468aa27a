"""Every place that takes a password counts attempts in one way: log-in, being asked again, change of password, seal."""

from flask import current_app, g, request
from flask_security.proxies import _security

from ikz_award.adapters.database import reads_by_default
from ikz_award.extensions import db
from ikz_award.services.people import logins


def origin(email: str, *, purpose: str = "login") -> logins.Origin:
    """Where this request comes from and for whom, for counting. Before anything is written: it ends the transaction."""
    db.session.rollback()
    with reads_by_default():
        who = logins.identity(db.session(), email, normalize=_security.mail_util.normalize)
        db.session.rollback()
    return _origin(who, purpose)


def own_origin(account_id: int | None) -> logins.Origin:
    """The same for an account that is known."""
    return _origin(logins.identity_of(account_id), "login")


def _origin(who: str, purpose: str) -> logins.Origin:
    return logins.origin_of(
        secret=current_app.config["SECRET_KEY"], address=request.remote_addr or "", who=who, purpose=purpose
    )


def begin(place: logins.Origin) -> bool:
    """Whether one more password may be tried from here."""
    return logins.begin_attempt(now=g.now, origin=place)
