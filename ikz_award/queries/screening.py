"""One entry as the organiser checks it: what was sent, what the rules find, what was decided so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from ikz_award.domain.actors import Actor
from ikz_award.domain.eligibility_facts import Finding
from ikz_award.domain.errors import NotFound
from ikz_award.domain.permissions import Action, is_allowed
from ikz_award.domain.workflow import EntryStatus, steps_from
from ikz_award.models.editions import AttachmentPurpose, Edition, ParticipationRule
from ikz_award.models.entries import Entry, Partner, ScreeningFinding, Submission
from ikz_award.queries.audit import AuditRow, audit_history
from ikz_award.queries.eligibility import findings_of
from ikz_award.queries.entries import entry_for, matter_of
from ikz_award.queries.entry_form import EntryForm, form_of


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """A rule beside what its function finds and what the organiser says."""

    rule: ParticipationRule
    finding: Finding | None
    own: ScreeningFinding | None


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    public_id: str
    number: str
    title: str


@dataclass(frozen=True, kw_only=True)
class ScreeningView:
    """`open_steps`: the statuses the organiser can give the entry now; empty once judging has begun."""

    entry: Entry
    form: EntryForm
    rules: Sequence[RuleRow]
    purposes: dict[str, str]
    submissions: Sequence[Submission]
    history: Sequence[AuditRow]
    open_steps: frozenset[EntryStatus]
    previous: Neighbour | None
    next: Neighbour | None
    undecided: int

    @property
    def can_screen(self) -> bool:
        return bool(self.open_steps)


def screened_entry(session: Session, *, actor: Actor, edition: Edition, public_id: str, now: datetime) -> Entry:
    """An entry of `edition` that the organiser may see. Raises `NotFound` for any other, drafts included."""
    entry = entry_for(session, actor=actor, public_id=public_id, now=now)
    if entry.edition_id != edition.id or not actor.is_admin or entry.status is EntryStatus.DRAFT or entry.number is None:
        raise NotFound
    return entry


def open_steps(entry: Entry, *, actor: Actor, now: datetime) -> frozenset[EntryStatus]:
    """What the organiser may make of the entry now. Only the applicant submits again or withdraws."""
    if not is_allowed(actor, Action.SCREEN_ENTRY, matter_of(entry, now=now)):
        return frozenset()
    steps = {EntryStatus(step) for step in steps_from(entry.status)} - {EntryStatus.WITHDRAWN}
    if entry.status is EntryStatus.RETURNED:
        steps.discard(EntryStatus.SUBMITTED)
    return frozenset(steps)


def screening_view(session: Session, *, actor: Actor, entry: Entry, now: datetime) -> ScreeningView:
    """Everything the screening page shows."""
    session.scalars(
        select(Entry)
        .where(Entry.id == entry.id)
        .options(
            selectinload(Entry.partners).joinedload(Partner.body), selectinload(Entry.attachments), joinedload(Entry.category)
        )
    ).one()
    form = form_of(session, entry)
    previous, following, undecided = _neighbours(session, entry)
    return ScreeningView(
        entry=entry,
        form=form,
        rules=_rules(session, entry, findings_of(session, entry, form)),
        purposes={
            purpose.key: purpose.label
            for purpose in session.scalars(select(AttachmentPurpose).where(AttachmentPurpose.edition_id == entry.edition_id))
        },
        submissions=session.scalars(
            select(Submission).where(Submission.entry_id == entry.id).order_by(Submission.version)
        ).all(),
        history=audit_history(session, actor=actor, subject=f"entry:{entry.id}"),
        open_steps=open_steps(entry, actor=actor, now=now),
        previous=previous,
        next=following,
        undecided=undecided,
    )


def _rules(session: Session, entry: Entry, findings: Sequence[Finding]) -> Sequence[RuleRow]:
    found = {finding.key: finding for finding in findings}
    own = {row.rule_key: row for row in session.scalars(select(ScreeningFinding).where(ScreeningFinding.entry_id == entry.id))}
    rules = session.scalars(
        select(ParticipationRule)
        .where(ParticipationRule.edition_id == entry.edition_id, ParticipationRule.is_active)
        .order_by(ParticipationRule.position)
    )
    return [RuleRow(rule=rule, finding=found.get(rule.key), own=own.get(rule.key)) for rule in rules]


def _neighbours(session: Session, entry: Entry) -> tuple[Neighbour | None, Neighbour | None, int]:
    """The undecided entries before and after this one by number, and how many are undecided in all."""
    is_undecided: ColumnElement[bool] = (Entry.edition_id == entry.edition_id) & (Entry.status == EntryStatus.SUBMITTED)
    rows = session.execute(select(Entry.public_id, Entry.number, Entry.title).where(is_undecided).order_by(Entry.number)).all()
    found = [Neighbour(public_id=row.public_id, number=row.number or "", title=row.title) for row in rows]
    before = [one for one in found if one.number < (entry.number or "")]
    after = [one for one in found if one.number > (entry.number or "")]
    return (before[-1] if before else None), (after[0] if after else None), len(found)
