"""Who gets the letters about an entry: decided here alone, for the mails and for the page that says where they go.

The form promises that questions go to the contact person it asks for; so does every other letter about an entry that was handed
in. Beside it write those who answer for the entry: whoever began it and whoever handed it in last, while they still may.
"""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import problem
from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.text import clean_line
from ikz_award.models.editions.editions import Question, QuestionKind
from ikz_award.models.entries.entries import Answer, Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.queries.entries.entries import newest_submission

LONGEST_ADDRESS = 254


def letter_addresses(session: Session, entry: Entry) -> Sequence[str]:
    """The addresses, each once: those of accounts first, then the contact person's."""
    return once([*(account.email for account in answering_people(session, entry)), contact_address(session, entry)])


def once(addresses: Iterable[str]) -> list[str]:
    """Without repetition, however an address is written, and without empty ones."""
    found: dict[str, str] = {}
    for address in filter(None, addresses):
        found.setdefault(address.casefold(), address)
    return list(found.values())


def contact_address(session: Session, entry: Entry) -> str:
    """The contact person's address of the entry as it counts; "" for a draft, and for what is no address.

    While the entry is worked on, the answers are drafts: what was handed in last says whom to ask.
    """
    if entry.number is None:
        return ""
    is_at_work = entry.status is EntryStatus.RETURNED or entry.amending_since is not None
    typed = _handed_in(session, entry) if is_at_work else None
    address = clean_line(typed if typed is not None else _stored(session, entry))
    is_usable = address and len(address) <= LONGEST_ADDRESS and problem(QuestionKind.EMAIL, address, limit=None) is None
    return address if is_usable else ""


def answering_people(session: Session, entry: Entry) -> Sequence[Account]:
    """Who began the entry and who handed it in last, as far as they still may; without them, all of the municipality."""
    last = newest_submission(session, entry)
    wanted = {entry.created_by} | ({last.submitted_by} if last else set())
    may = _belongs(entry) | Account.id.in_(
        select(EntryInvitation.account_id).where(
            EntryInvitation.entry_id == entry.id,
            EntryInvitation.account_id.is_not(None),
            EntryInvitation.revoked_at.is_(None),
        )
    )
    query = select(Account).where(Account.active).order_by(Account.email)
    answering = session.scalars(query.where(Account.id.in_(wanted), may)).all()
    return answering or session.scalars(query.where(_belongs(entry))).all()


def _belongs(entry: Entry) -> ColumnElement[bool]:
    members = select(Membership.account_id)
    return Account.id.in_(members.where(Membership.body_key == entry.lead_key, Membership.status == MembershipStatus.ACTIVE))


def _stored(session: Session, entry: Entry) -> str:
    query = select(Answer.value).join(Question, Question.id == Answer.question_id)
    return session.scalar(query.where(Answer.entry_id == entry.id, Question.purpose == QuestionPurpose.CONTACT_EMAIL)) or ""


def _handed_in(session: Session, entry: Entry) -> str | None:
    """The address in the newest submitted version; None where there is no such version."""
    submission = newest_submission(session, entry)
    key = select(Question.key).where(Question.edition_id == entry.edition_id, Question.purpose == QuestionPurpose.CONTACT_EMAIL)
    wanted = session.scalar(key)
    if submission is None:
        return None
    answers = (one for step in json.loads(submission.snapshot)["steps"] for one in step["answers"])
    return next((one["value"] for one in answers if one["key"] == wanted), "")
