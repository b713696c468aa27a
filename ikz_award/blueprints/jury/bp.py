"""The blueprint and its door."""

from flask import Blueprint

from ikz_award.web.door import Audience, door

bp = Blueprint("jury", __name__, url_prefix="/jury")
door(bp, Audience.JUROR)
