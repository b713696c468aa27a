"""What the tests of shortlists do to a jury that has scored once."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

from ikz_award.domain.decision.shortlist import ShortlistRule, shortlist_digest
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Edition
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_lines import CategoryRanking
from ikz_award.queries.jury.list import ListWish, jury_list
from ikz_award.services.decision.decisions import DecisionText, record_decision
from ikz_award.services.decision.shortlist import TypedDrawing, TypedList, draw_shortlist_rows, placed_of, rule_of, undo
from ikz_award.services.jury.sheets.desk import TypedSheet
from ikz_award.services.jury.sheets.scoring import reopen_sheet, submit_sheet
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.factories import NOW

LATER = NOW + timedelta(hours=1)
WHY = "Die Jury will sich auf die Besten konzentrieren."
COLOGNE = "05315000"
# With equal points for all criteria an entry's value is just that; three jurors give the same.
POINTS = ("9", "7", "7", "5")


def edition_of(jury: SimpleNamespace) -> Edition:
    db.session.rollback()
    return db.session.get_one(Edition, jury.edition_id)


def ranking(jury: SimpleNamespace) -> CategoryRanking:
    [found] = counted_rankings(db.session(), edition=edition_of(jury), category_id=jury.category_id)
    return found


TOP_TWO = TypedDrawing(kind="top", places="2")


def choose(
    jury: SimpleNamespace,
    kept: tuple[int, ...] = (0, 1, 2),
    *,
    rule: TypedDrawing = TOP_TWO,
    key: str = "wahl",
    actor: Actor | None = None,
    reason: str = WHY,
    reasons: dict[int, str] | None = None,
    digest: str | None = None,
) -> int:
    mark = shortlist_digest(placed_of(ranking(jury)), rule_of(rule)) if digest is None else digest
    db.session.rollback()
    typed = TypedList(
        rule=rule,
        kept=frozenset(jury.ids[one] for one in kept),
        reason=reason,
        reasons={jury.ids[one]: words for one, words in (reasons or {}).items()},
    )
    return draw_shortlist_rows(
        Call(actor=actor or jury.organiser, now=NOW, key=key),
        edition_slug=jury.slug,
        category_key="pflichtaufgaben",
        typed=typed,
        digest=mark,
    )


def step(jury: SimpleNamespace, old: Phase, new: Phase, *, now: Any = NOW) -> None:
    db.session.rollback()
    change_phase(
        Call(actor=jury.organiser, now=now, key=f"{old}-{new}-{now}"),
        edition_id=jury.edition_id,
        step=(old, new),
        reason="Die zweite Runde beginnt.",
        missing_seen=99,
    )


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
    reopen_sheet(Call(actor=who, now=LATER, key=f"o{entry}{place}"), entry_id=public_id, version=version(jury, entry, place))
    given = typed(points, version(jury, entry, place))
    db.session.rollback()
    submit_sheet(Call(actor=who, now=LATER, key=f"a{entry}{place}"), entry_id=public_id, typed=given)


def lift(jury: SimpleNamespace, *, reason: str = "Die Grenze war falsch gesetzt.", key: str = "auf", now: Any = LATER) -> None:
    db.session.rollback()
    undo(Call(actor=jury.organiser, now=now, key=key), edition_slug=jury.slug, category_key="pflichtaufgaben", reason=reason)


def decide(jury: SimpleNamespace, winner: int) -> None:
    db.session.rollback()
    record_decision(
        Call(actor=jury.organiser, now=LATER, key=f"e{winner}"),
        category_id=jury.category_id,
        version=None,
        decision=DecisionText(winner=jury.ids[winner], reason="x" * 120, is_confirmed=True),
    )


def listed(jury: SimpleNamespace, who: Actor, wish: ListWish = ListWish()) -> list[Any]:  # noqa: B008 - frozen
    return jury_list(db.session(), actor=who, edition_slug=jury.slug, wish=wish).rows


def choose_unasked(jury: SimpleNamespace) -> None:
    """A list past the service: of entry 3 it says that it is beside it, of entry 2 nothing."""
    with write_session() as session:
        row = Shortlist(
            category_id=jury.category_id, rule=ShortlistRule.HAND, reason="x", drawn_by=jury.organiser.account_id, drawn_at=NOW
        )
        session.add(row)
        session.flush()
        session.add_all(
            ShortlistEntry(shortlist_id=row.id, entry_id=jury.entries[one].id, is_proposed=True, is_kept=one < 2)
            for one in (0, 1, 3)
        )
