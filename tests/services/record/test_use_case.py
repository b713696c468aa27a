"""A use case is one call: one effect however often it is sent, the same answer, no change without a line of the log."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from sqlalchemy import func, select, update

from ikz_award.domain.permissions.actors import SYSTEM, Actor
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, IntentionKey
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.record.intention import Work, write_session
from ikz_award.services.record.use_case import UNASKED, Call, plainly, revived, use_case
from tests import factories
from tests.factories import NOW

RENAME = AuditAction.ACCOUNT_CHANGE_EMAIL


class Colour(Enum):
    RED = "red"


@dataclass(frozen=True, kw_only=True)
class Typed:
    text: str
    colour: Colour = Colour.RED
    secret: str = field(default="", metadata=UNASKED)


@dataclass(frozen=True, kw_only=True)
class Answer:
    name: str
    colour: Colour


@use_case(RENAME, without=("link",))
def rename(work: Work, *, typed: Typed, link: object = None) -> Answer:
    account = work.session.get_one(Account, work.actor.account_id)
    account.name = typed.text
    work.audit(subject=f"account:{account.id}", new={"name": typed.text})
    return Answer(name=typed.text, colour=typed.colour)


def call(account: Account, key: str | None = "k") -> Call:
    return Call(actor=factories.actor(account), now=NOW, key=key)


def lines() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(AuditEntry)) or 0


@pytest.fixture
def kim(applicant: Account) -> Account:
    return applicant


def test_sent_twice_it_has_one_effect_and_the_same_answer(kim: Account) -> None:
    first = rename(call(kim), typed=Typed(text="Kim Neu"), link=object())
    assert rename(call(kim), typed=Typed(text="Kim Neu"), link=object()) == first == Answer(name="Kim Neu", colour=Colour.RED)
    assert lines() == 1
    rename(call(kim, None), typed=Typed(text="Kim Neu"))
    assert lines() == 2, "without a key each call is one of its own"


def test_a_key_with_another_content_or_of_another_account_is_refused(kim: Account, organiser: Account) -> None:
    rename(call(kim), typed=Typed(text="Kim"))
    for other in (
        lambda: rename(call(kim), typed=Typed(text="Robin")),
        lambda: rename(call(organiser), typed=Typed(text="Kim")),
        lambda: rename(Call(actor=SYSTEM, now=NOW, key="k"), typed=Typed(text="Kim")),
    ):
        with pytest.raises(Refused) as refused:
            other()
        assert refused.value.reason == "key_reused"
    assert lines() == 1
    assert factories.value_of(Account, organiser, "name") == "Toni Tester"


def test_what_is_unasked_is_no_part_of_what_was_asked(kim: Account) -> None:
    rename(call(kim), typed=Typed(text="Kim", secret="a"))
    assert rename(call(kim), typed=Typed(text="Kim", secret="b")).name == "Kim"
    stored = db.session.scalars(select(IntentionKey)).one()
    assert "secret" not in plainly(Typed(text="Kim", secret="a"))
    assert stored.result == {"name": "Kim", "colour": "red"}


@pytest.mark.parametrize("key", ["x" * 65, "x" * 70_000, "a\x00b", "zwei\nZeilen"])
def test_a_key_that_is_none_of_ours_is_refused(key: str) -> None:
    with pytest.raises(Invalid) as refused:
        Call(actor=SYSTEM, now=NOW, key=key)
    assert refused.value.reason == "key_invalid"


def test_a_change_without_a_line_of_the_log_is_a_defect_and_does_not_happen(kim: Account) -> None:
    @use_case(RENAME)
    def by_row(work: Work) -> None:
        work.session.get_one(Account, work.actor.account_id).name = "Row"

    @use_case(RENAME)
    def by_statement(work: Work) -> None:
        work.session.execute(update(Account).where(Account.id == work.actor.account_id).values(name="Statement"))

    for function in (by_row, by_statement):
        with pytest.raises(RuntimeError, match="the audit log does not say so"):
            function(call(kim))
    assert factories.value_of(Account, kim, "name") == "Kim Beispiel"
    assert db.session.scalars(select(IntentionKey)).all() == []


def test_what_changes_nothing_or_says_so_needs_no_line(kim: Account) -> None:
    @use_case(RENAME)
    def nothing(work: Work) -> int:
        work.session.execute(update(Account).where(Account.id == -1).values(name="Niemand"))
        return work.session.scalar(select(func.count()).select_from(Account)) or 0

    @use_case(RENAME, silent=True)
    def silent(work: Work) -> None:
        work.session.get_one(Account, work.actor.account_id).name = "Leise"

    @use_case(RENAME)
    def says_so(work: Work) -> None:
        work.session.get_one(Account, work.actor.account_id).name = "Sagt es"
        work.silent()

    assert nothing(call(kim, "a")) == nothing(call(kim, "a"))
    silent(call(kim, "b"))
    says_so(call(kim, "c"))
    assert factories.value_of(Account, kim, "name") == "Sagt es"
    assert lines() == 0


def test_first_runs_without_the_lock_and_not_for_a_replay(kim: Account) -> None:
    seen: list[str] = []

    def look(call: Call, *, text: str) -> str:
        assert not db.session().connection().get_execution_options().get("award_write")
        seen.append(text)
        return text.upper()

    @use_case(RENAME, first=look)
    def shout(work: Work, *, text: str) -> str:
        work.audit(subject="account:1", new={"name": work.first})
        return work.first

    assert shout(call(kim), text="ja") == shout(call(kim), text="ja") == "JA"
    assert seen == ["ja"]
    with pytest.raises(Refused):
        shout(call(kim), text="nein")
    assert seen == ["ja"], "a key that is refused costs no work"


def test_per_content_the_same_form_with_another_text_is_another_call(kim: Account) -> None:
    @use_case(RENAME, is_per_content=True)
    def save(work: Work, *, text: str) -> str:
        work.audit(subject="account:1", new={"name": text})
        return text

    assert [save(call(kim), text=text) for text in ("a", "b", "a")] == ["a", "b", "a"]
    assert lines() == 2
    assert call(kim, None).for_content("a").key is None


def test_who_was_locked_out_meanwhile_does_nothing_any_more(kim: Account) -> None:
    late = call(kim)
    with write_session() as session:
        session.get_one(Account, kim.id).active = False
    with pytest.raises(NotFound):
        rename(late, typed=Typed(text="Kim"))
    assert lines() == 0


def test_a_value_has_one_spelling() -> None:
    east = datetime(2026, 3, 4, 11, 30, tzinfo=timezone(timedelta(hours=2)))
    assert plainly({2: {"b", "a"}, Colour.RED: (Decimal("7.50"), east)}) == {
        "2": ["a", "b"],
        "red": [Decimal("7.50"), east],
    }
    assert plainly({3: 1}.values()) == [1]
    assert plainly(b"x") == plainly(b"x") != plainly(b"y")
    for nonsense in (object(), 0.5, Actor):
        with pytest.raises(TypeError):
            plainly(nonsense)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (str, "a"),
        (int, 3),
        (bool, True),
        (None, None),
        (Colour, Colour.RED),
        (list[int], [1, 2]),
        (Answer, Answer(name="Kim", colour=Colour.RED)),
        (Answer | None, None),
        (Answer | None, Answer(name="Kim", colour=Colour.RED)),
        (tuple[int, ...], (1, 2)),
    ],
)
def test_an_answer_comes_back_as_it_was_given(kind: Any, answer: object) -> None:
    assert revived(kind, plainly(answer)) == answer


def test_an_instant_is_the_same_in_every_zone(kim: Account) -> None:
    @use_case(RENAME)
    def until(work: Work, *, at: datetime) -> None:
        work.audit(subject="account:1", new={"at": at})

    until(call(kim), at=datetime(2026, 3, 4, 9, 30, tzinfo=UTC))
    until(call(kim), at=datetime(2026, 3, 4, 11, 30, tzinfo=timezone(timedelta(hours=2))))
    assert lines() == 1
