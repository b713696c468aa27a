"""A score sheet at work: what was typed, what is needed to judge it, and how it is written and logged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.scoring import ReasonRule, Scale, is_reason_required
from ikz_award.domain.permissions.actors import Seat
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.words.errors import Invalid, StaleVersion
from ikz_award.domain.words.formats import format_exact
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import Criterion
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Juror, Score, ScoreSheet
from ikz_award.models.jury.reading import SheetVersion
from ikz_award.queries.editions.editions import criteria_for, scale_of
from ikz_award.queries.jury.jury import current_round, sheet_row
from ikz_award.services.record.intention import Work

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


@dataclass(frozen=True, kw_only=True)
class Desk:
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
    """The name of a criterion's reason in forms and in `Invalid.errors`."""
    return f"reason_{key}"


def at_desk(work: Work, entry: Entry, seat: Seat) -> Desk:
    """What is needed to write to the sheet, with the juror's row locked; who may, the caller has asked."""
    # On PostgreSQL this makes two tabs of one juror take turns; SQLite has one writer anyway.
    work.session.scalars(select(Juror).where(Juror.id == seat.juror_id).with_for_update(of=Juror)).one()
    return Desk(
        entry=entry,
        seat=seat,
        scale=scale_of(entry.edition),
        sheet=sheet_row(work.session, entry=entry, juror_id=seat.juror_id),
        criteria=criteria_for(work.session, edition_id=entry.edition_id, category_id=entry.category_id),
    )


def new_sheet(work: Work, desk: Desk) -> ScoreSheet:
    """An empty draft, flushed."""
    sheet = ScoreSheet(
        juror_id=desk.seat.juror_id,
        entry_id=desk.entry.id,
        status=SheetStatus.DRAFT,
        updated_at=work.now,
        round_id=current_round(work.session, edition_id=desk.entry.edition_id).id,
    )
    work.session.add(sheet)
    work.session.flush()
    return sheet


def require_version(sheet: ScoreSheet, version: int, *, current: Mapping[str, object], submitted: Mapping[str, object]) -> None:
    """Raise `StaleVersion` unless the sheet is the one the person saw."""
    if sheet.version != version:
        raise StaleVersion(current, submitted)


def checked(typed: TypedSheet, desk: Desk, session: Session, *, is_complete: bool) -> dict[str, Decimal | None]:
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
    require_lengths({reason_field(key): text for key, text in typed.reasons.items()}, REASON_LIMIT)
    require_lengths({"remark": typed.remark, "published_remark": typed.published_remark}, REMARK_LIMIT)
    return given


def _lacks_reason(rule: ReasonRule, points: Decimal | None, scale: Scale, reason: str) -> bool:
    if clean_text(reason):
        return False
    return rule is ReasonRule.ALWAYS if points is None else is_reason_required(rule, points, scale)


def require_lengths(texts: Mapping[str, str], limit: int) -> None:
    """Raise `Invalid` for each text over `limit` characters."""
    over = {name: length(text) - limit for name, text in texts.items() if length(text) > limit}
    if over:
        raise Invalid(
            {
                name: _("Der Text ist um %(count)s Zeichen zu lang; möglich sind %(limit)s.", count=count, limit=limit)
                for name, count in over.items()
            },
            reason="too_long",
        )


def fill(sheet: ScoreSheet, criteria: Sequence[Criterion], given: Mapping[str, Decimal | None], typed: TypedSheet) -> None:
    """Put points, reasons and remarks into the sheet."""
    known = {score.criterion_id: score for score in sheet.scores}
    for criterion in criteria:
        score = known.get(criterion.id)
        if score is None:
            score = Score(criterion_id=criterion.id)
            sheet.scores.append(score)
        score.points, score.reason = given[criterion.key], clean_text(typed.reasons.get(criterion.key, ""))
    sheet.remark, sheet.published_remark = clean_text(typed.remark), clean_text(typed.published_remark)


def logged_state(sheet: ScoreSheet, criteria: Sequence[Criterion]) -> dict[str, Any]:
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


def audit_sheet(work: Work, desk: Desk, sheet: ScoreSheet, old: Mapping[str, Any]) -> None:
    """Keep the version and log the change, points included: a recount from the log alone is possible."""
    named = {"juror": desk.seat.juror_id, "entry": desk.entry.id}
    new = logged_state(sheet, desk.criteria)
    _keep_version(work, sheet, new)
    work.audit(subject=f"sheet:{sheet.id}", edition_id=desk.entry.edition_id, old={**named, **old}, new={**named, **new})


def _keep_version(work: Work, sheet: ScoreSheet, content: Mapping[str, Any]) -> None:
    """Append the sheet as it is now; a draft is nobody's word yet and leaves no version."""
    if sheet.status is SheetStatus.DRAFT:
        return
    text = canonical_json(dict(content)).decode()
    work.session.add(
        SheetVersion(sheet_id=sheet.id, version=sheet.version, status=sheet.status, content=text, recorded_at=work.now)
    )
    work.session.flush()


def as_typed(sheet: ScoreSheet, criteria: Sequence[Criterion]) -> dict[str, object]:
    """What is stored, under the names of the form's fields."""
    scores = {score.criterion_id: score for score in sheet.scores}
    found: dict[str, object] = {}
    for criterion in criteria:
        score = scores.get(criterion.id)
        points = score.points if score else None
        found[points_field(criterion.key)] = "" if points is None else format_exact(points)
        found[reason_field(criterion.key)] = score.reason if score else ""
    return {**found, "remark": sheet.remark or "", "published_remark": sheet.published_remark or ""}


def flat(typed: TypedSheet, criteria: Sequence[Criterion]) -> dict[str, object]:
    """What was typed, under the names of the form's fields."""
    found: dict[str, object] = {}
    for criterion in criteria:
        found[points_field(criterion.key)] = typed.points.get(criterion.key, "").strip()
        found[reason_field(criterion.key)] = clean_text(typed.reasons.get(criterion.key, ""))
    return {**found, "remark": clean_text(typed.remark), "published_remark": clean_text(typed.published_remark)}
