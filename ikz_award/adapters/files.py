"""The file store: a folder of files that are named by the SHA-256 of their content and never change.

Written by hand instead of through obstore's local store, which renames without fsync: after a power cut a file could carry its
final name and half of its content.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import tempfile
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path

from config import sync_folder

_NAME = re.compile("[0-9a-f]{64}")


class FileMissing(Exception):  # noqa: N818 - reads as what it says
    """The store holds no file of this name."""


class FileDamaged(Exception):  # noqa: N818
    """What is stored under this name has another hash: it was changed or has rotted."""


class FileStore:
    """Files below `root`, in 256 folders by the first two digits of their name.

    What `put` has returned is as fresh as new, whether it was there before or not; what removes files asks for that, under a
    lock on the folder that `put` respects.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, data: bytes) -> str:
        """Store `data` and return its SHA-256; when this returns, it survives a power cut.

        Order: temporary name, fsync, rename, fsync of the folder. Storing the same content twice is the same as once.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        self._make_folder(path.parent)
        with self._locked(fcntl.LOCK_SH):
            if self._is_intact(path, name):
                os.utime(path)
            else:
                self._write(path, data)
            sync_folder(path.parent)
        return name

    def get(self, sha256: str) -> bytes:
        """The content, its hash checked. Raises `FileMissing` or `FileDamaged`."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise FileMissing(sha256) from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise FileDamaged(sha256)
        return data

    def names(self, *, before: datetime) -> Iterator[str]:
        """The names of the files that were last put before an instant."""
        for path in self.root.glob("[0-9a-f][0-9a-f]/*"):
            if _NAME.fullmatch(path.name) and _is_older(path, before):
                yield path.name

    def strangers(self, *, before: datetime) -> Iterator[str]:
        """Paths below `root` of what is no file of ours: another name, a wrong folder, a leftover from before an instant."""
        for path in self.root.rglob("*"):
            inside = path.relative_to(self.root)
            if path.is_dir() and not path.is_symlink():
                is_ours = len(inside.parts) == 1 and re.fullmatch("[0-9a-f]{2}", path.name) is not None
            elif path.name.startswith(".tmp-") and len(inside.parts) == 2:
                is_ours = not _is_older(path, before)
            else:
                is_ours = path.is_file() and not path.is_symlink() and path == self.root / path.name[:2] / path.name
                is_ours = is_ours and _NAME.fullmatch(path.name) is not None
            if not is_ours:
                yield str(inside)

    @contextlib.contextmanager
    def removing(self) -> Generator[None]:
        """Nothing is put while the block runs. Within a transaction that writes, take this lock after the database's, as `put`
        does; and let go of it after the database's: what the transaction has given up can then be removed."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._locked(fcntl.LOCK_EX):
            yield

    def is_fresh(self, sha256: str, *, since: datetime) -> bool:
        """Whether it was put at or after an instant; what is not there is not fresh."""
        path = self._path(sha256)
        return path.exists() and not _is_older(path, since)

    def remove(self, sha256: str) -> None:
        """Only inside `removing`, and after `is_fresh` was asked there."""
        self._path(sha256).unlink(missing_ok=True)

    def remove_leftovers(self, *, before: datetime) -> int:
        """Temporary files of a process that was killed while it wrote; returns how many."""
        old = [path for path in self.root.glob("[0-9a-f][0-9a-f]/.tmp-*") if _is_older(path, before)]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    @contextlib.contextmanager
    def _locked(self, kind: int) -> Generator[None]:
        """The kernel lets go of it when the process ends, however it ends."""
        descriptor = os.open(self.root, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, kind)
            yield
        finally:
            os.close(descriptor)

    def _path(self, sha256: str) -> Path:
        if not _NAME.fullmatch(sha256):
            raise FileMissing(sha256)
        return self.root / sha256[:2] / sha256

    def _is_intact(self, path: Path, name: str) -> bool:
        try:
            return hashlib.sha256(path.read_bytes()).hexdigest() == name
        except FileNotFoundError:
            return False

    def _make_folder(self, folder: Path) -> None:
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for parent in (self.root, self.root.parent):
            sync_folder(parent)

    def _write(self, path: Path, data: bytes) -> None:
        descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".tmp-")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()
            raise


def _is_older(path: Path, instant: datetime) -> bool:
    """A file that has just vanished is not."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC) < instant
    except FileNotFoundError:
        return False
