"""Refusals and faults become German pages that say what to do next."""

import secrets

import structlog
from flask import Flask, Response, current_app, g, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from ikz_award.domain.words.errors import Denied, NotFound
from ikz_award.extensions import db
from ikz_award.web.door import LOOKING, Audience, audience_of
from ikz_award.web.resume import Typed, resume_page
from ikz_award.web.returned import way_back
from ikz_award.web.unavailable import is_shortage, unavailable_page

log = structlog.get_logger()

# What an answer is fetched for (https://www.w3.org/TR/fetch-metadata/): to be looked at, or by a script of ours.
SEEN = frozenset({"document", "iframe", "empty"})


def error_page(
    *, status: int, message: str | None = None, reference: str | None = None, typed: Typed | None = None
) -> Response:
    """The page of an error; `message` a German sentence instead of the status's own, `reference` finds the fault in the log.

    `typed`: what was sent in vain, to be copied from. What a browser fetches by itself, an icon say, gets the bare status: a
    page would use up the message that waits for the person, and make a token that overwrites the one of the page they read.
    """
    if request.headers.get("Sec-Fetch-Dest", "document") not in SEEN:
        return Response(status=status, mimetype="text/plain")
    page = render_template("errors/error.html", status=status, message=message, reference=reference, typed=typed)
    return make_response(page, status)


def register_errors(app: Flask) -> None:
    """Let every refusal and fault end on a page of its own, whichever view it came from."""
    app.register_error_handler(Denied, _denied)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(RequestEntityTooLarge, lambda error: error_page(status=413))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def _denied(error: Denied) -> Response:
    """A service said no, and no page shows it beside its form (`web.returned`): what was typed stands on this one."""
    if request.method == "POST":
        log.info("refused", reason=error.reason, endpoint=request.endpoint, account=g.actor.account_id)
    if isinstance(error, NotFound):
        return error_page(status=error.status)
    return error_page(
        status=error.status, message=error.message, typed=Typed.in_request() if request.method == "POST" else None
    )


def _csrf(error: CSRFError) -> Response:
    """The token was missing or old. Where no account is needed, none is asked for."""
    log.warning("csrf", reason=error.description, endpoint=request.endpoint, account=g.actor.account_id)
    if request.endpoint == "security.login":
        # Mostly a second click: the first one has logged in and ended the session before. The log-in page knows.
        return make_response(redirect(url_for("security.login", next=request.form.get("next") or None)))
    is_public = audience_of(current_app, request.endpoint or "") is Audience.PUBLIC
    return resume_page(needs_login=not (g.actor.is_authenticated or is_public))


def _http(error: HTTPException) -> Response:
    if error.response is not None or (error.code or 500) < 400:
        return make_response(error.get_response())
    if isinstance(error, MethodNotAllowed) and request.method in LOOKING and (page := way_back(request.path)):
        # The address of a form, typed or loaded anew: the page it stands on.
        return make_response(redirect(page))
    return error_page(status=error.code or 500)


def _fault(error: Exception) -> Response:
    """A defect of ours. The page gives a reference, the log what happened; neither gives away anything confidential."""
    if is_shortage(error):
        return unavailable_page(error, path=_loggable_path())
    db.session.rollback()
    reference = secrets.token_hex(4)
    log.exception("fault", reference=reference, path=_loggable_path(), method=request.method)
    if request.environ.get("ikz_award.raise_faults"):
        raise error
    return error_page(status=500, reference=reference)


def _loggable_path() -> str:
    """The path, without the token where it holds one: such a link lets in whoever has it."""
    return str(request.url_rule) if "token" in (request.view_args or {}) else request.path
