"""Work in a process of its own: bounded in time, processor and memory, without environment or secrets, ended with its parent.

The protocol, the same both ways: a line of JSON, and as many bytes behind it as its `size` says. The first message bounds the
child; each further one is a request, answered by any number of `progress` events and then one other. Nothing the child sends
is run; why it sent nothing, the way it ended tells.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from ikz_award.adapters.processes import PARENT

ROOT = Path(__file__).resolve().parents[3]
MEBIBYTE = 1024 * 1024

Answer = tuple[dict[str, Any], bytes]
"""An event with its name under `event`, and the bytes that came with it."""


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """Of one child; the wall clock of each request. `memory_bytes`: address space, which is more than what is resident."""

    wall_seconds: float
    cpu_seconds: int
    memory_bytes: int
    writes_files: bool = False


class Ended(StrEnum):
    """How a child ended that gave no answer."""

    TIME = "time"
    PROCESSOR = "processor"
    # By the system for want of memory, say: nothing is known of the work, and the same may pass in a minute.
    OUTSIDE = "outside"
    CRASH = "crash"


def command_of(module: str, *, writes_files: bool) -> tuple[str, ...]:
    """Without the user's packages, and without noting compiled modules where no file may be written."""
    return (sys.executable, "-s", *(() if writes_files else ("-B",)), "-m", module)


class Child:
    """A running child; use as a context, it ends with it. `folder`: where it may put what it needs on the way."""

    def __init__(
        self, command: Sequence[str], *, bounds: Bounds, folder: Path | None = None, errors: IO[bytes] | None = None
    ) -> None:
        environment = {"PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", PARENT: str(os.getpid())}
        if folder is not None:
            environment |= {"HOME": str(folder), "TMPDIR": str(folder)}
        self._bounds, self._is_late = bounds, False
        self._process = subprocess.Popen(  # noqa: S603 - a fixed command; nothing of the work is in it
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL if errors is None else errors,
            start_new_session=True,
        )
        self._send(asdict(bounds))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def pid(self) -> int:
        """Its number, by which the system knows it."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def ask(
        self, request: Mapping[str, Any], body: bytes = b"", *, hear: Callable[[dict[str, Any]], None] = lambda event: None
    ) -> Answer | None:
        """The child's answer; None where it gave none (then `how_it_ended` says why). `hear` is called with its progress."""
        timer = threading.Timer(self._bounds.wall_seconds, self._too_late)
        timer.start()
        try:
            self._send(request, body)
            return self._answer(hear)
        finally:
            timer.cancel()

    def how_it_ended(self) -> tuple[Ended, int]:
        """How, and its exit code (a signal's number, negative); for a child that gave no answer."""
        try:
            code = self._process.wait(timeout=self._bounds.wall_seconds)
        except subprocess.TimeoutExpired:
            self._too_late()
            code = self._process.wait()
        if self._is_late:
            return Ended.TIME, code
        if code in (-signal.SIGKILL, -signal.SIGTERM):
            return Ended.OUTSIDE, code
        return (Ended.PROCESSOR if code == -signal.SIGXCPU else Ended.CRASH), code

    def close(self) -> None:
        """End it and whatever it started; it leads a process group of its own."""
        self._kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):  # what was left to be written died with it
                if pipe is not None:
                    pipe.close()
        self._process.wait()

    def _send(self, message: Mapping[str, Any], body: bytes = b"") -> None:
        pipe = self._process.stdin
        with suppress(BrokenPipeError):  # it ended before it had read all: then it does not answer either
            if pipe is not None:
                pipe.write(json.dumps({**message, "size": len(body)}).encode() + b"\n")
                pipe.write(body)
                pipe.flush()

    def _answer(self, hear: Callable[[dict[str, Any]], None]) -> Answer | None:
        pipe = self._process.stdout
        if pipe is None:
            return None
        for line in iter(pipe.readline, b""):
            event = _event(line)
            if event is None:
                continue
            size = event.pop("size", 0)
            if event["event"] == "progress":
                hear(event)
                continue
            body = pipe.read(size)
            return (event, body) if len(body) == size else None
        return None

    def _too_late(self) -> None:
        self._is_late = self._is_late or self.is_running
        self._kill()

    def _kill(self) -> None:
        if self.is_running:
            os.killpg(self._process.pid, signal.SIGKILL)


def _event(line: bytes) -> dict[str, Any] | None:
    """None for what is none of ours, such as half a line of one who was ended."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    if not isinstance(event, dict) or not isinstance(event.get("event"), str):
        return None
    size = event.get("size", 0)
    return event if isinstance(size, int) and size >= 0 else None
