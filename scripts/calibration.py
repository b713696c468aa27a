"""How often what is claimed of the first place is true, over simulated juries of every design: the table of docs/certainty.md.

A claim is what the page says: a number, „more than" a step, or nothing. Beside it stands how often the 90 % interval of ranks
holds the true rank, in every fifth jury. The last lines name every cell in which a claim does not hold; the command fails
where there is one.
"""

import argparse
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ikz_award.domain.decision.certainty.best_chance import chances_to_be_best
from ikz_award.domain.decision.certainty.limits import (
    STEP_OF_SMALL_FIELDS,
    STEPS_OF_MANY,
    Claim,
    claim,
    counting_steps,
    reliable_standings,
    silence_about,
)
from tests.domain.decision.certainty.calibration import DESIGNS, Design, juries

NUMBERS = (5, 10, 15, 20)
STEPS = sorted({round(100 * least) for _start, least in (*STEPS_OF_MANY, STEP_OF_SMALL_FIELDS)})
# How far a number may be off, in per cent.
TOLERANCE = 5
# Of so many juries one is asked for its ranks.
RANKED = 5
# Fewer claims than this say nothing in either direction.
ENOUGH = 100


@dataclass
class Cell:
    """Claims of one kind in one design: the estimates, and how many came true."""

    count: int = 0
    claimed: float = 0.0
    true: int = 0

    def add(self, chance: float, is_true: bool) -> None:
        self.count, self.claimed, self.true = self.count + 1, self.claimed + 100 * chance, self.true + is_true

    @property
    def share(self) -> float:
        return 100 * self.true / self.count

    @property
    def error(self) -> float:
        """One standard error of the share that came true, in per cent."""
        return math.sqrt(self.share * (100 - self.share) / self.count)

    @property
    def off(self) -> float:
        return self.share - self.claimed / self.count

    def __str__(self) -> str:
        if self.count < ENOUGH:
            return "–"
        return f"{self.claimed / self.count:.1f} → {self.share:.1f} ± {self.error:.1f} ({self.count})"


@dataclass
class Found:
    """`numbers` by the claim they lie about, `steps` by what is claimed at least; `ranks`: whether the interval held it."""

    juries: int = 0
    silent: int = 0
    numbers: dict[int, Cell] = field(default_factory=lambda: {number: Cell() for number in NUMBERS})
    steps: dict[int, Cell] = field(default_factory=lambda: {step: Cell() for step in STEPS})
    ranks: list[bool] = field(default_factory=list)

    def cells_of(self, chance: float, said: Claim) -> list[Cell]:
        if said.is_more:
            return [self.steps[round(100 * said.share)]]
        return [cell for number, cell in self.numbers.items() if abs(100 * chance - number) <= 5]

    def faults(self) -> Iterator[str]:
        """A number off by more than the tolerance and one standard error, a step that comes true less often than it says."""
        for number, one in self.numbers.items():
            if one.count >= ENOUGH and abs(one.off) > TOLERANCE + one.error:
                yield f"{number} %: {one}"
        for step, one in self.steps.items():
            if one.count >= ENOUGH and one.share < step:
                yield f"over {step} %: {one}"


def found_in(design: Design, count: int, seed: int) -> Found:
    found = Found()
    for table, truth in juries(design, count, seed):
        found.juries += 1
        silence = silence_about(table, design.average, design.scale)
        found.silent += silence is not None
        order = sorted(truth, key=lambda entry: -truth[entry])
        if found.juries % RANKED == 0:
            standings, _silence = reliable_standings(table, design.average, design.scale)
            found.ranks += [one.likely[0] <= order.index(entry) + 1 <= one.likely[1] for entry, one in standings.items()]
        if silence:
            continue
        steps = counting_steps(table)
        for entry, chance in chances_to_be_best(table).items():
            for cell in found.cells_of(chance, claim(chance, steps)):
                cell.add(chance, entry == order[0])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--juries", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--only", nargs="*", default=[], help="names of designs")
    arguments = parser.parse_args()
    heads = [f"{number} %" for number in NUMBERS] + [f"over {step} %" for step in STEPS]
    print("| design | " + " | ".join(heads) + " | rank in its 90 % | silent |")
    print("|---|" + "---|" * (len(heads) + 2))
    faults = []
    for design in (one for one in DESIGNS if not arguments.only or one.name in arguments.only):
        found = found_in(design, arguments.juries, arguments.seed)
        cells = [*map(str, found.numbers.values()), *map(str, found.steps.values())]
        held = f"{100 * sum(found.ranks) / len(found.ranks):.0f} %" if found.ranks else "–"
        print(f"| {design.name} | {' | '.join(cells)} | {held} | {100 * found.silent / found.juries:.0f} % |", flush=True)
        faults += [f"{design.name}, {fault}" for fault in found.faults()]
    print("\n" + ("\n".join(faults) or "Every claim holds."))
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
