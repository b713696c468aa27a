"""Entries: handed in with a time, in a category of their edition, under their title, with what was handed in."""

import hashlib
from collections.abc import Iterator

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.editions.editions import Category, Question
from ikz_award.models.entries.entries import Answer, Entry, Submission

HANDED_IN = (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED, EntryStatus.EXCLUDED)
TITLE_LENGTH = 200


def times(session: Session) -> Iterator[str]:
    """Entries that were handed in and do not say when."""
    for number, title in session.execute(
        select(Entry.number, Entry.title).where(Entry.status.in_(HANDED_IN), Entry.submitted_at.is_(None))
    ):
        yield f"entry {number} ({title}): handed in without a time"


def categories(session: Session) -> Iterator[str]:
    """Entries and answers that belong to another edition than their category or question, and categories that differ from the
    answer."""
    strangers = select(Entry.id).join(Category, Category.id == Entry.category_id).where(Category.edition_id != Entry.edition_id)
    for entry_id in session.scalars(strangers):
        yield f"entry {entry_id}: its category belongs to another edition"
    other = (
        select(Answer.id, Answer.entry_id)
        .join(Question, Question.id == Answer.question_id)
        .join(Entry, Entry.id == Answer.entry_id)
        .where(Question.edition_id != Entry.edition_id)
    )
    for answer_id, entry_id in session.execute(other):
        yield f"answer {answer_id}: entry {entry_id} is answered to a question of another edition"
    copied = (
        select(Entry.id, Answer.value, Category.key)
        .join(Answer, Answer.entry_id == Entry.id)
        .join(Question, (Question.id == Answer.question_id) & (Question.purpose == QuestionPurpose.CATEGORY))
        .outerjoin(Category, Category.id == Entry.category_id)
        .where(Entry.status.in_(HANDED_IN))
    )
    for entry_id, answer, key in session.execute(copied):
        if answer != key:
            yield f"entry {entry_id}: its category is {key}, its answer says {answer}"


def titles(session: Session) -> Iterator[str]:
    """Entries whose title in lists is not the one that was answered."""
    copied = (
        select(Entry.id, Entry.title, Answer.value)
        .join(Answer, Answer.entry_id == Entry.id)
        .join(Question, (Question.id == Answer.question_id) & (Question.purpose == QuestionPurpose.TITLE))
    )
    for entry_id, title, answer in session.execute(copied):
        if answer[:TITLE_LENGTH] != title:
            yield f"entry {entry_id}: its title is not that of its answers"


def submissions(session: Session) -> Iterator[str]:
    """Each is what its hash says; an entry's are numbered without a gap, in the order of their times."""
    last: tuple[int, int, object] = (0, 0, None)
    rows = select(Submission).order_by(Submission.entry_id, Submission.version).execution_options(yield_per=500)
    for one in session.scalars(rows):
        if hashlib.sha256(one.snapshot.encode()).hexdigest() != one.sha256:
            yield f"submission {one.id}: the snapshot does not have its hash"
        entry_id, version, at = last if last[0] == one.entry_id else (one.entry_id, 0, None)
        if one.version != version + 1:
            yield f"submission {one.id}: version {one.version} of entry {entry_id} comes after {version}"
        if at is not None and one.received_at < at:
            yield f"submission {one.id}: came before the version it follows"
        last = (one.entry_id, one.version, one.received_at)


def handed_in(session: Session) -> Iterator[str]:
    """A submission for every entry that was handed in, and the other way round."""
    has_one = exists().where(Submission.entry_id == Entry.id)
    for number in session.scalars(select(Entry.number).where(Entry.status.in_(HANDED_IN), ~has_one)):
        yield f"entry {number}: was handed in, and no submission is there"
    for entry_id in session.scalars(select(Entry.id).where(Entry.status == EntryStatus.DRAFT, has_one)):
        yield f"entry {entry_id}: is a draft, and has a submission"
    amended = select(Entry.id).where(Entry.amending_since.is_not(None), Entry.status != EntryStatus.SUBMITTED)
    for entry_id in session.scalars(amended):
        yield f"entry {entry_id}: is being changed, and is not in the state submitted"
