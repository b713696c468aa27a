"""An edition to be written to: locked, so that two people who change it take turns."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition


def locked_edition(session: Session, slug: str) -> Edition:
    """The edition at an address, for the rest of the transaction. Raises `NotFound`."""
    edition = session.scalar(select(Edition).where(Edition.slug == slug).with_for_update())
    if edition is None:
        raise NotFound
    return edition
