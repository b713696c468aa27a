"""An edition and everything that makes it: all of it is data, nothing of it stands in code."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Integer, String, Text, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from ikz_award.domain.decision.voting_rules import SMALLEST_QUORUM, Quorum, VotingRules
from ikz_award.domain.entries.answers import QuestionKind
from ikz_award.domain.entries.form import QuestionPurpose, StepKind
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.scoring import ReasonRule
from ikz_award.domain.phases.workflow import Phase
from ikz_award.models.base import Base, Hundredths, UtcDateTime, enum_column


class Edition(Base):
    """One round of the prize with its dates (UTC), rules and scale. What stands in it holds for all its entries and jurors."""

    __tablename__ = "edition"
    __table_args__ = (
        CheckConstraint("opens_at < deadline_at", name="opens_before_deadline"),
        CheckConstraint("grace_seconds >= 0", name="grace_not_negative"),
        CheckConstraint("minimum_sheets >= 1", name="minimum_sheets_positive"),
        CheckConstraint("quorum_least >= 1", name="quorum_least_positive"),
        CheckConstraint("confidentiality_days >= 1", name="confidentiality_days_positive"),
        CheckConstraint("scale_minimum < scale_maximum AND scale_step > 0", name="scale_makes_sense"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    organiser: Mapped[str] = mapped_column(String(200))
    # Prefix of entry numbers, such as "L2-"; followed by a running number.
    number_prefix: Mapped[str] = mapped_column(String(12))
    next_number: Mapped[int] = mapped_column(default=1)
    phase: Mapped[Phase] = mapped_column(enum_column(Phase, name="phase"))
    opens_at: Mapped[datetime] = mapped_column(UtcDateTime)
    deadline_at: Mapped[datetime] = mapped_column(UtcDateTime)
    grace_seconds: Mapped[int] = mapped_column(default=60)
    scoring_closes_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    scale_minimum: Mapped[Decimal] = mapped_column(Hundredths)
    scale_maximum: Mapped[Decimal] = mapped_column(Hundredths)
    scale_step: Mapped[Decimal] = mapped_column(Hundredths)
    reason_rule: Mapped[ReasonRule] = mapped_column(enum_column(ReasonRule, name="reason_rule"))
    minimum_sheets: Mapped[int] = mapped_column(default=3)
    # How the points of several jurors for one criterion become one number, and the rules for entries of equal value, in order.
    average: Mapped[Average] = mapped_column(enum_column(Average, name="average"), default=Average.MEAN, server_default="mean")
    tie_break: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    # Whether jurors may still change their points once they have seen those of the others, with a reason.
    changes_after_comparison: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Whether a category's prize may go to several entries, in equal parts.
    allows_shared_prize: Mapped[bool] = mapped_column(default=False, server_default=false())
    # How the jury votes, see `voting`.
    quorum: Mapped[Quorum] = mapped_column(
        enum_column(Quorum, name="quorum"), default=Quorum.MORE_THAN_HALF, server_default="more_than_half"
    )
    quorum_least: Mapped[int] = mapped_column(default=SMALLEST_QUORUM, server_default="3")
    chair_breaks_ties: Mapped[bool] = mapped_column(default=True, server_default=true())
    allows_circulation: Mapped[bool] = mapped_column(default=True, server_default=true())
    needs_vote: Mapped[bool] = mapped_column(default=False, server_default=false())
    allows_against_vote: Mapped[bool] = mapped_column(default=False, server_default=false())
    # For how many days a juror's declaration of confidentiality counts; None: to the end.
    confidentiality_days: Mapped[int | None]
    # Whether jurors read without the names of the municipalities.
    hides_names: Mapped[bool] = mapped_column(default=False, server_default=false())
    # Days after the deadline until whose end partners may object.
    objection_days: Mapped[int] = mapped_column(default=14, server_default="14")
    # Limits of attachments, in megabytes.
    file_megabytes: Mapped[int] = mapped_column(default=10, server_default="10")
    entry_megabytes: Mapped[int] = mapped_column(default=25, server_default="25")
    version: Mapped[int] = mapped_column(default=1)
    categories: Mapped[list["Category"]] = relationship(back_populates="edition", order_by="Category.position")
    criteria: Mapped[list["Criterion"]] = relationship(order_by="Criterion.position")
    steps: Mapped[list["FormStep"]] = relationship(order_by="FormStep.position")
    rules: Mapped[list["ParticipationRule"]] = relationship(order_by="ParticipationRule.position")
    milestones: Mapped[list["Milestone"]] = relationship(order_by="Milestone.starts_at")
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name

    @property
    def voting(self) -> VotingRules:
        """How the jury votes."""
        return VotingRules(
            quorum=self.quorum, quorum_least=self.quorum_least, chair_breaks_ties=self.chair_breaks_ties,
            allows_circulation=self.allows_circulation, needs_vote=self.needs_vote,
            allows_against_vote=self.allows_against_vote,
        )  # fmt: skip


class Category(Base):
    """A category of an edition in which a prize is given; `prize_euro` in whole euros, 0 for an honour without money."""

    __tablename__ = "category"
    __table_args__ = (
        UniqueConstraint("edition_id", "key"),
        CheckConstraint("prize_euro >= 0", name="prize_not_negative"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(160))
    description: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int]
    prize_euro: Mapped[int]
    is_special: Mapped[bool] = mapped_column(default=False)
    edition: Mapped[Edition] = relationship(back_populates="categories")


class Criterion(Base):
    """A criterion of the whole edition, or of one category where `category_id` is set."""

    __tablename__ = "criterion"
    __table_args__ = (
        UniqueConstraint("edition_id", "category_id", "key"),
        CheckConstraint("weight > 0", name="weight_positive"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(160))
    description: Mapped[str] = mapped_column(Text, default="")
    # Relative: 40/30/30 means what 4/3/3 means.
    weight: Mapped[int] = mapped_column(Integer)
    position: Mapped[int]
    anchors: Mapped[list["Anchor"]] = relationship(order_by="Anchor.points_from", lazy="selectin")


class Anchor(Base):
    """The words for a group of points on a criterion's scale."""

    __tablename__ = "anchor"
    __table_args__ = (CheckConstraint("points_from <= points_to", name="points_in_order"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("criterion.id"))
    points_from: Mapped[Decimal] = mapped_column(Hundredths)
    points_to: Mapped[Decimal] = mapped_column(Hundredths)
    label: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text, default="")


class FormStep(Base):
    """One page of the entry form; its `kind` says what is on it besides its questions."""

    __tablename__ = "form_step"
    __table_args__ = (UniqueConstraint("edition_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    key: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(120))
    introduction: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[StepKind] = mapped_column(enum_column(StepKind, name="step_kind"))
    position: Mapped[int]
    questions: Mapped[list["Question"]] = relationship(order_by="Question.position", lazy="selectin")


class Question(Base):
    """A field of the entry form; `criterion_key` names the criterion its answer serves."""

    __tablename__ = "question"
    __table_args__ = (
        UniqueConstraint("edition_id", "key"),
        UniqueConstraint("edition_id", "purpose"),
        CheckConstraint("maximum_length IS NULL OR maximum_length > 0", name="maximum_length_positive"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    step_id: Mapped[int] = mapped_column(ForeignKey("form_step.id"))
    key: Mapped[str] = mapped_column(String(40))
    label: Mapped[str] = mapped_column(String(200))
    help: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[QuestionKind] = mapped_column(enum_column(QuestionKind, name="question_kind"))
    purpose: Mapped[QuestionPurpose | None] = mapped_column(enum_column(QuestionPurpose, name="question_purpose"))
    is_required: Mapped[bool] = mapped_column(default=False)
    maximum_length: Mapped[int | None]
    # [{"value": "zweckverband", "label": "Zweckverband"}, …] where the kind is `choice`.
    choices: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    # Asked only when another question has one of these answers: {"question": key, "answers": [value, …]}.
    condition: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    criterion_key: Mapped[str | None] = mapped_column(String(40))
    # Place in the fact sheet of the project database; None: not part of it.
    fact_sheet_position: Mapped[int | None]
    # What the answer is called there, where the form asks in other words; the form says so by this very label.
    fact_sheet_label: Mapped[str] = mapped_column(String(200), default="", server_default="")
    position: Mapped[int]


class AttachmentPurpose(Base):
    """What an attachment may be for, such as the chief executive's confirmation."""

    __tablename__ = "attachment_purpose"
    __table_args__ = (UniqueConstraint("edition_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    key: Mapped[str] = mapped_column(String(40))
    label: Mapped[str] = mapped_column(String(160))
    help: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int]


class ParticipationRule(Base):
    """A rule of participation: `key` names a pure function of domain.entries.eligibility, `parameters` are its arguments."""

    __tablename__ = "participation_rule"
    __table_args__ = (UniqueConstraint("edition_id", "key"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    key: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text)
    is_hard: Mapped[bool]
    is_active: Mapped[bool] = mapped_column(default=True)
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    position: Mapped[int]


class EditionText(Base):
    """A text of an edition, by key and version: confidentiality declaration, introduction, notes. Never edited."""

    __tablename__ = "edition_text"
    __table_args__ = (UniqueConstraint("edition_id", "key", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    key: Mapped[str] = mapped_column(String(40))
    version: Mapped[int]
    body: Mapped[str] = mapped_column(Text)


class Milestone(Base):
    """A date of the edition that is only shown: question hour, jury meeting, prize-giving."""

    __tablename__ = "milestone"
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    label: Mapped[str] = mapped_column(String(160))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_public: Mapped[bool] = mapped_column(default=True)


class JuryRound(Base):
    """A round of scoring; the first edition has one."""

    __tablename__ = "jury_round"
    __table_args__ = (UniqueConstraint("edition_id", "position"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("edition.id"))
    name: Mapped[str] = mapped_column(String(80))
    position: Mapped[int]
