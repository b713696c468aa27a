"""SQLite's journal, taken by litestream (https://litestream.io): each commit is in a file of its own after a moment.

It keeps SQLite from reusing its write-ahead log before that is read, and does the checkpoints meanwhile. Its own SQLite must
be free of the WAL-reset bug, as ours must: 0.5.17 brings 3.53.0, requirements.in asks for it or a later one. It keeps two
tables of its own in the database (`_litestream_seq`, `_litestream_lock`), which nobody else uses.
"""

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ikz_award.adapters.backups import BackupBroken
from ikz_award.adapters.copying.place import CopiedItem
from ikz_award.adapters.copying.stream import StreamBroken, end, last_words, start

# How often litestream looks, and hands on.
EVERY = "100ms"
_NAME = re.compile(r"([0-9a-f]{16})-([0-9a-f]{16})\.ltx")


def program() -> str:
    """litestream of the locked dependency, beside this Python, else on the path. Raises `StreamBroken`."""
    found = shutil.which("litestream", path=str(Path(sys.executable).parent)) or shutil.which("litestream")
    if found is None:
        raise StreamBroken("litestream is not there; it comes with requirements.txt")
    return found


class LitestreamStream:
    """The journal of the database at `database`, by way of `spool`, an empty folder on any disk."""

    dialect = "sqlite"

    def __init__(self, database: Path, spool: Path) -> None:
        self._database, self._spool, self._log = database, spool, spool / "litestream.log"
        self._folder = spool / "replica" / "ltx" / "0"
        self._program: subprocess.Popen[bytes] | None = None
        self._last, self._captured = 0, 0.0

    @contextmanager
    def open(self) -> Generator[None]:
        config = self._spool / "litestream.json"  # JSON is YAML
        database = {
            "path": str(self._database.absolute()),
            "meta-path": str(self._spool / "meta"),
            "monitor-interval": EVERY,
            "busy-timeout": "10s",
            "replica": {"type": "file", "path": str(self._spool / "replica"), "sync-interval": EVERY},
        }
        config.write_text(json.dumps({"logging": {"level": "warn"}, "dbs": [database]}))
        self._program = start([program(), "replicate", "-config", str(config), "-no-expand-env"], log=self._log)
        try:
            yield
        finally:
            end(self._program)

    def fresh(self) -> Sequence[CopiedItem]:
        if self._program is None or self._program.poll() is not None:
            raise StreamBroken(f"litestream has ended: {last_words(self._log)}")
        found = sorted(path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)) if self._folder.is_dir() else []
        items, last = list[CopiedItem](), self._last
        for path in found:
            first, newest = _transactions(path.name)
            if newest <= last:
                continue
            if first != last + 1:
                raise StreamBroken(f"transactions {last + 1} to {first - 1} were dropped before they could be copied")
            at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            items.append(CopiedItem(name=path.name, at=at, data=path.read_bytes()))
            last = newest
        return items

    def taken(self, items: Sequence[CopiedItem]) -> None:
        for item in items:
            self._last = _transactions(item.name)[1]
            self._captured = item.at.timestamp()

    def is_whole(self) -> bool:
        """The first file holds the whole database."""
        return self._last > 0

    def holds(self, position: int) -> bool:
        """`position`: an instant in nanoseconds."""
        return self._captured * 1e9 > position

    @staticmethod
    def position() -> int:
        """Of what is committed now."""
        return time.time_ns()


def restore_stream(items: Iterable[CopiedItem], target: Path, *, spool: Path) -> None:
    """Make the database at `target` from the items of a strand. Raises `BackupBroken`."""
    folder, last = spool / "replica" / "ltx" / "0", 0
    folder.mkdir(parents=True)
    for item in items:
        if not (parts := _NAME.fullmatch(item.name)) or int(parts[1], 16) != last + 1:
            raise BackupBroken(f"after transaction {last} of the copy comes {item.name!r}")
        last = int(parts[2], 16)
        (folder / item.name).write_bytes(item.data)
    command = [program(), "restore", "-o", str(target), "-integrity-check", "full", f"file://{spool / 'replica'}"]
    done = subprocess.run(command, capture_output=True, text=True)  # noqa: S603 - no shell, no text of users
    if done.returncode:
        raise BackupBroken(f"litestream: {(done.stderr or done.stdout).strip()[-500:]}")


def _transactions(name: str) -> tuple[int, int]:
    first, last = name.removesuffix(".ltx").split("-")
    return int(first, 16), int(last, 16)
