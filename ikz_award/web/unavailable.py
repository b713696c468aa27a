"""What the machine lacks for the moment (disk, lock, database, store): a page that says so and keeps what was typed, and one
line in the log. Nothing has to be started anew when it is back."""

import errno
import os

import structlog
from flask import Response, current_app, g, make_response, render_template, request
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from ikz_award.extensions import db
from ikz_award.web.resume import Typed

log = structlog.get_logger()

RETRY_AFTER = 60
_SHORTAGES = frozenset(
    {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.ETIMEDOUT}
)
# SQLite says "operational" of these, too; they are defects, and waiting does not mend them.
_DEFECTS = ("no such table", "no such column", "syntax error", "has no column")
# A failing disk: pages that cannot be read, or not as they were written. Read by another process, or from a restored disk, the
# same request succeeds; where it does not, what was typed is kept all the same.
_FAILING = ("disk image is malformed", "file is not a database", "disk I/O error")


def is_shortage(error: BaseException) -> bool:
    """Whether the same request may well succeed in some minutes."""
    if isinstance(error, OperationalError | InterfaceError):
        if "readonly database" in str(error.orig):
            return not _is_writable()
        return not any(words in str(error.orig) for words in _DEFECTS)
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or any(words in str(error.orig) for words in _FAILING)
    return isinstance(error, OSError) and error.errno in _SHORTAGES


def _is_writable() -> bool:
    """Whether the database's own file can be written: the system makes a failing disk read-only, SQLite names no cause."""
    path = db.engine.url.database
    if not path:
        return True
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError:
        return False
    return True


def unavailable_page(error: BaseException, *, path: str) -> Response:
    """503, with what was typed and a button to send it again."""
    try:
        db.session.rollback()
    except SQLAlchemyError:
        db.session.remove()
    log.warning("unavailable", path=path, method=request.method, reason=_reason(error))
    typed = Typed.in_request() if request.method == "POST" else None
    try:
        page = render_template("errors/unavailable.html", frame="base.html", typed=typed, can_read=True)
    except (SQLAlchemyError, OSError):
        db.session.remove()
        _ask_no_more_who_it_is()
        page = render_template("errors/unavailable.html", frame="errors/bare.html", typed=typed, can_read=False)
    response = make_response(page, 503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    if request.headers.get("HX-Request"):
        response.headers["HX-Reswap"] = "none"  # the part stays as it is; the script says that it is not saved
    return response


def _ask_no_more_who_it_is() -> None:
    """Flask-Login looks the person up for every template, again where that has just failed; for the bare frame nobody is."""
    g._login_user = current_app.extensions["security"].login_manager.anonymous_user()


def _reason(error: BaseException) -> str:
    """In one line, without the statement or its values."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return f"{type(error).__name__}: {str(cause).splitlines()[0][:200] if str(cause) else ''}"
