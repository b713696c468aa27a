"""Decisions and shortlists: a winner is an admitted entry of its category, and on the list."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.decision.decisions import WINNERS
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry


def winners(session: Session) -> Iterator[str]:
    """Winners of decided editions that are not admitted entries of their category."""
    wrong = (
        select(Category.id)
        .join(Edition, Edition.id == Category.edition_id)
        .join(WINNERS, WINNERS.c.category_id == Category.id)
        .join(Entry, Entry.id == WINNERS.c.entry_id)
        .where(
            Edition.phase.in_((Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED)),
            (Entry.category_id != Category.id) | (Entry.status != EntryStatus.ADMITTED),
        )
    )
    for category_id in session.scalars(wrong):
        yield f"category {category_id}: its winner is not an admitted entry of the category"


def shortlists(session: Session) -> Iterator[str]:
    """Shortlists that count and say nothing of an admitted entry, and winners of decided editions that are beside theirs."""
    listed = (
        select(ShortlistEntry.id)
        .where(ShortlistEntry.shortlist_id == Shortlist.id, ShortlistEntry.entry_id == Entry.id)
        .correlate(Shortlist, Entry)
    )
    forgotten = (
        select(Shortlist.id, Entry.number)
        .join(Entry, Entry.category_id == Shortlist.category_id)
        .where(Shortlist.undone_at.is_(None), Entry.status == EntryStatus.ADMITTED, ~listed.exists())
    )
    for list_id, number in session.execute(forgotten):
        yield f"shortlist {list_id}: says nothing of entry {number}"
    beside = (
        select(Category.id)
        .join(Edition, Edition.id == Category.edition_id)
        .join(WINNERS, WINNERS.c.category_id == Category.id)
        .join(ShortlistEntry, ShortlistEntry.entry_id == WINNERS.c.entry_id)
        .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
        .where(
            Edition.phase.in_((Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED)),
            Shortlist.undone_at.is_(None),
            ~ShortlistEntry.is_kept,
        )
    )
    for category_id in session.scalars(beside):
        yield f"category {category_id}: its winner is not on the shortlist"
