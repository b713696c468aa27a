"""How often what is claimed of the first place is true, over simulated juries of every design: the table of docs/certainty.md.

A claim is what the page says: a number up to the limit, „more than" that above it, or nothing. Beside it stands how often the
90 % interval of ranks holds the true rank.
"""

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ikz_award.domain.certainty_limits import LIMIT_OF_FEW, LIMIT_OF_MANY, limit_of, reliable_standings
from tests.domain.calibration import DESIGNS, Design, juries

CLAIMS = (10, 30, 50, 70)
LIMITS = (LIMIT_OF_FEW, LIMIT_OF_MANY)
# Fewer claims than this say nothing in either direction.
ENOUGH = 60


@dataclass
class Found:
    """`numbers`: claim → (chance, came true); `above`: limit → the same; `ranks`: whether the interval held the rank."""

    juries: int = 0
    silent: int = 0
    numbers: dict[int, list[tuple[float, bool]]] = field(default_factory=lambda: {claim: [] for claim in CLAIMS})
    above: dict[float, list[tuple[float, bool]]] = field(default_factory=lambda: {limit: [] for limit in LIMITS})
    ranks: list[bool] = field(default_factory=list)


def found_in(design: Design, count: int, seed: int) -> Found:
    found = Found()
    for table, truth in juries(design, count, seed):
        found.juries += 1
        standings, silence = reliable_standings(table, design.average, design.scale)
        found.silent += silence is not None
        limit = limit_of(table)
        order = sorted(truth, key=lambda entry: -truth[entry])
        for entry, one in standings.items():
            seen = (one.chance, entry == order[0])
            found.ranks.append(one.likely[0] <= order.index(entry) + 1 <= one.likely[1])
            if silence:
                continue
            if one.chance > limit:
                found.above[limit].append(seen)
                continue
            for claim in CLAIMS:
                if abs(100 * one.chance - claim) <= 5:
                    found.numbers[claim].append(seen)
    return found


def cell(seen: list[tuple[float, bool]]) -> str:
    if len(seen) < ENOUGH:
        return "–"
    claimed, true = (100 * sum(column) / len(seen) for column in zip(*seen, strict=True))
    return f"{claimed:.0f} → {true:.0f} ({len(seen)})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--juries", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--only", nargs="*", default=[], help="names of designs")
    arguments = parser.parse_args()
    heads = [f"{claim} %" for claim in CLAIMS] + [f"over {100 * limit:.0f} %" for limit in LIMITS]
    print("| design | " + " | ".join(heads) + " | rank in its 90 % | silent |")
    print("|---|" + "---|" * (len(heads) + 2))
    for design in (one for one in DESIGNS if not arguments.only or one.name in arguments.only):
        found = found_in(design, arguments.juries, arguments.seed)
        cells = [*map(cell, found.numbers.values()), *map(cell, found.above.values())]
        held = f"{100 * sum(found.ranks) / len(found.ranks):.0f} %" if found.ranks else "–"
        print(f"| {design.name} | {' | '.join(cells)} | {held} | {100 * found.silent / found.juries:.0f} % |", flush=True)


if __name__ == "__main__":
    main()
