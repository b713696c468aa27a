"""An account is locked, unlocked, its sessions ended: at once, everywhere, for deputies too, and never the organiser's last."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, BrowserSession
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.invariants.accounts import locks
from ikz_award.services.people import organisations
from ikz_award.services.people.account_locks import end_sessions_of, lock_account, unlock_account
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.client import PageClient
from tests.factories import BOCHOLT, NOW

WHY = "Gerät verloren, am 4. März gemeldet."


@pytest.fixture
def organiser(app: Any) -> Actor:
    return factories.actor(factories.make_account("kompetenzzentrum@land.example", is_admin=True))


@pytest.fixture
def kim(app: Any) -> Account:
    return factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)


def lock(actor: Actor, account: Account, key: str = "l", reason: str = WHY) -> None:
    lock_account(Call(actor=actor, now=NOW, key=key), account_id=account.id, reason=reason)
    db.session.rollback()


def letters() -> dict[str, str]:
    return {mail.recipient: mail.subject for mail in db.session.scalars(select(OutgoingMail))}


def test_every_session_ends_at_once_and_the_lock_is_on_record(
    organiser: Actor, kim: Account, log_in: Callable[[object], PageClient]
) -> None:
    browsers = [log_in(kim) for _device in range(2)]
    assert all(browser.get("/konto/").status_code == 200 for browser in browsers)
    lock(organiser, kim)
    assert db.session.scalars(select(BrowserSession.token_hash).where(BrowserSession.account_id.is_not(None))).all() == []
    for browser in browsers:
        assert "/konto/anmelden" in browser.get("/konto/").headers["Location"]
    assert letters() == {kim.email: "Ihr Konto beim Landespreis ist gesperrt"}
    [entry] = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "account.lock"))
    assert (entry.subject, (entry.new or {})["reason"]) == (f"account:{kim.id}", WHY)
    assert list(locks(db.session())) == []


def test_a_request_on_its_way_does_nothing_any_more(organiser: Actor, kim: Account) -> None:
    before = factories.actor(kim)
    lock(organiser, kim)
    with pytest.raises(NotFound):
        organisations.leave_organisation(Call(actor=before, now=NOW, key="x"), body_key=BOCHOLT)
    db.session.rollback()
    assert factories.actor(kim).organisations == {BOCHOLT}


def test_unlocked_one_is_as_before_but_for_the_sessions(
    organiser: Actor, kim: Account, log_in: Callable[[object], PageClient]
) -> None:
    browser = log_in(kim)
    lock(organiser, kim)
    unlock_account(Call(actor=organiser, now=NOW, key="u"), account_id=kim.id, reason="Gerät gefunden.")
    assert browser.get("/konto/").status_code == 302
    db.session.rollback()
    account = db.session.get_one(Account, kim.id)
    assert account.active
    assert log_in(account).get("/konto/").status_code == 200
    with pytest.raises(Refused):
        unlock_account(Call(actor=organiser, now=NOW, key="u2"), account_id=kim.id, reason="Noch einmal.")
    assert list(locks(db.session())) == []


def test_nobody_locks_themselves_nor_the_last_of_the_organiser(organiser: Actor) -> None:
    two = factories.make_account("zwei@land.example", is_admin=True)
    with pytest.raises(Refused) as refused:
        lock_account(Call(actor=organiser, now=NOW, key="a"), account_id=organiser.account_id or 0, reason=WHY)
    assert refused.value.reason == "own"
    second = factories.actor(two)
    lock(organiser, two)
    # Two who lock each other: the one who comes second is nobody any more.
    with pytest.raises(NotFound):
        lock_account(Call(actor=second, now=NOW, key="b"), account_id=organiser.account_id or 0, reason=WHY)
    db.session.rollback()
    assert db.session.scalars(select(Account.email).where(Account.active)).all() == ["kompetenzzentrum@land.example"]


def test_it_needs_a_reason_and_the_organiser(organiser: Actor, kim: Account) -> None:
    with pytest.raises(Invalid):
        lock(organiser, kim, reason=" ")
    other = factories.actor(factories.make_account("andere@ahaus.example"))
    with pytest.raises(NotFound):
        lock(other, kim)


def test_a_deputy_of_who_is_locked_and_who_stands_in_for_them_can_do_nothing_in_their_name(organiser: Actor) -> None:
    edition = factories.make_edition()
    lead = factories.make_account("lea@ahaus.example", lead_key=factories.AHAUS)
    entry = factories.make_entry(edition, created_by=lead, lead_key=factories.AHAUS, partners=())
    away, deputy = (factories.make_account(f"{name}@bocholt.example", lead_key=BOCHOLT) for name in ("weg", "da"))
    factories.make_right(entry, away, EntryRight.EDIT)
    factories.make_deputyship(away, deputy, body_key=BOCHOLT)
    assert entry.id in factories.actor(deputy).stands_in
    lock(organiser, away)
    assert entry.id not in factories.actor(deputy).stands_in
    assert letters() == {
        away.email: "Ihr Konto beim Landespreis ist gesperrt",
        deputy.email: "Eine Vertretung ruht: das Konto von Kim Beispiel ist gesperrt",
    }
    unlock_account(Call(actor=organiser, now=NOW, key="u"), account_id=away.id, reason="Irrtum.")
    assert entry.id in factories.actor(deputy).stands_in
    lock(organiser, deputy, key="l2")
    assert factories.actor(deputy).stands_in == {}


def test_another_persons_sessions_end_and_the_person_is_told(
    organiser: Actor, kim: Account, log_in: Callable[[object], PageClient]
) -> None:
    browser = log_in(kim)
    assert browser.get("/konto/").status_code == 200
    assert end_sessions_of(Call(actor=organiser, now=NOW + timedelta(minutes=1), key="e"), account_id=kim.id) == 1
    assert browser.get("/konto/").status_code == 302
    assert letters() == {kim.email: "Ihre Sitzungen beim Landespreis sind beendet"}
    with pytest.raises(Refused):
        end_sessions_of(Call(actor=organiser, now=NOW, key="e2"), account_id=organiser.account_id or 0)
