"""What an edition's steps change besides the phase: when entries are taken. Undone, each leaves the dates as they were."""

from collections.abc import Callable, Container, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.record.phase_history import last_step
from ikz_award.services.entries.amending import end_amendments_of
from ikz_award.services.entries.closing_mails import closed_early_mail, open_again_mail
from ikz_award.services.entries.people import people_of
from ikz_award.services.record.intention import Work

Changed = tuple[Mapping[str, Any], Mapping[str, Any]]
"""What held before and what holds now, for the log."""

NOTHING: Changed = ({}, {})


def begin_applications(work: Work, edition: Edition, *, reason: str, base_url: str) -> Changed:
    """Opened by hand before the announced day, the time for entries begins now: open means that one can apply."""
    if edition.opens_at <= work.now:
        return NOTHING
    announced, edition.opens_at = edition.opens_at, work.now
    return {"opens_at": announced}, {"opens_at": work.now}


def take_back_opening(work: Work, edition: Edition, *, reason: str, base_url: str) -> Changed:
    """Opened too early by hand, the time for entries begins on the announced day again; no change where it was not."""
    step = last_step(work.session, edition_id=edition.id, old=Phase.PREPARATION, new=Phase.OPEN)
    announced = step.opens_before if step else None
    if announced is None:
        return NOTHING
    began, edition.opens_at = edition.opens_at, announced
    return {"opens_at": began}, {"opens_at": announced}


def close_applications(work: Work, edition: Edition, *, reason: str, base_url: str) -> Changed:
    """Closed before its end, the time for entries ends now, own extensions too; whoever has a draft is told."""
    end_amendments_of(work, edition)
    extended = {one.id: one.extended_to for one in _extended(work, edition) if one.extended_to and one.extended_to > work.now}
    if edition.deadline_at <= work.now and not extended:
        return NOTHING
    before = edition.deadline_at
    # Opened and closed in the same instant, the time for entries still has a beginning and an end.
    edition.deadline_at = min(before, max(work.now, edition.opens_at + timedelta(microseconds=1)))
    _set_extensions(work, dict.fromkeys(extended, work.now))
    _tell(
        work,
        edition,
        None if before > work.now else extended,
        lambda titles: closed_early_mail(edition, at=work.now, reason=reason, titles=titles, base_url=base_url),
    )
    own = {str(entry): until for entry, until in extended.items()}
    return {"deadline": before, **({"extended": own} if own else {})}, {"deadline": edition.deadline_at}


def take_back_closing(work: Work, edition: Edition, *, reason: str, base_url: str) -> Changed:
    """Closed by hand, the time for entries ends when it did before, own extensions too; whoever has a draft is told."""
    step = last_step(work.session, edition_id=edition.id, old=Phase.OPEN, new=Phase.SCREENING)
    before = step.deadline_before if step else None
    if step is None or before is None:
        return NOTHING
    closed, edition.deadline_at = edition.deadline_at, before
    own = step.extensions_before
    _set_extensions(work, own)
    _tell(
        work,
        edition,
        None if before > closed else own,
        lambda titles: open_again_mail(edition, reason=reason, titles=titles, base_url=base_url),
    )
    return {"deadline": closed}, {"deadline": before}


EFFECTS: Mapping[tuple[Phase, Phase], Callable[..., Changed]] = {
    (Phase.PREPARATION, Phase.OPEN): begin_applications,
    (Phase.OPEN, Phase.PREPARATION): take_back_opening,
    (Phase.OPEN, Phase.SCREENING): close_applications,
    (Phase.SCREENING, Phase.OPEN): take_back_closing,
}


def _extended(work: Work, edition: Edition) -> Sequence[Entry]:
    return work.session.scalars(select(Entry).where(Entry.edition_id == edition.id, Entry.extended_to.is_not(None))).all()


def _set_extensions(work: Work, until: Mapping[int, datetime | None]) -> None:
    # Not through the rows: an entry's version counts what was done with it, and pages wait on that.
    for entry_id, instant in until.items():
        work.session.execute(update(Entry).where(Entry.id == entry_id).values(extended_to=instant))


def _tell(work: Work, edition: Edition, only: Container[int] | None, mail: Callable[[Sequence[str]], tuple[str, str]]) -> None:
    """One mail to each person who has a draft whose time is another now (`only`; None: every one), with all of theirs."""
    drafts = select(Entry).where(Entry.edition_id == edition.id, Entry.status == EntryStatus.DRAFT).order_by(Entry.id)
    titles: dict[str, list[str]] = {}
    for entry in [one for one in work.session.scalars(drafts).all() if only is None or one.id in only]:
        for account in people_of(work.session, entry, now=work.now):
            titles.setdefault(account.email, []).append(entry.title)
    for address, own in titles.items():
        subject, body = mail(own)
        work.send_mail(recipient=address, subject=subject, body=body)
