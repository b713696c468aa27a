"""A juror's score sheet: saved as often as wanted, submitted once complete, taken back while scoring is open."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm.attributes import flag_modified

from ikz_award.domain.jury.scoring_time import require_in_time
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import SheetStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.text import clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.jury.jury import ScoreSheet
from ikz_award.queries.jury.bias.hints import has_open_hint
from ikz_award.queries.jury.jury import entry_for_juror, matter_of
from ikz_award.queries.jury.oversight import scoring_end
from ikz_award.queries.permissions.matters import points_matter
from ikz_award.services.jury.sheets.desk import (
    REASON_LIMIT,
    Desk,
    TypedSheet,
    as_typed,
    at_desk,
    audit_sheet,
    checked,
    fill,
    flat,
    logged_state,
    new_sheet,
    require_lengths,
    require_version,
)
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.SHEET_SAVE)
def save_sheet(work: Work, *, entry_id: str, typed: TypedSheet) -> Mapping[str, Any]:
    """Save a draft, however incomplete. → {"version", "status"}.

    Raises `NotFound`, `Refused` (scoring closed, or submitted already), `Invalid` by field, `StaleVersion`.
    """
    return _written(write_within(work, entry_id=entry_id, typed=typed, status=SheetStatus.DRAFT))


@use_case(AuditAction.SHEET_SUBMIT)
def submit_sheet(work: Work, *, entry_id: str, typed: TypedSheet) -> Mapping[str, Any]:
    """Save and submit: points on every criterion, reasons as the edition's rule says. Answer and errors as `save_sheet`."""
    return _written(write_within(work, entry_id=entry_id, typed=typed, status=SheetStatus.SUBMITTED))


@use_case(AuditAction.SHEET_REOPEN)
def reopen_sheet(work: Work, *, entry_id: str, version: int) -> None:
    """Take back a submitted sheet or an abstention; it is a draft again and does not count until it is submitted."""
    desk = _desk(work, entry_id)
    sheet = desk.sheet or ScoreSheet(status=SheetStatus.DRAFT, version=0)
    require_version(sheet, version, current={"status": sheet.status.value}, submitted={"status": "draft"})
    require_transition(old=sheet.status, new=SheetStatus.DRAFT)
    old = logged_state(sheet, desk.criteria)
    sheet.status, sheet.submitted_at, sheet.abstention_reason, sheet.updated_at = SheetStatus.DRAFT, None, "", work.now
    work.session.flush()
    audit_sheet(work, desk, sheet, old)


@use_case(AuditAction.SHEET_ABSTAIN)
def abstain(work: Work, *, entry_id: str, reason: str) -> None:
    """Decide not to score an entry, with a reason. Points typed before stay in the sheet, but count nowhere."""
    cleaned = clean_text(reason)
    desk = _desk(work, entry_id)
    if not cleaned:
        raise Invalid({"reason": _("Bitte nennen Sie kurz den Grund der Enthaltung.")}, reason="reason_missing")
    require_lengths({"reason": cleaned}, REASON_LIMIT)
    sheet = desk.sheet or new_sheet(work, desk)
    require_transition(old=sheet.status, new=SheetStatus.ABSTAINED)
    old = logged_state(sheet, desk.criteria)
    sheet.status, sheet.abstention_reason, sheet.updated_at = SheetStatus.ABSTAINED, cleaned, work.now
    work.session.flush()
    audit_sheet(work, desk, sheet, old)


def _written(sheet: ScoreSheet) -> Mapping[str, Any]:
    return {"version": sheet.version, "status": sheet.status.value}


def write_within(work: Work, *, entry_id: str, typed: TypedSheet, status: SheetStatus, resubmits: bool = False) -> ScoreSheet:
    """Write one sheet within a use case, its own audit entry included; errors as `save_sheet`.

    `resubmits`: a submitted sheet is opened and handed in again in one step, for changes to points that stay handed in.
    """
    desk = _desk(work, entry_id, gives_points=True)
    sheet = desk.sheet or ScoreSheet(status=SheetStatus.DRAFT, version=0)
    current = as_typed(sheet, desk.criteria)
    require_version(sheet, typed.version, current=current, submitted=flat(typed, desk.criteria))
    old_status = sheet.status
    if resubmits and old_status is SheetStatus.SUBMITTED:
        require_transition(old=old_status, new=SheetStatus.DRAFT)
        old_status = SheetStatus.DRAFT
    # Only a draft is written to, and only a draft can become submitted; all else is left by reopening alone.
    require_transition(old=old_status, new=SheetStatus.SUBMITTED)
    given = checked(typed, desk, work.session, is_complete=status is SheetStatus.SUBMITTED)
    sheet = desk.sheet or new_sheet(work, desk)
    old = logged_state(sheet, desk.criteria)
    fill(sheet, desk.criteria, given, typed)
    sheet.status, sheet.updated_at = status, work.now
    sheet.submitted_at = work.now if status is SheetStatus.SUBMITTED else None
    # A new reason alone changes another table: the version counts it all the same.
    flag_modified(sheet, "updated_at")
    work.session.flush()
    audit_sheet(work, desk, sheet, old)
    return sheet


def _desk(work: Work, entry_id: str, *, gives_points: bool = False) -> Desk:
    """Load and judge: not to be seen → `NotFound`, seen but closed → `Refused`."""
    entry, seat = entry_for_juror(work.session, work.actor, entry_id)
    matter = matter_of(work.session, entry=entry, seat=seat)
    require(work.actor, Action.SCORE_ASSIGNED, matter)
    require_in_time(now=work.now, closes_at=scoring_end(work.session, edition=entry.edition, juror_id=seat.juror_id))
    if gives_points:
        is_open = has_open_hint(work.session, entry=entry, seat=seat)
        require(work.actor, Action.GIVE_POINTS, points_matter(matter, has_open_hint=is_open))
    return at_desk(work, entry, seat)
