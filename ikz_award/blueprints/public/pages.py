"""What everybody may see: the start page, an edition, its winners, and what the law wants to be said."""

from functools import partial

from flask import Response, g, make_response, render_template
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public import presentation
from ikz_award.blueprints.public.bp import bp
from ikz_award.blueprints.public.cooperation_map import cooperation_map
from ikz_award.extensions import db
from ikz_award.queries.editions import public
from ikz_award.queries.entries.entries import is_open_for_entries
from ikz_award.queries.people import places
from ikz_award.queries.phases.deadlines import public_extensions
from ikz_award.queries.seal.facts import current_facts
from ikz_award.services.entries.attachments.attachments import Download
from ikz_award.web.downloads import file_store, viewing_response


@bp.get("/")
def home() -> ResponseReturnValue:
    """For everybody; answers the current edition, from `current_edition`, the others that run, and those that are past."""
    edition = public.current_edition(db.session(), now=g.now)
    announced = public.announcement(db.session(), slug=edition.slug) if edition else None
    past = public.past_editions(db.session())
    return render_template(
        "public/home.html",
        announced=announced,
        past=past,
        state_of=partial(presentation.state_of, now=g.now),
        running=[one for one in public.running_editions(db.session()) if edition and one.id != edition.id],
        **_state(announced),
    )


@bp.get("/wettbewerb/<slug>")
def edition(slug: str) -> ResponseReturnValue:
    """For everybody; answers all that is announced of an edition, its extensions and dates; 404 before that."""
    announced = public.announcement(db.session(), slug=slug)
    return render_template(
        "public/edition.html",
        announced=announced,
        extensions=public_extensions(db.session(), edition_id=announced.edition.id),
        **_state(announced),
    )


@bp.get("/preistraeger/<slug>")
def winners(slug: str) -> ResponseReturnValue:
    """For everybody, once published; answers the winners, from `published_results`, their map and the seal; 404 before that."""
    past = public.published_results(db.session(), slug=slug)
    drawn = cooperation_map(past.winners, places.places(db.session()))
    facts = current_facts(db.session(), edition_id=past.edition.id)
    return render_template("public/winners.html", past=past, map=drawn, seal_facts=facts)


@bp.get("/preistraeger/<slug>/bild/<public_id>")
def winner_picture(slug: str, public_id: str) -> ResponseReturnValue:
    """For everybody, once published; answers a winner's picture, from `published_picture`; 404 for everything else."""
    found = public.published_picture(db.session(), slug=slug, public_id=public_id)
    data = file_store().get(found.sha256)
    return viewing_response(Download(filename=found.filename, media_type=found.file.media_type, data=data))


@bp.get("/karte.svg")
def map_of_dots() -> Response:
    """All municipalities of the register as dots: an ornament, so white on transparent and without a title."""
    height, points = presentation.map_points(places.map_dots(db.session()))
    response = make_response(render_template("public/map.svg", width=presentation.MAP_WIDTH, height=height, points=points))
    response.mimetype = "image/svg+xml"
    response.headers["Cache-Control"] = "public, max-age=86400"
    return response


def _state(announced: public.Announcement | None) -> dict[str, object]:
    if announced is None:
        return {"state": "", "is_open": False, "dates": (), "has_results": False}
    return {
        "state": presentation.state_of(announced.edition, now=g.now),
        "is_open": is_open_for_entries(announced.edition, now=g.now),
        "dates": presentation.timeline_of(announced, now=g.now),
        "has_results": public.has_results(announced.edition),
    }
