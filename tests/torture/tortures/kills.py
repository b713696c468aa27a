"""Kills: a web process, the part that listens, the worker, the parent, everything; at any moment, while people write."""

import random
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext

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
# How often the worker is killed as well, at the same moment; and how often a new start is a whole one, imports included.
WORKER_TOO, WHOLE = 0.6, 0.25
# From so many kills on it pays to have a process that has imported the program.
MANY = 10


def kills(machine: Machine, result: Result, *, count: int, writes: int = 20, block: int = 50, cut: Cut | None = None) -> None:
    """`count` kills while people write, everything compared after each block.

    `writes`: at most so many between one kill and the next. `cut`: what happens to people's lines besides.
    """
    ledger = Ledger()
    people = victims(machine, ledger, cut=cut)
    with starter_for(machine) if count >= MANY else nullcontext():
        for first in range(0, count, block):
            machine.start(is_whole=True)
            wanted, hand = min(block, count - first), Hand(machine, result)
            with crowd(people) as running, hand:
                while hand.kills < wanted:
                    running.wait_for_writes(random.randrange(3, writes))
                    hand.strike()
            seen = look(machine, ledger)
            machine.stop()
            compare(result, ledger, judge(machine, ledger), seen)
            check(machine)
    result.take(ledger)


class Hand:
    """Kills, and measures how long what was killed stays away; it does not wait for the worker before it strikes again."""

    def __init__(self, machine: Machine, result: Result) -> None:
        self.machine, self.result, self.kills = machine, result, 0
        self._pool, self._worker = ThreadPoolExecutor(1), Future[float]()
        self._worker.set_result(0.0)

    def __enter__(self) -> "Hand":
        return self

    def __exit__(self, *error: object) -> None:
        """The worker has to come back, too."""
        self._pool.shutdown()
        self._worker.result()

    def strike(self) -> None:
        """At one part, often at the worker as well."""
        kind = random.choices(tuple(WEIGHTS), tuple(WEIGHTS.values()))[0]
        if kind in ("parent", "everything"):
            self._worker.result()
        elif (kind == "worker" or random.random() < WORKER_TOO) and self._worker.done():
            self._worker.result()
            self._worker = self._pool.submit(self._kill, "worker")
            self._count()
        if kind != "worker":
            self._kill(kind)
            self._count()

    def _count(self) -> None:
        self.kills += 1
        self.result.add(kills=1)

    def _kill(self, kind: str) -> float:
        seconds = KILLS[kind](self.machine, self.result)
        self.result.measure(f"back after {kind}", seconds)
        return seconds


@contextmanager
def starter_for(machine: Machine) -> Iterator[None]:
    """Have starts of the machine spare the imports."""
    zygote = Zygote(machine)
    machine.starter = zygote.start
    try:
        yield
    finally:
        machine.starter = None
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
    "process": _process,
    "web": _web,
    "worker": _worker,
    "parent": _parent,
    "everything": _everything,
}
