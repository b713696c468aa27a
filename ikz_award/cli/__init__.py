"""`flask award …`: everything the organiser's IT does from a terminal."""

from ikz_award.cli import backup, check, copying, demo, serve, setup, verify
from ikz_award.cli.group import award

__all__ = ["award", "backup", "check", "copying", "demo", "serve", "setup", "verify"]
