"""„Befangenheiten“: who is excluded from what and why, denied hints to rule on, hints that nobody has decided yet."""

from flask import g, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.shared.rulings import RulingForm, post_denial, show_denial
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.queries.jury.bias import record as bias_record
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.web.returned import refused_at


@bp.get("/runden/<slug>/befangenheiten")
def denials(slug: str) -> ResponseReturnValue:
    """For who oversees the jury; answers recusals, denied hints and hints nobody has decided, from `queries.jury.bias`."""
    session, edition = db.session(), g.edition
    require(g.actor, Action.OVERSEE, edition_matter(edition))
    return render_template(
        "admin/jury/denials.html",
        edition=edition,
        is_open=edition.phase is Phase.JUDGING,
        recusals=bias_record.recorded_recusals(session, edition=edition),
        denials=bias_record.denials(session, actor=g.actor, edition=edition),
        open_hints=bias_record.open_hints(session, edition=edition),
    )


@bp.get("/runden/<slug>/befangenheiten/<decision_id>")
def denial(slug: str, decision_id: str) -> ResponseReturnValue:
    """For the organiser; answers one denied hint and what speaks for it (`show_denial`)."""
    return show_denial(slug, decision_id)


@bp.post("/runden/<slug>/befangenheiten/<decision_id>")
@refused_at("admin.denial", RulingForm)
def rule_on_denial(slug: str, decision_id: str) -> ResponseReturnValue:
    """For the organiser; POST goes through `post_denial` and redirects to the list."""
    return post_denial(slug, decision_id, back=url_for("admin.denials", slug=slug))
