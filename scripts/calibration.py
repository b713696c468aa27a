"""How often what P(best) claims is true, over simulated juries: the table of docs/certainty.md."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ikz_award.domain.best_chance import chances_to_be_best
from tests.domain.calibration import juries, table_of

CLAIMS = (10, 30, 50, 70, 90)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--juries", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=2022)
    arguments = parser.parse_args()
    claimed: dict[int, list[float]] = {claim: [] for claim in CLAIMS}
    hits = dict.fromkeys(CLAIMS, 0)
    leaders = 0
    for totals, best in juries(arguments.juries, arguments.seed):
        leaders += max(totals, key=lambda entry: (sum(totals[entry].values()) / len(totals[entry]), entry)) == best
        for entry, chance in chances_to_be_best(table_of(totals)).items():
            for claim in CLAIMS:
                if abs(100 * chance - claim) <= 5:
                    claimed[claim].append(chance)
                    hits[claim] += entry == best
    print("| claimed | entries | mean claim | truly the best |")
    print("|---|---|---|---|")
    for claim, chances in claimed.items():
        mean, true = 100 * sum(chances) / len(chances), 100 * hits[claim] / len(chances)
        print(f"| {claim - 5}-{claim + 5} % | {len(chances)} | {mean:.1f} % | {true:.1f} % |")
    print(f"\nThe entry with the best mean was truly the best in {100 * leaders / arguments.juries:.1f} % of the juries.")


if __name__ == "__main__":
    main()
