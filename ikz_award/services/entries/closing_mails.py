"""The facts of what is written to whoever has a draft when the time for entries ends early, and when that is taken back."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.words.letters import entries as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.models.editions.editions import Edition
from ikz_award.services.entries.mails import round_of


def closed_early_mail(edition: Edition, *, at: datetime, reason: str, titles: Sequence[str], base_url: str) -> Letter:
    """`at`: when it ended."""
    return letters.closed_early(round_of(edition), at=at, reason=reason, titles=titles, address=f"{base_url}/bewerbung/")


def open_again_mail(edition: Edition, *, reason: str, titles: Sequence[str], base_url: str) -> Letter:
    """When the early end was taken back."""
    address, deadline = f"{base_url}/bewerbung/", edition.deadline_at
    return letters.open_again(round_of(edition), deadline_at=deadline, reason=reason, titles=titles, address=address)
