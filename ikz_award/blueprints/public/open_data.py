"""The published winners as data for everybody. Before publication these addresses are not there."""

from flask import Response

from ikz_award.blueprints.public.bp import bp
from ikz_award.extensions import db
from ikz_award.queries.editions import public
from ikz_award.queries.seal.facts import current_facts
from ikz_award.reports.open_data import winners_csv, winners_json


@bp.get("/preistraeger/<slug>/daten.json")
def winners_as_json(slug: str) -> Response:
    """For everybody, once published; answers the winners with the facts of the seal, from `published_results`."""
    past = public.published_results(db.session(), slug=slug)
    facts = current_facts(db.session(), edition_id=past.edition.id)
    return _file(winners_json(past, facts), "application/json", f"{slug}.json")


@bp.get("/preistraeger/<slug>/daten.csv")
def winners_as_csv(slug: str) -> Response:
    """For everybody, once published; answers the winners as a table, from `published_results`."""
    return _file(winners_csv(public.published_results(db.session(), slug=slug)), "text/csv", f"{slug}.csv")


def _file(content: str, mimetype: str, name: str) -> Response:
    """The name is an edition's slug, which the address has just been matched with."""
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f"attachment; filename=preistraeger-{name}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
