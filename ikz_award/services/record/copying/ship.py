"""Bringing what becomes new of the database, and the files it names, to another disk, again and again within a second.

In this order: what is committed is read first, then the files that the database names by then are brought over, then what was
read. So a copy never names a file it does not have, wherever it ends.
"""

import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlalchemy import select

from ikz_award.adapters.copying.litestream import LitestreamStream
from ikz_award.adapters.copying.locks import in_use
from ikz_award.adapters.copying.place import CopiedItem, CopyPlace, Strand
from ikz_award.adapters.copying.pruning import Pruned, prune
from ikz_award.adapters.copying.stream import Stream, StreamBroken, only_one
from ikz_award.adapters.copying.wal import WalStream
from ikz_award.adapters.database_copy import is_sqlite, sqlite_path
from ikz_award.adapters.files import FileDamaged, FileMissing, FileStore
from ikz_award.adapters.work_folders import work_folder
from ikz_award.extensions import db
from ikz_award.models.entries.entries import StoredFile
from ikz_award.services.record.backups import SECRETS
from ikz_award.services.record.copying.beats import Beats

log = structlog.get_logger()

# Seconds between two looks at what is new.
PAUSE = 0.1
# Seconds until a target that failed is tried again, after the first time, the second, …
BACK_OFF = (0.5, 1, 2, 5, 10)
# What is committed has to come out of the stream in this time; else the stream is taken for dead.
STALLED_AFTER = timedelta(minutes=1)
# A strand is ended after so long or so many bundles, so that restoring it stays quick; old ones are kept for a week.
LONGEST, MOST = timedelta(days=1), 20_000
# Seconds that the last of what was committed has to come out of the stream, when the copying is asked to end.
LAST_WAIT = 3.0
KEPT = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Copying:
    """What one strand needs to know. `config`: the application's; `clock`: UTC."""

    place: CopyPlace
    config: Mapping[str, object]
    version: str
    clock: Callable[[], datetime]
    stop: threading.Event


def copy_continuously(copying: Copying) -> None:
    """Strand after strand until `copying.stop` is set; each is whole before the one before it ends, so nothing falls between.

    Raises `StreamBroken`, `OSError`: whoever called begins anew.
    """
    with only_one(_instance(copying)), ExitStack() as running:
        current = running.enter_context(_shipping(copying))
        while not copying.stop.is_set():
            current.look()
            if current.is_old():
                with ExitStack() as begun:
                    following = begun.enter_context(_shipping(copying))
                    while not (following.is_usable or copying.stop.is_set()):
                        current.look()
                        following.look()
                        copying.stop.wait(PAUSE)
                    if following.is_usable:
                        running.close()
                        current = following
                        running.push(begun.pop_all())
            copying.stop.wait(current.pause)
        current.finish()


@contextmanager
def _shipping(copying: Copying) -> Generator["_Shipping"]:
    """A strand of its own, taken while the block runs."""
    with work_folder(_instance(copying)) as spool:
        stream = _stream(str(copying.config["SQLALCHEMY_DATABASE_URI"]), spool)
        with stream.open():
            yield _Shipping(copying, stream)


def _instance(copying: Copying) -> Path:
    return Path(str(copying.config["INSTANCE"]))


def _stream(uri: str, spool: Path) -> Stream:
    return LitestreamStream(sqlite_path(uri), spool) if is_sqlite(uri) else WalStream(uri, spool)


class _Shipping:
    """One strand's life."""

    def __init__(self, copying: Copying, stream: Stream) -> None:
        self._of, self._stream = copying, stream
        self._store = FileStore(_instance(copying) / "uploads")
        # Files the strand was told of, and those that are there.
        self._noted, self._brought, self._failures = set[str](), set[str](), 0
        self._started = copying.clock()
        self._beats = Beats(stream, started_at=self._started, clock=copying.clock)
        self._strand: Strand | None = None

    @property
    def is_usable(self) -> bool:
        """Whether it alone is enough to restore from."""
        return self._strand is not None and self._strand.is_usable

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        return PAUSE if not self._failures else BACK_OFF[min(self._failures, len(BACK_OFF)) - 1]

    def look(self) -> None:
        """Bring what is new. Raises `StreamBroken`."""
        self._attempt()
        if self._beats.waits_for() > STALLED_AFTER and not self._failures:
            raise StreamBroken("what was committed a minute ago has not come out of the stream")

    def finish(self) -> None:
        """What was committed before the end was asked for is brought, too, where the target takes it."""
        self._beats.ask()
        deadline = time.monotonic() + LAST_WAIT
        while self._beats.waits_for() and not self._failures and time.monotonic() < deadline:
            time.sleep(PAUSE)
            self._attempt()

    def is_old(self) -> bool:
        """Whether the next one should begin, so that restoring stays quick."""
        bundles = self._strand.bundles if self._strand else 0
        return self.is_usable and (self._of.clock() - self._started > LONGEST or bundles >= MOST)

    def _attempt(self) -> None:
        """A target that is full, slow or away is tried again; the stream keeps what is new meanwhile."""
        try:
            self._ship()
        except OSError as error:
            self._failures += 1
            if self._failures == 1:
                log.error("copy interrupted", target=str(self._of.place.root), error=str(error))
            return
        if self._failures:
            log.warning("copy goes on", target=str(self._of.place.root), failures=self._failures)
        self._failures = 0
        self._beats.beat()

    def _ship(self) -> None:
        items = self._stream.fresh()
        if not items:
            return
        strand = self._strand or self._begin()
        self._bring_files(strand)
        strand.put(items)
        self._stream.taken(items)
        self._note_progress(strand, items)

    def _begin(self) -> Strand:
        secrets = {key: str(self._of.config[key]) for key in SECRETS}
        self._strand = self._of.place.begin_strand(
            self._started, version=self._of.version, dialect=self._stream.dialect, secrets=secrets
        )
        return self._strand

    def _bring_files(self, strand: Strand) -> None:
        named = _named_files()
        if named.keys() == self._noted and self._noted <= self._brought:
            return
        with in_use(self._of.place.root):
            if named.keys() != self._noted:  # first: what nobody names is dropped
                come = {sha256: named[sha256] for sha256 in named.keys() - self._noted}
                strand.note_files(come=come, gone=self._noted - named.keys(), at=self._of.clock())
                self._noted = set(named)
            self._put_files(named)

    def _put_files(self, named: Mapping[str, datetime]) -> None:
        for sha256 in named.keys() - self._brought:
            try:
                if not self._of.place.has_file(sha256):
                    self._of.place.put_file(sha256, self._store.get(sha256))
            except (FileMissing, FileDamaged) as error:
                log.error("file not copied", file=sha256, error=type(error).__name__)
            self._brought.add(sha256)

    def _note_progress(self, strand: Strand, items: Sequence[CopiedItem]) -> None:
        if not strand.is_usable and self._stream.is_whole():
            strand.mark_usable(self._of.clock())
            dropped = self._of.place.drop_strands(before=self._of.clock() - KEPT, but=strand.name)
            log.info("copy begun", strand=strand.name, bundles=strand.bundles, items=len(items), dropped=dropped)
            self._prune()

    def _prune(self) -> None:
        """What only dropped strands named; if that cannot be, the copy goes on."""
        try:
            pruned = prune(self._of.place)
        except OSError as error:
            pruned = Pruned(hindrance=str(error))
        log.info("copy pruned", files=pruned.files, hindrance=pruned.hindrance)


def _named_files() -> Mapping[str, datetime]:
    """SHA-256 → when it was made, of the files that the database names."""
    session = db.session()
    try:
        rows = session.execute(select(StoredFile.sha256, StoredFile.created_at).where(StoredFile.unused_since.is_(None)))
        return {row.sha256: row.created_at for row in rows}
    finally:
        session.rollback()
