"""The mails that this installation wrote as files instead of sending them."""

import re

from flask import current_app, g, render_template
from flask.typing import ResponseReturnValue

from ikz_award.adapters.mail import mail_folder
from ikz_award.adapters.mail_folder import read_mail, read_mails
from ikz_award.blueprints.development.bp import bp
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.record.outbox import waiting_mails

_LINK = re.compile(r"(https?://[^\s<>\"']+)")


@bp.get("/post")
def mails() -> ResponseReturnValue:
    """For developers, on their own machine; answers the mails in the folder, and those that still wait in the outbox."""
    return render_template(
        "development/mails.html",
        mails=read_mails(mail_folder(current_app.config["INSTANCE"])),
        waiting=waiting_mails(db.session(), now=g.now),
    )


@bp.get("/post/<name>")
def mail(name: str) -> ResponseReturnValue:
    """For developers, on their own machine; answers one mail from the folder, its links to be followed.

    404 where there is none.
    """
    found = read_mail(mail_folder(current_app.config["INSTANCE"]), name)
    if found is None:
        raise NotFound
    return render_template("development/mail.html", mail=found, parts=_parts(found.text))


def _parts(text: str) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether it is a link into this installation; other addresses stay text."""
    base = current_app.config["BASE_URL"] + "/"
    return [(part, part.startswith(base)) for part in _LINK.split(text) if part]
