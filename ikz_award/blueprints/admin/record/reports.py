"""The result report: asked for, watched while it is made, downloaded."""

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.extensions import db
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.record import reports
from ikz_award.services.record.reports import request_report, take_report
from ikz_award.web.downloads import stored_file
from ikz_award.web.returned import refused_at

PDF = "application/pdf"


@bp.get("/runden/<slug>/bericht")
def report(slug: str) -> ResponseReturnValue:
    """For who may make it; answers the reports there are, from `reports_of`; 403 with a page before that."""
    edition = g.edition
    if not is_allowed(g.actor, Action.MAKE_REPORT, edition_matter(edition)):
        return render_template("admin/decision/results_closed.html", edition=edition), 403
    found = reports.reports_of(db.session(), actor=g.actor, edition=edition)
    return render_template("admin/record/report.html", edition=edition, reports=found, form=KeyedForm())


@bp.post("/runden/<slug>/bericht")
@refused_at("admin.report")
def make_report(slug: str) -> ResponseReturnValue:
    """For who may make it; POST calls `request_report` and redirects to the job that makes it."""
    edition_id = g.edition.id
    job = request_report(g.call, edition_id=edition_id)
    return redirect(url_for("admin.report_job", slug=slug, job=job))


@bp.get("/runden/<slug>/bericht/<job>")
def report_job(slug: str, job: str) -> ResponseReturnValue:
    """For who may make it; answers how far the job is; the page asks for `report_progress` itself."""
    edition = g.edition
    found = reports.report_job(db.session(), actor=g.actor, edition=edition, public_id=job)
    return render_template("admin/record/report_job.html", edition=edition, job=found)


@bp.get("/runden/<slug>/bericht/<job>/fortschritt")
def report_progress(slug: str, job: str) -> ResponseReturnValue:
    """The part of the page that htmx asks for again and again."""
    edition = g.edition
    found = reports.report_job(db.session(), actor=g.actor, edition=edition, public_id=job)
    return render_template("admin/record/_report_progress.html", edition=edition, job=found)


@bp.get("/runden/<slug>/bericht/<job>/datei")
def download_report(slug: str, job: str) -> ResponseReturnValue:
    """For who may make it; answers the file that `take_report` names, and has put on record."""
    edition = g.edition
    reports.report_job(db.session(), actor=g.actor, edition=edition, public_id=job)
    sha256, name = take_report(actor=g.actor, now=g.now, job=job)
    return stored_file(sha256, name or f"{slug}.pdf")
