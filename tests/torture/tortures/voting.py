"""Races at a vote: two at once of one juror, and the last one with the count."""

import secrets

from sqlalchemy import func, select

from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Ballot, Meeting, Motion
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account
from ikz_award.services.decision.motions import TypedMotion, close_motion, propose
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.torture.scene import SITTING, Person
from tests.torture.tortures.races import Sending, Track


def two_votes(track: Track) -> str:
    """A juror votes secretly in two tabs, Yes and No: one of them counts."""
    motion, voters = _secret_motion(track)
    person = next(one for one in track.machine.scene.voters if track.machine.scene.seats[one.email] not in voters)
    before = _counted(motion)
    browser = track.browser(person)
    path = f"/jury/{SITTING}/sitzung/{motion.public_id}"
    track.run([(browser, browser.form(path, {"stimme": choice, "sicher": "ja"})) for choice in ("yes", "no")])
    db.session.rollback()
    ballots = db.session.scalar(select(func.count()).select_from(Ballot).where(Ballot.motion_id == motion.id))
    counted = _counted(motion) - before
    return "" if counted == 1 and ballots == len(voters) + 1 else f"{counted} counted, {ballots} ballots"


def vote_and_count(track: Track) -> str:
    """The organiser counts while a juror votes: a vote is in the sum, or it is refused."""
    motion = _new_motion(track, is_secret=True)
    scene = track.machine.scene
    organiser = track.browser(scene.organiser)
    path = f"/jury/{SITTING}/sitzung/{motion.public_id}"

    def vote(person: Person) -> Sending:
        own = track.browser(person)
        return own, own.form(path, {"stimme": "yes", "sicher": "ja"})

    for person in scene.voters[:-1]:
        own, post = vote(person)
        own.send(post)
    last = scene.seats[scene.voters[-1].email]
    count = organiser.form(
        f"/verwaltung/runden/{SITTING}/sitzung/pflichtaufgaben/antrag/{motion.public_id}/zaehlen",
        {"ohne": str(last), "sicher": "ja"},
    )
    answers = track.run([(organiser, count), vote(scene.voters[-1])])
    db.session.rollback()
    if db.session.get_one(Motion, motion.id).closed_at is None:
        return f"not counted: {[one.status for one in answers]}"
    ballots = db.session.scalar(select(func.count()).select_from(Ballot).where(Ballot.motion_id == motion.id))
    counted = _counted(motion)
    return "" if ballots == counted and counted in (5, 6) else f"{counted} counted, {ballots} ballots"


def _counted(motion: Motion) -> int:
    db.session.rollback()
    return db.session.get_one(Motion, motion.id).tally.cast


def _secret_motion(track: Track) -> tuple[Motion, set[int]]:
    """One that somebody has not voted on yet."""
    db.session.rollback()
    motion = db.session.scalars(select(Motion).where(Motion.is_secret, Motion.closed_at.is_(None))).first()
    voters = {ballot.juror_id for ballot in motion.ballots} if motion else set()
    if motion is None or len(voters) == len(track.machine.scene.voters):
        return _new_motion(track, is_secret=True), set()
    return motion, voters


def _new_motion(track: Track, *, is_secret: bool) -> Motion:
    """After closing whatever is open; what stands on it does not matter here."""
    now = track.machine.wheel.now()
    organiser = db.session.scalars(select(Account).where(Account.email == track.machine.scene.organiser.email)).one()
    actor = factories.actor(organiser, now=now)
    _close_open_motions(track)
    meeting = db.session.scalars(select(Meeting)).one()
    entry = db.session.scalars(select(Entry.public_id).where(Entry.edition_id == meeting.edition_id)).first() or ""
    propose(
        Call(actor=actor, now=now, key=secrets.token_hex(8)),
        edition_slug=SITTING,
        category="pflichtaufgaben",
        typed=TypedMotion(kind=MotionKind.WINNER, entry_id=entry, text="", is_secret=is_secret),
    )
    return db.session.scalars(select(Motion).where(Motion.closed_at.is_(None))).one()


def _close_open_motions(track: Track) -> None:
    now = track.machine.wheel.now()
    db.session.rollback()
    open_ones = db.session.scalars(select(Motion.public_id).where(Motion.closed_at.is_(None))).all()
    account = db.session.scalars(select(Account).where(Account.email == track.machine.scene.organiser.email)).one()
    for public_id in open_ones:
        close_motion(
            Call(actor=factories.actor(account, now=now), now=now, key=secrets.token_hex(8)),
            edition_slug=SITTING,
            motion_id=public_id,
            without=list(track.machine.scene.seats.values()),
        )
