"""For whatever watches this installation."""

from functools import lru_cache

from alembic.script import ScriptDirectory
from flask import current_app
from flask.typing import ResponseReturnValue
from flask_migrate import Config
from sqlalchemy.exc import SQLAlchemyError

from ikz_award.blueprints.public.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.public import is_migrated


@bp.get("/healthz")
def is_alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@bp.get("/readyz")
def is_ready() -> ResponseReturnValue:
    """The database answers and stands at the newest migration; 503 otherwise. Says nothing else."""
    try:
        ready = is_migrated(db.session(), head=_newest_migration(current_app.extensions["migrate"].directory))
    except SQLAlchemyError:
        db.session.rollback()
        ready = False
    return ({"status": "ok"}, 200) if ready else ({"status": "unavailable"}, 503)


@lru_cache
def _newest_migration(folder: str) -> str | None:
    config = Config()
    config.set_main_option("script_location", folder)
    return ScriptDirectory.from_config(config).get_current_head()
