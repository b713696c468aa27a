"""Note what a freshly migrated database has to have: the newest revision and every guard. Run it after each new migration."""

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from flask_migrate import upgrade
from sqlalchemy import text

from config import TestConfig
from ikz_award import create_app
from ikz_award.extensions import db
from ikz_award.queries.invariants.database import NOTED, present_guards


def noted_text() -> str:
    """The file's text, from the database at hand."""
    (revision,) = db.session.scalars(text("SELECT version_num FROM alembic_version"))
    guards = sorted(f"{name} {what}" for name, what in present_guards(db.session()).items())
    return "\n".join((revision, *guards)) + "\n"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, create_app(TestConfig(Path(folder))).app_context():
        upgrade()
        NOTED.write_text(noted_text(), encoding="utf-8")
        db.session.remove()
        db.engine.dispose()


if __name__ == "__main__":
    main()
