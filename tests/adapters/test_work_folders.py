"""Folders of work in progress: nothing with names in it stays behind."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ikz_award.adapters.work_folders import SWEPT_AFTER, sweep, work_folder


def test_a_folder_is_gone_after_the_work(tmp_path: Path) -> None:
    with work_folder(tmp_path) as folder:
        (folder / "names.pdf").write_text("x")
        assert folder.stat().st_mode & 0o077 == 0
    assert list((tmp_path / "work").iterdir()) == []
    with pytest.raises(OSError, match="full"), work_folder(tmp_path):
        raise OSError("full")
    assert list((tmp_path / "work").iterdir()) == []


def test_what_a_killed_process_left_is_swept_and_what_is_worked_on_is_not(tmp_path: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path; from ikz_award.adapters.work_folders import work_folder\n"
        "with work_folder(Path(sys.argv[1])) as folder:\n    (folder / 'names.pdf').write_text('x'); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path)]).returncode == -9
    (left,) = (tmp_path / "work").iterdir()
    with work_folder(tmp_path) as mine:
        assert sweep(tmp_path) == 0, "too young: it may be about to be locked"
        old = time.time() - SWEPT_AFTER - 1
        for folder in (left, mine):
            os.utime(folder, (old, old))
        assert sweep(tmp_path) == 1
        assert not left.exists()
        assert mine.exists()
    assert sweep(tmp_path / "nothing") == 0
