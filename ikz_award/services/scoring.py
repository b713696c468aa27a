"""A juror's score sheet: saved as often as wanted, submitted once complete, taken back while scoring is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from ikz_award.domain.actors import Actor, Seat
from ikz_award.domain.errors import Invalid, NotFound, StaleVersion
from ikz_award.domain.matter import Matter
from ikz_award.domain.permissions import Action, require
from ikz_award.domain.scoring import ReasonRule, Scale, german_decimal, is_reason_required
from ikz_award.domain.scoring_time import require_in_time
from ikz_award.domain.text import clean_text, length
from ikz_award.domain.wording import message as _
from ikz_award.domain.workflow import SheetStatus, require_transition
from ikz_award.models.editions import Criterion
from ikz_award.models.entries import Entry
from ikz_award.models.jury import Juror, Score, ScoreSheet
from ikz_award.queries.bias import has_open_hint
from ikz_award.queries.editions import criteria_for
from ikz_award.queries.jury import current_round, entry_for_juror, matter_of, sheet_row
from ikz_award.queries.jury_reading import scale_of
from ikz_award.queries.oversight import closing_at
from ikz_award.services.intention import Work, intention
from ikz_award.services.sheet_history import keep_version

REASON_LIMIT = 3000
REMARK_LIMIT = 3000


@dataclass(frozen=True, kw_only=True)
class TypedSheet:
    """What a juror typed: points as text and reasons, by criterion key, into a sheet of that `version` (0: none yet)."""

    points: Mapping[str, str]
    reasons: Mapping[str, str]
    remark: str = ""
    published_remark: str = ""
    version: int = 0

    def as_request(self) -> dict[str, Any]:
        return {
            "points": dict(self.points), "reasons": dict(self.reasons), "remark": self.remark, "version": self.version,
            "published_remark": self.published_remark,
        }  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class _Desk:
    """What a writing service needs at hand: the entry, the juror, the criteria, the sheet as it stands."""

    entry: Entry
    seat: Seat
    criteria: Sequence[Criterion]
    scale: Scale
    sheet: ScoreSheet | None


def points_field(key: str) -> str:
    """The name of a criterion's points in forms and in `Invalid.errors`."""
    return f"points_{key}"


def reason_field(key: str) -> str:
    return f"reason_{key}"


def save_sheet(*, actor: Actor, now: datetime, key: str, entry_id: str, typed: TypedSheet) -> Mapping[str, Any]:
    """Save a draft, however incomplete. → {"version", "status"}.

    Raises `NotFound`, `Refused` (scoring closed, or submitted already), `Invalid` by field, `StaleVersion`.
    """
    return _write(actor=actor, now=now, key=key, entry_id=entry_id, typed=typed, status=SheetStatus.DRAFT)


def submit_sheet(*, actor: Actor, now: datetime, key: str, entry_id: str, typed: TypedSheet) -> Mapping[str, Any]:
    """Save and submit: points on every criterion, reasons as the edition's rule says. Answer and errors as `save_sheet`."""
    return _write(actor=actor, now=now, key=key, entry_id=entry_id, typed=typed, status=SheetStatus.SUBMITTED)


def reopen_sheet(*, actor: Actor, now: datetime, key: str, entry_id: str, version: int) -> None:
    """Take back a submitted sheet or an abstention; it is a draft again and does not count until it is submitted."""
    request = {"entry": entry_id, "version": version}
    with intention(actor=actor, now=now, action="sheet.reopen", key=key, request=request) as work:
        if work.is_replay:
            return
        desk = _desk(work, entry_id)
        sheet = desk.sheet or ScoreSheet(status=SheetStatus.DRAFT, version=0)
        _require_version(sheet, version, current={"status": sheet.status.value}, submitted={"status": "draft"})
        require_transition(old=sheet.status, new=SheetStatus.DRAFT)
        old = _state(sheet, desk.criteria)
        sheet.status, sheet.submitted_at, sheet.abstention_reason, sheet.updated_at = SheetStatus.DRAFT, None, "", now
        work.session.flush()
        _audit(work, desk, sheet, old)


def abstain(*, actor: Actor, now: datetime, key: str, entry_id: str, reason: str) -> None:
    """Decide not to score an entry, with a reason. Points typed before stay in the sheet, but count nowhere."""
    cleaned = clean_text(reason)
    request = {"entry": entry_id, "reason": cleaned}
    with intention(actor=actor, now=now, action="sheet.abstain", key=key, request=request) as work:
        if work.is_replay:
            return
        desk = _desk(work, entry_id)
        if not cleaned:
            raise Invalid({"reason": _("Bitte nennen Sie kurz den Grund der Enthaltung.")}, reason="reason_missing")
        _require_lengths({"reason": cleaned}, REASON_LIMIT)
        sheet = desk.sheet or _new_sheet(work, desk)
        require_transition(old=sheet.status, new=SheetStatus.ABSTAINED)
        old = _state(sheet, desk.criteria)
        sheet.status, sheet.abstention_reason, sheet.updated_at = SheetStatus.ABSTAINED, cleaned, now
        work.session.flush()
        _audit(work, desk, sheet, old)


def _write(
    *, actor: Actor, now: datetime, key: str, entry_id: str, typed: TypedSheet, status: SheetStatus
) -> Mapping[str, Any]:
    action = "sheet.submit" if status is SheetStatus.SUBMITTED else "sheet.save"
    request = {"entry": entry_id, **typed.as_request()}
    with intention(actor=actor, now=now, action=action, key=key, request=request) as work:
        if work.is_replay:
            return work.answer
        sheet = write_within(work, entry_id=entry_id, typed=typed, status=status)
        work.answer = {"version": sheet.version, "status": sheet.status.value}
    return work.answer


def write_within(work: Work, *, entry_id: str, typed: TypedSheet, status: SheetStatus, resubmits: bool = False) -> ScoreSheet:
    """Write one sheet within an intention that is open, its own audit entry included; errors as `save_sheet`.

    `resubmits`: a submitted sheet is opened and handed in again in one step, for changes to points that stay handed in.
    """
    desk = _desk(work, entry_id)
    matter = Matter(has_open_hint=has_open_hint(work.session, entry=desk.entry, seat=desk.seat))
    require(work.actor, Action.GIVE_POINTS, matter)
    sheet = desk.sheet or ScoreSheet(status=SheetStatus.DRAFT, version=0)
    current = _as_typed(sheet, desk.criteria)
    _require_version(sheet, typed.version, current=current, submitted=_flat(typed, desk.criteria))
    old_status = sheet.status
    if resubmits and old_status is SheetStatus.SUBMITTED:
        require_transition(old=old_status, new=SheetStatus.DRAFT)
        old_status = SheetStatus.DRAFT
    # Only a draft is written to, and only a draft can become submitted; all else is left by reopening alone.
    require_transition(old=old_status, new=SheetStatus.SUBMITTED)
    given = _checked(typed, desk, work.session, is_complete=status is SheetStatus.SUBMITTED)
    sheet = desk.sheet or _new_sheet(work, desk)
    old = _state(sheet, desk.criteria)
    _fill(sheet, desk.criteria, given, typed)
    sheet.status, sheet.updated_at = status, work.now
    sheet.submitted_at = work.now if status is SheetStatus.SUBMITTED else None
    # A new reason alone changes another table: the version counts it all the same.
    flag_modified(sheet, "updated_at")
    work.session.flush()
    _audit(work, desk, sheet, old)
    return sheet


def rewrite_submitted(work: Work, *, entry: Entry, typed: TypedSheet) -> ScoreSheet:
    """Put complete points into the actor's submitted sheet, which the caller has allowed. Raises as `save_sheet`."""
    seat = work.actor.seat(entry.edition_id)
    if seat is None:
        raise NotFound
    desk = _at_desk(work, entry, seat)
    if desk.sheet is None:
        raise NotFound
    current = _as_typed(desk.sheet, desk.criteria)
    _require_version(desk.sheet, typed.version, current=current, submitted=_flat(typed, desk.criteria))
    given = _checked(typed, desk, work.session, is_complete=True)
    old = _state(desk.sheet, desk.criteria)
    _fill(desk.sheet, desk.criteria, given, typed)
    desk.sheet.updated_at = work.now
    flag_modified(desk.sheet, "updated_at")
    work.session.flush()
    _audit(work, desk, desk.sheet, old)
    return desk.sheet


def _desk(work: Work, entry_id: str) -> _Desk:
    """Load and judge: not to be seen → `NotFound`, seen but closed → `Refused`."""
    entry, seat = entry_for_juror(work.session, work.actor, entry_id)
    matter = matter_of(work.session, entry=entry, seat=seat)
    require(work.actor, Action.READ_AS_JUROR, matter)
    require(work.actor, Action.SCORE, matter)
    require(work.actor, Action.SCORE_ASSIGNED, matter)
    require_in_time(now=work.now, closes_at=closing_at(work.session, edition=entry.edition, juror_id=seat.juror_id))
    return _at_desk(work, entry, seat)


def _at_desk(work: Work, entry: Entry, seat: Seat) -> _Desk:
    # On PostgreSQL this makes two tabs of one juror take turns; SQLite has one writer anyway.
    work.session.scalars(select(Juror).where(Juror.id == seat.juror_id).with_for_update()).one()
    return _Desk(
        entry=entry, seat=seat, scale=scale_of(entry.edition),
        sheet=sheet_row(work.session, entry=entry, juror_id=seat.juror_id),
        criteria=criteria_for(work.session, edition_id=entry.edition_id, category_id=entry.category_id),
    )  # fmt: skip


def _new_sheet(work: Work, desk: _Desk) -> ScoreSheet:
    sheet = ScoreSheet(
        juror_id=desk.seat.juror_id, entry_id=desk.entry.id, status=SheetStatus.DRAFT, updated_at=work.now,
        round_id=current_round(work.session, edition_id=desk.entry.edition_id).id,
    )  # fmt: skip
    work.session.add(sheet)
    work.session.flush()
    return sheet


def _require_version(
    sheet: ScoreSheet, version: int, *, current: Mapping[str, object], submitted: Mapping[str, object]
) -> None:
    if sheet.version != version:
        raise StaleVersion(current, submitted)


def _checked(typed: TypedSheet, desk: _Desk, session: Session, *, is_complete: bool) -> dict[str, Decimal | None]:
    """Points by criterion key, exact; every fault is named at once."""
    rule = desk.entry.edition.reason_rule
    errors: dict[str, str] = {}
    given: dict[str, Decimal | None] = {}
    for criterion in desk.criteria:
        text, field = typed.points.get(criterion.key, ""), points_field(criterion.key)
        given[criterion.key] = None
        if not text.strip() and not is_complete:
            continue
        try:
            given[criterion.key] = desk.scale.parse_points(text, field=field)
        except Invalid as error:
            errors |= error.errors
        if is_complete and _lacks_reason(rule, given[criterion.key], desk.scale, typed.reasons.get(criterion.key, "")):
            errors[reason_field(criterion.key)] = _("Bitte begründen Sie die Punkte.")
    if errors:
        raise Invalid(errors)
    _require_lengths({reason_field(key): text for key, text in typed.reasons.items()}, REASON_LIMIT)
    _require_lengths({"remark": typed.remark, "published_remark": typed.published_remark}, REMARK_LIMIT)
    return given


def _lacks_reason(rule: ReasonRule, points: Decimal | None, scale: Scale, reason: str) -> bool:
    if clean_text(reason):
        return False
    return rule is ReasonRule.ALWAYS if points is None else is_reason_required(rule, points, scale)


def _require_lengths(texts: Mapping[str, str], limit: int) -> None:
    over = {name: length(text) - limit for name, text in texts.items() if length(text) > limit}
    if over:
        raise Invalid(
            {
                name: _("Der Text ist um %(count)s Zeichen zu lang; möglich sind %(limit)s.", count=count, limit=limit)
                for name, count in over.items()
            },
            reason="too_long",
        )


def _fill(sheet: ScoreSheet, criteria: Sequence[Criterion], given: Mapping[str, Decimal | None], typed: TypedSheet) -> None:
    known = {score.criterion_id: score for score in sheet.scores}
    for criterion in criteria:
        score = known.get(criterion.id)
        if score is None:
            score = Score(criterion_id=criterion.id)
            sheet.scores.append(score)
        score.points, score.reason = given[criterion.key], clean_text(typed.reasons.get(criterion.key, ""))
    sheet.remark, sheet.published_remark = clean_text(typed.remark), clean_text(typed.published_remark)


def _state(sheet: ScoreSheet, criteria: Sequence[Criterion]) -> dict[str, Any]:
    """A sheet as the audit log keeps it: points as written, so that a recount from the log alone is possible."""
    scores = {score.criterion_id: score for score in sheet.scores}
    chosen = {criterion.key: scores[criterion.id] for criterion in criteria if criterion.id in scores}
    return {
        "status": sheet.status.value,
        "points": {key: None if one.points is None else f"{one.points:f}" for key, one in chosen.items()},
        "reasons": {key: one.reason for key, one in chosen.items()},
        "remark": sheet.remark or "",
        "published_remark": sheet.published_remark or "",
        "abstention_reason": sheet.abstention_reason or "",
    }


def _audit(work: Work, desk: _Desk, sheet: ScoreSheet, old: Mapping[str, Any]) -> None:
    named = {"juror": desk.seat.juror_id, "entry": desk.entry.id}
    new = _state(sheet, desk.criteria)
    keep_version(work.session, sheet=sheet, content=new, now=work.now)
    work.audit(subject=f"sheet:{sheet.id}", edition_id=desk.entry.edition_id, old={**named, **old}, new={**named, **new})


def _as_typed(sheet: ScoreSheet, criteria: Sequence[Criterion]) -> dict[str, object]:
    """What is stored, under the names of the form's fields."""
    scores = {score.criterion_id: score for score in sheet.scores}
    found: dict[str, object] = {}
    for criterion in criteria:
        score = scores.get(criterion.id)
        points = score.points if score else None
        found[points_field(criterion.key)] = "" if points is None else german_decimal(points)
        found[reason_field(criterion.key)] = score.reason if score else ""
    return {**found, "remark": sheet.remark or "", "published_remark": sheet.published_remark or ""}


def _flat(typed: TypedSheet, criteria: Sequence[Criterion]) -> dict[str, object]:
    found: dict[str, object] = {}
    for criterion in criteria:
        found[points_field(criterion.key)] = typed.points.get(criterion.key, "").strip()
        found[reason_field(criterion.key)] = clean_text(typed.reasons.get(criterion.key, ""))
    return {**found, "remark": clean_text(typed.remark), "published_remark": clean_text(typed.published_remark)}
