"""What a category's ranking rests on, as one hash: two of them are equal where the ranking need not be counted again."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.models.decision.shortlist import Shortlist, ShortlistEntry
from ikz_award.models.editions.editions import Criterion, Edition, JuryRound
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal, Score, ScoreSheet
from ikz_award.queries.jury.ends import has_left_jury, is_set_aside


def ranking_basis(session: Session, *, edition_id: int, category_id: int) -> str:
    """SHA-256 of every value that decides who is ranked in the category, on which rank and who is left out; names are none.

    A fixed number of queries, no objects: much quicker than to count (`queries.decision.ranking`), so that it can be asked
    again while others wait.
    """
    values = [
        sorted(canonical_json(list(row)).decode() for row in session.execute(query))
        for query in _queries(edition_id=edition_id, category_id=category_id)
    ]
    return hashlib.sha256(canonical_json(values)).hexdigest()


def _queries(*, edition_id: int, category_id: int) -> Sequence[Select[*tuple[Any, ...]]]:
    takes_part = (Entry.category_id == category_id, Entry.status == EntryStatus.ADMITTED)
    entries = select(Entry.id).where(*takes_part)
    return (
        select(Edition.minimum_sheets, Edition.average, Edition.tie_break).where(Edition.id == edition_id),
        select(JuryRound.id, JuryRound.position).where(JuryRound.edition_id == edition_id),
        select(Criterion.id, Criterion.key, Criterion.weight, Criterion.position, Criterion.category_id).where(
            Criterion.edition_id == edition_id
        ),
        select(Entry.id, Entry.public_id, Entry.number).where(*takes_part),
        select(Juror.id, has_left_jury(Juror.id), is_set_aside(Juror.id)).where(Juror.edition_id == edition_id),
        select(Recusal.juror_id, Recusal.entry_id).where(Recusal.entry_id.in_(entries)),
        select(ScoreSheet.id, ScoreSheet.juror_id, ScoreSheet.entry_id, ScoreSheet.round_id, ScoreSheet.status).where(
            ScoreSheet.entry_id.in_(entries)
        ),
        select(Score.sheet_id, Score.criterion_id, Score.points)
        .join(ScoreSheet, ScoreSheet.id == Score.sheet_id)
        .where(ScoreSheet.entry_id.in_(entries)),
        select(Shortlist.id, ShortlistEntry.entry_id, ShortlistEntry.is_kept)
        .join(ShortlistEntry, ShortlistEntry.shortlist_id == Shortlist.id)
        .where(Shortlist.category_id == category_id, Shortlist.undone_at.is_(None)),
    )
