"""The forms for passkeys: Flask-Security's, with German labels, and no way around a closed account."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_security import forms as base
from flask_security.webauthn import WebAuthnRegisterForm, WebAuthnSigninResponseForm
from wtforms import HiddenField, StringField

from ikz_award.blueprints.accounts.fields import mark_invalid


class PasskeyForm(WebAuthnRegisterForm):
    name = StringField(
        _("Name des Passkeys"),
        description=_("Damit Sie ihn später wiedererkennen, zum Beispiel „Diensthandy“."),
        validators=[base.IsString(), base.RequiredLocalize(message="WEBAUTHN_NAME_REQUIRED")],
    )
    usage = HiddenField(default="first")  # ty: ignore[invalid-assignment]

    def validate(self, **kwargs: Any) -> bool:
        self.usage.data = "first"
        is_valid = super().validate(**kwargs)
        if not is_valid:
            mark_invalid()
        return is_valid


class PasskeyLoginForm(WebAuthnSigninResponseForm):
    def validate(self, **kwargs: Any) -> bool:
        # Flask-Security notes that an account is closed, and lets it in.
        return super().validate(**kwargs) and self.user is not None and self.user.is_active
