"""What must always be true of the database, looked at row by row: `flask award check`, and the end of every long test."""

import hashlib
from collections.abc import Callable, Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.audit_chain import first_broken
from ikz_award.domain.workflow import EntryStatus, JobStatus, Phase, SheetStatus
from ikz_award.models.bias import HintDecision, Ruling
from ikz_award.models.decisions import WINNERS
from ikz_award.models.editions import Category, Edition
from ikz_award.models.entries import Entry, StoredFile, Submission
from ikz_award.models.jobs import Job
from ikz_award.models.jury import Juror, Recusal, Score, ScoreSheet
from ikz_award.models.shortlist import Shortlist, ShortlistEntry
from ikz_award.queries.audit import chained_records
from ikz_award.queries.audit_check import end_of_log
from ikz_award.queries.seal_record import check_seal_record

HANDED_IN = (EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED, EntryStatus.EXCLUDED)


def broken_invariants(session: Session, *, is_stored: Callable[[str], bool]) -> tuple[str, ...]:
    """A sentence for every broken invariant, none if all hold; `is_stored(sha256)`: the file is there, with its content."""
    checks = (_audit_chain, _seals, _submissions, _entries, _sheets, _points, _decisions, _shortlists, _jobs)
    lines = [line for check in checks for line in check(session)]
    return (*lines, *_files(session, is_stored))


def _audit_chain(session: Session) -> Iterator[str]:
    if (index := first_broken(chained_records(session))) is not None:
        yield f"audit log: record {index + 1} does not fit the one before it"


def _seals(session: Session) -> Iterator[str]:
    """The audit log ends as it is known to end, and has every seal, confirmation and reopening, and they are all there."""
    yield from (one.text for one in (*end_of_log(session), *check_seal_record(session)) if not one.is_passed)


def _submissions(session: Session) -> Iterator[str]:
    for submission in session.scalars(select(Submission).execution_options(yield_per=500)):
        if hashlib.sha256(submission.snapshot.encode()).hexdigest() != submission.sha256:
            yield f"submission {submission.id}: the snapshot does not have its hash"


def _files(session: Session, is_stored: Callable[[str], bool]) -> Iterator[str]:
    # What is unused may be gone: a backup of the database can be older than the copy of the files.
    for sha256 in session.scalars(select(StoredFile.sha256).where(StoredFile.unused_since.is_(None))):
        if not is_stored(sha256):
            yield f"file {sha256}: missing or damaged in the store"


def _entries(session: Session) -> Iterator[str]:
    for number, title in session.execute(
        select(Entry.number, Entry.title).where(Entry.status.in_(HANDED_IN), Entry.submitted_at.is_(None))
    ):
        yield f"entry {number} ({title}): handed in without a time"
    strangers = select(Entry.id).join(Category, Category.id == Entry.category_id).where(Category.edition_id != Entry.edition_id)
    for entry_id in session.scalars(strangers):
        yield f"entry {entry_id}: its category belongs to another edition"


def _sheets(session: Session) -> Iterator[str]:
    recused = (
        select(ScoreSheet.id)
        .join(Recusal, (Recusal.juror_id == ScoreSheet.juror_id) & (Recusal.entry_id == ScoreSheet.entry_id))
        .where(ScoreSheet.status == SheetStatus.SUBMITTED)
    )
    for sheet_id in session.scalars(recused):
        yield f"score sheet {sheet_id}: submitted by a recused juror"
    overruled = (
        select(HintDecision.id)
        .outerjoin(Recusal, (Recusal.juror_id == HintDecision.juror_id) & (Recusal.entry_id == HintDecision.entry_id))
        .where(HintDecision.ruling == Ruling.OVERRULED, Recusal.id.is_(None))
    )
    for decision_id in session.scalars(overruled):
        yield f"hint decision {decision_id}: overruled, but the juror is not recused"
    strangers = (
        select(ScoreSheet.id)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .where(Juror.edition_id != Entry.edition_id)
    )
    for sheet_id in session.scalars(strangers):
        yield f"score sheet {sheet_id}: juror and entry belong to different editions"
    empty = (
        select(ScoreSheet.id)
        .outerjoin(Score, (Score.sheet_id == ScoreSheet.id) & Score.points.is_not(None))
        .where(ScoreSheet.status == SheetStatus.SUBMITTED)
        .group_by(ScoreSheet.id)
        .having(func.count(Score.id) == 0)
    )
    for sheet_id in session.scalars(empty):
        yield f"score sheet {sheet_id}: submitted without points"


def _points(session: Session) -> Iterator[str]:
    outside = (
        select(Score.id)
        .join(ScoreSheet, ScoreSheet.id == Score.sheet_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .join(Edition, Edition.id == Entry.edition_id)
        .where((Score.points < Edition.scale_minimum) | (Score.points > Edition.scale_maximum))
    )
    for score_id in session.scalars(outside):
        yield f"score {score_id}: points outside the scale"


def _decisions(session: Session) -> Iterator[str]:
    wrong = (
        select(Category.id)
        .join(Edition, Edition.id == Category.edition_id)
        .join(WINNERS, WINNERS.c.category_id == Category.id)
        .join(Entry, Entry.id == WINNERS.c.entry_id)
        .where(
            Edition.phase.in_((Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED)),
            (Entry.category_id != Category.id) | (Entry.status != EntryStatus.ADMITTED),
        )
    )
    for category_id in session.scalars(wrong):
        yield f"category {category_id}: its winner is not an admitted entry of the category"


def _shortlists(session: Session) -> Iterator[str]:
    listed = (
        select(ShortlistEntry.id)
        .where(ShortlistEntry.shortlist_id == Shortlist.id, ShortlistEntry.entry_id == Entry.id)
        .correlate(Shortlist, Entry)
    )
    forgotten = (
        select(Shortlist.id, Entry.number)
        .join(Entry, Entry.category_id == Shortlist.category_id)
        .where(Shortlist.undone_at.is_(None), Entry.status == EntryStatus.ADMITTED, ~listed.exists())
    )
    for list_id, number in session.execute(forgotten):
        yield f"shortlist {list_id}: says nothing of entry {number}"
    beside = (
        select(Category.id)
        .join(Edition, Edition.id == Category.edition_id)
        .join(WINNERS, WINNERS.c.category_id == Category.id)
        .join(ShortlistEntry, ShortlistEntry.entry_id == WINNERS.c.entry_id)
        .join(Shortlist, Shortlist.id == ShortlistEntry.shortlist_id)
        .where(
            Edition.phase.in_((Phase.DECIDED, Phase.PUBLISHED, Phase.ARCHIVED)),
            Shortlist.undone_at.is_(None), ~ShortlistEntry.is_kept,
        )
    )  # fmt: skip
    for category_id in session.scalars(beside):
        yield f"category {category_id}: its winner is not on the shortlist"


def _jobs(session: Session) -> Iterator[str]:
    for job_id in session.scalars(select(Job.id).where(Job.status == JobStatus.DONE, Job.result_sha256.is_(None))):
        yield f"job {job_id}: done without a result"
