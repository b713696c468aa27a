"""A mail greets by name who is known to read it, and nobody else."""

import pytest
from sqlalchemy import select

from ikz_award.domain.words.letters.frame import framed
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.services.record.intention import queue_mail, write_session
from tests import factories
from tests.factories import NOW


def greeting_to(recipient: str, body: str = "") -> str:
    with write_session() as session:
        queue_mail(session, now=NOW, recipient=recipient, subject="Eingang", body=body or framed("Ihr Beitrag ist da."))
    return db.session.scalars(select(OutgoingMail.body)).one().partition("\n")[0]


def named(name: str, *, is_confirmed: bool = True) -> str:
    account = factories.make_account("kim@bocholt.example")
    with write_session() as session:
        row = session.get_one(Account, account.id)
        row.name, row.confirmed_at = name, NOW if is_confirmed else None
    return "kim@bocholt.example"


def test_who_is_known_is_greeted_by_name(app: object) -> None:
    assert greeting_to(named("Kim Berger")) == "Guten Tag Kim Berger,"


@pytest.mark.parametrize(("name", "is_confirmed"), [("", True), ("Gewinn! http://evil.example", False)])
def test_without_a_name_or_before_the_address_is_confirmed_there_is_none(app: object, name: str, is_confirmed: bool) -> None:
    """Anybody can register a stranger's address, under any name."""
    assert greeting_to(named(name, is_confirmed=is_confirmed)) == "Guten Tag,"


def test_an_address_without_an_account_has_no_name(app: object) -> None:
    assert greeting_to("poststelle@borken.example") == "Guten Tag,"


def test_a_name_is_one_line(app: object) -> None:
    assert greeting_to(named("Kim\nBcc: alle@land.example")) == "Guten Tag Kim Bcc: alle@land.example,"
