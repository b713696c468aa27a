"""Flask-Security, set up: German addresses, own templates, mails through the outbox."""

from flask import Flask, g
from flask_security import MailUtil, SQLAlchemyUserDatastore

from ikz_award.extensions import db, security
from ikz_award.models.accounts import Account, Role
from ikz_award.services.intention import queue_mail

SETTINGS = {
    "SECURITY_URL_PREFIX": "/konto",
    "SECURITY_LOGIN_URL": "/anmelden",
    "SECURITY_LOGOUT_URL": "/abmelden",
    "SECURITY_REGISTER_URL": "/registrieren",
    "SECURITY_CONFIRM_URL": "/bestaetigen",
    "SECURITY_RESET_URL": "/passwort-vergessen",
    "SECURITY_CHANGE_URL": "/passwort",
    "SECURITY_VERIFY_URL": "/erneut-anmelden",
    "SECURITY_LOGIN_USER_TEMPLATE": "accounts/login.html",
    "SECURITY_REGISTER_USER_TEMPLATE": "accounts/register.html",
    "SECURITY_SEND_CONFIRMATION_TEMPLATE": "accounts/send_confirmation.html",
    "SECURITY_FORGOT_PASSWORD_TEMPLATE": "accounts/forgot_password.html",
    "SECURITY_RESET_PASSWORD_TEMPLATE": "accounts/reset_password.html",
    "SECURITY_CHANGE_PASSWORD_TEMPLATE": "accounts/change_password.html",
    "SECURITY_VERIFY_TEMPLATE": "accounts/verify.html",
    "SECURITY_REGISTERABLE": True,
    "SECURITY_USE_REGISTER_V2": True,
    "SECURITY_CONFIRMABLE": True,
    "SECURITY_RECOVERABLE": True,
    "SECURITY_CHANGEABLE": True,
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_POST_LOGIN_VIEW": "accounts.start",
    "SECURITY_POST_LOGOUT_VIEW": "public.home",
    "SECURITY_POST_CONFIRM_VIEW": "accounts.start",
    "SECURITY_POST_REGISTER_VIEW": "accounts.registered",
    "SECURITY_AUTO_LOGIN_AFTER_CONFIRM": False,
    "SECURITY_PASSWORD_LENGTH_MIN": 12,
    "SECURITY_EMAIL_VALIDATOR_ARGS": {"check_deliverability": False},
    "SECURITY_EMAIL_HTML": False,
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_I18N_DOMAIN": "flask_security",
}


class OutboxMail(MailUtil):
    """Mails of the account pages go into the outbox, in the same transaction as what they tell."""

    def send_mail(self, template, subject, recipient, sender, body, html, **kwargs):  # type: ignore[no-untyped-def]
        queue_mail(db.session(), now=g.now, recipient=str(recipient), subject=str(subject), body=body or "")


def bind_security(app: Flask) -> None:
    app.config.update(SETTINGS)
    security.init_app(
        app, datastore=SQLAlchemyUserDatastore(db, Account, Role), mail_util_cls=OutboxMail
    )
