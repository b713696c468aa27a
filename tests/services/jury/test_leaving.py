"""A juror who has worked is taken off the panel: shut out at once, with a rule for the points, and a way back."""

from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, ScoreSheet
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.decision.leaving import leaving_of, seat_on
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.jury.sheets import juror_counts, sheet_matrix
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.jury.leaving import Ending, end_juror, take_back_end
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import save_sheet
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.calls import called
from tests.services.jury.duty_panel import Panel

WHY = "Interessenkonflikt, am 4. März bekannt geworden."


@pytest.fixture
def panel(app: Any) -> Panel:
    made = Panel()
    with factories.write_session() as session:
        session.get_one(Edition, made.edition.id).minimum_sheets = 2
    return made


def end(panel: Panel, juror: int, *, keeps: bool | None = True, reason: str = WHY, heir: int | None = None) -> None:
    ending = Ending(keeps_points=keeps, reason=reason, heir_id=heir)
    called(end_juror, **panel.common(), juror_id=juror, ending=ending)
    db.session.rollback()


def hand_in(panel: Panel, entry: int, juror: int) -> None:
    factories.make_sheet(db.session.get_one(Entry, entry), panel.jurors[juror], ("5", "6", "7"))
    db.session.rollback()


def back(panel: Panel, juror: int) -> None:
    called(take_back_end, **panel.common(), juror_id=juror, reason="Irrtum.")
    db.session.rollback()


def sheets_of(panel: Panel, entry: int) -> dict[int, SheetState | None]:
    """Juror → what the sheet is to the ranking."""
    rankings = counted_rankings(db.session(), edition=panel.now)
    lines = [line for one in rankings for line in one.every_line if line.public_id == panel.entries[entry]]
    return {sheet.juror.id: sheet.state for sheet in lines[0].sheets}


@pytest.mark.parametrize("keeps", [True, False])
def test_what_was_handed_in_counts_or_is_set_aside_and_the_rest_is_nobodys(panel: Panel, keeps: bool) -> None:
    [_chair, ada, *_others] = panel.members
    [done, begun, *_rest] = panel.entries
    hand_in(panel, done, ada)
    panel.save(begun, ada)
    end(panel, ada, keeps=keeps)
    assert panel.held & {(entry, ada) for entry in panel.entries} == ({(done, ada)} if keeps else set())
    assert sheets_of(panel, done)[ada] is (SheetState.SUBMITTED if keeps else SheetState.SET_ASIDE)
    assert sheets_of(panel, begun)[ada] is None
    [count] = [one for one in juror_counts(db.session(), edition_id=panel.edition.id) if one.juror.id == ada]
    assert count.sheets.missing == 0
    assert count.juror.has_left
    cells = sheet_matrix(db.session(), edition_id=panel.edition.id).cells
    assert cells[ada, done] is (SheetState.SUBMITTED if keeps else SheetState.SET_ASIDE)
    assert cells[ada, begun] is SheetState.NOT_EXPECTED


def test_who_left_has_no_seat_at_once_and_no_right_on_an_entry(panel: Panel) -> None:
    [_chair, ada, *_others] = panel.members
    before = factories.actor(panel.jurors[ada])
    end(panel, ada)
    now = factories.actor(panel.jurors[ada])
    assert now.seat(panel.edition.id) is None
    assert now.has_judged(panel.edition.id)
    # A request that was on its way when it happened.
    [entry, *_rest] = panel.entries.values()
    with pytest.raises(NotFound):
        save_sheet(
            Call(actor=before, now=panel.clock, key="late"),
            entry_id=entry,
            typed=TypedSheet(points={"benefit": "5"}, reasons={}, version=0),
        )
    db.session.rollback()
    assert db.session.scalars(select(ScoreSheet.id)).all() == []


def test_the_database_takes_nothing_of_who_left_and_forgets_nothing(panel: Panel) -> None:
    [_chair, ada, *_others] = panel.members
    [entry, *_rest] = panel.entries
    hand_in(panel, entry, ada)
    end(panel, ada)
    for statement in (
        "UPDATE score_sheet SET remark = 'x'",
        "UPDATE score SET points = 100",
        "DELETE FROM score",
        "DELETE FROM juror_end",
        "UPDATE juror_end SET keeps_points = 0",
        "UPDATE juror_end SET reason = 'x'",
    ):
        with pytest.raises(DatabaseError), factories.write_session() as session:
            session.execute(text(statement))
    assert panel.done() == {(entry, ada)}


def test_the_page_says_before_what_changes_in_each_category(panel: Panel) -> None:
    [chair, ada, ben, cleo] = panel.members
    [one, two, *_rest] = panel.entries
    with factories.write_session() as session:
        session.get_one(Edition, panel.edition.id).minimum_sheets = 4
    for juror in (ada, ben):
        hand_in(panel, one, juror)
    hand_in(panel, two, ada)
    panel.save(two, ben)
    seat = seat_on(db.session(), edition=panel.now, juror_id=ada)
    change = leaving_of(db.session(), edition=panel.now, juror=seat)
    [first, second, *_more] = change.categories
    assert (first.handed_in, first.lost, second.handed_in, second.lost) == (2, 1, 0, 3)
    # Four could score each; without Ada's sheets only three can, and hers count for the two she handed in.
    assert len(first.short_counted) == 1
    assert len(first.short_set_aside) == 3
    assert first.moved == ()
    assert (change.voters, {heir.id for heir in change.heirs}) == (3, {chair, ben, cleo})


def test_once_scoring_is_closed_the_ranks_are_shown(panel: Panel) -> None:
    [_chair, ada, ben, cleo] = panel.members
    [one, two, *_rest] = panel.entries
    for entry, points in ((one, {ada: "9", ben: "5", cleo: "5"}), (two, {ada: "1", ben: "6", cleo: "6"})):
        for juror, value in points.items():
            factories.make_sheet(
                db.session.get_one(Entry, entry),
                panel.jurors[juror],
                (value,) * 3,
            )
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    seat = seat_on(db.session(), edition=panel.now, juror_id=ada)
    [first, *_more] = leaving_of(db.session(), edition=panel.now, juror=seat).categories
    assert {(moved.before, moved.after) for moved in first.moved} == {(1, 2), (2, 1)}
    before = counted_rankings(db.session(), edition=panel.now)[0].leaders[0].public_id
    end(panel, ada, keeps=False)
    assert (before, counted_rankings(db.session(), edition=panel.now)[0].leaders[0].public_id) == (
        panel.entries[one],
        panel.entries[two],
    )


def test_it_needs_a_reason_a_choice_and_once_the_jury_deliberates_a_new_chair(panel: Panel) -> None:
    [chair, ada, *_others] = panel.members
    with pytest.raises(Invalid) as invalid:
        end(panel, ada, keeps=None, reason=" ")
    assert set(invalid.value.errors) == {"points", "reason"}
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    with pytest.raises(Invalid) as invalid:
        end(panel, chair)
    assert set(invalid.value.errors) == {"heir"}
    end(panel, chair, heir=ada)
    assert panel.of_role(PanelRole.CHAIR) == [ada]
    assert chair in panel.of_role(PanelRole.DEPUTY)
    with pytest.raises(Refused):
        end(panel, chair)
    # Who came back finds the chair taken.
    back(panel, chair)
    assert panel.of_role(PanelRole.CHAIR) == [ada]
    assert chair in panel.of_role(PanelRole.MEMBER)


def test_who_left_is_no_deputy_for_anybody(panel: Panel) -> None:
    deputy = panel.of_role(PanelRole.DEPUTY)[0]
    [_chair, ada, *_others] = panel.members
    end(panel, deputy)
    with pytest.raises(Invalid):
        panel.step_in(ada, deputy)
    # A deputy in a member's place is ended like a member.
    other = panel.of_role(PanelRole.DEPUTY)[1]
    panel.step_in(ada, other)
    end(panel, other)
    assert other not in panel.members


def test_there_is_a_way_back_with_everything_while_nothing_rests_on_it(panel: Panel) -> None:
    [_chair, ada, *_others] = panel.members
    [done, begun, *_rest] = panel.entries
    hand_in(panel, done, ada)
    panel.save(begun, ada)
    held = panel.held
    end(panel, ada, keeps=False)
    back(panel, ada)
    assert panel.held == held
    assert sheets_of(panel, done)[ada] is SheetState.SUBMITTED
    panel.save(begun, ada)
    seat = db.session.get_one(Juror, ada)
    assert seat.role is PanelRole.MEMBER
    logged = db.session.scalars(select(AuditEntry).where(AuditEntry.action.in_(("panel.end", "panel.take_back")))).all()
    assert [(one.action, (one.new or {})["reason"]) for one in logged] == [("panel.end", WHY), ("panel.take_back", "Irrtum.")]
    assert (logged[0].new or {})["points"] == "set_aside"


def test_there_is_no_way_back_once_the_jury_has_gone_on(panel: Panel) -> None:
    [_chair, ada, *_others] = panel.members
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    end(panel, ada)
    record_decision(
        Call(actor=panel.organiser, now=panel.clock, key="d"),
        category_id=panel.categories[0],
        version=None,
        decision=DecisionText(winner="", reason="Kein Preis.", public_text=""),
    )
    with pytest.raises(Refused) as refused:
        back(panel, ada)
    assert refused.value.reason == "rests"


def test_what_is_decided_stands(panel: Panel) -> None:
    [_chair, ada, *_others] = panel.members
    factories.set_phase(panel.edition, Phase.DECIDED)
    with pytest.raises(Refused):
        end(panel, ada)
