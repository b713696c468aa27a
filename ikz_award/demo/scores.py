"""Score sheets for the demonstration: deterministic, jurors differ in severity, a few are recused."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from ikz_award.demo.accounts import DemoJuror
from ikz_award.demo.texts import fitting
from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.models.editions.editions import Criterion
from ikz_award.models.jury.jury import Recusal, Score, ScoreSheet
from ikz_award.models.jury.reading import SheetVersion

# How far a juror's point lies from what the entry deserves, and how often.
NOISE, FREQUENCY = (-2, -1, 0, 1, 2), (1, 5, 8, 5, 1)
RECUSALS = (
    (1, 7, "Ich war bis 2020 bei einer der beteiligten Kommunen beschäftigt."),
    (2, 19, "Mein Kreis ist an der Kooperation beteiligt."),
    (3, 34, "Ich bin Mitglied im Rat einer der beteiligten Kommunen."),
    (4, 52, "Unser Haus hat das Vorhaben finanziell begleitet."),
    (2, 66, "Ich habe die Kooperation in der Gründungsphase beraten."),
)


@dataclass(frozen=True)
class ScoredEntry:
    """An admitted entry: its id, its place in the demonstration's order, what it deserves per criterion."""

    id: int
    place: int
    strength: Sequence[int]


@dataclass(frozen=True)
class Scoring:
    """Who scores by what: jurors with their ids in the panel's order, on the evenings after `at` (UTC)."""

    jurors: Sequence[tuple[int, DemoJuror]]
    criteria: Sequence[Criterion]
    round_id: int
    at: datetime


def add_scores(session: Session, scoring: Scoring, entries: Sequence[ScoredEntry], rng: random.Random) -> None:
    """A submitted sheet of every juror for every entry, but for the recusals."""
    recused = {(juror, place): reason for juror, place, reason in RECUSALS}
    sheets: list[dict[str, Any]] = []
    scores: list[list[dict[str, Any]]] = []
    recusals: list[dict[str, Any]] = []
    for entry in entries:
        for index, (juror_id, juror) in enumerate(scoring.jurors):
            moment = _evening(scoring.at, rng)
            if reason := recused.get((index, entry.place)):
                recusals.append({"juror_id": juror_id, "entry_id": entry.id, "reason": reason, "declared_at": moment})
                continue
            rows = _scores(entry, juror, scoring.criteria, rng)
            mean = sum(int(row["points"]) for row in rows) // len(rows)
            sheets.append(
                {
                    "juror_id": juror_id, "entry_id": entry.id, "round_id": scoring.round_id, "status": SheetStatus.SUBMITTED,
                    "remark": rng.choice(fitting("remark", mean)), "abstention_reason": "", "updated_at": moment,
                    "submitted_at": moment, "version": 1,
                }
            )  # fmt: skip
            scores.append(rows)
    if recusals:
        session.execute(insert(Recusal), recusals)
    if sheets:
        _insert(session, scoring, sheets, scores)


def _insert(
    session: Session, scoring: Scoring, sheets: list[dict[str, Any]], scores: Sequence[Sequence[dict[str, Any]]]
) -> None:
    ids = session.scalars(insert(ScoreSheet).returning(ScoreSheet.id, sort_by_parameter_order=True), sheets).all()
    session.execute(
        insert(Score), [row | {"sheet_id": sheet_id} for sheet_id, rows in zip(ids, scores, strict=True) for row in rows]
    )
    keys = {criterion.id: criterion.key for criterion in scoring.criteria}
    kept = [_kept(id_, sheet, rows, keys) for id_, sheet, rows in zip(ids, sheets, scores, strict=True)]
    session.execute(insert(SheetVersion), kept)


def _kept(
    sheet_id: int, sheet: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], keys: Mapping[int, str]
) -> dict[str, Any]:
    """The version that submitting the sheet would have kept."""
    content = {
        "status": sheet["status"], "remark": sheet["remark"], "published_remark": "", "abstention_reason": "",
        "points": {keys[row["criterion_id"]]: f"{row['points']:f}" for row in rows},
        "reasons": {keys[row["criterion_id"]]: row["reason"] for row in rows},
    }  # fmt: skip
    return {
        "sheet_id": sheet_id,
        "version": sheet["version"],
        "status": sheet["status"],
        "recorded_at": sheet["submitted_at"],
        "content": canonical_json(content).decode(),
    }


def _evening(first: datetime, rng: random.Random) -> datetime:
    """A minute of one of fourteen evenings: when jurors score."""
    return first + timedelta(days=rng.randrange(14), minutes=rng.randrange(4 * 60))


def _scores(entry: ScoredEntry, juror: DemoJuror, criteria: Sequence[Criterion], rng: random.Random) -> list[dict[str, Any]]:
    rows = []
    for criterion, deserved in zip(criteria, entry.strength, strict=True):
        noise = rng.choices(NOISE, FREQUENCY)[0]
        points = min(10, max(0, deserved + juror.severity + noise))
        rows.append(
            {"criterion_id": criterion.id, "points": Decimal(points), "reason": rng.choice(fitting(criterion.key, points))}
        )
    return rows
