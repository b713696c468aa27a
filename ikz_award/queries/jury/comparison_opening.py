"""Whether the jury may compare its points: asked by the comparison itself, and by all who show names only from then on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.kinds import ComparisonMatter
from ikz_award.models.decision.discussion import ComparisonOpening
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.permissions.matters import comparison_matter
from ikz_award.queries.record.phase_history import last_closing_of_scoring


def opening_of(session: Session, *, edition_id: int) -> ComparisonOpening | None:
    """The opening that counts: the last one, if scoring was not closed once more after it."""
    found = session.scalar(
        select(ComparisonOpening)
        .where(ComparisonOpening.edition_id == edition_id)
        .order_by(ComparisonOpening.opened_at.desc(), ComparisonOpening.id.desc())
        .limit(1)
    )
    closed_at = last_closing_of_scoring(session, edition_id=edition_id)
    if found is None or (closed_at is not None and found.opened_at < closed_at):
        return None
    return found


def matter_of_comparison(session: Session, *, edition: Edition) -> ComparisonMatter:
    """What the permission table has to know before it says who may compare, whoever asks."""
    return comparison_matter(edition, is_open=opening_of(session, edition_id=edition.id) is not None)
