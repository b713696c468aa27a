"""One entry as the organiser checks it: what was sent, what the rules find, what was decided so far."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from ikz_award.domain.entries.alterations import from_records
from ikz_award.domain.entries.eligibility_facts import Finding
from ikz_award.domain.entries.eligibility_facts import Verdict as Found
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.entries.standing import EntryStanding, ScreeningStanding, screening_standing
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.workflow import EntryStatus, steps_from
from ikz_award.domain.words.errors import NotFound
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import AttachmentPurpose, Edition, ParticipationRule
from ikz_award.models.entries.entries import (
    ATTACHMENTS,
    PARTNERS,
    Entry,
    OrganiserVerdict,
    Partner,
    ScreeningFinding,
    Submission,
)
from ikz_award.queries.entries.circulation import PartnerState, circulation_of
from ikz_award.queries.entries.eligibility import findings_of
from ikz_award.queries.entries.entries import entry_for
from ikz_award.queries.entries.form import EntryForm, form_of
from ikz_award.queries.entries.standing import standing_of
from ikz_award.queries.permissions.matters import entry_matter
from ikz_award.queries.record.audit import AuditRow, audit_history


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """A rule beside what its function finds and what the organiser says."""

    rule: ParticipationRule
    finding: Finding | None
    own: ScreeningFinding | None

    @property
    def is_violated(self) -> bool:
        """The organiser's own word, and without one what the rule's function found."""
        if self.own is not None:
            return self.own.verdict is OrganiserVerdict.VIOLATED
        return self.finding is not None and self.finding.verdict is Found.VIOLATED


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """The entry before or after the one on the page, to go on to."""

    public_id: str
    number: str
    title: str


@dataclass(frozen=True, kw_only=True)
class SentFile:
    """`public_id` None: the applicant took the file out again while completing the entry. `changes`: what it lost."""

    purpose: str
    filename: str
    size: int
    notice: str
    public_id: str | None
    changes: Sequence[str] = ()


@dataclass(frozen=True, kw_only=True)
class Sent:
    """An entry as it was sent: (title of a step, [(question, answer)]), partners as (name, kind, key), files."""

    steps: Sequence[tuple[str, Sequence[tuple[str, str]]]]
    partners: Sequence[tuple[str, PartnerKind, str]]
    files: Sequence[SentFile]


@dataclass(frozen=True, kw_only=True)
class ScreeningView:
    """`open_steps`: the statuses the organiser can give the entry now; empty once judging has begun."""

    entry: Entry
    sent: Sent
    rules: Sequence[RuleRow]
    submissions: Sequence[Submission]
    history: Sequence[AuditRow]
    open_steps: frozenset[EntryStatus]
    previous: Neighbour | None
    next: Neighbour | None
    undecided: int
    circulation: Sequence[PartnerState]
    requested: Sequence[tuple[str, str]]
    standing: EntryStanding
    # Why the entry cannot be judged now, where it cannot.
    screening: ScreeningStanding

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
    """What the organiser may make of the entry now. Only the applicant withdraws; submitted again, it takes a step back."""
    if not is_allowed(actor, Action.SCREEN_ENTRY, entry_matter(entry, now=now)):
        return frozenset()
    return frozenset(EntryStatus(step) for step in steps_from(entry.status)) - {EntryStatus.WITHDRAWN}


def screening_view(session: Session, *, actor: Actor, entry: Entry, now: datetime) -> ScreeningView:
    """Everything the screening page shows."""
    session.scalars(
        select(Entry)
        .where(Entry.id == entry.id)
        .options(
            selectinload(Entry.partners).joinedload(Partner.body), selectinload(Entry.attachments), joinedload(Entry.category)
        )
    ).one()
    submissions = session.scalars(select(Submission).where(Submission.entry_id == entry.id).order_by(Submission.version)).all()
    # While the applicant completes or amends an entry, the work in progress is the applicant's alone.
    is_at_work = entry.status is EntryStatus.RETURNED or entry.amending_since is not None
    form = form_of(session, entry)
    previous, following, undecided = _neighbours(session, entry)
    return ScreeningView(
        entry=entry,
        sent=_as_frozen(session, entry, submissions[-1]) if is_at_work and submissions else _as_stored(session, entry, form),
        rules=_rules(session, entry, () if is_at_work else findings_of(session, entry, form)),
        submissions=submissions,
        history=audit_history(session, actor=actor, subject=f"entry:{entry.id}"),
        open_steps=open_steps(entry, actor=actor, now=now),
        previous=previous,
        next=following,
        undecided=undecided,
        circulation=circulation_of(session, entry, now=now),
        requested=_requested(form),
        standing=standing_of(session, entry, now=now),
        screening=screening_standing(
            phase=entry.edition.phase, status=entry.status, is_amended=entry.amending_since is not None
        ),
    )


def _requested(form: EntryForm) -> Sequence[tuple[str, str]]:
    """What the organiser waits for: label and remark."""
    labels = {one.question.key: one.question.label for one in form.questions}
    labels |= {PARTNERS: _("Partner"), ATTACHMENTS: _("Anlagen")}
    return [(labels.get(target, target), remark) for target, remark in form.requested.items()]


def _purposes(session: Session, edition_id: int) -> dict[str, str]:
    rows = session.scalars(select(AttachmentPurpose).where(AttachmentPurpose.edition_id == edition_id))
    return {purpose.key: purpose.label for purpose in rows}


def _as_stored(session: Session, entry: Entry, form: EntryForm) -> Sent:
    """What stands in the tables: for a submitted entry, what was sent."""
    purposes = _purposes(session, entry.edition_id)
    return Sent(
        steps=[
            (state.step.title, [(one.question.label, one.shown) for one in state.asked]) for state in form.steps if state.asked
        ],
        partners=[
            (partner.body.official_name if partner.body else partner.name, partner.kind, partner.body_key or "")
            for partner in entry.partners
        ],
        files=[
            SentFile(
                purpose=purposes.get(one.purpose, one.purpose),
                filename=one.filename,
                size=one.file.size,
                notice=one.notice,
                public_id=one.public_id,
                changes=one.changes,
            )
            for one in entry.attachments
        ],
    )


def _as_frozen(session: Session, entry: Entry, submission: Submission) -> Sent:
    """The last submitted version, from its snapshot."""
    snapshot = json.loads(submission.snapshot)
    purposes = _purposes(session, entry.edition_id)
    present = {(one.sha256, one.purpose): one for one in entry.attachments}
    return Sent(
        steps=[
            (step["title"], [(one["question"], one["shown"]) for one in step["answers"]])
            for step in snapshot["steps"]
            if step["answers"]
        ],
        partners=[(one["name"], PartnerKind(one["kind"]), one["key"] or "") for one in snapshot["partners"]],
        files=[
            SentFile(
                purpose=purposes.get(one["purpose"], one["purpose"]),
                filename=one["filename"],
                size=one["size"],
                notice="",
                public_id=present[one["sha256"], one["purpose"]].public_id
                if (one["sha256"], one["purpose"]) in present
                else None,
                changes=[each.in_words() for each in from_records(one.get("alterations"))],
            )
            for one in snapshot["attachments"]
        ],
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
