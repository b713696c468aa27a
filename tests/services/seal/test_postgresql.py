"""The same seal on PostgreSQL: its triggers, its types, and the check of every cell."""

from pathlib import Path

import pytest
from flask_migrate import downgrade, upgrade
from sqlalchemy import text

from config import TestConfig
from ikz_award import create_app
from ikz_award.extensions import db
from ikz_award.models.seal.sealed_tables import FROZEN
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.postgres import postgres
from tests.services.seal.conftest import told_of_database
from tests.services.seal.full import make_jury, meet, settle_prize
from tests.services.seal.test_meeting import attempts, refusal


@pytest.mark.long
def test_sealed_on_postgresql_nothing_changes_unseen(tmp_path: Path) -> None:
    with postgres() as database:
        config = TestConfig(tmp_path)
        config.SQLALCHEMY_DATABASE_URI = database
        app = create_app(config)
        with app.app_context():
            upgrade()
            with write_session() as session:
                factories.load_register(session)
            jury = make_jury()
            meet(jury)
            decided = settle_prize(jury)
            decided.seal()
            assert told_of_database() == []
            everything_is_refused(decided.edition_id)
            tampered_with()
            db.session.remove()
            downgrade(revision="0040")
            upgrade()
            db.session.remove()
            db.engine.dispose()


def everything_is_refused(edition_id: int) -> None:
    has_rows = {
        table
        for table, path in FROZEN.items()
        if db.session.scalar(text(f"SELECT count(*) FROM {table} WHERE {path.format(row=table)} = {edition_id}"))
    }
    assert {"meeting", "motion", "ballot", "meeting_objection", "discussion_flag", "comparison_opening"} <= has_rows
    tried = [statement for table, statement in attempts(edition_id) if table in has_rows]
    let_through = [statement for statement in tried if refusal(statement) == "done"]
    assert let_through == []
    assert "a sealed result shows the name" in refusal("UPDATE account SET name = 'Anders' WHERE name = 'Ada'")
    assert "a sealed result shows the name" in refusal("UPDATE register_body SET official_name = 'X' WHERE key = '05554008'")


def tampered_with() -> None:
    with write_session() as session:
        session.execute(text("SET session_replication_role = replica"))
        session.execute(text("UPDATE motion SET yes = 5 WHERE outcome = 'rejected'"))
        session.execute(text("DELETE FROM ballot WHERE id = (SELECT max(id) FROM ballot)"))
        session.execute(text("UPDATE seal_confirmation SET account_id = 2 WHERE role = 'chair'"))
        session.execute(text("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)"))
        session.execute(text("SET session_replication_role = DEFAULT"))
    told = "\n".join(told_of_database())
    for words in (
        ", yes: sealed 1, is 5",
        "ballot ",
        "no record of its sealing",
        "audit_head has",
        "account_id: the audit log",
    ):
        assert words in told, told
