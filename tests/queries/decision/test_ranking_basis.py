"""The basis of a ranking: another one with whatever moves a place, and read from every table the ranking reads."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from ikz_award.domain.decision.shortlist import ShortlistRule
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.extensions import db
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Category, Criterion, Edition, JuryRound
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, JurorEnd, Recusal, Score, ScoreSheet
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_basis import ranking_basis
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.factories import NOW

# What the ranking reads to show it: nobody's place hangs on them.
SHOWN_ONLY = {"account", "anchor", "category", "late_change", "register_body"}


@pytest.fixture
def edition(app: Flask) -> Edition:
    """Two entries of one category, scored by two jurors, in the phase of scoring, where rows may still change."""
    organiser = factories.make_account("k@land.example", is_admin=True)
    edition = factories.make_edition(phase=Phase.JUDGING)
    jurors = [factories.make_juror(edition, f"{name}@jury.example") for name in ("ada", "ben")]
    for key in (factories.BOCHOLT, factories.AHAUS):
        entry = factories.make_entry(
            edition, created_by=organiser, lead_key=key, status=EntryStatus.ADMITTED, title=f"Beitrag {key}"
        )
        for juror in jurors:
            factories.make_sheet(entry, juror, ("8", "6", "7"))
    return edition


def basis() -> str:
    db.session.rollback()
    category = db.session.scalars(select(Category).where(Category.key == "pflichtaufgaben")).one()
    return ranking_basis(db.session(), edition_id=category.edition_id, category_id=category.id)


def first(session: Session, model: type[Any]) -> Any:
    return session.scalars(select(model).limit(1)).one()


def recuse(session: Session) -> None:
    session.add(
        Recusal(juror_id=first(session, Juror).id, entry_id=first(session, Entry).id, reason="Wohnort", declared_at=NOW)
    )


def end(session: Session, *, keeps_points: bool = True) -> None:
    session.add(
        JurorEnd(
            juror_id=first(session, Juror).id, role=PanelRole.MEMBER, keeps_points=keeps_points, reason="Amt beendet",
            ended_by=1, ended_at=NOW,
        )
    )  # fmt: skip


def shortlist(session: Session) -> None:
    session.execute(update(Edition).values(phase=Phase.DELIBERATION))
    entry = first(session, Entry)
    drawn = Shortlist(
        category_id=entry.category_id or 0, rule=ShortlistRule.TOP, places=1, reason="Zwei Runden.", drawn_by=1, drawn_at=NOW
    )
    session.add(drawn)
    session.flush()
    session.add(ShortlistEntry(shortlist_id=drawn.id, entry_id=entry.id, is_proposed=False, is_kept=False))


CHANGES: dict[str, Callable[[Session], object]] = {
    "a point": lambda session: setattr(first(session, Score), "points", Decimal("7.5")),
    "a sheet taken back": lambda session: setattr(first(session, ScoreSheet), "status", SheetStatus.DRAFT),
    "a recusal": recuse,
    "a juror ended": end,
    "and set aside": lambda session: end(session, keeps_points=False),
    "an entry excluded": lambda session: setattr(first(session, Entry), "status", EntryStatus.EXCLUDED),
    "a shortlist": shortlist,
    "a second round": lambda session: session.add(
        JuryRound(edition_id=first(session, Edition).id, name="Zweite Runde", position=2)
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_whatever_moves_a_place_makes_it_another(edition: Edition, change: Callable[[Session], object]) -> None:
    before = basis()
    assert basis() == before
    with write_session() as session:
        change(session)
    assert basis() != before


@pytest.mark.parametrize(
    "change",
    [
        lambda: (
            update(Criterion).where(Criterion.key == first(db.session(), Criterion).key).values(weight=Criterion.weight + 1)
        ),
        lambda: update(Edition).values(minimum_sheets=1),
    ],
    ids=["a weight", "the least number of sheets"],
)
def test_rules_of_counting_belong_to_it(app: Flask, change: Callable[[], object]) -> None:
    """Before points are given, after which they are locked."""
    factories.make_edition(phase=Phase.JUDGING)
    before = basis()
    with write_session() as session:
        session.execute(change())
    assert basis() != before


def test_words_are_no_part_of_it(edition: Edition) -> None:
    before = basis()
    with write_session() as session:
        first(session, ScoreSheet).remark = "Ein anderer Satz."
        first(session, Entry).title = "Ein anderer Titel"
    assert basis() == before


def test_it_reads_every_table_that_the_ranking_reads(edition: Edition) -> None:
    """Or what stands in a new one could change between the count and the lock, and nobody would count again."""

    def tables_of(read: Callable[[], object]) -> set[str]:
        statements: list[str] = []
        db.session.rollback()
        db.session.expire_all()
        event.listen(db.engine, "before_cursor_execute", note := lambda *given: statements.append(given[2]))
        read()
        event.remove(db.engine, "before_cursor_execute", note)
        return {name for one in statements for name in re.findall(r"(?:FROM|JOIN) (\w+)", one)}

    current = db.session.get_one(Edition, edition.id)
    category = first(db.session(), Category)
    of_ranking = tables_of(lambda: counted_rankings(db.session(), edition=current, category_id=category.id))
    of_basis = tables_of(lambda: ranking_basis(db.session(), edition_id=current.id, category_id=category.id))
    assert {"score", "score_sheet", "entry", "shortlist"} <= of_ranking
    assert of_ranking - of_basis <= SHOWN_ONLY
