"""The ledger of a run: what was sent, what was acknowledged, and afterwards what became of it."""

import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One write: of `kind`, by `who`, on `target`; `content` is unique in the run, `key` its idempotency key."""

    kind: str
    who: str
    target: str
    content: str
    key: str = ""


@dataclass
class Ledger:
    """For many threads."""

    sent: list[Entry] = field(default_factory=list)
    acknowledged: list[Entry] = field(default_factory=list)
    # Answers that are neither: 5xx other than a 503 with a sentence, a page of another kind, a refusal of what must be taken.
    strange: list[str] = field(default_factory=list)
    repeats: int = 0
    busy: int = 0
    resumed: int = 0
    seconds: list[float] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def send(self, entry: Entry) -> None:
        with self._lock:
            self.sent.append(entry)

    def acknowledge(self, entry: Entry, *, seconds: float) -> None:
        with self._lock:
            self.acknowledged.append(entry)
            self.seconds.append(seconds)

    def wonder(self, what: str) -> None:
        with self._lock:
            self.strange.append(f"{time.strftime('%H:%M:%S')} {what}"[:2000])

    def repeat(self, *, is_busy: bool) -> None:
        with self._lock:
            self.repeats += 1
            self.busy += is_busy

    def resume(self) -> None:
        with self._lock:
            self.resumed += 1

    def contents(self, kind: str, target: str) -> set[str]:
        return {one.content for one in self.sent if (one.kind, one.target) == (kind, target)}

    def of(self, kind: str) -> dict[str, list[Entry]]:
        """What was acknowledged of a kind, in its order, by target."""
        found: dict[str, list[Entry]] = {}
        for one in self.acknowledged:
            if one.kind == kind:
                found.setdefault(one.target, []).append(one)
        return found


@dataclass
class Verdict:
    """What a comparison found; each item is a sentence."""

    lost: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)

    def add(self, other: "Verdict") -> None:
        self.lost += other.lost
        self.torn += other.torn
        self.doubled += other.doubled

    def count(self, contents: Iterable[str], *, acknowledged: Iterable[Entry], sent: Iterable[str], where: str) -> None:
        """`contents`: what stands there, each once for each effect it had."""
        there, known = Counter(contents), set(sent)
        for one in acknowledged:
            if not there[one.content]:
                self.lost.append(f"{where}: {one.kind} {one.content!r} of {one.who}")
        self.doubled += [f"{where}: {content!r} {times} times" for content, times in there.items() if times > 1]
        self.torn += [f"{where}: {content!r} was never sent" for content in there if content not in known]

    @property
    def is_whole(self) -> bool:
        return not (self.lost or self.torn or self.doubled)

    def __str__(self) -> str:
        if self.is_whole:
            return "nothing lost, torn or doubled"
        return "\n".join(
            [
                *(f"LOST {one}" for one in self.lost),
                *(f"TORN {one}" for one in self.torn),
                *(f"DOUBLED {one}" for one in self.doubled),
            ][:30]
        )
