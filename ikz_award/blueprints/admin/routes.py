"""Views."""

from flask import render_template
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp


@bp.get("/")
def home() -> ResponseReturnValue:
    return render_template("admin/home.html")
