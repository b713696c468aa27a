"""The blueprint and its door."""

from flask import Blueprint

from ikz_award.web.door import Audience, door

bp = Blueprint("public", __name__)
door(bp, Audience.PUBLIC)
