"""Backing everything up while people work, and bringing it back into an empty place.

The database is copied first and the files it names after it: a row never names a file that is not there. What comes in
meanwhile is in the next backup.
"""

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import Session

from ikz_award.adapters.backups import FORMAT, BackupBroken, BackupPlace, Manifest
from ikz_award.adapters.copying.locks import in_use
from ikz_award.adapters.database import engine_options
from ikz_award.adapters.database_copy import copy_database, is_sqlite, restore_database
from ikz_award.adapters.files import FileStore
from ikz_award.extensions import db
from ikz_award.models.entries.entries import StoredFile
from ikz_award.models.record.jobs import BackupRecord
from ikz_award.services.record.intention import write_session

SECRETS = ("SECRET_KEY", "RESULT_KEY", "SECURITY_PASSWORD_SALT")
# As config.py names their files in the instance folder.
SECRET_FILES = {"SECRET_KEY": "secret_key", "RESULT_KEY": "result_key", "SECURITY_PASSWORD_SALT": "password_salt"}
DATABASE, KEYS = "database", "secrets.json"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A backup that was made: its name, how much of it is new, and how many files were damaged there and put anew."""

    name: str
    files: int
    new_files: int
    mended_files: int
    database_bytes: int


def make_backup(*, place: BackupPlace, config: Mapping[str, object], version: str, clock: Callable[[], datetime]) -> Made:
    """Copy database, files and secrets to `place`. Raises `CopyFailed`, `FileMissing`, `FileDamaged`, `OSError`."""
    with in_use(place.root):
        made, started, finished = _put_everything(place, config, version, clock)
    with write_session() as session:
        session.add(
            BackupRecord(
                name=made.name, started_at=started, finished_at=finished, files=made.files, database_bytes=made.database_bytes
            )
        )
    return made


def _put_everything(
    place: BackupPlace, config: Mapping[str, object], version: str, clock: Callable[[], datetime]
) -> tuple[Made, datetime, datetime]:
    """What was made, when it was begun and when it was finished."""
    started, uri, store = clock(), str(config["SQLALCHEMY_DATABASE_URI"]), _store(config)
    name = place.begin(started)
    with tempfile.TemporaryDirectory(prefix="ikz-backup-") as folder:
        copy = Path(folder) / DATABASE
        db.session.rollback()
        before = _files_and_revision()
        copy_database(uri, copy)
        names, revision = named_in(copy) if is_sqlite(uri) else _around_copy(before)
        database = place.put(name, DATABASE, copy.read_bytes())
    known = {sha256 for sha256 in names if place.has_file(sha256)}
    # Every byte is read: a backup that names what has rotted there meanwhile is none.
    wanted = [sha256 for sha256 in names if sha256 not in known or not place.is_intact(sha256)]
    for sha256 in wanted:
        place.put_file(sha256, store.get(sha256))
    secrets = place.put(name, KEYS, json.dumps({key: config[key] for key in SECRETS}).encode())
    finished = clock()
    place.finish(
        name,
        Manifest(
            format=FORMAT,
            version=version,
            revision=revision,
            dialect="sqlite" if is_sqlite(uri) else "postgresql",
            started_at=started.isoformat(),
            finished_at=finished.isoformat(),
            is_encrypted=place.is_encrypted,
            database=database,
            secrets=secrets,
            files=names,
            recipient=place.recipient,
        ),
    )
    mended = len(known.intersection(wanted))
    made = Made(name=name, files=len(names), new_files=len(wanted) - mended, mended_files=mended, database_bytes=database.size)
    return made, started, finished


def restore_backup(*, place: BackupPlace, name: str, instance: Path, uri: str) -> Manifest:
    """Secrets, files, database, in this order: what is there can be used. Raises `BackupBroken`, `CopyFailed`."""
    manifest = place.manifest(name)
    if manifest.dialect != ("sqlite" if is_sqlite(uri) else "postgresql"):
        raise BackupBroken(f"{name} is of a {manifest.dialect} database; set IKZ_AWARD_DATABASE for one")
    instance.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_secrets(instance, json.loads(place.get(name, KEYS, manifest.secrets)))
    store = FileStore(instance / "uploads")
    for sha256 in manifest.files:
        store.put(place.get_file(sha256, manifest=manifest))
    with tempfile.TemporaryDirectory(prefix="ikz-restore-") as folder:
        copy = Path(folder) / DATABASE
        copy.write_bytes(place.get(name, DATABASE, manifest.database))
        restore_database(copy, uri)
    return manifest


def write_secrets(instance: Path, secrets: Mapping[str, str]) -> None:
    """As config.py reads them."""
    for key, file in SECRET_FILES.items():
        path = instance / file
        path.touch(mode=0o600)
        path.write_text(secrets[key], encoding="ascii")


def note_verified(*, name: str, now: datetime) -> None:
    """Put on record that a backup was restored and every invariant held."""
    with write_session() as session:
        record = session.scalar(select(BackupRecord).where(BackupRecord.name == name))
        if record is not None:
            record.verified_at = now


def _store(config: Mapping[str, object]) -> FileStore:
    return FileStore(Path(str(config["INSTANCE"])) / "uploads")


def _files_and_revision() -> tuple[Sequence[str], str]:
    session = db.session()
    try:
        return _named(session)
    finally:
        session.rollback()


def _around_copy(before: tuple[Sequence[str], str]) -> tuple[Sequence[str], str]:
    """What was named before the copy or after it, where it cannot be asked itself: what came or went meanwhile is in one."""
    names, revision = before
    return sorted({*names, *_files_and_revision()[0]}), revision


def named_in(copy: Path) -> tuple[Sequence[str], str]:
    """What the copy itself names: a file that came after it is not missing from it."""
    uri = f"sqlite:///{copy}"
    engine = create_engine(uri, **engine_options(uri))
    with closing(engine.raw_connection()), Session(engine) as session:
        found = _named(session)
    engine.dispose()
    return found


def _named(session: Session) -> tuple[Sequence[str], str]:
    used = select(StoredFile.sha256).where(StoredFile.unused_since.is_(None)).order_by(StoredFile.sha256)
    revision = session.scalar(text("SELECT version_num FROM alembic_version"))
    return list(session.scalars(used)), str(revision)
