"""Attachments are made ready in a process of its own, bounded in time and memory; what it cannot do is said, not lost.

Where a file brings it down, the file is tried once more without being drawn, and then left to be read on the screen.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ikz_award.adapters.processes import PARENT
from ikz_award.reports.bundle import ROOT
from ikz_award.reports.pack.strip import Strip
from ikz_award.reports.pack.wish import Ready, ReadyPage, Wish
from ikz_award.reports.worker import MEBIBYTE, Limits, PrintInterrupted

COMMAND = (sys.executable, "-s", "-m", "ikz_award.reports.pack.prepare_job")
# Of one file; a process that has spent its processor time on many is followed by another.
LIMITS = Limits(wall_seconds=180, cpu_seconds=900, memory_bytes=1024 * MEBIBYTE)


class Preparer:
    """Use as a context: the process ends with it. Keys of tags are counted on from file to file."""

    def __init__(self, folder: Path, limits: Limits = LIMITS) -> None:
        self.next_key = 0
        self._folder, self._limits, self._count = folder, limits, 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.rest()

    def prepare(self, source: Path, *, name: str) -> Ready | None:
        """None: the file cannot become pages of a pack. Raises `PrintInterrupted` where the machine is short of something."""
        wish = self._wish(source, name)
        answer = self._ask(wish) or self._ask(replace(wish, is_compared=False))
        if answer is None or answer["event"] != "ready" or not answer["pages"]:
            return None
        self.next_key = answer["next_key"]
        return Ready(path=wish.target, pages=tuple(_page(one) for one in answer["pages"]))

    def own(self, source: Path) -> Path:
        """What was printed here, its tags counted on. Nobody else's file: it is done at once."""
        from ikz_award.reports.pack.prepare import prepare_own

        wish = self._wish(source, source.name)
        self.next_key = prepare_own(wish)
        return wish.target

    def _wish(self, source: Path, name: str) -> Wish:
        self._count += 1
        target = self._folder / f"ready-{self._count}.pdf"
        return Wish(source=source, target=target, name=name, prefix=f"{self._count}-", first_key=self.next_key)

    def _ask(self, wish: Wish) -> dict[str, Any] | None:
        """The answer; None where the process failed, or did not live to give one."""
        process = self._running()
        timer = threading.Timer(self._limits.wall_seconds, _kill, [process])
        timer.start()
        line = ""
        try:
            self._send(process, {**asdict(wish), "source": str(wish.source), "target": str(wish.target)})
            line = process.stdout.readline() if process.stdout is not None else ""
        except BrokenPipeError:
            pass  # as if it had not answered
        finally:
            timer.cancel()
        if not line.endswith("\n"):
            self.rest()
            return None
        answer = json.loads(line)
        if answer["event"] == "interrupted":
            raise PrintInterrupted(answer["message"])
        return None if answer["event"] == "failed" else answer

    def _running(self) -> "subprocess.Popen[str]":
        if self._process is None or self._process.poll() is not None:
            self.rest()
            environment = {
                "PATH": os.environ.get("PATH", ""), "HOME": str(self._folder), "TMPDIR": tempfile.gettempdir(),
                "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", PARENT: str(os.getpid()),
            }  # fmt: skip
            self._process = subprocess.Popen(  # noqa: S603 - a fixed command; nothing of a file is in it
                COMMAND, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, text=True, start_new_session=True,
            )  # fmt: skip
            self._send(self._process, asdict(self._limits))
        return self._process

    def _send(self, process: "subprocess.Popen[str]", request: dict[str, Any]) -> None:
        if process.stdin is not None:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()

    def rest(self) -> None:
        """End the process and give its memory back; the next file starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):  # what was left to be written died with it
                if pipe is not None:
                    pipe.close()
        process.wait()


def _kill(process: "subprocess.Popen[str]") -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)


def _page(record: dict[str, Any]) -> ReadyPage:
    strip = record["strip"]
    a, b, c, d, e, f = strip["matrix"]
    return ReadyPage(strip=Strip(matrix=(a, b, c, d, e, f), width=strip["width"], height=strip["height"]), note=record["note"])
