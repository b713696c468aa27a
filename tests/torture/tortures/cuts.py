"""Power cuts: the instance lies on an ext4 file system of its own, which is shut down hard while people write.

The shutdown (EXT4_IOC_SHUTDOWN without flushing the journal) loses whatever was not synced, as a cut does; what it does not
imitate is a disk that lies about its own cache. Needs root, loop devices and ext4; where they are missing, that is said.
"""

import errno
import fcntl
import os
import random
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.torture.crowd import crowd, rest, victims
from tests.torture.deeds import Deed
from tests.torture.judge import check, judge, look
from tests.torture.ledger import Ledger
from tests.torture.machine import Machine, copy_of
from tests.torture.tortures.kills import compare
from tests.torture.totals import Result
from tests.torture.zygote import Zygote

_SHUTDOWN, _NO_LOG_FLUSH = 0x8004587D, 2
MEGABYTES = 400
# Between two hand-ins or uploads: the time from one cut to the next is short.
OFTEN = (0.0, 8.0)


class NotPermitted(Exception):  # noqa: N818 - said in the result
    """This machine does not let us."""


class Volume:
    """An ext4 file system in a file, mounted at `place`; `megabytes` large."""

    def __init__(self, image: Path, place: Path, *, megabytes: int = MEGABYTES) -> None:
        self.image, self.place = image, place
        place.mkdir()
        with image.open("wb") as file:
            file.truncate(megabytes * 1024 * 1024)
        _run("mkfs.ext4", "-q", "-F", str(image))
        self.device = _run("losetup", "-f", "--show", str(image)).strip()

    def mount(self) -> None:
        _run("mount", "-t", "ext4", self.device, str(self.place))

    def cut(self) -> None:
        """From now on nothing reaches the disk, and what had not is lost."""
        descriptor = os.open(self.place, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUTDOWN, struct.pack("I", _NO_LOG_FLUSH))
        finally:
            os.close(descriptor)

    def unmount(self) -> None:
        deadline = time.monotonic() + 30
        while True:
            try:
                _run("umount", str(self.place))
                return
            except NotPermitted:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def leave(self) -> None:
        subprocess.run(["umount", "-l", str(self.place)], capture_output=True)
        subprocess.run(["losetup", "-d", self.device], capture_output=True)


@contextmanager
def volume(folder: Path, *, megabytes: int = MEGABYTES) -> Iterator[Volume]:
    """Raises `NotPermitted`."""
    try:
        made = Volume(folder / "disk.img", folder / "disk", megabytes=megabytes)
    except (OSError, NotPermitted) as error:
        raise NotPermitted(f"No file system of our own: {error}") from error
    try:
        made.mount()
        yield made
    finally:
        made.leave()


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise NotPermitted(f"{command[0]} is not installed") from error
    if done.returncode:
        raise NotPermitted(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


def cuts(made: Path, folder: Path, result: Result, *, count: int, block: int = 25) -> None:
    """`count` cuts on a copy of the scene; the database is looked at after each, `check` and people look after each block."""
    with volume(folder) as disk:
        machine = Machine(copy_of(made, disk.place / "instance"), processes=1, outside=folder)
        _run("sync", "-f", str(disk.place))  # what was copied is no acknowledged write
        zygote, ledger = Zygote(machine), Ledger()
        people = victims(machine, ledger)
        try:
            for first in range(0, count, block):
                zygote.start(machine)
                for _one in range(min(block, count - first)):
                    _cut(machine, disk, zygote, ledger, people, result)
                seen = look(machine, ledger)
                machine.stop()
                compare(result, ledger, judge(machine, ledger), seen)
                check(machine)
            result.take(ledger)
        except OSError as error:
            if error.errno in (errno.ENOTTY, errno.EPERM, errno.EOPNOTSUPP):
                raise NotPermitted(f"The file system cannot be shut down: {error}") from error
            raise
        finally:
            machine.kill_all()
            zygote.end()


def _cut(
    machine: Machine, disk: Volume, zygote: Zygote, ledger: Ledger, people: Sequence[Sequence[Deed]], result: Result
) -> None:
    """From a server that runs to one that runs again."""
    with crowd(people, rarely=OFTEN) as running:
        running.wait_for_writes(random.randrange(2, 14))
        rest(0.0, 0.05)
        disk.cut()
        running.ask_to_stop()
        machine.kill_all()
    disk.unmount()
    disk.mount()
    begun = time.monotonic()
    zygote.start(machine)
    result.measure("back after a cut", time.monotonic() - begun)
    result.add(cuts=1)
    compare(result, ledger, judge(machine, ledger))
