"""What earlier versions sealed still verifies: stored files of each format, and a database from before meetings were sealed."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import insert

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.result_document import FORMAT, FOURTH_FORMAT, THIRD_FORMAT, document_hash, recount, spelling
from ikz_award.domain.seal.verification import check_result
from ikz_award.extensions import db
from ikz_award.models.seal.seal import ResultSeal, SealAct, SealConfirmation, SealedRow, SealRole
from ikz_award.queries.seal.check import check_database
from ikz_award.queries.seal.rows import ORDER, copies_of
from ikz_award.queries.seal.seal import audit_position, seal_content
from ikz_award.services.record.intention import Work, write_session
from tests.factories import NOW
from tests.services.seal.conftest import KEY, TRUSTED, Decided, told_of_database
from tests.services.seal.full import stranger

SAMPLES = sorted((Path(__file__).parent / "samples").glob("result-*.json"))
# What a seal covered up to the third format.
EARLIER = (
    "edition", "category", "criterion", "anchor", "participation_rule", "form_step", "question", "attachment_purpose",
    "edition_text", "jury_round", "juror", "juror_tie", "hint_decision", "recusal", "score_sheet", "score", "sheet_version",
    "scoring_extension", "sheet_reopening", "decision", "co_winner", "shortlist", "shortlist_entry", "entry", "answer",
    "partner", "attachment", "submission", "screening_finding",
)  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_file_of_an_earlier_format_verifies(path: Path) -> None:
    content = path.read_bytes()
    assert json.loads(content)["document"]["format"] == f"ikz-award {path.stem.replace('-', ' ')}"
    assert [check.text for check in check_result(content, keys=TRUSTED) if not check.is_passed] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_lie_in_an_earlier_format_is_found(path: Path) -> None:
    document = json.loads(path.read_bytes())["document"]
    entry = next(entry for category in document["categories"] for entry in category["entries"])
    entry["rank"] = 3
    assert [one.place.rpartition("/")[2] for one in recount(document)] == ["rank"]


def test_there_is_a_sample_of_each_earlier_format() -> None:
    assert [path.stem for path in SAMPLES] == ["result-1", "result-2", "result-3", "result-4"]


def seal_as_before(decided: Decided, form: str) -> None:
    """As the third format did: without the meeting, in the document and in the copies; or as the fourth, which has both."""
    content = seal_content(db.session(), actor=SYSTEM, edition=decided.edition)
    covered, left_out = (EARLIER, ("meetings", "stand_ins")) if form == THIRD_FORMAT else (tuple(ORDER), ())
    rows = [row for row in content.rows if row.table in covered]
    document: dict[str, Any] = {key: value for key, value in content.content.items() if key not in left_out}
    document |= {"format": form, "tables": {name: content.content["tables"][name] for name in covered}}
    seen = document_hash(document)
    for who, role in ((decided.organiser, SealRole.ORGANISER), (decided.chair, SealRole.CHAIR)):
        with write_session() as session:
            work = Work(session=session, actor=who, now=NOW, action=AuditAction.SEAL_SEAL)
            work.session.add(
                SealConfirmation(
                    edition_id=decided.edition_id,
                    act=SealAct.SEAL,
                    role=role,
                    account_id=who.account_id,
                    content_sha256=seen,
                    confirmed_at=NOW,
                    ended_at=NOW,
                )
            )
            work.audit(
                subject=f"edition:{decided.edition_id}",
                edition_id=decided.edition_id,
                new={"role": role, "content_sha256": seen},
            )
    with write_session() as session:
        work = Work(session=session, actor=decided.chair, now=NOW, action=AuditAction.SEAL_SEAL)
        confirmed = [{"role": role, "name": "Jemand", "at": NOW} for role in SealRole]
        document |= {
            "version": 1, "previous": None, "sealed_at": NOW, "content_sha256": seen, "confirmed_by": confirmed,
            "audit": audit_position(work.session),
        }  # fmt: skip
        sha256 = document_hash(document)
        seal = ResultSeal(
            edition_id=decided.edition_id,
            version=1,
            document=spelling(document).decode(),
            sha256=sha256,
            signature=KEY.sign(sha256),
            public_key=KEY.public,
            sealed_at=NOW,
        )
        work.session.add(seal)
        work.session.flush()
        work.session.execute(insert(SealedRow), copies_of(rows, seal_id=seal.id))
        work.audit(subject=f"edition:{decided.edition_id}", edition_id=decided.edition_id, new={"version": 1, "sha256": sha256})


def test_a_database_sealed_before_there_was_a_seal_on_meetings_verifies(decided: Decided, app: Flask) -> None:
    seal_as_before(decided, THIRD_FORMAT)
    assert told_of_database() == []
    # What that format does not cover is said.
    [said] = [one.text for one in check_database(db.session(), keys=TRUSTED) if "not compared" in one.text]
    assert "sealed as ikz-award result 3" in said
    assert "motion, lot, lot_entry, ballot, account, register_body" in said
    with stranger(app) as connection:
        connection.execute("UPDATE score SET points = 100 WHERE id = 1")
        [line] = told_of_database()
        assert line.startswith("seal 1, score 1, points: sealed ")


def test_a_database_sealed_before_the_published_spelling_verifies(decided: Decided, app: Flask) -> None:
    seal_as_before(decided, FOURTH_FORMAT)
    assert told_of_database() == []
    with stranger(app) as connection:
        connection.execute("UPDATE score SET points = 100 WHERE id = 1")
        assert [line.partition(": ")[0] for line in told_of_database()] == ["seal 1, score 1, points"]
    # Opened again, the next version is of today's format, behind the earlier one.
    decided.reopen()
    decided.seal()
    assert told_of_database() == []
    newest = db.session.query(ResultSeal).order_by(ResultSeal.version.desc()).first()
    assert newest is not None
    assert (newest.version, json.loads(newest.document)["format"]) == (2, FORMAT)
