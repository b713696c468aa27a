"""The jury's words for the applicants: for the organiser to read first, then for each municipality on its own entry."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus
from ikz_award.models.decision.decisions import RemarkRelease
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet
from ikz_award.models.people.accounts import Account
from ikz_award.queries.jury.ends import is_set_aside
from ikz_award.queries.jury.jury import current_round
from ikz_award.queries.permissions.matters import edition_matter


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One juror's words on one entry; `juror` is for the organiser alone."""

    entry: Entry
    juror: str
    text: str


def release_of(session: Session, *, edition_id: int) -> RemarkRelease | None:
    """The release of the jury's remarks to the applicants; None while they are not released."""
    return session.scalar(select(RemarkRelease).where(RemarkRelease.edition_id == edition_id))


def all_remarks(session: Session, *, actor: Actor, edition: Edition) -> Sequence[Remark]:
    """Of every admitted entry, by its number, with the names of the jurors. Raises `Refused` before publication."""
    require(actor, Action.RELEASE_REMARKS, edition_matter(edition))
    rows = session.execute(
        _remarks(session, edition.id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .join(Account, Account.id == Juror.account_id)
        .add_columns(Entry, Account)
        .where(Entry.status == EntryStatus.ADMITTED)
        .order_by(Entry.number, Juror.position)
    )
    return [Remark(entry=entry, juror=who.name or who.email, text=sheet.published_remark) for sheet, entry, who in rows]


def remarks_for(session: Session, *, entry: Entry) -> Sequence[str]:
    """What the entry's municipality may read: nothing before the result is public and the words are released.

    In an order that says nothing of whose they are, and differs from entry to entry.
    """
    is_public = entry.edition.phase in (Phase.PUBLISHED, Phase.ARCHIVED) and entry.status is EntryStatus.ADMITTED
    if not is_public or release_of(session, edition_id=entry.edition_id) is None:
        return ()
    sheets = session.scalars(_remarks(session, entry.edition_id).where(ScoreSheet.entry_id == entry.id))
    words = [sheet.published_remark.strip() for sheet in sheets]
    return sorted(words, key=lambda text: hashlib.sha256(f"{entry.public_id}{text}".encode()).digest())


def _remarks(session: Session, edition_id: int) -> Select[ScoreSheet]:
    """The sheets that count and say something; a recused juror's words, and those set aside, are nobody's to read."""
    recused = select(Recusal.id).where(Recusal.juror_id == ScoreSheet.juror_id, Recusal.entry_id == ScoreSheet.entry_id)
    return (
        select(ScoreSheet)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .where(
            ScoreSheet.round_id == current_round(session, edition_id=edition_id).id,
            ScoreSheet.status == SheetStatus.SUBMITTED,
            ScoreSheet.published_remark != "",
            ~recused.exists(),
            ~is_set_aside(Juror.id),
        )
    )
