"""The account pages: whoever imports these modules has added their views to the blueprint."""

from ikz_award.blueprints.accounts import bodies, deputies, passkeys, password_links, profile, proposals, resume
from ikz_award.blueprints.accounts.bp import bp

__all__ = ["bodies", "bp", "deputies", "passkeys", "password_links", "profile", "proposals", "resume"]
