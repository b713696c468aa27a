"""Changing points after the comparison: only where the edition allows it, with a reason, until the category is decided."""

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.decision.discussion import LateChange
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.queries.decision.comparison import discussion, matter_of_compared
from ikz_award.queries.decision.standing import decision_stands
from ikz_award.queries.jury.shortlist import is_left_out
from ikz_award.queries.permissions.matters import late_sheet_matter
from ikz_award.queries.record.phase_history import last_closing_of_scoring
from ikz_award.services.jury.sheets.desk import (
    REASON_LIMIT,
    TypedSheet,
    as_typed,
    at_desk,
    audit_sheet,
    checked,
    fill,
    flat,
    logged_state,
    require_version,
)
from ikz_award.services.record.intention import Work
from ikz_award.services.record.locked import locked_edition
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.SHEET_CHANGE_LATE)
def change_points(work: Work, *, entry_id: str, typed: TypedSheet, reason: str) -> None:
    """Give a submitted sheet other points; the version before stays in its history, and the report names the change.

    Raises `Invalid` by field (`why` for the reason), `NotFound`, `StaleVersion`, and `Refused` where the edition, the phase or
    a decision of the category forbids it.
    """
    cleaned = clean_text(reason).strip()
    entry = _entry(work, entry_id)
    if not cleaned:
        raise Invalid({"why": _("Bitte schreiben Sie, warum Sie Ihre Punkte ändern.")}, reason="missing")
    if length(cleaned) > REASON_LIMIT:
        raise Invalid({"why": _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=REASON_LIMIT)}, reason="too_long")
    sheet = _rewritten(work, entry, typed)
    row = LateChange(sheet_id=sheet.id, sheet_version=sheet.version, reason=cleaned, changed_at=work.now)
    work.session.add(row)
    work.session.flush()
    work.audit(subject=f"late_change:{row.id}", edition_id=entry.edition_id, new={"entry": entry.id, "reason": cleaned})


def _rewritten(work: Work, entry: Entry, typed: TypedSheet) -> ScoreSheet:
    """The actor's submitted sheet with other, complete points."""
    seat = work.actor.seat(entry.edition_id)
    if seat is None:
        raise NotFound
    desk = at_desk(work, entry, seat)
    if desk.sheet is None:
        raise NotFound
    current = as_typed(desk.sheet, desk.criteria)
    require_version(desk.sheet, typed.version, current=current, submitted=flat(typed, desk.criteria))
    given = checked(typed, desk, work.session, is_complete=True)
    old = logged_state(desk.sheet, desk.criteria)
    fill(desk.sheet, desk.criteria, given, typed)
    desk.sheet.updated_at = work.now
    flag_modified(desk.sheet, "updated_at")
    work.session.flush()
    audit_sheet(work, desk, desk.sheet, old)
    return desk.sheet


def _entry(work: Work, public_id: str) -> Entry:
    entry = work.session.scalar(select(Entry).where(Entry.public_id == public_id))
    seat = work.actor.seat(entry.edition_id) if entry else None
    if entry is None or seat is None:
        raise NotFound
    # A shortlist rests on the points as they stand: it is drawn before this or after it.
    locked_edition(work.session, entry.edition.slug)
    # What the juror may not see in the comparison does not exist.
    page = discussion(work.session, actor=work.actor, edition=entry.edition, public_id=public_id)
    own = [sheet for sheet in page.compared.line.sheets if sheet.juror.id == seat.juror_id] if page.compared.line else []
    matter = matter_of_compared(work.session, actor=work.actor, entry=entry)
    require(work.actor, Action.CHANGE_AFTER_COMPARISON, matter)
    if not own or own[0].state != SheetStatus.SUBMITTED:
        raise Refused("no_sheet", _("Ändern lassen sich nur Punkte, die Sie abgegeben haben."))
    left_out = is_left_out(work.session, entry_id=entry.id)
    require(work.actor, Action.CHANGE_SHORTLISTED, late_sheet_matter(matter, is_left_out=left_out))
    decision = work.session.scalar(select(Decision).where(Decision.category_id == entry.category_id))
    closed_at = last_closing_of_scoring(work.session, edition_id=entry.edition_id)
    if decision_stands(decision, closed_at=closed_at):
        raise Refused("decided", _("In dieser Kategorie ist schon entschieden; die Punkte bleiben, wie sie sind."))
    return entry
