"""Alembic's environment: the application's engine, foreign keys off while SQLite tables are rebuilt."""

from alembic import context
from flask import current_app

from ikz_award.adapters.database import MIGRATION_WAIT, PATIENCE, WAIT, WRITE
from ikz_award.models import Base

PLAIN = {"UtcDateTime": "sa.DateTime(timezone=True)", "Hundredths": "sa.Integer()", "AsaList": "sa.UnicodeText()"}


def render_item(kind: str, item: object, autogenerate_context: object) -> str | bool:
    """Own column types become what they store: a migration must not depend on today's code."""
    return PLAIN.get(type(item).__name__, False) if kind == "type" else False


database = current_app.extensions["migrate"].db


def run() -> None:
    options = {WRITE: True, PATIENCE: MIGRATION_WAIT}
    with database.engine.connect().execution_options(**options) as connection:
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute(f"PRAGMA busy_timeout={MIGRATION_WAIT}")
            # Outside a transaction, or SQLite ignores it: a rebuilt table must not cascade.
            connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
        try:
            context.configure(
                connection=connection,
                target_metadata=Base.metadata,
                render_as_batch=True,
                compare_type=True,
                render_item=render_item,
            )
            with context.begin_transaction():
                if connection.dialect.name == "postgresql":
                    # It has its turn now. A table's lock is not waited for so long: whoever comes next would wait behind it.
                    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {WAIT}")
                context.run_migrations()
            connection.commit()
        finally:
            if connection.dialect.name == "sqlite":
                connection.rollback()
                connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")
                connection.connection.driver_connection.execute(f"PRAGMA busy_timeout={WAIT}")


if context.is_offline_mode():
    raise SystemExit("Migrations run against a database; offline SQL is not supported.")
run()
