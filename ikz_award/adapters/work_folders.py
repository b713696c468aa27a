"""Folders for work in progress: gone when the work ends, and swept when the process that did it was killed.

What is made in them holds names and texts, so nothing may be left behind.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

# A folder is older than this before it is swept: it is made a moment before it is locked.
SWEPT_AFTER = 60.0


@contextlib.contextmanager
def work_folder(instance: Path) -> Generator[Path]:
    """A new folder below `instance`/work, for as long as the block runs."""
    root = instance / "work"
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = Path(tempfile.mkdtemp(dir=root))
    # The kernel lets go of the lock when the process ends, however it ends.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(descriptor)


def sweep(instance: Path) -> int:
    """Remove the folders of processes that are no more; returns how many."""
    root, swept = instance / "work", 0
    for folder in root.iterdir() if root.is_dir() else ():
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime < SWEPT_AFTER:
                continue
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder)
                swept += 1
            finally:
                os.close(descriptor)
    return swept
