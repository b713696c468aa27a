"""How long a juror's declaration of confidentiality counts."""

from datetime import datetime, timedelta


def still_counts(*, accepted_at: datetime | None, days: int | None, now: datetime) -> bool:
    """Whether a declaration made at `accepted_at` (None: never) counts at `now`; `days` None: it does not expire."""
    return accepted_at is not None and (days is None or now < accepted_at + timedelta(days=days))
