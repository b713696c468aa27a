"""Ranking and certainty of one large category against the same mathematics in bare numpy floats, in the same run.

Twice: from the same sheets, and from a ready array each (the application's of whole numbers, the peer's of floats). The peer
knows the order of the sheets, checks nothing, names no entry, juror or tie; the application checks the sheets and counts
exactly. Both run in turn; the best of the rounds is compared. At the end come
the memory of a juror's pack (bench_pack.py) and what a start costs (bench_start.py).
"""

import argparse
import math
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np

from ikz_award.domain.decision.certainty import best_chance, quality_model
from ikz_award.domain.decision.certainty.limits import reliable_standings
from ikz_award.domain.decision.certainty.recounts import recounts
from ikz_award.domain.decision.certainty.severity import severities
from ikz_award.domain.decision.certainty.weight_bands import weight_bands
from ikz_award.domain.decision.ranking import CountingRules, rank_table
from ikz_award.domain.jury.juror_groups import juror_groups
from ikz_award.domain.jury.point_table import Average, CountedSheet, PointTable, point_table
from ikz_award.domain.jury.scoring import CriterionWeight, Scale
from ikz_award.domain.jury.sheet_state import SheetState

WEIGHTS = (30, 20, 20, 10, 10, 10)
RULES = CountingRules(minimum_sheets=3, tie_break=("criterion:k0", "median", "first_places"))
# Wide enough for the best of thousands: at its end nothing could be said.
SCALE = Scale(minimum=Decimal(0), maximum=Decimal(20), step=Decimal(1))
LIMIT = 2.0


def tabled(sheets: list[CountedSheet], entries: list[str]) -> PointTable:
    weights = [CriterionWeight(f"k{place}", weight) for place, weight in enumerate(WEIGHTS)]
    return point_table(entries, sheets, weights)


def ours(table: PointTable) -> str:
    ranked = rank_table(table, RULES)
    recounts(table, RULES)
    weight_bands(table, Average.MEAN, ranked[0].entry)
    severities(table)
    juror_groups(table)
    reliable_standings(table, Average.MEAN, SCALE)
    return ranked[0].entry


def read(sheets: list[CountedSheet], jurors: int, keys: list[str]) -> np.ndarray:
    return np.array([[float(one.points[key]) for key in keys] for one in sheets]).reshape(-1, jurors, len(keys))


def bare(points: np.ndarray) -> int:
    """Means, order, tie-breaks, leave-one-out, tipping points, severities, P(best) and expected ranks, in floats."""
    weights = np.array(WEIGHTS) / sum(WEIGHTS)
    criteria = points.mean(axis=1)
    totals = points @ weights
    values = criteria @ weights
    best_of_jurors = (totals == totals.max(axis=0)).sum(axis=1)
    order = np.lexsort((-best_of_jurors, -np.median(totals, axis=1), -criteria[:, 0], -values))
    for juror in range(points.shape[1]):
        (np.delete(points, juror, axis=1).mean(axis=1) @ weights).argmax()
    winner = order[0]
    ahead = criteria[winner] - criteria
    for place, weight in enumerate(weights):
        rest = (ahead @ weights - weight * ahead[:, place]) / (1 - weight)
        slope = ahead[:, place] - rest
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = -rest / slope
        crossing[slope > 0].max(initial=0)
        crossing[slope < 0].min(initial=1)
    effects = totals - totals.mean(axis=1)[:, None]
    effects.mean(axis=0)
    bare_standings(totals)
    return int(winner)


AT = np.linspace(-9, 9, 9001)
SHARES = np.array([0.5 * math.erfc(-at / math.sqrt(2)) for at in AT])
LOGARITHMS = np.log(SHARES)


def bare_standings(totals: np.ndarray) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """The model of `quality_model` and the sums of `best_chance`, on a full table of floats: chances, ranks, intervals."""
    entries, jurors = totals.shape
    means = totals.mean(axis=1) - totals.mean()
    severity = totals.mean(axis=0) - totals.mean()
    rest = ((totals - totals.mean(axis=1)[:, None] - severity) ** 2).sum()
    free = (entries - 1) * (jurors - 1)
    share = 2 / (9 * free)
    cells = []
    for z in (-0.9674, 0.0, 0.9674):
        noise = rest / free / (1 - share + z * math.sqrt(share)) ** 3 / jurors
        for step in range(quality_model.SPREADS):
            spread = (2 * means.std(ddof=1) * step / (quality_model.SPREADS - 1)) ** 2
            whole = spread + noise
            log = -0.5 * (entries * math.log(whole) - math.log(whole / entries) + (means**2).sum() / whole)
            cells.append((log, spread, noise))
    top = max(log for log, _spread, _noise in cells)
    weighed = [(math.exp(max(log - top, -700)), spread, noise) for log, spread, noise in cells]
    kept = [one for one in weighed if one[0] > quality_model.NEGLIGIBLE and one[1]]
    whole_weight = sum(weight for weight, _spread, _noise in kept)
    chances, ranks, within = np.zeros(entries), np.zeros(entries), np.zeros((entries, entries))
    for weight, spread, noise in kept:
        weight /= whole_weight
        pull = spread / (spread + noise)
        centres, width = pull * means, math.sqrt(pull * noise)
        low, high = centres.min() - best_chance.REACH * width, centres.max() + best_chance.REACH * width
        steps = math.ceil((high - low) / (best_chance.STEP * width))
        places = ((low + (high - low) * (np.arange(steps) + 0.5) / steps)[:, None] - centres) / width
        density = np.exp(-0.5 * places**2)
        density /= density.sum(axis=0)
        logs = np.interp(places, AT, LOGARITHMS)
        below = np.exp(logs)
        best = (np.exp(logs.sum(axis=1)[:, None] - logs) * density).sum(axis=0)
        chances += weight * best / best.sum()
        ahead = (1 - below).sum(axis=1)
        ranks += weight * (0.5 + ahead @ density)
        scatter = np.sqrt(np.maximum((below * (1 - below)).sum(axis=1) - 0.25, 0.05))
        up_to = np.interp((np.arange(1, entries + 1) - 0.5 - (ahead - 0.5)[:, None]) / scatter[:, None], AT, SHARES)
        within += weight * (density.T @ up_to)
    return chances, ranks, [(within >= reached).argmax(axis=1) + 1 for reached in (0.05, 0.25, 0.75, 0.95)]


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, size in (("entries", 2000), ("jurors", 15), ("rounds", 7)):
        parser.add_argument(f"--{name}", type=int, default=size)
    arguments = parser.parse_args()
    dice = random.Random(1)  # noqa: S311
    entries = [f"E{number:05}" for number in range(arguments.entries)]
    keys = [f"k{place}" for place in range(len(WEIGHTS))]
    quality = {entry: dice.gauss(6, 1) for entry in entries}
    sheets = [
        CountedSheet(
            juror=f"J{juror:02}",
            entry=entry,
            state=SheetState.SUBMITTED,
            points={key: Decimal(min(20, max(0, round(quality[entry] + dice.gauss(0, 1.5))))) for key in keys},
        )
        for entry in entries
        for juror in range(arguments.jurors)
    ]
    points = read(sheets, arguments.jurors, keys)
    table = tabled(sheets, entries)
    sides = (
        lambda: ours(tabled(sheets, entries)),
        lambda: bare(read(sheets, arguments.jurors, keys)),
        # A copy, for the table keeps what it has worked out.
        lambda: ours(replace(table)),
        lambda: bare(points),
    )
    rounds = [[timed(side) for side in sides] for _round in range(arguments.rounds)]
    chances, ranks, _ends = bare_standings(points @ np.array(WEIGHTS) / sum(WEIGHTS))
    said, _silence = reliable_standings(table, Average.MEAN, SCALE)
    if not all(
        math.isclose(one.chance, chance, abs_tol=1e-3) and math.isclose(one.rank, place, rel_tol=1e-3)
        for one, chance, place in zip(said.values(), chances, ranks, strict=True)
    ):
        sys.exit("The two sides disagree on the estimate.")
    # Rounding may part what is exactly level, so the values are compared and not the names.
    values = dict(zip(entries, points.mean(axis=1) @ np.array(WEIGHTS), strict=True))
    if not math.isclose(values[ours(table)], values[entries[bare(points)]]):
        sys.exit("The two sides disagree on the winner.")
    mine, peer, mine_ready, peer_ready = (min(column) for column in zip(*rounds, strict=True))
    name = f"{arguments.entries} entries x {arguments.jurors} jurors x {len(keys)} criteria"
    print("| Ranking and certainty | exact | bare numpy | ratio | limit |")
    print("|---|---|---|---|---|")
    rows = (("from the same sheets", mine, peer), ("from a ready array each", mine_ready, peer_ready))
    for start, own, theirs in rows:
        print(f"| {name}, {start} | {1000 * own:.0f} ms | {1000 * theirs:.0f} ms | {own / theirs:.2f} | {LIMIT:.0f} |")
    print(flush=True)
    pack = subprocess.run([sys.executable, str(Path(__file__).with_name("bench_pack.py"))], check=False)
    print(flush=True)
    start = subprocess.run([sys.executable, str(Path(__file__).with_name("bench_start.py"))], check=False)
    sys.exit(any(own > LIMIT * theirs for _start, own, theirs in rows) or pack.returncode or start.returncode)


if __name__ == "__main__":
    main()
