"""Kills: a web process, the part that listens, the worker, the parent, everything; at any moment, while people write."""

import random
import time
from collections.abc import Callable

from tests.torture.browser import Browser, Lost
from tests.torture.crowd import crowd, rest, victims
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine, children_of, is_alive, kill, wait_until
from tests.torture.totals import Result

# The parent and everything need a whole start, by whoever watches over the service: rarer.
WEIGHTS = {"process": 6, "web": 3, "worker": 3, "parent": 1, "everything": 1}


def kills(machine: Machine, result: Result, *, count: int, block: int = 50) -> None:
    """`count` kills, compared after each block."""
    machine.start()
    while count > 0:
        now = min(block, count)
        count -= now
        ledger = Ledger()
        with crowd(victims(machine, ledger)) as people:
            rest(0.5, 1.0)
            for _one in range(now):
                if people.has_failed:
                    break
                kind = random.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
                result.measure(f"back after {kind}", KILLS[kind](machine))
                result.add(kills=1)
                rest(0.1, 0.8)
        seen = look(machine, ledger)
        machine.stop()
        result.take(ledger, judge(machine, ledger), seen)
        check(machine)
        if count:
            machine.start()


def _process(machine: Machine) -> float:
    """One of the processes that answer; the others go on."""
    before = machine.web_processes()
    victim = random.choice(before) if before else 0
    if not victim:
        return 0.0
    begun = time.monotonic()
    kill(victim)
    wait_until(lambda: len(set(machine.web_processes()) - {victim}) >= machine.processes, what="another process")
    _answered(machine)
    return time.monotonic() - begun


def _web(machine: Machine) -> float:
    victim = machine.web()
    begun = time.monotonic()
    kill(victim)
    wait_until(lambda: not is_alive(victim), what="the end")
    _answered(machine)
    return time.monotonic() - begun


def _worker(machine: Machine) -> float:
    """Until another one runs."""
    victim = machine.worker()
    begun = time.monotonic()
    kill(victim)
    wait_until(lambda: not is_alive(victim) and len(children_of(machine.pid)) == 2, what="another worker")
    return time.monotonic() - begun


def _parent(machine: Machine) -> float:
    begun = time.monotonic()
    machine.kill_parent()
    machine.start()
    return time.monotonic() - begun


def _everything(machine: Machine) -> float:
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


KILLS: dict[str, Callable[[Machine], float]] = {
    "process": _process, "web": _web, "worker": _worker, "parent": _parent, "everything": _everything,
}  # fmt: skip
