"""The forms of the account pages: Flask-Security's, with German labels and short transactions."""

from typing import Any

from flask import abort, g, redirect, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_login import current_user
from flask_security import forms as base
from flask_security.change_email import ChangeEmailForm as ChangeEmailBase
from flask_security.utils import get_message, hash_password
from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import InputRequired, Length

from ikz_award.adapters.database import allow_writes_by_default
from ikz_award.blueprints.accounts.fields import (
    NAME_LENGTH,
    NEW_PASSWORD_HINT,
    LocalNext,
    email_field,
    is_own_password,
    mark_invalid,
    may_send_mail,
    password_field,
    unlocked,
)
from ikz_award.blueprints.accounts.signals import form_key, remember_sessions_of
from ikz_award.blueprints.shared.attempts import begin, origin
from ikz_award.extensions import db
from ikz_award.services.people import logins


class LoginForm(LocalNext, base.LoginForm):
    email = email_field(_("E-Mail-Adresse"), base.EmailValidation(verify=False))
    password = password_field(_("Passwort"), hint=" ")
    # A cookie that logs in without a session could not be ended from here.
    remember = None  # ty: ignore[invalid-assignment]

    is_throttled = False

    def validate(self, **kwargs: Any) -> bool:
        typed = self.email.data if isinstance(self.email.data, str) else ""
        place = origin(typed)
        if not begin(place):
            self.is_throttled = True
            allow_writes_by_default(is_allowed=False)  # nor does the page that says so take the lock
            self._say_nothing_more()
            mark_invalid(429)
            return False
        with unlocked():
            is_valid = super().validate(**kwargs)
            account_id = self.user.id if self.user else None
        if not is_valid:
            logins.note_failure(now=g.now, origin=place, account_id=account_id)
            self._say_nothing_more()
            mark_invalid()
        return is_valid

    def _say_nothing_more(self) -> None:
        """One sentence for whatever was wrong."""
        field: Any
        for field in self:
            field.errors = [get_message("GENERIC_AUTHN_FAILED")[0]] if field is self.email else []


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
    email = email_field(
        _("Dienstliche E-Mail-Adresse"),
        base.EmailValidation(verify=True),
        base.unique_user_email,
        hint=_("Mit einer Adresse Ihrer Verwaltung ordnen wir Sie schneller Ihrer Kommune zu."),
    )
    password = password_field(_("Passwort"), autocomplete="new-password", hint=NEW_PASSWORD_HINT)
    privacy = BooleanField(
        _(
            "Ich habe die Datenschutzhinweise gelesen und bin damit einverstanden, dass meine Angaben für das Verfahren "
            "gespeichert werden."
        ),
        validators=[InputRequired(_("Ohne Ihr Einverständnis können wir kein Konto anlegen."))],
    )

    def validate(self, **kwargs: Any) -> bool:
        if logins.was_sent(db.session(), key=form_key()):
            abort(redirect(url_for("accounts.registered")))
        if not may_send_mail(self.email.data):
            self.form_errors.append(
                gettext("Mit dieser Adresse wurde in kurzer Zeit mehrmals ein Konto angelegt. Bitte warten Sie 15 Minuten.")
            )
            mark_invalid(429)
            return False
        with unlocked():
            is_valid = super().validate(**kwargs)
        if not is_valid:
            mark_invalid()
        return is_valid


class _LinkForm(base.Form):
    """A form that has a link sent to an address: known or not, it answers alike and takes as long."""

    email: Any = email_field(_("E-Mail-Adresse"), base.EmailValidation(verify=True), base.valid_user_email)
    # Whether Flask-Security itself hashes something where there is no such account.
    hashes_for_unknown = True

    def validate(self, extra_validators: Any = None, **kwargs: Any) -> bool:
        may_send = may_send_mail(self.email.data) and not logins.was_sent(db.session(), key=form_key())
        with unlocked():
            is_valid = super().validate(**kwargs)
            if (is_valid and may_send) or not self.hashes_for_unknown:
                hash_password("not-a-password")
        # Flask-Security silences all errors of the field, so that nobody learns who has an account. A slip may be told.
        slips = {get_message(name)[0] for name in ("EMAIL_NOT_PROVIDED", "INVALID_EMAIL_ADDRESS")}
        if slip := next((error for error in self.email.errors if error in slips), None):
            self.form_errors.append(slip)
            mark_invalid()
        return is_valid and may_send


class ForgotPasswordForm(_LinkForm, base.ForgotPasswordForm):
    pass


class SendConfirmationForm(_LinkForm, base.SendConfirmationForm):
    hashes_for_unknown = False


class ResetPasswordForm(base.ResetPasswordForm):
    password = password_field(_("Neues Passwort"), autocomplete="new-password", hint=NEW_PASSWORD_HINT)
    password_confirm = password_field(
        _("Neues Passwort wiederholen"),
        base.EqualToLocalize("password", message="RETYPE_PASSWORD_MISMATCH"),
        autocomplete="new-password",
    )

    def validate(self, **kwargs: Any) -> bool:
        remember_sessions_of(self.user)
        is_valid = super().validate(**kwargs)
        if not is_valid:
            mark_invalid()
        return is_valid


class ChangePasswordForm(base.ChangePasswordForm):
    password = PasswordField(_("Bisheriges Passwort"), render_kw={"autocomplete": "current-password"})
    new_password = password_field(_("Neues Passwort"), autocomplete="new-password", hint=NEW_PASSWORD_HINT)
    new_password_confirm = password_field(
        _("Neues Passwort wiederholen"),
        base.EqualToLocalize("new_password", message="RETYPE_PASSWORD_MISMATCH"),
        autocomplete="new-password",
    )

    def validate(self, **kwargs: Any) -> bool:
        remember_sessions_of(current_user)
        return is_own_password(self.password, lambda: super(ChangePasswordForm, self).validate(**kwargs))


class ChangeEmailForm(ChangeEmailBase):
    """A new address. Whether it belongs to somebody else already is not told: the answer is the same."""

    email = email_field(_("Neue E-Mail-Adresse"), base.EmailValidation(verify=True), base.unique_user_email)

    def validate(self, extra_validators: Any = None, **kwargs: Any) -> bool:
        if not may_send_mail(self.email.data):
            self.form_errors.append(
                gettext("An diese Adresse gingen in kurzer Zeit mehrere E-Mails. Bitte warten Sie 15 Minuten.")
            )
            mark_invalid(429)
            return False
        with unlocked():
            is_valid = super().validate(**kwargs)
        # Flask-Security takes the errors of an address that is taken away again; a slip stays.
        if not is_valid and not self.existing_email_user:
            mark_invalid()
        return is_valid and not logins.was_sent(db.session(), key=form_key())


class VerifyForm(LocalNext, base.VerifyForm):
    password = password_field(_("Passwort"))

    def validate(self, **kwargs: Any) -> bool:
        return is_own_password(self.password, lambda: super(VerifyForm, self).validate(**kwargs))
