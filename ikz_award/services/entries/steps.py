"""Saving a step of an entry's form: whatever was typed is kept, and nobody's text is overwritten unseen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import NO, YES, QuestionKind, stored
from ikz_award.domain.permissions.actions import Action
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, Refused, StaleVersion
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Category, Question, QuestionPurpose
from ikz_award.models.entries.entries import Answer, Entry, StepText, StepVersion
from ikz_award.queries.entries.form import StepState, form_of
from ikz_award.services.entries.entries import LOCKED, load_for_change, touch
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import UNASKED, use_case


@dataclass(frozen=True, kw_only=True)
class TypedStep:
    """What a step's form sent: `version` is the one the form was made from; `answers` by question key, as typed.

    A question that is not among the answers keeps the one it has.
    """

    entry_id: str
    step_key: str
    version: int
    answers: Mapping[str, str]
    is_automatic: bool = field(default=False, metadata=UNASKED)


@use_case(AuditAction.ENTRY_EDIT, is_per_content=True)
def save_step(work: Work, *, typed: TypedStep) -> int:
    """Save the answers of a step and return its new version; what is wrong or over its limit is saved too.

    Raises `StaleVersion` with both texts where someone saved another text since, `Invalid` for a choice that is not offered,
    `NotFound` or `Refused`.
    """
    entry = load_for_change(work.session, actor=work.actor, now=work.now, entry_id=typed.entry_id)
    state = form_of(work.session, entry).step(typed.step_key)
    new = clean_answers(work.session, state, typed.answers)
    old = {one.question.key: one.value for one in state.questions if one.question.key in new}
    if state.version != typed.version and new != old:
        raise StaleVersion(current=old, submitted=new)
    changed = {name: value for name, value in new.items() if value != old[name]}
    if any(one.is_locked and one.question.key in changed for one in state.questions):
        raise Refused(Action.EDIT_ENTRY, LOCKED)
    answer = state.version
    if changed or not state.version:
        store_answers(work.session, entry, state, changed)
        assert work.actor.account_id is not None
        answer = bump_version(work, entry, state, changed, by=work.actor.account_id, is_automatic=typed.is_automatic)
        touch(entry, now=work.now)
        # Names alone: what was typed into a draft must be able to vanish with it, and the log never forgets.
        work.audit(
            subject=f"entry:{entry.id}",
            edition_id=entry.edition_id,
            new={"step": typed.step_key, "version": answer, "changed": sorted(changed)},
        )
    return answer


def clean_answers(session: Session, state: StepState, answers: Mapping[str, str]) -> dict[str, str]:
    """The answers to the step's questions as they are stored; everything else that was sent is ignored."""
    cleaned, errors = {}, {}
    for question in (one.question for one in state.questions):
        if question.key not in answers:
            continue
        value = stored(question.kind, answers[question.key])
        if value and question.kind.is_chosen and value not in _offered(session, question):
            errors[question.key] = _("Bitte wählen Sie eine der angebotenen Möglichkeiten.")
        cleaned[question.key] = value
    if errors:
        raise Invalid(errors)
    return cleaned


def _offered(session: Session, question: Question) -> set[str]:
    match question.kind:
        case QuestionKind.CATEGORY:
            return set(session.scalars(select(Category.key).where(Category.edition_id == question.edition_id)))
        case QuestionKind.CHOICE:
            return {choice["value"] for choice in question.choices}
        case QuestionKind.YES_NO:
            return {YES, NO}
    return {YES}


def store_answers(session: Session, entry: Entry, state: StepState, changed: Mapping[str, str]) -> None:
    """Write changed answers, and what lists need of them into the entry."""
    questions = {one.question.key: one.question for one in state.questions}
    rows = {row.question_id: row for row in session.scalars(select(Answer).where(Answer.entry_id == entry.id))}
    for name, value in changed.items():
        question = questions[name]
        row = rows.get(question.id)
        if row is None:
            session.add(Answer(entry_id=entry.id, question_id=question.id, value=value))
        else:
            row.value = value
        if question.purpose is QuestionPurpose.TITLE:
            entry.title = value[:200]  # for lists; the answer itself keeps every character
        elif question.purpose is QuestionPurpose.CATEGORY:
            entry.category_id = session.scalar(
                select(Category.id).where(Category.edition_id == entry.edition_id, Category.key == value)
            )


def bump_version(
    work: Work,
    entry: Entry,
    state: StepState,
    changed: Mapping[str, str],
    *,
    by: int,
    is_automatic: bool = False,
) -> int:
    """Count a save of a step by an account, and keep what it made of its texts. `state`: as before, `changed`: what is new."""
    session = work.session
    key, before = state.step.key, {one.question.key: one.value for one in state.questions}
    row = session.scalar(select(StepVersion).where(StepVersion.entry_id == entry.id, StepVersion.step_key == key))
    if row is None:
        row = StepVersion(entry_id=entry.id, step_key=key, version=0, saved_at=entry.created_at, saved_by=entry.created_by)
        session.add(row)
    kept = select(StepText.id).where(StepText.entry_id == entry.id, StepText.step_key == key, StepText.version == row.version)
    if any(before.values()) and session.scalar(kept) is None:
        # Answers from before the history was kept, or copied into the entry: they are not lost either.
        _keep_texts(session, row, before)
    row.version, row.saved_at, row.saved_by = row.version + 1, work.now, by
    _keep_texts(session, row, {**before, **changed}, is_automatic=is_automatic)
    return row.version


def _keep_texts(session: Session, row: StepVersion, answers: Mapping[str, str], *, is_automatic: bool = False) -> None:
    session.add(
        StepText(
            entry_id=row.entry_id,
            step_key=row.step_key,
            version=row.version,
            answers=dict(answers),
            saved_at=row.saved_at,
            saved_by=row.saved_by,
            is_automatic=is_automatic,
        )
    )
