"""Score sheets: whose they may be, complete, within the scale, and as the kept version and the audit log have them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.models.editions.editions import Criterion, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.bias import HintDecision, Ruling
from ikz_award.models.jury.jury import Juror, Recusal, Score, ScoreSheet
from ikz_award.models.jury.reading import SheetVersion
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.editions.editions import criteria_for
from ikz_award.queries.invariants.receipts import seeded_editions

WORDS = ("remark", "published_remark", "abstention_reason")


def strangers(session: Session) -> Iterator[str]:
    """Sheets and scores that join a juror, an entry or a criterion of different editions."""
    beside = (
        select(ScoreSheet.id)
        .join(Juror, Juror.id == ScoreSheet.juror_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .where(Juror.edition_id != Entry.edition_id)
    )
    for sheet_id in session.scalars(beside):
        yield f"score sheet {sheet_id}: juror and entry belong to different editions"
    foreign = (
        select(Score.id)
        .join(ScoreSheet, ScoreSheet.id == Score.sheet_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .join(Criterion, Criterion.id == Score.criterion_id)
        .where(Criterion.edition_id != Entry.edition_id)
    )
    for score_id in session.scalars(foreign):
        yield f"score {score_id}: its criterion belongs to another edition"


def recused(session: Session) -> Iterator[str]:
    """Sheets handed in by somebody who is recused, and denials overruled without a recusal."""
    submitted = (
        select(ScoreSheet.id)
        .join(Recusal, (Recusal.juror_id == ScoreSheet.juror_id) & (Recusal.entry_id == ScoreSheet.entry_id))
        .where(ScoreSheet.status == SheetStatus.SUBMITTED)
    )
    for sheet_id in session.scalars(submitted):
        yield f"score sheet {sheet_id}: submitted by a recused juror"
    overruled = (
        select(HintDecision.id)
        .outerjoin(Recusal, (Recusal.juror_id == HintDecision.juror_id) & (Recusal.entry_id == HintDecision.entry_id))
        .where(HintDecision.ruling == Ruling.OVERRULED, Recusal.id.is_(None))
    )
    for decision_id in session.scalars(overruled):
        yield f"hint decision {decision_id}: overruled, but the juror is not recused"


def points(session: Session) -> Iterator[str]:
    """Within the scale and on one of its steps."""
    given = (
        select(Score.id, Score.points, Edition.scale_minimum, Edition.scale_maximum, Edition.scale_step)
        .join(ScoreSheet, ScoreSheet.id == Score.sheet_id)
        .join(Entry, Entry.id == ScoreSheet.entry_id)
        .join(Edition, Edition.id == Entry.edition_id)
        .where(Score.points.is_not(None))
    )
    for score_id, value, least, most, step in session.execute(given):
        assert value is not None, "asked for above"
        if not least <= value <= most:
            yield f"score {score_id}: points outside the scale"
        elif (value - least) % step:
            yield f"score {score_id}: points between the steps of the scale"


def complete(session: Session) -> Iterator[str]:
    """A submitted sheet has points on every criterion."""
    states = _states(session)
    for sheet_id, status, category in session.execute(
        select(ScoreSheet.id, ScoreSheet.status, Entry.category_id).join(Entry, Entry.id == ScoreSheet.entry_id)
    ):
        if status is not SheetStatus.SUBMITTED:
            continue
        given = states[sheet_id]["points"]
        if missing := [key for key, value in given.items() if value is None]:
            yield f"score sheet {sheet_id}: submitted without points on {', '.join(missing)} (category {category})"


def kept_versions(session: Session) -> Iterator[str]:
    """What counts is what was kept when it was submitted or abstained from."""
    newest = select(func.max(SheetVersion.id)).group_by(SheetVersion.sheet_id)
    kept = {one.sheet_id: one for one in session.scalars(select(SheetVersion).where(SheetVersion.id.in_(newest)))}
    for sheet_id, state in _states(session).items():
        if state["status"] == SheetStatus.DRAFT:
            continue
        if (version := kept.get(sheet_id)) is None:
            yield f"score sheet {sheet_id}: no version was kept of it (sheet_version)"
            continue
        try:
            content = json.loads(version.content)
        except ValueError:
            yield f"sheet_version {version.id}: cannot be read"
            continue
        if (what := _differing(state, content)) or version.status != state["status"]:
            yield f"score sheet {sheet_id}: {what or 'status'} is not as in the kept version (sheet_version {version.id})"
        if version.version > state["version"]:
            yield f"score sheet {sheet_id}: its version is older than the kept one (sheet_version {version.id})"


def logged(session: Session) -> Iterator[str]:
    """What counts is what the audit log has; only what the demonstration brought along may be unknown to it."""
    rows = session.execute(
        select(AuditEntry.subject, AuditEntry.new).where(AuditEntry.subject.like("sheet:%")).order_by(AuditEntry.id)
    )
    known: dict[int, Mapping[str, Any]] = {}
    for subject, new in rows:
        known[int(subject.partition(":")[2])] = {**known.get(int(subject.partition(":")[2]), {}), **(new or {})}
    recused_pairs = {(one.juror_id, one.entry_id) for one in session.execute(select(Recusal.juror_id, Recusal.entry_id))}
    seeded, states = seeded_editions(session), _states(session)
    for sheet_id, state in states.items():
        log = known.get(sheet_id)
        if log is None:
            if state["edition"] not in seeded:
                yield f"score sheet {sheet_id}: the audit log has no record of it"
            continue
        # A juror who is recused loses the sheet by that.
        is_taken = state["status"] == SheetStatus.DRAFT and (state["juror"], state["entry"]) in recused_pairs
        if (what := _differing(state, log)) or (log.get("status") != state["status"] and not is_taken):
            yield f"score sheet {sheet_id}: {what or 'status'} is not as in the audit log"
    for sheet_id in sorted(known.keys() - states.keys()):
        yield f"score sheet {sheet_id}: the audit log has it, and it is not there"


def _differing(state: Mapping[str, Any], then: Mapping[str, Any]) -> str:
    """The first part that is not as it was, "" where all of it is; what was not kept then is not compared."""
    # A sheet abstained from at once has no score at all, which is as good as one without points.
    if "points" in then and _given(state["points"]) != _given({key: _exact(one) for key, one in then["points"].items()}):
        return "points"
    if "reasons" in then and _given(state["reasons"]) != _given(then["reasons"]):
        return "reasons"
    for part in ("juror", "entry"):
        if part in then and state[part] != then[part]:
            return part
    return next((word for word in WORDS if word in then and state[word] != then[word]), "")


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, "")}


def _exact(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _states(session: Session) -> dict[int, dict[str, Any]]:
    """Every sheet as its services log it; criteria that no score stands for have None."""
    scores: dict[int, dict[int, tuple[Decimal | None, str]]] = defaultdict(dict)
    for sheet_id, criterion_id, value, reason in session.execute(
        select(Score.sheet_id, Score.criterion_id, Score.points, Score.reason)
    ):
        scores[sheet_id][criterion_id] = (value, reason)
    asked: dict[tuple[int, int | None], list[tuple[int, str]]] = {}
    found: dict[int, dict[str, Any]] = {}
    rows = select(ScoreSheet.__table__, Entry.edition_id, Entry.category_id).join(Entry, Entry.id == ScoreSheet.entry_id)
    for row in session.execute(rows.order_by(ScoreSheet.id)):
        of = (row.edition_id, row.category_id)
        if of not in asked:
            asked[of] = [(one.id, one.key) for one in criteria_for(session, edition_id=of[0], category_id=of[1])]
        given = {key: scores[row.id].get(id_, (None, "")) for id_, key in asked[of]}
        found[row.id] = {
            "status": row.status, "juror": row.juror_id, "entry": row.entry_id, "edition": row.edition_id,
            "version": row.version, "points": {key: value for key, (value, _) in given.items()},
            "reasons": {key: reason for key, (_, reason) in given.items()}, **{word: getattr(row, word) for word in WORDS},
        }  # fmt: skip
    return found
