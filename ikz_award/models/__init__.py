"""All tables, so that importing this package makes the metadata complete."""

from ikz_award.models import (
    accounts,
    audit,
    bias,
    decisions,
    discussion,
    editions,
    entries,
    jobs,
    jury,
    meeting,
    outbox,
    oversight,
    partners,
    prize,
    reading,
    register,
    seal,
)
from ikz_award.models.base import Base

__all__ = [
    "Base",
    "accounts",
    "audit",
    "bias",
    "decisions",
    "discussion",
    "editions",
    "entries",
    "jobs",
    "jury",
    "meeting",
    "outbox",
    "oversight",
    "partners",
    "prize",
    "reading",
    "register",
    "seal",
]
