"""A plan of who scores what, present or proposed: load of each juror, cover of each entry, what would change."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.assignment import AssignmentMode, Pair, assignment_digest, balanced_assignment
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.queries.jury.assignment import assigned_pairs, begun_pairs, categories_of_jurors, mode_of, plan_of_edition
from ikz_award.queries.jury.bias.hints import hints_of_jurors
from ikz_award.queries.jury.plan.groups import CategoryGroups, groups_by_category
from ikz_award.queries.jury.sheets import MatrixEntry, PanelMember, panel_of


class Way(StrEnum):
    """How the organiser wants it settled. `BALANCED` gives pairs once, which can be changed by hand afterwards."""

    ALL = "all"
    CATEGORIES = "categories"
    BALANCED = "balanced"

    @property
    def mode(self) -> AssignmentMode:
        return AssignmentMode.FIXED if self is Way.BALANCED else AssignmentMode(self.value)


@dataclass(frozen=True, kw_only=True)
class PlanWish:
    """`categories`: (juror, category) as ticked. `sheets`: how many an entry gets; `stays_within`: only by the stored ticks."""

    way: Way
    sheets: int | None = None
    categories: frozenset[tuple[int, int]] = frozenset()
    stays_within: bool = False


@dataclass(frozen=True, kw_only=True)
class JurorLoad:
    """How many sheets a juror is to give, and in how many of them there is work."""

    juror: PanelMember
    sheets: int
    begun: int


@dataclass(frozen=True, kw_only=True)
class EntryCover:
    """How many sheets an entry is to get (abstentions give none) and how many it lacks; `hinted`: who has an open hint."""

    entry: MatrixEntry
    jurors: tuple[PanelMember, ...]
    missing: int
    recused: int
    hinted: int

    @property
    def sheets(self) -> int:
        return len(self.jurors)


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """`pairs` is everything to be scored; `kept`, `added`, `removed` compare it with what holds now."""

    mode: AssignmentMode
    wanted: int
    loads: Sequence[JurorLoad]
    covers: Sequence[EntryCover]
    pairs: frozenset[Pair]
    kept: int
    added: frozenset[Pair]
    removed: frozenset[Pair]
    digest: str

    @property
    def short(self) -> Sequence[EntryCover]:
        """The entries with fewer sheets than wanted."""
        return [cover for cover in self.covers if cover.missing]

    @property
    def categories(self) -> Sequence[CategoryGroups]:
        """Whether each category hangs together."""
        return groups_by_category(self.covers)


@dataclass(frozen=True, kw_only=True)
class PlanFacts:
    """What plans are made from, loaded once."""

    panel: Sequence[PanelMember]
    entries: Sequence[MatrixEntry]
    statuses: Mapping[Pair, SheetStatus]
    kept: frozenset[Pair]
    recused: frozenset[Pair]
    hinted: frozenset[Pair]

    @property
    def members(self) -> Sequence[PanelMember]:
        return [one for one in self.panel if one.role is not PanelRole.DEPUTY]

    @property
    def begun(self) -> frozenset[Pair]:
        """Pairs with a sheet that stand: a recusal ends them."""
        return self.kept - self.recused

    @property
    def abstained(self) -> frozenset[Pair]:
        return frozenset(pair for pair, status in self.statuses.items() if status is SheetStatus.ABSTAINED)


def present_plan(session: Session, *, edition: Edition) -> PlanView:
    """What holds now."""
    facts = plan_facts(session, edition=edition)
    stored = plan_of_edition(session, edition_id=edition.id)
    is_balanced = stored is not None and stored.mode is AssignmentMode.FIXED
    wanted = stored.sheets if stored is not None and is_balanced and stored.sheets else edition.minimum_sheets
    pairs = assigned_pairs(session, edition_id=edition.id)
    return _view(facts, mode=mode_of(session, edition_id=edition.id), wanted=wanted, pairs=pairs, before=pairs)


def proposed_plan(session: Session, *, edition: Edition, wish: PlanWish) -> PlanView:
    """What would hold if the wish were applied to the state as it is now."""
    facts = plan_facts(session, edition=edition)
    wanted = wish.sheets if wish.way is Way.BALANCED and wish.sheets else edition.minimum_sheets
    if wish.way is Way.ALL:
        pairs = {(entry.id, juror.id) for entry in facts.entries for juror in facts.members}
    elif wish.way is Way.CATEGORIES:
        pairs = {
            (entry.id, juror.id)
            for entry in facts.entries
            for juror in facts.members
            if (juror.id, entry.category_id) in wish.categories
        }
    else:
        within = categories_of_jurors(session, edition_id=edition.id) if wish.stays_within else None
        pairs = set(_balanced(facts, sheets=wanted, within=within))
    before = assigned_pairs(session, edition_id=edition.id)
    return _view(facts, mode=wish.way.mode, wanted=wanted, pairs=frozenset(pairs - facts.recused) | facts.begun, before=before)


def plan_facts(session: Session, *, edition: Edition) -> PlanFacts:
    """What a plan of assignments starts from: panel, admitted entries, sheets begun, recusals and hints, read at one moment."""
    panel = panel_of(session, edition_id=edition.id)
    entries = [
        MatrixEntry(id=row[0], public_id=row[1], number=row[2] or "", title=row[3], category_id=row[4], category_name=row[5])
        for row in session.execute(
            select(Entry.id, Entry.public_id, Entry.number, Entry.title, Category.id, Category.name)
            .join(Category, Category.id == Entry.category_id)
            .where(Entry.edition_id == edition.id, Entry.status == EntryStatus.ADMITTED)
            .order_by(Category.position, Entry.number)
        )
    ]
    known = {entry.id for entry in entries}
    sheets = session.execute(
        select(ScoreSheet.entry_id, ScoreSheet.juror_id, ScoreSheet.status)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .where(Juror.edition_id == edition.id)
    )
    recusals = session.execute(
        select(Recusal.entry_id, Recusal.juror_id)
        .join(Juror, Juror.id == Recusal.juror_id)
        .where(Juror.edition_id == edition.id)
    )
    return PlanFacts(
        panel=panel,
        entries=entries,
        statuses={(row[0], row[1]): row[2] for row in sheets if row[0] in known},
        kept=frozenset(pair for pair in begun_pairs(session, edition_id=edition.id) if pair[0] in known),
        recused=frozenset((row[0], row[1]) for row in recusals),
        hinted=_hinted(session, edition, [one.id for one in panel], known),
    )


def _hinted(session: Session, edition: Edition, juror_ids: Sequence[int], entry_ids: Collection[int]) -> frozenset[Pair]:
    """Pairs the register warns of and the juror has not yet answered for."""
    found = hints_of_jurors(session, edition=edition, juror_ids=juror_ids, entry_ids=entry_ids, is_asked_of_all=True)
    return frozenset(
        (entry_id, juror_id)
        for juror_id, entries in found.items()
        for entry_id, hints in entries.items()
        if any(hint.is_open for hint in hints)
    )


def _balanced(facts: PlanFacts, *, sheets: int, within: Mapping[int, frozenset[int]] | None) -> frozenset[Pair]:
    """Nobody recused or with an open hint; who has begun goes on, and an abstention is no sheet."""
    working = facts.begun - facts.abstained
    eligible = {
        entry.id: {
            juror.id
            for juror in facts.panel
            if (entry.id, juror.id) in working
            or (
                juror.role is not PanelRole.DEPUTY
                and (entry.id, juror.id) not in facts.recused | facts.hinted | facts.abstained
                and (within is None or entry.category_id in within.get(juror.id, frozenset()))
            )
        }
        for entry in facts.entries
    }
    categories = {entry.id: entry.category_id for entry in facts.entries}
    return balanced_assignment(eligible=eligible, sheets=sheets, kept=working, categories=categories)


def _view(facts: PlanFacts, *, mode: AssignmentMode, wanted: int, pairs: frozenset[Pair], before: frozenset[Pair]) -> PlanView:
    loads, begun = Counter(juror for _, juror in pairs), Counter(juror for _, juror in pairs & facts.begun)
    shown = [one for one in facts.panel if one.role is not PanelRole.DEPUTY or loads[one.id]]
    return PlanView(
        mode=mode,
        wanted=wanted,
        pairs=pairs,
        kept=len(pairs & facts.begun),
        added=pairs - before,
        removed=before - pairs,
        loads=[JurorLoad(juror=one, sheets=loads[one.id], begun=begun[one.id]) for one in shown],
        covers=[_cover(facts, entry, wanted, pairs - facts.abstained) for entry in facts.entries],
        digest=assignment_digest(mode, pairs),
    )


def _cover(facts: PlanFacts, entry: MatrixEntry, wanted: int, pairs: frozenset[Pair]) -> EntryCover:
    jurors = tuple(one for one in facts.panel if (entry.id, one.id) in pairs)
    members = [(entry.id, one.id) for one in facts.members]
    return EntryCover(
        entry=entry,
        jurors=jurors,
        missing=max(0, wanted - len(jurors)),
        recused=sum(pair in facts.recused for pair in members),
        hinted=sum(pair in facts.hinted and pair not in facts.recused for pair in members),
    )
