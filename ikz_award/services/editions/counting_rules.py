"""How an edition counts: averages, ties, reasons, what jurors see, how the jury votes. Open until there are points."""

from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from ikz_award.domain.decision.ranking import unknown_tie_rules
from ikz_award.domain.decision.voting_rules import Quorum
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.scoring import ReasonRule
from ikz_award.domain.permissions.kinds import CountingMatter
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, StaleVersion
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.editions.editions import has_points
from ikz_award.queries.permissions.matters import counting_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

MOST_SHEETS = 99
MOST_VOTES = 99


@dataclass(frozen=True, kw_only=True)
class TypedVoting:
    """How the jury votes, see `domain.decision.voting_rules`; `quorum_least` None: no number."""

    quorum: Quorum
    quorum_least: int | None
    chair_breaks_ties: bool
    allows_circulation: bool
    needs_vote: bool
    allows_against_vote: bool


@dataclass(frozen=True, kw_only=True)
class TypedCounting:
    """What was typed; `minimum_sheets` None: no number."""

    minimum_sheets: int | None
    average: Average
    tie_break: tuple[str, ...]
    reason_rule: ReasonRule
    hides_names: bool
    changes_after_comparison: bool
    allows_shared_prize: bool
    voting: TypedVoting


@use_case(AuditAction.EDITION_EDIT_COUNTING)
def save_counting(work: Work, *, edition_slug: str, version: int | None, typed: TypedCounting) -> None:
    """Store them. Raises `Invalid` by field, `StaleVersion`, or `Refused` once there are points."""
    edition = locked_edition(work.session, edition_slug)
    require(work.actor, Action.EDIT_COUNTING, matter_of_counting(work.session, edition))
    if edition.version != version:
        raise StaleVersion({"version": edition.version}, {"version": version})
    _check(edition, typed)
    wanted = asdict(typed) | {"tie_break": list(typed.tie_break)} | asdict(typed.voting)
    del wanted["voting"]
    old = {name: getattr(edition, name) for name, value in wanted.items() if getattr(edition, name) != value}
    for name in old:
        setattr(edition, name, wanted[name])
    if old:
        work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old=old, new={name: wanted[name] for name in old})


def matter_of_counting(session: Session, edition: Edition) -> CountingMatter:
    """What the permission table has to know before it says whether how the edition counts may still be changed."""
    return counting_matter(edition, has_points=has_points(session, edition_id=edition.id))


def _check(edition: Edition, typed: TypedCounting) -> None:
    errors = {}
    if typed.minimum_sheets is None or not 1 <= typed.minimum_sheets <= MOST_SHEETS:
        errors["minimum_sheets"] = _("Bitte eine ganze Zahl von %(least)s bis %(most)s angeben.", least=1, most=MOST_SHEETS)
    if len(set(typed.tie_break)) < len(typed.tie_break):
        errors["tie_break"] = _("Bitte nennen Sie jede Regel nur einmal.")
    elif unknown_tie_rules(typed.tie_break, {one.key for one in edition.criteria}):
        errors["tie_break"] = _("Bitte wählen Sie die Regeln aus der Liste.")
    if typed.voting.quorum_least is None or not 1 <= typed.voting.quorum_least <= MOST_VOTES:
        errors["quorum_least"] = _("Bitte eine ganze Zahl von %(least)s bis %(most)s angeben.", least=1, most=MOST_VOTES)
    if errors:
        raise Invalid(errors)
