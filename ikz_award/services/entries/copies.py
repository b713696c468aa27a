"""Taking over an earlier entry's texts into a new draft: what the new form asks for too, no declarations, no files."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.answers import QuestionKind, problem
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Category, StepKind
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.queries.entries.form import StepState, form_of
from ikz_award.services.entries.steps import bump_version, store_answers
from ikz_award.services.record.intention import Work


def copy_into(work: Work, entry: Entry, *, source_id: str) -> None:
    """Fill a new draft from an earlier entry of the same municipality. Raises `Invalid` where there is none of that id."""
    source = work.session.scalar(select(Entry).where(Entry.public_id == source_id, Entry.lead_key == entry.lead_key))
    if source is None:
        raise Invalid({"source": _("Übernehmen lassen sich nur Beiträge der gewählten Kommune.")})
    then = {one.question.key: one for one in form_of(work.session, source).questions}
    assert work.actor.account_id is not None
    for state in form_of(work.session, entry).steps:
        if state.step.kind is StepKind.REVIEW:
            continue
        new = {}
        for one in state.questions:
            old = then.get(one.question.key)
            if old is None or old.question.kind is not one.question.kind or not old.value:
                continue
            if one.question.kind is QuestionKind.CONSENT or not _fits(work.session, state, one.question.key, old.value):
                continue
            new[one.question.key] = old.value
        if new:
            store_answers(work.session, entry, state, new)
            bump_version(work, entry, state, new, by=work.actor.account_id)
    for row in source.partners:
        work.session.add(
            Partner(
                entry_id=entry.id,
                body_key=row.body_key,
                name=row.name,
                country=row.country,
                kind=row.kind,
                position=row.position,
            )
        )


def _fits(session: Session, state: StepState, key: str, value: str) -> bool:
    """Whether the new form takes the answer: a choice it offers, a text that is no nonsense to it. Too long a text is taken."""
    question = next(one.question for one in state.questions if one.question.key == key)
    match question.kind:
        case QuestionKind.CATEGORY:
            query = select(Category.id).where(Category.edition_id == question.edition_id, Category.key == value)
            return session.scalar(query) is not None
        case QuestionKind.CHOICE:
            return value in {choice["value"] for choice in question.choices}
    return problem(question.kind, value, limit=None) is None
