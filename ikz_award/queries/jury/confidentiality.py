"""Who has declared confidentiality, in the newest version of the text and not too long ago."""

from datetime import datetime

from sqlalchemy import ScalarSelect, func, select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.confidentiality import still_counts
from ikz_award.models.editions.editions import Edition, EditionText
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror

CONFIDENTIALITY = "confidentiality"


def newest_acceptance() -> ScalarSelect[datetime]:
    """When the `Juror` of the surrounding query accepted the newest version; an older version's acceptance is none."""
    newest = (
        select(func.max(EditionText.version))
        .where(EditionText.edition_id == Juror.edition_id, EditionText.key == CONFIDENTIALITY)
        .correlate(Juror)
        .scalar_subquery()
    )
    return (
        select(ConfidentialityAcceptance.accepted_at)
        .join(EditionText, EditionText.id == ConfidentialityAcceptance.text_id)
        .where(
            ConfidentialityAcceptance.juror_id == Juror.id,
            EditionText.key == CONFIDENTIALITY,
            EditionText.version == newest,
        )
        .correlate(Juror)
        .scalar_subquery()
    )


def sworn_jurors(session: Session, *, edition_id: int, now: datetime) -> frozenset[int]:
    """The jurors (ids) of an edition whose declaration counts now."""
    rows = session.execute(
        select(Juror.id, Edition.confidentiality_days, newest_acceptance())
        .join(Edition, Edition.id == Juror.edition_id)
        .where(Juror.edition_id == edition_id)
    )
    return frozenset(juror for juror, days, at in rows if still_counts(accepted_at=at, days=days, now=now))
