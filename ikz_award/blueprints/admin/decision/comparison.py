"""The comparison: opened for the jury by the organiser, who reads what the jury wants to discuss."""

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.extensions import db
from ikz_award.queries.decision import comparison as compared
from ikz_award.queries.jury.comparison_opening import matter_of_comparison, opening_of
from ikz_award.services.decision.discussion import open_comparison
from ikz_award.web.returned import refused_at, returned
from ikz_award.web.sure import require_sure


@bp.get("/runden/<slug>/vergleich")
def comparison(slug: str) -> ResponseReturnValue:
    """For the organiser, after scoring.

    Answers each entry's points side by side from `comparison`, and whether the jury sees them.
    """
    edition = g.edition
    matter = matter_of_comparison(db.session(), edition=edition)
    entries = compared.comparison(db.session(), actor=g.actor, edition=edition)
    return render_template(
        "admin/decision/comparison.html",
        edition=edition,
        entries=entries,
        chosen=request.args.get("kategorie", ""),
        opening=opening_of(db.session(), edition_id=edition.id),
        may_open=is_allowed(g.actor, Action.OPEN_COMPARISON, matter),
        form=KeyedForm(formdata=None),
        is_unsure=returned() is not None,
    )


@bp.post("/runden/<slug>/vergleich")
@refused_at("admin.comparison")
def open_the_comparison(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `open_comparison` and redirects to the comparison; 422 asks who has not ticked the box."""
    require_sure()
    open_comparison(g.call, edition_slug=slug, base_url=current_app.config["BASE_URL"])
    flash(_("Der Vergleich ist für die Jury geöffnet."), "success")
    return redirect(url_for("admin.comparison", slug=slug), 303)


@bp.get("/runden/<slug>/vergleich/<entry_id>")
def discussion(slug: str, entry_id: str) -> ResponseReturnValue:
    """For the organiser, after scoring; answers one entry's points and the jury's words on it, from `discussion`."""
    edition = g.edition
    page = compared.discussion(db.session(), actor=g.actor, edition=edition, public_id=entry_id)
    return render_template("admin/decision/discussion.html", edition=edition, page=page)
