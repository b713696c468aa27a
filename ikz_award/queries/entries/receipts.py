"""What a submitted version says, read from its frozen snapshot alone: for the receipt, its PDF and the download."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.alterations import Alteration, from_records
from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.phases.timetable import CLOCK_OF_ARRIVAL
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import AttachmentPurpose, Question
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.record.jobs import Job

RECEIPT = "receipt"


@dataclass(frozen=True, kw_only=True)
class ReceiptFile:
    """An attachment of a submitted version; `size` in bytes.

    `sent_sha256`: of the file as it was sent, "" where that was not noted; `alterations`: what it lost since.
    """

    purpose: str
    filename: str
    size: int
    sha256: str
    sent_sha256: str = ""
    alterations: Sequence[Alteration] = ()

    @property
    def is_as_sent(self) -> bool:
        return self.sent_sha256 in ("", self.sha256)

    @property
    def changes(self) -> Sequence[str]:
        return [one.in_words() for one in self.alterations]


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """`steps`: (title, [(question, answer)]); `partners`: (name, official key or "")."""

    number: str
    version: int
    sha256: str
    received_at: datetime
    title: str
    category: str
    edition: str
    organiser: str
    lead: str
    submitted_by: str
    steps: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    partners: Sequence[tuple[str, str]]
    files: Sequence[ReceiptFile]

    @property
    def clock(self) -> str:
        """By which clock `received_at` is told, and what it is the moment of."""
        return CLOCK_OF_ARRIVAL


def submission_of(session: Session, entry: Entry, version: int | None = None) -> Submission:
    """A submitted version of the entry, the newest where none is named. Raises `NotFound`."""
    query = select(Submission).where(Submission.entry_id == entry.id).order_by(Submission.version.desc()).limit(1)
    found = session.scalar(query if version is None else query.where(Submission.version == version))
    if found is None:
        raise NotFound
    return found


def receipt_of(session: Session, entry: Entry, submission: Submission) -> Receipt:
    """The receipt of a submitted version."""
    snapshot: Mapping[str, Any] = json.loads(submission.snapshot)
    keys = _keys(session, entry.edition_id)
    shown = {one["key"]: one["shown"] for step in snapshot["steps"] for one in step["answers"]}
    rows = session.scalars(select(AttachmentPurpose).where(AttachmentPurpose.edition_id == entry.edition_id))
    purposes = {row.key: row.label for row in rows}
    return Receipt(
        number=snapshot["number"],
        version=submission.version,
        sha256=submission.sha256,
        received_at=submission.received_at,
        title=shown.get(keys.get(QuestionPurpose.TITLE, ""), ""),
        category=shown.get(keys.get(QuestionPurpose.CATEGORY, ""), ""),
        edition=snapshot["edition"]["name"],
        organiser=entry.edition.organiser,
        lead=snapshot["lead"]["name"],
        submitted_by=snapshot["submitted_by"]["name"],
        steps=[(s["title"], [(a["question"], a["shown"]) for a in s["answers"]]) for s in snapshot["steps"] if s["answers"]],
        partners=[(one["name"], one["key"] or "") for one in snapshot["partners"]],
        files=[
            ReceiptFile(
                purpose=purposes.get(one["purpose"], one["purpose"]),
                filename=one["filename"],
                size=one["size"],
                sha256=one["sha256"],
                sent_sha256=one.get("sent_sha256", ""),
                alterations=from_records(one.get("alterations")),
            )
            for one in snapshot["attachments"]
        ],
    )


def _keys(session: Session, edition_id: int) -> dict[QuestionPurpose, str]:
    rows = session.scalars(select(Question).where(Question.edition_id == edition_id, Question.purpose.is_not(None)))
    return {row.purpose: row.key for row in rows if row.purpose is not None}


def receipt_job(session: Session, submission: Submission, *, edition_id: int) -> Job | None:
    """The newest job that prints the receipt of this version."""
    query = select(Job).where(Job.kind == RECEIPT, Job.edition_id == edition_id).order_by(Job.id.desc())
    return session.scalar(query.where(Job.parameters["submission"].as_integer() == submission.id).limit(1))
