"""A seat has one vote: who cast a secret one and is then stood in for has used it, for the deputy as well."""

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.domain.decision.meeting import Choice, MotionKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.errors import Refused
from ikz_award.extensions import db
from ikz_award.models.jury.jury import Juror
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.decision.meeting import motion_view, sitting_of
from ikz_award.services.decision.meeting import open_meeting
from ikz_award.services.decision.motions import vote
from ikz_award.services.jury.stand_in import step_in
from tests import factories
from tests.calls import called
from tests.services.seal.full import NAMES, Jury, make_jury


def add_deputy(jury: Jury, name: str = "finn") -> None:
    edition = db.session.get_one(factories.Edition, jury.edition_id)
    account = factories.make_juror(edition, f"{name}@jury.example", role=PanelRole.DEPUTY)
    jury.seats[name] = db.session.scalars(select(Juror.id).where(Juror.account_id == account.id)).one()
    jury.actors[name] = factories.actor(account)


def stand_in(jury: Jury, member: str, deputy: str) -> None:
    called(step_in, **jury.run(), juror_id=jury.seats[member], deputy_id=jury.seats[deputy], reason="Krankheit")
    for name in (member, deputy):
        account = db.session.get_one(Juror, jury.seats[name]).account
        jury.actors[name] = factories.actor(account)


def cast(jury: Jury, name: str, motion: str, choice: Choice) -> None:
    called(vote, actor=jury.actors[name], edition_slug=jury.slug, **jury.act(), motion_id=motion, choice=choice)


@pytest.mark.parametrize("is_written", [False, True])
def test_a_secret_vote_of_who_is_stood_in_for_stays_the_seats_only_one(app: Flask, is_written: bool) -> None:
    jury = make_jury()
    add_deputy(jury)
    called(open_meeting, **jury.run(), is_written=is_written, due="2026-03-06T12:00" if is_written else "")
    if not is_written:
        jury.be_there(*NAMES, "finn")
    secret = jury.put(MotionKind.WINNER, jury.entries[0], is_secret=True).public_id
    for name, choice in (("ada", "no"), ("ben", "no"), ("dora", "yes"), ("emil", "yes")):
        cast(jury, name, secret, Choice(choice))
    stand_in(jury, "emil", "finn")
    with pytest.raises(Refused) as refused:
        cast(jury, "finn", secret, Choice.YES)
    assert refused.value.reason == "seat_voted"
    cast(jury, "cleo", secret, Choice.ABSTAIN)
    db.session.rollback()
    counted = jury.count(secret)
    assert (counted.yes, counted.no, counted.abstain, counted.entitled, counted.present) == (2, 2, 1, 5, 5)
    assert counted.outcome == "rejected"
    view = motion_view(db.session(), sitting=sitting_of(db.session(), meeting=counted.meeting), motion=counted)
    assert view.waiting == []


def test_an_open_vote_goes_over_to_the_deputy(app: Flask) -> None:
    jury = make_jury()
    add_deputy(jury)
    called(open_meeting, **jury.run(), is_written=True, due="2026-03-06T12:00")
    motion = jury.put(MotionKind.WINNER, jury.entries[0]).public_id
    for name in NAMES:
        cast(jury, name, motion, Choice.YES)
    stand_in(jury, "emil", "finn")
    told = {mail.recipient: mail.body for mail in db.session.scalars(select(OutgoingMail)) if "vertr" in mail.subject.lower()}
    assert "stimmen Sie bis zum 6. März 2026, 12:00 Uhr ab" in told["finn@jury.example"]
    assert "In offenen Abstimmungen, die noch laufen, stimmt Ihre Vertretung ab." in told["emil@jury.example"]
    cast(jury, "finn", motion, Choice.NO)
    counted = jury.count(motion)
    assert (counted.yes, counted.no, counted.entitled, counted.present) == (4, 1, 5, 5)


def test_the_seat_is_followed_through_several_hands(app: Flask) -> None:
    """Emil votes, Finn stands in for him, Emil for Ben who voted too: two seats, two votes, and Gerd none."""
    jury = make_jury()
    add_deputy(jury)
    called(open_meeting, **jury.run(), is_written=False)
    jury.be_there(*NAMES, "finn")
    secret = jury.put(MotionKind.WINNER, jury.entries[0], is_secret=True).public_id
    for name in ("ben", "emil"):
        cast(jury, name, secret, Choice.YES)
    stand_in(jury, "emil", "finn")
    stand_in(jury, "ben", "emil")
    for name, reason in (("finn", "seat_voted"), ("emil", "voted")):
        with pytest.raises(Refused) as refused:
            cast(jury, name, secret, Choice.YES)
        assert refused.value.reason == reason
    for name in ("ada", "cleo", "dora"):
        cast(jury, name, secret, Choice.NO)
    counted = jury.count(secret)
    assert (counted.yes, counted.no, counted.entitled, counted.present, counted.outcome) == (2, 3, 5, 5, "rejected")
