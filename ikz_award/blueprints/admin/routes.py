"""The organiser's pages: whoever imports these modules has added their views to the blueprint."""

from ikz_award.blueprints.admin import menu
from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.decision import comparison, lots, meeting, motions, prize, remarks, results, shortlist
from ikz_award.blueprints.admin.editions import counting, criteria, new, parts, rules, site, texts
from ikz_award.blueprints.admin.jury import assignment, bias, leaving, oversight, panel
from ikz_award.blueprints.admin.people import accounts, memberships, proposals, register
from ikz_award.blueprints.admin.phases import deadline, home, publication, steps
from ikz_award.blueprints.admin.record import log, reports
from ikz_award.blueprints.admin.screening import entries, screening
from ikz_award.blueprints.admin.seal import seal

__all__ = [
    "accounts",
    "assignment",
    "bias",
    "bp",
    "comparison",
    "counting",
    "criteria",
    "deadline",
    "entries",
    "home",
    "leaving",
    "log",
    "lots",
    "meeting",
    "memberships",
    "menu",
    "motions",
    "new",
    "oversight",
    "panel",
    "parts",
    "prize",
    "proposals",
    "publication",
    "register",
    "remarks",
    "reports",
    "results",
    "rules",
    "screening",
    "seal",
    "shortlist",
    "site",
    "steps",
    "texts",
]
