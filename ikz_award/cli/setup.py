"""`flask award setup` and `check-migrations`."""

import sys

import click
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import current_app
from flask_migrate import upgrade

from ikz_award.cli import award
from ikz_award.extensions import db
from ikz_award.models import Base


@award.command("migrate")
def migrate_database() -> None:
    """Bring the database to the newest version."""
    current_app.config["INSTANCE"].mkdir(parents=True, exist_ok=True)
    upgrade()


@award.command("check-migrations")
def check_migrations() -> None:
    """Exit 1 if the tables that the migrations make differ from the models."""
    import sqlalchemy as sa
    from alembic import command
    from flask_migrate import Migrate  # noqa: F401

    from ikz_award.adapters import database

    del sa, command, Migrate, database
    with db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata)
    if differences:
        for difference in differences:
            click.echo(str(difference))
        sys.exit("The models and the migrations differ: make a migration.")
