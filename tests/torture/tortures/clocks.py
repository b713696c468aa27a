"""The clock jumps, minutes or hours, forwards and back, while people write: what was acknowledged stays, and stays in order."""

import random

from tests.torture.crowd import crowd, victims
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result

# Seconds. Further back than a session's beginning nobody is logged in any more, which is no fault.
JUMPS = (-3600, -900, -61, -1, 1, 61, 900, 3600, 7200)


def clock_jumps(machine: Machine, result: Result, *, count: int) -> None:
    """`count` jumps, a few writes between each two."""
    machine.wheel.put(4000)
    ledger = Ledger()
    machine.start()
    with crowd(victims(machine, ledger)) as running:
        for _one in range(count):
            running.wait_for_writes(random.randrange(2, 12))
            machine.wheel.put(4000 + random.choice(JUMPS))
            result.add(jumps=1)
    machine.wheel.put(4000)
    seen = look(machine, ledger)
    machine.stop()
    compare(result, ledger, judge(machine, ledger), seen)
    # A clock that was put back made a later version look earlier: stored as it was, and named.
    result.add(named_by_check=check(machine, known="came before the version it follows"))
    result.take(ledger)
