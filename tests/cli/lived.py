"""An instance with a whole edition in it, done by the services from the entries to the publication: `check` names nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from flask import Flask
from sqlalchemy import select

from ikz_award.demo.accounts import JURORS, ORGANISER
from ikz_award.demo.seed import seed_demo
from ikz_award.domain.decision.meeting import Choice, MotionKind
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.extensions import db
from ikz_award.models.decision.discussion import DiscussionPost
from ikz_award.models.decision.meeting import Motion
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.people.accounts import Account
from ikz_award.models.seal.seal import SealAct, SealRole
from ikz_award.queries.seal.seal import current_seal, seal_content
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.decision.discussion import open_comparison, post, set_flag, take_back
from ikz_award.services.decision.meeting import close_meeting, note_presence, open_meeting
from ikz_award.services.decision.motions import TypedMotion, close_motion, propose, record_votes, vote
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.seal.seal import Confirmation, confirm
from tests import factories
from tests.calls import called
from tests.conftest import NOW
from tests.queries.invariants.world import do_true_deeds

SLUG = "landespreis-1"
# Of the demonstration's entries: a few in each category.
ENTRIES = 10
REASON = "Die Jury war sich nach langer Beratung einig, dass dieser Beitrag den Preis verdient. " * 2


@dataclass
class Panel:
    """The demonstration's people around its first edition; every act is a minute after the one before."""

    edition_id: int
    key: SigningKey
    turn: Iterator[int]

    def act(self) -> dict[str, Any]:
        number = next(self.turn)
        db.session.rollback()
        return {"now": NOW + timedelta(minutes=number), "key": f"act-{number}"}

    def person(self, email: str, *, now: datetime = NOW) -> Actor:
        db.session.rollback()
        account = db.session.scalars(select(Account).where(Account.email == email)).one()
        return factories.actor(account, now=now)

    def run(self) -> dict[str, Any]:
        return {"actor": self.person(ORGANISER), "edition_slug": SLUG, **self.act()}

    def seats(self) -> list[int]:
        db.session.rollback()
        return list(db.session.scalars(select(Juror.id).where(Juror.edition_id == self.edition_id).order_by(Juror.position)))

    def step(self, old: Phase, new: Phase) -> None:
        called(change_phase, actor=self.person(ORGANISER), **self.act(), edition_id=self.edition_id, step=(old, new))


def live(app: Flask, key: SigningKey) -> None:
    """Into the empty, migrated database of `app`; `key`: the instance's own."""
    seed_demo(entries=ENTRIES, now=NOW, password_hash="x" * 20, on_progress=lambda count: None)
    do_true_deeds(app)
    db.session.rollback()
    edition_id = db.session.scalars(select(Edition.id).where(Edition.slug == SLUG)).one()
    panel = Panel(edition_id, key, count(1))
    panel.step(Phase.JUDGING, Phase.DELIBERATION)
    _compare(panel)
    _meet(panel)
    panel.step(Phase.DELIBERATION, Phase.DECIDED)
    for act in (SealAct.SEAL, SealAct.REOPEN, SealAct.SEAL):
        _confirm(panel, act)
    panel.step(Phase.DECIDED, Phase.PUBLISHED)


def _by_category(panel: Panel) -> list[tuple[str, int, list[str]]]:
    """Key and id of each category that has some, with the public ids of the entries that can win."""
    db.session.rollback()
    found = []
    for category in db.session.scalars(select(Category).where(Category.edition_id == panel.edition_id).order_by(Category.id)):
        wanted = select(Entry.public_id).where(Entry.category_id == category.id, Entry.status == EntryStatus.ADMITTED)
        found.append((category.key, category.id, list(db.session.scalars(wanted.order_by(Entry.id)))))
    return [one for one in found if one[2]]


def _compare(panel: Panel) -> None:
    """A flag, a post, and one that is taken back."""
    entry, member = _by_category(panel)[0][2][0], panel.person(JURORS[1].email)
    called(open_comparison, **panel.run(), base_url="")
    called(set_flag, actor=member, **panel.act(), entry_id=entry, is_flagged=True)
    for words in ("Dazu möchte ich etwas sagen.", "Das nehme ich zurück."):
        called(post, actor=member, **panel.act(), entry_id=entry, text=words)
    last = db.session.scalars(select(DiscussionPost.public_id).order_by(DiscussionPost.id.desc())).first()
    called(take_back, actor=member, **panel.act(), entry_id=entry, post_id=last or "")


def _meet(panel: Panel) -> None:
    """A sitting in which every category gets its winner: one by secret vote, the others by show of hands."""
    called(open_meeting, **panel.run(), is_written=False)
    seats = panel.seats()
    called(note_presence, **panel.run(), present=seats)
    for place, (category, _id, entries) in enumerate(_by_category(panel)):
        typed = TypedMotion(kind=MotionKind.WINNER, entry_id=entries[0], text="", is_secret=place == 0)
        called(propose, **panel.run(), category=category, typed=typed)
        db.session.rollback()
        motion = db.session.scalars(select(Motion.public_id).order_by(Motion.id.desc())).first()
        if place == 0:
            for juror in JURORS:
                called(
                    vote, actor=panel.person(juror.email), edition_slug=SLUG, **panel.act(), motion_id=motion, choice=Choice.YES
                )
        else:
            called(record_votes, **panel.run(), motion_id=motion, choices=dict.fromkeys(seats, Choice.YES))
        called(close_motion, **panel.run(), motion_id=motion, without=seats)
    called(close_meeting, **panel.run())
    for _key, id_, entries in _by_category(panel):
        decision = DecisionText(winner=entries[0], is_confirmed=True, reason=REASON, public_text="Ein Vorbild für alle.")
        called(record_decision, actor=panel.person(ORGANISER), **panel.act(), category_id=id_, version=None, decision=decision)


def _confirm(panel: Panel, act: SealAct) -> None:
    """By both, as a seal wants it."""
    for email, role in ((ORGANISER, SealRole.ORGANISER), (JURORS[0].email, SealRole.CHAIR)):
        db.session.rollback()
        edition = db.session.get_one(Edition, panel.edition_id)
        seal = current_seal(db.session(), edition_id=edition.id)
        seen = seal.sha256 if seal else seal_content(db.session(), actor=panel.person(ORGANISER), edition=edition).sha256
        reason = "Ein Bogen wurde nach der Sitzung als unvollständig erkannt." if act is SealAct.REOPEN else ""
        asked = Confirmation(edition_id=panel.edition_id, role=role, act=act, seen=seen, reason=reason)
        called(confirm, actor=panel.person(email), **panel.act(), asked=asked, signing_key=panel.key)
