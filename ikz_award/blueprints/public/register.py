"""The municipality register as a type-ahead asks for it: public data, used by log-in and entry forms alike."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.people.register import search_bodies

LONGEST_QUERY = 100


@bp.get("/register/suche")
def search_register() -> ResponseReturnValue:
    """`[{value, label, hint}]`: key, official name, and what tells it from others; at most ten."""
    hits = search_bodies(db.session(), request.args.get("q", "")[:LONGEST_QUERY])
    return jsonify([{"value": hit.key, "label": hit.official_name, "hint": f"{hit.key} · {hit.hint}"} for hit in hits])
