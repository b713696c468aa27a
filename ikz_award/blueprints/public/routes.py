"""The public pages: whoever imports these modules has added their views to the blueprint."""

from ikz_award.blueprints.public import calendar, circulation, guide, health, help, metrics, open_data, pages, register, site
from ikz_award.blueprints.public.bp import bp

__all__ = ["bp", "calendar", "circulation", "guide", "health", "help", "metrics", "open_data", "pages", "register", "site"]
