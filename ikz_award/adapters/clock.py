"""The only place that asks what time it is; everything else takes `now` as an argument."""

from datetime import UTC, datetime


def now() -> datetime:
    """This instant in UTC. Views take the instant at which the request arrived instead (`g.now`)."""
    return datetime.now(UTC)
