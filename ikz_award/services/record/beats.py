"""A part of the service says that it lives, so that others can tell when it does not."""

import contextlib
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, update
from sqlalchemy.exc import OperationalError

from ikz_award.adapters.database import brief_write
from ikz_award.extensions import db
from ikz_award.models.record.jobs import PartBeat

# A host that has not been heard of for so long is taken for removed, not for down.
FORGOTTEN_AFTER = timedelta(days=2)


def note_beat(*, now: datetime, part: str, host: str, started_at: datetime) -> None:
    """Write that `part` on `host` is at work; left out while others write."""
    with contextlib.suppress(OperationalError), brief_write(db.engine) as connection:
        mine = (PartBeat.part == part, PartBeat.host == host)
        connection.execute(delete(PartBeat).where(PartBeat.beat_at < now - FORGOTTEN_AFTER))
        if not connection.execute(update(PartBeat).where(*mine).values(beat_at=now, started_at=started_at)).rowcount:
            connection.execute(insert(PartBeat).values(part=part, host=host, beat_at=now, started_at=started_at))
