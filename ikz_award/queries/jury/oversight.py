"""The organiser's view of one juror: closing time, open work, sheets, what was granted; never what stands in a sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.scoring_time import closing_for
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, SheetStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.models.jury.oversight import JurorReminder, ScoringExtension, SheetReopening
from ikz_award.queries.jury.assignment import is_assigned
from ikz_award.queries.jury.jury import current_round, is_own_recusal, own_sheet

DONE = (SheetStatus.SUBMITTED, SheetStatus.ABSTAINED)


@dataclass(frozen=True, kw_only=True)
class JurorEntry:
    """An admitted entry that a juror is to score, and how far the juror's sheet is; `status` None: not begun."""

    public_id: str
    number: str
    title: str
    status: SheetStatus | None

    @property
    def is_done(self) -> bool:
        return self.status in DONE


@dataclass(frozen=True, kw_only=True)
class JurorView:
    """Everything on the organiser's page about a juror."""

    juror: Juror
    entries: Sequence[JurorEntry]
    closes_at: datetime | None
    extensions: Sequence[ScoringExtension]
    reminded_at: datetime | None

    @property
    def done(self) -> Sequence[JurorEntry]:
        return [entry for entry in self.entries if entry.is_done]

    @property
    def open(self) -> Sequence[JurorEntry]:
        """What the juror still owes; a deputy owes nothing but what was begun."""
        is_deputy = self.juror.role is PanelRole.DEPUTY
        return [entry for entry in self.entries if not entry.is_done and (entry.status or not is_deputy)]


def juror_of(session: Session, *, edition_id: int, juror_id: int) -> Juror:
    """A seat on this edition's panel. Raises `NotFound` for every other."""
    juror = session.get(Juror, juror_id)
    if juror is None or juror.edition_id != edition_id:
        raise NotFound
    return juror


def juror_view(session: Session, *, edition: Edition, juror: Juror) -> JurorView:
    """What the organiser sees of one juror's work: the entries and their state, never the points. Times in UTC."""
    extensions = session.scalars(
        select(ScoringExtension).where(ScoringExtension.juror_id == juror.id).order_by(ScoringExtension.id)
    ).all()
    return JurorView(
        juror=juror,
        entries=_entries(session, juror),
        extensions=extensions,
        closes_at=scoring_end(session, edition=edition, juror_id=juror.id),
        reminded_at=session.scalar(select(func.max(JurorReminder.sent_at)).where(JurorReminder.juror_id == juror.id)),
    )


def _entries(session: Session, juror: Juror) -> Sequence[JurorEntry]:
    round_id = current_round(session, edition_id=juror.edition_id).id
    rows = session.execute(
        select(Entry.public_id, Entry.number, Entry.title, ScoreSheet.status)
        .outerjoin(ScoreSheet, own_sheet(juror.id, round_id))
        .outerjoin(Recusal, is_own_recusal(juror.id))
        .where(Entry.edition_id == juror.edition_id, Entry.status == EntryStatus.ADMITTED, Recusal.id.is_(None))
        .where(is_assigned(juror.id))
        .order_by(Entry.number)
    )
    return [JurorEntry(public_id=row.public_id, number=row.number or "", title=row.title, status=row.status) for row in rows]


def extension_of(session: Session, *, juror_id: int) -> ScoringExtension | None:
    """The extension that counts: the one that gives most time."""
    return session.scalar(
        select(ScoringExtension)
        .where(ScoringExtension.juror_id == juror_id)
        .order_by(ScoringExtension.closes_at.desc())
        .limit(1)
    )


def scoring_end(session: Session, *, edition: Edition, juror_id: int) -> datetime | None:
    """Until when this juror may score; None: until the organiser closes scoring."""
    found = extension_of(session, juror_id=juror_id)
    return closing_for(closes_at=edition.scoring_closes_at, extended_to=found.closes_at if found else None)


def last_reopening(session: Session, *, sheet_id: int | None) -> SheetReopening | None:
    """Why the organiser opened the sheet the last time."""
    return session.scalar(
        select(SheetReopening).where(SheetReopening.sheet_id == sheet_id).order_by(SheetReopening.id.desc()).limit(1)
    )
