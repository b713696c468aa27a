"""What `flask award serve` does before its parts are forked."""

import socket
import threading

from flask import Flask
from sqlalchemy import func, select

from ikz_award.cli.serve import becomes_free, prepare_pages
from ikz_award.extensions import db
from ikz_award.models.people.accounts import BrowserSession
from ikz_award.models.record.audit import AuditEntry


def test_pages_are_prepared_and_nothing_is_written(app: Flask) -> None:
    """Templates are there for every process that comes; whoever was never logged in leaves no row."""
    app.jinja_env.cache.clear()
    before = db.session.scalar(select(func.count()).select_from(AuditEntry))
    prepare_pages(app)
    compiled = {name for _loader, name in app.jinja_env.cache.keys()}  # noqa: SIM118 - its own kind of mapping
    assert {"base.html", "accounts/log_in.html"} & compiled, compiled
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(BrowserSession)) == 0
    assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == before


def test_serve_waits_for_a_port_that_is_being_left() -> None:
    """A killed service's parts hold it for a moment, and whoever starts it anew does not know."""
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        assert not becomes_free(port, within=0)
        leaving = threading.Timer(0.3, holder.close)
        leaving.start()
        assert becomes_free(port, within=60)
        leaving.join()
