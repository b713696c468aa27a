"""Publishing at a set time: planned for one sealed result, done by the worker, void when that seal counts no more."""

from datetime import datetime

from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.guards import require_step
from ikz_award.domain.phases.timetable import berlin_to_utc
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Denied, Invalid, NotFound
from ikz_award.domain.words.letters import publication as letters
from ikz_award.domain.words.letters.frame import Letter
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.decisions import PlanEnd, PlannedPublication
from ikz_award.models.editions.editions import Edition
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.phases.facts import phase_facts
from ikz_award.queries.phases.publication import due_plans, publication_plan
from ikz_award.queries.seal.seal import current_seal
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import AuditLine, Work, append_audit
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import Call, use_case


@use_case(AuditAction.PUBLICATION_PLAN)
def plan_publication(work: Work, *, edition_slug: str, at: str) -> None:
    """Publish at the time typed for Berlin; a plan that is there already is replaced.

    Raises `Invalid` for `at`, `Refused` where the result could not be published now, either (not decided, not sealed).
    """
    edition = _edition(work, edition_slug)
    require_step(
        old=edition.phase,
        new=Phase.PUBLISHED,
        now=work.now,
        facts=phase_facts(work.session, edition=edition),
        reason="",
        missing_seen=0,
    )
    seal = current_seal(work.session, edition_id=edition.id)
    if seal is None:
        raise NotFound
    publish_at = _typed(at, now=work.now)
    if earlier := publication_plan(work.session, edition_id=edition.id):
        earlier.outcome, earlier.ended_at = PlanEnd.CANCELLED, work.now
    work.session.add(
        PlannedPublication(
            edition_id=edition.id,
            seal_id=seal.id,
            publish_at=publish_at,
            planned_by=work.actor.account_id or 0,
            planned_at=work.now,
        )
    )
    work.audit(
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        old={"publish_at": earlier.publish_at.isoformat()} if earlier else None,
        new={"publish_at": publish_at.isoformat()},
    )


@use_case(AuditAction.PUBLICATION_CANCEL)
def cancel_publication(work: Work, *, edition_slug: str) -> None:
    """Take the plan back. Raises `NotFound` where there is none (any more)."""
    edition = _edition(work, edition_slug)
    plan = publication_plan(work.session, edition_id=edition.id)
    if plan is None:
        raise NotFound
    plan.outcome, plan.ended_at = PlanEnd.CANCELLED, work.now
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, old={"publish_at": plan.publish_at.isoformat()})


def has_due_plan(session: Session, *, now: datetime) -> bool:
    """A look without the write lock."""
    return bool(due_plans(session, now=now))


def publish_due(session: Session, *, now: datetime, base_url: str = "") -> int:
    """Publish whatever is due, in the name of who planned it; returns how many results that were.

    Each on its own: one that can no longer be published lapses, its planner is told, and the others go on.
    """
    published = 0
    for plan_id in due_plans(session, now=now):
        plan = session.get_one(PlannedPublication, plan_id)
        seal = current_seal(session, edition_id=plan.edition_id)
        actor, edition_id, still_counts = actor_of(session, plan.planner), plan.edition_id, seal and seal.id == plan.seal_id
        # Published by hand meanwhile: what was planned has come true, and there is nothing to tell.
        end = PlanEnd.CANCELLED if plan.edition.phase is Phase.PUBLISHED else PlanEnd.LAPSED
        if still_counts and end is PlanEnd.LAPSED:
            try:
                change_phase(
                    Call(actor=actor, now=now, key=f"planned-publication-{plan_id}"),
                    edition_id=edition_id,
                    step=(Phase.DECIDED, Phase.PUBLISHED),
                )
                end, published = PlanEnd.PUBLISHED, published + 1
            except Denied:
                end = PlanEnd.LAPSED
        _end(Call(actor=SYSTEM, now=now), plan_id=plan_id, end=end, base_url=base_url)
    return published


def lapse_plan(work: Work, edition: Edition, *, base_url: str) -> None:
    """The result it was planned for is opened again: the plan is void at once, and whoever made it is told, not later."""
    plan = publication_plan(work.session, edition_id=edition.id)
    if plan is None:
        return
    # Published by hand before its time: it has come true, and "nothing is published" would not be so.
    end = PlanEnd.CANCELLED if edition.phase is Phase.PUBLISHED else PlanEnd.LAPSED
    plan.outcome, plan.ended_at = end, work.now
    if end is PlanEnd.LAPSED:
        subject, body = _lapsed_mail(plan, is_due=False, base_url=base_url)
        work.send_mail(recipient=plan.planner.email, subject=subject, body=body)
    line = AuditLine(
        action=AuditAction.PUBLICATION_END,
        subject=f"edition:{edition.id}",
        edition_id=edition.id,
        old={"publish_at": plan.publish_at},
        new={"end": end.value},
    )
    append_audit(work.session, line, actor=work.actor, now=work.now)


@use_case(AuditAction.PUBLICATION_END, without=("base_url",))
def _end(work: Work, *, plan_id: int, end: PlanEnd, base_url: str) -> None:
    plan = work.session.get_one(PlannedPublication, plan_id)
    if plan.outcome is not None:
        return
    plan.outcome, plan.ended_at = end, work.now
    if end is not PlanEnd.CANCELLED:
        subject, body = (
            _lapsed_mail(plan, is_due=True, base_url=base_url)
            if end is PlanEnd.LAPSED
            else _published_mail(plan, base_url=base_url)
        )
        work.send_mail(recipient=plan.planner.email, subject=subject, body=body)
    work.audit(subject=f"edition:{plan.edition_id}", edition_id=plan.edition_id, new={"end": end.value})


def _published_mail(plan: PlannedPublication, *, base_url: str) -> Letter:
    return letters.published(plan.edition.name, address=f"{base_url}/preistraeger/{plan.edition.slug}")


def _lapsed_mail(plan: PlannedPublication, *, is_due: bool, base_url: str) -> Letter:
    address = f"{base_url}/verwaltung/runden/{plan.edition.slug}/"
    return letters.lapsed(plan.edition.name, publish_at=plan.publish_at, is_due=is_due, address=address)


def _edition(work: Work, slug: str) -> Edition:
    edition = locked_edition(work.session, slug)
    require(work.actor, Action.CHANGE_PHASE, edition_matter(edition))
    return edition


def _typed(at: str, *, now: datetime) -> datetime:
    try:
        instant = berlin_to_utc(datetime.fromisoformat(at.strip()), field="at")
    except ValueError:
        raise Invalid({"at": _("Bitte geben Sie Tag und Uhrzeit an.")}) from None
    if instant <= now:
        raise Invalid({"at": _("Bitte wählen Sie einen Zeitpunkt in der Zukunft.")})
    return instant
