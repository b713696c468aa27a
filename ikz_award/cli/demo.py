"""`flask award seed-demo`."""

import sys

import click
from flask_security import hash_password

from ikz_award.adapters import clock
from ikz_award.cli.group import award
from ikz_award.demo.accounts import DEMO_LOGINS, DEMO_PASSWORD
from ikz_award.demo.seed import DEFAULT_ENTRIES, DEFAULT_SEED, seed_demo


@award.command("seed-demo")
@click.option("--entries", default=DEFAULT_ENTRIES, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--seed", default=DEFAULT_SEED, show_default=True, help="The same seed gives the same demonstration.")
def seed_demo_command(entries: int, seed: int) -> None:
    """Fill an empty database with the demonstration: the first edition in judging, the second one open."""
    try:
        with click.progressbar(length=entries, label="  Demo", width=30, file=sys.stderr) as bar:
            seed_demo(
                entries=entries, seed=seed, now=clock.now(), password_hash=hash_password(DEMO_PASSWORD), on_progress=bar.update
            )
    except ValueError as error:
        sys.exit(f"Nothing was changed: {error}. The demonstration needs an empty database.")
    click.echo(f"Demo: {entries} entries. Password for every log-in: {DEMO_PASSWORD}")
    for role, email in DEMO_LOGINS.items():
        click.echo(f"  {role:<20} {email}")
