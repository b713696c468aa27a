"""What a municipality takes away: receipts as PDF, everything as one archive, the fact sheet."""

import io
import json
import zipfile

from flask import flash, g, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from ikz_award.blueprints.applicants import views
from ikz_award.blueprints.applicants.bp import bp
from ikz_award.blueprints.applicants.forms import PlainKeyedForm
from ikz_award.domain.permissions.table import Action
from ikz_award.domain.phases.workflow import JobStatus
from ikz_award.extensions import db
from ikz_award.models.record.jobs import Job
from ikz_award.queries.entries.form import form_of
from ikz_award.queries.entries.receipts import Receipt, receipt_job, receipt_of, submission_of
from ikz_award.reports.fact_sheet import fact_sheet
from ikz_award.services.entries.attachments.attachments import Download
from ikz_award.services.record.documents import request_receipt
from ikz_award.web.downloads import attachment_response, file_store, stored_file
from ikz_award.web.returned import refused_at

PDF = "application/pdf"


@bp.get("/<entry_id>/eingangsbestaetigung")
@bp.get("/<entry_id>/eingangsbestaetigung/<int:version>")
def receipt(entry_id: str, version: int | None = None) -> ResponseReturnValue:
    """For who may see the entry; answers the receipt of a version, by default the newest, and what comes next."""
    entry = views.load_entry(entry_id)
    submission = submission_of(db.session(), entry, version)
    job = receipt_job(db.session(), submission, edition_id=entry.edition_id)
    return render_template(
        "applicants/takeaway/receipt.html",
        entry=entry,
        receipt=receipt_of(db.session(), entry, submission),
        job=job,
        form=PlainKeyedForm(),
        versions=[one.version for one in entry.submissions],
        standing=views.standing_now(entry),
        next_steps=views.coming_of(entry),
    )


@bp.get("/<entry_id>/eingangsbestaetigung/<int:version>/fortschritt")
def receipt_progress(entry_id: str, version: int) -> ResponseReturnValue:
    """The part of the page that htmx asks for again and again."""
    return render_template(
        "applicants/takeaway/_receipt_pdf.html", entry_id=entry_id, version=version, job=_job(entry_id, version)
    )


@bp.post("/<entry_id>/eingangsbestaetigung/<int:version>/pdf")
@refused_at("applicants.receipt")
def make_receipt(entry_id: str, version: int) -> ResponseReturnValue:
    """For who may see the entry; POST calls `request_receipt` and redirects to the receipt, which waits for the PDF."""
    request_receipt(g.call, entry_id=entry_id, version=version)
    return redirect(url_for("applicants.receipt", entry_id=entry_id, version=version), 303)


@bp.get("/<entry_id>/eingangsbestaetigung/<int:version>/pdf")
def receipt_pdf(entry_id: str, version: int) -> ResponseReturnValue:
    """For who may see the entry; answers the printed receipt; while it is not printed, redirects to the receipt."""
    job = _job(entry_id, version)
    if job is None or job.status is not JobStatus.DONE or job.result_sha256 is None:
        flash(_("Das PDF wird noch erstellt. Bitte versuchen Sie es in einigen Sekunden noch einmal."), "info")
        return redirect(url_for("applicants.receipt", entry_id=entry_id, version=version))
    return stored_file(job.result_sha256, job.result_name)


def _job(entry_id: str, version: int) -> Job | None:
    entry = views.load_entry(entry_id)
    return receipt_job(db.session(), submission_of(db.session(), entry, version), edition_id=entry.edition_id)


@bp.get("/<entry_id>/alles.zip")
def download_all(entry_id: str) -> ResponseReturnValue:
    """The newest submitted version: data as JSON, attachments, and the receipt where it is printed."""
    entry = views.load_entry(entry_id)
    submission = submission_of(db.session(), entry)
    found = receipt_of(db.session(), entry, submission)
    job = receipt_job(db.session(), submission, edition_id=entry.edition_id)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr(_member(f"{found.number}/beitrag.json", found), submission.snapshot)
        for place, file in enumerate(found.files, 1):
            # A number first: two files may have one name.
            pack.writestr(_member(f"{found.number}/anlagen/{place:02d}-{file.filename}", found), file_store().get(file.sha256))
        if job is not None and job.result_sha256:
            pack.writestr(_member(f"{found.number}/{job.result_name}", found), file_store().get(job.result_sha256))
    return attachment_response(Download(filename=f"{found.number}.zip", media_type="application/zip", data=archive.getvalue()))


def _member(name: str, found: Receipt) -> zipfile.ZipInfo:
    """Dated by the submission, so that the same version is the same archive."""
    member = zipfile.ZipInfo(name, found.received_at.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


@bp.get("/<entry_id>/steckbrief")
def fact_sheet_page(entry_id: str) -> ResponseReturnValue:
    """For who may see the entry; answers the project database's fields, as `fact_sheet` fills them."""
    entry = views.load_entry(entry_id, Action.VIEW_ENTRY)
    facts = fact_sheet(db.session(), entry, form_of(db.session(), entry))
    return render_template("applicants/takeaway/fact_sheet.html", entry=entry, facts=facts)


@bp.get("/<entry_id>/steckbrief.json")
def fact_sheet_json(entry_id: str) -> ResponseReturnValue:
    """For who may see the entry; answers the same fields as JSON: a list of key, label and value."""
    entry = views.load_entry(entry_id, Action.VIEW_ENTRY)
    facts = fact_sheet(db.session(), entry, form_of(db.session(), entry))
    response = jsonify([{"key": one.key, "label": str(one.label), "value": one.value} for one in facts])
    response.set_data(json.dumps(response.get_json(), ensure_ascii=False, indent=2) + "\n")
    return response
