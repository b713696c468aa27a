"""A sealed result in which every table that a seal covers has rows: a jury's work, and made-up rows where it left none."""

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pysqlite3.dbapi2 as sqlite3
from flask import Flask
from sqlalchemy import Column, Date, DateTime, Enum, Table, select, text

from ikz_award.domain.decision.meeting import Choice, MotionKind
from ikz_award.domain.permissions.actors import Actor, PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models import Base
from ikz_award.models.base import UtcDateTime
from ikz_award.models.decision.meeting import Motion
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.jury.jury import Juror
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.models.seal.sealed_tables import FROZEN
from ikz_award.queries.seal.seal import current_seal, seal_view
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.decision.discussion import open_comparison, post, set_flag, take_back
from ikz_award.services.decision.meeting import close_meeting, note_presence, open_meeting
from ikz_award.services.decision.motions import TypedMotion, close_motion, propose, record_votes, vote
from ikz_award.services.decision.written import object_to_writing
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.calls import called
from tests.factories import NOW
from tests.services.seal.conftest import REASON, Decided

NAMES = ("ada", "ben", "cleo", "dora", "emil")
PRIZE = "pflichtaufgaben"
# Where what is made up has to make sense: a list that was undone says nothing of the ranking; what constraints want.
SENSE: dict[str, dict[str, Any]] = {
    "shortlist": {"rule": "hand", "undone_at": "2026-03-01 10:00:00.000000", "undone_by": 1, "undone_reason": "Irrtum"},
    "deadline_extension": {"old_deadline_at": "2026-02-01 10:00:00.000000"},
    "stand_in": {"deputy_id": 4},
    "lot": {"words": "", "entry_id": None, "drawn_by": None},
    "hint_decision": {"ruled_by": None},
}


@dataclass
class Jury:
    """Five jurors, Ada in the chair, and their clock: every act is a minute after the one before."""

    edition_id: int
    slug: str
    organiser: Actor
    actors: dict[str, Actor]
    seats: dict[str, int]
    entries: list[str]
    minutes: int = 0

    def act(self) -> dict[str, Any]:
        self.minutes += 1
        db.session.rollback()
        return {"now": NOW + timedelta(minutes=self.minutes), "key": f"act-{self.minutes}"}

    def run(self) -> dict[str, Any]:
        return {"actor": self.organiser, "edition_slug": self.slug, **self.act()}

    def put(self, kind: MotionKind, entry: str = "", *, is_secret: bool = False, words: str = "") -> Motion:
        typed = TypedMotion(kind=kind, entry_id=entry, text=words, is_secret=is_secret)
        called(propose, **self.run(), category=PRIZE, typed=typed)
        db.session.rollback()
        return db.session.scalars(select(Motion).order_by(Motion.id.desc())).first()

    def decide(self, kind: MotionKind, entry: str = "", **votes: str) -> Motion:
        motion = self.put(kind, entry, words="Die Jury dankt." if kind is MotionKind.OTHER else "")
        public_id, choices = motion.public_id, {self.seats[name]: Choice(choice) for name, choice in votes.items()}
        called(record_votes, **self.run(), motion_id=public_id, choices=choices)
        return self.count(public_id)

    def count(self, public_id: str) -> Motion:
        called(close_motion, **self.run(), motion_id=public_id, without=self.seats.values())
        db.session.rollback()
        return db.session.scalars(select(Motion).where(Motion.public_id == public_id)).one()

    def be_there(self, *names: str) -> None:
        called(note_presence, **self.run(), present=[self.seats[name] for name in names])


def make_jury() -> Jury:
    """An edition in deliberation: three entries with partners, all scored."""
    organiser = factories.make_account("kompetenzzentrum@land.example", name="Toni Tester", is_admin=True)
    applicant = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    edition = factories.make_edition(phase=Phase.JUDGING)
    with write_session() as session:
        row = session.get_one(Edition, edition.id)
        row.allows_shared_prize, row.changes_after_comparison = True, True
    jurors = {
        name: factories.make_juror(edition, f"{name}@jury.example", role=PanelRole.CHAIR if name == "ada" else PanelRole.MEMBER)
        for name in NAMES
    }
    entries = []
    for place, lead in enumerate((factories.BOCHOLT, factories.BORKEN, factories.AHAUS)):
        entry = factories.make_entry(
            edition,
            created_by=applicant,
            lead_key=lead,
            status=EntryStatus.ADMITTED,
            title=f"Beitrag {place}",
            partners=(factories.GRONAU,),
        )
        entries.append(entry.public_id)
        for offset, juror in enumerate(jurors.values()):
            factories.make_sheet(entry, juror, (str(8 - place), str(6 - offset % 2), "7"))
    factories.set_phase(edition, Phase.DELIBERATION)
    seats = {row.account_id: row.id for row in db.session.scalars(select(Juror))}
    return Jury(
        edition_id=edition.id,
        slug=edition.slug,
        organiser=factories.actor(organiser),
        actors={name: factories.actor(account) for name, account in jurors.items()},
        seats={name: seats[account.id] for name, account in jurors.items()},
        entries=entries,
    )


def meet(jury: Jury) -> None:
    """A circulation that ends with an objection, then a sitting: carried, against, a tie, no quorum, a secret vote."""
    called(open_comparison, **jury.run(), base_url="")
    called(set_flag, actor=jury.actors["ben"], **jury.act(), entry_id=jury.entries[0], is_flagged=True)
    for words in ("Dazu möchte ich etwas sagen.", "Das nehme ich zurück."):
        called(post, actor=jury.actors["ben"], **jury.act(), entry_id=jury.entries[0], text=words)
    last = db.session.scalars(text("SELECT public_id FROM discussion_post ORDER BY id DESC")).first()
    called(take_back, actor=jury.actors["ben"], **jury.act(), entry_id=jury.entries[0], post_id=last)
    called(open_meeting, **jury.run(), is_written=True, due="2026-03-06T12:00")
    circulated = jury.put(MotionKind.WINNER, jury.entries[0]).public_id
    called(vote, actor=jury.actors["cleo"], edition_slug=jury.slug, **jury.act(), motion_id=circulated, choice=Choice.YES)
    called(
        object_to_writing, actor=jury.actors["ben"], edition_slug=jury.slug, **jury.act(), reason="Das gehört an einen Tisch."
    )
    called(open_meeting, **jury.run(), is_written=False)
    jury.be_there(*NAMES)
    jury.decide(MotionKind.COMMENDATION, jury.entries[1], ada="no", ben="no", cleo="no", dora="yes")
    tied = jury.decide(MotionKind.OTHER, ada="yes", ben="yes", cleo="no", dora="no", emil="abstain")
    assert tied.outcome == "carried"
    secret = jury.put(MotionKind.COMMENDATION, jury.entries[1], is_secret=True).public_id
    for name, choice in zip(NAMES, (Choice.NO, Choice.YES, Choice.YES, Choice.YES, Choice.ABSTAIN), strict=True):
        called(vote, actor=jury.actors[name], edition_slug=jury.slug, **jury.act(), motion_id=secret, choice=choice)
    assert jury.count(secret).outcome == "carried"
    leaving = jury.put(MotionKind.WINNER, jury.entries[0]).public_id
    every = {jury.seats[name]: Choice.YES for name in NAMES}
    called(record_votes, **jury.run(), motion_id=leaving, choices=every)
    jury.be_there("ada", "ben")
    assert jury.count(leaving).outcome == "no_quorum"
    jury.be_there(*NAMES)
    for entry in jury.entries[:2]:
        assert jury.decide(MotionKind.WINNER, entry, **dict.fromkeys(NAMES, "yes")).outcome == "carried"
    called(close_meeting, **jury.run())


def settle_prize(jury: Jury) -> Decided:
    """The first two share the prize, as they may; the result is found."""
    category = db.session.scalars(select(Category.id).where(Category.key == PRIZE)).one()
    called(
        record_decision,
        actor=jury.organiser,
        **jury.act(),
        category_id=category,
        version=None,
        decision=DecisionText(
            winner=jury.entries[0],
            shared_with=(jury.entries[1],),
            is_confirmed=True,
            public_text="Vorbilder für alle.",
            reason="Die Jury war sich nach langer Beratung einig, dass beide Beiträge den Preis verdienen. " * 2,
        ),
    )
    factories.set_phase(db.session.get_one(Edition, jury.edition_id), Phase.DECIDED)
    return Decided(jury.edition_id, jury.organiser, jury.actors["ada"], jury.actors["ben"])


@contextmanager
def stranger(app: Flask, *, puts_guards_back: bool = False) -> Iterator[sqlite3.Connection]:
    """A connection that knows nothing of our rules: triggers are dropped, foreign keys and checks are off.

    By the application's own driver: two copies of SQLite in one process undo each other's locks.
    """
    db.session.rollback()
    with closing(sqlite3.connect(app.config["INSTANCE"] / "award.db", isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA ignore_check_constraints=ON")
        guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for row in guards:
            connection.execute(f"DROP TRIGGER {row['name']}")
        yield connection
        for row in guards if puts_guards_back else ():
            connection.execute(row["sql"])


def fill(connection: sqlite3.Connection, edition_id: int) -> None:
    """A row of the edition in every frozen table that has none: a table that is new tomorrow is tried, too."""
    for table in Base.metadata.sorted_tables:
        if table.name in FROZEN and not keys_of(connection, table.name, edition_id):
            values = {column.name: made_up(connection, column, edition_id) for column in table.columns if column.name != "id"}
            insert_row(connection, table, values | SENSE.get(table.name, {}))
            assert keys_of(connection, table.name, edition_id), f"{table.name}: no row of the edition could be made up"


def keys_of(connection: sqlite3.Connection, table: str, edition_id: int) -> list[int]:
    where = f"{FROZEN[table].format(row=table)} = ?"
    return [row[0] for row in connection.execute(f"SELECT id FROM {table} WHERE {where} ORDER BY id", (edition_id,))]


def insert_row(connection: sqlite3.Connection, table: Table | str, values: dict[str, Any]) -> int:
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    return connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values())).lastrowid or 0


def made_up(connection: sqlite3.Connection, column: Column[Any], edition_id: int) -> Any:
    for key in column.foreign_keys:
        target, name = key.column.table.name, key.column.name
        if target == "edition":
            return edition_id
        ids = keys_of(connection, target, edition_id) if target in FROZEN else []
        return (
            ids[-1]
            if ids
            else next((row[0] for row in connection.execute(f'SELECT "{name}" FROM {target} ORDER BY "{name}"')), "0" * 64)
        )
    kind = column.type
    if column.nullable:
        return None
    if isinstance(kind, Enum):
        return kind.enums[0]
    if isinstance(kind, UtcDateTime | DateTime):
        return "2026-03-01 10:00:00.000000"
    if isinstance(kind, Date):
        return "2026-03-01"
    plain = {int: 1, bool: 0, str: secrets.token_hex(8) if column.unique else "Text"}
    return plain.get(kind.python_type, 100 if "Hundredths" in type(kind).__name__ else "[]")


def sealed_twice(app: Flask) -> Decided:
    """Sealed, opened again, sealed once more."""
    jury = make_jury()
    meet(jury)
    decided = settle_prize(jury)
    with stranger(app, puts_guards_back=True) as connection:
        fill(connection, jury.edition_id)
    acts = (SealAct.SEAL, SealAct.REOPEN, SealAct.SEAL)
    for place, act in enumerate(acts):
        for who, role in ((decided.organiser, SealRole.ORGANISER), (decided.chair, SealRole.CHAIR)):
            reason = REASON if act is SealAct.REOPEN else ""
            decided.confirm(who, role, act=act, reason=reason, **jury.act())
        assert (current_seal(db.session(), edition_id=jury.edition_id) is None) == (act is SealAct.REOPEN), place
    assert len(seal_view(db.session(), edition=decided.edition).versions) == 2
    return decided
