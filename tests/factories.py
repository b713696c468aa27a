"""Small true objects for tests: accounts, editions, entries, jurors, sheets. Names are invented."""

import secrets
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.entries.rights import VALID_FOR, EntryRight
from ikz_award.domain.people.bodies import BodyForm, ProposalState
from ikz_award.domain.permissions.actors import SYSTEM, Actor, PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category, Edition, EditionText, JuryRound, Question
from ikz_award.models.entries.entries import Answer, Entry, Partner
from ikz_award.models.entries.sharing import EntryInvitation
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, Score, ScoreSheet
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus, Role
from ikz_award.models.people.bodies import ProposedBody
from ikz_award.models.people.deputies import Deputyship
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.editions.editions import criteria_for
from ikz_award.queries.seal.seal import seal_content
from ikz_award.services.editions.editions import create_edition, load_definition, relative_dates
from ikz_award.services.people.register import load_shipped_register
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from ikz_award.services.seal.seal import Confirmation, confirm
from tests.client import PASSWORD

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
BOCHOLT, BORKEN, AHAUS, GRONAU = "05554008", "05554012", "05554004", "05554020"
# What `seal_result` seals with.
SEALING_KEY = SigningKey(bytes(32))


def load_register(session: Session) -> None:
    load_shipped_register(session)


def make_account(
    email: str, *, name: str = "Kim Beispiel", lead_key: str | None = None, is_admin: bool = False, is_confirmed: bool = True
) -> Account:
    """An account with the password of `tests.client`; a member of `lead_key` where given."""
    with write_session() as session:
        account = Account(
            email=email,
            name=name,
            password=PASSWORD,
            active=True,
            fs_uniquifier=secrets.token_hex(16),
            confirmed_at=NOW if is_confirmed else None,
        )
        if is_admin:
            role = session.scalar(select(Role).where(Role.name == "admin")) or Role(name="admin")
            account.roles.append(role)
        if lead_key:
            account.memberships.append(Membership(body_key=lead_key, status=MembershipStatus.ACTIVE, created_at=NOW))
        session.add(account)
    return account


def actor(account: Account, *, now: datetime = NOW) -> Actor:
    """The actor an account is then, whatever requests have changed since it was made."""
    db.session.rollback()
    return actor_of(db.session(), account, now=now)


def make_edition(
    *,
    name: str = "landespreis-2",
    phase: Phase = Phase.OPEN,
    deadline: timedelta = timedelta(days=10),
    needs_vote: bool = False,
) -> Edition:
    """One of the shipped editions, open since ten days before NOW, with its deadline after NOW.

    Unlike them it asks for no vote before a decision, unless `needs_vote`: most tests decide without a meeting.
    """
    with write_session() as session:
        definition = _definition(name)
        dates = relative_dates(definition, NOW.date())
        dates |= {"opens_at": NOW - timedelta(days=10), "deadline_at": NOW + deadline}
        edition = create_edition(session, definition=definition, dates=dates, now=NOW)
        edition.phase, edition.needs_vote = phase, needs_vote
    return edition


_definition = lru_cache(load_definition)


def set_phase(edition: Edition, phase: Phase) -> None:
    """Put an edition into a phase without going the way there."""
    with write_session() as session:
        session.get_one(Edition, edition.id).phase = phase


def make_entry(
    edition: Edition,
    *,
    lead_key: str = BOCHOLT,
    category: str = "pflichtaufgaben",
    status: EntryStatus = EntryStatus.DRAFT,
    created_by: Account,
    title: str = "Gemeinsame Vergabestelle",
    partners: tuple[str, ...] = (BORKEN,),
    **answers: str,
) -> Entry:
    """An entry with a complete set of answers; `answers` overrides by question key."""
    with write_session() as session:
        chosen = session.scalar(select(Category).where(Category.edition_id == edition.id, Category.key == category))
        entry = Entry(
            edition_id=edition.id,
            category_id=chosen.id if chosen else None,
            lead_key=lead_key,
            status=EntryStatus.DRAFT,
            title=title,
            created_by=created_by.id,
            created_at=NOW,
            updated_at=NOW,
        )
        session.add(entry)
        session.flush()
        for question in session.scalars(select(Question).where(Question.edition_id == edition.id)):
            value = answers.get(question.key, _answer_to(question, title=title, category=category))
            if value:
                session.add(Answer(entry_id=entry.id, question_id=question.id, value=value))
        for position, key in enumerate(partners):
            session.add(Partner(entry_id=entry.id, body_key=key, kind=PartnerKind.MUNICIPALITY, position=position))
        session.flush()
        if status is not EntryStatus.DRAFT:
            current = session.get_one(Edition, edition.id)
            entry.number = f"{current.number_prefix}{current.next_number:03d}"
            current.next_number += 1
            entry.status, entry.submitted_at = status, NOW
    return entry


def _answer_to(question: Question, *, title: str, category: str) -> str:
    known: dict[QuestionPurpose, str] = {
        QuestionPurpose.TITLE: title,
        QuestionPurpose.CATEGORY: category,
        QuestionPurpose.CONTACT_EMAIL: "kim.beispiel@bocholt.example",
        QuestionPurpose.CONTRACT_DATE: "2018-03-01",
        QuestionPurpose.LEGAL_FORM: "agreement",
        QuestionPurpose.MUNICIPALLY_CONTROLLABLE: "",
    }
    if question.purpose in known:
        return known[question.purpose]
    return "yes" if question.kind == "consent" else f"Antwort auf „{question.label}“."


def make_right(entry: Entry, account: Account, right: EntryRight) -> EntryInvitation:
    """An invitation that the account has accepted."""
    with write_session() as session:
        row = EntryInvitation(
            entry_id=entry.id,
            email=account.email.lower(),
            right=right,
            nonce="",
            token_hash=secrets.token_hex(32),
            message_id="",
            invited_by=entry.created_by,
            sent_at=NOW,
            expires_at=NOW + VALID_FOR,
            account_id=account.id,
            accepted_at=NOW,
        )
        session.add(row)
    return row


def make_proposal(account: Account, *, name: str = "Zweckverband Beispiel") -> int:
    """A body outside the register that waits for the organiser; returns its id."""
    with write_session() as session:
        row = ProposedBody(
            account_id=account.id,
            name=name,
            form=BodyForm.ZWECKVERBAND,
            country="DE",
            seat="Stadt Bocholt",
            seat_key=BOCHOLT,
            member_keys=[BOCHOLT, BORKEN],
            state=ProposalState.WAITING,
            created_at=NOW,
        )
        session.add(row)
        session.flush()
        return row.id


def make_deputyship(
    away: Account, deputy: Account, *, body_key: str, first: date = TODAY, last: date = TODAY + timedelta(days=7)
) -> int:
    """The one stands in for the other; returns the id."""
    with write_session() as session:
        row = Deputyship(
            account_id=away.id, deputy_id=deputy.id, body_key=body_key, starts_on=first, ends_on=last, created_at=NOW
        )
        session.add(row)
        session.flush()
        return row.id


def make_juror(
    edition: Edition, email: str, *, role: PanelRole = PanelRole.MEMBER, has_accepted: bool = True, body: str = "Städtetag NRW"
) -> Account:
    """An account with a seat on the panel, the confidentiality declaration accepted."""
    account = make_account(email, name=email.partition("@")[0].title())
    with write_session() as session:
        juror = Juror(edition_id=edition.id, account_id=account.id, body_name=body, role=role, position=0)
        session.add(juror)
        session.flush()
        text = session.scalar(
            select(EditionText).where(EditionText.edition_id == edition.id, EditionText.key == "confidentiality")
        )
        if has_accepted and text:
            session.add(ConfidentialityAcceptance(juror_id=juror.id, text_id=text.id, accepted_at=NOW))
    return account


def make_sheet(
    entry: Entry, juror: Account, points: tuple[str, ...], *, status: SheetStatus = SheetStatus.SUBMITTED
) -> ScoreSheet:
    """A score sheet with `points` in the order of the criteria. The edition must be in the phase judging."""
    with write_session() as session:
        seat = session.scalars(select(Juror).where(Juror.account_id == juror.id, Juror.edition_id == entry.edition_id)).one()
        jury_round = session.scalars(select(JuryRound).where(JuryRound.edition_id == entry.edition_id)).one()
        sheet = ScoreSheet(
            juror_id=seat.id, entry_id=entry.id, round_id=jury_round.id, status=status, updated_at=NOW, submitted_at=NOW
        )
        session.add(sheet)
        session.flush()
        criteria = criteria_for(session, edition_id=entry.edition_id, category_id=entry.category_id)
        for criterion, value in zip(criteria, points, strict=True):
            session.add(
                Score(sheet_id=sheet.id, criterion_id=criterion.id, points=Decimal(value), reason=f"Begründung {value}")
            )
    return sheet


def seal_result(edition: Edition, organiser: Actor, *, now: datetime = NOW) -> None:
    """Seal a result that is decided: the organiser confirms, and a chair made for it."""
    chair = actor(make_juror(edition, "vorsitz@jury.example", role=PanelRole.CHAIR))
    for who, role in ((organiser, SealRole.ORGANISER), (chair, SealRole.CHAIR)):
        current = db.session.get_one(Edition, edition.id)
        seen = seal_content(db.session(), actor=SYSTEM, edition=current).sha256
        asked = Confirmation(edition_id=edition.id, role=role, act=SealAct.SEAL, seen=seen)
        confirm(Call(actor=who, now=now, key=f"seal-{role}"), asked=asked, signing_key=SEALING_KEY)


def value_of(model: type[Any], row: Any, column: str) -> Any:
    """A column as it stands in the database now."""
    db.session.rollback()
    return db.session.scalar(select(getattr(model, column)).where(model.id == row.id))
