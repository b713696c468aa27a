"""Five hundred times something is changed, in the database or in a file, and five hundred times it is found and named."""

import io
import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
from flask import Flask
from sqlalchemy import inspect, text

from ikz_award.domain.result_document import document_hash, recount
from ikz_award.domain.signatures import is_signed_by
from ikz_award.domain.verification import ENVELOPE_NAME, check_pdf_bytes, check_result, read_envelope, spelled
from ikz_award.extensions import db
from ikz_award.models.sealed_tables import FROZEN, FROZEN_OF_EDITION
from ikz_award.queries.seal import current_seal, envelope_of
from ikz_award.queries.seal_check import check_database
from ikz_award.services.intention import write_session
from tests.services.seal.conftest import KEY, TRUSTED, Decided

CELLS, BYTES = 260, 120


@pytest.fixture
def envelope(decided: Decided) -> bytes:
    decided.seal()
    seal = current_seal(db.session(), edition_id=decided.edition_id)
    assert seal is not None
    return spelled(envelope_of(seal))


@pytest.fixture
def report(envelope: bytes) -> bytes:
    """A signed PDF that carries the sealed result, as the result report does."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments[ENVELOPE_NAME] = envelope
    out = io.BytesIO()
    pdf.save(out, static_id=True)
    return KEY.sign_pdf(out.getvalue())


def failed(content: bytes) -> list[str]:
    return [check.text for check in check_result(content, keys=TRUSTED) if not check.is_passed]


def drop_guards() -> None:
    """What somebody does who owns the database."""
    with write_session() as session:
        for name in list(session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))):
            session.execute(text(f"DROP TRIGGER {name}"))
        session.commit()


def cells(edition_id: int) -> list[tuple[str, int, str]]:
    """Every cell that a seal covers: of the frozen tables, of the seal, and of the audit log."""
    found = [("edition", edition_id, column) for column in FROZEN_OF_EDITION]
    tables = {table: path.format(row=table) for table, path in FROZEN.items()}
    tables |= {"result_seal": "edition_id", "audit_entry": str(edition_id), "sealed_row": str(edition_id)}
    for table, path in tables.items():
        columns = [one["name"] for one in inspect(db.engine).get_columns(table) if one["name"] != "id"]
        for id_ in db.session.scalars(text(f"SELECT id FROM {table} WHERE {path} = {edition_id}")):
            found += [(table, id_, column) for column in columns]
    return found


def changed(value: object, rng: random.Random) -> object:
    match value:
        case None:
            return rng.choice([0, "x"])
        case int():
            return value + rng.choice([-1000, 1000, 70007])  # far enough not to meet a unique neighbour
    words = str(value)
    place = rng.randrange(len(words)) if words else 0
    return words[:place] + rng.choice([one for one in "0a9Z" if one != words[place : place + 1]]) + words[place + 1 :]


def unnoticed_of(app: Flask, chosen: list[tuple[str, int, str]], rng: random.Random) -> list[object]:
    """Change each of the cells and put it back; those whose change is not named."""
    unnoticed: list[object] = []
    # A program of its own, which knows nothing of our rules: foreign keys and checks are off.
    with closing(sqlite3.connect(app.config["INSTANCE"] / "award.db", isolation_level=None)) as stranger:
        stranger.execute("PRAGMA ignore_check_constraints=ON")
        for table, id_, column in chosen:
            db.session.rollback()
            [old] = stranger.execute(f"SELECT {column} FROM {table} WHERE id = ?", (id_,)).fetchone()
            stranger.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (changed(old, rng), id_))
            told = [check.text for check in check_database(db.session(), keys=TRUSTED) if not check.is_passed]
            if not any(_names(line, table, id_, column) for line in told):
                unnoticed.append((table, id_, column, told[:3]))
            db.session.rollback()
            stranger.execute(f"UPDATE {table} SET {column} = ? WHERE id = ?", (old, id_))
    return unnoticed


def test_any_cell_that_is_changed_is_named(decided: Decided, app: Flask) -> None:
    decided.seal()
    drop_guards()
    rng = random.Random(5)
    every = cells(decided.edition_id)
    # Each kind of cell at least once, then any.
    kinds = {(table, column): (table, id_, column) for table, id_, column in rng.sample(every, len(every))}
    chosen = [*kinds.values(), *rng.sample(every, max(0, CELLS - len(kinds)))][:CELLS]
    unnoticed = unnoticed_of(app, chosen, rng)
    assert not unnoticed, "\n".join(map(str, unnoticed))
    assert [check.text for check in check_database(db.session(), keys=TRUSTED) if not check.is_passed] == []


def _names(line: str, table: str, id_: int, column: str) -> bool:
    """The line says where: the cell of a frozen table, the seal, the record of the audit log."""
    if table == "audit_entry":
        return line.startswith("audit log") or "audit log" in line
    if table in ("result_seal", "sealed_row"):
        return line.startswith("seal ")
    return f"{table} {id_}, {column}" in line or f"{table} {id_}: the row" in line


def test_any_byte_of_the_file_that_is_changed_is_found(envelope: bytes) -> None:
    assert failed(envelope) == []
    rng = random.Random(6)
    for place in rng.sample(range(len(envelope)), BYTES):
        forged = envelope[:place] + bytes([envelope[place] ^ rng.randrange(1, 256)]) + envelope[place + 1 :]
        assert failed(forged), f"byte {place}"


def test_any_byte_of_the_report_that_is_changed_is_found(report: bytes, tmp_path: Path, app: Flask) -> None:
    runner = app.test_cli_runner()
    path = tmp_path / "bericht.pdf"
    path.write_bytes(report)
    answer = runner.invoke(args=["award", "verify", str(path), "--key", KEY.public])
    assert (answer.exit_code, "Nothing differs." in answer.output) == (0, True), answer.output
    rng = random.Random(7)
    for place in rng.sample(range(len(report)), BYTES):
        forged = report[:place] + bytes([report[place] ^ rng.randrange(1, 256)]) + report[place + 1 :]
        assert not check_pdf_bytes(forged, public_key=KEY.public).is_passed, f"byte {place}"
    path.write_bytes(report.replace(b"/Type", b"/Tipe", 1))
    assert runner.invoke(args=["award", "verify", str(path)]).exit_code == 1


def test_a_forger_who_hashes_and_signs_again_is_found_by_the_recount_and_the_key(envelope: bytes) -> None:
    forged = json.loads(envelope)
    [category] = [one for one in forged["document"]["categories"] if one["entries"]]
    category["entries"][1]["sheets"][0]["points"]["benefit"] = "10"
    forged["sha256"] = document_hash(forged["document"])
    told = failed(spelled(forged))
    assert any(line.startswith("signature: does not fit") for line in told)
    assert any("recount" in line and category["entries"][1]["number"] in line for line in told)
    # With a key of the forger's own, the file is consistent but for the key, which is not the organiser's.
    other = type(KEY)(bytes(32))
    forged |= {"signature": other.sign(forged["sha256"]), "public_key": other.public}
    assert is_signed_by(public_key=other.public, signature=forged["signature"], sha256=forged["sha256"])
    assert any(line.startswith("key: ") and other.public in line for line in failed(spelled(forged)))


def test_a_true_result_counts_again_to_the_same(envelope: bytes) -> None:
    assert recount(read_envelope(envelope)["document"]) == ()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}", b"[]", b"\xff", b'{"document": 1.5}', b"[" * 100_000,
        b'{"document": {}, "sha256": "", "signature": "", "public_key": ""}',
    ],
)  # fmt: skip
def test_what_is_no_result_is_told_so(content: bytes, tmp_path: Path) -> None:
    assert any(not check.is_passed for check in check_result(content, keys=TRUSTED))


def test_the_command_needs_something_to_check(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["award", "verify"])
    assert answer.exit_code == 2
