"""The demonstration: the real first edition with 75 entries in judging, the second one open. Deterministic for a seed.

Everything is written in one transaction: a seeding that is cut off leaves nothing behind.
"""

import random
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from ikz_award.demo.accounts import APPLICANT, APPLICANT_BODY, JURORS, ORGANISER
from ikz_award.demo.circulation import add_notices
from ikz_award.demo.denials import add_denials
from ikz_award.demo.draft import add_draft
from ikz_award.demo.rows import PlannedEntry, freeze, insert_details, insert_entries
from ikz_award.demo.scores import ScoredEntry, Scoring, add_scores
from ikz_award.demo.texts import entry_texts
from ikz_award.demo.together import add_guests, add_proposal
from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.models.editions.editions import Edition, EditionText, JuryRound, Question
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, JurorTie
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus, Role
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.editions.editions import criteria_for
from ikz_award.services.editions.editions import create_edition, load_definition, relative_dates
from ikz_award.services.people.register import load_shipped_register
from ikz_award.services.record.intention import AuditLine, append_audit, write_session

DEFAULT_ENTRIES = 75
DEFAULT_SEED = 2022
CHUNK = 250
# Places of the two entries that screening excluded, with its reasons.
EXCLUDED = {
    46: "Die Kooperation wurde schon vor dem Stichtag vereinbart; der Vertrag von 2018 setzt einen älteren nur fort.",
    74: "Der Nachweis, dass alle Partner zugestimmt haben, fehlte auch nach der Nachforderung.",
}
# The place of the one of them where a partner objected.
WITHOUT_CONSENT = 74
Progress = Callable[[int], None]


@dataclass(frozen=True)
class People:
    """Account ids of the demonstration."""

    organiser: int
    applicant: int
    jurors: tuple[int, ...]


def seed_demo(
    *, entries: int = DEFAULT_ENTRIES, seed: int = DEFAULT_SEED, now: datetime, password_hash: str, on_progress: Progress
) -> None:
    """Fill an empty database. `password_hash` is the stored form of the demonstration's password, for every account.

    `on_progress` is told how many entries were added. Raises `ValueError` if the database has editions already.
    """
    # Not for secrets: the same seed has to give the same demonstration.
    rng = random.Random(seed)  # noqa: S311
    with write_session() as session:
        if session.scalar(select(func.count()).select_from(Edition)):
            raise ValueError("the database already has editions")
        if not session.scalar(select(func.count()).select_from(RegisterBody)):
            load_shipped_register(session)
        people = _add_people(session, password_hash, now)
        first = _add_edition(session, "landespreis-1", now)
        second = _add_edition(session, "landespreis-2", now)
        jurors = _add_panel(session, first, people, accepted_at=first.deadline_at + timedelta(days=2))
        _add_panel(session, second, people, accepted_at=None)
        scored = _add_entries(session, first, count=entries, rng=rng, created_by=people.applicant, on_progress=on_progress)
        first.phase = Phase.JUDGING
        session.flush()
        _score(session, first, scored, jurors, rng)
        add_guests(session, add_draft(session, second, people.applicant, now), password_hash, now)
        add_proposal(session, password_hash, now)
        line = AuditLine(
            action=AuditAction.DEMO_SEED,
            subject=f"edition:{first.id}",
            edition_id=first.id,
            new={"entries": entries, "seed": seed},
        )
        append_audit(session, line, actor=SYSTEM, now=now)


def _add_people(session: Session, password_hash: str, now: datetime) -> People:
    def account(email: str, name: str) -> Account:
        row = Account(
            email=email,
            name=name,
            password=password_hash,
            active=True,
            fs_uniquifier=secrets.token_hex(32),
            confirmed_at=now,
        )
        session.add(row)
        return row

    organiser, applicant = account(ORGANISER, "Andrea Falk"), account(APPLICANT, "Tobias Reinders")
    organiser.roles.append(Role(name="admin", description="Kompetenzzentrum"))
    applicant.memberships.append(Membership(body_key=APPLICANT_BODY, status=MembershipStatus.ACTIVE, created_at=now))
    jurors = [account(juror.email, juror.name) for juror in JURORS]
    session.flush()
    return People(organiser.id, applicant.id, tuple(juror.id for juror in jurors))


def _add_edition(session: Session, name: str, now: datetime) -> Edition:
    definition = load_definition(name)
    return create_edition(session, definition=definition, dates=relative_dates(definition, now.date()), now=now)


def _add_panel(session: Session, edition: Edition, people: People, *, accepted_at: datetime | None) -> list[Juror]:
    """The five jurors; with `accepted_at` they have given the confidentiality declaration."""
    text = session.scalars(
        select(EditionText).where(EditionText.edition_id == edition.id, EditionText.key == "confidentiality")
    ).one()
    panel = []
    for position, (account_id, juror) in enumerate(zip(people.jurors, JURORS, strict=True)):
        row = Juror(edition_id=edition.id, account_id=account_id, body_name=juror.body, role=juror.role, position=position)
        session.add(row)
        session.flush()
        session.add(JurorTie(juror_id=row.id, body_key=juror.tie, kind=TieKind.RESIDENCE, note=""))
        if accepted_at:
            session.add(ConfidentialityAcceptance(juror_id=row.id, text_id=text.id, accepted_at=accepted_at))
        panel.append(row)
    return panel


def _add_entries(
    session: Session, edition: Edition, *, count: int, rng: random.Random, created_by: int, on_progress: Progress
) -> list[ScoredEntry]:
    texts = entry_texts()
    questions = {row.key: row.id for row in session.scalars(select(Question).where(Question.edition_id == edition.id))}
    leads = session.scalars(select(RegisterBody.key).order_by(RegisterBody.key)).all()
    times = _arrivals(edition, count=count, rng=rng)
    order = rng.sample(range(count), count)  # numbers go by time, not by category
    received = {place: times[index] for index, place in enumerate(order)}
    numbers = {place: index + 1 for index, place in enumerate(order)}
    scored: list[ScoredEntry] = []
    for start in range(0, count, CHUNK):
        places = range(start, min(start + CHUNK, count))
        rows = [PlannedEntry(place, texts[place % len(texts)], numbers[place], received[place]) for place in places]
        ids = insert_entries(session, edition, rows, leads, len(texts), created_by)
        insert_details(session, rows, ids, questions)
        freeze(session, rows, ids, created_by)
        if start < len(texts):  # letters to partners: of the written entries alone
            received_at = {entry_id: row.received_at for entry_id, row in zip(ids, rows, strict=True)}
            refused = {entry_id for entry_id, row in zip(ids, rows, strict=True) if row.place == WITHOUT_CONSENT}
            add_notices(session, received=received_at, objecting=refused)
        _hand_in(session, rows, ids)
        scored += [
            ScoredEntry(entry_id, row.place, row.text["strength"])
            for entry_id, row in zip(ids, rows, strict=True)
            if row.place not in EXCLUDED
        ]
        on_progress(len(rows))
    edition.next_number = count + 1
    return scored


def _arrivals(edition: Edition, *, count: int, rng: random.Random) -> list[datetime]:
    """When entries came, in order: most of them late, few at night, the last ones on the last evening."""
    span = int((edition.deadline_at - edition.opens_at).total_seconds())
    times = []
    for _ in range(count):
        # The square of an even spread, counted back from the deadline.
        moment = edition.deadline_at - timedelta(seconds=(rng.randrange(1000) ** 2) * span // 1_000_000)
        is_last_evening = edition.deadline_at - moment < timedelta(hours=6)
        if not is_last_evening and not 7 <= moment.hour < 17:
            moment = moment.replace(hour=8 + moment.minute % 8)
        times.append(moment)
    return sorted(times)


def _hand_in(session: Session, rows: Sequence[PlannedEntry], ids: Sequence[int]) -> None:
    """All admitted, but for the two that screening excluded."""
    excluded = {entry_id: EXCLUDED[row.place] for entry_id, row in zip(ids, rows, strict=True) if row.place in EXCLUDED}
    admitted = [entry_id for entry_id in ids if entry_id not in excluded]
    session.execute(update(Entry).where(Entry.id.in_(admitted)).values(status=EntryStatus.ADMITTED))
    for entry_id, reason in excluded.items():
        session.execute(update(Entry).where(Entry.id == entry_id).values(status=EntryStatus.EXCLUDED, status_reason=reason))


def _score(
    session: Session, edition: Edition, entries: Sequence[ScoredEntry], jurors: Sequence[Juror], rng: random.Random
) -> None:
    panel = [(row.id, juror) for row, juror in zip(jurors, JURORS, strict=True)]
    criteria = criteria_for(session, edition_id=edition.id, category_id=None)
    jury_round = session.scalars(select(JuryRound).where(JuryRound.edition_id == edition.id)).one()
    scoring = Scoring(panel, criteria, jury_round.id, at=datetime(2022, 2, 21, 17, 30, tzinfo=UTC))
    for start in range(0, len(entries), CHUNK):
        add_scores(session, scoring, entries[start : start + CHUNK], rng)
    add_denials(session, edition, entries=entries, jurors=jurors, at=datetime(2022, 2, 20, 18, 0, tzinfo=UTC))
