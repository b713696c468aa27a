"""What no backup and no continuous copy names any more is dropped: a file that somebody had deleted is not kept for ever.

Old backups go first, then the files that only they named. Nobody else may put anything meanwhile, so that nothing goes which
somebody is about to name.
"""

import re
import shutil
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from config import sync_folder
from ikz_award.adapters.backups import SUMS, TIME, BackupBroken, write_durably
from ikz_award.adapters.copying.file_notes import noted_files
from ikz_award.adapters.copying.locks import alone
from ikz_award.adapters.copying.place import CopyPlace

# However old they are: a clock that is wrong for a night takes not all of them.
NEWEST_KEPT = 3
_OBJECT = re.compile(r"[0-9a-f]{64}(\.[0-9a-f]{16})?(\.age)?")


@dataclass(frozen=True, kw_only=True)
class Pruned:
    """How many were dropped; `hindrance`: why no file was looked at, "" where they were."""

    backups: int = 0
    files: int = 0
    hindrance: str = ""


def prune(place: CopyPlace, *, before: datetime | None = None) -> Pruned:
    """Drop the backups that began before an instant but the newest few, those that were never finished, and what nothing names.

    Without `before`, only what nothing names. Raises `OSError`.
    """
    with alone(place.root) as is_alone:
        if not is_alone:
            return Pruned(hindrance="somebody is putting something there")
        backups = _drop_backups(place, before) if before else 0
        try:
            named = _named(place)
        except BackupBroken as error:
            return Pruned(backups=backups, hindrance=str(error))
        return Pruned(backups=backups, files=_drop_files(place.root / "objects", named))


def _drop_backups(place: CopyPlace, before: datetime) -> int:
    """How many finished ones. A file without its manifest is none: so that goes first."""
    names = place.names()
    old = [name for name in names[:-NEWEST_KEPT] if name < before.strftime(TIME)]
    for name in old:
        (place.root / name / "manifest.json").unlink()
    for folder in list(place.root.iterdir()):
        if folder.is_dir() and folder.name not in names[len(old) :] and _began_at(folder.name):
            shutil.rmtree(folder)
    return len(old)


def _began_at(name: str) -> datetime | None:
    """None: it is no folder of a backup."""
    try:
        return datetime.strptime(name, TIME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _named(place: CopyPlace) -> AbstractSet[str]:
    """The names of all files that a backup or a strand needs. Raises `BackupBroken` where nobody can say."""
    named = set[str]()
    for name in place.names():
        manifest = place.manifest(name)
        named |= {f"{sha256}{manifest.ending}" for sha256 in manifest.files}
    for folder in sorted(place.copies.iterdir()) if place.copies.is_dir() else ():
        if (notes := noted_files(folder)) is None:
            raise BackupBroken(f"copies/{folder.name} does not say which files it needs")
        if notes:
            ending = place.strand_manifest(folder.name).ending
            named |= {f"{sha256}{ending}" for sha256 in notes}
    return named


def _drop_files(objects: Path, named: AbstractSet[str]) -> int:
    dropped = 0
    for folder in sorted(objects.glob("[0-9a-f][0-9a-f]")):
        unnamed = {path.name for path in folder.iterdir() if _OBJECT.fullmatch(path.name)} - named
        for name in unnamed:
            (folder / name).unlink()
        for draft in folder.glob(".draft-*"):  # of somebody who was killed
            draft.unlink()
        if unnamed:
            _forget_sums(folder / SUMS, unnamed)
            sync_folder(folder)
        dropped += len(unnamed)
    return dropped


def _forget_sums(path: Path, names: AbstractSet[str]) -> None:
    if path.exists():
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        kept = [line for line in lines if line and line.partition(" ")[0] not in names]
        write_durably(path, "".join(f"{line}\n" for line in kept).encode())
