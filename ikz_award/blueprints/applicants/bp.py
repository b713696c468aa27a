"""The blueprint and its door."""

from flask import Blueprint

from ikz_award.web.door import Audience, door

bp = Blueprint("applicants", __name__, url_prefix="/bewerbung")
door(bp, Audience.APPLICANT)
