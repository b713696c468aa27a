"""Editions as everybody may see them."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from ikz_award.domain.jury.scoring import Scale
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Criterion, Edition, EditionText, Question
from ikz_award.models.jury.jury import Juror, Score, ScoreSheet
from ikz_award.queries.entries.entries import open_editions


def editions(session: Session) -> Sequence[Edition]:
    """All editions that are announced, newest first."""
    return session.scalars(select(Edition).where(Edition.phase != Phase.PREPARATION).order_by(Edition.opens_at.desc())).all()


def open_edition(session: Session, *, now: datetime) -> Edition | None:
    """The edition that accepts entries at `now`, the one that closes first."""
    return next(iter(open_editions(session, now=now)), None)


def edition_by_slug(session: Session, slug: str) -> Edition:
    """The edition at an address. Raises `NotFound`."""
    edition = session.scalar(select(Edition).where(Edition.slug == slug).options(selectinload(Edition.categories)))
    if edition is None:
        raise NotFound
    return edition


def text_of(session: Session, *, edition_id: int, key: str) -> EditionText | None:
    """The newest version of one of the edition's texts."""
    return session.scalar(
        select(EditionText)
        .where(EditionText.edition_id == edition_id, EditionText.key == key)
        .order_by(EditionText.version.desc())
        .limit(1)
    )


def scale_of(edition: Edition) -> Scale:
    """Lowest and highest points and the step between two, as exact decimals."""
    return Scale(minimum=edition.scale_minimum, maximum=edition.scale_maximum, step=edition.scale_step)


def criteria_for(session: Session, *, edition_id: int, category_id: int | None) -> Sequence[Criterion]:
    """The criteria entries of a category are scored on: the category's own where it has any, else the edition's."""
    every = session.scalars(select(Criterion).where(Criterion.edition_id == edition_id).order_by(Criterion.position)).all()
    own = [criterion for criterion in every if criterion.category_id is not None and criterion.category_id == category_id]
    return own or [criterion for criterion in every if criterion.category_id is None]


def question_labels(session: Session, *, keys: Collection[str]) -> dict[str, str]:
    """The labels of questions by key, of the newest edition that asks them."""
    rows = session.execute(
        select(Question.key, Question.label).where(Question.key.in_(keys)).order_by(Question.edition_id, Question.id)
    )
    return {row.key: row.label for row in rows}


def has_points(session: Session, *, edition_id: int) -> bool:
    """Whether a juror has given points: from then on, how they are counted stands."""
    given = select(Score.id).join(ScoreSheet).join(Juror, Juror.id == ScoreSheet.juror_id).where(Juror.edition_id == edition_id)
    return session.scalar(given.limit(1)) is not None
