"""The jury's meeting as it happens: agenda, presence, motions, votes. Nothing of it is ever deleted."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.decision.meeting import Choice, MotionKind, Outcome, Tally
from ikz_award.models.base import Base, UtcDateTime, enum_column, new_public_id
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror


class Meeting(Base):
    """One sitting, or (`is_written`) a circulation in writing: votes are due by `due_at`, and only who votes takes part."""

    __tablename__ = "meeting"
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"), index=True)
    is_written: Mapped[bool]
    opened_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    # None for a sitting, and for a circulation from before votes had to be due.
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    edition: Mapped[Edition] = relationship()
    items: Mapped[list["AgendaItem"]] = relationship(order_by="AgendaItem.position")
    motions: Mapped[list["Motion"]] = relationship(order_by="Motion.id", back_populates="meeting")
    objection: Mapped["MeetingObjection | None"] = relationship(lazy="joined")


class MeetingPresence(Base):
    """Somebody came or went; a juror's last row counts."""

    __tablename__ = "meeting_presence"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    is_present: Mapped[bool]
    noted_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class MeetingObjection(Base):
    """Who wants the jury to meet: a circulation in writing ends with the first objection (VwVfG NRW, section 90)."""

    __tablename__ = "meeting_objection"
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), unique=True)
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    reason: Mapped[str] = mapped_column(Text)
    objected_at: Mapped[datetime] = mapped_column(UtcDateTime)
    juror: Mapped[Juror] = relationship(lazy="joined")


class AgendaItem(Base):
    """A category on the agenda; at most one is under way."""

    __tablename__ = "agenda_item"
    __table_args__ = (UniqueConstraint("meeting_id", "category_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    position: Mapped[int]
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    category: Mapped[Category] = relationship(lazy="joined")


class Motion(Base):
    """What is put to the vote. The numbers are filled in when it is closed; of a secret vote they are all there is."""

    __tablename__ = "motion"
    __table_args__ = (
        Index("ix_motion_meeting_id_category_id", "meeting_id", "category_id"),
        CheckConstraint("(outcome IS NULL) = (closed_at IS NULL)", name="closed_has_outcome"),
        CheckConstraint("kind NOT IN ('winner', 'commendation') OR entry_id IS NOT NULL", name="award_has_entry"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(String(32), unique=True, default=new_public_id)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"))
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"))
    kind: Mapped[MotionKind] = mapped_column(enum_column(MotionKind, name="motion_kind"))
    text: Mapped[str] = mapped_column(Text, default="")
    is_secret: Mapped[bool]
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[Outcome | None] = mapped_column(enum_column(Outcome, name="motion_outcome"))
    yes: Mapped[int] = mapped_column(default=0)
    no: Mapped[int] = mapped_column(default=0)
    abstain: Mapped[int] = mapped_column(default=0)
    entitled: Mapped[int] = mapped_column(default=0)
    # How many took part, and how many had to; None where it was counted before the second was written down.
    present: Mapped[int] = mapped_column(default=0)
    # Who had the chair when it was counted, for that vote decides a tie; None where nobody had, or it was not counted.
    chair_id: Mapped[int | None] = mapped_column(ForeignKey("juror.id"))
    needed: Mapped[int | None]
    meeting: Mapped[Meeting] = relationship(back_populates="motions")
    category: Mapped[Category] = relationship()
    entry: Mapped[Entry | None] = relationship()
    ballots: Mapped[list["Ballot"]] = relationship(lazy="selectin")

    @property
    def tally(self) -> Tally:
        return Tally(yes=self.yes, no=self.no, abstain=self.abstain)

    @property
    def took_part(self) -> int:
        """How many took part; in writing those whose vote is counted, whatever an older record calls present."""
        return self.tally.cast if self.meeting.is_written else self.present

    @property
    def valid_outcome(self) -> Outcome | None:
        """The outcome. Before votes in writing had to be cast to count, silence was presence: such records are judged anew."""
        is_old = self.outcome is not None and self.needed is None and self.meeting.is_written
        if is_old and self.took_part < self.meeting.edition.voting.needed(self.entitled):
            return Outcome.NO_QUORUM
        return self.outcome

    @property
    def is_objected(self) -> bool:
        """Whether an objection to voting in writing ended it undecided."""
        objection = self.meeting.objection
        return objection is not None and self.closed_at == objection.objected_at and self.outcome is Outcome.NO_QUORUM


class Ballot(Base):
    """Somebody voted; `choice` None: secretly, and the choice is only in the motion's sums."""

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("motion_id", "juror_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    motion_id: Mapped[int] = mapped_column(ForeignKey("motion.id"))
    juror_id: Mapped[int] = mapped_column(ForeignKey("juror.id"))
    choice: Mapped[Choice | None] = mapped_column(enum_column(Choice, name="ballot_choice"))
    recorded_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    cast_at: Mapped[datetime] = mapped_column(UtcDateTime)
