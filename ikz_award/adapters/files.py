"""The file store: a folder of files that are named by the SHA-256 of their content and never change.

Written by hand instead of through obstore's local store, which renames without fsync: after a power cut a file could carry its
final name and half of its content.
"""

import contextlib
import hashlib
import os
import re
import tempfile
from pathlib import Path

_NAME = re.compile("[0-9a-f]{64}")


class FileMissing(Exception):  # noqa: N818 - reads as what it says
    """The store holds no file of this name."""


class FileDamaged(Exception):  # noqa: N818
    """What is stored under this name has another hash: it was changed or has rotted."""


class FileStore:
    """Files below `root`, in 256 folders by the first two digits of their name."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, data: bytes) -> str:
        """Store `data` and return its SHA-256; when this returns, it survives a power cut.

        Order: temporary name, fsync, rename, fsync of the folder. Storing the same content twice is the same as once.
        """
        name = hashlib.sha256(data).hexdigest()
        path = self._path(name)
        self._make_folder(path.parent)
        if not self._is_intact(path, name):
            self._write(path, data)
        _sync_folder(path.parent)
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
            _sync_folder(parent)

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


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
