"""Who has to score what has one source: plan, preview, list, count, matrix and hand edit agree, whoever stepped in for whom.

Random plans, hand edits, stand-ins, changes of role and sheets; after each of them everything that speaks of duties is asked.
"""

from collections import Counter
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.assignment import JurorCategory
from ikz_award.models.jury.jury import Juror
from ikz_award.queries.jury.assignment import begun_pairs, is_to_score
from ikz_award.queries.jury.oversight import juror_view
from ikz_award.queries.jury.plan.by_hand import hand_seats
from ikz_award.queries.jury.plan.plan import PlanWish, Way, present_plan
from ikz_award.queries.jury.sheets import juror_counts, sheet_matrix
from ikz_award.services.jury.panel import change_role
from tests import factories
from tests.calls import called
from tests.services.jury.duty_panel import Panel


@pytest.fixture
def panel(app: Any) -> Panel:
    return Panel()


def assert_all_agree(panel: Panel) -> None:
    """Everything that speaks of duties speaks of the same."""
    held, edition, members = panel.held, panel.now, panel.members
    loads = Counter(juror for _entry, juror in held)
    counts = {one.juror.id: one.sheets.expected for one in juror_counts(db.session(), edition_id=edition.id)}
    assert counts == {juror: loads[juror] for juror in panel.jurors}
    matrix = sheet_matrix(db.session(), edition_id=edition.id)
    for juror in members:
        own = {entry for entry, one in held if one == juror}
        assert {entry for entry in panel.entries if is_to_score(db.session(), juror_id=juror, entry_id=entry)} == own
        assert {entry for entry in panel.entries if matrix.cells[juror, entry] is not SheetState.NOT_ASSIGNED} == own, (
            "the matrix"
        )
        view = juror_view(db.session(), edition=edition, juror=db.session.get_one(Juror, juror))
        assert len(view.open) == len(own - {entry for entry, one in panel.done() if one == juror})
    for entry, public_id in panel.entries.items():
        _row, seats = hand_seats(db.session(), edition=edition, public_id=public_id)
        assert {seat.juror.id for seat in seats if seat.is_assigned} == {juror for one, juror in held if one == entry}


def wishes(panel: Panel, draw: Random) -> PlanWish:
    ticked = frozenset((juror, draw.choice(panel.categories)) for juror in panel.members)
    return draw.choice(
        [
            PlanWish(way=Way.ALL),
            PlanWish(way=Way.CATEGORIES, categories=ticked),
            PlanWish(way=Way.BALANCED, sheets=draw.randint(1, 3)),
            PlanWish(way=Way.BALANCED, sheets=1, stays_within=draw.random() < 0.5),
        ]
    )


def hand_over(panel: Panel, before: frozenset[tuple[int, int]], juror: int, deputy: int) -> None:
    owed = {at for at, one in before if one == juror} - {at for at, one in panel.done() if one == juror}
    panel.step_in(juror, deputy)
    after = panel.held
    assert {pair for pair in after if pair[1] not in (juror, deputy)} == {
        pair for pair in before if pair[1] not in (juror, deputy)
    }
    assert owed <= {at for at, one in after if one == deputy}
    assert {at for at, one in after if one == juror} == {at for at, one in panel.done() if one == juror}


def turn_role(panel: Panel, juror: int) -> None:
    role = PanelRole.MEMBER if juror in panel.of_role(PanelRole.DEPUTY) else PanelRole.DEPUTY
    if role is PanelRole.MEMBER or len(panel.members) > 2:
        called(change_role, **panel.common(), juror_id=juror, role=role)


def happen(panel: Panel, draw: Random) -> None:
    """One thing, and what it must have changed."""
    before, begun = panel.held, begun_pairs(db.session(), edition_id=panel.edition.id)
    entry = draw.choice(sorted(panel.entries))
    match draw.choice(["plan", "untick", "tick", "stand in", "stand in", "role", "draft", "draft", "hand in"]):
        case "plan":
            plan = panel.apply(wishes(panel, draw))
            assert panel.held == plan.pairs, "what the preview says is what the jurors get"
            assert {one.juror.id: one.sheets for one in plan.loads} == {
                one.juror.id: one.sheets for one in present_plan(db.session(), edition=panel.now).loads
            }
        case "untick":
            for juror in sorted(one for at, one in before - begun if at == entry)[:1]:
                panel.by_hand(entry, removed=(juror,))
                assert panel.held == before - {(entry, juror)}
        case "tick":
            for juror in [one for one in panel.members if (entry, one) not in before][:1]:
                panel.by_hand(entry, added=(juror,))
                assert panel.held == before | {(entry, juror)}
        case "stand in" if panel.of_role(PanelRole.DEPUTY):
            hand_over(panel, before, draw.choice(panel.members), draw.choice(panel.of_role(PanelRole.DEPUTY)))
        case "role":
            turn_role(panel, draw.choice(panel.of_role(PanelRole.MEMBER, PanelRole.DEPUTY)))
        case "draft" | "hand in" as what:
            for at, juror in sorted(pair for pair in before if pair not in panel.done() and pair[1] in panel.members)[:1]:
                (panel.save if what == "draft" else panel.hand_in)(at, juror)
                assert panel.held == before


@pytest.mark.parametrize("seed", range(5))
def test_whatever_happens_everything_that_speaks_of_duties_agrees(panel: Panel, seed: int) -> None:
    draw = Random(seed)
    for _ in range(12):
        happen(panel, draw)
        assert_all_agree(panel)


def test_a_balanced_plan_after_a_stand_in_gives_what_the_preview_says(panel: Panel) -> None:
    """The preview said 1 and the juror got 3: a stand-in was added to every plan afterwards."""
    juror, deputy = panel.members[0], panel.of_role(PanelRole.DEPUTY)[0]
    panel.step_in(juror, deputy)
    assert sum(one == deputy for _entry, one in panel.held) == 6
    plan = panel.apply(PlanWish(way=Way.BALANCED, sheets=1))
    assert sorted(one.sheets for one in plan.loads) == [1, 1, 2, 2]
    assert panel.held == plan.pairs


def test_a_stand_in_is_unticked_by_hand(panel: Panel) -> None:
    juror, deputy = panel.members[0], panel.of_role(PanelRole.DEPUTY)[0]
    panel.step_in(juror, deputy)
    entry = min(panel.entries)
    panel.by_hand(entry, removed=(deputy,))
    assert (entry, deputy) not in panel.held
    with pytest.raises(Refused, match="nicht zugewiesen"):
        panel.save(entry, deputy)
    panel.by_hand(entry, added=(deputy,))
    panel.save(entry, deputy)


def test_a_draft_left_behind_is_no_debt_after_any_later_plan(panel: Panel) -> None:
    juror, deputy = panel.members[1], panel.of_role(PanelRole.DEPUTY)[0]
    entry = min(panel.entries)
    panel.save(entry, juror)
    panel.step_in(juror, deputy)
    for wish in (PlanWish(way=Way.BALANCED, sheets=2), PlanWish(way=Way.ALL)):
        plan = panel.apply(wish)
        assert (entry, juror) not in plan.pairs
        assert panel.held == plan.pairs
        with pytest.raises(Refused):
            panel.save(entry, juror)
    # Who is a member again goes on with it, and then it counts as begun.
    called(change_role, **panel.common(), juror_id=juror, role=PanelRole.MEMBER)
    panel.save(entry, juror)
    assert (entry, juror) in panel.apply(PlanWish(way=Way.BALANCED, sheets=1)).pairs


@pytest.mark.parametrize("way", list(Way))
def test_before_scoring_a_stand_in_takes_the_place_in_the_plan(app: Any, way: Way) -> None:
    """Entries that are admitted later are the new member's, too: nobody owed anything yet that could be handed over."""
    panel = Panel(Phase.SCREENING)
    juror, deputy = panel.members[1], panel.of_role(PanelRole.DEPUTY)[0]
    if way is Way.CATEGORIES:
        panel.apply(PlanWish(way=way, categories=frozenset({(juror, panel.categories[0])})))
    elif way is Way.BALANCED:
        panel.apply(PlanWish(way=way, sheets=1))
    owed = {entry for entry, one in panel.held if one == juror}
    panel.step_in(juror, deputy)
    assert {entry for entry, one in panel.held if one == deputy} == owed
    assert not {entry for entry, one in panel.held if one == juror}
    key = db.session.get_one(Category, panel.categories[0]).key
    later = factories.make_entry(
        panel.edition,
        created_by=factories.make_account("spaet@example.org"),
        status=EntryStatus.ADMITTED,
        lead_key=factories.BORKEN,
        category=key,
    )
    panel.entries[later.id] = later.public_id
    assert ((later.id, deputy) in panel.held) is (way is not Way.BALANCED)
    factories.set_phase(panel.edition, Phase.JUDGING)
    assert_all_agree(panel)


def test_in_the_deliberation_the_plan_stays_closed_and_the_duties_still_agree(panel: Panel) -> None:
    """A stand-in for the vote takes over no sheet that was handed in, and owes none in the report."""
    juror, deputy = panel.members[0], panel.of_role(PanelRole.DEPUTY)[0]
    entries = sorted(panel.entries)
    for entry in entries[:4]:
        panel.hand_in(entry, juror)
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    panel.step_in(juror, deputy)
    assert {entry for entry, one in panel.held if one == deputy} == set(entries[4:])
    assert_all_agree(panel)
    factories.set_phase(panel.edition, Phase.JUDGING)
    assert_all_agree(panel)


def test_a_category_ticked_for_the_member_is_the_deputys(panel: Panel) -> None:
    juror, deputy = panel.members[1], panel.of_role(PanelRole.DEPUTY)[0]
    panel.apply(PlanWish(way=Way.CATEGORIES, categories=frozenset({(juror, panel.categories[0])})))
    panel.step_in(juror, deputy)
    ticked = select(JurorCategory.juror_id, JurorCategory.category_id)
    assert [tuple(row) for row in db.session.execute(ticked)] == [(deputy, panel.categories[0])]
    plan = panel.apply(PlanWish(way=Way.BALANCED, sheets=1, stays_within=True))
    in_category = set(db.session.scalars(select(Entry.id).where(Entry.category_id == panel.categories[0])))
    assert {entry for entry, one in plan.pairs if one == deputy} == in_category
