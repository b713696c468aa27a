"""Publishing at a set time."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as lazy
from wtforms import StringField
from wtforms.validators import InputRequired

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.blueprints.shared.form_errors import shown
from ikz_award.extensions import db
from ikz_award.queries.phases.publication import publication_plan
from ikz_award.services.phases.publication import cancel_publication, plan_publication
from ikz_award.web.returned import refused_at


class PublicationPlanForm(KeyedForm):
    at = StringField(lazy("Veröffentlichen am"), validators=[InputRequired()])


@bp.get("/runden/<slug>/veroeffentlichung")
def publication(slug: str) -> ResponseReturnValue:
    """For the organiser; answers the time that is planned, from `publication_plan`, and the form to set one."""
    edition = g.edition
    plan = publication_plan(db.session(), edition_id=edition.id)
    return render_template("admin/phases/publication.html", edition=edition, form=shown(PublicationPlanForm), plan=plan)


@bp.post("/runden/<slug>/veroeffentlichung")
@refused_at("admin.publication", PublicationPlanForm)
def plan_the_publication(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `plan_publication` and redirects to the edition; 422 with what was typed."""
    plan_publication(g.call, edition_slug=slug, at=PublicationPlanForm().at.data or "")
    flash(_("Die Veröffentlichung ist geplant."), "success")
    return redirect(url_for("admin.edition", slug=slug), 303)


@bp.post("/runden/<slug>/veroeffentlichung/zuruecknehmen")
@refused_at("admin.edition")
def cancel_the_publication(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `cancel_publication` and redirects to the edition."""
    cancel_publication(g.call, edition_slug=slug)
    flash(_("Die geplante Veröffentlichung ist zurückgenommen. Nichts ist veröffentlicht."), "success")
    return redirect(url_for("admin.edition", slug=slug), 303)
