"""What the organiser did with an entry in screening: whether a closing can be taken back rests on it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.models.base import Base, UtcDateTime, enum_column


class ScreeningDeed(StrEnum):
    """What was done."""

    ADMIT = "admit"
    EXCLUDE = "exclude"
    RETURN = "return"
    REOPEN = "reopen_screening"
    RECORD_FINDINGS = "record_findings"


class ScreeningAct(Base):
    """One thing done with one entry. Append-only; a trigger refuses UPDATE and DELETE."""

    __tablename__ = "screening_act"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    deed: Mapped[ScreeningDeed] = mapped_column(enum_column(ScreeningDeed, name="screening_deed"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
