"""Back from a continuous copy: everything up to its end, or up to an instant."""

import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ikz_award.adapters.backups import BackupBroken
from ikz_award.adapters.copying import litestream, wal
from ikz_award.adapters.copying.file_notes import named_at, noted_files
from ikz_award.adapters.copying.place import CopyPlace, StrandManifest
from ikz_award.adapters.database_copy import restore_database
from ikz_award.adapters.files import FileStore
from ikz_award.services.record.backups import DATABASE, named_in, write_secrets


def strand_for(place: CopyPlace, *, until: datetime | None) -> str:
    """The newest strand, or the newest that was whole at an instant. Raises `BackupBroken`."""
    found = next((name for name in reversed(place.strands()) if until is None or place.usable_from(name) <= until), None)
    if found is None:
        raise BackupBroken("there is no continuous copy" + (f" that was whole by {until.isoformat()}" if until else ""))
    return found


def restore_copy(
    *, place: CopyPlace, name: str, instance: Path, data: Path | None = None, until: datetime | None = None
) -> StrandManifest:
    """Secrets, files and database into empty places; `data`: where PostgreSQL is to be started afterwards.

    Raises `BackupBroken`, `StreamBroken`, `OSError`.
    """
    manifest = place.strand_manifest(name)
    if (manifest.dialect == "postgresql") != (data is not None):
        raise BackupBroken(f"{name} is of a {manifest.dialect} database; --postgres-data is for those of PostgreSQL")
    instance.mkdir(parents=True, exist_ok=True, mode=0o700)
    if data is not None:
        # The server itself stops at the instant: a commit may be in a bundle that was captured just after.
        end = wal.restore_wal(place.items(name), data, until=until)
        _bring_files(place, manifest, _named_at(place, name, manifest, end), instance)
    else:
        with tempfile.TemporaryDirectory(prefix="ikz-restore-", dir=instance) as folder:
            copy = Path(folder) / DATABASE
            litestream.restore_stream(place.items(name, until=until), copy, spool=Path(folder))
            _bring_files(place, manifest, named_in(copy)[0], instance)
            restore_database(copy, f"sqlite:///{instance.absolute() / 'award.db'}")
    write_secrets(instance, place.secrets_of(name))
    return manifest


def _named_at(place: CopyPlace, name: str, manifest: StrandManifest, instant: datetime) -> Iterable[str]:
    """Of the files that are there, those that the database named then; all, where the strand does not say."""
    there, notes = place.file_names(manifest.ending), noted_files(place.copies / name)
    return there if notes is None else sorted(set(there).intersection(named_at(notes, instant)))


def _bring_files(place: CopyPlace, manifest: StrandManifest, names: Iterable[str], instance: Path) -> None:
    store = FileStore(instance / "uploads")
    for sha256 in names:
        store.put(place.get_file(sha256, manifest=manifest))
