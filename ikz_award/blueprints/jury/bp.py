"""The blueprint and its doors: a seat on some panel, on this edition's panel, and the declaration before everything else."""

from flask import Blueprint, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from ikz_award.queries.jury.jury import seat_of
from ikz_award.web.door import Audience, door

bp = Blueprint("jury", __name__, url_prefix="/jury")
door(bp, Audience.JUROR)

BEFORE_THE_DECLARATION = ("jury.confidentiality", "jury.accept_confidentiality")


@bp.before_request
def ask_for_the_declaration() -> ResponseReturnValue | None:
    """404 for jurors of other editions; whoever has not declared confidentiality does so first."""
    slug = (request.view_args or {}).get("slug")
    if slug is None or request.endpoint in BEFORE_THE_DECLARATION:
        return None
    seat = seat_of(g.actor, g.edition.id)
    if seat.has_accepted_confidentiality:
        return None
    return redirect(url_for("jury.confidentiality", slug=slug, beitrag=(request.view_args or {}).get("public_id")))
