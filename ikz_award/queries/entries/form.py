"""An entry seen through its edition's form: each step with its questions, answers, and what is missing or wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import QuestionKind, is_asked, problem, shown
from ikz_award.domain.entries.form import QuestionPurpose, StepKind
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import AttachmentPurpose, Category, FormStep, Question
from ikz_award.models.entries.entries import Answer, Entry, RequestedChange, StepVersion
from ikz_award.models.people.accounts import Account

COMPLETE, INCOMPLETE, UNTOUCHED = "complete", "incomplete", "untouched"


@dataclass(frozen=True, kw_only=True)
class AnsweredQuestion:
    """A question with the stored answer; `problem` is what is wrong with it, in German."""

    question: Question
    value: str
    shown: str
    is_asked: bool
    problem: str | None
    # While the organiser asks for something else alone, this stays as it was handed in.
    is_locked: bool = False
    remark: str = ""

    @property
    def is_missing(self) -> bool:
        return self.question.is_required and self.is_asked and not self.value


@dataclass(frozen=True, kw_only=True)
class StepState:
    """A step with its answers. `version` 0: never saved. `missing`: labels of what is still to be given."""

    step: FormStep
    questions: tuple[AnsweredQuestion, ...]
    version: int
    saved_at: datetime | None
    saved_by: str
    state: str
    missing: tuple[str, ...]

    @property
    def asked(self) -> tuple[AnsweredQuestion, ...]:
        return tuple(one for one in self.questions if one.is_asked)

    @property
    def problems(self) -> tuple[AnsweredQuestion, ...]:
        return tuple(one for one in self.asked if one.problem)


@dataclass(frozen=True)
class EntryForm:
    """The whole form of one entry, in the order of the steps."""

    entry: Entry
    steps: tuple[StepState, ...]
    # What the organiser asks for, with remarks, while nothing else can be changed; empty: everything can.
    requested: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def questions(self) -> tuple[AnsweredQuestion, ...]:
        return tuple(one for step in self.steps for one in step.questions)

    def answer(self, purpose: QuestionPurpose) -> str:
        """The answer to the question with this purpose, "" where there is none or it is not asked."""
        return next((one.value for one in self.questions if one.question.purpose is purpose and one.is_asked), "")

    def is_locked(self, target: str) -> bool:
        """Whether this (a question's key, `PARTNERS`, `ATTACHMENTS`) stays as it was handed in."""
        return bool(self.requested) and target not in self.requested

    def step(self, key: str) -> StepState:
        """Raises `NotFound` for a step that the form does not have."""
        for state in self.steps:
            if state.step.key == key:
                return state
        raise NotFound

    def neighbours(self, key: str) -> tuple[StepState | None, StepState | None]:
        """The steps before and after one."""
        index = self.steps.index(self.step(key))
        before = self.steps[index - 1] if index else None
        return before, self.steps[index + 1] if index + 1 < len(self.steps) else None


def form_of(session: Session, entry: Entry) -> EntryForm:
    """The form of `entry` as it stands in the database."""
    steps = session.scalars(select(FormStep).where(FormStep.edition_id == entry.edition_id).order_by(FormStep.position)).all()
    rows = session.execute(
        select(Question.key, Answer.value).join(Question, Question.id == Answer.question_id).where(Answer.entry_id == entry.id)
    )
    answers = {key: value for key, value in rows}  # noqa: C416 - rows are no pairs to dict()
    categories = session.execute(select(Category.key, Category.name).where(Category.edition_id == entry.edition_id))
    category_names = {key: name for key, name in categories}  # noqa: C416
    versions = {
        version.step_key: (version, name)
        for version, name in session.execute(
            select(StepVersion, Account.name)
            .join(Account, Account.id == StepVersion.saved_by)
            .where(StepVersion.entry_id == entry.id)
        )
    }
    requested = requested_changes(session, entry)
    return EntryForm(
        entry=entry,
        steps=tuple(
            _step_state(
                entry, step, answers=answers, category_names=category_names, saved=versions.get(step.key), requested=requested
            )
            for step in steps
        ),
        requested=requested,
    )


def requested_changes(session: Session, entry: Entry) -> Mapping[str, str]:
    """What the organiser asks for and waits for: target → remark."""
    if entry.status is not EntryStatus.RETURNED:
        return {}
    query = select(RequestedChange).where(RequestedChange.entry_id == entry.id, RequestedChange.done_at.is_(None))
    return {one.target: one.remark for one in session.scalars(query.order_by(RequestedChange.id))}


def _step_state(
    entry: Entry,
    step: FormStep,
    *,
    answers: Mapping[str, str],
    category_names: Mapping[str, str],
    saved: tuple[StepVersion, str] | None,
    requested: Mapping[str, str],
) -> StepState:
    # Declarations are given anew with each submission.
    open_ones = {} if step.kind is StepKind.REVIEW else requested
    questions = tuple(
        _answered(question, answers.get(question.key, ""), answers=answers, category_names=category_names, requested=open_ones)
        for question in step.questions
    )
    missing = tuple(one.question.label for one in questions if one.is_missing)
    version = saved[0] if saved else None
    return StepState(
        step=step,
        questions=questions,
        version=version.version if version else 0,
        saved_at=version.saved_at if version else None,
        saved_by=saved[1] if saved else "",
        state=_state(entry, step, questions=questions, missing=missing, is_saved=saved is not None),
        missing=missing,
    )


def _answered(
    question: Question,
    value: str,
    *,
    answers: Mapping[str, str],
    category_names: Mapping[str, str],
    requested: Mapping[str, str],
) -> AnsweredQuestion:
    """A question beside an answer; `answers` are all of the entry by question key, for conditions."""
    choices = category_names if question.kind is QuestionKind.CATEGORY else {c["value"]: c["label"] for c in question.choices}
    return AnsweredQuestion(
        question=question,
        value=value,
        shown=shown(question.kind, value, choices=choices),
        is_asked=is_asked(question.condition, answers),
        problem=problem(question.kind, value, limit=question.maximum_length),
        is_locked=bool(requested) and question.key not in requested,
        remark=requested.get(question.key, ""),
    )


def _state(
    entry: Entry, step: FormStep, *, questions: Sequence[AnsweredQuestion], missing: Sequence[str], is_saved: bool
) -> str:
    has_problem = any(one.problem and one.is_asked for one in questions)
    match step.kind:
        case StepKind.REVIEW:
            return COMPLETE if entry.status is not EntryStatus.DRAFT else INCOMPLETE if is_saved else UNTOUCHED
        case StepKind.PARTNERS:
            is_begun, lacks = bool(entry.partners) or is_saved, not entry.partners
        case StepKind.ATTACHMENTS:
            is_begun, lacks = bool(entry.attachments) or is_saved, False
        case _:
            is_begun, lacks = is_saved or any(one.value for one in questions), False
    if not is_begun:
        return UNTOUCHED
    return INCOMPLETE if missing or has_problem or lacks else COMPLETE


def purposes_of(session: Session, edition_id: int) -> Sequence[AttachmentPurpose]:
    """What attachments of the edition may be for."""
    return session.scalars(
        select(AttachmentPurpose).where(AttachmentPurpose.edition_id == edition_id).order_by(AttachmentPurpose.position)
    ).all()
