"""The blueprint and its door."""

from flask import Blueprint

from ikz_award.web.door import Audience, door

bp = Blueprint("admin", __name__, url_prefix="/verwaltung")
door(bp, Audience.ADMIN)
