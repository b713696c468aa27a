"""What the machine lacks is not the file's fault, and what makes files ready does not outlive the worker."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from ikz_award.reports.pack.preparing import Preparer
from ikz_award.reports.pack.wish import PackWish
from ikz_award.reports.worker import PrintInterrupted
from tests.reports.pack import samples as sheets

WORKER = """
import sys, time
from pathlib import Path
from ikz_award.reports.pack.preparing import Preparer

folder = Path(sys.argv[1])
with Preparer(folder) as preparer:
    assert preparer.prepare(folder / "source.pdf", name="a.pdf") is not None
    print(preparer._child.pid, flush=True)
    time.sleep(600)
"""


def test_a_full_disk_interrupts_and_leaves_no_file_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "source.pdf"
    source.write_bytes(sheets.plain())
    with Preparer(tmp_path) as preparer:
        wish = preparer._wish

        def on_a_full_disk(source: Path, name: str) -> PackWish:
            return replace(wish(source, name), target=Path("/dev/full"))

        monkeypatch.setattr(preparer, "_wish", on_a_full_disk)
        with pytest.raises(PrintInterrupted, match="No space left"):
            preparer.prepare(source, name="a.pdf")
        monkeypatch.undo()
        assert preparer.prepare(source, name="a.pdf") is not None


def test_it_ends_with_a_worker_that_was_killed(tmp_path: Path) -> None:
    """Even in the middle of a file: here it is stopped, so that it cannot notice by itself."""
    (tmp_path / "source.pdf").write_bytes(sheets.plain())
    with subprocess.Popen([sys.executable, "-c", WORKER, str(tmp_path)], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        child = int(worker.stdout.readline())
        os.kill(child, signal.SIGSTOP)
        worker.kill()
    try:
        deadline = time.monotonic() + 20
        while _is_alive(child) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not _is_alive(child)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _is_alive(pid: int) -> bool:
    with suppress(FileNotFoundError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    return False
