"""The command group; a module of its own, so that commands can import it without a cycle."""

from flask.cli import AppGroup

award = AppGroup("award", help="Set up, run and check the competition.")
