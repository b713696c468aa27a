"""Everything one needs to know before one begins, as PDF: people work offline and need a council's decision first."""

import hashlib

from flask import g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ikz_award.blueprints.public.bp import bp
from ikz_award.domain.permissions.actors import SYSTEM
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.models.record.jobs import Job
from ikz_award.queries.editions.public import Announcement, announcement
from ikz_award.queries.record.documents import guide_job
from ikz_award.reports.dates import dates_of
from ikz_award.reports.documents import guide_html
from ikz_award.services.record.documents import request_guide
from ikz_award.services.record.use_case import Call
from ikz_award.web.downloads import stored_file
from ikz_award.web.returned import refused_at


@bp.get("/wettbewerb/<slug>/vor-der-bewerbung.pdf")
def guide(slug: str) -> ResponseReturnValue:
    """The PDF of the edition as it is announced now, or the page where one has it printed: a look alone prints nothing."""
    announced = announcement(db.session(), slug=slug)
    job = _job(announced)
    if job is None or job.status is not JobStatus.DONE or job.result_sha256 is None:
        return redirect(url_for("public.guide_progress", slug=slug), 303)
    return stored_file(job.result_sha256, job.result_name, is_shown=True)


@bp.post("/wettbewerb/<slug>/vor-der-bewerbung")
@refused_at("public.guide_progress")
def make_guide(slug: str) -> ResponseReturnValue:
    """Printed when it is asked for the first time, and kept."""
    announced = announcement(db.session(), slug=slug)
    # For everybody, so in nobody's name and without a key: whoever clicks writes nothing but the job.
    call = Call(actor=SYSTEM, now=g.now)
    request_guide(call, edition_id=announced.edition.id, content=_content(announced))
    return redirect(url_for("public.guide_progress", slug=slug), 303)


@bp.get("/wettbewerb/<slug>/vor-der-bewerbung")
def guide_progress(slug: str) -> ResponseReturnValue:
    """The page that waits for the PDF, and the part of it that htmx asks for again and again."""
    announced = announcement(db.session(), slug=slug)
    return render_template("public/guide.html", edition=announced.edition, job=_job(announced))


@bp.get("/wettbewerb/<slug>/vor-der-bewerbung/fortschritt")
def guide_part(slug: str) -> ResponseReturnValue:
    """For everybody; answers the part of `guide_progress` that htmx asks for until the PDF is there."""
    announced = announcement(db.session(), slug=slug)
    return render_template("public/_guide.html", edition=announced.edition, job=_job(announced))


def _job(announced: Announcement) -> Job | None:
    return guide_job(db.session(), edition_id=announced.edition.id, content=_content(announced))


def _content(announced: Announcement) -> str:
    return hashlib.sha256(guide_html(announced, dates_of(announced)).encode()).hexdigest()
