"""Who scores what, through the service: who may, until when, what a new plan keeps, and that everybody asks the same place."""

from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.assignment import Assignment, AssignmentPlan
from ikz_award.models.jury.bias import HintDecision
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, JurorTie, Recusal
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.jury.assignment import assigned_pairs
from ikz_award.queries.jury.bias.record import open_hints
from ikz_award.queries.jury.oversight import juror_view
from ikz_award.queries.jury.pack import readable_entries
from ikz_award.queries.jury.plan.plan import PlanView, PlanWish, Way, present_plan, proposed_plan
from ikz_award.queries.jury.sheets import juror_counts, sheet_matrix
from ikz_award.reports.result.build import build_result_report
from ikz_award.services.jury.assignment import apply_plan, assign_by_hand
from ikz_award.services.jury.panel import change_role, remove_juror
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import abstain, save_sheet
from ikz_award.services.jury.sheets.table_plan import lines_of
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW

COLOGNE = "05315000"
LEADS = (factories.BOCHOLT, factories.AHAUS, COLOGNE)


@pytest.fixture
def jury(app: Any) -> SimpleNamespace:
    """Six entries in two categories, three members and a deputy."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    keys = [one.key for one in db.session.get_one(Edition, edition.id).categories][:2]
    entries = [
        factories.make_entry(
            edition,
            created_by=applicant,
            status=EntryStatus.ADMITTED,
            lead_key=lead,
            category=key,
            partners=(),
        )
        for key in keys
        for lead in LEADS
    ]
    accounts = [factories.make_juror(edition, f"{name}@example.org") for name in ("anna", "berta", "carla")]
    accounts.append(factories.make_juror(edition, "dora@example.org", role=PanelRole.DEPUTY))
    organiser = factories.make_account("kompetenzzentrum@land.example", is_admin=True)
    seats = {one.account_id: one.id for one in db.session.scalars(select(Juror))}
    return SimpleNamespace(
        edition=edition,
        slug=edition.slug,
        entries=entries,
        jurors=[seats[one.id] for one in accounts],
        accounts=accounts,
        organiser=factories.actor(organiser),
        categories=[one.category_id for one in (entries[0], entries[3])],
    )


def balanced(sheets: int = 2) -> PlanWish:
    return PlanWish(way=Way.BALANCED, sheets=sheets)


def proposed(jury: SimpleNamespace, wish: PlanWish) -> PlanView:
    db.session.rollback()
    return proposed_plan(db.session(), edition=db.session.get_one(Edition, jury.edition.id), wish=wish)


def present(jury: SimpleNamespace) -> PlanView:
    db.session.rollback()
    return present_plan(db.session(), edition=db.session.get_one(Edition, jury.edition.id))


def apply(jury: SimpleNamespace, wish: PlanWish, *, key: str = "k", actor: Any = None) -> PlanView:
    plan = proposed(jury, wish)
    db.session.rollback()
    apply_plan(Call(actor=actor or jury.organiser, now=NOW, key=key), edition_slug=jury.slug, wish=wish, digest=plan.digest)
    return plan


def by_hand(
    jury: SimpleNamespace, entry: int, *, added: tuple[int, ...] = (), removed: tuple[int, ...] = (), key: str = "h"
) -> None:
    assign_by_hand(
        Call(actor=jury.organiser, now=NOW, key=key),
        edition_slug=jury.slug,
        entry_id=jury.entries[entry].public_id,
        added=[jury.jurors[one] for one in added],
        removed=[jury.jurors[one] for one in removed],
    )


def save(jury: SimpleNamespace, juror: int, entry: int, *, key: str = "s") -> None:
    sheet = TypedSheet(points={"benefit": "5"}, reasons={"benefit": "Gut."})
    actor = factories.actor(jury.accounts[juror])
    save_sheet(Call(actor=actor, now=NOW, key=key), entry_id=jury.entries[entry].public_id, typed=sheet)


def recuse(jury: SimpleNamespace, juror: int, entry: int) -> None:
    with write_session() as session:
        session.add(
            Recusal(juror_id=jury.jurors[juror], entry_id=jury.entries[entry].id, reason="Ich wohne dort.", declared_at=NOW)
        )


def free_pair(jury: SimpleNamespace) -> tuple[int, int]:
    """(juror, entry) by their places, of members, that is not assigned."""
    pairs = present(jury).pairs
    return next(
        (juror, entry)
        for juror in range(3)
        for entry in range(len(jury.entries))
        if (jury.entries[entry].id, jury.jurors[juror]) not in pairs
    )


def counts(jury: SimpleNamespace) -> list[int]:
    db.session.rollback()
    return [one.sheets.expected for one in juror_counts(db.session(), edition_id=jury.edition.id)]


def test_without_a_plan_every_member_scores_everything(jury):
    assert {(entry.id, juror) for entry in jury.entries for juror in jury.jurors[:3]} == present(jury).pairs
    assert counts(jury) == [6, 6, 6, 0]
    save(jury, 3, 0)  # the deputy who stands in
    assert counts(jury) == [6, 6, 6, 1]


@pytest.mark.parametrize("sheets", [1, 2, 3])
def test_what_was_proposed_is_what_holds_and_loads_are_within_one(jury, sheets):
    plan = apply(jury, balanced(sheets))
    assert present(jury).pairs == plan.pairs
    assert {cover.sheets for cover in plan.covers} == {sheets}
    loads = [load.sheets for load in plan.loads]
    assert sum(loads) == 6 * sheets
    assert max(loads) - min(loads) <= 1
    assert counts(jury) == [*loads, 0]
    assert present(jury).wanted == sheets


def test_a_category_is_scored_by_whom_it_is_ticked_for_later_entries_too(jury):
    ticked = frozenset({(jury.jurors[0], jury.categories[0]), (jury.jurors[1], jury.categories[1])})
    plan = apply(jury, PlanWish(way=Way.CATEGORIES, categories=ticked))
    assert present(jury).pairs == plan.pairs
    assert counts(jury) == [3, 3, 0, 0]
    later = factories.make_entry(
        jury.edition,
        created_by=factories.make_account("spaet@example.org"),
        status=EntryStatus.ADMITTED,
        lead_key=factories.BORKEN,
    )
    assert (later.id, jury.jurors[0]) in present(jury).pairs
    # Balanced within the ticks: the categories go on limiting who may score what.
    within = proposed(jury, PlanWish(way=Way.BALANCED, sheets=1, stays_within=True))
    assert {juror for entry, juror in within.pairs if entry == jury.entries[0].id} == {jury.jurors[0]}
    assert apply(jury, PlanWish(way=Way.ALL), key="all").mode == "all"
    assert counts(jury)[:3] == [7, 7, 7]


def test_a_new_plan_keeps_what_is_begun_and_submitted(jury):
    save(jury, 0, 0, key="a")
    factories.make_sheet(jury.entries[1], jury.accounts[0], ("5", "5", "5"))
    save(jury, 3, 2, key="b")
    begun = {(jury.entries[0].id, jury.jurors[0]), (jury.entries[1].id, jury.jurors[0]), (jury.entries[2].id, jury.jurors[3])}
    by_category = PlanWish(way=Way.CATEGORIES, categories=frozenset({(jury.jurors[1], jury.categories[0])}))
    for number, wish in enumerate((balanced(1), balanced(2), by_category)):
        plan = apply(jury, wish, key=f"run {number}")
        assert begun <= plan.pairs
        assert plan.kept == 3
        assert present(jury).pairs == plan.pairs
    save(jury, 0, 0, key="a")  # the same save again, after a plan that would not give it: still open to its juror


def test_nobody_recused_hinted_or_abstaining_is_given_an_entry(jury):
    recuse(jury, 0, 0)
    abstain(
        Call(actor=factories.actor(jury.accounts[1]), now=NOW, key="e"),
        entry_id=jury.entries[1].public_id,
        reason="Kein Urteil.",
    )
    with write_session() as session:
        session.add(JurorTie(juror_id=jury.jurors[2], body_key=COLOGNE, kind=TieKind.EMPLOYER))
    plan = apply(jury, balanced(3))
    given = {entry.id: {juror for one, juror in plan.pairs if one == entry.id} for entry in jury.entries}
    assert jury.jurors[0] not in given[jury.entries[0].id]
    assert jury.jurors[2] not in given[jury.entries[2].id] | given[jury.entries[5].id]
    short = {one.entry.id: (one.missing, one.recused, one.hinted) for one in plan.short}
    assert short == {
        jury.entries[0].id: (1, 1, 0), jury.entries[1].id: (1, 0, 0),
        jury.entries[2].id: (1, 0, 1), jury.entries[5].id: (1, 0, 1),
    }  # fmt: skip
    # After a recusal another run finds somebody else where there is somebody.
    apply(jury, balanced(1), key="one")
    entry = jury.entries[4]
    [first] = [juror for one, juror in present(jury).pairs if one == entry.id]
    recuse(jury, jury.jurors.index(first), 4)
    assert entry.id in {one.entry.id for one in present(jury).short}
    apply(jury, balanced(1), key="again")
    [second] = [juror for one, juror in present(jury).pairs if one == entry.id]
    assert second != first


def test_what_is_not_assigned_is_read_and_not_scored(jury):
    apply(jury, balanced(1))
    juror, entry = free_pair(jury)
    with pytest.raises(Refused, match="nicht zugewiesen") as refusal:
        save(jury, juror, entry)
    assert refusal.value.reason == "jury.score_assigned"
    with pytest.raises(Refused):
        abstain(
            Call(actor=factories.actor(jury.accounts[juror]), now=NOW, key="e"),
            entry_id=jury.entries[entry].public_id,
            reason="Nein.",
        )
    by_hand(jury, entry, added=(juror,))
    save(jury, juror, entry, key="now")


def test_matrix_and_the_page_of_a_juror_ask_the_same_place(jury):
    apply(jury, balanced(1))
    matrix = sheet_matrix(db.session(), edition_id=jury.edition.id)
    pairs = assigned_pairs(db.session(), edition_id=jury.edition.id)
    for (juror, entry), state in matrix.cells.items():
        if juror == jury.jurors[3]:
            assert state is SheetState.NOT_EXPECTED
        else:
            assert state is (SheetState.OPEN if (entry, juror) in pairs else SheetState.NOT_ASSIGNED)
    edition = db.session.get_one(Edition, jury.edition.id)
    for juror in jury.jurors[:3]:
        view = juror_view(db.session(), edition=edition, juror=db.session.get_one(Juror, juror))
        assert len(view.open) == sum(one == juror for _, one in pairs)


def test_a_deputy_gets_nothing_until_made_a_member(jury):
    plan = apply(jury, balanced(3))
    assert jury.jurors[3] not in {juror for _, juror in plan.pairs}
    with pytest.raises(Refused) as refusal:
        by_hand(jury, 0, added=(3,))
    assert refusal.value.reason == "deputy"
    with pytest.raises(Refused):
        save(jury, 3, 0)
    change_role(
        Call(actor=jury.organiser, now=NOW, key="r"), edition_slug=jury.slug, juror_id=jury.jurors[3], role=PanelRole.MEMBER
    )
    by_hand(jury, 0, added=(3,), key="member")
    save(jury, 3, 0, key="sheet")
    # A member made deputy owes nothing but what is begun.
    change_role(
        Call(actor=jury.organiser, now=NOW, key="d"), edition_slug=jury.slug, juror_id=jury.jurors[0], role=PanelRole.DEPUTY
    )
    assert counts(jury)[0] == 0


def test_one_entry_is_changed_by_hand_and_back(jury):
    before = present(jury).pairs
    by_hand(jury, 0, removed=(0,))
    pair = (jury.entries[0].id, jury.jurors[0])
    assert present(jury).pairs == before - {pair}
    by_hand(jury, 0, added=(0,), key="back")
    assert present(jury).pairs == before
    save(jury, 0, 0)
    with pytest.raises(Refused, match="schon einen Bewertungsbogen") as refusal:
        by_hand(jury, 0, removed=(0,), key="begun")
    assert refusal.value.reason == "begun"
    recuse(jury, 1, 0)
    with pytest.raises(Refused) as refusal:
        by_hand(jury, 0, added=(1,), key="recused")
    assert refusal.value.reason == "recused"
    logged = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "assignment.change")).all()
    assert [entry.new["jurors"] for entry in logged] == [["Berta", "Carla"], ["Anna", "Berta", "Carla"]]


def test_a_plan_is_applied_once_and_only_as_it_was_seen(jury):
    plan = apply(jury, balanced(1))
    apply_plan(Call(actor=jury.organiser, now=NOW, key="k"), edition_slug=jury.slug, wish=balanced(1), digest=plan.digest)
    logged = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "assignment.apply")).all()
    assert len(logged) == 1
    assert logged[0].old["mode"] == "all"
    assert (logged[0].new["mode"], logged[0].new["sheets"]) == ("fixed", 1)
    assert [line.partition(":")[0] for line in logged[0].new["removed"]] == ["Anna", "Berta", "Carla"]
    assert sum(line.count("L2-") for line in logged[0].new["removed"]) == 12
    seen = proposed(jury, balanced(2))
    recuse(jury, 0, 0)
    with pytest.raises(Refused) as refusal:
        apply_plan(Call(actor=jury.organiser, now=NOW, key="old"), edition_slug=jury.slug, wish=balanced(2), digest=seen.digest)
    assert refusal.value.reason == "changed"


@pytest.mark.parametrize("wish", [balanced(0), balanced(4), PlanWish(way=Way.BALANCED), PlanWish(way=Way.CATEGORIES)])
def test_what_makes_no_plan_is_refused(jury, wish):
    with pytest.raises(Invalid):
        apply_plan(Call(actor=jury.organiser, now=NOW, key="k"), edition_slug=jury.slug, wish=wish, digest="")


def test_another_editions_juror_category_and_entry_are_not_found(jury):
    strange = PlanWish(way=Way.CATEGORIES, categories=frozenset({(999, jury.categories[0])}))
    with pytest.raises(NotFound):
        apply_plan(Call(actor=jury.organiser, now=NOW, key="k"), edition_slug=jury.slug, wish=strange, digest="")
    with pytest.raises(NotFound):
        assign_by_hand(
            Call(actor=jury.organiser, now=NOW, key="k"),
            edition_slug=jury.slug,
            entry_id=jury.entries[0].public_id,
            added=[999],
            removed=[],
        )


def test_only_the_organiser_and_only_until_scoring_closes(jury):
    with pytest.raises((Refused, NotFound)):
        apply(jury, balanced(1), actor=factories.actor(jury.accounts[0]))
    apply(jury, balanced(1), key="in time")
    factories.set_phase(jury.edition, Phase.DELIBERATION)
    with pytest.raises(Refused):
        apply(jury, balanced(2), key="late")
    with pytest.raises(Refused):
        by_hand(jury, 0, added=(0,), key="late")
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.add(Assignment(juror_id=jury.jurors[3], entry_id=jury.entries[0].id))
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.delete(session.scalars(select(Assignment)).first())
    with pytest.raises(DatabaseError, match="scoring is closed"), write_session() as session:
        session.scalars(select(AssignmentPlan)).one().mode = "all"


def test_hints_are_asked_about_assigned_entries_only(jury):
    with write_session() as session:
        session.add(JurorTie(juror_id=jury.jurors[2], body_key=COLOGNE, kind=TieKind.EMPLOYER))
    edition = db.session.get_one(Edition, jury.edition.id)
    assert len(open_hints(db.session(), edition=edition)) == 2
    db.session.rollback()
    apply(jury, balanced(1))
    assert not open_hints(db.session(), edition=db.session.get_one(Edition, jury.edition.id))
    assert not db.session.scalars(select(HintDecision)).all()


def test_pack_and_table_hold_what_is_assigned(jury):
    apply(jury, balanced(1))
    edition = db.session.get_one(Edition, jury.edition.id)
    for account, juror in zip(jury.accounts[:3], jury.jurors, strict=False):
        actor = factories.actor(account)
        own = {entry.public_id for entry in jury.entries if (entry.id, juror) in present(jury).pairs}
        assert set(readable_entries(db.session(), actor=actor, edition=edition)) == own
        lines = lines_of(db.session(), edition, actor.seats[edition.id])
        assert {line.entry.public_id for line in lines} == own


def test_the_report_does_not_call_missing_what_nobody_was_asked_for(jury):
    factories.make_sheet(jury.entries[0], jury.accounts[0], ("5", "5", "5"))
    apply(jury, balanced(1))
    factories.set_phase(jury.edition, Phase.DELIBERATION)
    edition = db.session.get_one(Edition, jury.edition.id)
    report = build_result_report(db.session(), actor=jury.organiser, edition=edition, now=NOW)
    assert report.procedure.sheets_submitted == 1
    assert report.procedure.sheets_missing == 5


def test_a_seat_with_assignments_can_be_taken_away(jury):
    apply(jury, balanced(1))
    with write_session() as session:
        session.execute(delete(ConfidentialityAcceptance).where(ConfidentialityAcceptance.juror_id == jury.jurors[0]))
    remove_juror(Call(actor=jury.organiser, now=NOW, key="away"), edition_slug=jury.slug, juror_id=jury.jurors[0])
    assert {juror for _, juror in present(jury).pairs} == set(jury.jurors[1:3])
    assert len(present(jury).short) == 2
