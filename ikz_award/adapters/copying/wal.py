"""PostgreSQL's journal, taken by its own programs: pg_basebackup once, pg_receivewal from then on, as it is flushed.

The server keeps its journal until it is here, by a temporary replication slot: that goes with our session, however it ends. A
lasting one would keep the journal for as long as nobody takes it, until the disk is full, and a copy must not endanger what it
copies. Who was away begins anew.
"""

import os
import re
import secrets
import subprocess
import tarfile
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import psycopg

from ikz_award.adapters.backups import BackupBroken
from ikz_award.adapters.copying.place import CopiedItem
from ikz_award.adapters.copying.stream import StreamBroken, end, last_words, start
from ikz_award.adapters.database_copy import CopyFailed, find_program, plain_address, shown_address, with_password

BASE = "base.tar"
PARTIAL = ".partial"
# The journal's pages; one of zeros only has not been written yet.
PAGE = 8192
_AT_ONCE = 128 * PAGE
_COMMITTED = re.compile(r"(?:COMMIT|ABORT)\S* (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+) UTC")
_RECOVERY = 'restore_command = \'cp "{folder}/%f" "%p"\'\n'


class WalStream:
    """The journal of the server at `uri`, by way of `spool`, an empty folder; the role needs REPLICATION."""

    dialect = "postgresql"

    def __init__(self, uri: str, spool: Path) -> None:
        self._uri, self._spool = uri, spool
        self._log, self._wal = spool / "programs.log", spool / "wal"
        self._receiver: subprocess.Popen[bytes] | None = None
        self._base: subprocess.Popen[bytes] | None = None
        # How far each segment was taken; the base, and the position up to which it needs the journal.
        self._ends, self._has_base, self._base_end = dict[str, int](), False, 0
        self._segment_size = 0
        self._slot = f"ikz_award_copy_{secrets.token_hex(4)}"
        self._session: psycopg.Connection | None = None

    @contextmanager
    def open(self) -> Generator[None]:
        self._wal.mkdir(mode=0o700)
        try:
            with psycopg.connect(plain_address(self._uri), autocommit=True) as session:
                session.execute("SELECT pg_create_physical_replication_slot(%s, true, true)", [self._slot])
                self._session = session
                # As the server says: a file that is being made is not that long yet.
                row = session.execute("SELECT setting::bigint FROM pg_settings WHERE name = 'wal_segment_size'").fetchone()
                self._segment_size = int(row[0]) if row else 0
                yield from self._receive()
        except psycopg.Error as error:
            raise StreamBroken(f"PostgreSQL: {error}") from error

    def _receive(self) -> Generator[None]:
        self._receiver = start(
            [
                _program("pg_receivewal"),
                f"--dbname={shown_address(self._uri)}",
                f"--directory={self._wal}",
                "--synchronous",
                "--status-interval=1",
                "--no-loop",
                "--no-password",
            ],
            log=self._log,
            environment=with_password(self._uri),
        )
        try:
            yield
        finally:
            for program in (self._base, self._receiver):
                if program is not None:
                    end(program)

    def fresh(self) -> Sequence[CopiedItem]:
        if self._receiver is None or self._receiver.poll() is not None:
            raise StreamBroken(f"pg_receivewal has ended: {last_words(self._log)}")
        segments = sorted(path for path in self._wal.iterdir() if path.name.removesuffix(PARTIAL).isalnum())
        if not segments:
            return []
        now = datetime.now(UTC)
        items = [item for path in segments if (item := self._rest_of(path, now)) is not None]
        # Begun only now: everything from the base's first moment on is in the journal.
        base = self._base_if_done()
        return [*([base] if base else []), *items]

    def taken(self, items: Sequence[CopiedItem]) -> None:
        for item in items:
            if item.name == BASE:
                self._has_base = True
                (self._spool / BASE).unlink(missing_ok=True)
                continue
            segment, offset, size = _segment(item.name)
            self._ends[segment] = offset + len(item.data)
            if self._ends[segment] >= size:
                (self._wal / segment).unlink(missing_ok=True)
                self._release()

    def _release(self) -> None:
        """What is here the server need not keep."""
        assert self._session is not None
        upto = _position(*max(self._ends.items()), self._segment_size)
        self._session.execute(
            "SELECT pg_replication_slot_advance(slot_name, '0/0'::pg_lsn + %s) FROM pg_replication_slots"
            " WHERE slot_name = %s AND restart_lsn < '0/0'::pg_lsn + %s",
            [upto, self._slot, upto],
        )

    def is_whole(self) -> bool:
        return self._has_base and self.holds(self._base_end)

    def holds(self, position: int) -> bool:
        """`position`: a place in the journal, in bytes."""
        return bool(self._ends) and _position(*max(self._ends.items()), self._segment_size) > position

    def set_base_end(self, position: int) -> None:
        """How far the journal goes at the end of the base, as the server says."""
        self._base_end = position

    def needs_base_end(self) -> bool:
        return self._has_base and not self._base_end

    def _rest_of(self, path: Path, at: datetime) -> CopiedItem | None:
        """What a segment has grown by; zeros at its end count when it is complete."""
        segment, done = path.name.removesuffix(PARTIAL), not path.name.endswith(PARTIAL)
        offset = self._ends.get(segment, 0)
        try:
            with path.open("rb") as file:
                file.seek(offset)
                data = file.read() if done else _written(iter(lambda: file.read(_AT_ONCE), b""))
        except FileNotFoundError:  # completed a moment ago, and so renamed
            return None
        return CopiedItem(name=f"{segment}@{offset:08x}@{self._segment_size:08x}", at=at, data=data) if data else None

    def _base_if_done(self) -> CopiedItem | None:
        target = self._spool / BASE
        if self._has_base:
            return None
        if self._base is None:
            # The journal comes by itself; --checkpoint=fast: now, not with the next regular one.
            command = [_program("pg_basebackup"), f"--dbname={shown_address(self._uri)}", "--pgdata=-", "--format=tar",
                       "--wal-method=none", "--checkpoint=fast", "--no-password"]  # fmt: skip
            self._base = start(command, log=self._log, target=target, environment=with_password(self._uri))
        if (code := self._base.poll()) is None:
            return None
        if code:
            raise StreamBroken(f"pg_basebackup: {last_words(self._log)}")
        return CopiedItem(name=BASE, at=datetime.fromtimestamp(target.stat().st_mtime, UTC), data=target.read_bytes())


def restore_wal(items: Iterable[CopiedItem], data: Path, *, until: datetime | None) -> datetime:
    """Make a server's data folder, which ends its recovery by itself when started. Raises `BackupBroken`, `OSError`.

    `until`: let the server stop before the first commit after an instant. Returns up to when the database will go.
    """
    journal, sizes, has_base, newest = data / "ikz_award_wal", dict[str, int](), False, None
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    journal.mkdir(mode=0o700)
    for item in items:
        newest = item.at
        if item.name == BASE:
            with tarfile.open(fileobj=BytesIO(item.data)) as archive:
                archive.extractall(data, filter=_of_the_base)  # noqa: S202 - which ends in the data filter
            has_base = True
            continue
        segment, offset, size = _segment(item.name)
        if offset != sizes.get(segment, 0):
            raise BackupBroken(f"segment {segment} of the journal has a hole at {sizes.get(segment, 0)}")
        with (journal / segment).open("r+b" if offset else "wb") as file:
            file.seek(offset)
            file.write(item.data)
            file.truncate(size)  # what is not written yet is zeros
        sizes[segment] = offset + len(item.data)
    if not has_base or newest is None:
        raise BackupBroken("the copy has no base before that instant")
    # A server that is to stop at an instant which its journal does not reach does not start at all.
    is_reached = until is not None and newest > until and _has_commit_after(journal, until)
    _prepare_recovery(data, journal, until if is_reached else None)
    return until if until is not None and is_reached else newest


def _has_commit_after(journal: Path, until: datetime) -> bool:
    """Whether the server would find a reason to stop; without pg_waldump nobody can say, and it is taken for so."""
    try:
        program = find_program("pg_waldump")
    except CopyFailed:
        return True
    segments = sorted(path.name for path in journal.iterdir())
    command = [program, "--rmgr=Transaction", f"--path={journal}", segments[0], segments[-1]]
    # Its end is no whole record: that it says so is no failure.
    said = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "TZ": "UTC"})  # noqa: S603
    return any(datetime.fromisoformat(at).replace(tzinfo=UTC) > until for at in _COMMITTED.findall(said.stdout))


def _of_the_base(member: tarfile.TarInfo, path: str) -> tarfile.TarInfo | None:
    """A socket's lock of the server that is no more would keep the new one from starting."""
    return None if Path(member.name).name.startswith(".s.PGSQL.") else tarfile.data_filter(member, path)


def _prepare_recovery(data: Path, journal: Path, until: datetime | None) -> None:
    (data / "recovery.signal").touch(mode=0o600)
    with (data / "postgresql.auto.conf").open("a", encoding="utf-8") as file:
        file.write(_RECOVERY.format(folder=journal.absolute()))
        if until is not None:
            file.write(f"recovery_target_time = '{until.isoformat()}'\nrecovery_target_action = 'promote'\n")
    (data / "pg_wal").mkdir(exist_ok=True, mode=0o700)


def _written(blocks: Iterable[bytes]) -> bytes:
    """What was written of a segment that is still being filled: up to the last byte that is not zero."""
    found = list[bytes]()
    for block in blocks:
        rest = block.rstrip(b"\0")
        found.append(block)
        if len(block) - len(rest) >= PAGE:  # a page has a head that is not zero
            break
    return b"".join(found).rstrip(b"\0")


def _segment(name: str) -> tuple[str, int, int]:
    """Of the name of an item: the segment, where in it the item begins, how large a segment is."""
    segment, *numbers = name.split("@")
    if not segment.isalnum() or len(numbers) != 2:
        raise BackupBroken(f"{name!r} is no part of a journal")
    return segment, int(numbers[0], 16), int(numbers[1], 16)


def _position(segment: str, offset: int, size: int) -> int:
    """In bytes, of a place in a segment: its name is timeline, upper half and number, eight hexadecimal digits each."""
    return (int(segment[8:16], 16) << 32) + int(segment[16:24], 16) * size + offset


def _program(name: str) -> str:
    try:
        return find_program(name)
    except CopyFailed as error:
        raise StreamBroken(str(error)) from error
