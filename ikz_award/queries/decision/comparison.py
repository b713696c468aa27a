"""All points side by side after scoring, for the organiser and for jurors without bias, and what they say to each other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import ComparedMatter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.decision.discussion import DiscussionFlag, DiscussionPost
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_lines import CriterionHead, RankedLine, SheetLine
from ikz_award.queries.jury.comparison_opening import matter_of_comparison, opening_of
from ikz_award.queries.jury.jury import sheet_row
from ikz_award.queries.permissions.matters import compared_matter


@dataclass(frozen=True, kw_only=True)
class ComparedEntry:
    """An entry and, where the actor may see them, its points.

    `line` None: the juror has neither scored the entry nor abstained, so the others' points stay hidden. `spread`: the greatest
    less the smallest total of the sheets that count, on the scale; None below two sheets.
    """

    public_id: str
    number: str
    title: str
    lead_name: str
    category_key: str
    category_name: str
    criteria: Sequence[CriterionHead]
    line: RankedLine | None
    spread: Fraction | None
    flags: int
    posts: int
    is_left_out: bool = False


@dataclass(frozen=True, kw_only=True)
class OwnSheet:
    """The juror's own submitted sheet, where it may be changed still."""

    line: SheetLine
    version: int
    published_remark: str


@dataclass(frozen=True, kw_only=True)
class Discussion:
    """One entry's page. `posts` oldest first, without those taken back; `is_mine`: the actor has flagged it."""

    edition: Edition
    compared: ComparedEntry
    posts: Sequence[DiscussionPost]
    flagged_by: Sequence[str]
    is_mine: bool
    may_discuss: bool
    own: OwnSheet | None = None


def matter_of_compared(session: Session, *, actor: Actor, entry: Entry) -> ComparedMatter:
    """The facts about one entry and, where the actor has a seat, that juror."""
    seat = actor.seat(entry.edition_id)
    recusal = select(Recusal.id).where(Recusal.entry_id == entry.id, Recusal.juror_id == (seat.juror_id if seat else None))
    return compared_matter(
        entry,
        juror_id=seat.juror_id if seat else None,
        is_open=opening_of(session, edition_id=entry.edition_id) is not None,
        is_recused=session.scalar(recusal) is not None,
    )


def comparison(session: Session, *, actor: Actor, edition: Edition) -> Sequence[ComparedEntry]:
    """Where the jury disagrees most first; entries the juror is recused from are not in it. Raises `Refused`."""
    require(actor, Action.COMPARE, matter_of_comparison(session, edition=edition))
    found = _compared(session, actor=actor, edition=edition)
    return sorted(found, key=lambda one: (one.spread is None, -(one.spread or 0), one.number))


def discussion(session: Session, *, actor: Actor, edition: Edition, public_id: str) -> Discussion:
    """One entry with all points, reasons, flags and words. Raises `NotFound` where the actor may not see it, `Refused`."""
    entry = session.scalar(select(Entry).where(Entry.public_id == public_id, Entry.edition_id == edition.id))
    if entry is None:
        raise NotFound
    matter = matter_of_compared(session, actor=actor, entry=entry)
    if matter.is_recused:
        raise NotFound
    require(actor, Action.COMPARE_ENTRY, matter)
    [compared] = [one for one in _compared(session, actor=actor, edition=edition) if one.public_id == public_id]
    posts = _posts(session, entry.id) if compared.line else ()
    flags = session.scalars(select(DiscussionFlag).where(DiscussionFlag.entry_id == entry.id)).all()
    names = {sheet.juror.id: sheet.juror.name for sheet in compared.line.sheets} if compared.line else {}
    return Discussion(
        edition=edition,
        compared=compared,
        posts=posts,
        flagged_by=[names[flag.juror_id] for flag in flags if flag.juror_id in names],
        is_mine=any(flag.juror_id == matter.juror_id for flag in flags),
        may_discuss=compared.line is not None and is_allowed(actor, Action.DISCUSS, matter),
        own=_own(session, entry, compared, matter)
        if compared.line is not None and not compared.is_left_out and is_allowed(actor, Action.CHANGE_AFTER_COMPARISON, matter)
        else None,
    )


def _own(session: Session, entry: Entry, compared: ComparedEntry, matter: ComparedMatter) -> OwnSheet | None:
    """The juror's submitted sheet, to be changed."""
    found = [one for one in compared.line.sheets if one.juror.id == matter.juror_id] if compared.line else []
    row = sheet_row(session, entry=entry, juror_id=matter.juror_id) if matter.juror_id else None
    if row is None or not found or not found[0].is_counted:
        return None
    return OwnSheet(line=found[0], version=row.version, published_remark=row.published_remark)


def _posts(session: Session, entry_id: int) -> Sequence[DiscussionPost]:
    return session.scalars(
        select(DiscussionPost)
        .where(DiscussionPost.entry_id == entry_id, DiscussionPost.taken_back_at.is_(None))
        .order_by(DiscussionPost.posted_at, DiscussionPost.id)
    ).all()


def _compared(session: Session, *, actor: Actor, edition: Edition) -> list[ComparedEntry]:
    seat = None if actor.is_admin else actor.seat(edition.id)
    juror_id = seat.juror_id if seat else None
    recused = set(
        session.scalars(select(Entry.public_id).join(Recusal, Recusal.entry_id == Entry.id).where(Recusal.juror_id == juror_id))
    )
    flags = _counts(session, select(Entry.public_id).join(DiscussionFlag, DiscussionFlag.entry_id == Entry.id), edition)
    posts = _counts(
        session,
        select(Entry.public_id)
        .join(DiscussionPost, DiscussionPost.entry_id == Entry.id)
        .where(DiscussionPost.taken_back_at.is_(None)),
        edition,
    )
    found = []
    for ranking in counted_rankings(session, edition=edition):
        beside = {line.public_id for line in ranking.left_out}
        for line in ranking.every_line:
            if line.public_id in recused:
                continue
            shown = line if actor.is_admin or has_done(line, juror_id) else None
            found.append(
                ComparedEntry(
                    public_id=line.public_id,
                    number=line.number,
                    title=line.title,
                    lead_name=line.lead_name,
                    category_key=ranking.key,
                    category_name=ranking.name,
                    criteria=ranking.criteria,
                    line=shown,
                    spread=spread_of(line) if shown else None,
                    flags=flags[line.public_id],
                    posts=posts[line.public_id] if shown else 0,
                    is_left_out=line.public_id in beside,
                )
            )
    return found


def has_done(line: RankedLine, juror_id: int | None) -> bool:
    """Whether this juror has handed in a sheet for the entry, or abstained: then seeing the others' influences nothing."""
    own = [sheet for sheet in line.sheets if sheet.juror.id == juror_id]
    return any(sheet.state in ("submitted", "abstained") for sheet in own)


def spread_of(line: RankedLine) -> Fraction | None:
    """The largest difference between two totals of an entry, exact; None with fewer than two totals."""
    totals = [sheet.total for sheet in line.sheets if sheet.total is not None]
    return max(totals) - min(totals) if len(totals) > 1 else None


def _counts(session: Session, found: Select[str], edition: Edition) -> Counter[str]:
    return Counter(session.scalars(found.where(Entry.edition_id == edition.id)))
