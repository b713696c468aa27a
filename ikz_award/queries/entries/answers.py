"""Answers looked up by what they mean."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Answer


def answers_by_purpose(session: Session, *, edition_id: int, purpose: QuestionPurpose) -> dict[int, str]:
    """Entry id → the answer to the edition's question with this purpose."""
    rows = session.execute(
        select(Answer.entry_id, Answer.value)
        .join(Question, Question.id == Answer.question_id)
        .where(Question.edition_id == edition_id, Question.purpose == purpose)
    )
    return {row.entry_id: row.value for row in rows}
