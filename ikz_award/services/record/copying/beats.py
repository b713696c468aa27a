"""How far the copy goes, proved by what comes out of it: a row is written, and when it is in the copy, that is noted."""

import contextlib
import socket
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, text, update
from sqlalchemy.exc import OperationalError

from ikz_award.adapters.copying.stream import Stream
from ikz_award.adapters.copying.wal import WalStream
from ikz_award.adapters.database import brief_write
from ikz_award.extensions import db
from ikz_award.models.record.jobs import CopyBeat

EVERY = timedelta(seconds=10)
# Milliseconds to wait for others who write: this row can come later, their work cannot.
WAIT = 2000
# A host that has not been heard of for so long copies no more.
FORGOTTEN_AFTER = timedelta(days=7)


class Beats:
    """One strand's. `stream`: what the row has to come out of."""

    def __init__(self, stream: Stream, *, started_at: datetime, clock: Callable[[], datetime]) -> None:
        self._stream, self._started_at, self._clock, self._host = stream, started_at, clock, socket.gethostname()
        self._next, self._asked = 0.0, 0.0
        # The instant that is proved next, and the position of its row.
        self._instant: datetime | None = None
        self._position = 0

    def beat(self) -> None:
        """Called often: writes a row from time to time, and `safe_at` once that row is in the copy."""
        with contextlib.suppress(OperationalError):
            if self._instant is not None:
                if self._stream.holds(self._position):
                    if self._stream.is_whole():  # else there is nothing yet that it could be joined to
                        self._write(beat_at=self._clock(), safe_at=self._instant)
                    self._instant = None
            elif time.monotonic() >= self._next:
                self._ask()
            if isinstance(self._stream, WalStream) and self._stream.needs_base_end():
                self._stream.set_base_end(self._write(beat_at=self._clock()))

    def ask(self) -> None:
        """Prove from now on what is committed now, whatever was being proved."""
        with contextlib.suppress(OperationalError):
            self._ask()

    def _ask(self) -> None:
        self._next, instant = time.monotonic() + EVERY.total_seconds(), self._clock()
        self._position, self._asked = self._write(beat_at=instant), time.monotonic()
        self._instant = instant

    def waits_for(self) -> timedelta:
        """How long the row that was written last is on its way."""
        return timedelta(seconds=time.monotonic() - self._asked if self._instant is not None else 0)

    def _write(self, **values: datetime) -> int:
        """The position of what was written, in the stream's own measure."""
        with brief_write(db.engine, wait=WAIT) as connection:
            connection.execute(delete(CopyBeat).where(CopyBeat.beat_at < self._clock() - FORGOTTEN_AFTER))
            mine: dict[str, Any] = {"started_at": self._started_at, **values}
            if not connection.execute(update(CopyBeat).where(CopyBeat.host == self._host).values(**mine)).rowcount:
                connection.execute(insert(CopyBeat).values(host=self._host, **mine))
            position = _written_to(connection)
        return position or time.time_ns()


def _written_to(connection: Connection) -> int:
    """On PostgreSQL, the journal's end before this transaction's own commit: whatever was committed before is below it."""
    if connection.dialect.name != "postgresql":
        return 0
    return int(connection.scalar(text("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")) or 0)
