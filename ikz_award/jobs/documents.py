"""Printing a receipt or an edition's guide, in the worker."""

from pathlib import Path

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.work_folders import work_folder
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.jobs.worker import Progress, Result, TaskFailed
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.queries.editions.public import announcement
from ikz_award.queries.entries.receipts import receipt_of
from ikz_award.reports.dates import dates_of
from ikz_award.reports.documents import guide_html, receipt_html, write_document
from ikz_award.reports.pdf import EmbeddedFile
from ikz_award.reports.worker import ReportFailed
from ikz_award.services.record.jobs import ClaimedJob

PDF = "application/pdf"
GUIDE_NAME = _("vor-der-bewerbung")


def make_receipt(job: ClaimedJob, progress: Progress, instance: Path) -> Result:
    """The receipt of a submitted version; the version itself is attached."""
    session = db.session()
    submission = session.get_one(Submission, job.parameters["submission"])
    entry = session.get_one(Entry, submission.entry_id)
    receipt = receipt_of(session, entry, submission)
    snapshot = EmbeddedFile(
        name="eingereichter-stand.json",
        content=submission.snapshot.encode(),
        created_at=submission.received_at,
        description=_("Der eingereichte Stand, über den die Prüfsumme gebildet ist"),
    )
    session.rollback()
    title = _("Eingangsbestätigung %(number)s", number=receipt.number)
    name = f"eingangsbestaetigung-{receipt.number}-{receipt.version}.pdf"
    return _print(receipt_html(receipt), title, name, progress, instance, files=(snapshot,))


def make_guide(job: ClaimedJob, progress: Progress, instance: Path) -> Result:
    """Questions, limits, rules and dates of an edition."""
    session = db.session()
    announced = announcement(session, slug=session.get_one(Edition, job.edition_id).slug)
    html, name, slug = guide_html(announced, dates_of(announced)), announced.edition.name, announced.edition.slug
    session.rollback()
    return _print(html, _("Vor der Bewerbung: %(edition)s", edition=name), f"{GUIDE_NAME}-{slug}.pdf", progress, instance)


def _print(
    html: str, title: str, name: str, progress: Progress, instance: Path, files: tuple[EmbeddedFile, ...] = ()
) -> Result:
    with work_folder(instance) as folder:
        path = folder / "document.pdf"
        try:
            write_document(html=html, title=title, path=path, on_progress=progress, files=files)
        except ReportFailed as error:
            raise TaskFailed(_("Das PDF konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal.")) from error
        content = path.read_bytes()
    return Result(sha256=FileStore(instance / "uploads").put(content), size=len(content), media_type=PDF, name=name)
