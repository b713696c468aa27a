"""Scoring offline: the juror's own table, downloaded, sent back, looked at, applied."""

from flask import Response, current_app, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from ikz_award.adapters.uploads.uploads import MEDIA_TYPES
from ikz_award.blueprints.jury.bp import bp
from ikz_award.domain.permissions.table import Action, require
from ikz_award.extensions import db
from ikz_award.queries.jury.shortlist import second_round_places
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.entries.attachments.attachments import Download
from ikz_award.services.jury.sheets import table as score_table
from ikz_award.web.downloads import attachment_response, file_store
from ikz_award.web.returned import refused_at, returned


@bp.get("/<slug>/tabelle")
def table(slug: str) -> ResponseReturnValue:
    """For jurors; answers how scoring in a table works, with the way to download it and the form to send it back."""
    edition, back = g.edition, returned()
    require(g.actor, Action.LIST_JURY_ENTRIES, edition_matter(edition))
    is_second_round = bool(second_round_places(db.session(), edition_id=edition.id))
    error = back.errors.get("file", "") if back else ""
    return render_template("jury/table.html", edition=edition, error=error, is_second_round=is_second_round)


@bp.get("/<slug>/tabelle/datei")
def download_table(slug: str) -> Response:
    """For jurors; answers their own table (xlsx), made by `make_table` with what they have scored so far."""
    data = score_table.make_table(g.call, edition_slug=slug, secret=current_app.config["SECRET_KEY"])
    return attachment_response(Download(filename=f"bewertung-{slug}.xlsx", media_type=MEDIA_TYPES["xlsx"], data=data))


@bp.post("/<slug>/tabelle")
@refused_at("jury.table")
def send_table(slug: str) -> ResponseReturnValue:
    """For jurors; POST calls `keep_table` and redirects to the preview; 422 where it is no table of ours."""
    upload = request.files.get("file")
    kept = score_table.keep_table(
        g.call,
        edition_slug=slug,
        filename=(upload.filename if upload else "") or "",
        data=upload.read() if upload else b"",
        store=file_store(),
    )
    return redirect(url_for("jury.table_preview", slug=slug, table_id=kept), 303)


@bp.get("/<slug>/tabelle/<table_id>")
def table_preview(slug: str, table_id: str) -> ResponseReturnValue:
    """For who sent the table; answers what would change cell by cell, and what is wrong, from `plan_of`."""
    kept, plan = score_table.plan_of_table(
        db.session(),
        actor=g.actor,
        edition_slug=slug,
        table_id=table_id,
        store=file_store(),
        secret=current_app.config["SECRET_KEY"],
    )
    return render_template("jury/table_preview.html", edition=g.edition, kept=kept, plan=plan, title=_("Vorschau"))


@bp.post("/<slug>/tabelle/<table_id>")
@refused_at("jury.table_preview", keeps=True)
def apply_table(slug: str, table_id: str) -> ResponseReturnValue:
    """For who sent the table; POST calls `apply_table`, as drafts or submitted, and redirects to the entries.

    409 where refused.
    """
    count = score_table.apply_table(
        g.call,
        edition_slug=slug,
        table_id=table_id,
        submits=request.form.get("absicht") == "abgeben",
        store=file_store(),
        secret=current_app.config["SECRET_KEY"],
    )
    flash(ngettext("Ein Bogen ist übernommen.", "%(num)s Bögen sind übernommen.", count), "success")
    return redirect(url_for("jury.entries", slug=slug), 303)
