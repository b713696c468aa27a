"""What rests on the parts of an edition, gathered for `domain.phases.locks`."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.locks import Resting
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.editions.steps import PhaseStep
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.assignment import JurorCategory
from ikz_award.models.jury.jury import Juror, Score, ScoreSheet


def resting_on(session: Session, edition: Edition) -> Resting:
    """What has happened in the edition; of several instants the first, of steps the last."""
    steps = session.execute(
        select(PhaseStep.old, PhaseStep.at).where(PhaseStep.edition_id == edition.id).order_by(PhaseStep.id)
    )
    chosen = session.execute(
        select(Category.key, func.min(Entry.created_at))
        .join(Entry, Entry.category_id == Category.id)
        .where(Category.edition_id == edition.id)
        .group_by(Category.key)
    )
    numbered = select(func.min(Entry.submitted_at)).where(Entry.edition_id == edition.id, Entry.number.is_not(None))
    points = (
        select(func.min(ScoreSheet.updated_at))
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .where(Juror.edition_id == edition.id, select(Score.id).where(Score.sheet_id == ScoreSheet.id).exists())
    )
    return Resting(
        phase=edition.phase,
        left={old: at for old, at in steps},  # noqa: C416 - rows are no pairs
        # A number once given is gone, also where its entry no longer says when.
        numbered_at=(session.scalar(numbered) or edition.opens_at) if edition.next_number > 1 else None,
        points_at=session.scalar(points),
        chosen={key: at for key, at in chosen},  # noqa: C416
    )


def assigned_categories(session: Session, *, edition_id: int) -> set[str]:
    """The keys of categories that jurors are assigned to."""
    query = select(Category.key).join(JurorCategory, JurorCategory.category_id == Category.id)
    return set(session.scalars(query.where(Category.edition_id == edition_id)))
