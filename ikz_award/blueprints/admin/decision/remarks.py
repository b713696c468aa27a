"""The jury's words for the applicants: read, then released."""

from flask import flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from ikz_award.blueprints.admin.bp import bp
from ikz_award.blueprints.admin.forms import KeyedForm
from ikz_award.domain.words.errors import Refused
from ikz_award.extensions import db, translated
from ikz_award.queries.decision import remarks as words
from ikz_award.services.decision.remarks import release_remarks
from ikz_award.web.sure import is_sure


@bp.get("/runden/<slug>/rueckmeldungen")
def remarks(slug: str) -> ResponseReturnValue:
    """For the organiser, after publication.

    Answers what the jury wrote for the applicants, from `all_remarks`, and when it was released.
    """
    return _page(slug)


def _page(slug: str, *, is_unsure: bool = False) -> str:
    edition = g.edition
    return render_template(
        "admin/decision/remarks.html",
        edition=edition,
        remarks=words.all_remarks(db.session(), actor=g.actor, edition=edition),
        release=words.release_of(db.session(), edition_id=edition.id),
        form=KeyedForm(formdata=None),
        is_unsure=is_unsure,
    )


@bp.post("/runden/<slug>/rueckmeldungen")
def release_all_remarks(slug: str) -> ResponseReturnValue:
    """For the organiser; POST calls `release_remarks` and redirects to the remarks; 422 asks who has not ticked the box."""
    if not is_sure():
        return _page(slug, is_unsure=True), 422
    try:
        count = release_remarks(g.call, edition_slug=slug)
    except Refused as refusal:
        if refusal.reason not in ("already_released", "nothing_to_release"):
            raise
        flash(translated(refusal.message), "warning")
        return redirect(url_for("admin.remarks", slug=slug), 303)
    flash(
        ngettext("Freigegeben: Rückmeldungen zu einem Beitrag.", "Freigegeben: Rückmeldungen zu %(num)s Beiträgen.", count),
        "success",
    )
    return redirect(url_for("admin.remarks", slug=slug), 303)
