"""`flask award …`: everything the organiser's IT does from a terminal."""

from flask.cli import AppGroup

award = AppGroup("award", help="Set up, run and check the competition.")

from ikz_award.cli import setup as _setup  # noqa: E402, F401 - registers its commands
