"""One entry as a juror reads it, with the juror's own sheet beside it; never another juror's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from ikz_award.domain.entries.form import QuestionPurpose
from ikz_award.domain.jury.scoring import Scale
from ikz_award.domain.permissions.actors import Actor, Seat
from ikz_award.domain.permissions.kinds import SheetMatter
from ikz_award.domain.permissions.table import Action, is_allowed, require
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.editions.editions import AttachmentPurpose, Criterion, Edition, FormStep, Question, QuestionKind
from ikz_award.models.entries.entries import Answer, Attachment, Entry, Partner
from ikz_award.models.jury.jury import Recusal
from ikz_award.models.jury.reading import ReadingNote
from ikz_award.queries.editions.editions import criteria_for, scale_of
from ikz_award.queries.jury.bias.hints import StatedHint, entry_hints
from ikz_award.queries.jury.jury import Path, entry_for_juror, matter_of, path_through, sheet_row
from ikz_award.queries.jury.sheet_scale import total_of
from ikz_award.queries.jury.shortlist import is_beside_shortlist
from ikz_award.queries.jury.shown_names import ShownNames, shown_names

# Who to call about an entry is the organiser's business; title and category stand at the head of the page.
_NOT_FOR_JURORS = frozenset(
    {
        QuestionPurpose.TITLE, QuestionPurpose.CATEGORY, QuestionPurpose.DEPARTMENT,
        QuestionPurpose.CONTACT_NAME, QuestionPurpose.CONTACT_EMAIL, QuestionPurpose.CONTACT_PHONE,
    }
)  # fmt: skip
_NEVER_SHOWN = frozenset({QuestionKind.EMAIL, QuestionKind.PHONE, QuestionKind.CONSENT})


@dataclass(frozen=True, kw_only=True)
class ShownAnswer:
    """A question and its answer: a choice by its label, a date as `day`."""

    question: Question
    value: str
    day: date | None = None


@dataclass(frozen=True, kw_only=True)
class Section:
    """Answers that belong together: on one criterion, or, with `criterion` None, on the project itself."""

    title: str
    criterion: Criterion | None
    answers: tuple[ShownAnswer, ...]


@dataclass(frozen=True, kw_only=True)
class JurorsSheet:
    """The juror's own sheet; `version` 0: there is none yet. Points and reasons by criterion key."""

    id: int | None = None
    version: int = 0
    status: SheetStatus | None = None
    points: Mapping[str, Decimal | None] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""
    published_remark: str = ""
    abstention_reason: str = ""
    updated_at: datetime | None = None
    submitted_at: datetime | None = None
    total: Fraction | None = None


@dataclass(frozen=True, kw_only=True)
class ShownFile:
    """An attachment under the name the juror is shown, what it is for, and what it lost when it was uploaded."""

    attachment: Attachment
    name: str
    purpose: str
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EntryText:
    """What a jury reads of an entry; `lead` and `partners` are empty where `names` are hidden: ask for no others."""

    entry: Entry
    edition: Edition
    criteria: Sequence[Criterion]
    sections: tuple[Section, ...]
    names: ShownNames
    lead: str
    partners: tuple[str, ...]
    attachments: tuple[ShownFile, ...]

    def share_of(self, criterion: Criterion) -> Fraction:
        """How many per cent of the total a criterion makes."""
        return Fraction(100 * criterion.weight, sum(one.weight for one in self.criteria))


@dataclass(frozen=True, kw_only=True)
class Reading(EntryText):
    """Everything on a juror's reading page."""

    seat: Seat
    matter: SheetMatter
    scale: Scale
    hints: tuple[StatedHint, ...]
    sheet: JurorsSheet
    path: Path
    note: ReadingNote | None
    may_score: bool
    may_declare_bias: bool
    # On its category's shortlist, once the second round was opened.
    is_in_final: bool = False

    @property
    def has_open_hint(self) -> bool:
        return any(hint.is_open for hint in self.hints)


def reading(session: Session, *, actor: Actor, edition_slug: str, public_id: str) -> Reading:
    """An entry to read and score. Raises `NotFound` unless the permission table lets the juror read it."""
    entry, seat = entry_for_juror(session, actor, public_id)
    edition = entry.edition
    if edition.slug != edition_slug:
        raise NotFound
    matter = matter_of(session, entry=entry, seat=seat)
    require(actor, Action.READ_AS_JUROR, matter)
    text = entry_text(session, entry=entry, names=shown_names(session, actor=actor, edition=edition))
    return Reading(
        **vars(text),
        seat=seat,
        matter=matter,
        scale=scale_of(edition),
        hints=entry_hints(session, entry=entry, seat=seat),
        sheet=my_sheet(session, entry=entry, seat=seat, criteria=text.criteria),
        note=session.scalar(select(ReadingNote).where(ReadingNote.juror_id == seat.juror_id, ReadingNote.entry_id == entry.id)),
        path=path_through(session, entry=entry, seat=seat),
        may_score=is_allowed(actor, Action.SCORE_ASSIGNED, matter),
        may_declare_bias=is_allowed(actor, Action.DECLARE_BIAS, matter),
        is_in_final=bool(session.scalar(select(is_beside_shortlist(kept=True)).where(Entry.id == entry.id))),
    )


def entry_text(session: Session, *, entry: Entry, names: ShownNames) -> EntryText:
    """The entry as a jury reads it; whoever asks may read it already."""
    criteria = criteria_for(session, edition_id=entry.edition_id, category_id=entry.category_id)
    partners = session.scalars(
        select(Partner).where(Partner.entry_id == entry.id).options(selectinload(Partner.body)).order_by(Partner.position)
    ).all()
    return EntryText(
        entry=entry,
        edition=entry.edition,
        criteria=criteria,
        sections=_sections(session, entry, criteria),
        names=names,
        lead=names.lead(entry.lead.official_name),
        partners=names.partners(partners),
        attachments=_attachments(session, entry, names),
    )


def preview_for_applicant(session: Session, *, entry: Entry) -> EntryText:
    """The same for those who write it, before anybody judges: with the names that this edition's jury reads."""
    return entry_text(session, entry=entry, names=ShownNames(are_hidden=entry.edition.hides_names))


def attachment_for_juror(session: Session, *, actor: Actor, edition_slug: str, public_id: str, attachment_id: str) -> ShownFile:
    """An attachment of an entry the juror may read; `NotFound` for every other."""
    entry, seat = entry_for_juror(session, actor, public_id)
    require(actor, Action.READ_AS_JUROR, matter_of(session, entry=entry, seat=seat))
    names = shown_names(session, actor=actor, edition=entry.edition)
    found = [one for one in _attachments(session, entry, names) if one.attachment.public_id == attachment_id]
    if not found or entry.edition.slug != edition_slug:
        raise NotFound
    return found[0]


def my_sheet(session: Session, *, entry: Entry, seat: Seat, criteria: Sequence[Criterion]) -> JurorsSheet:
    """The juror's own sheet of the current round."""
    row = sheet_row(session, entry=entry, juror_id=seat.juror_id)
    if row is None:
        return JurorsSheet()
    keys = {criterion.id: criterion.key for criterion in criteria}
    scores = {keys[score.criterion_id]: score for score in row.scores if score.criterion_id in keys}
    points = {key: score.points for key, score in scores.items()}
    return JurorsSheet(
        id=row.id, version=row.version, status=row.status, points=points, remark=row.remark,
        published_remark=row.published_remark,
        reasons={key: score.reason for key, score in scores.items()}, abstention_reason=row.abstention_reason,
        updated_at=row.updated_at, submitted_at=row.submitted_at, total=total_of(points, criteria),
    )  # fmt: skip


def own_recusal(session: Session, *, entry: Entry, seat: Seat) -> Recusal | None:
    """The juror's own declaration of bias, for taking it back."""
    return session.scalar(select(Recusal).where(Recusal.juror_id == seat.juror_id, Recusal.entry_id == entry.id))


def _sections(session: Session, entry: Entry, criteria: Sequence[Criterion]) -> tuple[Section, ...]:
    rows = session.execute(
        select(Question, Answer.value, FormStep.title)
        .join(Answer, Answer.question_id == Question.id)
        .join(FormStep, FormStep.id == Question.step_id)
        .where(Answer.entry_id == entry.id, Answer.value != "")
        .order_by(FormStep.position, Question.position)
    ).all()
    by_step: dict[str, list[ShownAnswer]] = {}
    by_criterion: dict[str, list[ShownAnswer]] = {criterion.key: [] for criterion in criteria}
    for question, value, step in rows:
        if question.purpose in _NOT_FOR_JURORS or question.kind in _NEVER_SHOWN:
            continue
        group = by_criterion.get(question.criterion_key)
        target = group if group is not None else by_step.setdefault(step, [])
        target.append(_shown(question, value))
    general = [Section(title=step, criterion=None, answers=tuple(shown)) for step, shown in by_step.items()]
    scored = [
        Section(title=criterion.name, criterion=criterion, answers=tuple(by_criterion[criterion.key])) for criterion in criteria
    ]
    return (*general, *scored)


def _shown(question: Question, value: str) -> ShownAnswer:
    if question.kind is QuestionKind.CHOICE:
        value = next((choice["label"] for choice in question.choices if choice["value"] == value), value)
    return ShownAnswer(
        question=question, value=value, day=date.fromisoformat(value) if question.kind is QuestionKind.DATE else None
    )


def _attachments(session: Session, entry: Entry, names: ShownNames) -> tuple[ShownFile, ...]:
    rows = session.execute(
        select(Attachment, AttachmentPurpose.label)
        .outerjoin(
            AttachmentPurpose,
            (AttachmentPurpose.key == Attachment.purpose) & (AttachmentPurpose.edition_id == entry.edition_id),
        )
        .where(Attachment.entry_id == entry.id)
        .order_by(Attachment.position, Attachment.id)
    ).all()
    shown = names.files([attachment for attachment, _label in rows])
    return tuple(
        ShownFile(
            attachment=attachment, name=shown[attachment.public_id], purpose=label or "", changes=names.changes(attachment)
        )
        for attachment, label in rows
    )
