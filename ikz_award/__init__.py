"""ikz-award: the competition for the state prize for municipal cooperation, from the first entry to the result report."""

import gc
import os
from collections.abc import Generator
from contextlib import contextmanager

import click
from flask import Flask
from flask_talisman import Talisman

from config import ROOT, Config

__version__ = "0.1.0"

CONTENT_SECURITY_POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "object-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
}


def create_app(config: Config | None = None) -> Flask:
    """The application for `config`, by default the one the environment describes."""
    with _uncollected():
        return _create_app(config)


@contextmanager
def _uncollected() -> Generator[None]:
    """What an import makes stays: looking for garbage among it, again and again, takes a tenth of a start.

    It takes as much when the process ends. So what the first application of a process brings is never looked through.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        if was_on:
            gc.enable()


def _create_app(config: Config | None) -> Flask:
    from ikz_award.adapters.logs import configure_logs

    configure_logs()
    # Database, journal, uploads, mails: whatever this process makes is its owner's alone.
    os.umask(0o077)
    config = config or Config()
    app = Flask(
        __name__,
        instance_path=str(config.INSTANCE),
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
    )
    app.config.from_object(config)
    # First of all that look at a request: the door, then CSRF and the rest.
    from ikz_award.web.door import open_doors
    from ikz_award.web.rules import LaterRule

    app.url_rule_class = LaterRule  # ty: ignore[invalid-assignment] - Flask's way to say which class
    open_doors(app)
    _bind_extensions(app)
    _register_blueprints(app)
    return app


def _bind_extensions(app: Flask) -> None:
    from ikz_award.blueprints.accounts.security import bind_security
    from ikz_award.extensions import babel, csrf
    from ikz_award.web.assets.compression import bind_compression
    from ikz_award.web.assets.links import bind_assets
    from ikz_award.web.host import Reception
    from ikz_award.web.sessions import DatabaseSessions

    app.session_interface = DatabaseSessions()
    is_production = app.config["MODE"] == "production"
    app.config.update(
        # With this prefix browsers take the cookie from this very host alone, over HTTPS.
        SESSION_COOKIE_NAME="__Host-ikz_award" if is_production else "ikz_award",
        SESSION_COOKIE_SECURE=is_production,
    )
    _bind_database(app)
    csrf.init_app(app)
    babel.init_app(app)
    bind_compression(app)
    from ikz_award.web.door import close_windows, keep_policy

    # Registered before those that follow, and so run after them: nothing replaces a file's own, stricter policy, and nothing
    # that one sees after logging in is kept by a browser or a proxy.
    app.after_request(keep_policy)
    # An instance for each application: it keeps the settings in itself.
    Talisman().init_app(
        app,
        force_https=is_production,
        strict_transport_security=is_production,
        session_cookie_secure=is_production,
        content_security_policy=CONTENT_SECURITY_POLICY,
        content_security_policy_nonce_in=["script-src"],
        referrer_policy="same-origin",
    )
    bind_security(app)
    bind_assets(app)
    app.wsgi_app = Reception(app.wsgi_app, app.config)
    app.after_request(close_windows)


def _bind_database(app: Flask) -> None:
    from ikz_award.adapters import database
    from ikz_award.extensions import Migrations, db

    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = database.engine_options(app.config["SQLALCHEMY_DATABASE_URI"])
    db.init_app(app)
    with app.app_context():
        database.listen_to_engine(db.engine)
    app.extensions["migrate"] = Migrations(database=db, directory=str(ROOT / "migrations"))


def _register_blueprints(app: Flask) -> None:
    from ikz_award.blueprints.accounts import routes as accounts
    from ikz_award.blueprints.admin import routes as admin
    from ikz_award.blueprints.applicants import routes as applicants
    from ikz_award.blueprints.jury import routes as jury
    from ikz_award.blueprints.public import routes as public
    from ikz_award.cli import LaterGroup, award
    from ikz_award.web.errors import register_errors
    from ikz_award.web.filters import register_filters
    from ikz_award.web.returned import register_returned

    for module in (public, accounts, applicants, jury, admin):
        app.register_blueprint(module.bp)
    if app.config["MODE"] == "development":
        from ikz_award.blueprints.development import routes as development

        app.register_blueprint(development.bp)
    app.cli.add_command(award)
    app.cli.add_command(LaterGroup("db", help="Perform database migrations.", load=_migration_commands))
    register_errors(app)
    register_filters(app)
    register_returned(app)


def _migration_commands() -> click.Group:
    from flask_migrate.cli import db

    return db
