"""What waits for the organiser behind a page of an edition, as numbers; at most one statement or two a page."""

from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.jury.bias.record import unruled_denials
from ikz_award.queries.phases.facts import open_categories
from ikz_award.queries.record.phase_rest import missing_statements


class Backlog(StrEnum):
    """Kinds of work that wait."""

    ENTRIES = "entries"
    DENIALS = "denials"
    DECISIONS = "decisions"
    STATEMENTS = "statements"


def backlog(session: Session, *, edition: Edition) -> Mapping[Backlog, int]:
    """How many entries are to be checked, denials to be ruled on, categories to be decided, statements to come.

    Only what can be done in the edition's phase is counted; a kind with nothing to do is missing.
    """
    found: dict[Backlog, int] = {}
    match edition.phase:
        case Phase.SCREENING:
            unchecked = select(func.count()).select_from(Entry).where(Entry.edition_id == edition.id)
            found[Backlog.ENTRIES] = session.scalar(unchecked.where(Entry.status == EntryStatus.SUBMITTED)) or 0
        case Phase.JUDGING:
            found[Backlog.DENIALS] = unruled_denials(session, edition_id=edition.id)
        case Phase.DELIBERATION:
            found[Backlog.DENIALS] = unruled_denials(session, edition_id=edition.id)
            found[Backlog.DECISIONS] = len(open_categories(session, edition_id=edition.id))
        case Phase.PUBLISHED:
            found[Backlog.STATEMENTS] = missing_statements(session, edition_id=edition.id)
    return {kind: number for kind, number in found.items() if number}
