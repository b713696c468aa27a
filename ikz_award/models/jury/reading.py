"""What a juror keeps while reading: the versions of a sheet, private notes, a filled table that was sent in."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.models.base import Base, UtcDateTime, enum_column, new_public_id


class SheetVersion(Base):
    """A sheet as it was when it was submitted or abstained from: append-only, so that every change can be followed."""

    __tablename__ = "sheet_version"
    __table_args__ = (UniqueConstraint("sheet_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id"))
    version: Mapped[int]
    status: Mapped[SheetStatus] = mapped_column(enum_column(SheetStatus, name="sheet_version_status"))
    # Canonical JSON: points as digits ("7.5"), reasons and remarks, by criterion key.
    content: Mapped[str] = mapped_column(Text)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReadingNote(Base):
    """A juror's own words on an entry and the mark "for later": for nobody else's eyes, in nobody else's export."""

    __tablename__ = "reading_note"
    __table_args__ = (UniqueConstraint("juror_id", "entry_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    text: Mapped[str] = mapped_column(Text, default="")
    is_for_later: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class FilledTable(Base):
    """A filled XLSX as a juror sent it in, kept until it is applied or replaced by the next one."""

    __tablename__ = "filled_table"
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"), index=True)
    filename: Mapped[str] = mapped_column(String(120))
    sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    applied_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
