"""The demonstration is the real first edition: counts, winners, texts; and the same seed gives the same again."""

import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from config import TestConfig
from ikz_award import create_app
from ikz_award.demo.seed import EXCLUDED, seed_demo
from ikz_award.demo.texts import entry_texts
from ikz_award.domain.entries.circulation import NoticeState
from ikz_award.domain.entries.rights import InvitationState
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.jury.jury import Juror, Recusal, Score, ScoreSheet
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.decision.ranking import rankings
from ikz_award.queries.entries.circulation import circulation_of
from ikz_award.queries.entries.rights import collaborators_of
from ikz_award.queries.invariants import broken_invariants
from ikz_award.queries.people.bodies import member_lines, proposal_view, waiting_proposals
from ikz_award.services.entries.circulation import Links, send_due_notices
from ikz_award.services.people.body_facts import TypedBody, read_body
from tests import factories
from tests.conftest import NOW

TEXTS = ("summary", "occasion", "goal", "implementation", "financing", "benefit", "innovation", "sustainability")
REGIONS = {"Düsseldorf", "Köln", "Münster", "Detmold", "Arnsberg"}


def seed(**arguments: int) -> None:
    seed_demo(now=NOW, password_hash="x", on_progress=lambda count: None, **arguments)


def fingerprint() -> str:
    """A hash over everything a juror or the organiser would see."""
    rows = db.session.execute(
        select(Entry.number, Entry.title, Entry.submitted_at, Juror.position, Score.points, Score.reason)
        .join(ScoreSheet, ScoreSheet.entry_id == Entry.id)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .join(Score, Score.sheet_id == ScoreSheet.id)
        .order_by(Entry.number, Juror.position, Score.id)
    )
    return hashlib.sha256("\n".join(str(tuple(row)) for row in rows).encode()).hexdigest()


def first_edition() -> Edition:
    return db.session.scalars(select(Edition).where(Edition.slug == "landespreis-1")).one()


def first_edition_entries() -> list[Entry]:
    return list(db.session.scalars(select(Entry).where(Entry.edition_id == first_edition().id)))


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_the_first_edition_is_as_it_was(demo: Flask) -> None:
    edition = first_edition()
    entries = db.session.scalars(select(Entry).where(Entry.edition_id == edition.id)).all()
    assert edition.phase is Phase.JUDGING
    assert len(edition.categories) == 5
    assert Counter(entry.status for entry in entries) == {EntryStatus.ADMITTED: 73, EntryStatus.EXCLUDED: 2}
    assert len({entry.lead_key for entry in entries}) == 75
    assert all(edition.opens_at <= entry.submitted_at <= edition.deadline_at for entry in entries if entry.submitted_at)
    assert {entry.lead.government_region for entry in entries} == REGIONS
    assert 3 <= count(Recusal) <= 10
    assert count(ScoreSheet) == 73 * 5 - count(Recusal)
    assert broken_invariants(db.session()) == ()


def test_the_second_edition_is_open(demo: Flask) -> None:
    edition = db.session.scalars(select(Edition).where(Edition.slug == "landespreis-2")).one()
    assert len(edition.categories) == 6
    assert edition.phase is Phase.OPEN
    assert edition.opens_at < NOW < edition.deadline_at


def test_the_circulation_has_every_answer(demo: Flask) -> None:
    old = Counter(state.state for entry in first_edition_entries() for state in circulation_of(db.session(), entry, now=NOW))
    assert old[NoticeState.ACKNOWLEDGED] > 200
    assert old[NoticeState.OBJECTED] == 1
    assert old[NoticeState.LAPSED] > 10
    draft = db.session.scalars(select(Entry).where(Entry.status == EntryStatus.DRAFT)).one()
    states = [one.state for one in circulation_of(db.session(), draft, now=NOW)]
    assert states == [NoticeState.ACKNOWLEDGED, NoticeState.OBJECTED, NoticeState.SEEN, NoticeState.SENT]
    # Nobody is written to when the demonstration starts.
    assert send_due_notices(now=NOW, links=Links(base_url="http://x", secret="s")) == 0


def test_the_known_winners_lead_their_categories(demo: Flask) -> None:
    edition = first_edition()
    factories.set_phase(edition, Phase.DELIBERATION)
    edition = first_edition()
    ranked = rankings(db.session(), actor=Actor(account_id=1, is_admin=True), edition=edition)
    first = {ranking.key: ranking.lines[0].title for ranking in ranked}
    assert first["vernetzung"] == "Coesfeld 12.0 – Im Kreis gemeinsam digital"
    assert first["wirtschaft-kultur"] == "Einblick schafft Ausblick – Nacht der Ausbildung"
    assert first["krise"] == "CrossFire"


def test_texts_have_real_lengths_and_are_all_different() -> None:
    lengths = [sum(len(str(entry[key])) for key in TEXTS) for entry in entry_texts()]
    assert len(lengths) == 75
    assert min(lengths) >= 1_500
    assert max(lengths) <= 4_000
    for key in TEXTS:
        assert len({entry[key] for entry in entry_texts()}) == 75, key


def test_the_same_seed_gives_the_same_and_another_one_other_points(
    template_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    prints = []
    for number in (7, 7, 8):
        folder = tmp_path_factory.mktemp("demo")
        shutil.copyfile(template_database, folder / "award.db")
        app = create_app(TestConfig(folder))
        with app.app_context():
            seed(entries=20, seed=number)
            prints.append(fingerprint())
            db.session.remove()
            db.engine.dispose()
    assert prints[0] == prints[1] != prints[2]


def test_a_database_in_use_is_left_alone(app: Flask) -> None:
    seed(entries=3)
    with pytest.raises(ValueError, match="already has editions"):
        seed(entries=3)
    assert len(EXCLUDED) == 2


def test_more_entries_than_were_written(app: Flask) -> None:
    seed(entries=320)
    edition = first_edition()
    assert count(Entry) == 321
    assert edition.next_number == 321
    assert db.session.scalar(select(func.count(func.distinct(Entry.number)))) == 320
    assert count(RegisterBody) == 429
    # What was handed in is frozen for each of them, beyond the first pages of a bulk insert, too.
    assert count(Submission) == 320
    assert broken_invariants(db.session()) == ()


def test_people_work_together_and_somebody_waits(demo: Flask) -> None:
    """Every state of an invitation, a colleague who stands in, a body the register does not know."""
    draft = db.session.scalars(select(Entry).join(Edition).where(Edition.slug == "landespreis-2")).one()
    people = collaborators_of(db.session(), draft, now=NOW)
    assert {one.state for one in people} == {InvitationState.ACCEPTED, InvitationState.INVITED, InvitationState.EXPIRED}
    assert [name for one in people for name, _last in one.deputies] == ["Henrik Vossen"]
    admin = Actor(is_admin=True)
    (proposal,) = waiting_proposals(db.session(), actor=admin)
    assert len(proposal_view(db.session(), actor=admin, proposal_id=proposal.id).members) == 3
    # What is stated passes the checks a person's own words have to pass.
    lines = member_lines(db.session(), proposal.member_keys)
    facts = read_body(db.session(), TypedBody(name=proposal.name, form=proposal.form, seat=proposal.seat, members=lines))
    assert (facts.seat_key, facts.member_keys) == (proposal.seat_key, sorted(proposal.member_keys))
