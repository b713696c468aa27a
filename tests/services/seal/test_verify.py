"""`verify` fails closed: without a trusted key nothing is proven, and what is gone is missed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from config import ROOT
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.seal.result_document import document_hash
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.domain.seal.verification import spelled
from ikz_award.extensions import db
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.seal.facts import current_facts
from ikz_award.queries.seal.seal import current_seal, envelope_of
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.use_case import Call
from tests.factories import NOW
from tests.services.seal.conftest import KEY, Decided, told_of_database
from tests.services.seal.full import stranger

Verify = Callable[..., tuple[int, str]]


@pytest.fixture
def verify(app: Flask) -> Verify:
    """The command as it is typed, on an instance whose key is that which sealed; (exit code, what it says)."""
    app.config["RESULT_KEY"] = KEY.seed.hex()
    return lambda *words: run(app, *words)


def elsewhere(folder: Path, *words: str) -> tuple[int, str]:
    """The same on a machine where nothing was ever set up: its instance folder is empty."""
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "wsgi", "award", "verify", *words],
        cwd=ROOT,
        env=os.environ | {"IKZ_AWARD_INSTANCE": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def run(app: Flask, *words: str) -> tuple[int, str]:
    db.session.rollback()
    answer = app.test_cli_runner().invoke(args=["award", "verify", *words])
    return answer.exit_code, answer.output


@pytest.fixture
def file(decided: Decided, tmp_path: Path) -> Path:
    decided.seal()
    seal = current_seal(db.session(), edition_id=decided.edition_id)
    assert seal is not None
    path = tmp_path / "ergebnis.json"
    path.write_bytes(spelled(envelope_of(seal)))
    return path


def signed_by_a_stranger(content: bytes) -> bytes:
    """Other points where that changes no rank, hashed and signed as it should be, with another key."""
    envelope: dict[str, Any] = json.loads(content)
    envelope["document"]["edition"]["name"] = "Ein anderer Preis"
    sha256, other = document_hash(envelope["document"]), SigningKey(bytes(32))
    envelope |= {"sha256": sha256, "signature": other.sign(sha256), "public_key": other.public}
    return spelled(envelope)


def test_without_a_key_that_of_the_instance_counts(verify: Verify, file: Path) -> None:
    code, said = verify(str(file))
    assert (code, "key: the one of this instance" in said) == (0, True), said
    file.write_bytes(signed_by_a_stranger(file.read_bytes()))
    code, said = verify(str(file))
    assert (code, "is not the one of this instance" in said) == (1, True), said
    assert "Nothing differs" not in said


def test_with_neither_it_is_not_proven(file: Path, tmp_path: Path) -> None:
    """The key that starting makes has sealed nothing."""
    file.write_bytes(signed_by_a_stranger(file.read_bytes()))
    code, said = elsewhere(tmp_path / "bare", str(file))
    assert code == 1
    assert "NOT PROVEN  key: " in said
    assert "not proven" in said.splitlines()[-1]
    assert not (tmp_path / "bare" / "award.db").exists()


def test_a_key_that_is_given_is_the_one_that_counts(verify: Verify, file: Path, tmp_path: Path) -> None:
    other = SigningKey(bytes(32)).public
    assert verify(str(file), "--key", other)[0] == 1
    assert verify(str(file), "--key", other, "--key", KEY.public.upper())[0] == 0
    assert elsewhere(tmp_path / "bare", str(file), "--key", KEY.public)[0] == 0


def test_a_seal_signed_again_by_a_stranger_is_found_in_the_database(verify: Verify, file: Path, app: Flask) -> None:
    forged = json.loads(signed_by_a_stranger(file.read_bytes()))
    assert verify("--database")[0] == 0
    with stranger(app) as connection:
        connection.execute("UPDATE result_seal SET signature = ?, public_key = ?", (forged["signature"], forged["public_key"]))
    code, said = verify("--database")
    assert (code, "is not the one of this instance" in said) == (1, True), said


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM result_seal", "result_seal, version 1 of edition 1: the row is gone"),
        ("DELETE FROM sealed_row", "the copies of these tables were changed"),
        ("DELETE FROM audit_entry WHERE id = (SELECT max(id) FROM audit_entry)", "the audit log has no record of its sealing"),
        ("DELETE FROM audit_entry WHERE id > 2", "audit_head has"),
        ("UPDATE account SET name = 'Vera Anders' WHERE name = 'Vera'", ', name: sealed "Vera", is "Vera Anders"'),
        ("UPDATE account SET name = '' WHERE name = 'Vera'", ', email: sealed null, is "vera@jury.example"'),
        ("UPDATE register_body SET official_name = 'Stadt X' WHERE key = '05554008'", "register_body 05554008, official_name"),
        ("UPDATE seal_confirmation SET account_id = 1 WHERE role = 'chair'", ", account_id: the audit log has"),
        ("DELETE FROM seal_confirmation WHERE role = 'chair'", "seal_confirmation: the row of chair"),
        (
            "INSERT INTO result_reopening (seal_id, reason, reopened_at) VALUES (1, 'Irrtum', '2026-03-05 09:00:00.000000')",
            "the audit log has version 1 still sealed",
        ),
    ],
)
def test_what_is_gone_or_renamed_is_found(verify: Verify, file: Path, app: Flask, statement: str, words: str) -> None:
    with stranger(app) as connection:
        assert connection.execute(statement).rowcount > 0
    code, said = verify("--database")
    assert (code, words in said) == (1, True), said


def test_a_made_up_reopening_opens_nothing(verify: Verify, file: Path, app: Flask) -> None:
    with stranger(app) as connection:
        connection.execute(
            "INSERT INTO result_reopening (seal_id, reason, reopened_at) VALUES (1, 'x', '2026-03-05 09:00:00.000000')"
        )
        connection.execute("UPDATE score SET points = 1000 WHERE id = 1")
    code, said = verify("--database")
    assert (code, "score 1, points: sealed" in said) == (1, True), said


def test_a_head_that_was_noted_tells_what_came_after_the_seal(verify: Verify, file: Path, app: Flask, decided: Decided) -> None:
    """Even from somebody who brings the whole log, and what is kept beside it, to an earlier state."""
    publish(decided)
    with stranger(app) as connection:
        noted = connection.execute("SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1").fetchone()[0]
        assert verify("--audit", "--head", noted)[0] == 0
        assert verify("--database", "--head", noted)[0] == 0
        connection.execute("DELETE FROM audit_entry WHERE hash = ?", (noted,))
        connection.execute(
            "UPDATE audit_head SET length = length - 1, hash = (SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1)"
        )
    assert verify("--audit")[0] == 0
    for which in ("--audit", "--database"):
        code, said = verify(which, "--head", noted)
        assert (code, f"has no record with the head {noted}" in said) == (1, True), said


def publish(decided: Decided) -> None:
    change_phase(
        Call(actor=decided.organiser, now=NOW, key="p"), edition_id=decided.edition_id, step=(Phase.DECIDED, Phase.PUBLISHED)
    )


def test_what_is_public_without_any_trace_of_a_seal_is_found(verify: Verify, file: Path, app: Flask, decided: Decided) -> None:
    """Seals, confirmations, copies and every record of them taken out of a log that is whole in itself."""
    publish(decided)
    assert verify("--database")[0] == 0
    with stranger(app) as connection:
        for table in ("sealed_row", "seal_confirmation", "result_seal"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM audit_entry WHERE id >= (SELECT min(id) FROM audit_entry WHERE action LIKE 'seal.%')")
        connection.execute(
            "UPDATE audit_head SET length = (SELECT count(*) FROM audit_entry),"
            " hash = (SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1)"
        )
        connection.execute("UPDATE score SET points = 1000 WHERE id = 1")
    code, said = verify("--database")
    assert (code, "is published, and has no sealed result that counts" in said) == (1, True), said


def test_what_is_public_and_opened_again_is_not_proven(verify: Verify, file: Path, decided: Decided) -> None:
    publish(decided)
    decided.reopen()
    code, said = verify("--database")
    assert (code, "NOT PROVEN  edition landespreis-2: is published, and its result was opened again" in said) == (1, True), said


def test_the_head_in_a_file_is_looked_for_in_the_database(verify: Verify, file: Path, app: Flask) -> None:
    head = json.loads(file.read_bytes())["document"]["audit"]["head"]
    code, said = verify(str(file), "--audit")
    assert (code, f"still contains the head {head}" in said) == (0, True), said
    with stranger(app) as connection:
        connection.execute("DELETE FROM audit_entry")
        connection.execute("UPDATE audit_head SET length = 0, hash = ?", ("0" * 64,))
    assert verify(str(file), "--audit")[0] == 1
    assert verify(str(file), "--head", head)[0] == 2  # a head without a database to look in


def test_the_jury_and_both_who_sealed_get_what_to_keep(file: Path, decided: Decided) -> None:
    facts = current_facts(db.session(), edition_id=decided.edition_id)
    assert facts is not None
    mails = [mail for mail in db.session.scalars(select(OutgoingMail)) if "besiegelt" in mail.subject]
    told = {mail.recipient for mail in mails}
    assert told == {"kompetenzzentrum@land.example", "vera@jury.example", "ada@jury.example", "ben@jury.example"}
    assert len(mails) == 4
    for mail in mails:
        for value in (facts.sha256, facts.log_head, f"{facts.log_length} Einträge", facts.public_key, facts.fingerprint):
            assert value in mail.body
        assert "Toni Tester (Kompetenzzentrum)" in mail.body
    newest = db.session.execute(db.text("SELECT hash FROM audit_entry ORDER BY id DESC LIMIT 1")).scalar_one()
    assert facts.log_head == newest
    assert told_of_database() == []
