"""Files that wait to become attachments."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.entries.alterations import from_records
from ikz_award.models.base import Base, UtcDateTime, new_public_id
from ikz_award.models.entries.entries import StoredFile


class HeldUpload(Base):
    """A file that could only be kept altered: cleaned and stored, and attached only when somebody chooses so."""

    __tablename__ = "held_upload"
    __table_args__ = (UniqueConstraint("entry_id", "purpose", "sha256"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str] = mapped_column(String(40))
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    sent_sha256: Mapped[str] = mapped_column(String(64))
    alterations: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    notice: Mapped[str] = mapped_column(String(300), default="")
    created_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    file: Mapped[StoredFile] = relationship(lazy="joined")

    @property
    def changes(self) -> Sequence[str]:
        return [one.in_words() for one in from_records(self.alterations)]
