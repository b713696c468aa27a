"""The juror's pack: everything to read as one PDF."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.jury.bp import bp
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.models.record.jobs import Job
from ikz_award.queries.jury import pack as packs
from ikz_award.queries.jury.shortlist import second_round_places
from ikz_award.services.jury.pack import request_pack
from ikz_award.web.downloads import stored_file
from ikz_award.web.returned import refused_at


@bp.get("/<slug>/mappe")
def pack(slug: str) -> ResponseReturnValue:
    """For jurors; answers the newest pack, whether it still holds what they may read, and of how many entries it is."""
    job, is_current, count = _found(slug)
    edition = g.edition
    return render_template(
        "jury/pack.html",
        edition=edition,
        slug=slug,
        job=job,
        is_current=is_current,
        count=count,
        is_second_round=bool(second_round_places(db.session(), edition_id=edition.id)),
    )


@bp.get("/<slug>/mappe/fortschritt")
def pack_progress(slug: str) -> ResponseReturnValue:
    """The part of the page that htmx asks for again and again."""
    job, is_current, _count = _found(slug)
    if job is None:
        return redirect(url_for("jury.pack", slug=slug))
    return render_template("jury/_pack.html", slug=slug, job=job, is_current=is_current)


@bp.post("/<slug>/mappe")
@refused_at("jury.pack")
def make_pack(slug: str) -> ResponseReturnValue:
    """For jurors; POST calls `request_pack` and redirects to the page that waits for it."""
    request_pack(g.call, edition_slug=slug)
    return redirect(url_for("jury.pack", slug=slug), 303)


@bp.get("/<slug>/mappe/datei")
def download_pack(slug: str) -> ResponseReturnValue:
    """For jurors; answers the printed PDF; where it is not there, or holds other entries than they may read, the page."""
    job, is_current, _count = _found(slug)
    if job is None or job.status is not JobStatus.DONE or job.result_sha256 is None or not is_current:
        flash(_("Diese Mappe gibt es nicht mehr. Bitte erstellen Sie sie neu."), "info")
        return redirect(url_for("jury.pack", slug=slug))
    return stored_file(job.result_sha256, job.result_name)


def _found(slug: str) -> tuple[Job | None, bool, int]:
    """The newest pack, whether it still holds what the juror may read, and how many entries that is."""
    edition = g.edition
    entries = packs.readable_entries(db.session(), actor=g.actor, edition=edition)
    job = packs.pack_job(db.session(), actor=g.actor, edition=edition)
    if job is None:
        return None, False, len(entries)
    return job, packs.is_current(db.session(), actor=g.actor, edition=edition, job=job, entries=entries), len(entries)
