"""What the account forms are made of: fields with German labels, and checks without a write lock."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from flask import after_this_request, g
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_login import current_user
from flask_security import forms as base
from wtforms import EmailField, Field, HiddenField, PasswordField

from ikz_award.adapters.database import reads_by_default
from ikz_award.blueprints.shared.attempts import begin, origin, own_origin
from ikz_award.extensions import db
from ikz_award.services.people import logins
from ikz_award.services.record.intention import write_session

NAME_LENGTH = 120


@contextmanager
def unlocked() -> Generator[None]:
    """Check a form, password hashing included, without holding the database's write lock."""
    db.session.rollback()
    try:
        with reads_by_default():
            yield
    finally:
        db.session.rollback()


def may_send_mail(email: object) -> bool:
    """Whether this origin may have one more mail sent to the address: nobody's mailbox is flooded from here."""
    place = origin(email if isinstance(email, str) else "", purpose="mail")
    return logins.begin_attempt(now=g.now, origin=place, limit=logins.MAILS_PER_IDENTITY)


def mark_invalid(status: int = 422) -> None:
    """Answer with `status` instead of 200 when a form comes back with errors."""

    @after_this_request
    def set_status(response):  # type: ignore[no-untyped-def]
        if response.status_code == 200:
            response.status_code = status
        return response


def is_own_password(field: Any, check: Callable[[], bool]) -> bool:
    """Check a form in which one types one's own password: counted and put on record as a log-in is."""
    account_id, place = current_user.id, own_origin(current_user.id)
    if not begin(place):
        field.errors = [gettext("Zu viele Versuche. Bitte warten Sie 15 Minuten.")]
        mark_invalid(429)
        return False
    with unlocked():
        is_valid = check()
    if field.errors:
        logins.note_failure(now=g.now, origin=place, account_id=account_id)
    else:
        with write_session() as session:
            logins.forgive(session, origin=place)
    if not is_valid:
        mark_invalid()
    return is_valid


def email_field(label: Any, *validators: Any, hint: Any = "") -> EmailField:
    """An address that must be typed; `validators` are asked after Flask-Security's own, `hint` stands under the label."""
    return EmailField(
        label,
        description=hint,
        render_kw={"autocomplete": "email", "spellcheck": "false"},
        validators=[base.IsString(), base.email_required, *validators],
    )


def password_field(label: Any, *validators: Any, autocomplete: str = "current-password", hint: Any = "") -> PasswordField:
    """A password that must be typed, never filled in again; `autocomplete` tells the browser which one is meant."""
    return PasswordField(
        label,
        description=hint,
        render_kw={"autocomplete": autocomplete},
        validators=[base.IsString(), base.password_required, *validators],
    )


NEW_PASSWORD_HINT = _(
    "Mindestens 12 Zeichen. Am besten mehrere Wörter, die nichts miteinander zu tun haben; Ihr Name, Ihre Adresse und "
    "Organisation, ein einzelnes Wort und gängige Wörter mit Jahreszahl sind nicht zugelassen."
)


class LocalNext:
    """`next` leads only to pages of this application; anything else is dropped without a word."""

    next: HiddenField = HiddenField()

    def validate_next(self, field: Field) -> None:
        if field.data and not base.validate_redirect_url(field.data):
            field.data = ""
