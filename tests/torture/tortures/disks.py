"""Full and failing disks: no success is said that is none, the refusal is a sentence, and nobody has to start anything anew."""

import os
import random
import time
from pathlib import Path

from tests.torture.crowd import Crowd, crowd, rest, victims
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine, copy_of, wait_until
from tests.torture.tortures.cuts import Volume, _run, volume
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result

MEGABYTES = 120


def disks(made: Path, folder: Path, result: Result, *, count: int) -> None:
    """`count` times full, and as often failing, on a small file system of our own."""
    with volume(folder, megabytes=MEGABYTES) as disk:
        machine = Machine(copy_of(made, disk.place / "instance"), processes=1, outside=folder)
        _run("sync", "-f", str(disk.place))
        ledger = Ledger()
        people = victims(machine, ledger)
        try:
            machine.start()
            for _one in range(count):
                with crowd(people) as running:
                    _fill(machine, disk, running, ledger, result)
            for _one in range(count):
                with crowd(people) as running:
                    _fail(disk, running, result)
                    running.ask_to_stop()
                    machine.kill_all()
                disk.unmount()
                disk.mount()
                machine.start()
                compare(result, ledger, judge(machine, ledger))
            seen = look(machine, ledger)
            machine.stop()
            compare(result, ledger, judge(machine, ledger), seen)
            check(machine)
            result.take(ledger)
        finally:
            machine.kill_all()


def _fill(machine: Machine, disk: Volume, running: Crowd, ledger: Ledger, result: Result) -> None:
    """Fill up to the last block, have people meet it, make room again."""
    running.wait_for_writes(random.randrange(5, 20))
    ballast = disk.place / "ballast"
    before = ledger.busy
    with ballast.open("wb") as file:
        size = 4 * 1024 * 1024
        while size >= 512:
            try:
                os.write(file.fileno(), b"x" * size)
            except OSError:
                size //= 2
    # The last pages of the database's own files may still take something.
    wait_until(lambda: ledger.busy > before + 3, what="a refusal on a full disk")
    log = machine.log.stat().st_size
    rest(0.5, 1.0)
    result.measure("log lines of a second on a full disk", (machine.log.stat().st_size - log) / 300)
    ballast.unlink()
    begun = time.monotonic()
    running.wait_for_writes(1)
    result.measure("back after a full disk", time.monotonic() - begun)
    result.add(full_disks=1)


def _fail(disk: Volume, running: Crowd, result: Result) -> None:
    """From one moment on nothing can be read or written any more; people go on trying."""
    running.wait_for_writes(random.randrange(2, 15))
    disk.cut()
    rest(0.5, 2.0)
    result.add(failing_disks=1)
