"""The outbox: sent once, tried again, claimed by one."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from ikz_award.adapters.mail import PostedMail, compose
from ikz_award.extensions import db
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import queue_mail, write_session
from ikz_award.services.record.outbox import BACK_OFF, CLAIM, deliver_due
from tests import factories

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("app")


def queue(*recipients: str) -> None:
    with write_session() as session:
        for recipient in recipients:
            queue_mail(session, now=NOW, recipient=recipient, subject="Betreff", body="Text\n")


def rows() -> list[OutgoingMail]:
    db.session.rollback()
    return list(db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


class Mailbox:
    def __init__(self, *, is_down: bool = False) -> None:
        self.letters: list[PostedMail] = []
        self.is_down = is_down

    def __call__(self, letter: PostedMail) -> None:
        assert not db.session().in_transaction(), "no transaction is open while a mail server is talked to"
        compose(letter, sender="landespreis@ikz.invalid")
        if self.is_down:
            raise ConnectionRefusedError("no answer")
        self.letters.append(letter)


class SteeredClock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


def test_due_mails_are_sent_once_in_order() -> None:
    queue("a@x.example", "b@x.example")
    post = Mailbox()
    assert deliver_due(clock=lambda: NOW, post=post) == 2
    assert deliver_due(clock=lambda: NOW + timedelta(days=3), post=post) == 0
    assert [letter.recipient for letter in post.letters] == ["a@x.example", "b@x.example"]
    assert [row.sent_at for row in rows()] == [NOW, NOW]
    assert post.letters[0].message_id == rows()[0].message_id


def test_failures_are_tried_again_later_and_given_up_at_last() -> None:
    queue("a@x.example")
    post = Mailbox(is_down=True)
    clock = SteeredClock()
    for number, pause in enumerate(BACK_OFF, 1):
        assert deliver_due(clock=clock, post=post) == 0
        (row,) = rows()
        assert (row.attempts, row.sent_at, row.next_attempt_at) == (number, None, clock.now + pause)
        assert row.last_error == "ConnectionRefusedError: no answer"
        clock.now += pause - timedelta(seconds=1)
        assert deliver_due(clock=clock, post=post) == 0
        assert rows()[0].attempts == number
        clock.now += timedelta(seconds=1)
    deliver_due(clock=clock, post=post)
    post.is_down = False
    clock.now += timedelta(days=30)
    assert deliver_due(clock=clock, post=post) == 0


def test_one_that_fails_holds_up_no_other() -> None:
    queue("no address", "b@x.example")
    post = Mailbox()
    assert deliver_due(clock=lambda: NOW, post=post) == 1
    broken, sent = rows()
    assert broken.last_error.startswith("ValueError")
    assert sent.sent_at == NOW


def test_after_a_failure_it_is_sent_and_the_error_forgotten() -> None:
    queue("a@x.example")
    post = Mailbox(is_down=True)
    deliver_due(clock=lambda: NOW, post=post)
    post.is_down = False
    assert deliver_due(clock=lambda: NOW + BACK_OFF[0], post=post) == 1
    assert rows()[0].last_error == ""


def test_two_workers_send_a_mail_once(app: Flask) -> None:
    """The second worker comes while the first is talking to the mail server."""
    queue("a@x.example")
    second = Mailbox()

    def first(letter: PostedMail) -> None:
        with app.app_context():
            assert deliver_due(clock=lambda: NOW, post=second) == 0

    assert deliver_due(clock=lambda: NOW, post=first) == 1
    assert second.letters == []


def test_claim_of_a_dead_worker_ends() -> None:
    queue("a@x.example")

    class Killed(BaseException):
        pass

    def die(letter: PostedMail) -> None:
        raise Killed

    with pytest.raises(Killed):
        deliver_due(clock=lambda: NOW, post=die)
    post = Mailbox()
    assert deliver_due(clock=lambda: NOW + CLAIM - timedelta(seconds=1), post=post) == 0
    assert deliver_due(clock=lambda: NOW + CLAIM, post=post) == 1


def test_behind_a_slow_server_nothing_is_sent_twice(app: Flask) -> None:
    """A claim lasts from when the mail is sent, not from when its batch began."""
    queue(*(f"{letter}@x.example" for letter in "abcdef"))
    clock, sent = SteeredClock(), list[str]()

    def slow(letter: PostedMail) -> None:
        sent.append(letter.recipient)
        clock.now += timedelta(minutes=2)
        if len(sent) == 4:
            with app.app_context():
                deliver_due(clock=clock, post=lambda letter: sent.append(letter.recipient))
                db.session.remove()

    deliver_due(clock=clock, post=slow)
    assert sorted(sent) == [f"{letter}@x.example" for letter in "abcdef"]


def test_whose_claim_ran_out_does_not_mark_it() -> None:
    queue("a@x.example")
    clock = SteeredClock()

    def very_slow(letter: PostedMail) -> None:
        clock.now += CLAIM
        with db.engine.connect().execution_options(award_write=True) as connection, connection.begin():
            connection.execute(update(OutgoingMail).values(attempts=2, next_attempt_at=clock.now + CLAIM))  # another took it

    assert deliver_due(clock=clock, post=very_slow) == 0
    (row,) = rows()
    assert (row.sent_at, row.attempts) == (None, 2)


def test_a_mail_that_is_given_up_is_told_to_the_organiser() -> None:
    factories.make_account("zentrum@land.example", is_admin=True)
    queue("falsch@x.example")
    post = Mailbox(is_down=True)
    for number in range(len(BACK_OFF) + 1):
        deliver_due(clock=lambda number=number: NOW + timedelta(days=2 * number), post=post)
    given_up, told = rows()
    assert (given_up.sent_at, told.recipient, told.subject) == (
        None,
        "zentrum@land.example",
        "Eine E-Mail konnte nicht zugestellt werden",
    )
    assert "falsch@x.example" in told.body
    assert "ConnectionRefusedError" in told.body
    for number in range(len(BACK_OFF) + 1):
        deliver_due(clock=lambda number=number: NOW + timedelta(days=60 + 2 * number), post=post)
    assert len(rows()) == 2, "that this one was not delivered either is told nobody"
