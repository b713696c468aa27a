"""The panel: jurors, declarations, recusals, score sheets and their points."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.models.base import Base, Hundredths, UtcDateTime, enum_column
from ikz_award.models.editions.editions import Criterion, EditionText
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account
from ikz_award.models.people.register import RegisterBody


class Juror(Base):
    """A person's seat on an edition's panel, for a body."""

    __tablename__ = "juror"
    __table_args__ = (UniqueConstraint("edition_id", "account_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    body_name: Mapped[str] = mapped_column(String(200))
    role: Mapped[PanelRole] = mapped_column(enum_column(PanelRole, name="panel_role"))
    position: Mapped[int]
    account: Mapped[Account] = relationship(lazy="joined")


class StandIn(Base):
    """A deputy took a member's place and `role`; the member became deputy. Append-only."""

    __tablename__ = "stand_in"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="has_reason"),
        CheckConstraint("juror_id <> deputy_id", name="two_people"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    deputy_id: Mapped[int] = mapped_column(ForeignKey("juror.id"), index=True)
    role: Mapped[PanelRole] = mapped_column(enum_column(PanelRole, name="stand_in_role"))
    reason: Mapped[str] = mapped_column(Text)
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    juror: Mapped[Juror] = relationship(foreign_keys=[juror_id], lazy="joined")
    deputy: Mapped[Juror] = relationship(foreign_keys=[deputy_id], lazy="joined")


class StandInEntry(Base):
    """An entry the member still owed when the deputy stepped in: the deputy's to score from then on."""

    __tablename__ = "stand_in_entry"
    __table_args__ = (UniqueConstraint("stand_in_id", "entry_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    stand_in_id: Mapped[int] = mapped_column(ForeignKey("stand_in.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))


class JurorEnd(Base):
    """A juror who has worked was taken off the panel, and perhaps came back. Append-only; at most one that is not undone.

    The juror's seat is a deputy's meanwhile, so that it owes nothing and has no vote; `role` is what it was. `keeps_points`:
    sheets handed in go on counting; otherwise they are set aside.
    """

    __tablename__ = "juror_end"
    __table_args__ = (
        CheckConstraint("reason <> ''", name="has_reason"),
        CheckConstraint(
            "(undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason = '')", name="undone_whole"
        ),
        Index(
            "uq_juror_end_live",
            "juror_id",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
            postgresql_where=text("undone_at IS NULL"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    role: Mapped[PanelRole] = mapped_column(enum_column(PanelRole, name="ended_role"))
    keeps_points: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    ended_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    ended_at: Mapped[datetime] = mapped_column(UtcDateTime)
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    undone_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    undone_reason: Mapped[str] = mapped_column(Text, default="", server_default="")
    juror: Mapped[Juror] = relationship(lazy="joined")


class JurorTie(Base):
    """A register key a juror is tied to: what bias hints are made from."""

    __tablename__ = "juror_tie"
    __table_args__ = (
        UniqueConstraint("juror_id", "body_key", "kind"),
        CheckConstraint("kind <> 'former_office' OR ended_on IS NOT NULL", name="former_office_has_end"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    body_key: Mapped[str] = mapped_column(ForeignKey("register_body.key"))
    kind: Mapped[TieKind] = mapped_column(enum_column(TieKind, name="tie_kind"), server_default=TieKind.RESIDENCE)
    ended_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(200), default="")
    body: Mapped[RegisterBody] = relationship()


class ConfidentialityAcceptance(Base):
    """A juror accepted one version of the confidentiality declaration."""

    __tablename__ = "confidentiality_acceptance"
    __table_args__ = (UniqueConstraint("juror_id", "text_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    text_id: Mapped[int] = mapped_column(ForeignKey("edition_text.id"))
    accepted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    text: Mapped[EditionText] = relationship()


class Recusal(Base):
    """A juror's declared and recorded exclusion from an entry."""

    __tablename__ = "recusal"
    __table_args__ = (UniqueConstraint("juror_id", "entry_id"), CheckConstraint("reason <> ''", name="has_reason"))
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    declared_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ScoreSheet(Base):
    """One juror's points and reasons for one entry in one round."""

    __tablename__ = "score_sheet"
    __table_args__ = (
        UniqueConstraint("juror_id", "entry_id", "round_id"),
        Index("ix_score_sheet_entry_id_status", "entry_id", "status"),
        CheckConstraint("status <> 'submitted' OR submitted_at IS NOT NULL", name="submitted_has_time"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    round_id: Mapped[int] = mapped_column(ForeignKey("jury_round.id"))
    status: Mapped[SheetStatus] = mapped_column(enum_column(SheetStatus, name="sheet_status"))
    remark: Mapped[str] = mapped_column(Text, default="")
    # What the applicants may read after the result is published; never part of the points.
    published_remark: Mapped[str] = mapped_column(Text, default="", server_default="")
    abstention_reason: Mapped[str] = mapped_column(Text, default="")
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column()
    juror: Mapped[Juror] = relationship()
    entry: Mapped[Entry] = relationship()
    scores: Mapped[list["Score"]] = relationship(lazy="selectin")
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class Score(Base):
    """The points on one criterion; NULL points are "not yet", 0 is a score."""

    __tablename__ = "score"
    __table_args__ = (UniqueConstraint("sheet_id", "criterion_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("score_sheet.id"))
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"), index=True)
    points: Mapped[Decimal | None] = mapped_column(Hundredths)
    reason: Mapped[str] = mapped_column(Text, default="")
    criterion: Mapped[Criterion] = relationship()
