"""The facts of what is written to applicants about their entry; the words are in `domain.words.letters.entries`."""

from collections.abc import Sequence
from datetime import datetime

from ikz_award.domain.entries.next_steps import NextStep
from ikz_award.domain.entries.reminders import Reminder
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.phases.timetable import CLOCK_OF_ARRIVAL
from ikz_award.domain.words.letters import entries as letters
from ikz_award.domain.words.letters.frame import Letter, Round
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission


def round_of(edition: Edition) -> Round:
    """What letters say of an edition."""
    return Round(name=edition.name, organiser=edition.organiser)


def written(entry: Entry) -> letters.Written:
    """What letters say of an entry."""
    return letters.Written(
        number=entry.number or "", title=entry.title, lead=entry.lead.official_name, round=round_of(entry.edition)
    )


def receipt_mail(entry: Entry, submission: Submission, *, coming: Sequence[NextStep]) -> Letter:
    """`coming` is what the page of the receipt says of what happens next."""
    steps = [step.sentence for step in coming]
    return letters.receipt(written(entry), _handed_in(submission), clock=CLOCK_OF_ARRIVAL, coming=steps)


def withdrawal_mail(entry: Entry, *, now: datetime) -> Letter:
    """When the entry was withdrawn, at `now`."""
    return letters.withdrawn(written(entry), at=now)


def amending_ended_mail(entry: Entry, submission: Submission) -> Letter:
    """When the deadline came before changed text was handed in again."""
    return letters.amending_ended(written(entry), _handed_in(submission))


def extension_mail(edition: Edition, *, until: datetime, reason: str, titles: Sequence[str]) -> Letter:
    """When there is more time for these entries."""
    return letters.more_time(round_of(edition), until=until, reason=reason, titles=titles)


def reminder_mail(entry: Entry, kind: Reminder, *, deadline_at: datetime, now: datetime) -> Letter:
    """For an entry that is not handed in, or not handed in again."""
    is_amending = entry.amending_since is not None
    return letters.reminder(written(entry), kind.value, is_amending=is_amending, deadline_at=deadline_at, now=now)


def invitation_mail(entry: Entry, *, inviter: str, right: EntryRight, address: str, expires_at: datetime) -> Letter:
    """For somebody who is asked to work on an entry."""
    return letters.invitation(written(entry), inviter=inviter, right=right.value, address=address, expires_at=expires_at)


def _handed_in(submission: Submission) -> letters.HandedIn:
    return letters.HandedIn(version=submission.version, sha256=submission.sha256, received_at=submission.received_at)
