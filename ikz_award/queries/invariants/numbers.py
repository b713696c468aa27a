"""Running numbers: each once, none left out, and the counter at the next one."""

import re
from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry


def numbers(session: Session) -> Iterator[str]:
    """Entry numbers that are none of the edition's, were given twice, are missing, or are beyond the next one to give."""
    editions = session.execute(select(Edition.id, Edition.slug, Edition.number_prefix, Edition.next_number)).all()
    for id_, slug, prefix, following in editions:
        given = session.scalars(select(Entry.number).where(Entry.edition_id == id_, Entry.number.is_not(None))).all()
        counted: Counter[int] = Counter()
        for number in given:
            if (found := re.fullmatch(re.escape(prefix) + r"(\d{3,})", number or "")) is None:
                yield f"entry {number}: the number is none of edition {slug}"
            else:
                counted[int(found[1])] += 1
        yield from (
            f"entry {prefix}{number:03d}: the number was given {times} times" for number, times in counted.items() if times > 1
        )
        for number in sorted(set(range(1, following)) - counted.keys()):
            yield f"entry {prefix}{number:03d}: the number was given, and the entry is not there"
        for number in sorted(one for one in counted if one >= following or one < 1):
            yield f"edition {slug}: next_number is {following}, and {prefix}{number:03d} was given"
