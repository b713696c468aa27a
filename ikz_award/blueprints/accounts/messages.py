"""Flask-Security's settings: German addresses, our templates, its messages in formal German; and its mails in our words.

For a mail it names a template and hands over its links; we ask the room of letters.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask import g, url_for
from flask_security import MailUtil

from ikz_award.domain.words.letters import accounts
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db, translated
from ikz_award.services.record.intention import queue_mail

PAGES: dict[str, Any] = {
    "SECURITY_URL_PREFIX": "/konto",
    "SECURITY_LOGIN_URL": "/anmelden",
    "SECURITY_LOGOUT_URL": "/abmelden",
    "SECURITY_REGISTER_URL": "/registrieren",
    "SECURITY_CONFIRM_URL": "/bestaetigen",
    "SECURITY_RESET_URL": "/passwort-vergessen",
    "SECURITY_CHANGE_URL": "/passwort",
    "SECURITY_VERIFY_URL": "/erneut-anmelden",
    "SECURITY_CHANGE_EMAIL_URL": "/adresse",
    "SECURITY_WAN_REGISTER_URL": "/passkeys",
    "SECURITY_WAN_DELETE_URL": "/passkeys/entfernen",
    "SECURITY_WAN_SIGNIN_URL": "/anmelden/passkey",
    "SECURITY_WAN_VERIFY_URL": "/erneut-anmelden/passkey",
    "SECURITY_WAN_REGISTER_TEMPLATE": "accounts/passkeys/passkeys.html",
    "SECURITY_WAN_SIGNIN_TEMPLATE": "accounts/passkeys/login.html",
    "SECURITY_WAN_VERIFY_TEMPLATE": "accounts/passkeys/verify.html",
    "SECURITY_CHANGE_EMAIL_TEMPLATE": "accounts/change_email.html",
    "SECURITY_POST_CHANGE_EMAIL_VIEW": "accounts.start",
    "SECURITY_CHANGE_EMAIL_ERROR_VIEW": "accounts.start",
    "SECURITY_LOGIN_USER_TEMPLATE": "accounts/login.html",
    "SECURITY_REGISTER_USER_TEMPLATE": "accounts/register.html",
    "SECURITY_SEND_CONFIRMATION_TEMPLATE": "accounts/send_confirmation.html",
    "SECURITY_FORGOT_PASSWORD_TEMPLATE": "accounts/forgot_password.html",
    "SECURITY_RESET_PASSWORD_TEMPLATE": "accounts/reset_password.html",
    "SECURITY_CHANGE_PASSWORD_TEMPLATE": "accounts/change_password.html",
    "SECURITY_VERIFY_TEMPLATE": "accounts/verify.html",
    "SECURITY_POST_LOGIN_VIEW": "accounts.start",
    "SECURITY_POST_LOGOUT_VIEW": "public.home",
    "SECURITY_POST_CONFIRM_VIEW": "accounts.start",
    "SECURITY_POST_REGISTER_VIEW": "accounts.registered",
    "SECURITY_POST_CHANGE_VIEW": "accounts.profile",
    "SECURITY_POST_VERIFY_VIEW": "accounts.start",
}

_WORDS: dict[str, tuple[str, str]] = {
    "GENERIC_AUTHN_FAILED": (
        _(
            "Die Anmeldung hat nicht geklappt. E-Mail-Adresse oder Passwort stimmen nicht, oder die "
            "E-Mail-Adresse ist noch nicht bestätigt."
        ),
        "error",
    ),
    "CONFIRM_REGISTRATION": (_("Wir haben Ihnen eine E-Mail an %(email)s geschickt."), "success"),
    "CONFIRMATION_REQUEST": (
        _(
            "Falls zu %(email)s ein Konto gehört, dessen Adresse noch nicht bestätigt ist, haben wir dorthin "
            "einen neuen Link geschickt."
        ),
        "info",
    ),
    "CONFIRMATION_EXPIRED": (
        _("Der Link zur Bestätigung gilt nur %(within)s und ist abgelaufen. Lassen Sie sich hier einen neuen schicken."),
        "error",
    ),
    "CONFIRMATION_REQUIRED": (
        _(
            "Ihre E-Mail-Adresse ist noch nicht bestätigt. Öffnen Sie den Link in unserer E-Mail und bestätigen Sie dort "
            "die Adresse, oder lassen Sie sich einen neuen Link schicken."
        ),
        "error",
    ),
    "INVALID_CONFIRMATION_TOKEN": (
        _(
            "Dieser Link zur Bestätigung ist ungültig. Vielleicht hat Ihr E-Mail-Programm ihn umbrochen; "
            "kopieren Sie ihn vollständig oder lassen Sie sich einen neuen schicken."
        ),
        "error",
    ),
    "EMAIL_CONFIRMED": (_("Ihre E-Mail-Adresse ist bestätigt. Sie können sich jetzt anmelden."), "success"),
    "ALREADY_CONFIRMED": (_("Ihre E-Mail-Adresse ist bereits bestätigt. Sie können sich anmelden."), "info"),
    "CHANGE_EMAIL_SENT": (
        _("Wir haben einen Link an %(email)s geschickt. Bis Sie dort bestätigen, gilt Ihre bisherige Adresse."),
        "info",
    ),
    "CHANGE_EMAIL_CONFIRMED": (_("Ihre neue E-Mail-Adresse gilt jetzt. Melden Sie sich künftig mit ihr an."), "success"),
    "CHANGE_EMAIL_EXPIRED": (
        _("Der Link gilt nur %(within)s und ist abgelaufen. Bitte tragen Sie die neue Adresse noch einmal ein."),
        "error",
    ),
    "PASSWORD_RESET_REQUEST": (
        _(
            "Falls zu %(email)s ein bestätigtes Konto gehört, haben wir dorthin einen Link geschickt, mit dem "
            "Sie ein neues Passwort festlegen."
        ),
        "info",
    ),
    "PASSWORD_RESET_EXPIRED": (
        _("Der Link gilt nur %(within)s und ist abgelaufen. Lassen Sie sich hier einen neuen schicken."),
        "error",
    ),
    "INVALID_RESET_PASSWORD_TOKEN": (
        _(
            "Dieser Link ist ungültig oder wurde schon benutzt. Haben Sie Ihr Passwort schon festgelegt, melden Sie sich damit "
            "an. Sonst lassen Sie sich hier einen neuen Link schicken."
        ),
        "error",
    ),
    "PASSWORD_RESET_NO_LOGIN": (_("Ihr neues Passwort ist gespeichert. Bitte melden Sie sich damit an."), "success"),
    "PASSWORD_CHANGE": (_("Ihr Passwort ist geändert. Auf anderen Geräten wurden Sie abgemeldet."), "success"),
    "PASSWORD_IS_THE_SAME": (_("Bitte wählen Sie ein anderes als das bisherige Passwort."), "error"),
    "PASSWORD_INVALID_LENGTH": (_("Das Passwort braucht mindestens %(length)s Zeichen."), "error"),
    "PASSWORD_NOT_PROVIDED": (_("Bitte geben Sie ein Passwort ein."), "error"),
    "RETYPE_PASSWORD_MISMATCH": (_("Die beiden Passwörter stimmen nicht überein."), "error"),
    "INVALID_PASSWORD": (_("Dieses Passwort stimmt nicht."), "error"),
    "EMAIL_NOT_PROVIDED": (_("Bitte geben Sie Ihre E-Mail-Adresse ein."), "error"),
    "INVALID_EMAIL_ADDRESS": (_("Das ist keine gültige E-Mail-Adresse. Ein Beispiel: vorname.nachname@stadt.example"), "error"),
    "DISABLED_ACCOUNT": (_("Dieses Konto ist gesperrt. Bitte wenden Sie sich an das Kompetenzzentrum."), "error"),
    "INVALID_INPUT": (_("Diese Eingabe passt nicht in das Feld."), "error"),
    "API_ERROR": (_("Dieser Link ist ungültig oder wurde schon benutzt."), "error"),
    "INVALID_REDIRECT": (_("Das Ziel nach der Anmeldung ist ungültig."), "error"),
    "UNAUTHENTICATED": (_("Bitte melden Sie sich an, um fortzufahren."), "info"),
    "LOGIN": (_("Bitte melden Sie sich an, um fortzufahren."), "info"),
    "REAUTHENTICATION_REQUIRED": (_("Bitte geben Sie zur Sicherheit Ihr Passwort noch einmal ein."), "info"),
    "REAUTHENTICATION_SUCCESSFUL": (_("Danke, Sie können fortfahren."), "info"),
    "ANONYMOUS_USER_REQUIRED": (_("Sie sind bereits angemeldet."), "info"),
    "FORGOT_PASSWORD": (_("Passwort vergessen?"), "info"),
    "WEBAUTHN_EXPIRED": (_("Das hat länger als %(within)s gedauert. Bitte beginnen Sie noch einmal."), "error"),
    "WEBAUTHN_NAME_REQUIRED": (_("Bitte geben Sie dem Passkey einen Namen."), "error"),
    "WEBAUTHN_NAME_INUSE": (
        _("Sie haben schon einen Passkey namens „%(name)s“. Bitte wählen Sie einen anderen Namen."),
        "error",
    ),
    "WEBAUTHN_NAME_NOT_FOUND": (_("Einen Passkey namens „%(name)s“ haben Sie nicht."), "error"),
    "WEBAUTHN_NAME_DISALLOWED_CHARACTERS": (
        _("Bitte nennen Sie den Passkey mit Buchstaben, Ziffern und Satzzeichen."),
        "error",
    ),
    "WEBAUTHN_CREDENTIAL_DELETED": (_("Der Passkey „%(name)s“ ist entfernt."), "success"),
    "WEBAUTHN_REGISTER_SUCCESSFUL": (
        _("Der Passkey „%(name)s“ ist eingerichtet. Damit melden Sie sich künftig an."),
        "success",
    ),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": (_("Dieser Passkey ist schon eingerichtet."), "error"),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": (
        _("Diesen Passkey kennen wir nicht. Vielleicht haben Sie ihn hier entfernt; melden Sie sich mit Ihrem Passwort an."),
        "error",
    ),
    "WEBAUTHN_ORPHAN_CREDENTIAL_ID": (_("Zu diesem Passkey gibt es kein Konto mehr."), "error"),
    "WEBAUTHN_NO_VERIFY": (_("Der Passkey ließ sich nicht prüfen. Bitte versuchen Sie es noch einmal."), "error"),
    "WEBAUTHN_CREDENTIAL_WRONG_USAGE": (_("Dieser Passkey ist dafür nicht eingerichtet."), "error"),
    "WEBAUTHN_MISMATCH_USER_HANDLE": (_("Dieser Passkey gehört zu einem anderen Konto."), "error"),
    "INVALID_INPUT_LENGTH": (_("Bitte höchstens %(length)s Zeichen."), "error"),
}

MESSAGES: dict[str, Any] = {f"SECURITY_MSG_{name}": words for name, words in _WORDS.items()}


def home() -> str:
    """The address of the first page, as it stands at the end of the account pages' letters."""
    return url_for("public.home", _external=True)


def _forgotten() -> str:
    return url_for("security.forgot_password", _external=True)


def _login() -> str:
    return url_for("security.login", _external=True)


# Flask-Security's template → the letter, from what it would give the template.
LETTERS: Mapping[str, Callable[[Mapping[str, Any]], Letter]] = {
    "welcome": lambda given: accounts.welcome(link=given["confirmation_link"], home=home()),
    "welcome_existing": lambda given: accounts.welcome_existing(
        confirm=given["confirmation_link"] or "", login=_login(), reset=given["reset_link"], home=home()
    ),
    "confirmation_instructions": lambda given: accounts.address_to_confirm(
        link=given["confirmation_link"], within=str(given["within"]), home=home()
    ),
    "change_email_instructions": lambda given: accounts.new_address_to_confirm(
        link=given["link"], within=str(given["within"]), home=home()
    ),
    "reset_instructions": lambda given: accounts.password_to_set(
        link=given["reset_link"], within=str(given["within"]), home=home()
    ),
    "reset_notice": lambda given: accounts.password_set(forgotten=_forgotten(), home=home()),
    "change_notice": lambda given: accounts.password_changed(forgotten=_forgotten(), home=home()),
}


class OutboxMail(MailUtil):
    """Mails of the account pages go into the outbox, in the same transaction as what they tell."""

    def send_mail(self, template, subject, recipient, sender, body, html, **kwargs):  # type: ignore[no-untyped-def]
        send_letter(LETTERS[template.rpartition("/")[2]](kwargs), recipient=str(recipient))


def send_letter(letter: Letter, *, recipient: str) -> None:
    """Put a letter into the outbox, in the request's transaction and the reader's language."""
    body = translated(letter.body).strip() + "\n"
    queue_mail(db.session(), now=g.now, recipient=recipient, subject=translated(letter.subject), body=body)
