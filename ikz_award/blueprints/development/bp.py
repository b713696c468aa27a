"""The blueprint and its door; it is registered in development only."""

from flask import Blueprint

from ikz_award.web.door import Audience, door

bp = Blueprint("development", __name__, url_prefix="/entwicklung")
door(bp, Audience.DEVELOPMENT)
