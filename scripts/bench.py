"""Ranking and certainty of one large category against the same mathematics in bare numpy floats, in the same run.

Twice: from the same sheets, and from a ready array each (the application's of whole numbers, the peer's of floats). The peer
knows the order of the sheets, checks nothing, names no entry, juror or tie; the application checks the sheets and counts
exactly. Both run in turn; the best of the rounds is compared. At the end comes the memory of a juror's pack, see bench_pack.py.
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

from ikz_award.domain import best_chance
from ikz_award.domain.best_chance import chances_to_be_best
from ikz_award.domain.point_table import Average, PointTable, Sheet, SheetState, point_table
from ikz_award.domain.ranking import CountingRules, rank_table
from ikz_award.domain.recounts import recounts
from ikz_award.domain.scoring import CriterionWeight
from ikz_award.domain.severity import severities
from ikz_award.domain.weight_bands import weight_bands

WEIGHTS = (30, 20, 20, 10, 10, 10)
RULES = CountingRules(minimum_sheets=3, tie_break=("criterion:k0", "median", "first_places"))
LIMIT = 2.0


def tabled(sheets: list[Sheet], entries: list[str]) -> PointTable:
    weights = [CriterionWeight(f"k{place}", weight) for place, weight in enumerate(WEIGHTS)]
    return point_table(entries, sheets, weights)


def ours(table: PointTable) -> str:
    ranked = rank_table(table, RULES)
    recounts(table, RULES)
    weight_bands(table, Average.MEAN, ranked[0].entry)
    severities(table)
    chances_to_be_best(table)
    return ranked[0].entry


def read(sheets: list[Sheet], jurors: int, keys: list[str]) -> np.ndarray:
    return np.array([[float(one.points[key]) for key in keys] for one in sheets]).reshape(-1, jurors, len(keys))


def bare(points: np.ndarray) -> int:
    """Means, order, tie-breaks, leave-one-out, tipping points, severities and P(best), in floats."""
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
    bare_chances(totals)
    return int(winner)


def bare_chances(totals: np.ndarray) -> np.ndarray:
    """The model of `best_chance` on a full table of floats."""
    entries, jurors = totals.shape
    means = totals.mean(axis=1)
    severity = totals.mean(axis=0) - totals.mean()
    rest = ((totals - means[:, None] - severity) ** 2).sum()
    free = (entries - 1) * (jurors - 1)
    share = 2 / (9 * free)
    cells = []
    for z in (-0.9674, 0.0, 0.9674):
        noise = rest / free / (1 - share + z * math.sqrt(share)) ** 3 / jurors
        for step in range(best_chance.SPREADS):
            spread = (2 * means.std(ddof=1) * step / (best_chance.SPREADS - 1)) ** 2
            whole = spread + noise
            log = -0.5 * (entries * math.log(whole) - math.log(whole / entries) + ((means - means.mean()) ** 2).sum() / whole)
            cells.append((log, spread, noise))
    top = max(log for log, _spread, _noise in cells)
    found = np.zeros(entries)
    erfc = np.frompyfunc(math.erfc, 1, 1)
    for log, spread, noise in cells:
        weight = math.exp(max(log - top, -700))
        if weight <= 1e-12 or not spread:
            continue
        pull = spread / (spread + noise)
        centres, width = means.mean() + pull * (means - means.mean()), math.sqrt(pull * noise)
        low, high = centres.max() - 5 * width, centres.max() + 5 * width
        at = low + (high - low) * (np.arange(best_chance.POINTS) + 0.5) / best_chance.POINTS
        places = (at[:, None] - centres) / width
        below = np.ones_like(places)
        near = places < best_chance.CERTAIN
        below[near] = np.maximum(0.5 * erfc(-places[near] / math.sqrt(2)).astype(float), 1e-300)
        everything = np.exp(np.maximum(np.log(below).sum(axis=1), -700))
        part = (everything[:, None] / below * np.exp(-0.5 * places**2) / width).sum(axis=0)
        found += weight * part / part.sum()
    return found / found.sum()


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
        Sheet(
            juror=f"J{juror:02}", entry=entry, state=SheetState.SUBMITTED,
            points={key: Decimal(min(10, max(0, round(quality[entry] + dice.gauss(0, 1.5))))) for key in keys},
        )
        for entry in entries
        for juror in range(arguments.jurors)
    ]  # fmt: skip
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
    sys.exit(any(own > LIMIT * theirs for _start, own, theirs in rows) or pack.returncode)


if __name__ == "__main__":
    main()
