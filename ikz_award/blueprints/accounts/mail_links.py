"""Links in our mails: opening one shows what it would do, and a button does it.

Mail scanners and previews open every link by themselves, with GET or HEAD. Flask-Security would confirm a stranger's account
for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any

from flask import Flask, Response, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_security.utils import check_and_get_token_status, verify_hash
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account

CONFIRM, CHANGE = "security.confirm_email", "security.change_email_confirm"


class LinkState(StrEnum):
    """Where one stands with a link."""

    READY = "ready"
    DONE = "done"
    EXPIRED = "expired"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


# Over is 410, never ours is 404; what was done already is no fault.
STATUS = {LinkState.EXPIRED: 410, LinkState.REPLACED: 410, LinkState.UNKNOWN: 404}


@dataclass(frozen=True)
class MailLink:
    """What a link says; the address only where the link proves that it went there."""

    state: LinkState
    address: str = ""


def bind_mail_links(app: Flask) -> None:
    """Put a page with a button before each of Flask-Security's views that act when they are looked at."""
    for endpoint, read, template in (
        (CONFIRM, confirmation_behind, "accounts/confirm_email.html"),
        (CHANGE, new_address_behind, "accounts/confirm_address.html"),
    ):
        app.view_functions[endpoint] = _asking_first(app.view_functions[endpoint], read=read, template=template)
    # Flask-Security takes no form here.
    address = next(rule.rule for rule in app.url_map.iter_rules() if rule.endpoint == CHANGE)
    app.add_url_rule(address, endpoint=CHANGE, methods=["POST"])


def confirmation_behind(token: str) -> MailLink:
    """What the link of a registration would confirm. One that is old says so only where there is something left to do."""
    expired, invalid, data = check_and_get_token_status(token, "confirm", current_app.config["SECURITY_CONFIRM_EMAIL_WITHIN"])
    if invalid or not data:
        return MailLink(LinkState.UNKNOWN)
    account = _account(data[0])
    if account is None or not verify_hash(data[1], account.email):
        return MailLink(LinkState.REPLACED)
    if account.confirmed_at is not None:
        return MailLink(LinkState.DONE, account.email)
    return MailLink(LinkState.EXPIRED if expired else LinkState.READY, account.email)


def new_address_behind(token: str) -> MailLink:
    """Which address the link would give to its account."""
    expired, invalid, data = check_and_get_token_status(
        token, "change_email", current_app.config["SECURITY_CHANGE_EMAIL_WITHIN"]
    )
    if invalid or not data:
        return MailLink(LinkState.UNKNOWN)
    account, address = _account(data[0]), data[2]
    if account is not None and account.email == address:
        return MailLink(LinkState.DONE, address)
    if expired:
        return MailLink(LinkState.EXPIRED, address)
    is_replaced = account is None or not verify_hash(data[1], account.email)
    is_taken = db.session.scalar(select(Account.id).where(Account.email == address)) is not None
    return MailLink(LinkState.REPLACED if is_replaced or is_taken else LinkState.READY, address)


def _asking_first(view: Callable[..., Any], *, read: Callable[[str], MailLink], template: str) -> Callable[..., Any]:
    @wraps(view)
    def ask(token: str) -> ResponseReturnValue:
        link = read(token)
        if request.method == "POST" and link.state is LinkState.READY:
            return view(token)
        return _page(template, link, token)

    return ask


def _page(template: str, link: MailLink, token: str) -> Response:
    page = render_template(template, link=link, token=token)
    response = make_response(page, STATUS.get(link.state, 200))
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _account(uniquifier: str) -> Account | None:
    return db.session.scalar(select(Account).where(Account.fs_uniquifier == uniquifier))
