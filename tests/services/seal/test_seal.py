"""Two people seal, two people open again, and nobody changes anything in between."""

import json
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Criterion
from ikz_award.models.seal.seal import ResultSeal, SealAct, SealRole
from ikz_award.models.seal.sealed_tables import FROZEN
from ikz_award.queries.record.audit_check import check_audit
from ikz_award.queries.seal.seal import current_seal, seal_view
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from ikz_award.services.seal.seal import withdraw_confirmation
from tests import factories
from tests.factories import NOW
from tests.services.seal.conftest import REASON, Decided, told_of_database


def test_one_of_the_two_alone_seals_nothing(decided: Decided) -> None:
    assert decided.confirm(decided.organiser, SealRole.ORGANISER) is False
    assert current_seal(db.session(), edition_id=decided.edition_id) is None


def test_both_seal_and_everything_checks_out(decided: Decided) -> None:
    decided.seal()
    seal = current_seal(db.session(), edition_id=decided.edition_id)
    assert seal is not None
    document = json.loads(seal.document)
    assert [one["role"] for one in document["confirmed_by"]] == ["organiser", "chair"]
    [category] = [one for one in document["categories"] if one["entries"]]
    assert [entry["rank"] for entry in category["entries"]] == [1, 2, 3]
    assert category["decision"]["winner"] == category["entries"][0]["number"]
    assert told_of_database() == []


def test_the_two_are_two_people(decided: Decided) -> None:
    """The organiser's staff may hold the chair's seat as well, but does not confirm for both."""
    with write_session() as session:
        session.execute(
            text("INSERT INTO account_role (account_id, role_id) VALUES (:a, (SELECT id FROM role WHERE name = 'admin'))"),
            {"a": decided.chair.account_id},
        )
    both = factories.actor(db.session.get_one(factories.Account, decided.chair.account_id))
    decided.confirm(both, SealRole.ORGANISER)
    with pytest.raises(Refused) as refusal:
        decided.confirm(both, SealRole.CHAIR)
    assert refusal.value.reason == "seal_same_person"
    assert current_seal(db.session(), edition_id=decided.edition_id) is None


def test_only_the_chair_confirms_for_the_jury(decided: Decided) -> None:
    for stranger in (decided.member, decided.organiser):
        with pytest.raises(NotFound):
            decided.confirm(stranger, SealRole.CHAIR)
    with pytest.raises(Refused):
        decided.confirm(decided.chair, SealRole.ORGANISER)


def test_a_confirmation_is_for_what_was_seen(decided: Decided) -> None:
    seen = decided.seen()
    decided.confirm(decided.organiser, SealRole.ORGANISER)
    with write_session() as session:
        session.execute(text("UPDATE category SET prize_euro = prize_euro + 1 WHERE key = 'pflichtaufgaben'"))
    with pytest.raises(Refused) as refusal:
        decided.confirm(decided.chair, SealRole.CHAIR, seen=seen)
    assert refusal.value.reason == "seal_moved_on"
    # The chair confirms what is there now; the organiser's older confirmation is for something else, and does not count.
    assert decided.confirm(decided.chair, SealRole.CHAIR) is False
    assert decided.confirm(decided.organiser, SealRole.ORGANISER, key="again") is True


def test_a_confirmation_can_be_taken_back_until_the_other_one_comes(decided: Decided) -> None:
    decided.confirm(decided.organiser, SealRole.ORGANISER)
    withdraw_confirmation(
        Call(actor=decided.organiser, now=NOW, key="w"), edition_id=decided.edition_id, role=SealRole.ORGANISER
    )
    assert seal_view(db.session(), edition=decided.edition).confirmations == {}
    assert decided.confirm(decided.chair, SealRole.CHAIR) is False
    with pytest.raises(Refused):
        withdraw_confirmation(
            Call(actor=decided.organiser, now=NOW, key="w2"), edition_id=decided.edition_id, role=SealRole.ORGANISER
        )


def test_the_same_form_twice_is_one_confirmation(decided: Decided) -> None:
    seen = decided.seen()
    for _ in range(3):
        assert decided.confirm(decided.organiser, SealRole.ORGANISER, seen=seen, key="once") is False
    assert len(seal_view(db.session(), edition=decided.edition).confirmations) == 1


def test_opening_again_needs_both_and_a_reason_and_removes_nothing(decided: Decided) -> None:
    decided.seal()
    for step in ((Phase.DECIDED, Phase.DELIBERATION),):
        with pytest.raises(Refused) as refusal:
            change_phase(
                Call(actor=decided.organiser, now=NOW, key="back"), edition_id=decided.edition_id, step=step, reason=REASON
            )
        assert refusal.value.reason == "sealed"
    with pytest.raises(Invalid) as invalid:
        decided.confirm(decided.chair, SealRole.CHAIR, act=SealAct.REOPEN, reason="zu kurz")
    assert "reason" in invalid.value.errors
    decided.reopen()
    assert current_seal(db.session(), edition_id=decided.edition_id) is None
    with write_session() as session:
        session.execute(text("UPDATE criterion SET weight = weight + 10 WHERE key = 'benefit'"))
    decided.seal()
    versions = seal_view(db.session(), edition=decided.edition).versions
    assert [seal.version for seal in versions] == [2, 1]
    assert json.loads(versions[0].document)["previous"] == versions[1].sha256
    assert versions[1].reopening is not None
    assert versions[1].reopening.reason == REASON
    assert told_of_database() == []


def test_the_database_itself_refuses_changes(decided: Decided) -> None:
    decided.seal()
    tried = list(_changes(decided.edition_id))
    assert len(tried) > 20
    assert [statement for statement in tried if not _is_refused(statement)] == []


def _changes(edition_id: int) -> Iterator[str]:
    """A change and a removal in every frozen table that holds rows of the edition."""
    yield f"UPDATE edition SET name = name WHERE id = {edition_id}"
    for table, path in FROZEN.items():
        where = f"{path.format(row=table)} = {edition_id}"
        if db.session.execute(text(f"SELECT count(*) FROM {table} WHERE {where}")).scalar_one():
            column = next(
                one["name"] for one in inspect(db.engine).get_columns(table) if one["name"] not in ("id", "edition_id")
            )
            yield f"UPDATE {table} SET {column} = {column} WHERE {where}"
            yield f"DELETE FROM {table} WHERE {where}"


def _is_refused(statement: str) -> bool:
    """By a guard, not by a key that something else holds on to."""
    try:
        with write_session() as session:
            session.execute(text(statement))
            session.rollback()
    except DBAPIError as error:
        return bool(re.search("sealed|frozen|never|closed|open for changes", str(error)))
    return False


def test_a_result_that_does_not_add_up_is_not_sealed(decided: Decided) -> None:
    """However it came about: here a decision that was deleted behind the application's back."""
    factories.set_phase(decided.edition, Phase.DELIBERATION)
    with write_session() as session:
        session.execute(text("DELETE FROM decision"))
    factories.set_phase(decided.edition, Phase.DECIDED)
    decided.confirm(decided.organiser, SealRole.ORGANISER)
    with pytest.raises(Refused) as refusal:
        decided.confirm(decided.chair, SealRole.CHAIR)
    assert refusal.value.reason == "seal_incomplete"
    assert current_seal(db.session(), edition_id=decided.edition_id) is None


def test_sealed_versions_are_never_changed(decided: Decided) -> None:
    decided.seal()
    for statement in (
        "UPDATE result_seal SET sha256 = ''",
        "DELETE FROM result_seal",
        "UPDATE sealed_row SET content = ''",
        "DELETE FROM sealed_row",
        "UPDATE seal_confirmation SET account_id = 1",
        "DELETE FROM seal_confirmation",
    ):
        with pytest.raises(DBAPIError, match="never changed"), write_session() as session:
            session.execute(text(statement))


def test_the_guards_are_those_the_models_name(app: Flask) -> None:
    names = set(db.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")))
    missing = {f"sealed_{table}_{operation}" for table in FROZEN for operation in ("insert", "update", "delete")} - names
    assert missing == set()
    assert "sealed_edition_update" in names


def test_a_broken_audit_log_names_its_first_record(decided: Decided) -> None:
    decided.seal()
    assert all(check.is_passed for check in check_audit(db.session()))
    with write_session() as session:
        session.execute(text("DROP TRIGGER guard_audit_entry_update"))
        session.execute(text("UPDATE audit_entry SET actor_name = 'Jemand' WHERE action = 'decision.record'"))
    [check] = [check for check in check_audit(db.session()) if not check.is_passed]
    assert "decision.record" in check.text


def test_weights_stay_as_they_were(decided: Decided) -> None:
    decided.seal()
    with write_session() as session:
        session.scalars(db.select(Criterion)).first().weight = 99
        with pytest.raises(DBAPIError, match="the result is sealed"):
            session.flush()
        session.rollback()
    assert db.session.query(ResultSeal).count() == 1
