"""The register, to be searched while typing."""

from flask import Response, jsonify, request

from ikz_award.blueprints.public.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.register import search_bodies

LIMIT = 10


@bp.get("/register/suche")
def search_register() -> Response:
    """JSON [{value: key, label: official name, hint}] for `q`; what the type-ahead of every form asks."""
    hits = search_bodies(db.session(), request.args.get("q", "")[:100], limit=LIMIT)
    response = jsonify([{"value": hit.key, "label": hit.official_name, "hint": hit.hint} for hit in hits])
    response.headers["Cache-Control"] = "private, max-age=300"
    return response
