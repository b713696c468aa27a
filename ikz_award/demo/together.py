"""People around the demonstration's draft: invited from elsewhere, a colleague who stands in, and a body nobody knows yet."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from ikz_award.demo.accounts import APPLICANT_BODY
from ikz_award.domain.entries.rights import VALID_FOR, EntryRight
from ikz_award.domain.people.bodies import BodyForm, ProposalState
from ikz_award.domain.phases.timetable import today_in_berlin
from ikz_award.models.entries.entries import Entry
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.people.deputies import Deputyship

# Address, name, municipality, right, how many days ago it was sent; None for who has no account here and has not answered.
AHAUS = "05554004"
GUESTS = (
    ("mitarbeit@demo.example", "Frauke Lohmann", AHAUS, EntryRight.EDIT, 6),
    ("bauhof@demo.example", None, None, EntryRight.READ, 2),
    ("losser@demo.example", None, None, EntryRight.EDIT, 20),
)
DEPUTY = ("vertretung@demo.example", "Henrik Vossen")
PROPOSER = ("verband@demo.example", "Inga Petersen")


def add_guests(session: Session, draft: Entry, password_hash: str, now: datetime) -> None:
    """Three invitations to the draft (accepted, waiting, expired), and a colleague who stands in for the one at work."""
    for email, name, body_key, right, days in GUESTS:
        sent_at = now - timedelta(days=days)
        row = EntryInvitation(
            entry_id=draft.id,
            email=email,
            right=right,
            nonce=secrets.token_hex(16),
            token_hash=secrets.token_hex(32),
            message_id="",
            invited_by=draft.created_by,
            sent_at=sent_at,
            expires_at=sent_at + VALID_FOR,
        )
        session.add(row)
        if name is None or body_key is None:
            continue
        guest = _account(session, email, name, password_hash, now, body_key=body_key)
        row.account_id, row.accepted_at = guest.id, sent_at + timedelta(hours=5)
        deputy = _account(session, *DEPUTY, password_hash, now, body_key=body_key)
        today = today_in_berlin(now)
        session.add(
            Deputyship(
                account_id=guest.id,
                deputy_id=deputy.id,
                body_key=body_key,
                starts_on=today - timedelta(days=1),
                ends_on=today + timedelta(days=13),
                created_at=now - timedelta(days=1),
            )
        )


def add_proposal(session: Session, password_hash: str, now: datetime) -> None:
    """Somebody whose organisation is in no register, and who waits for the organiser."""
    person = _account(session, *PROPOSER, password_hash, now)
    session.add(
        ProposedBody(
            account_id=person.id,
            name="Zweckverband Bauhöfe Westmünsterland",
            form=BodyForm.ZWECKVERBAND,
            country="DE",
            seat="Stadt Gronau (Westf.)",
            seat_key=APPLICANT_BODY,
            member_keys=[AHAUS, APPLICANT_BODY, "05554024"],
            website="www.zv-bauhoefe.example",
            remark="Gegründet 2019; die Satzung steht auf unserer Website.",
            state=ProposalState.WAITING,
            created_at=now - timedelta(days=1),
        )
    )


def _account(
    session: Session, email: str, name: str, password_hash: str, now: datetime, *, body_key: str | None = None
) -> Account:
    row = Account(
        email=email, name=name, password=password_hash, active=True, fs_uniquifier=secrets.token_hex(32), confirmed_at=now
    )
    if body_key:
        row.memberships.append(Membership(body_key=body_key, status=MembershipStatus.ACTIVE, created_at=now))
    session.add(row)
    session.flush()
    return row
