"""A shortlist in the check, the report, and the sealed result."""

import json
import random

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.seal.result_document import FIRST_FORMAT, SECOND_FORMAT, THIRD_FORMAT, recount
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category
from ikz_award.models.seal.seal import ResultSeal
from ikz_award.queries.invariants.decisions import shortlists
from ikz_award.queries.seal.check import check_database
from ikz_award.queries.seal.seal import seal_content
from ikz_award.reports.result.build import build_result_report
from ikz_award.reports.result.result_report import result_report_html
from ikz_award.reports.result.score_matrix import score_matrix_json
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.jury.sheets.scoring import submit_sheet
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW
from tests.services.decision.shortlist.scene import (
    LATER,
    WHY,
    choose,
    choose_unasked,
    decide,
    edition_of,
    juror,
    ranking,
    rescore,
    second_round,
    step,
    typed,
)
from tests.services.seal.full import stranger
from tests.services.seal.tampering import Tamperer, every_change, try_changes


def test_the_check_names_a_winner_beside_the_list_and_an_entry_it_forgot(jury):
    decide(jury, 3)
    choose_unasked(jury)
    factories.set_phase(edition_of(jury), Phase.DECIDED)
    db.session.rollback()
    found = [*shortlists(db.session())]
    assert [line.partition(": ")[2] for line in found] == [
        "says nothing of entry L2-003",
        "its winner is not on the shortlist",
    ]


def test_an_entry_withdrawn_in_the_second_round_is_in_neither_part(jury):
    second_round(jury)
    with write_session() as session:
        session.merge(jury.entries[1]).status = EntryStatus.WITHDRAWN
    step(jury, Phase.JUDGING, Phase.DELIBERATION, now=LATER)
    found = ranking(jury)
    assert [line.title for line in found.every_line] == ["Beitrag 0", "Beitrag 2", "Beitrag 3"]


def test_the_report_names_who_is_beside_the_list(jury):
    choose(jury)
    report = build_result_report(db.session(), actor=SYSTEM, edition=edition_of(jury), now=NOW)
    [category] = [one for one in report.categories if one.key == "pflichtaufgaben"]
    assert [row.title for row in category.rows] == ["Beitrag 0", "Beitrag 1", "Beitrag 2"]
    assert [(row.title, row.rank, row.mean) for row in category.left_out] == [("Beitrag 3", None, 5)]
    assert any(WHY in sentence for sentence in category.shortlist)
    assert any("gleichen Punkten an der Grenze" in sentence for sentence in category.shortlist)
    assert {entry.title for entry in report.entries} == {"Beitrag 0", "Beitrag 1", "Beitrag 2", "Beitrag 3", "Anderswo"}
    printed = result_report_html(report)
    assert "Nicht in der engeren Wahl" in printed
    assert "Es blieben 3 von 4 Beiträgen." in printed
    assert "nicht in der engeren Wahl" in printed  # on the entry's own page, instead of a rank
    [matrix] = [one for one in json.loads(score_matrix_json(report))["categories"] if one["key"] == "pflichtaufgaben"]
    assert [one["is_left_out"] for one in matrix["entries"]] == [False, False, False, True]


def test_the_seal_holds_the_list_and_verify_reads_it(jury):
    second_round(jury)
    rescore(jury, 1, "8")
    step(jury, Phase.JUDGING, Phase.DELIBERATION, now=LATER)
    decide(jury, 1)
    db.session.rollback()
    record_decision(
        Call(actor=jury.organiser, now=LATER, key="e-anderswo"),
        version=None,
        category_id=jury.other.category_id,
        decision=DecisionText(winner=None, reason="Kein Beitrag überzeugte."),
    )
    factories.set_phase(edition_of(jury), Phase.DECIDED)
    factories.seal_result(edition_of(jury), jury.organiser, now=LATER)
    db.session.rollback()
    checks = check_database(db.session(), keys={factories.SEALING_KEY.public: "ours"})
    assert told_of_database() == []
    assert any("1 shortlists" in check.text for check in checks)
    document = json.loads(db.session.scalars(select(ResultSeal.document)).one())
    category = next(one for one in document["categories"] if one["key"] == "pflichtaufgaben")
    assert [one["is_kept"] for one in category["shortlist"]["entries"]] == [True, True, True, False]
    row = category["shortlist"]["entries"][3]
    row["mean"] = "6"
    assert {one.place.rpartition("shortlist/")[2] for one in recount(document)} == {f"{row['number']}/mean"}
    with write_session() as session, pytest.raises(DBAPIError, match="sealed"):
        session.execute(text("UPDATE shortlist SET undone_reason = 'x'"))


def test_any_cell_of_list_and_shared_prize_that_is_changed_is_named(jury, app):
    with write_session() as session:
        session.execute(text("DROP TRIGGER guard_edition_shared_prize"))
        session.execute(text("UPDATE edition SET allows_shared_prize = 1"))
    choose(jury)
    for category_id, decision in (
        (jury.category_id, DecisionText(winner=jury.ids[0], shared_with=(jury.ids[1],), reason="x" * 120, is_confirmed=True)),
        (jury.other.category_id, DecisionText(winner=None, reason="Kein Beitrag überzeugte.")),
    ):
        record_decision(
            Call(actor=jury.organiser, now=LATER, key=f"e{category_id}"),
            version=None,
            category_id=category_id,
            decision=decision,
        )
    factories.set_phase(edition_of(jury), Phase.DECIDED)
    factories.seal_result(edition_of(jury), jury.organiser, now=LATER)
    tables = ("co_winner", "shortlist", "shortlist_entry")
    changes = [one for one in every_change() if one.table in tables]
    with stranger(app) as connection:
        tried = try_changes(Tamperer(connection, jury.edition_id, random.Random(7)), changes, told_of_database, count=99)
    assert {change.table for change in tried.made} == set(tables)
    assert tried.unnoticed == []


def told_of_database():
    db.session.rollback()
    keys = {factories.SEALING_KEY.public: "ours"}
    return [check.text for check in check_database(db.session(), keys=keys) if not check.is_passed]


@pytest.mark.parametrize("form", [THIRD_FORMAT, SECOND_FORMAT, FIRST_FORMAT])
def test_documents_sealed_before_there_were_lists_and_meetings_still_verify(jury, form):
    decide(jury, 0)
    db.session.rollback()
    record_decision(
        Call(actor=jury.organiser, now=LATER, key="e-anderswo"),
        version=None,
        category_id=jury.other.category_id,
        decision=DecisionText(winner=None, reason="Kein Beitrag überzeugte."),
    )
    content = json.loads(canonical_json(seal_content(db.session(), actor=SYSTEM, edition=edition_of(jury)).content))
    old = {**content, "format": form, "audit": {"length": 1, "head": "0" * 64}}
    for part in ("meetings", "stand_ins", "comparison_opened"):
        old.pop(part)
    for category in old["categories"]:
        assert category.pop("shortlist") is None
    assert recount(old) == ()


def test_a_list_holds_for_its_category_alone(jury):
    second_round(jury)
    assert db.session.scalars(select(Category.key).where(Category.id == jury.category_id)).one() == "pflichtaufgaben"
    who = juror(jury, 2)
    given = typed("4", 0)
    db.session.rollback()
    submit_sheet(Call(actor=who, now=LATER, key="x"), entry_id=jury.other.public_id, typed=given)
