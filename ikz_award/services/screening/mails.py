"""Who is told by the organiser: about the screening of an entry, and of the jury's words on it."""

from collections.abc import Sequence

from ikz_award.domain.words.letters import screening as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.entries.entries import deadline_of
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.services.entries.mails import round_of
from ikz_award.services.record.intention import Work


def tell_excluded(work: Work, entry: Entry, *, reason: str, rules: Sequence[str]) -> None:
    """`rules`: the words of those recorded as violated."""
    _tell(work, entry, letters.excluded(_screened(entry), reason=reason, rules=rules))


def tell_returned(work: Work, entry: Entry, *, remarks: str) -> None:
    """`remarks`: what is to be supplied, a line each."""
    _tell(work, entry, letters.returned(_screened(entry), remarks=remarks))


def tell_admitted(work: Work, entry: Entry) -> None:
    """Written only while it could still be changed."""
    _tell(work, entry, letters.admitted(_screened(entry)))


def tell_admission_taken_back(work: Work, entry: Entry) -> None:
    """With the deadline that is theirs."""
    _tell(work, entry, letters.admission_taken_back(_screened(entry), deadline_at=deadline_of(entry)))


def tell_return_taken_back(work: Work, entry: Entry) -> None:
    """Nothing is to be supplied any more."""
    _tell(work, entry, letters.return_taken_back(_screened(entry)))


def tell_screening_reopened(work: Work, entry: Entry) -> None:
    """An exclusion was taken back."""
    _tell(work, entry, letters.reopened(_screened(entry)))


def tell_of_remarks(work: Work, entry: Entry) -> None:
    """The jury's words were released."""
    _tell(work, entry, letters.remarks_released(_screened(entry)))


def _screened(entry: Entry) -> letters.Screened:
    return letters.Screened(number=entry.number or "", title=entry.title, round=round_of(entry.edition))


def _tell(work: Work, entry: Entry, letter: Letter) -> None:
    """To all who get letters about the entry, first of all the contact person it names."""
    for address in letter_addresses(work.session, entry):
        work.send_mail(recipient=address, subject=letter.subject, body=letter.body)
