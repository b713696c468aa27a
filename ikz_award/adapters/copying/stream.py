"""What both databases give to be copied: a journal of their own, taken by a program of a well-kept project."""

import fcntl
import os
import subprocess
from collections.abc import Generator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Protocol

from ikz_award.adapters.copying.place import CopiedItem
from ikz_award.adapters.processes import die_with_parent

# Seconds a program has to end in good order.
GRACE = 5


class StreamBroken(Exception):  # noqa: N818 - a reason to begin anew
    """What follows cannot be joined to what was taken so far, or the program that takes it has ended."""


class Stream(Protocol):
    """Taken from one database, from one instant on."""

    dialect: str

    def open(self) -> AbstractContextManager[None]:
        """The program runs while the block does."""

    def fresh(self) -> Sequence[CopiedItem]:
        """What is new since the last `taken`, in order, each time the same until then. Raises `StreamBroken`."""

    def taken(self, items: Sequence[CopiedItem]) -> None:
        """They are safe."""

    def is_whole(self) -> bool:
        """Whether what was taken so far is enough to restore from."""

    def holds(self, position: int) -> bool:
        """Whether everything up to a position (see `position_query`) is among what was taken."""


@contextmanager
def only_one(instance: Path) -> Generator[None]:
    """Two that take the same journal get in each other's way. Raises `StreamBroken` where another process does it."""
    descriptor = os.open(instance / "copying.lock", os.O_RDONLY | os.O_CREAT, 0o600)
    try:
        # The kernel lets go of it when the process ends, however it ends.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise StreamBroken("another process copies this database already") from None
    finally:
        os.close(descriptor)


def start(
    command: Sequence[str], *, log: Path, target: Path | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """A program that ends with this process, however that ends; what it says goes to `log`, what it makes to `target`."""
    parent = os.getpid()
    with log.open("ab") as said, target.open("wb") if target else nullcontext(said) as made:
        return subprocess.Popen(  # noqa: S603 - no shell, no text of users
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=made,
            stderr=said,
            env=environment,
            preexec_fn=lambda: die_with_parent(parent),
        )


def end(program: subprocess.Popen[bytes]) -> None:
    """End a program that was started here: asked first, killed after `GRACE` seconds. Returns once it is gone."""
    program.terminate()
    try:
        program.wait(timeout=GRACE)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()


def last_words(log: Path) -> str:
    """The end of what a program said."""
    return log.read_text(errors="replace").strip()[-300:] if log.exists() else ""
