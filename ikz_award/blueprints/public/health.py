"""For whatever watches this installation."""

from functools import lru_cache

from flask import current_app, g
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from ikz_award.blueprints.public.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.editions.public import is_migrated
from ikz_award.queries.record.parts import copy_state, worker_state


@bp.get("/healthz")
def is_alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@bp.get("/readyz")
def is_ready() -> ResponseReturnValue:
    """Whether the database answers at the newest migration (503 otherwise), whether a worker is at work, how old the copy is.

    Without a worker pages work and mails and documents wait: that is said, and is no reason to send visitors elsewhere.
    """
    try:
        ready = is_migrated(db.session(), head=newest_migration(current_app.extensions["migrate"].directory))
        worker = worker_state(db.session(), now=g.now).is_up if ready else False
        copy = copy_state(db.session(), now=g.now) if ready else None
    except SQLAlchemyError:
        db.session.rollback()
        ready, worker, copy = False, False, None
    parts: dict[str, object] = {"database": "ok" if ready else "unavailable", "worker": "ok" if worker else "unavailable"}
    if copy:
        parts["copy"] = "late" if copy.is_late else "ok"
        parts["copy_age_seconds"] = round((g.now - copy.safe_at).total_seconds()) if copy.safe_at else None
    return ({"status": "ok", **parts}, 200) if ready else ({"status": "unavailable", **parts}, 503)


@lru_cache
def newest_migration(folder: str) -> str | None:
    """The identifier of the newest migration in `folder`, looked up once in a process."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", folder)
    return ScriptDirectory.from_config(config).get_current_head()
