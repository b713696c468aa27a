"""Kills: a web process, the part that listens, the worker, the parent, everything; at any moment, while people write."""

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tests.torture.browser import Browser, Lost
from tests.torture.crowd import crowd, victims
from tests.torture.deeds import Cut
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger, Verdict
from tests.torture.machine import Machine, is_alive, kill, wait_until
from tests.torture.totals import Result
from tests.torture.zygote import Zygote

# The parent and everything need a new start, by whoever watches over the service: rarer.
WEIGHTS = {"process": 6, "web": 3, "worker": 1, "parent": 1, "everything": 1}
# How often the worker is killed as well, within the same moment; and how often a new start is a whole one, imports included.
WORKER_TOO, WHOLE = 0.6, 0.25


def kills(machine: Machine, result: Result, *, count: int, writes: int = 40, block: int = 50, cut: Cut | None = None) -> None:
    """`count` kills while people write, everything compared after each block.

    `writes`: at most so many between one kill and the next. `cut`: what happens to people's lines besides.
    """
    ledger = Ledger()
    people = victims(machine, ledger, cut=cut)
    with starter_for(machine):
        for first in range(0, count, block):
            last = min(first + block, count)
            machine.start(is_whole=True)
            done = first
            with crowd(people) as running:
                while done < last:
                    running.wait_for_writes(random.randrange(3, writes))
                    done += _strike(machine, result, may_be_two=last - done > 1)
            seen = look(machine, ledger)
            machine.stop()
            compare(result, ledger, judge(machine, ledger), seen)
            check(machine)
    result.take(ledger)


def _strike(machine: Machine, result: Result, *, may_be_two: bool) -> int:
    """One kill, or that and one of the worker at the same moment; how many it were."""
    kind = random.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
    both = (kind, "worker") if kind in ("process", "web") and may_be_two and random.random() < WORKER_TOO else (kind,)
    with ThreadPoolExecutor(len(both)) as pool:
        seconds = [pool.submit(KILLS[one], machine, result) for one in both]
    for one, known in zip(both, seconds, strict=True):
        result.measure(f"back after {one}", known.result())
    result.add(kills=len(both))
    return len(both)


@contextmanager
def starter_for(machine: Machine) -> Iterator[None]:
    """Have starts of the machine spare the imports; the process that has them comes when it is first needed."""
    made: list[Zygote] = []

    def start(machine: Machine) -> None:
        if not made:
            made.append(Zygote(machine.clock))
        made[0].start(machine)

    machine.starter = start
    try:
        yield
    finally:
        machine.starter = None
        for zygote in made:
            zygote.end()


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
    return _start_again(machine, result, begun)


def _everything(machine: Machine, result: Result) -> float:
    begun = time.monotonic()
    machine.kill_all()
    return _start_again(machine, result, begun)


def _start_again(machine: Machine, result: Result, begun: float) -> float:
    is_whole = random.random() < WHOLE
    machine.start(is_whole=is_whole)
    seconds = time.monotonic() - begun
    if is_whole:
        result.measure("back with all imports", seconds)
    return seconds


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
