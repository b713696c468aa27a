"""Lost answers: whoever hears nothing sends the same form again, with the same key, and it counts once."""

import random
import time

from tests.torture.browser import Browser, Lost, Post
from tests.torture.crowd import crowd, victims
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result


def hang_up(browser: Browser, post: Post) -> None:
    """Send the form and hang up: at once, in the middle, a little later, or several times."""
    way = random.random()
    if way < 0.2:
        return
    times = random.choice((1, 1, 1, 2, 3))
    for _one in range(times):
        try:
            part = 1.0 if way < 0.85 else random.random()
            browser.drop(post, part=part, linger=random.choice((0.0, 0.002, 0.01, 0.05)))
        except (Lost, OSError):
            continue


def lost_answers(machine: Machine, result: Result, *, count: int) -> None:
    """`count` acknowledged writes, most of them sent twice or more often."""
    ledger = Ledger()
    machine.start()
    with crowd(victims(machine, ledger, cut=hang_up)) as running:
        running.wait_for_writes(count, seconds=count * 10 + 300)
    time.sleep(0.5)  # what was cut off last may still be at work
    seen = look(machine, ledger)
    machine.stop()
    result.add(lost_answers=count)
    compare(result, ledger, judge(machine, ledger), seen)
    check(machine)
    result.take(ledger)
