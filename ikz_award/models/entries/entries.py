"""Entries: answers, partners, attachments, frozen submissions, screening."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, Integer, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.entries.alterations import from_records
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.base import Base, UtcDateTime, enum_column, new_public_id
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.people.register import RegisterBody


class Entry(Base):
    """An entry at work: what is typed now. What counts for jury and reports is its newest `Submission`."""

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("edition_id", "number"),
        CheckConstraint("status = 'draft' OR number IS NOT NULL OR status = 'withdrawn'", name="submitted_has_number"),
        CheckConstraint("status IN ('draft', 'withdrawn') OR category_id IS NOT NULL", name="submitted_has_category"),
        Index("ix_entry_edition_id_status_category_id", "edition_id", "status", "category_id"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    lead_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"), index=True)
    status: Mapped[EntryStatus] = mapped_column(enum_column(EntryStatus, name="entry_status"))
    number: Mapped[str | None] = mapped_column(String(24))
    # Copied from the answer with the purpose `title` on each save, for lists.
    title: Mapped[str] = mapped_column(String(200), default="")
    created_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    status_reason: Mapped[str] = mapped_column(Text, default="")
    # A submitted entry is being changed since; until it is handed in again, the last submitted version counts.
    amending_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # A later deadline for this entry alone.
    extended_to: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()
    edition: Mapped[Edition] = relationship()
    category: Mapped[Category | None] = relationship()
    lead: Mapped[RegisterBody] = relationship()
    answers: Mapped[list["Answer"]] = relationship(back_populates="entry")
    partners: Mapped[list["Partner"]] = relationship(order_by="Partner.position")
    attachments: Mapped[list["Attachment"]] = relationship(order_by="Attachment.position, Attachment.id")
    submissions: Mapped[list["Submission"]] = relationship(order_by="Submission.version")
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class Answer(Base):
    """The answer to one question, as text; its version lets two people edit without overwriting each other."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("entry_id", "question_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    value: Mapped[str] = mapped_column(Text)
    entry: Mapped[Entry] = relationship(back_populates="answers")


class StepVersion(Base):
    """How often a step of an entry was saved: the number a form carries to notice that another save came first."""

    __tablename__ = "step_version"
    __table_args__ = (UniqueConstraint("entry_id", "step_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    step_key: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column()
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class StepText(Base):
    """The answers of a step as one save left them: no accepted text is lost, and the base of a merge is known."""

    __tablename__ = "step_text"
    __table_args__ = (UniqueConstraint("entry_id", "step_key", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    step_key: Mapped[str] = mapped_column(String(40))
    # That of the step; 0: what was there before the first save that was counted.
    version: Mapped[int] = mapped_column()
    answers: Mapped[dict[str, str]] = mapped_column(JSON)
    # Saved while somebody typed, not by a button.
    is_automatic: Mapped[bool] = mapped_column(default=False, server_default=false())
    saved_at: Mapped[datetime] = mapped_column(UtcDateTime)
    saved_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


class Partner(Base):
    """A cooperation partner, from the register (`body_key`) or, say from across the border, by name alone."""

    __tablename__ = "partner"
    __table_args__ = (
        UniqueConstraint("entry_id", "body_key"),
        CheckConstraint("body_key IS NOT NULL OR name <> ''", name="has_key_or_name"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    body_key: Mapped[str | None] = mapped_column(ForeignKey("register_body.key"), index=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    country: Mapped[str] = mapped_column(String(2), default="DE")
    kind: Mapped[PartnerKind] = mapped_column(enum_column(PartnerKind, name="partner_kind"))
    position: Mapped[int]
    body: Mapped[RegisterBody | None] = relationship(lazy="joined")


class StoredFile(Base):
    """A file in the store, named by the SHA-256 of its content; the row exists only after the file is safely on disk."""

    __tablename__ = "stored_file"
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(Integer)
    media_type: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # A small picture of a picture, for lists: another stored file.
    preview_sha256: Mapped[str | None] = mapped_column(String(64))
    # Since when nothing refers to it, as far as the periodic look has seen (services/record/stored_files.py).
    unused_since: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Attachment(Base):
    """A file of an entry; the bytes lie once in the store under their SHA-256, however many entries have the same file."""

    __tablename__ = "attachment"
    # Two requests at once, the same file: the second finds it attached.
    __table_args__ = (Index("uq_attachment_entry_id_purpose_sha256", "entry_id", "purpose", "sha256", unique=True),)
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(40))
    # What the person called it, for display and download only; never a path.
    filename: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(ForeignKey("stored_file.sha256"))
    # What changed and alters nothing (metadata, say), in German, for the person who uploaded it.
    notice: Mapped[str] = mapped_column(String(300), default="")
    # The SHA-256 of the file as it was sent; "" for what was attached before this was noted.
    sent_sha256: Mapped[str] = mapped_column(String(64), default="", server_default="")
    # What the file lost since, as `domain.entries.alterations` records it; the person chose to keep it so.
    alterations: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)
    position: Mapped[int]
    created_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    file: Mapped[StoredFile] = relationship(lazy="joined")

    @property
    def changes(self) -> Sequence[str]:
        return [one.in_words() for one in from_records(self.alterations)]


class Submission(Base):
    """A submitted version: a frozen snapshot with its hash. A trigger refuses any change."""

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("entry_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    version: Mapped[int] = mapped_column()
    # Canonical JSON text: what the hash was taken over, byte for byte.
    snapshot: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_by: Mapped[int] = mapped_column(ForeignKey("account.id"))


PARTNERS, ATTACHMENTS = "#partners", "#attachments"


class RequestedChange(Base):
    """What the organiser asks for after submission: the key of a question, or `PARTNERS`, `ATTACHMENTS`, with a remark.

    While some of an entry's are not done, they alone can be changed and the rest stays frozen.
    """

    __tablename__ = "requested_change"
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    target: Mapped[str] = mapped_column(String(60))
    remark: Mapped[str] = mapped_column(Text, default="")
    requested_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class EntryReminder(Base):
    """A reminder that was sent for an entry that waited. `due_at`: the instant from which it was due."""

    __tablename__ = "entry_reminder"
    __table_args__ = (UniqueConstraint("entry_id", "kind", "due_at"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(20))
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DeadlineExtension(Base):
    """More time, for all or for the entries of one municipality, and why. A trigger refuses any change."""

    __tablename__ = "deadline_extension"
    __table_args__ = (
        CheckConstraint("new_deadline_at > old_deadline_at", name="gives_time"),
        CheckConstraint("reason <> ''", name="has_reason"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    lead_key: Mapped[str | None] = mapped_column(ForeignKey("register_body.key"))
    old_deadline_at: Mapped[datetime] = mapped_column(UtcDateTime)
    new_deadline_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)


class OrganiserVerdict(StrEnum):
    """The organiser's own verdict on a rule in screening."""

    FULFILLED = "fulfilled"
    VIOLATED = "violated"


class ScreeningFinding(Base):
    """The organiser's verdict on one rule for one entry, beside what the rule's function found."""

    __tablename__ = "screening_finding"
    __table_args__ = (UniqueConstraint("entry_id", "rule_key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    rule_key: Mapped[str] = mapped_column(String(40))
    verdict: Mapped[OrganiserVerdict] = mapped_column(enum_column(OrganiserVerdict, name="verdict"))
    remark: Mapped[str] = mapped_column(Text, default="")
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)
