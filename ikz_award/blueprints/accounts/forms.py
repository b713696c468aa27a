"""The forms of the account pages: Flask-Security's, with German labels and short transactions."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from flask import after_this_request
from flask_babel import lazy_gettext as _
from flask_security import forms as base
from wtforms import BooleanField, EmailField, Field, HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from ikz_award.adapters.database import reads_by_default
from ikz_award.extensions import db

NAME_LENGTH = 120


@contextmanager
def _unlocked() -> Generator[None]:
    """Check a form, password hashing included, without holding the database's write lock."""
    db.session.rollback()
    try:
        with reads_by_default():
            yield
    finally:
        db.session.rollback()


def _mark_invalid() -> None:
    """Answer 422 instead of 200 when a form comes back with errors."""

    @after_this_request
    def set_status(response):  # type: ignore[no-untyped-def]
        if response.status_code == 200:
            response.status_code = 422
        return response


def _email(label: Any, *validators: Any, hint: Any = "") -> EmailField:
    return EmailField(
        label,
        description=hint,
        render_kw={"autocomplete": "email", "spellcheck": "false"},
        validators=[base.IsString(), base.email_required, *validators],
    )


def _password(label: Any, *validators: Any, autocomplete: str = "current-password", hint: Any = "") -> PasswordField:
    return PasswordField(
        label, description=hint, render_kw={"autocomplete": autocomplete},
        validators=[base.IsString(), base.password_required, *validators],
    )  # fmt: skip


NEW_PASSWORD_HINT = _(
    "Mindestens 12 Zeichen. Am besten mehrere Wörter, die nichts miteinander zu tun haben; Ihr Name und gängige Wörter mit "
    "Jahreszahl sind nicht zugelassen."
)


class _LocalNext:
    """`next` leads only to pages of this application; anything else is dropped without a word."""

    next: HiddenField = HiddenField()

    def validate_next(self, field: Field) -> None:
        if field.data and not base.validate_redirect_url(field.data):
            field.data = ""


class LoginForm(_LocalNext, base.LoginForm):
    email = _email(_("E-Mail-Adresse"), base.EmailValidation(verify=False))
    password = _password(_("Passwort"), hint=" ")
    # A cookie that logs in without a session could not be ended from here.
    remember = None  # ty: ignore[invalid-assignment]

    def validate(self, **kwargs: Any) -> bool:
        with _unlocked():
            is_valid = super().validate(**kwargs)
        if not is_valid:
            _mark_invalid()
        return is_valid


class RegistrationForm(base.RegisterFormV2):
    name = StringField(
        _("Vor- und Nachname"),
        render_kw={"autocomplete": "name"},
        validators=[
            InputRequired(_("Bitte geben Sie Ihren Namen ein.")),
            Length(max=NAME_LENGTH, message=_("Der Name darf höchstens %(max)d Zeichen haben.")),
        ],
        filters=[lambda value: " ".join(value.split()) if value else value],
    )
    email = _email(
        _("Dienstliche E-Mail-Adresse"), base.EmailValidation(verify=True), base.unique_user_email,
        hint=_("Mit einer Adresse Ihrer Verwaltung ordnen wir Sie schneller Ihrer Kommune zu."),
    )  # fmt: skip
    password = _password(_("Passwort"), autocomplete="new-password", hint=NEW_PASSWORD_HINT)
    privacy = BooleanField(
        _(
            "Ich habe die Datenschutzhinweise gelesen und bin damit einverstanden, dass meine Angaben für das Verfahren "
            "gespeichert werden."
        ),
        validators=[InputRequired(_("Ohne Ihr Einverständnis können wir kein Konto anlegen."))],
    )

    def validate(self, **kwargs: Any) -> bool:
        with _unlocked():
            is_valid = super().validate(**kwargs)
        if not is_valid:
            _mark_invalid()
        return is_valid


class ForgotPasswordForm(base.ForgotPasswordForm):
    email = _email(_("E-Mail-Adresse"), base.EmailValidation(verify=True), base.valid_user_email)


class SendConfirmationForm(base.SendConfirmationForm):
    email = _email(_("E-Mail-Adresse"), base.EmailValidation(verify=True), base.valid_user_email)


class ResetPasswordForm(base.ResetPasswordForm):
    password = _password(_("Neues Passwort"), autocomplete="new-password", hint=NEW_PASSWORD_HINT)
    password_confirm = _password(
        _("Neues Passwort wiederholen"),
        base.EqualToLocalize("password", message="RETYPE_PASSWORD_MISMATCH"),
        autocomplete="new-password",
    )

    def validate(self, **kwargs: Any) -> bool:
        is_valid = super().validate(**kwargs)
        if not is_valid:
            _mark_invalid()
        return is_valid


class ChangePasswordForm(base.ChangePasswordForm):
    password = PasswordField(_("Bisheriges Passwort"), render_kw={"autocomplete": "current-password"})
    new_password = _password(_("Neues Passwort"), autocomplete="new-password", hint=NEW_PASSWORD_HINT)
    new_password_confirm = _password(
        _("Neues Passwort wiederholen"),
        base.EqualToLocalize("new_password", message="RETYPE_PASSWORD_MISMATCH"),
        autocomplete="new-password",
    )

    def validate(self, **kwargs: Any) -> bool:
        with _unlocked():
            is_valid = super().validate(**kwargs)
        if not is_valid:
            _mark_invalid()
        return is_valid


class VerifyForm(_LocalNext, base.VerifyForm):
    password = _password(_("Passwort"))

    def validate(self, **kwargs: Any) -> bool:
        with _unlocked():
            is_valid = super().validate(**kwargs)
        if not is_valid:
            _mark_invalid()
        return is_valid
