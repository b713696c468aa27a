"""What a partner sees behind a link of their own: no account, no effect of merely looking, nothing handed on."""

from dataclasses import replace

from flask import Response, current_app, flash, g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import TooManyRequests

from ikz_award.blueprints.public.bp import bp
from ikz_award.domain.entries.circulation import PartnerAnswer
from ikz_award.domain.permissions.actors import ANONYMOUS
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.queries.entries.circulation import notice_page
from ikz_award.services.entries.circulation_answers import answer_notice, open_notice
from ikz_award.services.people import logins
from ikz_award.services.record.use_case import Call
from ikz_award.web.returned import refused_at, returned

ANSWERS_PER_LINK = 30


@bp.get("/umlauf/<token>")
def partner_notice(token: str) -> ResponseReturnValue:
    """For who has the link; answers what it is about and, once opened, the entry; 404 with a page for any other."""
    try:
        page = notice_page(db.session(), token=token, now=g.now)
    except NotFound:
        return _gone()
    back = returned("public.answer_partner_notice")
    typed = request.form if back else {"answer": page.notice.answer or "", "reason": page.notice.reason}
    response = make_response(
        render_template(
            "public/partner_notice.html", page=page, token=token, errors=back.errors if back else {},
            answer=typed.get("answer", ""), reason=typed.get("reason", ""),
        )
    )  # fmt: skip
    # The address is the key: into no index. To other sites it does not go anyway (Referrer-Policy: same-origin; "no-referrer"
    # would take the referrer from our own forms, too, without which the CSRF check refuses them over HTTPS).
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.post("/umlauf/<token>/ansehen")
@refused_at("public.partner_notice")
def open_partner_notice(token: str) -> ResponseReturnValue:
    """For who has the link; POST calls `open_notice` and redirects to the notice; 429 after 30 in 15 minutes."""
    _count(token)
    try:
        open_notice(_call(), token=token)
    except NotFound:
        return _gone()
    return redirect(url_for("public.partner_notice", token=token), 303)


@bp.post("/umlauf/<token>")
@refused_at("public.partner_notice", keeps=True)
def answer_partner_notice(token: str) -> ResponseReturnValue:
    """For who has the link; POST calls `answer_notice` and redirects to the notice; 422 with what was typed.

    404 with a page for any other link, 429 after 30 in 15 minutes.
    """
    _count(token)
    answer, reason = request.form.get("answer", ""), request.form.get("reason", "")
    try:
        given = answer_notice(_call(), token=token, answer=answer, reason=reason)
    except NotFound:
        return _gone()
    if given is PartnerAnswer.OBJECTED:
        flash(_("Ihr Einspruch ist gespeichert. Die federführende Kommune und das Kompetenzzentrum sehen ihn."), "success")
    else:
        flash(_("Danke. Sie haben den Beitrag zur Kenntnis genommen."), "success")
    return redirect(url_for("public.partner_notice", token=token), 303)


def _gone() -> Response:
    """The same for a link that was replaced, for a partner who is none any more, and for what was never a link."""
    response = make_response(render_template("public/partner_notice_gone.html"), 404)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _call() -> Call:
    """The link alone acts here: who happens to be logged in on the same device is neither asked nor noted."""
    return replace(g.call, actor=ANONYMOUS)


def _count(token: str) -> None:
    """So many from one connection, and no more: nobody tries links or floods an entry with answers."""
    place = logins.origin_of(
        secret=current_app.config["SECRET_KEY"], address=request.remote_addr or "", who=token, purpose="umlauf"
    )
    if not logins.begin_attempt(now=g.now, origin=place, limit=ANSWERS_PER_LINK):
        raise TooManyRequests
