"""Who puts something into a place of backups and copies, and who drops something there, keep out of each other's way.

By a lock on the file `.lock` in it. Where the file system knows no locks nobody is ever alone, and so nothing is dropped.
"""

import errno
import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from config import make_private

LOCK = ".lock"
# What such a file system answers.
_NO_LOCKS = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS}


@contextmanager
def in_use(root: Path) -> Generator[None]:
    """Nothing is dropped while the block runs: from before one asks what is there until what one puts is named."""
    with _locked(root, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(root: Path) -> Generator[bool]:
    """Whether nobody puts anything while the block runs."""
    with _locked(root, fcntl.LOCK_EX | fcntl.LOCK_NB) as is_locked:
        yield is_locked


@contextmanager
def _locked(root: Path, kind: int) -> Generator[bool]:
    make_private(root)
    descriptor = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _has_lock(descriptor, kind)
    finally:
        os.close(descriptor)


def _has_lock(descriptor: int, kind: int) -> bool:
    """The kernel lets go of it when the process ends, however it ends."""
    try:
        fcntl.flock(descriptor, kind)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        return False
    return True
