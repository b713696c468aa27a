"""Texts of the installation, version by version."""

from datetime import datetime

from sqlalchemy import CheckConstraint, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ikz_award.domain.words.site_texts import SiteText
from ikz_award.models.base import Base, UtcDateTime, enum_column


class SiteTextVersion(Base):
    """A version of a text, numbered from 1. Append-only: a trigger refuses UPDATE and DELETE. Markdown, placeholders and all.

    Before the first one the text that ships with the program counts.
    """

    __tablename__ = "site_text_version"
    __table_args__ = (UniqueConstraint("name", "version"), CheckConstraint("version >= 1", name="version_positive"))
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[SiteText] = mapped_column(enum_column(SiteText, name="site_text"))
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by_name: Mapped[str] = mapped_column(String(200))
