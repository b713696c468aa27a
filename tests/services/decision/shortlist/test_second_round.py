"""The second round: who learns of the list, what is closed, what goes on."""

from typing import Any

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Refused
from ikz_award.extensions import db
from ikz_award.models.decision.discussion import LateChange
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.jury.assignment import assigned_pairs
from ikz_award.queries.jury.list import ListWish, jury_list
from ikz_award.queries.jury.pack import readable_entries
from ikz_award.queries.jury.reading import reading
from ikz_award.queries.jury.sheets import sheet_counts, sheet_matrix
from ikz_award.services.decision.discussion import open_comparison
from ikz_award.services.jury.jury import declare_recusal, withdraw_recusal
from ikz_award.services.jury.oversight import reopen_for_juror
from ikz_award.services.jury.sheets.late_changes import change_points
from ikz_award.services.jury.sheets.scoring import abstain, reopen_sheet, save_sheet, submit_sheet
from ikz_award.services.jury.sheets.table_plan import left_out_titles, lines_of
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW
from tests.services.decision.shortlist.scene import (
    LATER,
    choose,
    edition_of,
    juror,
    listed,
    ranking,
    rescore,
    second_round,
    step,
    typed,
    version,
)


def test_before_the_second_round_no_juror_learns_of_the_list(jury):
    who = juror(jury)
    before = listed(jury, who)
    choose(jury)
    assert listed(jury, juror(jury)) == before
    page = reading(db.session(), actor=who, edition_slug=jury.slug, public_id=jury.ids[3])
    assert not page.matter.is_left_out
    assert page.matter.is_assigned


def test_the_second_round_shows_who_is_in_it(jury):
    second_round(jury)
    who = juror(jury)
    rows = {row.title: row for row in listed(jury, who)}
    assert (rows["Beitrag 3"].status, rows["Beitrag 3"].is_in_final) == (SheetState.LEFT_OUT, False)
    assert rows["Beitrag 3"].total == 5  # the own points stay to be seen
    assert (rows["Beitrag 0"].status, rows["Beitrag 0"].is_in_final) == (SheetState.SUBMITTED, True)
    assert rows["Anderswo"].is_in_final is None
    assert {row.title for row in listed(jury, who, ListWish(is_in_final=True))} == {"Beitrag 0", "Beitrag 1", "Beitrag 2"}
    assert {row.title for row in listed(jury, who, ListWish(is_in_final=False))} == {"Beitrag 3"}
    assert {row.title for row in listed(jury, who, ListWish(status=SheetState.LEFT_OUT))} == {"Beitrag 3"}
    found = jury_list(db.session(), actor=who, edition_slug=jury.slug, wish=ListWish())
    assert (found.progress.total, found.progress.left_out, found.progress.not_assigned) == (4, 1, 0)


def test_who_is_recused_learns_nothing_of_the_list(jury):
    factories.set_phase(edition_of(jury), Phase.JUDGING)
    declare_recusal(Call(actor=juror(jury), now=NOW, key="b"), entry_id=jury.ids[3], reason="Ich wohne dort.")
    factories.set_phase(edition_of(jury), Phase.DELIBERATION)
    second_round(jury)
    rows = {row.title: row for row in listed(jury, juror(jury))}
    assert (rows["Beitrag 3"].status, rows["Beitrag 3"].is_in_final) == (SheetState.RECUSED, None)
    mean = ranking(jury).left_out[0].mean
    # Taking it back stays possible, and changes no points.
    db.session.rollback()
    withdraw_recusal(Call(actor=juror(jury), now=LATER, key="z"), entry_id=jury.ids[3])
    assert ranking(jury).left_out[0].mean == mean


def test_every_way_to_change_a_sheet_beside_the_list_is_closed(jury):
    second_round(jury)
    who, out = juror(jury), jury.ids[3]
    seen = version(jury, 3)
    given = typed("9", seen)
    db.session.rollback()
    ways: list[Any] = [
        lambda: save_sheet(Call(actor=who, now=LATER, key="1"), entry_id=out, typed=given),
        lambda: submit_sheet(Call(actor=who, now=LATER, key="2"), entry_id=out, typed=given),
        lambda: reopen_sheet(Call(actor=who, now=LATER, key="3"), entry_id=out, version=seen),
        lambda: abstain(Call(actor=who, now=LATER, key="4"), entry_id=out, reason="Doch lieber nicht."),
        lambda: declare_recusal(Call(actor=who, now=LATER, key="5"), entry_id=out, reason="Ich wohne dort."),
        lambda: reopen_for_juror(
            Call(actor=jury.organiser, now=LATER, key="6"),
            edition_id=jury.edition_id,
            juror_id=jury.seats[0],
            entry_id=out,
            reason="Bitte noch einmal ansehen.",
        ),
    ]
    for way in ways:
        db.session.rollback()
        with pytest.raises(Refused) as refusal:
            way()
        assert refusal.value.reason in ("jury.score_shortlisted", "jury.reopen_sheet", "bias.overrule", "jury.declare_bias")
    assert version(jury, 3) == seen
    page = reading(db.session(), actor=who, edition_slug=jury.slug, public_id=out)
    assert (page.may_score, page.matter.is_left_out, page.sheet.total) == (False, True, 5)


def test_the_database_itself_keeps_sheets_beside_the_list(jury):
    second_round(jury)
    for sql in (
        "UPDATE score_sheet SET remark = 'x' WHERE entry_id = :entry",
        "DELETE FROM score_sheet WHERE entry_id = :entry",
        "UPDATE score SET reason = 'x' WHERE sheet_id IN (SELECT id FROM score_sheet WHERE entry_id = :entry)",
    ):
        with write_session() as session, pytest.raises(DBAPIError, match="not on the shortlist"):
            session.execute(text(sql), {"entry": jury.entries[3].id})
    with write_session() as session, pytest.raises(DBAPIError, match="not on the shortlist"):
        session.execute(
            insert(Recusal).values(juror_id=jury.seats[0], entry_id=jury.entries[3].id, reason="x", declared_at=NOW)
        )
    for sql in (
        "UPDATE shortlist SET reason = 'x'",
        "DELETE FROM shortlist_entry",
        "UPDATE shortlist_entry SET is_kept = true",
    ):
        with write_session() as session, pytest.raises(DBAPIError, match="never changed"):
            session.execute(text(sql))


def test_late_changes_are_closed_for_who_is_beside_the_list(jury):
    with write_session() as session:
        session.get_one(Edition, jury.edition_id).changes_after_comparison = True
    choose(jury)
    open_comparison(Call(actor=jury.organiser, now=NOW, key="v"), edition_slug=jury.slug, base_url="https://award.example")
    who = juror(jury)
    for entry, is_open in ((0, True), (3, False)):
        given = typed("8", version(jury, entry))
        db.session.rollback()
        if is_open:
            change_points(
                Call(actor=who, now=LATER, key=f"s{entry}"), entry_id=jury.ids[entry], typed=given, reason="Neu gelesen."
            )
            continue
        with pytest.raises(Refused) as refusal:
            change_points(
                Call(actor=who, now=LATER, key=f"s{entry}"), entry_id=jury.ids[entry], typed=given, reason="Neu gelesen."
            )
        assert refusal.value.reason == "sheet.change_shortlisted"
    assert len(db.session.scalars(select(LateChange)).all()) == 1


def test_points_go_on_for_those_on_the_list(jury):
    second_round(jury)
    for place in range(3):
        rescore(jury, 2, "10", place)
    step(jury, Phase.JUDGING, Phase.DELIBERATION, now=LATER)
    found = ranking(jury)
    assert [(line.title, line.rank, line.mean) for line in found.lines] == [
        ("Beitrag 2", 1, 10), ("Beitrag 0", 2, 9), ("Beitrag 1", 3, 7),
    ]  # fmt: skip
    assert found.left_out[0].mean == 5
    drawn = found.shortlist
    assert drawn is not None
    assert {one.title: one.selected.placed.mean for one in drawn.entries}["Beitrag 2"] == 7  # as it was


def test_nobody_owes_what_is_beside_the_list(jury):
    with write_session() as session:  # a sheet that was never handed in
        session.execute(text("DROP TRIGGER guard_score_sheet_update"))
        session.execute(
            text("UPDATE score_sheet SET status = 'draft', submitted_at = NULL WHERE entry_id = :e AND juror_id = :j"),
            {"e": jury.entries[3].id, "j": jury.seats[0]},
        )
    plan = assigned_pairs(db.session(), edition_id=jury.edition_id)
    second_round(jury)
    db.session.rollback()
    counts = sheet_counts(db.session(), edition_id=jury.edition_id)[jury.edition_id]
    assert (counts.expected, counts.done) == (12, 11)
    matrix = sheet_matrix(db.session(), edition_id=jury.edition_id)
    assert matrix.cells[jury.seats[0], jury.entries[3].id] is SheetState.LEFT_OUT
    assert matrix.cells[jury.seats[1], jury.entries[3].id] is SheetState.SUBMITTED
    # What was planned stays planned: the list can be undone.
    assert assigned_pairs(db.session(), edition_id=jury.edition_id) == plan


def test_pack_and_table_hold_what_is_still_scored(jury):
    second_round(jury)
    who = juror(jury)
    edition, [seat] = edition_of(jury), who.seats.values()
    assert set(readable_entries(db.session(), actor=who, edition=edition)) == {*jury.ids[:3], jury.other.public_id}
    assert jury.ids[3] not in {line.entry.public_id for line in lines_of(db.session(), edition, seat)}
    assert left_out_titles(db.session(), edition, seat) == {jury.ids[3]: "Beitrag 3"}
