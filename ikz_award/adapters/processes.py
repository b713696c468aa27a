"""Child processes that do not outlive their parent, and parts of a program that do not share one fate."""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import structlog

log = structlog.get_logger()

_PR_SET_PDEATHSIG, _PR_SET_NAME = 1, 15
# Names the parent's number to a child that is started as a program.
PARENT = "IKZ_AWARD_PARENT"


def die_with_parent(parent: int) -> None:
    """Let the kernel kill this process when its parent, whose number is `parent`, is no more, however that came.

    Linux only; elsewhere nothing happens. Called first of all in the child.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it died before we said so
        os._exit(1)


def take_name(name: str) -> None:
    """What `ps` and `top` call this process (Linux, 15 letters)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_NAME, name.encode()[:15], 0, 0, 0)


# Seconds until a part that ended is started again, after the first time, the second, …: a part that ends at once again and
# again must not keep two cores busy, but a service that can be back is never away for longer than this: the rest
# of the five seconds within which it is to be back is the start's own.
BACK_OFF = (0.5, 1, 2)
# A part that has run so long is taken for healthy: its next end counts as the first.
HEALTHY = 10.0


@dataclass
class Part:
    """One part of the program: `run` is its whole life, in a process of its own.

    `ends_last`: it looks after what the others do, so it is asked to end when they have.
    """

    name: str
    run: Callable[[], None]
    ends_last: bool = False
    pid: int | None = None
    started: float = 0
    ends: int = 0
    due: float = field(default=0)

    def start(self) -> None:
        parent = os.getpid()
        sys.stdout.flush()
        sys.stderr.flush()
        self.started, self.pid = time.monotonic(), os.fork()
        if self.pid:
            return
        code = 1
        try:
            # A session of its own: Ctrl-C in the terminal reaches the parent alone, which ends its parts in good order.
            os.setsid()
            die_with_parent(parent)
            take_name(f"ikz-{self.name}")
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            self.run()
            code = 0
        except SystemExit as asked:
            code = asked.code if isinstance(asked.code, int) else 1
        except BaseException:
            log.exception("part", part=self.name)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)

    def has_ended(self) -> bool:
        """Whether it ended since it was started; asked once for each end."""
        if self.pid is None or os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            return False
        self.pid = None
        return True

    def note_end(self) -> float:
        """Seconds until it is to be started again."""
        now = time.monotonic()
        self.ends = 1 if now - self.started > HEALTHY else self.ends + 1
        wait = BACK_OFF[min(self.ends, len(BACK_OFF)) - 1]
        self.due = now + wait
        return wait


def keep_running(parts: Sequence[Part], *, grace: float) -> None:
    """Start the parts and start each again that ends, later each time, until this process is asked to stop.

    Then every part is asked to end, and after `grace` seconds made to.
    """
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: asked.append(number))
    for part in parts:
        part.start()
    while not asked:
        for part in parts:
            if part.has_ended():
                log.error("part ended", part=part.name, again_in_seconds=part.note_end(), ends=part.ends)
            elif part.pid is None and time.monotonic() >= part.due:
                part.start()
        time.sleep(0.1)
    end_all(parts, grace=grace)


def end_all(parts: Sequence[Part], *, grace: float) -> None:
    """Ask every part to stop, wait, and then insist; then those that end last, which get as long."""
    for is_last in (False, True):
        running = [part for part in parts if part.ends_last is is_last and part.pid is not None and not part.has_ended()]
        for part in running:
            os.kill(part.pid or 0, signal.SIGTERM)
        deadline = time.monotonic() + grace
        while running and time.monotonic() < deadline:
            running = [part for part in running if not part.has_ended()]
            time.sleep(0.05)
        for part in running:
            os.killpg(part.pid or 0, signal.SIGKILL)
            os.waitpid(part.pid or 0, 0)
