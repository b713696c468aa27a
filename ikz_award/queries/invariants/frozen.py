"""Entries that are not open for changes are what was handed in last: number, lead, answers, partners, attachments, times."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Answer, Entry, Submission

FROZEN = (EntryStatus.SUBMITTED, EntryStatus.ADMITTED, EntryStatus.EXCLUDED)
AT_ONCE = 200
Questions = Mapping[int, frozenset[str]]


def frozen_versions(session: Session) -> Iterator[str]:
    """Entries at rest that differ from the version handed in last. Reads a few at a time: there may be thousands."""
    newest = select(Submission.entry_id, func.max(Submission.version).label("version")).group_by(Submission.entry_id).subquery()
    rows = session.execute(
        select(Submission.id, Submission.entry_id)
        .join(newest, (newest.c.entry_id == Submission.entry_id) & (newest.c.version == Submission.version))
        .join(Entry, Entry.id == Submission.entry_id)
        .where(Entry.status.in_(FROZEN), Entry.amending_since.is_(None))
        .order_by(Submission.entry_id)
    ).all()
    questions = _questions(session)
    for start in range(0, len(rows), AT_ONCE):
        some = rows[start : start + AT_ONCE]
        yield from _some(session, {entry_id: id_ for id_, entry_id in some}, questions)
        session.expunge_all()


def _some(session: Session, chosen: Mapping[int, int], questions: Questions) -> Iterator[str]:
    answers: dict[int, dict[str, str]] = defaultdict(dict)
    given = select(Answer.entry_id, Question.key, Answer.value).join(Question, Question.id == Answer.question_id)
    for entry_id, key, value in session.execute(given.where(Answer.entry_id.in_(chosen))):
        answers[entry_id][key] = value
    submitted = {one.id: one for one in session.scalars(select(Submission).where(Submission.id.in_(chosen.values())))}
    entries = select(Entry).where(Entry.id.in_(chosen)).order_by(Entry.id)
    for entry in session.scalars(entries.options(selectinload(Entry.partners), selectinload(Entry.attachments))):
        submission = submitted[chosen[entry.id]]
        try:
            snapshot = json.loads(submission.snapshot)
            differing = list(_differing(entry, submission, snapshot, answers[entry.id], questions[entry.edition_id]))
        except (ValueError, KeyError, TypeError) as error:
            yield f"submission {submission.id}: the snapshot cannot be read ({type(error).__name__})"
            continue
        for what in differing:
            yield f"entry {entry.number}: {what} not as handed in (submission {submission.id})"


def _differing(
    entry: Entry, submission: Submission, snapshot: Mapping[str, Any], answers: Mapping[str, str], questions: frozenset[str]
) -> Iterator[str]:
    if snapshot["number"] != entry.number:
        yield "the number is"
    if snapshot["lead"]["key"] != entry.lead_key:
        yield "the lead is"
    if not _is_instant(snapshot["received_at"], submission.received_at) or submission.received_at != entry.submitted_at:
        yield "the time of arrival is"
    sent = {one["key"]: one["value"] for step in snapshot["steps"] for one in step["answers"]}
    for key, value in sent.items():
        # A question may have been taken from the form since.
        if key in questions and answers.get(key, "") != value:
            yield f"the answer {key} is"
    partners = sorted((one["key"] or "", "" if one["key"] else one["name"], one["country"]) for one in snapshot["partners"])
    if partners != sorted((one.body_key or "", "" if one.body_key else one.name, one.country) for one in entry.partners):
        yield "the partners are"
    files = sorted((one["purpose"], one["filename"], one["sha256"]) for one in snapshot["attachments"])
    if files != sorted((one.purpose, one.filename, one.sha256) for one in entry.attachments):
        yield "the attachments are"
    sizes = {one["sha256"]: one["size"] for one in snapshot["attachments"]}
    for one in entry.attachments:
        if sizes.get(one.sha256, one.file.size) != one.file.size:
            yield f"the size of the file {one.sha256} is"


def _is_instant(written: str, at: datetime) -> bool:
    return datetime.fromisoformat(written) == at


def _questions(session: Session) -> Questions:
    found: dict[int, set[str]] = defaultdict(set)
    for edition_id, key in session.execute(select(Question.edition_id, Question.key)):
        found[edition_id].add(key)
    return {edition_id: frozenset(keys) for edition_id, keys in found.items()}
