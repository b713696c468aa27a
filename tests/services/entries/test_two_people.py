"""Two people save and hand in at the same time, 200 times: no accepted text is lost, and there is one number."""

import random
import threading

import pytest
from flask_migrate import downgrade, upgrade
from sqlalchemy import func, select

from config import TestConfig
from ikz_award import create_app
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.words.errors import NotFound, Refused, StaleVersion
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry, StepText, Submission
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.entries import withdraw_entry
from ikz_award.services.entries.steps import TypedStep, save_step
from ikz_award.services.entries.submission import Reviewed, submit_entry
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import AHAUS, BOCHOLT, NOW
from tests.postgres import postgres

FIELDS = ("title", "keywords", "goal")
CONSENTS = {"consent_rules": "yes", "consent_privacy": "yes", "consent_partners": "yes"}


class Person(threading.Thread):
    """Edits from what was last seen, takes the other's version after a clash, hands in now and then."""

    def __init__(self, app, actor, entry_id, seed, start):
        super().__init__()
        self.app, self.actor, self.entry_id, self.starts = app, actor, entry_id, start
        self.random = random.Random(seed)
        self.accepted, self.numbers, self.failure, self.version = [], [], None, 0

    def run(self):
        try:
            self.starts.wait(20)
            for turn in range(3):
                with self.app.app_context():
                    if self.random.random() < 0.25:
                        self.hand_in(turn)
                    else:
                        self.save(f"{self.actor.name} {turn} {self.random.random()}")
        except BaseException as failure:  # told by the test
            self.failure = failure

    def save(self, text):
        field = self.random.choice(FIELDS)
        typed = TypedStep(entry_id=self.entry_id, step_key="projekt", version=self.version, answers={field: text})
        try:
            self.version = save_step(Call(actor=self.actor, now=NOW, key=None), typed=typed)
            self.accepted.append((self.version, field, text))
        except StaleVersion:
            entry = db.session.scalars(select(Entry).where(Entry.public_id == self.entry_id)).one()
            self.version = form_of(db.session(), entry).step("projekt").version
        except NotFound:
            raise
        except Refused as refused:
            assert refused.reason == "entry.edit"  # noqa: PT017 - handed in meanwhile

    def hand_in(self, turn):
        version = db.session.scalar(select(Entry.version).where(Entry.public_id == self.entry_id))
        reviewed = Reviewed(entry_id=self.entry_id, version=version, step_key="pruefen", answers=CONSENTS)
        try:
            key = f"{self.actor.name}{turn}{self.entry_id}"
            self.numbers.append(submit_entry(Call(actor=self.actor, now=NOW, key=key), reviewed=reviewed))
        except NotFound:
            raise
        except Refused as refused:
            assert refused.reason in ("changed_since_review", "entry.submit", "already_submitted")  # noqa: PT017


@pytest.mark.parametrize("block", range(4))
def test_nothing_accepted_is_lost(app, block):
    """In every second block Robin is of another municipality and was invited to the entry."""
    interleave(app, range(block * 50, block * 50 + 50), is_invited=block % 2 == 1)


def test_nothing_accepted_is_lost_on_postgresql(on_postgres):
    """Which by itself lets everybody write at once."""
    interleave(on_postgres, range(200, 240), is_invited=True)


@pytest.fixture
def on_postgres(tmp_path):
    """The application on a migrated PostgreSQL database, with the register; migrated down and up again on the way."""
    with postgres() as database:
        settings = TestConfig(tmp_path)
        settings.SQLALCHEMY_DATABASE_URI = database
        app = create_app(settings)
        with app.app_context():
            upgrade()
            downgrade(revision="base")
            upgrade()
            with write_session() as session:
                factories.load_register(session)
            yield app
            db.session.remove()
            db.engine.dispose()


def interleave(app, seeds, *, is_invited):
    kim = factories.make_account("kim@bocholt.example", name="Kim", lead_key=BOCHOLT)
    robin = factories.make_account("robin@bocholt.example", name="Robin", lead_key=AHAUS if is_invited else BOCHOLT)
    edition = factories.make_edition()
    for seed in seeds:
        entry = factories.make_entry(edition, created_by=kim, contact_phone="02871 953-0")
        entry_id = factories.value_of(Entry, entry, "public_id")
        if is_invited:
            factories.make_right(entry, robin, EntryRight.SUBMIT)
        actors = [actor_of(db.session(), db.session.get_one(Account, one.id)) for one in (kim, robin)]
        start = threading.Barrier(2)
        people = [Person(app, actor, entry_id, seed * 2 + n, start) for n, actor in enumerate(actors)]
        for person in people:
            person.start()
        for person in people:
            person.join(60)
        assert [person.failure for person in people] == [None, None], seed
        compare(entry, people, seed)
        if factories.value_of(Entry, entry, "number"):
            withdraw_entry(Call(actor=actors[0], now=NOW, key=None), entry_id=entry_id, reason="Nächster Lauf")


def compare(entry, people, seed):
    """The history against the model: it has every accepted save once, and its end is what stands in the entry."""
    db.session.rollback()
    rows = db.session.scalars(
        select(StepText).where(StepText.entry_id == entry.id, StepText.step_key == "projekt").order_by(StepText.version)
    ).all()
    accepted = sorted(save for person in people for save in person.accepted)
    assert [row.version for row in rows if row.version] == [version for version, _field, _text in accepted], seed
    model = dict(rows[0].answers) if rows else {}
    for row, (_version, field, text) in zip(rows[1:], accepted, strict=True):
        model[field] = text
        assert row.answers == model, seed
    state = form_of(db.session(), db.session.get_one(Entry, entry.id)).step("projekt")
    if model:
        assert {one.question.key: one.value for one in state.questions} == model, seed
    numbers = [number for person in people for number in person.numbers]
    count = db.session.scalar(select(func.count()).select_from(Submission).where(Submission.entry_id == entry.id))
    assert len(numbers) == count <= 1, seed
    assert [db.session.get_one(Entry, entry.id).number] == (numbers or [None]), seed


def test_a_kept_text_cannot_be_changed(app):
    kim = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    entry = factories.make_entry(factories.make_edition(), created_by=kim)
    typed = TypedStep(
        entry_id=factories.value_of(Entry, entry, "public_id"), step_key="projekt", version=0, answers={"title": "Neu"}
    )
    save_step(Call(actor=factories.actor(kim), now=NOW, key=None), typed=typed)

    with pytest.raises(Exception, match="stays as it is"), factories.write_session() as session:
        session.execute(StepText.__table__.update().values(answers={}))
