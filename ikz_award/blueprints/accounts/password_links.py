"""Opening an invitation, and another link in place of one that is over."""

from flask import flash, g, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_security.recoverable import send_reset_password_instructions
from flask_security.utils import get_message

from ikz_award.blueprints.accounts.bp import bp
from ikz_award.blueprints.accounts.fields import may_send_mail
from ikz_award.blueprints.shared import password_links
from ikz_award.extensions import db
from ikz_award.services.people.logins import was_sent
from ikz_award.services.record.intention import write_session
from ikz_award.web.door import Audience, audience


@bp.get("/einladung/<token>")
@audience(Audience.PUBLIC)
def open_invitation(token: str) -> ResponseReturnValue:
    """The page on which a password is set; nothing changes by looking."""
    link = password_links.behind_invitation(token)
    if link.is_over and link.account is not None:
        return over_page(token)
    if link.account is None:
        flash(get_message("INVALID_RESET_PASSWORD_TOKEN")[0], "error")
        return redirect(url_for("security.forgot_password"))
    return redirect(url_for("security.reset_password", token=password_links.fresh_reset_token(link.account)))


@bp.post("/neuer-link/<token>")
@audience(Audience.PUBLIC)
def renew_link(token: str) -> ResponseReturnValue:
    """Send another link to who had this one; the answer is the same whether that was possible."""
    account = password_links.to_renew(token)
    if account is not None and not was_sent(db.session(), key=g.call.key or "") and may_send_mail(account.email):
        with write_session():
            send_reset_password_instructions(account)
    flash(
        _(
            "Wenn der alte Link noch nicht benutzt war, ist ein neuer unterwegs an dieselbe E-Mail-Adresse. Er gilt "
            "%(minutes)s Minuten.",
            minutes=password_links.reset_minutes(),
        ),
        "info",
    )
    return redirect(url_for("security.login"), 303)


def over_page(token: str) -> ResponseReturnValue:
    """The answer (410, kept out of search engines) behind a link that is over, with a form that asks for another one."""
    page = render_template("accounts/link_over.html", token=token, is_logged_in=g.actor.is_authenticated)
    response = make_response(page, 410)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
