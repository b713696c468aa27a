"""All tables, so that importing this package makes the metadata complete."""

from ikz_award.models.base import Base
from ikz_award.models.decision import decisions, discussion, lot, meeting, prize, shortlist
from ikz_award.models.editions import editions, site, steps
from ikz_award.models.entries import entries, held_uploads, partners, screening, sharing
from ikz_award.models.jury import assignment, bias, jury, oversight, reading
from ikz_award.models.people import accounts, bodies, deputies, register
from ikz_award.models.record import audit, jobs, outbox
from ikz_award.models.seal import seal

__all__ = [
    "Base",
    "accounts",
    "assignment",
    "audit",
    "bias",
    "bodies",
    "decisions",
    "deputies",
    "discussion",
    "editions",
    "entries",
    "held_uploads",
    "jobs",
    "jury",
    "lot",
    "meeting",
    "outbox",
    "oversight",
    "partners",
    "prize",
    "reading",
    "register",
    "screening",
    "seal",
    "sharing",
    "shortlist",
    "site",
    "steps",
]
