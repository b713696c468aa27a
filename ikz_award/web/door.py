"""The door: every route says whom it is for; a route that says nothing lets nobody in.

`door(blueprint, Audience.X)` states it for a blueprint, `@audience(Audience.Y)` for a single view.
"""

import secrets
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar, cast

from flask import Blueprint, Flask, Response, current_app, g, redirect, request, session, url_for
from flask.ctx import _AppCtxGlobals
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.exceptions import RequestEntityTooLarge, RequestTimeout

from ikz_award.adapters import clock
from ikz_award.adapters.database import allow_writes_by_default
from ikz_award.adapters.front import ARRIVAL, FAULT
from ikz_award.domain.permissions.actors import ANONYMOUS, Actor
from ikz_award.domain.words.errors import NotFound
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.record.belonging import belong_together
from ikz_award.services.record.use_case import Call
from ikz_award.web.resume import resume_page
from ikz_award.web.sessions import ServerSession

View = TypeVar("View", bound=Callable[..., Any])
EXTENSION = "ikz_award.door"
PRIVATE = "private, no-store"
# Methods that ask for a page and change nothing; scanners of mails send the second one.
LOOKING = frozenset({"GET", "HEAD"})


class Audience(StrEnum):
    """Whom a route is for. One that declares none is closed to everybody."""

    PUBLIC = "public"
    ACCOUNT = "account"
    APPLICANT = "applicant"
    JUROR = "juror"
    ADMIN = "admin"
    DEVELOPMENT = "development"
    MONITOR = "monitor"


def door(blueprint: Blueprint, kind: Audience) -> None:
    """State the audience of all views of `blueprint`."""
    blueprint.record(lambda state: state.app.extensions.setdefault(EXTENSION, {}).__setitem__(state.name, kind))


def audience(kind: Audience) -> Callable[[View], View]:
    """State the audience of one view."""

    def mark(view: View) -> View:
        view.__dict__["audience"] = kind
        return view

    return mark


def audience_of(app: Flask, endpoint: str) -> Audience | None:
    """Whom `endpoint` is for; None: nobody."""
    view = app.view_functions.get(endpoint)
    stated = getattr(view, "audience", None)
    if stated is not None:
        return stated
    blueprint = endpoint.rpartition(".")[0]
    return app.extensions.get(EXTENSION, {}).get(blueprint)


def cache_policy(app: Flask, response: Response) -> str | None:
    """The Cache-Control of an answer; None: what it says itself stands.

    Only a public view may say that its answer can be kept; an error never is.
    """
    endpoint = request.endpoint or ""
    is_ours = not endpoint.startswith("security.")
    if endpoint == "static" and response.status_code < 400:
        return None
    if is_ours and audience_of(app, endpoint) is Audience.PUBLIC and response.status_code < 400:
        return None if "Cache-Control" in response.headers else "no-store"
    return PRIVATE


def keep_policy(response: Response) -> Response:
    """A file's own, stricter policy stays, whatever is set after this; what one sees after logging in nobody keeps."""
    from ikz_award.web.downloads import SANDBOXED

    policy = g.get("file_policy") or (SANDBOXED if "Content-Disposition" in response.headers else None)
    if policy:
        response.headers["Content-Security-Policy"] = policy
    if cache := cache_policy(current_app, response):
        response.headers["Cache-Control"] = cache
    return response


def close_windows(response: Response) -> Response:
    """No page of another site gets hold of ours by opening it."""
    response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    return response


def _is_let_in(actor: Actor, kind: Audience) -> bool:
    match kind:
        case Audience.PUBLIC:
            return True
        case Audience.ACCOUNT | Audience.APPLICANT:
            return actor.is_authenticated
        case Audience.JUROR:
            return bool(actor.seats)
        case Audience.ADMIN:
            return actor.is_admin
        case Audience.DEVELOPMENT:
            return current_app.config["MODE"] == "development" and request.environ.get("ikz_award.is_local") is True
        case Audience.MONITOR:
            return _shows_token(current_app.config["METRICS_TOKEN"])


def _shows_token(token: str) -> bool:
    """A program that watches this installation. Where it asks from says nothing: a proxy on this machine asks for everybody."""
    shown = request.headers.get("Authorization", "").encode()
    return bool(token) and secrets.compare_digest(shown, f"Bearer {token}".encode())


class RequestFacts(_AppCtxGlobals):
    """`flask.g`: what the door states of every request, and what follows from it or is read once where a page needs it."""

    actor: Actor
    now: datetime
    # A form's idempotency key; read at the door and nowhere else.
    key: str | None

    @property
    def call(self) -> Call:
        """Who calls a use case in this request: whoever `actor` is by then, also who has logged in meanwhile.

        Raises `Invalid` for an idempotency key that is none of ours.
        """
        return Call(actor=self.actor, now=self.now, key=self.key)

    @cached_property
    def edition(self) -> Edition:
        """The edition in the page's address. Raises `NotFound`."""
        return edition_by_slug(db.session(), (request.view_args or {})["slug"])


def open_doors(app: Flask) -> None:
    """Check every request at the door, before anything else runs."""

    app.app_ctx_globals_class = RequestFacts  # ty: ignore[invalid-assignment] - Flask's way to say which class
    # Flask's own static route and Flask-Security's pages decide for themselves.
    doors = app.extensions.setdefault(EXTENSION, {})
    doors["security"] = Audience.PUBLIC
    app.view_functions["static"] = audience(Audience.PUBLIC)(app.view_functions["static"])

    @app.before_request
    def stand_at_the_door() -> ResponseReturnValue | None:
        g.actor = ANONYMOUS
        g.now = _arrival()
        g.key = None
        _require_whole_body()
        if request.endpoint == "static":
            return None
        # Flask-Security's views write by themselves: where something was sent to them, never where they are looked at.
        allow_writes_by_default(is_allowed=request.blueprint == "security" and request.method == "POST")
        if fault := cast(ServerSession, session).fault:
            raise fault
        if current_user.is_authenticated:
            g.actor = actor_of(db.session(), cast(Account, current_user), now=g.now)
        # No such page: said to who asks as what they may not see is said, by name.
        return None if request.endpoint is None else _stop(audience_of(app, request.endpoint))


def _stop(kind: Audience | None) -> ResponseReturnValue | None:
    """What stops the person before a page of this audience; None where nothing does. Raises `NotFound`."""
    if kind is None:
        raise NotFound
    if _is_let_in(g.actor, kind):
        objects = request.view_args or {}
        if len(objects) > 1 and not belong_together(db.session(), objects):
            raise NotFound
        g.key = (request.form.get("idempotency_key") or None) if request.method not in LOOKING else None
        _ = g.call  # a damaged key goes no further
        return None
    if g.actor.is_authenticated or kind in (Audience.DEVELOPMENT, Audience.MONITOR):
        raise NotFound
    if request.method in LOOKING:
        return redirect(url_for("security.login", next=request.full_path.rstrip("?")))
    return resume_page(needs_login=True)


def _require_whole_body() -> None:
    """What the front did not take whole is not worked on, and no form of fields alone is as large as one with files may be.

    Of those that come in parts Werkzeug sees to it; others it reads at once, and makes several times their size of them.
    """
    if request.mimetype != "multipart/form-data" and (request.content_length or 0) > current_app.config["MAX_FORM_MEMORY_SIZE"]:
        raise RequestEntityTooLarge
    match request.environ.get(FAULT):
        case "large":
            raise RequestEntityTooLarge
        case "slow":
            raise RequestTimeout


def _arrival() -> datetime:
    """When the request reached the server: its first bytes, not the end of a slow upload."""
    return request.environ.get(ARRIVAL) or clock.now()
