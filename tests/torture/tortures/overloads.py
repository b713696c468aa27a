"""Overloads: a victim goes on working while others flood the server, and is measured before, meanwhile and after."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.torture.browser import Browser, Lost
from tests.torture.deeds import Autosave
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger
from tests.torture.machine import ROOT, Machine
from tests.torture.tortures.attacks import ATTACKS
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result, percentile

# What has to hold; of the times the short form in `make test` says nothing.
SUCCESS, P95, GROWTH, BACK = 0.99, 2.0, 300 * 1024 * 1024, 10.0


@dataclass
class Measured:
    """A victim's requests: how long each took, and whether it was answered as it should be."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    @property
    def success(self) -> float:
        return len(self.seconds) / max(1, len(self.seconds) + len(self.failures))


class Victim:
    """Somebody honest, at another address: reads, types, saves, a few times a second, from the own open connections."""

    def __init__(self, machine: Machine, ledger: Ledger) -> None:
        person = machine.scene.applicants[0]
        self.browser = Browser(machine.port, person.token, address="127.0.0.20", patience=20)
        self.deed = Autosave(person, self.browser, ledger)
        self.paths = ("/", f"/bewerbung/{person.entry}/", f"/bewerbung/{person.entry}/schritt/kriterien")
        self.deed.do()

    def work(self, measured: Measured, is_over: Callable[[], bool]) -> None:
        turn = 0
        while not is_over():
            turn += 1
            if turn % 2:
                self._measure(measured, self._save)
            else:
                path = self.paths[turn // 2 % len(self.paths)]
                self._measure(measured, lambda path=path: self._read(path))
            time.sleep(0.15)

    def _save(self) -> str:
        before = self.deed.ledger.repeats
        self.deed.do()
        repeats = self.deed.ledger.repeats - before
        return f"sent {repeats + 1} times" if repeats else ""

    def _read(self, path: str) -> str:
        try:
            answer = self.browser.get(path)
        except Lost as lost:
            return f"{path}: {lost}"
        return "" if answer.status == 200 else f"{path}: {answer.status}"

    @staticmethod
    def _measure(measured: Measured, act: Callable[[], str]) -> None:
        begun = time.monotonic()
        fault = act()
        if fault:
            measured.failures.append(fault)
        else:
            measured.seconds.append(time.monotonic() - begun)


def overloads(
    machine: Machine, result: Result, *, seconds: float, names: tuple[str, ...] = tuple(ATTACKS), is_timed: bool = True
) -> None:
    """Each attack for `seconds`; the table says what the victim and the server's memory made of it.

    `is_timed`: answers have to come in time; on a machine that does much else that says nothing.
    """
    machine.start()
    ledger = Ledger()
    victim = Victim(machine, ledger)
    quiet = Measured()
    _for(victim, quiet, min(5.0, seconds))
    for name in names:
        row = _one(machine, victim, name, seconds)
        row["quiet p95 s"] = round(percentile(quiet.seconds, 95), 3)
        result.table.append(row)
        result.add(overloads=1, requests=row["requests"], failed=row["failed"])
        print(json.dumps(row), flush=True)
    seen = look(machine, ledger)
    machine.stop()
    compare(result, ledger, judge(machine, ledger), seen)
    check(machine)
    result.take(ledger)
    result.faults += [fault for row in result.table for fault in faults_of(row, is_timed=is_timed)]


def faults_of(row: dict[str, Any], *, is_timed: bool) -> list[str]:
    """What does not hold."""
    kept = {"success": row["success %"] >= SUCCESS * 100, "growth": row["growth MiB"] < GROWTH / 2**20}
    if is_timed:
        kept |= {"p95": row["p95 s"] < P95, "back": row["back s"] < BACK}
    return [f"{row['attack']}: {name}" for name, holds in kept.items() if not holds]


def _for(victim: Victim, measured: Measured, seconds: float) -> None:
    end = time.monotonic() + seconds
    victim.work(measured, lambda: time.monotonic() > end)


def _one(machine: Machine, victim: Victim, name: str, seconds: float) -> dict[str, Any]:
    before, peak, measured, is_over = machine.memory(), [0], Measured(), threading.Event()
    # Attackers are elsewhere in life: of this machine's processor they get what the server leaves.
    command = [
        "nice",
        "-n10",
        sys.executable,
        "-m",
        "tests.torture.tortures.attacks",
        name,
        str(machine.port),
        str(seconds),
        str(machine.instance),
    ]
    attacker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def watch() -> None:
        while not is_over.wait(0.5):
            peak[0] = max(peak[0], machine.memory())

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        time.sleep(1.0)  # until it has begun
        victim.work(measured, lambda: attacker.poll() is not None)
    finally:
        attacker.kill()
        is_over.set()
        watcher.join()
    said, _nothing = attacker.communicate()
    return {
        "attack": name, "requests": len(measured.seconds) + len(measured.failures), "failed": len(measured.failures),
        "success %": round(measured.success * 100, 2), "p50 s": round(percentile(measured.seconds, 50), 3),
        "p95 s": round(percentile(measured.seconds, 95), 3), "growth MiB": round(max(0, peak[0] - before) / 2**20),
        "back s": round(_back(victim), 2), "answers": json.loads(said or "{}"), "failures": measured.failures[:3],
    }  # fmt: skip


def _back(victim: Victim) -> float:
    """Seconds after the attack until three requests in a row are answered within half a second more than they may take."""
    begun, in_a_row = time.monotonic(), 0
    while in_a_row < 3 and time.monotonic() - begun < 60:
        one = Measured()
        Victim._measure(one, lambda: victim._read("/"))
        in_a_row = in_a_row + 1 if one.seconds and one.seconds[0] < P95 else 0
    return time.monotonic() - begun
