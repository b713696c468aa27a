"""What an edition's steps depend on."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.jury.scoring_time import closing_for
from ikz_award.domain.phases.guards import PhaseFacts
from ikz_award.domain.phases.timetable import effective_deadline
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.shortlist import Shortlist
from ikz_award.models.editions.editions import Category, Criterion, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror
from ikz_award.models.jury.oversight import ScoringExtension
from ikz_award.models.seal.seal import ResultReopening, ResultSeal
from ikz_award.queries.decision.standing import decision_stands
from ikz_award.queries.decision.votes import categories_against_votes
from ikz_award.queries.jury.bias.record import unruled_denials
from ikz_award.queries.jury.ends import has_left_jury
from ikz_award.queries.jury.sheets import sheet_counts
from ikz_award.queries.record import phase_rest as rest
from ikz_award.queries.record.phase_history import in_phase_since, last_closing_of_scoring


def phase_facts(session: Session, *, edition: Edition) -> PhaseFacts:
    """The facts for `domain.phases.guards`, as they stand now."""
    counts = _status_counts(session, edition_id=edition.id)
    return PhaseFacts(
        deadline_at=_last_deadline(session, edition),
        opens_at=edition.opens_at,
        scoring_ends_at=_scoring_ends_at(session, edition),
        since=in_phase_since(session, edition=edition),
        entries=sum(counts.values()),
        drafts=counts.get(EntryStatus.DRAFT, 0),
        screening_steps=rest.screening_steps(session, edition=edition) if edition.phase is Phase.SCREENING else 0,
        earlier_deadline=_earlier_deadline(session, edition),
        scoring_steps=rest.scoring_steps(session, edition=edition) if edition.phase is Phase.JUDGING else 0,
        is_meeting_running=rest.is_meeting_running(session, edition_id=edition.id),
        missing_statements=rest.missing_statements(session, edition_id=edition.id) if edition.phase is Phase.PUBLISHED else 0,
        grace_seconds=edition.grace_seconds,
        categories=_count(session, Category, edition.id),
        criteria=_count(session, Criterion, edition.id),
        jurors=session.scalar(
            select(func.count()).select_from(Juror).where(Juror.edition_id == edition.id, ~has_left_jury(Juror.id))
        )
        or 0,
        admitted_entries=counts.get(EntryStatus.ADMITTED, 0),
        undecided_entries=counts.get(EntryStatus.SUBMITTED, 0) + counts.get(EntryStatus.RETURNED, 0),
        **_scoring(session, edition),
        open_categories=open_categories(session, edition_id=edition.id) if edition.phase is Phase.DELIBERATION else (),
        is_sealed=is_sealed(session, edition_id=edition.id),
        shortlists=_shortlists(session, edition_id=edition.id),
        against_votes=categories_against_votes(session, edition=edition) if edition.phase is Phase.DELIBERATION else (),
    )


def _earlier_deadline(session: Session, edition: Edition) -> datetime | None:
    """The last instant that closing early cut off, somebody's own extension included."""
    step = rest.early_closing_step(session, edition=edition)
    if step is None:
        return None
    return max([one for one in (step.deadline_before, *step.extensions_before.values()) if one is not None])


def _last_deadline(session: Session, edition: Edition) -> datetime:
    """The deadline of the entry that has most time."""
    longest = session.scalar(select(func.max(Entry.extended_to)).where(Entry.edition_id == edition.id))
    return effective_deadline(deadline_at=edition.deadline_at, extended_to=longest)


def _scoring_ends_at(session: Session, edition: Edition) -> datetime | None:
    """The end for the juror who has most time."""
    if edition.scoring_closes_at is None:
        return None
    own = select(func.max(ScoringExtension.closes_at)).join(Juror, Juror.id == ScoringExtension.juror_id)
    longest = session.scalar(own.where(Juror.edition_id == edition.id, ~has_left_jury(Juror.id)))
    return closing_for(closes_at=edition.scoring_closes_at, extended_to=longest)


def is_sealed(session: Session, *, edition_id: int) -> bool:
    """Whether a sealed version of the edition's result counts."""
    reopened = select(ResultReopening.id).where(ResultReopening.seal_id == ResultSeal.id).exists()
    return bool(session.scalar(select(ResultSeal.id).where(ResultSeal.edition_id == edition_id, ~reopened)))


def _scoring(session: Session, edition: Edition) -> dict[str, int]:
    """How far the jury is, while it scores."""
    counted = sheet_counts(session, edition_id=edition.id).get(edition.id) if edition.phase is Phase.JUDGING else None
    if counted is None:
        return {}
    return {
        "missing_sheets": counted.missing,
        "expected_sheets": counted.expected,
        "unruled_denials": unruled_denials(session, edition_id=edition.id),
    }


def _count(session: Session, model: type[Category] | type[Criterion], edition_id: int) -> int:
    return session.scalar(select(func.count()).select_from(model).where(model.edition_id == edition_id)) or 0


def _status_counts(session: Session, *, edition_id: int) -> dict[EntryStatus, int]:
    rows = session.execute(select(Entry.status, func.count()).where(Entry.edition_id == edition_id).group_by(Entry.status))
    return {row[0]: row[1] for row in rows}


def _shortlists(session: Session, *, edition_id: int) -> tuple[str, ...]:
    names = (
        select(Category.name)
        .join(Shortlist, Shortlist.category_id == Category.id)
        .where(Category.edition_id == edition_id, Shortlist.undone_at.is_(None))
    )
    return tuple(session.scalars(names.order_by(Category.position)))


def open_categories(session: Session, *, edition_id: int) -> tuple[str, ...]:
    """Names of the categories with admitted entries that lack a decision that stands."""
    closed_at = last_closing_of_scoring(session, edition_id=edition_id)
    has_entries = (
        select(Entry.id)
        .where(Entry.category_id == Category.id, Entry.status == EntryStatus.ADMITTED)
        .correlate(Category)
        .exists()
    )
    rows = session.execute(
        select(Category.name, Decision)
        .outerjoin(Decision, Decision.category_id == Category.id)
        .options(joinedload(Decision.entry))
        .where(Category.edition_id == edition_id, has_entries)
        .order_by(Category.position)
    )
    return tuple(name for name, decision in rows if not decision_stands(decision, closed_at=closed_at))
