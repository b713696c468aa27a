"""`flask award setup`, `migrate`, `check-migrations`, `create-admin`, `import-register`."""

import secrets
import sys
from pathlib import Path

import click
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import current_app
from flask_migrate import upgrade
from flask_security import hash_password
from sqlalchemy import select

from ikz_award.adapters import clock
from ikz_award.cli.demo import seed_demo_command
from ikz_award.cli.group import award
from ikz_award.domain.words.errors import Denied
from ikz_award.extensions import db
from ikz_award.models import Base
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.record.intention import write_session


@award.command("migrate")
def migrate_database() -> None:
    """Bring the database to the newest version."""
    current_app.config["INSTANCE"].mkdir(parents=True, exist_ok=True)
    upgrade()


@award.command("setup")
@click.pass_context
def setup(context: click.Context) -> None:
    """Make instance/ ready: database, on the first run the register and (not in production) the demonstration."""
    context.invoke(migrate_database)
    is_first = db.session.scalar(select(Account.id).limit(1)) is None
    db.session.rollback()
    if is_first and current_app.config["MODE"] != "production":
        context.invoke(seed_demo_command)
    elif added := fill_register():
        click.echo(f"Register: {added} municipalities, districts and Landschaftsverbände. Next: flask award create-admin EMAIL")


def fill_register() -> int:
    """Put what ships with the application into an empty register; returns how many. One that holds anything is left alone."""
    from ikz_award.services.people.register import load_shipped_register

    with write_session() as session:
        is_empty = session.scalar(select(RegisterBody.key).limit(1)) is None
        return load_shipped_register(session) if is_empty else 0


@award.command("check-migrations")
def check_migrations() -> None:
    """Exit 1 if the tables that the migrations make differ from the models."""
    import tempfile

    from config import TestConfig
    from ikz_award import create_app

    with tempfile.TemporaryDirectory() as folder:
        app = create_app(TestConfig(Path(folder)))
        with app.app_context():
            upgrade()
            with db.engine.connect() as connection:
                context = MigrationContext.configure(connection, opts={"compare_type": True})
                differences = compare_metadata(context, Base.metadata)
            db.engine.dispose()
    if differences:
        sys.exit("The models and the migrations differ:\n" + "\n".join(str(difference) for difference in differences))
    click.echo("Migrations are up to date.")


@award.command("create-admin")
@click.argument("email")
@click.option("--name", prompt="Name", help="As it appears in the audit log.")
@click.password_option(help="At least 12 characters.")
def create_admin(email: str, name: str, password: str) -> None:
    """Make an account for the organiser's staff."""
    from ikz_award.domain.permissions.actors import SYSTEM
    from ikz_award.services.people.accounts import create_admin_account
    from ikz_award.services.record.use_case import Call

    try:
        create_admin_account(
            Call(actor=SYSTEM, now=clock.now()),
            email=email,
            name=name,
            password_hash=hash_password(password),
            uniquifier=secrets.token_hex(32),
        )
    except Denied as error:
        sys.exit(str(error))
    click.echo(f"{email} is an administrator now.")


@award.command("import-register")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
def import_register(file: Path, *, dry_run: bool) -> None:
    """Replace the municipality register from the official GV100AD file."""
    from ikz_award.domain.permissions.actors import SYSTEM
    from ikz_award.services.people.register_plan import plan_register, renew_register
    from ikz_award.services.record.use_case import Call

    data = file.read_bytes()
    try:
        plan = plan_register(db.session(), data)
        for key, name in (*plan.added, *plan.ended):
            click.echo(f"{'added' if (key, name) in plan.added else 'ended'}: {key} {name}")
        for change in plan.changed if dry_run else ():
            click.echo(f"changed: {change.key} {change.name}: {', '.join(sorted(change.new))}")
        if not dry_run:
            renew_register(Call(actor=SYSTEM, now=clock.now()), data=data, seen=plan.digest)
    except Denied as error:
        sys.exit(f"Nothing was changed. {error}")
    done = plan.done
    counts = f"{len(done.added)} added, {len(done.changed)} changed, {len(done.ended)} ended."
    click.echo(f"Nothing was changed. It would be: {counts}" if dry_run else f"Register: {counts}")
    if done.kept:
        click.echo(f"Kept under the official name that a sealed result shows: {', '.join(done.kept)}.")
