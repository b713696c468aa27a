"""A deputy steps in for a member: takes the role over and what is still open, with a record; what was handed in stays."""

from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.assignment import AssignmentMode
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.permissions.matter import BEFORE_DELIBERATION
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.assignment import AssignmentPlan, JurorCategory
from ikz_award.models.jury.jury import Juror, Recusal, ScoreSheet, StandIn, StandInEntry
from ikz_award.queries.decision.leaving import end_of_seat
from ikz_award.queries.decision.meeting import votes_due
from ikz_award.queries.jury.assignment import DONE, is_assigned, plan_of_edition
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.jury.assignment import settle_stand_ins
from ikz_award.services.jury.stand_in_mails import deputy_mail, member_mail
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 1000
BEFORE_JUDGING = (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING)


@use_case(AuditAction.PANEL_STAND_IN, without=("base_url",))
def step_in(work: Work, *, edition_slug: str, juror_id: int, deputy_id: int | None, reason: str, base_url: str = "") -> None:
    """Put a deputy in a member's or the chair's place; the other becomes deputy and can step in again the same way.

    Raises `Invalid` (`deputy`, `reason`), `NotFound`, and `Refused` once the result is decided.
    """
    cleaned = clean_text(reason).strip()
    edition = locked_edition(work.session, edition_slug)
    require(work.actor, Action.STAND_IN, edition_matter(edition))
    juror, deputy = _seat(work.session, edition, juror_id), _seat(work.session, edition, deputy_id)
    if deputy is not None and end_of_seat(work.session, juror_id=deputy.id) is not None:
        deputy = None
    if juror is None or juror.role is PanelRole.DEPUTY:
        raise NotFound
    _check(deputy, cleaned)
    if deputy is None:
        raise NotFound
    open_entries = _open_entries(work.session, edition, juror)
    row = StandIn(
        juror_id=juror.id,
        deputy_id=deputy.id,
        role=juror.role,
        reason=cleaned,
        began_at=work.now,
        decided_by=work.actor.account_id or 0,
    )
    work.session.add(row)
    work.session.flush()
    work.session.add_all(StandInEntry(stand_in_id=row.id, entry_id=entry) for entry in open_entries)
    juror.role, deputy.role = PanelRole.DEPUTY, juror.role
    work.session.flush()
    if edition.phase in BEFORE_DELIBERATION:
        _pass_on_categories(work.session, juror, deputy)
    if edition.phase in BEFORE_JUDGING:
        _leave_it_to_the_plan(work.session, edition, now=work.now)
    _tell_both(work, edition, row, entries=len(open_entries), base_url=base_url)
    work.audit(
        subject=f"juror:{juror.id}",
        edition_id=edition.id,
        new={"deputy": deputy.id, "role": deputy.role, "reason": cleaned, "entries": len(open_entries)},
    )


def _seat(session: Session, edition: Edition, juror_id: int | None) -> Juror | None:
    found = session.get(Juror, juror_id) if juror_id is not None else None
    return found if found is not None and found.edition_id == edition.id else None


def _check(deputy: Juror | None, reason: str) -> None:
    errors = {}
    if deputy is None or deputy.role is not PanelRole.DEPUTY:
        errors["deputy"] = _("Bitte wählen Sie eine Stellvertretung.")
    if not reason:
        errors["reason"] = _("Bitte nennen Sie den Grund der Vertretung.")
    elif length(reason) > REASON_LIMIT:
        errors["reason"] = _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=REASON_LIMIT)
    if errors:
        raise Invalid(errors)


def _tell_both(work: Work, edition: Edition, row: StandIn, *, entries: int, base_url: str) -> None:
    work.session.refresh(row)
    owed = entries if edition.phase is Phase.JUDGING else 0
    address = f"{base_url}/jury/"
    for account, (subject, body) in (
        (
            row.deputy.account,
            deputy_mail(edition, row, entries=owed, address=address, votes_due=votes_due(work.session, edition_id=edition.id)),
        ),
        (row.juror.account, member_mail(edition, row, address=address)),
    ):
        work.send_mail(recipient=account.email, subject=subject, body=body)


def _pass_on_categories(session: Session, juror: Juror, deputy: Juror) -> None:
    """What was ticked for the member is ticked for the deputy: the next plan by category counts on it."""
    held = select(JurorCategory.category_id).where(JurorCategory.juror_id == deputy.id)
    known = set(session.scalars(held))
    for row in session.scalars(select(JurorCategory).where(JurorCategory.juror_id == juror.id)).all():
        if row.category_id in known:
            session.delete(row)
        else:
            row.juror_id = deputy.id
    session.flush()


def _leave_it_to_the_plan(session: Session, edition: Edition, *, now: datetime) -> None:
    """Nothing is scored yet, and entries may still come: the new member simply has the place in the plan."""
    plan = plan_of_edition(session, edition_id=edition.id)
    if plan is None:
        plan = AssignmentPlan(edition_id=edition.id, mode=AssignmentMode.ALL, decided_at=now)
        session.add(plan)
    if plan.mode is not AssignmentMode.FIXED:
        settle_stand_ins(session, plan)


def _open_entries(session: Session, edition: Edition, juror: Juror) -> list[int]:
    """What the member still owes: assigned, not recused from, no sheet handed in or abstained."""
    is_done = exists().where(ScoreSheet.juror_id == juror.id, ScoreSheet.entry_id == Entry.id, ScoreSheet.status.in_(DONE))
    is_recused = exists().where(Recusal.juror_id == juror.id, Recusal.entry_id == Entry.id)
    admitted = (Entry.edition_id == edition.id) & (Entry.status == EntryStatus.ADMITTED)
    return list(session.scalars(select(Entry.id).where(admitted, is_assigned(juror.id), ~is_done, ~is_recused)))
