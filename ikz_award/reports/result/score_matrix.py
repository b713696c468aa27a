"""The score matrix as JSON, attached to the report: what a machine needs to compute the result again."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ikz_award.reports.result.data import ReportCategory, ReportEntry, ReportSheet, ResultReport

MATRIX_NAME = "bewertungsmatrix.json"


def score_matrix_json(data: ResultReport) -> str:
    """All points, means and ranks. Exact: points as decimal strings ("7.5"), means as fractions ("337/40"), nothing rounded."""
    entries: dict[str, list[ReportEntry]] = {}
    for entry in data.entries:
        entries.setdefault(entry.category_key, []).append(entry)
    scale = data.edition.scale
    document = {
        "format": "ikz-award score matrix 1",
        "edition": data.edition.name,
        "generated_at": data.edition.generated_at.isoformat(),
        "scale": {"lowest": str(scale.lowest), "highest": str(scale.highest), "step": str(scale.step)},
        "categories": [_category(category, entries.get(category.key, [])) for category in data.categories],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _category(category: ReportCategory, entries: list[ReportEntry]) -> dict[str, Any]:
    keys = [criterion.key for criterion in category.criteria]
    by_number = {entry.number: entry for entry in entries}
    return {
        "key": category.key,
        "name": category.name,
        "criteria": [{"key": each.key, "name": each.name, "weight": each.weight} for each in category.criteria],
        "entries": [
            {
                "number": row.number,
                "title": row.title,
                "lead": row.lead,
                "rank": row.rank,
                "mean": _exact(row.mean),
                "criterion_means": dict(zip(keys, map(_exact, row.criterion_means), strict=True)),
                "is_winner": row.is_winner,
                "is_left_out": is_left_out,
                "sheets": [_sheet(sheet, keys) for sheet in by_number[row.number].sheets],
            }
            for rows, is_left_out in ((category.rows, False), (category.left_out, True))
            for row in rows
        ],
    }


def _sheet(sheet: ReportSheet, keys: list[str]) -> dict[str, Any]:
    points = {key: _exact(score.points) for key, score in zip(keys, sheet.scores, strict=True)}
    # The format's own word: whether somebody had begun a sheet that was never handed in is nobody's business.
    state = "missing" if sheet.state.is_missing else sheet.state.value
    return {"juror": sheet.juror, "state": state, "points": points, "total": _exact(sheet.total)}


def _exact(value: Fraction | Decimal | None) -> str | None:
    return None if value is None else str(value)
