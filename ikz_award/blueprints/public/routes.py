"""What everybody may see."""

from flask import render_template
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public.bp import bp


@bp.get("/")
def home() -> ResponseReturnValue:
    return render_template("public/home.html")


@bp.get("/impressum")
def imprint() -> ResponseReturnValue:
    return render_template("public/imprint.html")


@bp.get("/datenschutz")
def privacy() -> ResponseReturnValue:
    return render_template("public/privacy.html")


@bp.get("/barrierefreiheit")
def accessibility() -> ResponseReturnValue:
    return render_template("public/accessibility.html")


from ikz_award.blueprints.public import routes_register  # noqa: E402, F401 - adds its views to the blueprint
