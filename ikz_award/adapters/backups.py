"""The place of backups: files by their hash, once, and a folder for each backup with what belongs to it alone.

    objects/ab/<sha256>[.<key>.age]  an uploaded or made file; encrypted to another key it is another one
    objects/ab/sums                  the SHA-256 of what is encrypted, as it lies there: tells damage to who has no key
    <time>/database[.age]            the copy of the database
    <time>/secrets.json[.age]        without them no password and no seal is worth anything
    <time>/manifest.json             what it consists of, each with size and hash; written last: without it there is no backup
    .lock                            held while something is put or dropped (copying/locks.py)

With a recipient everything but the manifest is encrypted by age (https://age-encryption.org/v1), to a key whose other half is
kept elsewhere.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import pyrage

from config import make_private, sync_folder

# A compiled module without types.
age: Any = pyrage

FORMAT = "ikz-award backup 1"
ENCRYPTED = ".age"
SUMS = "sums"
TIME = "%Y%m%dT%H%M%S.%fZ"


class BackupBroken(Exception):  # noqa: N818 - an answer for who typed the command
    """There is no such backup, or it is not what its manifest says; the message is for the person at the terminal."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Size and SHA-256 of a part, before encryption."""

    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """`files`: the hashes of the stored files that belong to it; `recipient`: the public key they are encrypted to."""

    format: str
    version: str
    revision: str
    dialect: str
    started_at: str
    finished_at: str
    is_encrypted: bool
    database: Piece
    secrets: Piece
    files: Sequence[str]
    recipient: str = ""

    @property
    def ending(self) -> str:
        """Of the names of its files in the place."""
        return ending_for(self.recipient) if self.recipient or not self.is_encrypted else ENCRYPTED


class Sealed(Protocol):
    """How the files of a backup or a copy are kept: encrypted or not, and with which ending to their names."""

    @property
    def is_encrypted(self) -> bool: ...

    @property
    def ending(self) -> str: ...


class BackupPlace:
    """A folder of backups. `recipient`: an age public key to encrypt to; `identity`: the other half, to read."""

    def __init__(self, root: Path, *, recipient: str = "", identity: str = "") -> None:
        self.root, self.recipient = root, recipient
        self._recipient = age.x25519.Recipient.from_str(recipient) if recipient else None
        self._identity = age.x25519.Identity.from_str(identity) if identity else None

    @property
    def is_encrypted(self) -> bool:
        return self._recipient is not None

    def names(self) -> Sequence[str]:
        """The backups that are complete, oldest first."""
        return sorted(path.parent.name for path in self.root.glob("*/manifest.json"))

    def begin(self, at: datetime) -> str:
        """A new, empty backup; its name."""
        make_private(self.root)
        name = at.strftime(TIME)
        make_private(self.root / name)
        return name

    def has_file(self, sha256: str) -> bool:
        """For whoever has the key that this backup is for: with one that was given up nothing can be opened."""
        return self._object(sha256, ending_for(self.recipient)).is_file()

    def is_intact(self, sha256: str) -> bool:
        """Whether a file is there with every byte that was put; reads it. What nobody noted the sum of is not."""
        path = self._object(sha256, ending_for(self.recipient))
        try:
            found = hashlib.sha256(path.read_bytes()).hexdigest()
        except OSError:  # not there, or cannot be read: what is put anew gets another place on the disk
            return False
        return found == sha256 if not self.is_encrypted else (path.name, found) in self._sums(path.parent)

    def put_file(self, sha256: str, data: bytes) -> None:
        """Keep a file, in place of what is there under its name."""
        path = self._object(sha256, ending_for(self.recipient))
        stored = self._sealed(data)
        make_private(self.root / "objects")
        make_private(path.parent)
        if self.is_encrypted:
            # Before the file: a sum too many says nothing wrong, and two who put the same file at once are both right.
            append_durably(path.parent / SUMS, f"{path.name} {hashlib.sha256(stored).hexdigest()}\n")
        write_durably(path, stored)

    def put(self, name: str, part: str, data: bytes) -> Piece:
        """Keep a part of a backup."""
        write_durably(self.root / name / f"{part}{ENCRYPTED if self.is_encrypted else ''}", self._sealed(data))
        return Piece(size=len(data), sha256=hashlib.sha256(data).hexdigest())

    def finish(self, name: str, manifest: Manifest) -> None:
        """Everything it names is on the disk: from now on it is a backup."""
        sync_folder(self.root / name)
        write_durably(self.root / name / "manifest.json", json.dumps(asdict(manifest), indent=1).encode() + b"\n")

    def manifest(self, name: str) -> Manifest:
        """Raises `BackupBroken`."""
        try:
            read = json.loads((self.root / name / "manifest.json").read_bytes())
            if read["format"] != FORMAT:
                raise BackupBroken(f"{name}: its format is {read['format']!r}, this program reads {FORMAT!r}")
            return Manifest(**read | {"database": Piece(**read["database"]), "secrets": Piece(**read["secrets"])})
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise BackupBroken(f"{name} is no complete backup: {type(error).__name__}") from error

    def get(self, name: str, part: str, expected: Piece) -> bytes:
        """A part, as it was put. Raises `BackupBroken`."""
        is_encrypted = self.manifest(name).is_encrypted
        data = self._read(self.root / name / f"{part}{ENCRYPTED if is_encrypted else ''}", is_encrypted=is_encrypted)
        if Piece(size=len(data), sha256=hashlib.sha256(data).hexdigest()) != expected:
            raise BackupBroken(f"{name}: {part} is not what the manifest says")
        return data

    def get_file(self, sha256: str, *, manifest: Sealed) -> bytes:
        """A stored file that a backup names, its hash checked. Raises `BackupBroken`."""
        data = self._read(self._object(sha256, manifest.ending), is_encrypted=manifest.is_encrypted)
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BackupBroken(f"file {sha256} is damaged in the backup; the next `award backup` replaces it")
        return data

    def _object(self, sha256: str, ending: str) -> Path:
        return self.root / "objects" / sha256[:2] / f"{sha256}{ending}"

    def _sums(self, folder: Path) -> set[tuple[str, ...]]:
        try:
            # A line that a power cut tore is not the sum of anything.
            return {tuple(line.split()) for line in (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()}
        except OSError:
            return set()

    def _sealed(self, data: bytes) -> bytes:
        return age.encrypt(data, [self._recipient]) if self._recipient else data

    def _read(self, path: Path, *, is_encrypted: bool) -> bytes:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BackupBroken(f"{path} cannot be read: {error.strerror}") from error
        if not is_encrypted:
            return data
        if self._identity is None:
            raise BackupBroken("the backup is encrypted; name the file with the secret key: --identity FILE")
        try:
            return age.decrypt(data, [self._identity])
        except age.DecryptError as error:
            raise BackupBroken(f"{path}: this key does not open it") from error


def ending_for(recipient: str) -> str:
    """The ending of a backup's file: which key opens it, by 16 hex digits of the recipient's SHA-256; "" without one."""
    return f".{hashlib.sha256(recipient.encode()).hexdigest()[:16]}{ENCRYPTED}" if recipient else ""


def write_durably(path: Path, data: bytes) -> None:
    """Write a whole file or none: a draft in the same folder, synced and renamed, and the folder synced too.

    Raises `OSError`.
    """
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=".draft-")
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(draft).replace(path)
    sync_folder(path.parent)


def append_durably(path: Path, line: str) -> None:
    """Add a line, or several, to a file; it is on the disk when this returns. Raises `OSError`."""
    is_new = not path.exists()
    with path.open("ab") as file:
        # After a newline of its own, should the last one be missing.
        file.write(f"\n{line}".encode())
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        sync_folder(path.parent)
