"""Attachments are made ready in a process of its own, bounded in time and memory; what it cannot do is said, not lost.

Where a file brings it down, the file is tried once more without being drawn, and then left to be read on the screen.
"""

from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ikz_award.adapters.sandbox.parent import MEBIBYTE, Child, command_of
from ikz_award.reports.pack.strip import Strip
from ikz_award.reports.pack.wish import PackWish, Ready, ReadyPage
from ikz_award.reports.worker import Limits, PrintInterrupted

COMMAND = command_of("ikz_award.reports.pack.prepare_job", writes_files=True)
# Of one file; a process that has spent its processor time on many is followed by another.
LIMITS = Limits(wall_seconds=180, cpu_seconds=900, memory_bytes=1024 * MEBIBYTE)


class Preparer:
    """Use as a context: the process ends with it. Keys of tags are counted on from file to file."""

    def __init__(self, folder: Path, limits: Limits = LIMITS) -> None:
        self.next_key = 0
        self._folder, self._limits, self._count = folder, limits, 0
        self._child: Child | None = None

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

    def _wish(self, source: Path, name: str) -> PackWish:
        self._count += 1
        target = self._folder / f"ready-{self._count}.pdf"
        return PackWish(source=source, target=target, name=name, prefix=f"{self._count}-", first_key=self.next_key)

    def _ask(self, wish: PackWish) -> dict[str, Any] | None:
        """The answer; None where the process failed, or did not live to give one."""
        if self._child is None or not self._child.is_running:
            self.rest()
            self._child = Child(COMMAND, bounds=self._limits, folder=self._folder)
        answer = self._child.ask({**asdict(wish), "source": str(wish.source), "target": str(wish.target)})
        if answer is None:
            self.rest()
            return None
        event, _body = answer
        if event["event"] == "interrupted":
            raise PrintInterrupted(event["message"])
        return None if event["event"] == "failed" else event

    def rest(self) -> None:
        """End the process and give its memory back; the next file starts another."""
        child, self._child = self._child, None
        if child is not None:
            child.close()


def _page(record: dict[str, Any]) -> ReadyPage:
    strip = record["strip"]
    a, b, c, d, e, f = strip["matrix"]
    return ReadyPage(strip=Strip(matrix=(a, b, c, d, e, f), width=strip["width"], height=strip["height"]), note=record["note"])
