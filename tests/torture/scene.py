"""Who is tortured: people with their entries, a jury with sheets to fill, a jury with a motion to vote on; all logged in."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from flask_security import hash_password
from sqlalchemy import delete, select, update

from config import Config
from ikz_award import create_app
from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Motion
from ikz_award.models.editions.editions import Edition, ParticipationRule
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account, BrowserSession
from ikz_award.models.people.register import RegisterBody
from ikz_award.models.record.jobs import Job
from ikz_award.services.decision.meeting import note_presence, open_meeting, start_item
from ikz_award.services.decision.motions import TypedMotion, propose
from ikz_award.services.editions.editions import create_edition, relative_dates
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.calls import called

PASSWORD = "Mond-Kabel-Nebel-47"
JURORS, SHEETS = 6, 8
FAR = timedelta(days=10)
OPEN, JUDGING, SITTING, DECIDED = "landespreis-2", "landespreis-1", "landespreis-3", "landespreis-4"


@dataclass(frozen=True)
class Person:
    """An account that is logged in: `token` is its cookie; `entry` the public id of the own entry, where there is one."""

    email: str
    token: str
    entry: str = ""


@dataclass(frozen=True)
class Scene:
    """Everything that victims need to know; kept beside the instance as JSON."""

    applicants: list[Person]
    jurors: list[Person]
    voters: list[Person]
    organiser: Person
    # Of the edition that can be sealed.
    chair: Person
    sheets: list[str]
    motion: str
    deadline: str
    seats: dict[str, int] = field(default_factory=dict)

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)))

    @classmethod
    def load(cls, path: Path) -> "Scene":
        read = json.loads(path.read_text())
        people = {name: [Person(**one) for one in read.pop(name)] for name in ("applicants", "jurors", "voters")}
        single = {name: Person(**read.pop(name)) for name in ("organiser", "chair")}
        return cls(**people, **single, **read)

    @property
    def deadline_at(self) -> datetime:
        return datetime.fromisoformat(self.deadline)


@contextmanager
def application(instance: Path, database: str = "") -> Iterator[Flask]:
    """The program on the instance in this very process, to set a scene and to look at what is left of it."""
    with _made(instance, database).app_context() as context:
        try:
            yield context.app
        finally:
            db.session.remove()
            db.engine.dispose()


@lru_cache(maxsize=4)
def _made(instance: Path, database: str) -> Flask:
    settings = Config(instance)
    settings.SQLALCHEMY_DATABASE_URI = database or f"sqlite:///{instance / 'award.db'}"
    return create_app(settings)


def set_scene(instance: Path, *, database: str = "", applicants: int, deadline: timedelta = FAR) -> Scene:
    """Fill an empty database and keep the scene in `instance`/scene.json."""
    now, usual = datetime.now(UTC), factories.NOW
    factories.NOW = now
    try:
        with application(instance, database):
            upgrade()
            with write_session() as session:
                factories.load_register(session)
            scene = _Builder(now, hash_password(PASSWORD)).build(applicants, deadline)
    finally:
        factories.NOW = usual  # the tests that follow in this process live in their own time
    scene.save(instance / "scene.json")
    return scene


class _Builder:
    def __init__(self, now: datetime, password: str) -> None:
        self.now, self.password = now, password
        self.organiser = factories.make_account("kompetenzzentrum@land.example", is_admin=True)

    def build(self, applicants: int, deadline: timedelta) -> Scene:
        edition = factories.make_edition(deadline=deadline)
        with write_session() as session:  # more people than there are municipalities
            session.execute(delete(ParticipationRule).where(ParticipationRule.key == "one_entry_per_lead"))
        leads = db.session.scalars(
            select(RegisterBody.key).where(RegisterBody.key.like("05%")).order_by(RegisterBody.key)
        ).all()
        leads = [key for key in leads if len(key) == 8]
        people = []
        for place in range(applicants):
            lead = leads[place % len(leads)]
            person = factories.make_account(f"person{place}@kommune.example", lead_key=lead)
            partner = factories.BORKEN if lead != factories.BORKEN else factories.AHAUS
            entry = factories.make_entry(
                edition, created_by=person, lead_key=lead, partners=(partner,), contact_phone="02871 953-0"
            )
            people.append(self._log_in(person, factories.value_of(Entry, entry, "public_id")))
        judging = factories.make_edition(name=JUDGING)
        jurors, sheets = self._panel(judging, "jury"), self._entries(judging, SHEETS)
        factories.set_phase(judging, Phase.JUDGING)
        sitting = self._further_edition(SITTING)
        voters, titles = self._panel(sitting, "sitzung"), self._entries(sitting, 2)
        factories.set_phase(sitting, Phase.DELIBERATION)
        motion = self._motion(titles[0])
        decided = self._further_edition(DECIDED)
        factories.set_phase(decided, Phase.DECIDED)
        chair = self._log_in(factories.make_juror(decided, "siegel@jury.example", role=PanelRole.CHAIR))
        seats = {one.account.email: one.id for one in db.session.scalars(select(Juror))}
        at = db.session.get_one(Edition, edition.id).deadline_at.isoformat()
        return Scene(
            applicants=people,
            jurors=jurors,
            voters=voters,
            organiser=self._log_in(self.organiser),
            sheets=sheets,
            chair=chair,
            motion=motion,
            deadline=at,
            seats=seats,
        )

    def _log_in(self, account: Account, entry: str = "") -> Person:
        token = secrets.token_urlsafe(32)
        with write_session() as session:
            row = session.get_one(Account, account.id)
            row.password = self.password
            data = {"_user_id": row.fs_uniquifier, "_fresh": True, "fs_cc": "set", "fs_paa": self.now.timestamp()}
            session.add(
                BrowserSession(
                    token_hash=sha256(token.encode()).hexdigest(),
                    account_id=row.fs_uniquifier,
                    data=json.dumps(data),
                    created_at=self.now,
                    expires_at=self.now + timedelta(hours=12),
                )
            )
            return Person(email=row.email, token=token, entry=entry)

    def _panel(self, edition: Edition, name: str) -> list[Person]:
        roles = [PanelRole.CHAIR, *[PanelRole.MEMBER] * (JURORS - 1)]
        return [
            self._log_in(factories.make_juror(edition, f"{name}{place}@jury.example", role=role))
            for place, role in enumerate(roles)
        ]

    def _entries(self, edition: Edition, count: int) -> list[str]:
        leads = (factories.BOCHOLT, factories.AHAUS)
        authors = [
            factories.make_account(f"antrag{place}-{edition.id}@kommune.example", lead_key=leads[place]) for place in (0, 1)
        ]
        with write_session() as session:  # several of one municipality are enough for a jury
            session.execute(delete(ParticipationRule).where(ParticipationRule.key == "one_entry_per_lead"))
        made = []
        for place in range(count):
            author, lead = authors[place % 2], leads[place % 2]
            entry = factories.make_entry(
                edition, created_by=author, title=f"Beitrag {place}", lead_key=lead, contact_phone="02871 953-0"
            )
            made.append(factories.value_of(Entry, entry, "public_id"))
            self._hand_in(made[-1], author)
        return made

    def _hand_in(self, entry_id: str, author: Account) -> None:
        """In earnest; but the receipts are not made while others are tortured."""
        version = db.session.scalar(select(Entry.version).where(Entry.public_id == entry_id)) or 0
        consents = {f"consent_{name}": "yes" for name in ("rules", "privacy", "partners")}
        reviewed = Reviewed(entry_id=entry_id, version=version, step_key="pruefen", answers=consents)
        submit_entry(
            Call(actor=factories.actor(author, now=self.now), now=self.now, key=f"scene {entry_id}"), reviewed=reviewed
        )
        with write_session() as session:
            session.execute(update(Job).values(not_before=self.now + timedelta(days=30)))
            session.execute(update(Entry).where(Entry.public_id == entry_id).values(status=EntryStatus.ADMITTED))

    def _further_edition(self, slug: str) -> Edition:
        definition = {**factories._definition(JUDGING), "slug": slug, "number_prefix": f"L{slug[-1]}-"}
        dates = relative_dates(definition, self.now.date())
        dates |= {"opens_at": self.now - timedelta(days=30), "deadline_at": self.now + timedelta(days=1)}
        with write_session() as session:
            edition = create_edition(session, definition=definition, dates=dates, now=self.now)
            edition.phase = Phase.OPEN
        return edition

    def _motion(self, entry: str) -> str:
        """A sitting with everybody there, and one open motion."""
        present = list(
            db.session.scalars(select(Juror.id).join(Edition, Edition.id == Juror.edition_id).where(Edition.slug == SITTING))
        )
        actor = factories.actor(self.organiser, now=self.now)
        common = {"actor": actor, "now": self.now, "edition_slug": SITTING}
        called(open_meeting, **common, key="o", is_written=False)
        called(note_presence, **common, key="p", present=present)
        called(start_item, **common, key="s", category="pflichtaufgaben")
        typed = TypedMotion(kind=MotionKind.WINNER, entry_id=entry, text="", is_secret=False)
        called(propose, **common, key="m", category="pflichtaufgaben", typed=typed)
        return db.session.scalars(select(Motion.public_id)).one()
