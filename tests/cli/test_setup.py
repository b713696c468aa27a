"""`flask award setup` in production: the register is there, nothing else, and a second time nothing changes."""

import pytest
from flask import Flask
from sqlalchemy import delete, func, select

from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody
from ikz_award.services.record.intention import write_session


def count(model: type) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_setup_in_production_brings_the_register_and_no_demonstration(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "MODE", "production")
    monkeypatch.setattr("ikz_award.cli.setup.upgrade", lambda: None)  # the test's database is migrated
    with write_session() as session:
        session.execute(delete(RegisterBody))
    done = app.test_cli_runner().invoke(args=["award", "setup"])
    assert done.exit_code == 0, done.output
    assert "Register: 429 municipalities" in done.output
    assert (count(RegisterBody), count(Account)) == (429, 0)
    with write_session() as session:  # an official file that no longer names one
        session.execute(delete(RegisterBody).where(RegisterBody.key == "05554008"))
    assert app.test_cli_runner().invoke(args=["award", "setup"]).output == ""
    assert count(RegisterBody) == 428
