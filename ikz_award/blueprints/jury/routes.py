"""Views."""

from flask import render_template
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.jury.bp import bp


@bp.get("/")
def home() -> ResponseReturnValue:
    return render_template("jury/home.html")
