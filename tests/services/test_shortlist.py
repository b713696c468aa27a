"""Two rounds through the services: who may draw, what is fixed then, what goes on, what is undone, and what is sealed."""

import json
from datetime import timedelta
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from ikz_award.domain.actors import SYSTEM, Actor, PanelRole
from ikz_award.domain.audit_chain import canonical_json
from ikz_award.domain.errors import Invalid, NotFound, Refused
from ikz_award.domain.meeting import MotionKind
from ikz_award.domain.result_document import FIRST_FORMAT, SECOND_FORMAT, recount
from ikz_award.domain.shortlist import ShortlistRule, digest_of
from ikz_award.domain.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.audit import AuditEntry
from ikz_award.models.discussion import LateChange
from ikz_award.models.editions import Category, Edition
from ikz_award.models.jury import Juror, Recusal, ScoreSheet
from ikz_award.models.seal import ResultSeal
from ikz_award.models.shortlist import Shortlist, ShortlistEntry
from ikz_award.queries.assignment import assigned_pairs
from ikz_award.queries.invariants import broken_invariants
from ikz_award.queries.jury_list import RowStatus, Wish, jury_list
from ikz_award.queries.jury_pack import readable_entries
from ikz_award.queries.jury_reading import reading
from ikz_award.queries.ranking import CategoryRanking, counted_rankings
from ikz_award.queries.seal import seal_content
from ikz_award.queries.seal_check import check_database
from ikz_award.queries.sheets import CellState, sheet_counts, sheet_matrix
from ikz_award.reports.build import build_result_report
from ikz_award.reports.result_report import result_report_html
from ikz_award.reports.score_matrix import score_matrix_json
from ikz_award.services.decisions import DecisionText, record_decision
from ikz_award.services.discussion import open_comparison
from ikz_award.services.intention import write_session
from ikz_award.services.jury import declare_recusal, withdraw_recusal
from ikz_award.services.late_changes import change_points
from ikz_award.services.oversight import reopen_for_juror
from ikz_award.services.phases import change_phase
from ikz_award.services.score_table_plan import left_out_titles, lines_of
from ikz_award.services.scoring import abstain, reopen_sheet, save_sheet, submit_sheet
from ikz_award.services.sheet_desk import TypedSheet
from ikz_award.services.shortlist import TypedList, TypedRule, draw, placed_of, rule_of, undo
from tests import factories
from tests.factories import NOW

LATER = NOW + timedelta(hours=1)
WHY = "Die Jury will sich auf die Besten konzentrieren."
COLOGNE = "05315000"
# With equal points for all criteria an entry's value is just that; three jurors give the same.
POINTS = ("9", "7", "7", "5")


@pytest.fixture
def jury(app: Any) -> SimpleNamespace:
    """Four entries with 9, 7, 7 and 5 points from three members, one of them the chair, and one more entry elsewhere."""
    edition = factories.make_edition(phase=Phase.JUDGING)
    applicant = factories.make_account("antrag@example.org")
    leads = (factories.BOCHOLT, factories.AHAUS, factories.BORKEN, COLOGNE)
    entries = [
        factories.make_entry(
            edition, created_by=applicant, status=EntryStatus.ADMITTED, lead_key=lead, partners=(), title=f"Beitrag {place}"
        )
        for place, lead in enumerate(leads)
    ]
    other = factories.make_entry(
        edition, created_by=applicant, status=EntryStatus.ADMITTED, category="vernetzung", partners=(), title="Anderswo"
    )  # fmt: skip
    accounts = [factories.make_juror(edition, f"{name}@example.org") for name in ("anna", "berta")]
    accounts.append(factories.make_juror(edition, "carla@example.org", role=PanelRole.CHAIR))
    for entry, points in zip(entries, POINTS, strict=True):
        for account in accounts:
            factories.make_sheet(entry, account, (points,) * 3)
    for account in accounts[:2]:
        factories.make_sheet(other, account, ("6", "6", "6"))
    factories.set_phase(edition, Phase.DELIBERATION)
    organiser = factories.make_account("kompetenzzentrum@land.example", is_admin=True)
    seats = {one.account_id: one.id for one in db.session.scalars(select(Juror))}
    return SimpleNamespace(
        edition_id=edition.id, slug=edition.slug, ids=[one.public_id for one in entries], entries=entries, other=other,
        accounts=accounts, seats=[seats[one.id] for one in accounts], organiser=factories.actor(organiser),
        category_id=entries[0].category_id,
    )  # fmt: skip


def edition_of(jury: SimpleNamespace) -> Edition:
    db.session.rollback()
    return db.session.get_one(Edition, jury.edition_id)


def ranking(jury: SimpleNamespace) -> CategoryRanking:
    [found] = counted_rankings(db.session(), edition=edition_of(jury), category_id=jury.category_id)
    return found


TOP_TWO = TypedRule(kind="top", places="2")


def choose(
    jury: SimpleNamespace, kept: tuple[int, ...] = (0, 1, 2), *, rule: TypedRule = TOP_TWO, key: str = "wahl",
    actor: Actor | None = None, reason: str = WHY, reasons: dict[int, str] | None = None, digest: str | None = None,
) -> int:  # fmt: skip
    mark = digest_of(placed_of(ranking(jury)), rule_of(rule)) if digest is None else digest
    db.session.rollback()
    typed = TypedList(
        rule=rule, kept=frozenset(jury.ids[one] for one in kept), reason=reason,
        reasons={jury.ids[one]: words for one, words in (reasons or {}).items()},
    )  # fmt: skip
    return draw(
        actor=actor or jury.organiser, now=NOW, key=key, edition_slug=jury.slug, category_key="pflichtaufgaben", typed=typed,
        digest=mark,
    )  # fmt: skip


def step(jury: SimpleNamespace, old: Phase, new: Phase, *, now: Any = NOW) -> None:
    db.session.rollback()
    change_phase(
        actor=jury.organiser, now=now, key=f"{old}-{new}-{now}", edition_id=jury.edition_id, step=(old, new),
        reason="Die zweite Runde beginnt.", missing_seen=99,
    )  # fmt: skip


def second_round(jury: SimpleNamespace) -> None:
    choose(jury)
    step(jury, Phase.DELIBERATION, Phase.JUDGING)


def juror(jury: SimpleNamespace, place: int = 0) -> Actor:
    db.session.rollback()
    return factories.actor(jury.accounts[place])


def typed(points: str, version: int) -> TypedSheet:
    keys = [one.key for one in db.session.scalars(select(Edition)).one().criteria if one.category_id is None]
    return TypedSheet(points=dict.fromkeys(keys, points), reasons=dict.fromkeys(keys, "Gut."), version=version)


def version(jury: SimpleNamespace, entry: int, place: int = 0) -> int:
    db.session.rollback()
    query = select(ScoreSheet.version).where(
        ScoreSheet.entry_id == jury.entries[entry].id, ScoreSheet.juror_id == jury.seats[place]
    )
    return db.session.scalars(query).one()


def rescore(jury: SimpleNamespace, entry: int, points: str, place: int = 0) -> None:
    """Open the sheet and hand it in again with other points."""
    who, public_id = juror(jury, place), jury.ids[entry]
    reopen_sheet(actor=who, now=LATER, key=f"o{entry}{place}", entry_id=public_id, version=version(jury, entry, place))
    given = typed(points, version(jury, entry, place))
    db.session.rollback()
    submit_sheet(actor=who, now=LATER, key=f"a{entry}{place}", entry_id=public_id, typed=given)


def test_equal_points_at_the_border_stay_and_the_list_is_on_record(jury):
    mark = digest_of(placed_of(ranking(jury)), rule_of(TOP_TWO))
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
    [(TypedRule(kind="top", places="0"), "places"), (TypedRule(kind="top", places="zwei"), "places"),
     (TypedRule(kind="threshold", least="7,255"), "least"), (TypedRule(kind="threshold", least=""), "least"),
     (TypedRule(kind="threshold", least="-1"), "least")],
)  # fmt: skip
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
        choose(jury, rule=TypedRule(kind="lose"), digest="x", key="b")
    db.session.rollback()
    mark = digest_of(placed_of(ranking(jury)), rule_of(TOP_TWO))
    foreign = TypedList(rule=TOP_TWO, kept=frozenset({jury.ids[0], jury.other.public_id}), reason=WHY)
    db.session.rollback()
    with pytest.raises(NotFound):
        draw(
            actor=jury.organiser, now=NOW, key="c", edition_slug=jury.slug, category_key="pflichtaufgaben", typed=foreign,
            digest=mark,
        )  # fmt: skip
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


def lift(jury: SimpleNamespace, *, reason: str = "Die Grenze war falsch gesetzt.", key: str = "auf", now: Any = LATER) -> None:
    db.session.rollback()
    undo(actor=jury.organiser, now=now, key=key, edition_slug=jury.slug, category_key="pflichtaufgaben", reason=reason)


def decide(jury: SimpleNamespace, winner: int) -> None:
    db.session.rollback()
    record_decision(
        actor=jury.organiser, now=LATER, key=f"e{winner}", category_id=jury.category_id, version=None,
        decision=DecisionText(winner=jury.ids[winner], reason="x" * 120, is_confirmed=True),
    )  # fmt: skip


def test_who_is_beside_the_list_cannot_win(jury):
    choose(jury)
    with pytest.raises(Invalid) as refusal:
        decide(jury, 3)
    assert refusal.value.reason == "not_shortlisted"
    assert "engeren Wahl" in refusal.value.errors["winner"]
    decide(jury, 1)


def test_no_motion_makes_who_is_beside_the_list_win(jury):
    from ikz_award.services.motions import _entry_of

    choose(jury)
    item: Any = SimpleNamespace(category_id=jury.category_id)
    with pytest.raises(Invalid) as refusal:
        _entry_of(db.session(), item, MotionKind.WINNER, jury.ids[3])
    assert refusal.value.reason == "not_shortlisted"
    found = _entry_of(db.session(), item, MotionKind.COMMENDATION, jury.ids[3])
    assert found is not None


def test_before_the_second_round_no_juror_learns_of_the_list(jury):
    who = juror(jury)
    before = listed(jury, who)
    choose(jury)
    assert listed(jury, juror(jury)) == before
    page = reading(db.session(), actor=who, edition_slug=jury.slug, public_id=jury.ids[3])
    assert not page.matter.is_left_out
    assert page.matter.is_assigned


def listed(jury: SimpleNamespace, who: Actor, wish: Wish = Wish()) -> list[Any]:  # noqa: B008 - frozen
    return jury_list(db.session(), actor=who, edition_slug=jury.slug, wish=wish).rows


def test_the_second_round_shows_who_is_in_it(jury):
    second_round(jury)
    who = juror(jury)
    rows = {row.title: row for row in listed(jury, who)}
    assert (rows["Beitrag 3"].status, rows["Beitrag 3"].is_in_final) == (RowStatus.LEFT_OUT, False)
    assert rows["Beitrag 3"].total == 5  # the own points stay to be seen
    assert (rows["Beitrag 0"].status, rows["Beitrag 0"].is_in_final) == (RowStatus.SUBMITTED, True)
    assert rows["Anderswo"].is_in_final is None
    assert {row.title for row in listed(jury, who, Wish(is_in_final=True))} == {"Beitrag 0", "Beitrag 1", "Beitrag 2"}
    assert {row.title for row in listed(jury, who, Wish(is_in_final=False))} == {"Beitrag 3"}
    assert {row.title for row in listed(jury, who, Wish(status=RowStatus.LEFT_OUT))} == {"Beitrag 3"}
    found = jury_list(db.session(), actor=who, edition_slug=jury.slug, wish=Wish())
    assert (found.progress.total, found.progress.left_out, found.progress.not_assigned) == (4, 1, 0)


def test_who_is_recused_learns_nothing_of_the_list(jury):
    factories.set_phase(edition_of(jury), Phase.JUDGING)
    declare_recusal(actor=juror(jury), now=NOW, key="b", entry_id=jury.ids[3], reason="Ich wohne dort.")
    factories.set_phase(edition_of(jury), Phase.DELIBERATION)
    second_round(jury)
    rows = {row.title: row for row in listed(jury, juror(jury))}
    assert (rows["Beitrag 3"].status, rows["Beitrag 3"].is_in_final) == (RowStatus.RECUSED, None)
    mean = ranking(jury).left_out[0].mean
    # Taking it back stays possible, and changes no points.
    db.session.rollback()
    withdraw_recusal(actor=juror(jury), now=LATER, key="z", entry_id=jury.ids[3])
    assert ranking(jury).left_out[0].mean == mean


def test_every_way_to_change_a_sheet_beside_the_list_is_closed(jury):
    second_round(jury)
    who, out = juror(jury), jury.ids[3]
    seen = version(jury, 3)
    given = typed("9", seen)
    db.session.rollback()
    ways: list[Any] = [
        lambda: save_sheet(actor=who, now=LATER, key="1", entry_id=out, typed=given),
        lambda: submit_sheet(actor=who, now=LATER, key="2", entry_id=out, typed=given),
        lambda: reopen_sheet(actor=who, now=LATER, key="3", entry_id=out, version=seen),
        lambda: abstain(actor=who, now=LATER, key="4", entry_id=out, reason="Doch lieber nicht."),
        lambda: declare_recusal(actor=who, now=LATER, key="5", entry_id=out, reason="Ich wohne dort."),
        lambda: reopen_for_juror(
            actor=jury.organiser, now=LATER, key="6", edition_id=jury.edition_id, juror_id=jury.seats[0], entry_id=out,
            reason="Bitte noch einmal ansehen.",
        ),
    ]  # fmt: skip
    for way in ways:
        db.session.rollback()
        with pytest.raises(Refused) as refusal:
            way()
        assert refusal.value.reason in ("jury.score_shortlisted", "jury.declare_bias")
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
    open_comparison(actor=jury.organiser, now=NOW, key="v", edition_slug=jury.slug, base_url="https://award.example")
    who = juror(jury)
    for entry, is_open in ((0, True), (3, False)):
        given = typed("8", version(jury, entry))
        db.session.rollback()
        if is_open:
            change_points(actor=who, now=LATER, key=f"s{entry}", entry_id=jury.ids[entry], typed=given, reason="Neu gelesen.")
            continue
        with pytest.raises(Refused) as refusal:
            change_points(actor=who, now=LATER, key=f"s{entry}", entry_id=jury.ids[entry], typed=given, reason="Neu gelesen.")
        assert refusal.value.reason == "jury.score_shortlisted"
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
    assert matrix.cells[jury.seats[0], jury.entries[3].id] is CellState.LEFT_OUT
    assert matrix.cells[jury.seats[1], jury.entries[3].id] is CellState.SUBMITTED
    # What was planned stays planned: the list can be undone.
    assert assigned_pairs(db.session(), edition_id=jury.edition_id) == plan


def test_pack_and_table_hold_what_is_still_scored(jury):
    second_round(jury)
    who = juror(jury)
    edition, [seat] = edition_of(jury), who.seats.values()
    assert set(readable_entries(db.session(), actor=who, edition=edition)) == {*jury.ids[:3], jury.other.public_id}
    assert jury.ids[3] not in {line.entry.public_id for line in lines_of(db.session(), edition, seat)}
    assert left_out_titles(db.session(), edition, seat) == {jury.ids[3]: "Beitrag 3"}


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
    abstain(actor=juror(jury, 2), now=later, key="e", entry_id=jury.other.public_id, reason="Nur hier.")
    lift_is_open = select(Shortlist).where(Shortlist.undone_at.is_(None))
    assert len(db.session.scalars(lift_is_open).all()) == 1
    reopen_sheet(actor=juror(jury), now=later, key="w", entry_id=jury.ids[0], version=version(jury, 0))
    with pytest.raises(Refused) as begun:
        lift(jury, key="c")
    assert begun.value.reason == "second_round_begun"
    log = db.session.scalars(select(AuditEntry.action).where(AuditEntry.action.startswith("shortlist"))).all()
    assert log == ["shortlist.draw", "shortlist.undo", "shortlist.draw", "shortlist.undo", "shortlist.draw"]


def test_the_check_names_a_winner_beside_the_list_and_an_entry_it_forgot(jury):
    decide(jury, 3)
    choose_unasked(jury)
    factories.set_phase(edition_of(jury), Phase.DECIDED)
    db.session.rollback()
    found = broken_invariants(db.session(), is_stored=lambda sha256: True)
    assert [line.partition(": ")[2] for line in found] == [
        "says nothing of entry L2-003", "its winner is not on the shortlist",
    ]  # fmt: skip


def choose_unasked(jury: SimpleNamespace) -> None:
    """A list past the service: of entry 3 it says that it is beside it, of entry 2 nothing."""
    with write_session() as session:
        row = Shortlist(
            category_id=jury.category_id, rule=ShortlistRule.HAND, reason="x", drawn_by=jury.organiser.account_id, drawn_at=NOW
        )  # fmt: skip
        session.add(row)
        session.flush()
        session.add_all(
            ShortlistEntry(shortlist_id=row.id, entry_id=jury.entries[one].id, is_proposed=True, is_kept=one < 2)
            for one in (0, 1, 3)
        )


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
        actor=jury.organiser, now=LATER, key="e-anderswo", version=None, category_id=jury.other.category_id,
        decision=DecisionText(winner=None, reason="Kein Beitrag überzeugte."),
    )  # fmt: skip
    factories.set_phase(edition_of(jury), Phase.DECIDED)
    factories.seal_result(edition_of(jury), jury.organiser, now=LATER)
    db.session.rollback()
    assert [check.text for check in check_database(db.session()) if not check.is_passed] == []
    assert any("1 shortlists" in check.text for check in check_database(db.session()))
    document = json.loads(db.session.scalars(select(ResultSeal.document)).one())
    category = next(one for one in document["categories"] if one["key"] == "pflichtaufgaben")
    assert [one["is_kept"] for one in category["shortlist"]["entries"]] == [True, True, True, False]
    row = category["shortlist"]["entries"][3]
    row["mean"] = "6"
    assert {one.place.rpartition("shortlist/")[2] for one in recount(document)} == {f"{row['number']}/mean"}
    with write_session() as session, pytest.raises(DBAPIError, match="sealed"):
        session.execute(text("UPDATE shortlist SET undone_reason = 'x'"))


@pytest.mark.parametrize("form", [SECOND_FORMAT, FIRST_FORMAT])
def test_documents_sealed_before_there_were_lists_still_verify(jury, form):
    decide(jury, 0)
    db.session.rollback()
    record_decision(
        actor=jury.organiser, now=LATER, key="e-anderswo", version=None, category_id=jury.other.category_id,
        decision=DecisionText(winner=None, reason="Kein Beitrag überzeugte."),
    )  # fmt: skip
    content = json.loads(canonical_json(seal_content(db.session(), actor=SYSTEM, edition=edition_of(jury)).content))
    old = {**content, "format": form, "audit": {"length": 1, "head": "0" * 64}}
    for category in old["categories"]:
        assert category.pop("shortlist") is None
    assert recount(old) == ()


def test_a_list_holds_for_its_category_alone(jury):
    second_round(jury)
    assert db.session.scalars(select(Category.key).where(Category.id == jury.category_id)).one() == "pflichtaufgaben"
    who = juror(jury, 2)
    given = typed("4", 0)
    db.session.rollback()
    submit_sheet(actor=who, now=LATER, key="x", entry_id=jury.other.public_id, typed=given)
