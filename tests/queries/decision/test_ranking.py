"""The ranking against values computed by hand: exact means, ties, recusals, abstentions, missing sheets."""

from fractions import Fraction

import pytest
from flask import Flask
from sqlalchemy import event, select

from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.domain.words.errors import NotFound, Refused
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.models.people.accounts import Account
from ikz_award.queries.decision.ranking import rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from tests import factories
from tests.factories import NOW

KEYS = ("05554008", "05554004", "05554020", "05554012", "05554016")


class Panel:
    """Three jurors and four admitted entries of one category (weights 40/30/30, at least two sheets)."""

    def __init__(self) -> None:
        self.organiser = factories.make_account("k@land.example", is_admin=True)
        self.edition = factories.make_edition(phase=Phase.JUDGING)
        self.jurors = [factories.make_juror(self.edition, f"{name}@jury.example") for name in ("ada", "ben", "cem")]

    def entry(self, title: str, number: int) -> Entry:
        return factories.make_entry(
            self.edition, lead_key=KEYS[number], status=EntryStatus.ADMITTED, created_by=self.organiser, title=title
        )

    def recuse(self, juror: Account, entry: Entry) -> None:
        with factories.write_session() as session:
            seat = session.scalars(select(Juror).where(Juror.account_id == juror.id)).one()
            session.add(Recusal(juror_id=seat.id, entry_id=entry.id, reason="Wohnort", declared_at=NOW))

    def ranking(self) -> CategoryRanking:
        factories.set_phase(self.edition, Phase.DELIBERATION)
        edition = db.session.get_one(Edition, self.edition.id)
        found = {one.key: one for one in rankings(db.session(), actor=factories.actor(self.organiser), edition=edition)}
        return found["pflichtaufgaben"]


@pytest.fixture
def panel(app: Flask) -> Panel:
    return Panel()


def test_means_ranks_and_reasons_are_exact(panel: Panel) -> None:
    ada, ben, cem = panel.jurors
    first, second, third, fourth = (panel.entry(title, number) for number, title in enumerate("ABCD"))
    # A: criteria means (8+7)/2, (6+7)/2, (7+9)/2 → 0.4·7.5 + 0.3·6.5 + 0.3·8 = 7.35; Cem is recused, whatever his sheet says.
    factories.make_sheet(first, ada, ("8", "6", "7"))
    factories.make_sheet(first, ben, ("7", "7", "9"))
    factories.make_sheet(first, cem, ("0", "0", "0"))
    panel.recuse(cem, first)
    # B: the same mean by another way: 0.4·6.75 + 0.3·7.5 + 0.3·8 = 7.35; Cem abstained.
    factories.make_sheet(second, ada, ("7", "8", "8"))
    factories.make_sheet(second, ben, ("6.5", "7", "8"))
    factories.make_sheet(second, cem, ("10", "10", "10"), status=SheetStatus.ABSTAINED)
    # C: three sheets, thirds: (10+9+9)/3, (1+0+0)/3, (2+2+3)/3 → 0.4·28/3 + 0.3·1/3 + 0.3·7/3 = 68/15.
    factories.make_sheet(third, ada, ("10", "1", "2"))
    factories.make_sheet(third, ben, ("9", "0", "2"))
    factories.make_sheet(third, cem, ("9", "0", "3"))
    # D: one sheet submitted, one begun, one missing: not ranked.
    factories.make_sheet(fourth, ada, ("10", "10", "10"))
    factories.make_sheet(fourth, ben, ("10", "10", "10"), status=SheetStatus.DRAFT)

    ranking = panel.ranking()
    assert [(line.title, line.rank, line.mean, line.sheet_count) for line in ranking.lines] == [
        ("A", 1, Fraction(147, 20), 2),
        ("B", 1, Fraction(147, 20), 2),
        ("C", 3, Fraction(68, 15), 3),
        ("D", None, None, 1),
    ]
    assert [line.title for line in ranking.leaders] == ["A", "B"]
    assert list(ranking.lines[2].criterion_means.values()) == [Fraction(28, 3), Fraction(1, 3), Fraction(7, 3)]
    assert [head.percent for head in ranking.criteria] == [40, 30, 30]
    assert ranking.rank_of(third.public_id) == 3
    assert ranking.rank_of(fourth.public_id) is None
    with pytest.raises(NotFound):
        ranking.rank_of("elsewhere")


def test_sheets_behind_a_number_show_only_what_counted(panel: Panel) -> None:
    ada, ben, cem = panel.jurors
    entry = panel.entry("A", 0)
    factories.make_sheet(entry, ada, ("8", "6", "7"))
    factories.make_sheet(entry, ben, ("1", "2", "3"), status=SheetStatus.DRAFT)
    factories.make_sheet(entry, cem, ("4", "5", "6"))
    panel.recuse(cem, entry)
    [line] = panel.ranking().lines
    assert [(sheet.juror.name, sheet.state) for sheet in line.sheets] == [
        ("Ada", SheetState.SUBMITTED), ("Ben", SheetState.DRAFT), ("Cem", SheetState.RECUSED),
    ]  # fmt: skip
    counted, *others = line.sheets
    assert [str(points) for points in counted.points.values()] == ["8.00", "6.00", "7.00"]
    assert counted.total == Fraction(71, 10)
    assert set(counted.reasons.values()) == {"Begründung 8", "Begründung 6", "Begründung 7"}
    for sheet in others:
        assert (dict(sheet.points), dict(sheet.reasons), sheet.remark, sheet.total) == ({}, {}, "", None)


def test_only_admitted_entries_are_ranked(panel: Panel) -> None:
    panel.entry("A", 0)
    for number, status in enumerate((EntryStatus.EXCLUDED, EntryStatus.WITHDRAWN, EntryStatus.SUBMITTED), start=1):
        factories.make_entry(
            panel.edition, lead_key=KEYS[number], status=status, created_by=panel.organiser, title=status.value
        )
    assert [line.title for line in panel.ranking().lines] == ["A"]


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.OPEN, Phase.SCREENING, Phase.JUDGING])
def test_nobody_sees_a_ranking_before_scoring_is_closed(panel: Panel, phase: Phase) -> None:
    factories.set_phase(panel.edition, phase)
    edition = db.session.get_one(Edition, panel.edition.id)
    with pytest.raises(Refused):
        rankings(db.session(), actor=factories.actor(panel.organiser), edition=edition)


def test_jurors_and_applicants_never_see_it(panel: Panel) -> None:
    applicant = factories.make_account("a@bocholt.example", lead_key=factories.BOCHOLT)
    factories.set_phase(panel.edition, Phase.DELIBERATION)
    edition = db.session.get_one(Edition, panel.edition.id)
    for account in (applicant, panel.jurors[0]):
        with pytest.raises(Refused):
            rankings(db.session(), actor=factories.actor(account), edition=edition)


def test_number_of_queries_does_not_grow_with_entries(panel: Panel) -> None:
    def count() -> int:
        statements: list[str] = []
        panel.ranking()
        actor = factories.actor(panel.organiser)
        db.session.expire_all()
        edition = db.session.get_one(Edition, panel.edition.id)
        listener = lambda *args: statements.append(args[2])  # noqa: E731
        event.listen(db.engine, "before_cursor_execute", listener)
        rankings(db.session(), actor=actor, edition=edition)
        event.remove(db.engine, "before_cursor_execute", listener)
        return len(statements)

    def add(number: int) -> None:
        factories.set_phase(panel.edition, Phase.JUDGING)
        entry = panel.entry(str(number), number % len(KEYS))
        for juror in panel.jurors:
            factories.make_sheet(entry, juror, ("5", "5", "5"))

    add(0)
    few = count()
    for number in range(1, 12):
        add(number)
    assert count() == few
