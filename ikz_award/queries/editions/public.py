"""What everybody may see of an edition, and nothing more: the one place that decides it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import groupby

from sqlalchemy import select, text
from sqlalchemy.orm import Session, joinedload, selectinload
from sqlalchemy.orm.strategy_options import _AbstractLoad

from ikz_award.domain.entries.standing import RESULT_PHASES
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import NotFound
from ikz_award.models.decision.decisions import WINNERS, CoWinner, Decision
from ikz_award.models.editions.editions import Category, Criterion, Edition, EditionText, FormStep, Milestone, ParticipationRule
from ikz_award.models.entries.entries import Attachment, Entry, Partner
from ikz_award.queries.editions.words import PROCEDURE, with_voting_rules
from ikz_award.queries.entries.closing import EarlyClosing, early_closing
from ikz_award.queries.entries.entries import is_open_for_entries

PUBLICATION_PICTURE = "publication_picture"
PICTURE_TYPES = ("image/jpeg", "image/png")
TEXTS = ("introduction", "participation", PROCEDURE)


@dataclass(frozen=True, kw_only=True)
class PublicWinner:
    """What is published of a winner: `title` None says that no prize was awarded in the category.

    `prize_euro`: what it gets, which is a part where several share the prize.
    """

    category: str
    prize_euro: int
    title: str | None
    lead: str
    partners: tuple[str, ...]
    text: str
    category_key: str = ""
    lead_key: str = ""
    # The register's keys of the partners, in the same order; None for a partner the register does not know.
    partner_keys: tuple[str | None, ...] = ()
    # Pictures the municipality handed in to be published: their public ids.
    pictures: tuple[str, ...] = ()
    edition_slug: str = ""


@dataclass(frozen=True, kw_only=True)
class PastEdition:
    """An edition with its winners, in the order of the categories."""

    edition: Edition
    winners: tuple[PublicWinner, ...]

    @property
    def categories(self) -> Sequence[Sequence[PublicWinner]]:
        """The winners of each category: one, or several who share the prize."""
        return [list(winners) for _, winners in groupby(self.winners, key=lambda one: one.category_key)]


@dataclass(frozen=True, kw_only=True)
class WeightedCriterion:
    """A criterion with its share of the whole, exact."""

    criterion: Criterion
    share: Fraction


@dataclass(frozen=True, kw_only=True)
class Announcement:
    """All that is announced of an edition. `own_criteria`: by category id, where a category has its own."""

    edition: Edition
    categories: Sequence[Category]
    criteria: Sequence[WeightedCriterion]
    own_criteria: dict[int, Sequence[WeightedCriterion]]
    rules: Sequence[ParticipationRule]
    steps: Sequence[FormStep]
    milestones: Sequence[Milestone]
    texts: dict[str, str]
    # Closed before the deadline, with the reason: nobody is told the old date any more.
    closed_early: EarlyClosing | None = None

    @property
    def closes_at(self) -> datetime:
        """When the time for entries ends, or ended."""
        return self.closed_early.at if self.closed_early else self.edition.deadline_at


def has_results(edition: Edition) -> bool:
    """Whether visitors see results: the edition is published, or archived after that."""
    return edition.phase in RESULT_PHASES


def current_edition(session: Session, *, now: datetime) -> Edition | None:
    """The edition the start page is about: the one that is open, else the newest that has no results yet, else the newest."""
    announced = session.scalars(
        select(Edition).where(Edition.phase != Phase.PREPARATION).order_by(Edition.opens_at.desc(), Edition.id.desc())
    ).all()
    is_open = [edition for edition in announced if is_open_for_entries(edition, now=now)]
    unfinished = [edition for edition in announced if not has_results(edition)]
    return next(iter([*is_open, *unfinished, *announced]), None)


def announcement(session: Session, *, slug: str) -> Announcement:
    """Everything about the edition at an address. Raises `NotFound` where there is none, or none announced yet."""
    edition = session.scalar(
        select(Edition)
        .where(Edition.slug == slug, Edition.phase != Phase.PREPARATION)
        .options(
            selectinload(Edition.categories),
            selectinload(Edition.criteria),
            selectinload(Edition.rules),
            selectinload(Edition.steps),
            selectinload(Edition.milestones),
        )
    )
    if edition is None:
        raise NotFound
    own = {criterion.category_id for criterion in edition.criteria if criterion.category_id is not None}
    return Announcement(
        edition=edition,
        categories=edition.categories,
        criteria=_weighted([criterion for criterion in edition.criteria if criterion.category_id is None]),
        own_criteria={
            category_id: _weighted([criterion for criterion in edition.criteria if criterion.category_id == category_id])
            for category_id in own
        },
        rules=[rule for rule in edition.rules if rule.is_active],
        steps=edition.steps,
        milestones=[milestone for milestone in edition.milestones if milestone.is_public],
        texts=_texts(session, edition),
        closed_early=early_closing(session, edition),
    )


def _weighted(criteria: Sequence[Criterion]) -> Sequence[WeightedCriterion]:
    whole = sum(criterion.weight for criterion in criteria)
    return [WeightedCriterion(criterion=criterion, share=Fraction(criterion.weight, whole)) for criterion in criteria]


def _texts(session: Session, edition: Edition) -> dict[str, str]:
    """The newest version of each text that is meant for everybody, the procedure with the rules by which the jury votes."""
    rows = session.scalars(
        select(EditionText)
        .where(EditionText.edition_id == edition.id, EditionText.key.in_(TEXTS))
        .order_by(EditionText.version)
    )
    texts = {row.key: row.body for row in rows}
    return texts | {PROCEDURE: with_voting_rules(texts.get(PROCEDURE, ""), edition.voting)}


def running_editions(session: Session) -> Sequence[Edition]:
    """The editions that are announced and have no results yet, newest first."""
    return session.scalars(
        select(Edition)
        .where(Edition.phase.not_in((Phase.PREPARATION, *RESULT_PHASES)))
        .order_by(Edition.opens_at.desc(), Edition.id.desc())
    ).all()


def past_editions(session: Session) -> Sequence[PastEdition]:
    """The editions whose results are published, newest first, with their winners."""
    editions = session.scalars(
        select(Edition).where(Edition.phase.in_(RESULT_PHASES)).order_by(Edition.opens_at.desc(), Edition.id.desc())
    ).all()
    found = _winners(session, [edition.id for edition in editions])
    return [PastEdition(edition=edition, winners=tuple(found.get(edition.id, ()))) for edition in editions]


def published_results(session: Session, *, slug: str) -> PastEdition:
    """An edition's winners. Raises `NotFound` unless they are published: "not yet" and "no such edition" look alike."""
    edition = session.scalar(select(Edition).where(Edition.slug == slug, Edition.phase.in_(RESULT_PHASES)))
    if edition is None:
        raise NotFound
    return PastEdition(edition=edition, winners=tuple(_winners(session, [edition.id]).get(edition.id, ())))


def _winners(session: Session, edition_ids: Sequence[int]) -> dict[int, list[PublicWinner]]:
    """Edition id → winners. The caller has made sure that the editions' results are published."""
    rows = session.execute(
        select(Category, Decision)
        .join(Decision, Decision.category_id == Category.id)
        .where(Category.edition_id.in_(edition_ids))
        .options(*_published_of(joinedload(Decision.entry)), joinedload(Category.edition))
        .options(*_published_of(selectinload(Decision.co_winners).joinedload(CoWinner.entry)))
        .order_by(Category.position)
    )
    found: dict[int, list[PublicWinner]] = {}
    for category, decision in rows:
        awards: tuple[tuple[Entry | None, int], ...] = decision.awards or ((None, 0),)
        found.setdefault(category.edition_id, []).extend(_winner(category, decision, entry, part) for entry, part in awards)
    return found


def _published_of(entry: _AbstractLoad) -> tuple[_AbstractLoad, ...]:
    """What is read of each winner."""
    return (
        entry.joinedload(Entry.lead),
        entry.selectinload(Entry.partners).joinedload(Partner.body),
        entry.selectinload(Entry.attachments),
    )


def _winner(category: Category, decision: Decision, entry: Entry | None, part: int) -> PublicWinner:
    return PublicWinner(
        category=category.name,
        prize_euro=part,
        title=entry.title if entry else None,
        lead=entry.lead.official_name if entry else "",
        partners=tuple(_name(partner) for partner in entry.partners) if entry else (),
        text=decision.public_text,
        category_key=category.key,
        lead_key=entry.lead_key if entry else "",
        partner_keys=tuple(partner.body_key for partner in entry.partners) if entry else (),
        pictures=tuple(one.public_id for one in _pictures(entry)) if entry else (),
        edition_slug=category.edition.slug,
    )


def _pictures(entry: Entry) -> list[Attachment]:
    """What was handed in under the purpose that says it may be published, as far as it is a picture."""
    return [one for one in entry.attachments if one.purpose == PUBLICATION_PICTURE and one.file.media_type in PICTURE_TYPES]


def published_picture(session: Session, *, slug: str, public_id: str) -> Attachment:
    """A published winner's picture. Raises `NotFound` for everything else, and before publication for everything."""
    query = (
        select(Entry)
        .join(WINNERS, WINNERS.c.entry_id == Entry.id)
        .join(Edition, Edition.id == Entry.edition_id)
        .where(Edition.slug == slug, Edition.phase.in_(RESULT_PHASES))
    )
    found = next((one for entry in session.scalars(query) for one in _pictures(entry) if one.public_id == public_id), None)
    if found is None:
        raise NotFound
    return found


def _name(partner: Partner) -> str:
    return partner.body.official_name if partner.body is not None else partner.name


def is_migrated(session: Session, *, head: str | None) -> bool:
    """Whether the database answers and stands at the newest migration."""
    return session.scalar(text("SELECT version_num FROM alembic_version")) == head
