"""What the tests of the account pages share."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail


@pytest.fixture
def mails(app: Flask) -> Callable[[], list[OutgoingMail]]:
    """The mails in the outbox now, oldest first."""

    def read() -> list[OutgoingMail]:
        db.session.rollback()
        return list(db.session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))

    return read


@pytest.fixture
def actions(app: Flask) -> Callable[[], list[tuple[str, str]]]:
    """(action, subject) of every audit entry, oldest first."""

    def read() -> list[tuple[str, str]]:
        db.session.rollback()
        return [tuple(row) for row in db.session.execute(select(AuditEntry.action, AuditEntry.subject).order_by(AuditEntry.id))]

    return read


def link_in(mail: OutgoingMail, part: str) -> str:
    """The path of the link in a mail that contains `part`; it must lead to the configured address."""
    (link,) = [url for url in re.findall(r"https?://\S+", mail.body) if part in url]
    assert link.startswith("http://127.0.0.1:8000/")
    return link.removeprefix("http://127.0.0.1:8000")
