"""Flask-Security, set up: what it may do, with our forms, our mails and short write locks."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any

from flask import Flask, Response, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_security import PasswordUtil, Security, SQLAlchemyUserDatastore, UserMixin, WebauthnUtil
from sqlalchemy.exc import IntegrityError
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from ikz_award.adapters import clock
from ikz_award.adapters.database import allow_writes_by_default
from ikz_award.adapters.password_guesses import is_guessed_soon
from ikz_award.blueprints.accounts import forms
from ikz_award.blueprints.accounts import passkeys_forms as forms_passkeys
from ikz_award.blueprints.accounts.mail_links import bind_mail_links
from ikz_award.blueprints.accounts.messages import MESSAGES, PAGES, OutboxMail
from ikz_award.blueprints.accounts.password_links import over_page
from ikz_award.blueprints.accounts.signals import connect_signals
from ikz_award.blueprints.shared.password_links import behind_reset, reset_minutes
from ikz_award.blueprints.shared.reauthentication import noting_the_key, passkeys_work
from ikz_award.domain.people.passwords import guessed_words, password_faults
from ikz_award.extensions import db, translated
from ikz_award.models.people.accounts import Account, Passkey, Role
from ikz_award.queries.actor.accounts import organisation_names
from ikz_award.web.local_paths import is_local_path, page_to_return_to

# Flask-Security's own limit, told in words.
LONGEST_PASSWORD = 128

FEATURES: dict[str, Any] = {
    "SECURITY_REGISTERABLE": True,
    "SECURITY_USE_REGISTER_V2": True,
    "SECURITY_PASSWORD_CONFIRM_REQUIRED": False,
    "SECURITY_CONFIRMABLE": True,
    "SECURITY_RECOVERABLE": True,
    "SECURITY_CHANGEABLE": True,
    "SECURITY_CHANGE_EMAIL": True,
    "SECURITY_CHANGE_EMAIL_WITHIN": timedelta(hours=24),
    # Invitations are links of their own, which open one of these: blueprints/shared/password_links.py.
    "SECURITY_RESET_PASSWORD_WITHIN": timedelta(minutes=30),
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": False,
    "SECURITY_PASSWORD_LENGTH_MIN": 12,
    "SECURITY_PASSWORD_NORMALIZE_FORM": "NFKC",
    # For what stands inside signed links. The default takes so long that it would tell known from unknown accounts.
    "SECURITY_HASHING_SCHEMES": ["hex_sha256"],
    "SECURITY_DEPRECATED_HASHING_SCHEMES": [],
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    # Letters have a room of their own: blueprints/accounts/messages.py asks it by the names of the templates.
    "SECURITY_EMAIL_PLAINTEXT": False,
    "SECURITY_EMAIL_HTML": False,
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_DATETIME_FACTORY": clock.now,
    "SECURITY_I18N_DOMAIN": "flask_security",
    "SECURITY_WEBAUTHN": True,
    "SECURITY_WAN_RP_NAME": "Landespreis IKZ",
    # The device knows whose key it is: nobody learns from us who has an account or a key.
    "SECURITY_WAN_ALLOW_USER_HINTS": False,
    "SECURITY_WAN_ALLOW_AS_VERIFY": ["first"],
    "SECURITY_WAN_SIGNIN_WITHIN": timedelta(minutes=10),
    "SECURITY_INPUT_NORMALIZE_FORM": "NFC",
    "SECURITY_WAN_NAME_ALLOWED_CHARS": ["L", "N", "P", "Zs"],
}


class GuessedFirst(PasswordUtil):
    """Refuses passwords that are guessed first, the person's own name and address included.

    zxcvbn is asked here, in Flask-Security's own place for it, and not by its setting: that one gives zxcvbn every text of the
    account, whatever its length, and speaks English.
    """

    def validate(self, password: str, is_register: bool, **kwargs: Any) -> tuple[list[str] | None, str]:
        if len(password) > LONGEST_PASSWORD:
            return [gettext("Das Passwort darf höchstens %(count)d Zeichen haben.", count=LONGEST_PASSWORD)], password
        faults, normal = super().validate(password, is_register, **kwargs)
        if faults:
            return [str(fault) for fault in faults], normal
        user = kwargs.get("user")
        if user is not None:
            own = (user.name, user.email, *organisation_names(db.session(), account_id=user.id))
        else:
            own = (kwargs.get("name") or "", kwargs.get("email") or "")
        found = [translated(fault) for fault in password_faults(normal, personal=own)]
        if not found and is_guessed_soon(normal, words=guessed_words(own)):
            found = [
                gettext(
                    "Dieses Passwort ist leicht zu erraten. Nehmen Sie zum Beispiel vier Wörter, die nichts "
                    "miteinander zu tun haben."
                )
            ]
        return found or None, normal


class OneFactor(Security):
    """Passkeys stand alone here; Flask-Security would make second factors of them, with pages and columns of their own."""

    @property
    def support_mfa(self) -> bool:
        return False

    @support_mfa.setter
    def support_mfa(self, value: bool) -> None:
        pass


class AnyDevice(WebauthnUtil):
    """A key in the device or outside it, which finds the account itself and asks its owner for a finger, a face or a PIN."""

    def authenticator_selection(self, user: UserMixin, usage: str) -> AuthenticatorSelectionCriteria:
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        )

    def user_verification(self, user: UserMixin | None, usage: list[str]) -> UserVerificationRequirement:
        return UserVerificationRequirement.REQUIRED


def bind_security(app: Flask) -> None:
    """Set Flask-Security up with our forms, mails and passkeys, and part its transactions from the session's own row.

    A second click on registering, a link that is over and a passkey that was shown get answers of ours.
    """
    for name, value in {**FEATURES, **PAGES, **MESSAGES}.items():
        app.config.setdefault(name, value)
    app.after_request_funcs.setdefault("security", []).append(_end_transaction)
    connect_signals(app)
    OneFactor(
        app,
        SQLAlchemyUserDatastore(db, Account, Role, Passkey),
        mail_util_cls=OutboxMail,
        password_util_cls=GuessedFirst,
        login_form=forms.LoginForm,
        register_form=forms.RegistrationForm,
        forgot_password_form=forms.ForgotPasswordForm,
        reset_password_form=forms.ResetPasswordForm,
        change_password_form=forms.ChangePasswordForm,
        change_email_form=forms.ChangeEmailForm,
        send_confirmation_form=forms.SendConfirmationForm,
        verify_form=forms.VerifyForm,
        webauthn_util_cls=AnyDevice,
        wan_register_form=forms_passkeys.PasskeyForm,
        wan_signin_response_form=forms_passkeys.PasskeyLoginForm,
    )
    app.add_template_global(passkeys_work)
    app.add_template_global(reset_minutes)
    app.add_template_global(page_to_return_to)
    app.view_functions["security.register"] = _once(app.view_functions["security.register"])
    verify = "security.wan_verify_response"
    app.view_functions[verify] = noting_the_key(app.view_functions[verify])
    bind_mail_links(app)
    app.view_functions["security.reset_password"] = _offering_another(app.view_functions["security.reset_password"])


def _offering_another(view: Callable[..., Any]) -> Callable[[str], ResponseReturnValue]:
    """Where a link is over, Flask-Security would send to an empty form."""

    @wraps(view)
    def reset_password(token: str) -> ResponseReturnValue:
        link = behind_reset(token)
        if link.is_over and link.account is not None:
            return over_page(token)
        return view(token)

    return reset_password


def _once(view: Callable[..., Any]) -> Callable[[], ResponseReturnValue]:
    """Two clicks on "register" at the same moment: the other one made the account."""

    @wraps(view)
    def register() -> ResponseReturnValue:
        try:
            return view()
        except IntegrityError:
            db.session.rollback()
            return redirect(url_for("accounts.registered"))

    return register


def _end_transaction(response: Response) -> Response:
    """Commit what the account pages did, before the session's own row is written on another connection; lead nowhere else."""
    if response.location and not is_local_path(response.location):
        response.location = url_for("accounts.start")
    if response.status_code < 400:
        db.session.commit()
    else:
        db.session.rollback()
    allow_writes_by_default(is_allowed=False)
    return response
