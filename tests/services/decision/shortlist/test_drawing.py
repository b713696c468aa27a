"""Drawing a shortlist and undoing it: who may, what needs a reason, what is fixed then."""

from datetime import timedelta
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.domain.decision.shortlist import shortlist_digest
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.decision.shortlist import Shortlist
from ikz_award.models.record.audit import AuditEntry
from ikz_award.services.decision.shortlist import TypedDrawing, TypedList, draw_shortlist_rows, placed_of, rule_of
from ikz_award.services.jury.sheets.scoring import abstain, reopen_sheet
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW
from tests.services.decision.shortlist.scene import (
    LATER,
    TOP_TWO,
    WHY,
    choose,
    decide,
    edition_of,
    juror,
    lift,
    ranking,
    rescore,
    step,
    version,
)


def test_equal_points_at_the_border_stay_and_the_list_is_on_record(jury):
    mark = shortlist_digest(placed_of(ranking(jury)), rule_of(TOP_TWO))
    assert choose(jury, digest=mark) == choose(jury, digest=mark) == 3  # sent twice: once
    found = ranking(jury)
    assert [line.title for line in found.lines] == ["Beitrag 0", "Beitrag 1", "Beitrag 2"]
    assert [(line.title, line.rank, line.mean) for line in found.left_out] == [("Beitrag 3", None, Fraction(5))]
    assert [line.rank for line in found.lines] == [1, 2, 2]
    log = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "shortlist.draw")).one()
    assert log.new is not None
    assert (log.new["rule"], log.new["places"], log.new["reason"], len(log.new["kept"])) == ("top", 2, WHY, 3)
    assert log.new["by_hand"] == {}


def test_a_list_against_the_rule_needs_a_reason_for_each_entry(jury):
    with pytest.raises(Invalid) as refusal:
        choose(jury, (0, 1, 3))
    assert set(refusal.value.errors) == {f"reason_{jury.ids[2]}", f"reason_{jury.ids[3]}"}
    assert ranking(jury).shortlist is None
    choose(jury, (0, 1, 3), reasons={2: "Gleicht dem Beitrag 1 zu sehr.", 3: "Einziger Beitrag mit neuem Ansatz."}, key="b")
    drawn = ranking(jury).shortlist
    assert drawn is not None
    assert [one.selected.is_by_hand for one in drawn.entries] == [False, False, True, True]


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (TypedDrawing(kind="top", places="0"), "places"),
        (TypedDrawing(kind="top", places="zwei"), "places"),
        (TypedDrawing(kind="threshold", least="7,255"), "least"),
        (TypedDrawing(kind="threshold", least=""), "least"),
        (TypedDrawing(kind="threshold", least="-1"), "least"),
    ],
)
def test_a_rule_that_is_none_is_told_at_its_field(jury, rule, field):
    with pytest.raises(Invalid) as refusal:
        choose(jury, rule=rule, digest="x")
    assert set(refusal.value.errors) == {field}


def test_only_the_organiser_draws_and_only_after_scoring(jury):
    with pytest.raises(Refused) as refusal:
        choose(jury, actor=juror(jury, 2))
    assert refusal.value.reason == "shortlist.draw"
    factories.set_phase(edition_of(jury), Phase.JUDGING)
    with pytest.raises(Refused) as refusal:
        choose(jury, key="b")
    assert refusal.value.reason == "shortlist.draw"


def test_what_was_not_looked_at_is_not_drawn(jury):
    with pytest.raises(Refused) as refusal:
        choose(jury, digest="anders")
    assert refusal.value.reason == "changed"
    with pytest.raises(NotFound):
        choose(jury, rule=TypedDrawing(kind="lose"), digest="x", key="b")
    db.session.rollback()
    mark = shortlist_digest(placed_of(ranking(jury)), rule_of(TOP_TWO))
    foreign = TypedList(rule=TOP_TWO, kept=frozenset({jury.ids[0], jury.other.public_id}), reason=WHY)
    db.session.rollback()
    with pytest.raises(NotFound):
        draw_shortlist_rows(
            Call(actor=jury.organiser, now=NOW, key="c"),
            edition_slug=jury.slug,
            category_key="pflichtaufgaben",
            typed=foreign,
            digest=mark,
        )
    assert ranking(jury).shortlist is None


def test_there_is_one_list_and_none_once_decided(jury):
    choose(jury)
    with pytest.raises(Refused) as refusal:
        choose(jury, key="zweite")
    assert refusal.value.reason == "drawn"
    decide(jury, 0)
    with pytest.raises(Refused) as refusal:
        lift(jury)
    assert refusal.value.reason == "decided"


def test_who_is_beside_the_list_cannot_win(jury):
    choose(jury)
    with pytest.raises(Invalid) as refusal:
        decide(jury, 3)
    assert refusal.value.reason == "not_shortlisted"
    assert "engeren Wahl" in refusal.value.errors["winner"]
    decide(jury, 1)


def test_no_motion_makes_who_is_beside_the_list_win(jury):
    from ikz_award.services.decision.motions import _entry_of

    choose(jury)
    item: Any = SimpleNamespace(category_id=jury.category_id)
    with pytest.raises(Invalid) as refusal:
        _entry_of(db.session(), item, MotionKind.WINNER, jury.ids[3])
    assert refusal.value.reason == "not_shortlisted"
    found = _entry_of(db.session(), item, MotionKind.COMMENDATION, jury.ids[3])
    assert found is not None


def test_undoing_brings_everybody_back_until_a_point_is_given(jury):
    choose(jury)
    with pytest.raises(Invalid) as refusal:
        lift(jury, reason="nein")
    assert set(refusal.value.errors) == {"undo_reason"}
    lift(jury, key="a")
    assert len(ranking(jury).lines) == 4
    choose(jury, key="neu")
    step(jury, Phase.DELIBERATION, Phase.JUDGING)
    lift(jury, key="b")  # the second round is open, and nobody has given a point
    rescore(jury, 3, "6")
    step(jury, Phase.JUDGING, Phase.DELIBERATION, now=LATER)
    choose(jury, key="dritte")
    step(jury, Phase.DELIBERATION, Phase.JUDGING, now=LATER)
    later = LATER + timedelta(hours=1)
    abstain(Call(actor=juror(jury, 2), now=later, key="e"), entry_id=jury.other.public_id, reason="Nur hier.")
    lift_is_open = select(Shortlist).where(Shortlist.undone_at.is_(None))
    assert len(db.session.scalars(lift_is_open).all()) == 1
    reopen_sheet(Call(actor=juror(jury), now=later, key="w"), entry_id=jury.ids[0], version=version(jury, 0))
    with pytest.raises(Refused) as begun:
        lift(jury, key="c")
    assert begun.value.reason == "second_round_begun"
    log = db.session.scalars(select(AuditEntry.action).where(AuditEntry.action.startswith("shortlist"))).all()
    assert log == ["shortlist.draw", "shortlist.undo", "shortlist.draw", "shortlist.undo", "shortlist.draw"]
