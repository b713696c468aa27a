"""The blueprint and its door."""

from flask import Blueprint

from ikz_award.web.door import Audience, door

bp = Blueprint("accounts", __name__, url_prefix="/konto")
door(bp, Audience.ACCOUNT)
