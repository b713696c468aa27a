"""What the chair does: denied hints of the other jurors confirmed or overruled, and weights tried out after scoring."""

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.jury.bp import bp
from ikz_award.blueprints.shared.rulings import RulingForm, post_denial, show_denial
from ikz_award.blueprints.shared.what_if import trial
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.words.errors import Denied, NotFound
from ikz_award.extensions import db
from ikz_award.queries.decision.what_if import categories_to_try
from ikz_award.queries.jury.bias import record as bias_record
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.web.returned import refused_at


@bp.get("/<slug>/befangenheiten")
def denials(slug: str) -> ResponseReturnValue:
    """For the chair; answers the denied hints that are theirs to rule on, from `bias.record.denials`."""
    edition = g.edition
    require(g.actor, Action.LEAD_JURY, edition_matter(edition))
    rows = bias_record.denials(db.session(), actor=g.actor, edition=edition)
    return render_template("jury/bias/denials.html", edition=edition, denials=rows, is_open=edition.phase is Phase.JUDGING)


@bp.get("/<slug>/befangenheiten/<decision_id>")
def denial(slug: str, decision_id: str) -> ResponseReturnValue:
    """For the chair; answers one denied hint and what was said (`show_denial`)."""
    return show_denial(slug, decision_id)


@bp.post("/<slug>/befangenheiten/<decision_id>")
@refused_at("jury.denial", RulingForm)
def rule_on_denial(slug: str, decision_id: str) -> ResponseReturnValue:
    """For the chair; POST goes through `post_denial`, which calls `rule_on_denial`, and redirects to the list."""
    return post_denial(slug, decision_id, back=url_for("jury.denials", slug=slug))


@bp.get("/<slug>/gewichte")
def first_what_if(slug: str) -> ResponseReturnValue:
    """For the chair, after scoring; redirects to the first of `categories_to_try`; 404 where there is none."""
    categories = categories_to_try(db.session(), actor=g.actor, edition=g.edition)
    if not categories:
        raise NotFound
    return redirect(url_for("jury.what_if", slug=slug, category=categories[0].key))


@bp.get("/<slug>/gewichte/<category>")
def what_if(slug: str, category: str) -> ResponseReturnValue:
    """A category with an entry the chair is recused from says so, and shows no points."""
    edition = g.edition
    categories = categories_to_try(db.session(), actor=g.actor, edition=edition)
    found = next((one for one in categories if one.key == category), None)
    if found is None:
        raise NotFound
    page, refusal, status = None, None, 200
    try:
        page = trial(edition, found)
        status = 200 if page.is_good else 422
    except Denied as refused:
        refusal, status = refused.message, 403
    return render_template(
        "jury/decision/what_if.html", edition=edition, category=found, categories=categories, page=page, refusal=refusal
    ), status
