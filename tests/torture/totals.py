"""What a run counted, and the sum over all runs, kept in instance/torture.json."""

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.torture.ledger import Ledger, Verdict
from tests.torture.machine import ROOT

TOTALS = ROOT / "instance" / "torture.json"
# Kept of measured times, so that percentiles can be given of all runs together.
KEPT = 5000


@dataclass
class Result:
    """Of one torture on one database."""

    name: str
    database: str
    counts: dict[str, int] = field(default_factory=dict)
    # Measured seconds by what was measured.
    seconds: dict[str, list[float]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    # What this machine does not permit, in a sentence.
    skipped: str = ""
    table: list[dict[str, Any]] = field(default_factory=list)

    def add(self, **counts: int) -> None:
        for name, count in counts.items():
            self.counts[name] = self.counts.get(name, 0) + count

    def measure(self, what: str, seconds: float) -> None:
        self.seconds.setdefault(what, []).append(round(seconds, 3))

    def take(self, ledger: Ledger, *verdicts: Verdict) -> None:
        """The writes of a ledger, and what was found out about them."""
        lost, torn, doubled = (
            {one for verdict in verdicts for one in getattr(verdict, name)} for name in ("lost", "torn", "doubled")
        )
        self.add(
            acknowledged=len(ledger.acknowledged),
            lost=len(lost),
            torn=len(torn),
            doubled=len(doubled),
            strange=len(ledger.strange),
            repeats=ledger.repeats,
            busy=ledger.busy,
            resumed=ledger.resumed,
        )
        self.faults += [
            *sorted(f"lost: {one}" for one in lost),
            *sorted(f"torn: {one}" for one in torn),
            *sorted(f"doubled: {one}" for one in doubled),
            *(f"strange: {one}" for one in ledger.strange),
        ]

    def __str__(self) -> str:
        head = f"{self.name} · {self.database}: "
        if self.skipped:
            return f"{head}skipped. {self.skipped}"
        words = [f"{count:,} {name}" for name, count in self.counts.items()]
        words += [
            f"{name} p50 {middle(own):.2f} s, p95 {percentile(own, 95):.2f} s, max {max(own):.2f} s"
            for name, own in self.seconds.items()
            if own
        ]
        return head + ", ".join(words) + "".join(f"\n    {one}" for one in self.faults[:20])


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))] if ordered else 0.0


def middle(values: list[float]) -> float:
    return percentile(values, 50)


def note(result: Result) -> None:
    """Add a result to the sum; written whole or not at all."""
    TOTALS.parent.mkdir(exist_ok=True)
    sums = read()
    own = sums.setdefault(f"{result.name} · {result.database}", {"runs": 0, "counts": {}, "seconds": {}, "faults": []})
    own["runs"] += 1
    own["last"] = datetime.now(UTC).isoformat(timespec="seconds")
    own["load"] = round(os.getloadavg()[0], 1)
    for name, count in result.counts.items():
        own["counts"][name] = own["counts"].get(name, 0) + count
    for name, seconds in result.seconds.items():
        own["seconds"][name] = [*own["seconds"].get(name, []), *seconds][-KEPT:]
    own["faults"] = [*own["faults"], *result.faults][-200:]
    own["skipped"] = result.skipped
    if result.table:
        own["table"] = result.table
    draft = TOTALS.with_suffix(".draft")
    draft.write_text(json.dumps(sums, indent=1, ensure_ascii=False))
    draft.replace(TOTALS)


def read() -> dict[str, Any]:
    return json.loads(TOTALS.read_text()) if TOTALS.exists() else {}


def report() -> str:
    """The sum of all runs, in words."""
    lines = []
    everything = Result("everything", "both")
    for name, own in sorted(read().items()):
        title, _dot, database = name.partition(" · ")
        one = Result(title, database, own["counts"], own["seconds"], own["faults"], own["skipped"])
        lines.append(f"{one} ({own['runs']} runs, the last at load {own['load']})")
        lines += [str(row) for row in own.get("table", ())]
        everything.add(**own["counts"])
    return "\n".join([*lines, "", str(everything)])
