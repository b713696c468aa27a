"""Sessions of people who are logged in stand on the server: the cookie holds a random token, the database its hash; what is
deleted there is over. Of a guest (a CSRF token, a message to be shown) nothing is stored: it stands signed in the cookie.

Own code, because the known library pickles or caches per process and commits inside the request's own transaction.
"""

import hashlib
import json
import secrets
from datetime import datetime, timedelta
from typing import Any, cast

import structlog
from flask import Flask, Request, Response, request, session
from flask.sessions import SessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import DBAPIError
from werkzeug.datastructures import CallbackDict

from ikz_award.adapters import clock
from ikz_award.adapters.database import WAIT, brief_write
from ikz_award.extensions import db
from ikz_award.models.people.accounts import BrowserSession

LIFETIME = timedelta(hours=12)
# However much it is used: then one logs in again.
LONGEST_LIFE = timedelta(hours=24)
# A session in use is prolonged, but not with a write on every request.
RENEW_AFTER = timedelta(minutes=30)
# The cookie of a guest begins so; browsers keep 4,096 bytes.
GUEST, GUEST_LIMIT = "g.", 3500
USER = "_user_id"
# Milliseconds that a page waits until it may write what can be left out.
PATIENCE = 2_000

log = structlog.get_logger()


class ServerSession(CallbackDict[str, Any], SessionMixin):
    """A session as views see it; `token` None for one not stored yet.

    It notices changes of its own keys, not of values within.
    """

    def __init__(
        self, data: dict[str, Any] | None = None, token: str | None = None, created_at: datetime | None = None
    ) -> None:
        def on_update(self: "ServerSession") -> None:
            self.modified = True
            self.accessed = True

        super().__init__(data, on_update)
        self.token = token
        self.created_at = created_at
        self.modified = False
        self.accessed = True
        self.needs_new_token = False
        # Used for a while: it lasts longer from now on, whatever else stands in it by then.
        self.is_prolonged = False
        # Whose it was when the request came; a change of it must not be lost.
        self.opened_for = self.get(USER)
        # Why the database did not say whose it is.
        self.fault: DBAPIError | None = None


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class DatabaseSessions(SessionInterface):
    """Sessions as rows, so that they can be ended from elsewhere; visitors without a log-in have theirs in a signed cookie."""

    def open_session(self, app: Flask, request: Request) -> ServerSession:
        token = request.cookies.get(self.get_cookie_name(app)) or ""
        if token.startswith(GUEST):
            return ServerSession(_read_guest(app, token.removeprefix(GUEST)))
        if not token or len(token) > 100:
            return ServerSession()
        try:
            return _read_stored(token)
        except DBAPIError as error:
            unknown = ServerSession()
            unknown.fault = error
            return unknown

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not isinstance(session, ServerSession):
            raise TypeError("a session of another kind")
        if session:
            response.vary.add("Cookie")
        if session.fault or not (session.modified or session.is_prolonged):
            return
        # Once: a page that says it could not be saved is not saved either.
        is_changed, session.modified, session.is_prolonged = session.modified, False, False
        is_needed = session.needs_new_token or session.opened_for != session.get(USER)
        try:
            cookie = (
                self._keep(app, session, wait=WAIT if is_needed else PATIENCE) if is_changed else self._prolong(session.token)
            )
        except DBAPIError:
            if is_needed:
                raise
            # Only prolonged, or a message that was shown: the page is worth more.
            log.warning("session not saved", endpoint=request.endpoint)
            return
        name = self.get_cookie_name(app)
        if not cookie:
            response.delete_cookie(name, path="/", secure=self.get_cookie_secure(app), httponly=True, samesite="Lax")
            return
        response.set_cookie(
            name,
            cookie,
            httponly=True,
            samesite="Lax",
            path="/",
            secure=self.get_cookie_secure(app),
            max_age=int(LIFETIME.total_seconds()),
        )

    def _keep(self, app: Flask, session: ServerSession, *, wait: int) -> str:
        """Store what is to be stored; the value of the cookie, empty where there is none any more."""
        if session and USER not in session:
            guest = GUEST + _signer(app).dumps(dict(session))
            if len(guest) <= GUEST_LIMIT:
                if session.token:
                    self._replace(old=session.token, new=None, session=session, wait=wait)
                return guest
        token = secrets.token_urlsafe(32) if session.needs_new_token or not session.token else session.token
        token = token if session else ""
        if token or session.token:
            self._replace(old=session.token, new=token or None, session=session, wait=wait)
        return token

    @staticmethod
    def _prolong(token: str | None) -> str:
        """Let the session last from now on, and write nothing else: what a page beside this one has put into it stays."""
        with brief_write(db.engine, wait=PATIENCE) as connection:
            connection.execute(
                update(BrowserSession)
                .where(BrowserSession.token_hash == _hash(token or ""))
                .values(expires_at=clock.now() + LIFETIME)
            )
        return token or ""

    @staticmethod
    def _replace(*, old: str | None, new: str | None, session: ServerSession, wait: int) -> None:
        now = clock.now()
        with brief_write(db.engine, wait=wait) as connection:
            if old:
                gone = connection.execute(delete(BrowserSession).where(BrowserSession.token_hash == _hash(old)))
                if gone.rowcount == 0:
                    # Ended elsewhere while this request ran (log-out, password change): it stays ended.
                    return
            connection.execute(delete(BrowserSession).where(BrowserSession.expires_at < now))
            if new:
                connection.execute(
                    insert(BrowserSession).values(
                        token_hash=_hash(new),
                        account_id=session.get("_user_id"),
                        data=json.dumps(dict(session)),
                        created_at=session.created_at or now,
                        expires_at=now + LIFETIME,
                    )
                )


def _signer(app: Flask) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(app.config["SECRET_KEY"], salt="guest session")


def _read_guest(app: Flask, signed: str) -> dict[str, Any]:
    """What a guest's cookie holds; nothing where it is not ours, too old, or speaks of being logged in."""
    try:
        data = _signer(app).loads(signed, max_age=int(LIFETIME.total_seconds()))
    except BadSignature:
        return {}
    return data if isinstance(data, dict) and USER not in data else {}


def _read_stored(token: str) -> ServerSession:
    now = clock.now()
    with db.engine.connect() as connection:
        row = connection.execute(
            select(BrowserSession.data, BrowserSession.created_at, BrowserSession.expires_at).where(
                BrowserSession.token_hash == _hash(token),
                BrowserSession.expires_at > now,
                BrowserSession.created_at > now - LONGEST_LIFE,
            )
        ).first()
    if row is None:
        return ServerSession()
    session = ServerSession(json.loads(row.data), token, row.created_at)
    if row.expires_at - now < LIFETIME - RENEW_AFTER:
        session.is_prolonged = True
    return session


def renew_session() -> None:
    """Give the session of this request a new token when it is saved; the old one is over."""
    _current().needs_new_token = True


def leave_session() -> None:
    """After this request's session was ended in the database: start an empty one, so that a message can still be shown."""
    current = _current()
    current.clear()
    current.token = None


def _current() -> ServerSession:
    return cast(ServerSession, session._get_current_object())  # ty: ignore[missing-attribute]


def current_token_hash() -> str | None:
    """The name under which this request's session is stored, if it is."""
    token = _current().token
    return _hash(token) if token else None
