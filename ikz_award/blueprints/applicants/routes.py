"""The applicants' pages: whoever imports these modules has added their views to the blueprint."""

from ikz_award.blueprints.applicants import amending, circulation, entries, prize, sharing, submit, takeaway
from ikz_award.blueprints.applicants.attachments import attachments, held
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.steps import history, parts, presence, steps

__all__ = [
    "amending",
    "attachments",
    "bp",
    "circulation",
    "entries",
    "held",
    "history",
    "parts",
    "presence",
    "prize",
    "sharing",
    "steps",
    "submit",
    "takeaway",
]
