"""The facts of what is written about the circulation; the words are in `domain.words.letters.circulation`."""

from datetime import datetime

from ikz_award.domain.words.letters import circulation as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.models.entries.entries import Entry
from ikz_award.services.entries.mails import written


def notice_mail(entry: Entry, *, address: str, ends_at: datetime, is_reminder: bool) -> Letter:
    """The mail that carries a partner's link."""
    write = letters.notice_again if is_reminder else letters.notice
    return write(written(entry), address=address, ends_at=ends_at)


def objection_mail(entry: Entry, *, partner: str) -> Letter:
    """For the applicant: a partner objects."""
    return letters.objection(written(entry), partner=partner)
