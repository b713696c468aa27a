"""The place of continuous copies: a folder on another disk. It can be that of the backups; each file is then there once.

    objects/…                        the files, as in adapters/backups.py
    copies/<time>/manifest.json      a strand: the database from one instant on; it begins whenever the copying does
    copies/<time>/secrets.json[.age]
    copies/<time>/files              which files its database names (`file_notes.py`)
    copies/<time>/<number>[.age]     bundles, in order: what became new of the database, never changed again
    copies/<time>/usable             from the instant that stands in it the strand alone is enough to restore

A bundle is a line of JSON that names its items with size and time, and the items' bytes. With a recipient everything but the
manifest is encrypted by age, as backups are.
"""

import hashlib
import itertools
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from config import make_private
from ikz_award.adapters.backups import ENCRYPTED, TIME, BackupBroken, BackupPlace, Piece, write_durably
from ikz_award.adapters.copying.file_notes import note_files

FORMAT = "ikz-award copy 1"
KEYS = "secrets.json"


@dataclass(frozen=True, kw_only=True)
class CopiedItem:
    """Bytes of the database's own journal under a name that the stream gave; `at`: when they were captured, UTC."""

    name: str
    at: datetime
    data: bytes


@dataclass(frozen=True, kw_only=True)
class StrandManifest:
    """`dialect`: "sqlite" or "postgresql"; `secrets`: before encryption; `recipient`: the public key it is encrypted to."""

    format: str
    version: str
    dialect: str
    started_at: str
    recipient: str
    secrets: Piece
    # What a backup's manifest has too, for `BackupPlace.get_file`.
    is_encrypted: bool

    @property
    def ending(self) -> str:
        return f".{hashlib.sha256(self.recipient.encode()).hexdigest()[:16]}{ENCRYPTED}" if self.is_encrypted else ""


class CopyPlace(BackupPlace):
    """The strands below `root`; files are put and read as in a place of backups."""

    def __init__(self, root: Path, *, recipient: str = "", identity: str = "") -> None:
        super().__init__(root, recipient=recipient, identity=identity)
        self.copies = root / "copies"

    def strands(self) -> Sequence[str]:
        """Those that can be restored from, oldest first."""
        return sorted(path.parent.name for path in self.copies.glob("*/usable"))

    def usable_from(self, name: str) -> datetime:
        """The first instant that can be restored from this strand. Raises `BackupBroken`."""
        try:
            # Until the instant was noted in it, the mark was empty: its own time says about the same.
            path = self.copies / name / "usable"
            said = path.read_text(encoding="ascii")
            return datetime.fromisoformat(said) if said else datetime.fromtimestamp(path.stat().st_mtime, UTC)
        except (OSError, ValueError) as error:
            raise BackupBroken(f"{name}: nobody can say from when on it is whole ({type(error).__name__})") from error

    def begin_strand(self, at: datetime, *, version: str, dialect: str, secrets: Mapping[str, str]) -> "Strand":
        """A new one, empty yet."""
        make_private(self.root)
        make_private(self.copies)
        folder = self.copies / at.strftime(TIME)
        make_private(folder)
        note_files(folder, come={}, gone=(), at=at)
        content = json.dumps(dict(secrets)).encode()
        piece = Piece(size=len(content), sha256=hashlib.sha256(content).hexdigest())
        write_durably(folder / self._name(KEYS), self._sealed(content))
        manifest = StrandManifest(
            format=FORMAT,
            version=version,
            dialect=dialect,
            started_at=at.isoformat(),
            recipient=self.recipient,
            secrets=piece,
            is_encrypted=self.is_encrypted,
        )
        write_durably(folder / "manifest.json", json.dumps(asdict(manifest), indent=1).encode() + b"\n")
        return Strand(self, folder)

    def drop_strands(self, *, before: datetime, but: str) -> int:
        """Those that never became usable, and those that ended before an instant; the newest usable one stays. How many."""
        usable, dropped = self.strands(), 0
        # A strand ends where the next one begins.
        ended = {old for old, following in itertools.pairwise(usable) if following < before.strftime(TIME)}
        for folder in sorted(self.copies.iterdir()) if self.copies.is_dir() else ():
            if folder.name != but and folder.is_dir() and (folder.name not in usable or folder.name in ended):
                # First what makes it one: half of it must not be taken for a whole.
                (folder / "usable").unlink(missing_ok=True)
                shutil.rmtree(folder)
                dropped += 1
        return dropped

    def strand_manifest(self, name: str) -> StrandManifest:
        """Raises `BackupBroken`."""
        try:
            read = json.loads((self.copies / name / "manifest.json").read_bytes())
            if read["format"] != FORMAT:
                raise BackupBroken(f"{name}: its format is {read['format']!r}, this program reads {FORMAT!r}")
            return StrandManifest(**read | {"secrets": Piece(**read["secrets"])})
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise BackupBroken(f"{name} is no copy: {type(error).__name__}") from error

    def secrets_of(self, name: str) -> Mapping[str, str]:
        """Raises `BackupBroken`."""
        manifest = self.strand_manifest(name)
        path = self.copies / name / f"{KEYS}{ENCRYPTED if manifest.is_encrypted else ''}"
        content = self._read(path, is_encrypted=manifest.is_encrypted)
        if hashlib.sha256(content).hexdigest() != manifest.secrets.sha256:
            raise BackupBroken(f"{name}: {KEYS} is not what the manifest says")
        return json.loads(content)

    def file_names(self, ending: str) -> Sequence[str]:
        """The files that are there for who has the key of this ending."""
        found = (path.name for path in self.root.glob(f"objects/[0-9a-f][0-9a-f]/*{ending}"))
        return sorted(name.removesuffix(ending) for name in found if len(name) == 64 + len(ending))

    def items(self, name: str, *, until: datetime | None = None) -> Iterator[CopiedItem]:
        """What was captured, in order, up to an instant. Raises `BackupBroken` where a bundle is missing or damaged."""
        is_encrypted = self.strand_manifest(name).is_encrypted
        numbers = sorted(int(path.name[:8]) for path in self.copies.joinpath(name).iterdir() if path.name[:8].isdigit())
        if numbers != list(range(1, len(numbers) + 1)):
            raise BackupBroken(f"{name}: a bundle is missing among the {len(numbers)}")
        for number in numbers:
            path = self.copies / name / f"{number:08d}{ENCRYPTED if is_encrypted else ''}"
            for item in _unbundled(self._read(path, is_encrypted=is_encrypted), path):
                if until is not None and item.at > until:
                    return
                yield item

    def _name(self, part: str) -> str:
        return f"{part}{ENCRYPTED if self.is_encrypted else ''}"


class Strand:
    """A strand that is being written."""

    def __init__(self, place: CopyPlace, folder: Path) -> None:
        self._place, self._folder, self.bundles, self.is_usable = place, folder, 0, False
        self.name = folder.name

    def note_files(self, *, come: Mapping[str, datetime], gone: Iterable[str], at: datetime) -> None:
        """What the database names from now on, and what no more. `come`: SHA-256 → when it was made."""
        note_files(self._folder, come=come, gone=gone, at=at)

    def put(self, items: Sequence[CopiedItem]) -> None:
        """Append a bundle; it is on the disk when this returns. After an `OSError` the same may be put again."""
        path = self._folder / self._place._name(f"{self.bundles + 1:08d}")
        write_durably(path, self._place._sealed(_bundled(items)))
        self.bundles += 1

    def mark_usable(self, at: datetime) -> None:
        """From this instant on the strand alone is enough."""
        if not self.is_usable:
            write_durably(self._folder / "usable", at.isoformat().encode())
            self.is_usable = True


def _bundled(items: Sequence[CopiedItem]) -> bytes:
    body = b"".join(item.data for item in items)
    heads = [{"name": item.name, "at": item.at.isoformat(), "size": len(item.data)} for item in items]
    return json.dumps({"items": heads, "sha256": hashlib.sha256(body).hexdigest()}).encode() + b"\n" + body


def _unbundled(data: bytes, path: Path) -> Iterator[CopiedItem]:
    try:
        head, _, body = data.partition(b"\n")
        read = json.loads(head)
        if hashlib.sha256(body).hexdigest() != read["sha256"]:
            raise BackupBroken(f"{path} is damaged")
        place = 0
        for one in read["items"]:
            yield CopiedItem(name=one["name"], at=datetime.fromisoformat(one["at"]), data=body[place : place + one["size"]])
            place += one["size"]
    except (ValueError, TypeError, KeyError) as error:
        raise BackupBroken(f"{path} is damaged: {type(error).__name__}") from error
