"""`flask award doctor`: each part is found whole, and broken where it is, with a way to mend it."""

import socket
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from ikz_award.adapters import clock
from ikz_award.cli.doctor import ADVICE, FAULT, OK, findings
from ikz_award.extensions import db
from ikz_award.models.record.jobs import BackupRecord, PartBeat
from ikz_award.services.record.intention import write_session

ADDRESS = "probe@land.example"


def found(*only: str, recipient: str = "") -> dict[str, tuple[str, str]]:
    db.session.rollback()
    return {one.part: (one.state, one.words) for one in findings(now=clock.now(), recipient=recipient, only=only)}


def closed_port() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture
def production(app: Flask) -> Flask:
    """As it should be, but for what has to run beside it."""
    app.config.update(MODE="production", BASE_URL="https://preis.land.example", MAIL_FROM="preis@land.example")
    app.config["INSTANCE"].chmod(0o700)
    now = clock.now()
    with write_session() as session:
        session.add(PartBeat(host="a", part="worker", started_at=now, beat_at=now))
        times = {"started_at": now, "finished_at": now, "verified_at": now}
        session.add(BackupRecord(name="b", files=1, database_bytes=1, **times))
    return app


def test_a_whole_installation_is_found_whole(production: Flask) -> None:
    seen = found()
    states = {part: state for part, (state, _words) in seen.items()}
    whole = ("configuration", "database", "worker", "clock", "store", "permissions", "PDF", "last backup")
    assert {part: states[part] for part in whole} == dict.fromkeys(whole, OK), seen
    assert {part for part, state in states.items() if state == ADVICE} == {"scanner", "key copies", "continuous copy"}
    # A service that lets nobody know anything is not whole.
    assert states["mail"] == FAULT


def test_every_fault_is_named_with_a_way_to_mend_it(production: Flask) -> None:
    config = production.config
    config.update(BASE_URL="http://preis.land.example", SMTP_SERVER=closed_port(), MALWARE_SCANNER=closed_port())
    config["COPY_TARGET"] = "/nowhere"
    instance: Path = config["INSTANCE"]
    instance.chmod(0o755)
    with write_session() as session:
        session.execute(text("DELETE FROM part_beat"))
        session.execute(text("UPDATE backup_record SET finished_at = '2020-01-01 00:00:00.000000'"))
    mended = {
        "configuration": "IKZ_AWARD_BASE_URL", "worker": "flask award worker", "mail": "IKZ_AWARD_SMTP",
        "permissions": "chmod o-rwx", "scanner": "IKZ_AWARD_CLAMD", "last backup": "flask award backup",
        "continuous copy": "/nowhere",
    }  # fmt: skip
    seen = found(*mended, recipient=ADDRESS)
    assert {part: state for part, (state, _words) in seen.items()} == dict.fromkeys(mended, FAULT)
    assert all(words in seen[part][1] for part, words in mended.items()), seen
    done = production.test_cli_runner().invoke(args=["award", "doctor", "--only", "worker", "--only", "database"])
    assert done.exit_code == 1
    assert "1 to mend." in done.output


def test_a_clock_behind_the_log_is_a_fault(production: Flask) -> None:
    with write_session() as session:
        session.execute(text("INSERT INTO audit_head (id, length, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING"))
        session.execute(
            text(
                "INSERT INTO audit_entry (at, actor_name, action, subject, previous_hash, hash)"
                " VALUES (:at, 'x', 'demo.seed', 'x', '', 'x')"
            ),
            {"at": (clock.now() + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M:%S.%f")},
        )
    assert found("clock")["clock"][0] == FAULT


def test_a_database_behind_its_migrations_is_a_fault(production: Flask) -> None:
    with write_session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    state, words = found("database")["database"]
    assert (state, "flask award migrate" in words) == (FAULT, True)


def test_the_test_letter_is_handed_to_the_mail_server(production: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[str, str]] = []
    production.config["SMTP_SERVER"] = "mail.land.example:25"
    monkeypatch.setattr("ikz_award.adapters.mail.send_posted", lambda message, server: sent.append((message["To"], server)))
    assert found("mail")["mail"] == (ADVICE, "not tried; run: flask award doctor --mail YOUR@ADDRESS")
    assert not sent
    assert found("mail", recipient=ADDRESS)["mail"][0] == OK
    assert sent == [(ADDRESS, "mail.land.example:25")]
