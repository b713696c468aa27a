"""The jury's words for the applicants: read, then released."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.extensions import db
from ikz_award.queries.decision import remarks as words
from ikz_award.services.decision.remarks import release_remarks
from ikz_award.web.returned import refused_at, returned
from ikz_award.web.sure import require_sure


@bp.get("/runden/<slug>/rueckmeldungen")
def remarks(slug: str) -> ResponseReturnValue:
    """For the organiser, after publication.

    Answers what the jury wrote for the applicants, from `all_remarks`, and when it was released.
    """
    edition = g.edition
    return render_template(
        "admin/decision/remarks.html",
        edition=edition,
        remarks=words.all_remarks(db.session(), actor=g.actor, edition=edition),
        release=words.release_of(db.session(), edition_id=edition.id),
        form=KeyedForm(formdata=None),
        is_unsure=returned() is not None,
    )


@bp.post("/runden/<slug>/rueckmeldungen")
@refused_at("admin.remarks")
def release_all_remarks(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `release_remarks` and redirects to the remarks; 422 asks who has not ticked the box."""
    require_sure()
    count = release_remarks(g.call, edition_slug=slug)
    flash(
        ngettext("Freigegeben: Rückmeldungen zu einem Beitrag.", "Freigegeben: Rückmeldungen zu %(num)s Beiträgen.", count),
        "success",
    )
    return redirect(url_for("admin.remarks", slug=slug), 303)
