"""The facts of what jurors are written by the organiser; the words are in `domain.words.letters.jury`."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.words.letters import jury as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.jury.oversight import JurorView
from ikz_award.services.entries.mails import round_of


def scoring_reminder_mail(edition: Edition, view: JurorView, *, shows_titles: bool, address: str) -> Letter:
    """A reminder; without titles for who has not declared confidentiality."""
    titles = [entry.title for entry in view.open] if shows_titles else None
    return letters.sheets_due(round_of(edition), titles=titles, count=len(view.open), closes_at=view.closes_at, address=address)


def scoring_extension_mail(edition: Edition, *, closes_at: datetime, reason: str) -> Letter:
    """When this juror has more time."""
    return letters.more_time(round_of(edition), closes_at=closes_at, reason=reason)


def reopening_mail(edition: Edition, *, number: str, reason: str) -> Letter:
    """When the sheet for the entry `number` is open again."""
    return letters.sheet_reopened(round_of(edition), number=number, reason=reason)


def comparison_mail(edition: Edition, *, address: str) -> Letter:
    """When the comparison is open, at `address`."""
    return letters.comparison_opened(round_of(edition), address=address)


def second_round_mail(edition: Edition, *, categories: Sequence[str], address: str) -> Letter:
    """When `categories` have a shortlist to be scored once more."""
    return letters.second_round(round_of(edition), categories=categories, address=address)
