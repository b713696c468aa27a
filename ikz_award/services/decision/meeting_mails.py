"""Who of the jury is written about a circulation; the words are in `domain.words.letters.meeting`."""

from collections.abc import Callable, Collection
from datetime import datetime

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.letters import meeting as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.models.decision.meeting import Meeting, Motion
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.meeting import recused_from
from ikz_award.services.entries.mails import round_of
from ikz_award.services.record.intention import Work


def tell_opened(work: Work, meeting: Meeting, *, base_url: str) -> None:
    """To every juror who can log in."""
    about, due = round_of(meeting.edition), _due(meeting)
    _write(work, meeting, lambda address: letters.opened(about, due_at=due, address=address), base_url=base_url)


def tell_put(work: Work, meeting: Meeting, motion: Motion, *, base_url: str) -> None:
    """Only to those who have a vote on it."""
    about, due, category = round_of(meeting.edition), _due(meeting), motion.category.name
    recused = recused_from(work.session, entry_id=motion.entry_id)
    _write(
        work,
        meeting,
        lambda address: letters.put(about, category=category, due_at=due, address=address),
        base_url=base_url,
        without=recused,
    )


def tell_extended(work: Work, meeting: Meeting, *, base_url: str) -> None:
    """To every juror: there is more time."""
    about, due = round_of(meeting.edition), _due(meeting)
    _write(work, meeting, lambda address: letters.extended(about, due_at=due, address=address), base_url=base_url)


def tell_objected(work: Work, meeting: Meeting, *, member: str, undecided: int, base_url: str) -> None:
    """The members without the name, which the report gives; whoever opened it with the name."""
    about = round_of(meeting.edition)
    _write(work, meeting, lambda address: letters.objected(about, undecided=undecided, address=address), base_url=base_url)
    organiser = work.session.get_one(Account, meeting.opened_by)
    address = f"{base_url}/verwaltung/runden/{meeting.edition.slug}/sitzung"
    _send(work, organiser.email, letters.objected_by(about, member=member, undecided=undecided, address=address))


def tell_ended(work: Work, meeting: Meeting, *, counted: int, base_url: str) -> None:
    """To every juror; `counted`: motions that were counted at its end."""
    about = round_of(meeting.edition)
    _write(work, meeting, lambda address: letters.ended(about, counted=counted, address=address), base_url=base_url)


def _write(
    work: Work, meeting: Meeting, letter: Callable[[str], Letter], *, base_url: str, without: Collection[int] = ()
) -> None:
    """To every juror but `without`; `letter` is given the address of the jury's page."""
    jurors = work.session.scalars(
        select(Juror)
        .where(Juror.edition_id == meeting.edition_id, Juror.role != PanelRole.DEPUTY, Juror.account.has(Account.active))
        .order_by(Juror.id)
    )
    told = letter(f"{base_url}/jury/{meeting.edition.slug}/sitzung")
    for juror in jurors:
        if juror.id not in without:
            _send(work, juror.account.email, told)


def _send(work: Work, recipient: str, letter: Letter) -> None:
    work.send_mail(recipient=recipient, subject=letter.subject, body=letter.body)


def _due(meeting: Meeting) -> datetime:
    return meeting.due_at or meeting.opened_at
