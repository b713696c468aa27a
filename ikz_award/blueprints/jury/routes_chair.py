"""What the chair does about bias: denied hints of the other jurors, confirmed or overruled."""

from flask import g, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.jury.bp import bp
from ikz_award.domain.matter import Matter
from ikz_award.domain.permissions import Action, require
from ikz_award.domain.workflow import Phase
from ikz_award.extensions import db
from ikz_award.queries import bias_record
from ikz_award.queries.editions import edition_by_slug
from ikz_award.web.rulings import post_denial, show_denial


@bp.get("/<slug>/befangenheiten")
def denials(slug: str) -> ResponseReturnValue:
    edition = edition_by_slug(db.session(), slug)
    require(g.actor, Action.RULE_ON_BIAS, Matter(edition_id=edition.id, phase=edition.phase))
    rows = bias_record.denials(db.session(), actor=g.actor, edition=edition)
    return render_template("jury/denials.html", edition=edition, denials=rows, is_open=edition.phase is Phase.JUDGING)


@bp.get("/<slug>/befangenheiten/<decision_id>")
def denial(slug: str, decision_id: str) -> ResponseReturnValue:
    return show_denial(slug, decision_id)


@bp.post("/<slug>/befangenheiten/<decision_id>")
def rule_on_denial(slug: str, decision_id: str) -> ResponseReturnValue:
    return post_denial(slug, decision_id, back=url_for("jury.denials", slug=slug))
