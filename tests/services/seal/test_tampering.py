"""Whatever is changed in a file, the sealed result or the report that carries it, is found; changes of the database: beside."""

import io
import json
import random
from pathlib import Path

import pikepdf
import pytest
from flask import Flask

from ikz_award.domain.seal.result_document import document_hash, recount
from ikz_award.domain.seal.signatures import is_signed_by
from ikz_award.domain.seal.verification import ENVELOPE_NAME, check_pdf_bytes, check_result, read_envelope, spelled
from ikz_award.extensions import db
from ikz_award.queries.seal.seal import current_seal, envelope_of
from tests.services.seal.conftest import KEY, TRUSTED, Decided

BYTES = 120


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
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'{"document": 1.5}',
        b"[" * 100_000,
        b'{"document": {}, "sha256": "", "signature": "", "public_key": ""}',
    ],
)
def test_what_is_no_result_is_told_so(content: bytes, tmp_path: Path) -> None:
    assert any(not check.is_passed for check in check_result(content, keys=TRUSTED))


def test_the_command_needs_something_to_check(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(args=["award", "verify"])
    assert answer.exit_code == 2
