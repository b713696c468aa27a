"""The sealed result: who confirmed it, the document, every frozen row, and what opened it again. All of it append-only."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.models.accounts import Account
from ikz_award.models.base import Base, UtcDateTime, enum_column


class SealAct(StrEnum):
    """What two people do together."""

    SEAL = "seal"
    REOPEN = "reopen"


class SealRole(StrEnum):
    """The two who have to agree."""

    ORGANISER = "organiser"
    CHAIR = "chair"


class SealConfirmation(Base):
    """One of the two has confirmed, for exactly what `content_sha256` stands for."""

    __tablename__ = "seal_confirmation"
    __table_args__ = (CheckConstraint("act = 'seal' OR reason <> ''", name="reopening_has_reason"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    act: Mapped[SealAct] = mapped_column(enum_column(SealAct, name="seal_act"))
    role: Mapped[SealRole] = mapped_column(enum_column(SealRole, name="seal_role"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    content_sha256: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text, default="")
    confirmed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    # Withdrawn by the same person, outdated by a change, or used by the seal or reopening it led to: then it counts no more.
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    account: Mapped[Account] = relationship(lazy="joined")


class ResultSeal(Base):
    """A version of the sealed result. `document` is canonical JSON, what the hash was taken over, byte for byte."""

    __tablename__ = "result_seal"
    __table_args__ = (UniqueConstraint("edition_id", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    version: Mapped[int]
    document: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(String(64))
    signature: Mapped[str] = mapped_column(String(128))
    public_key: Mapped[str] = mapped_column(String(64))
    sealed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reopening: Mapped["ResultReopening | None"] = relationship(back_populates="seal", lazy="joined")


class SealedRow(Base):
    """A row of a frozen table as it was when the result was sealed, so that `verify` can name a cell that differs."""

    __tablename__ = "sealed_row"
    __table_args__ = (UniqueConstraint("seal_id", "table_name", "row_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    seal_id: Mapped[int] = mapped_column(ForeignKey("result_seal.id"))
    table_name: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[int]
    content: Mapped[str] = mapped_column(Text)


class ResultReopening(Base):
    """A sealed version that counts no more, by whom and why stands in its confirmations; the version itself stays."""

    __tablename__ = "result_reopening"
    id: Mapped[int] = mapped_column(primary_key=True)
    seal_id: Mapped[int] = mapped_column(ForeignKey("result_seal.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)
    reopened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seal: Mapped[ResultSeal] = relationship(back_populates="reopening")


# What a seal freezes: table → the id of the row's edition, where `{row}` is the row. The guards in the database and the check
# of every cell both follow it; a test sees to it that each table of an edition is named here or known to stay open.
FROZEN: dict[str, str] = {
    "category": "{row}.edition_id",
    "criterion": "{row}.edition_id",
    "anchor": "(SELECT edition_id FROM criterion WHERE id = {row}.criterion_id)",
    "participation_rule": "{row}.edition_id",
    "form_step": "{row}.edition_id",
    "question": "{row}.edition_id",
    "attachment_purpose": "{row}.edition_id",
    "edition_text": "{row}.edition_id",
    "jury_round": "{row}.edition_id",
    "juror": "{row}.edition_id",
    "juror_tie": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "hint_decision": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "recusal": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "score_sheet": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "score": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "sheet_version": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "scoring_extension": "(SELECT edition_id FROM juror WHERE id = {row}.juror_id)",
    "sheet_reopening": (
        "(SELECT juror.edition_id FROM juror JOIN score_sheet ON score_sheet.juror_id = juror.id"
        " WHERE score_sheet.id = {row}.sheet_id)"
    ),
    "decision": "(SELECT edition_id FROM category WHERE id = {row}.category_id)",
    "co_winner": (
        "(SELECT category.edition_id FROM category JOIN decision ON decision.category_id = category.id"
        " WHERE decision.id = {row}.decision_id)"
    ),
    "shortlist": "(SELECT edition_id FROM category WHERE id = {row}.category_id)",
    "shortlist_entry": (
        "(SELECT category.edition_id FROM category JOIN shortlist ON shortlist.category_id = category.id"
        " WHERE shortlist.id = {row}.shortlist_id)"
    ),
    "entry": "{row}.edition_id",
    "answer": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "partner": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "attachment": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "submission": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
    "screening_finding": "(SELECT edition_id FROM entry WHERE id = {row}.entry_id)",
}
# Of the edition itself: what the result rests on. Phase, dates of publishing and the like go on.
FROZEN_OF_EDITION = (
    "slug", "name", "organiser", "number_prefix", "opens_at", "deadline_at", "grace_seconds", "scoring_closes_at",
    "scale_minimum", "scale_maximum", "scale_step", "reason_rule", "minimum_sheets", "average", "tie_break",
    "changes_after_comparison", "allows_shared_prize", "quorum", "quorum_least", "chair_breaks_ties", "allows_circulation",
    "needs_vote", "allows_against_vote",
)  # fmt: skip
