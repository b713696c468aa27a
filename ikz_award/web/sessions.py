"""Sessions on the server: the cookie holds a random token, the database its hash; what is deleted there is over.

Own code, because the known library pickles or caches per process and commits inside the request's own transaction.
"""

import hashlib
import json
import secrets
from datetime import datetime, timedelta
from typing import Any, cast

from flask import Flask, Request, Response, session
from flask.sessions import SessionInterface, SessionMixin
from sqlalchemy import delete, insert, select
from werkzeug.datastructures import CallbackDict

from ikz_award.adapters import clock
from ikz_award.adapters.database import WRITE
from ikz_award.extensions import db
from ikz_award.models.accounts import BrowserSession

LIFETIME = timedelta(hours=12)
# A session in use is prolonged, but not with a write on every request.
RENEW_AFTER = timedelta(minutes=30)


class ServerSession(CallbackDict[str, Any], SessionMixin):
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


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


class DatabaseSessions(SessionInterface):
    def open_session(self, app: Flask, request: Request) -> ServerSession:
        token = request.cookies.get(self.get_cookie_name(app))
        if not token or len(token) > 100:
            return ServerSession()
        now = clock.now()
        with db.engine.connect() as connection:
            row = connection.execute(
                select(BrowserSession.data, BrowserSession.created_at, BrowserSession.expires_at).where(
                    BrowserSession.token_hash == _hash(token), BrowserSession.expires_at > now
                )
            ).first()
        if row is None:
            return ServerSession()
        session = ServerSession(json.loads(row.data), token, row.created_at)
        if row.expires_at - now < LIFETIME - RENEW_AFTER:
            session.modified = True
        return session

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        if not isinstance(session, ServerSession):
            raise TypeError("a session of another kind")
        name = self.get_cookie_name(app)
        if not session:
            if session.token and session.modified:
                self._replace(old=session.token, new=None, session=session)
                response.delete_cookie(name, path="/")
            return
        response.vary.add("Cookie")
        if not session.modified:
            return
        token = session.token if session.token and not session.needs_new_token else secrets.token_urlsafe(32)
        self._replace(old=session.token, new=token, session=session)
        response.set_cookie(
            name, token, httponly=True, samesite="Lax", path="/", secure=self.get_cookie_secure(app),
            max_age=int(LIFETIME.total_seconds()),
        )  # fmt: skip

    @staticmethod
    def _replace(*, old: str | None, new: str | None, session: ServerSession) -> None:
        now = clock.now()
        with db.engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
            if old:
                gone = connection.execute(delete(BrowserSession).where(BrowserSession.token_hash == _hash(old)))
                if gone.rowcount == 0:
                    # Ended elsewhere while this request ran (log-out, password change): it stays ended.
                    return
            connection.execute(delete(BrowserSession).where(BrowserSession.expires_at < now))
            if new:
                connection.execute(
                    insert(BrowserSession).values(
                        token_hash=_hash(new), account_id=session.get("_user_id"), data=json.dumps(dict(session)),
                        created_at=session.created_at or now, expires_at=now + LIFETIME,
                    )
                )  # fmt: skip


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
