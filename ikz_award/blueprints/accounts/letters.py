"""Flask-Security's mails, in our words: it names a template and hands over its links, we ask the room of letters."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import g, url_for
from flask_security import MailUtil

from ikz_award.domain.words.letters import accounts
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.extensions import db, translated
from ikz_award.services.record.intention import queue_mail


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
