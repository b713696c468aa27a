"""`flask award …`: everything the organiser's IT does from a terminal."""

from ikz_award.cli.group import LaterGroup, award

__all__ = ["LaterGroup", "award"]
