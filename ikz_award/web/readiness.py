"""What a watcher asks (`/readyz`) and what `flask award doctor` asks: whether the parts of the service are there."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from flask import current_app
from sqlalchemy.exc import SQLAlchemyError

from ikz_award.extensions import db
from ikz_award.queries.editions.public import is_migrated
from ikz_award.queries.record.parts import CopyState, copy_state, worker_state


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """`is_ready`: the database answers, at the newest migration; without it nothing is known of the others."""

    is_ready: bool
    has_worker: bool = False
    copy: CopyState | None = None


def readiness(*, now: datetime) -> Readiness:
    """How it is now; a database that does not answer is an answer, too."""
    try:
        session = db.session()
        if not is_migrated(session, head=newest_migration(current_app.extensions["migrate"].directory)):
            return Readiness(is_ready=False)
        return Readiness(is_ready=True, has_worker=worker_state(session, now=now).is_up, copy=copy_state(session, now=now))
    except SQLAlchemyError:
        db.session.rollback()
        return Readiness(is_ready=False)


@lru_cache
def newest_migration(folder: str) -> str | None:
    """The identifier of the newest migration in `folder`, looked up once in a process."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", folder)
    return ScriptDirectory.from_config(config).get_current_head()
