"""Kills: a web process, the part that listens, the worker, the parent, everything; at any moment, while people write."""

import random
import time
from collections.abc import Callable

from tests.torture.browser import Browser, Lost
from tests.torture.crowd import crowd, victims
from tests.torture.deeds import Cut
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger, Verdict
from tests.torture.machine import Machine, is_alive, kill, wait_until
from tests.torture.totals import Result

# The parent and everything need a whole start, by whoever watches over the service: rarer.
WEIGHTS = {"process": 6, "web": 3, "worker": 3, "parent": 1, "everything": 1}


def kills(machine: Machine, result: Result, *, count: int, block: int = 50, cut: Cut | None = None) -> None:
    """`count` kills while people write, everything compared after each block. `cut`: what happens to their lines besides."""
    ledger = Ledger()
    people = victims(machine, ledger, cut=cut)
    for first in range(0, count, block):
        machine.start()
        with crowd(people) as running:
            for _one in range(min(block, count - first)):
                running.wait_for_writes(random.randrange(3, 20))
                kind = random.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
                result.measure(f"back after {kind}", KILLS[kind](machine, result))
                result.add(kills=1)
        seen = look(machine, ledger)
        machine.stop()
        compare(result, ledger, judge(machine, ledger), seen)
        check(machine)
    result.take(ledger)


def compare(result: Result, ledger: Ledger, *verdicts: Verdict) -> None:
    """Raise where something is lost, torn or doubled: whoever reads the rest wants to see it as it is then."""
    if any(not one.is_whole for one in verdicts):
        result.take(ledger, *verdicts)
        raise AssertionError("\n".join(str(one) for one in verdicts))


def _process(machine: Machine, result: Result) -> float:
    """One of the processes that answer; the others go on, and another one comes."""
    before = machine.web_processes()
    if not before:
        return 0.0
    victim = random.choice(before)
    begun = time.monotonic()
    kill(victim)
    wait_until(lambda: not is_alive(victim), what="the end")
    _answered(machine)
    seconds = time.monotonic() - begun
    wait_until(lambda: len(set(machine.web_processes()) - {victim}) >= machine.processes, what="another process")
    result.measure("whole after process", time.monotonic() - begun)
    return seconds


def _web(machine: Machine, result: Result) -> float:
    victim = machine.web()
    begun = time.monotonic()
    kill(victim)
    wait_until(lambda: not is_alive(victim), what="the end")
    _answered(machine)
    return time.monotonic() - begun


def _worker(machine: Machine, result: Result) -> float:
    """Until another one runs."""
    victim = machine.worker()
    begun = time.monotonic()
    kill(victim)
    wait_until(lambda: not is_alive(victim), what="the end")
    wait_until(lambda: machine.worker() != victim, what="another worker")
    return time.monotonic() - begun


def _parent(machine: Machine, result: Result) -> float:
    begun = time.monotonic()
    machine.kill_parent()
    machine.start()
    return time.monotonic() - begun


def _everything(machine: Machine, result: Result) -> float:
    begun = time.monotonic()
    machine.kill_all()
    machine.start()
    return time.monotonic() - begun


def _answered(machine: Machine) -> None:
    """Somebody who is logged in gets a page."""
    browser = Browser(machine.port, machine.scene.organiser.token, address="127.0.0.8", patience=5)

    def page() -> bool:
        try:
            return browser.get("/konto/").status == 200
        except Lost:
            return False

    wait_until(page, what="a page")


KILLS: dict[str, Callable[[Machine, Result], float]] = {
    "process": _process, "web": _web, "worker": _worker, "parent": _parent, "everything": _everything,
}  # fmt: skip
