"""For whatever watches this installation."""

from flask import g
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public.bp import bp
from ikz_award.web.readiness import readiness


@bp.get("/healthz")
def is_alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@bp.get("/readyz")
def is_ready() -> ResponseReturnValue:
    """Whether the database answers at the newest migration (503 otherwise), whether a worker is at work, how old the copy is.

    Without a worker pages work and mails and documents wait: that is said, and is no reason to send visitors elsewhere.
    """
    found = readiness(now=g.now)
    parts: dict[str, object] = {
        "database": "ok" if found.is_ready else "unavailable",
        "worker": "ok" if found.has_worker else "unavailable",
    }
    if copy := found.copy:
        parts["copy"] = "late" if copy.is_late else "ok"
        parts["copy_age_seconds"] = round((g.now - copy.safe_at).total_seconds()) if copy.safe_at else None
    return ({"status": "ok", **parts}, 200) if found.is_ready else ({"status": "unavailable", **parts}, 503)
