"""Which stored files anything refers to: attachments, results of jobs, a juror's tables, submitted versions, sealed results."""

import re

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from ikz_award.models.base import Base
from ikz_award.models.entries.entries import StoredFile, Submission
from ikz_award.models.seal.seal import ResultSeal

_NAME = re.compile(r"\b[0-9a-f]{64}\b")


def without_reference(session: Session) -> set[str]:
    """Files that no row refers to, by whatever table: a new foreign key to `stored_file` counts by itself."""
    names = set(session.scalars(select(StoredFile.sha256)))
    for column in (StoredFile.preview_sha256, *_referring()):
        names.difference_update(session.scalars(select(column).where(column.is_not(None)).distinct()))
    return names


def named_in_records(session: Session) -> set[str]:
    """Every hash that a submitted version or a sealed result names: those never change, and may be the last to know a file."""
    found: set[str] = set()
    for text in (Submission.snapshot, ResultSeal.document):
        for words in session.scalars(select(text).execution_options(yield_per=100)):
            found.update(_NAME.findall(words))
    return found


def _referring() -> list[Column[str]]:
    return [
        key.parent
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == StoredFile.__tablename__
    ]
