"""What the meeting did is in the seal: in the document, frozen in the database, and of a secret vote never how."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.seal.result_document import recount
from ikz_award.domain.words.errors import Refused
from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Ballot, Motion
from ikz_award.models.people.accounts import Account
from ikz_award.models.seal.seal import ResultSeal, SealAct, SealedRow, SealRole
from ikz_award.models.seal.sealed_tables import FROZEN
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.services.seal.conftest import REASON, Decided, told_of_database
from tests.services.seal.full import NAMES, make_jury, meet, settle_prize, stranger


def document() -> dict[str, Any]:
    db.session.rollback()
    return json.loads(db.session.scalars(select(ResultSeal.document).order_by(ResultSeal.version.desc())).first() or "")


def test_the_document_tells_what_happened(full: Decided) -> None:
    sealed = document()
    assert sealed["format"] == "ikz-award result 5"
    written, sitting = sealed["meetings"]
    assert (written["written"], written["objection"]["juror"]) == (True, "J2")
    assert [motion["outcome"] for motion in written["motions"]] == ["no_quorum"]
    outcomes = [(motion["kind"], motion["outcome"], motion["yes"], motion["no"]) for motion in sitting["motions"]]
    assert outcomes == [
        ("commendation", "rejected", 1, 3), ("other", "carried", 2, 2), ("commendation", "carried", 3, 1),
        ("winner", "no_quorum", 2, 0), ("winner", "carried", 5, 0), ("winner", "carried", 5, 0),
    ]  # fmt: skip
    assert Counter((one["juror"], one["present"]) for one in sitting["presence"])["J5", True] == 2
    assert len(sealed["comparison_opened"]) == 1
    [category] = [one for one in sealed["categories"] if one["entries"]]
    assert category["decision"]["vote"] == {"standing": "carried", "motion": sitting["motions"][-1]["key"]}
    first = next(one for one in category["entries"] if one["title"] == "Beitrag 0")
    assert first["discussion_wanted_by"] == ["J2"]
    # The jurors' words, said or taken back, are under a hash, and not in the document that goes with the report.
    assert "Dazu möchte ich" not in json.dumps(sealed, ensure_ascii=False)
    copies = db.session.scalars(select(SealedRow.content).where(SealedRow.table_name == "discussion_post")).all()
    assert len(copies) == 4
    assert all(re.fullmatch("sha256 [0-9a-f]{64}", json.loads(one)["text"]) for one in copies)
    assert first["partners"] == ["Stadt Gronau (Westf.)"]
    assert [one["name"] for one in sealed["jurors"]] == [name.title() for name in NAMES]
    assert recount(sealed) == ()


def test_counts_in_the_document_are_those_of_the_ballots_in_the_database(full: Decided) -> None:
    """Counted by the database: every ballot of an open vote by whom and for what, and the sums of the motion."""
    rows = db.session.execute(
        text("SELECT motion_id, choice, count(*) AS ballots FROM ballot GROUP BY motion_id, choice")
    ).all()
    cast = {(row.motion_id, row.choice): row.ballots for row in rows}
    motions = {f"M{place}": id_ for place, id_ in enumerate(db.session.scalars(select(Motion.id).order_by(Motion.id)), 1)}
    told = {motion["key"]: motion for meeting in document()["meetings"] for motion in meeting["motions"]}
    assert set(told) == set(motions)
    for key, motion in told.items():
        choices = Counter(ballot.get("choice") for ballot in motion["ballots"])
        assert {choice: cast.get((motions[key], choice), 0) for choice in choices} == choices
    assert told["M4"]["secret"] is True
    assert told["M4"]["yes"] + told["M4"]["no"] + told["M4"]["abstain"] == cast[motions["M4"], None]


def test_of_a_secret_vote_only_that_it_was_cast_is_stored_or_sealed(full: Decided) -> None:
    [secret] = [motion for meeting in document()["meetings"] for motion in meeting["motions"] if motion["secret"]]
    assert secret["ballots"] == [{"juror": f"J{place}"} for place in range(1, 6)]
    [motion_id] = db.session.scalars(select(Motion.id).where(Motion.is_secret))
    copies = [json.loads(one) for one in db.session.scalars(select(SealedRow.content).where(SealedRow.table_name == "ballot"))]
    assert {one["choice"] for one in copies if one["motion_id"] == motion_id} == {None}
    # Ada alone voted no: nowhere does a row or a line of the log have her name or number beside it.
    lines = db.session.scalars(text("SELECT new FROM audit_entry WHERE action = 'meeting.vote'")).all()
    assert all("choice" not in line for line in lines if json.loads(line)["motion"] == motion_id)


def test_the_database_takes_no_secret_vote_with_its_choice(app: Flask) -> None:
    jury = make_jury()
    meet(jury)
    with stranger(app, puts_guards_back=True) as connection:
        connection.execute("UPDATE motion SET outcome = NULL, closed_at = NULL WHERE is_secret")
    for statement in (
        "UPDATE ballot SET choice = 'no' WHERE motion_id = (SELECT id FROM motion WHERE is_secret)",
        "INSERT INTO ballot (motion_id, juror_id, choice, recorded_by, cast_at)"
        " SELECT id, 99, 'no', 1, opened_at FROM motion WHERE is_secret",
    ):
        with pytest.raises(DBAPIError, match="the vote is secret"), write_session() as session:
            session.execute(text(statement))
    assert None in db.session.scalars(select(Ballot.choice)).all()


def attempts(edition_id: int) -> Iterator[tuple[str, str]]:
    for table, path in FROZEN.items():
        where = f"{path.format(row=table)} = {edition_id}"
        columns = [one["name"] for one in db.inspect(db.engine).get_columns(table) if one["name"] not in ("id", "edition_id")]
        yield table, f'UPDATE {table} SET "{columns[0]}" = "{columns[0]}" WHERE {where}'
        yield table, f"DELETE FROM {table} WHERE {where}"
        yield table, f"INSERT INTO {table} SELECT * FROM {table} WHERE {where} LIMIT 1"


def refusal(statement: str) -> str:
    try:
        with write_session() as session:
            session.execute(text(statement))
            session.rollback()
    except DBAPIError as error:
        return str(error.orig)
    return "done"


def test_the_seal_alone_refuses_every_change_in_every_frozen_table(full: Decided) -> None:
    with write_session() as session:
        others = session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name NOT LIKE 'sealed%'"))
        for name in list(others):
            session.execute(text(f"DROP TRIGGER {name}"))
    tried = [(table, statement) for table, statement in attempts(full.edition_id)]
    assert {table for table, _statement in tried} == set(FROZEN)
    assert [statement for _table, statement in tried if refusal(statement) != "the result is sealed"] == []
    for name in ("name", "hides_names", "allows_shared_prize"):
        assert refusal(f"UPDATE edition SET {name} = {name}") == "the result is sealed"


def test_names_that_a_result_shows_are_frozen_with_it_and_no_others(full: Decided) -> None:
    outsider = factories.make_account("fremd@example.org", name="Fremd")
    for statement in (
        "UPDATE account SET name = 'Anders' WHERE name = 'Ada'",
        "UPDATE register_body SET official_name = 'Stadt X' WHERE key = '05554008'",
        "UPDATE register_body SET official_name = 'Stadt X' WHERE key = '05554020'",
    ):
        assert refusal(statement) == "a sealed result shows the name"
    with write_session() as session:
        session.get_one(Account, outsider.id).name = "Anders"
        session.execute(text("UPDATE account SET email = 'neu@jury.example' WHERE name = 'Ada'"))
        session.execute(text("UPDATE register_body SET official_name = 'Stadt X' WHERE key = '05111000'"))
    assert told_of_database() == []


def test_opened_again_it_can_be_changed_and_sealed_with_what_is_new(app: Flask) -> None:
    jury = make_jury()
    meet(jury)
    decided = settle_prize(jury)
    for act in (SealAct.SEAL, SealAct.REOPEN):
        for who, role in ((decided.organiser, SealRole.ORGANISER), (decided.chair, SealRole.CHAIR)):
            decided.confirm(who, role, act=act, reason=REASON if act is SealAct.REOPEN else "", **jury.act())
    with write_session() as session:
        session.execute(text("UPDATE account SET name = 'Ada Anders' WHERE name = 'Ada'"))
    factories.set_phase(decided.edition, Phase.DELIBERATION)
    assert refusal(f"UPDATE meeting SET closed_at = closed_at WHERE edition_id = {jury.edition_id}") == "done"
    factories.set_phase(decided.edition, Phase.DECIDED)
    for who, role in ((decided.organiser, SealRole.ORGANISER), (decided.chair, SealRole.CHAIR)):
        decided.confirm(who, role, **jury.act())
    assert document()["jurors"][0]["name"] == "Ada Anders"
    assert told_of_database() == []


def test_a_turned_vote_is_found_and_not_sealed(app: Flask) -> None:
    """Turned to 5:0 and the ballots gone, before the seal: what does not follow from the ballots is not sealed."""
    jury = make_jury()
    meet(jury)
    decided = settle_prize(jury)
    with stranger(app, puts_guards_back=True) as connection:
        connection.execute("UPDATE motion SET yes = 5, no = 0, outcome = 'carried' WHERE outcome = 'rejected'")
    decided.confirm(decided.organiser, SealRole.ORGANISER)
    with pytest.raises(Refused, match="noch nicht vollständig oder passt nicht zusammen"):
        decided.confirm(decided.chair, SealRole.CHAIR)
    assert db.session.query(ResultSeal).count() == 0
