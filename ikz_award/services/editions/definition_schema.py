"""The tables of a definition of an edition as types: which fields each has, of which kind, how long or large.

Only `definition` imports this, and where it checks: pydantic costs more to start than all of a page.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from annotated_types import Ge, Le
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StringConstraints
from pydantic import model_validator as validator_of_model
from pydantic_core import PydanticCustomError

from ikz_award.domain.decision.voting_rules import SMALLEST_QUORUM, Quorum
from ikz_award.domain.jury.point_table import Average
from ikz_award.models.editions.editions import QuestionKind, QuestionPurpose, ReasonRule, StepKind
from ikz_award.services.editions.definition_faults import MOST_ROWS
from ikz_award.services.editions.rules import LIMITS
from ikz_award.services.editions.texts import MOST_DAYS

Row = TypeVar("Row")
Word = TypeVar("Word", bound=StrEnum)

Str = Annotated[str, Field(strict=True)]
Key = Annotated[str, StringConstraints(strict=True, max_length=40, pattern=r"\A[a-z0-9]+([_-][a-z0-9]+)*\z")]


def _text(maximum: int, *, minimum: int = 0) -> Callable[[str], str]:
    """Blanks around a text do not count; they stay, for lines of a longer text are set by them."""

    def measured(value: str) -> str:
        """The text as it is, if its length fits."""
        size = len(value.strip())
        if size < minimum:
            raise PydanticCustomError("text_too_short", "too short", {"minimum": minimum, "size": size})
        if size > maximum:
            raise PydanticCustomError("text_too_long", "too long", {"maximum": maximum, "size": size})
        return value

    return measured


def _word(members: type[Word]) -> Callable[[object], Word]:
    """The member of a text; unlike pydantic's own refusal, ours can name what is possible."""

    def known(value: object) -> Word:
        """The member."""
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "no text")
        if value not in {member.value for member in members}:
            raise PydanticCustomError(
                "word", "unknown", {"value": value, "names": ", ".join(member.value for member in members)}
            )
        return members(value)

    return known


def _number(value: object) -> object:
    """Whole numbers are numbers, too; true and false are none, nor are binary fractions, which are not exact."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _tables(value: object) -> object:
    """One sentence for the list, not one for each row that is no table."""
    if isinstance(value, list) and not all(isinstance(row, Mapping) for row in value):
        raise PydanticCustomError("tables_type", "no list of tables")
    return value


# Beyond any scale there is, and far below what arithmetic in 28 digits can no longer divide.
_MOST_POINTS = 1_000_000
Points = Annotated[
    Decimal,
    BeforeValidator(_number),
    Field(strict=True, allow_inf_nan=False, decimal_places=2, ge=-_MOST_POINTS, le=_MOST_POINTS),
]
Flag = StrictBool
Table = Annotated[dict[str, Any], Field(strict=True)]
Rows = Annotated[list[Row], BeforeValidator(_tables), Field(strict=True, default_factory=list, max_length=MOST_ROWS)]
# Whole numbers as the organiser's pages allow them.
ObjectionDays = Annotated[StrictInt, Ge(LIMITS["objection_days"][0]), Le(LIMITS["objection_days"][1])]
FileMegabytes = Annotated[StrictInt, Ge(LIMITS["file_megabytes"][0]), Le(LIMITS["file_megabytes"][1])]
EntryMegabytes = Annotated[StrictInt, Ge(LIMITS["entry_megabytes"][0]), Le(LIMITS["entry_megabytes"][1])]
ConfidentialityDays = Annotated[StrictInt, Ge(1), Le(MOST_DAYS)]
NeededRows = Annotated[list[Row], BeforeValidator(_tables), Field(strict=True, min_length=1, max_length=MOST_ROWS)]

T12 = Annotated[Str, AfterValidator(_text(12, minimum=1))]
T80 = Annotated[Str, AfterValidator(_text(80, minimum=1))]
T120 = Annotated[Str, AfterValidator(_text(120, minimum=1))]
T160 = Annotated[Str, AfterValidator(_text(160, minimum=1))]
T200 = Annotated[Str, AfterValidator(_text(200, minimum=1))]
T2000 = Annotated[Str, AfterValidator(_text(2000, minimum=1))]
Upto200 = Annotated[Str, AfterValidator(_text(200))]
Upto1000 = Annotated[Str, AfterValidator(_text(1000))]
Upto2000 = Annotated[Str, AfterValidator(_text(2000))]


class _Table(BaseModel):
    """A field that is none (there is no other way to say so in a definition that extends another) was left out."""

    model_config = ConfigDict(extra="forbid")

    @validator_of_model(mode="before")
    @classmethod
    def _left_out(cls, value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {key: one for key, one in value.items() if one is not None or key not in cls.model_fields}


class DefinedAnchor(_Table):
    """What points from … to … mean; together they cover the scale."""

    points_from: Points
    points_to: Points
    label: T80
    text: Upto2000 = ""


class DefinedChoice(_Table):
    """One answer that can be chosen."""

    value: Key
    label: T200


class QuestionTable(_Table):
    """One question of the form."""

    key: Key
    label: T200
    help: Upto1000 = ""
    kind: Annotated[QuestionKind, BeforeValidator(_word(QuestionKind))]
    purpose: Annotated[QuestionPurpose, BeforeValidator(_word(QuestionPurpose))] | None = None
    is_required: Flag = False
    maximum_length: Annotated[StrictInt, Ge(1), Le(100_000)] | None = None
    choices: Rows[DefinedChoice]
    condition: Table | None = None
    criterion_key: Str | None = None
    fact_sheet_position: Annotated[StrictInt, Ge(1)] | None = None
    fact_sheet_label: Upto200 = ""


class MilestoneTable(_Table):
    """A date that is announced; the dates themselves stand in `dates`."""

    key: Key
    label: T160
    is_public: Flag = True


class RoundTable(_Table):
    """A round of the jury."""

    name: T80


class CategoryTable(_Table):
    """What is awarded, and how much money."""

    key: Key
    name: T160
    description: Upto2000 = ""
    prize_euro: Annotated[StrictInt, Ge(0), Le(10_000_000)]
    is_special: Flag = False


class CriterionTable(_Table):
    """What is scored; without a category in all of them."""

    key: Key
    category: Str | None = None
    name: T160
    description: Upto2000 = ""
    weight: Annotated[StrictInt, Ge(1), Le(1_000_000)]
    anchors: Rows[DefinedAnchor]


class StepTable(_Table):
    """A page of the form."""

    key: Key
    title: T120
    introduction: Upto2000 = ""
    kind: Annotated[StepKind, BeforeValidator(_word(StepKind))]
    questions: Rows[QuestionTable]


class AttachmentPurposeTable(_Table):
    """What an attachment may be for."""

    key: Key
    label: T160
    help: Upto1000 = ""


class RuleTable(_Table):
    """A rule of participation, with what its check is given."""

    key: Key
    text: T2000
    is_hard: Flag
    is_active: Flag = True
    parameters: Table = Field(default_factory=dict)


class Definition(_Table):
    """A whole edition."""

    slug: Key
    name: T120
    organiser: T200
    number_prefix: T12
    grace_seconds: Annotated[StrictInt, Ge(0), Le(86_400)] = 60
    minimum_sheets: Annotated[StrictInt, Ge(1)] = 3
    reason_rule: Annotated[ReasonRule, BeforeValidator(_word(ReasonRule))]
    average: Annotated[Average, BeforeValidator(_word(Average))] = Average.MEAN
    tie_break: Annotated[list[Str], Field(strict=True, default_factory=list)]
    hides_names: Flag = False
    changes_after_comparison: Flag = False
    allows_shared_prize: Flag = False
    quorum: Annotated[Quorum, BeforeValidator(_word(Quorum))] = Quorum.MORE_THAN_HALF
    quorum_least: Annotated[StrictInt, Ge(1), Le(99)] = SMALLEST_QUORUM
    chair_breaks_ties: Flag = True
    allows_circulation: Flag = True
    needs_vote: Flag = False
    allows_against_vote: Flag = False
    confidentiality_days: ConfidentialityDays | None = None
    objection_days: ObjectionDays = 14
    file_megabytes: FileMegabytes = 10
    entry_megabytes: EntryMegabytes = 25
    scale_minimum: Points
    scale_maximum: Points
    scale_step: Points
    dates: Table = Field(default_factory=dict)
    texts: Table
    milestones: Rows[MilestoneTable]
    rounds: Annotated[list[RoundTable], BeforeValidator(_tables), Field(strict=True, min_length=1, max_length=1)]
    categories: NeededRows[CategoryTable]
    criteria: NeededRows[CriterionTable]
    steps: NeededRows[StepTable]
    attachment_purposes: Rows[AttachmentPurposeTable]
    rules: Rows[RuleTable]
