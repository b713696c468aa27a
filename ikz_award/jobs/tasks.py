"""What the worker can do, by kind."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from ikz_award.adapters import clock
from ikz_award.adapters.files import FileStore
from ikz_award.adapters.work_folders import work_folder
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.domain.words.errors import Denied
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.jobs.documents import make_guide, make_receipt
from ikz_award.jobs.jury_pack import make_jury_pack
from ikz_award.jobs.worker import Progress, Result, Task, TaskFailed
from ikz_award.models.editions.editions import Edition
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.entries.receipts import RECEIPT
from ikz_award.queries.jury.pack import JURY_PACK
from ikz_award.queries.record.documents import GUIDE
from ikz_award.reports.result.build import build_result_report
from ikz_award.reports.result.procedure_data import ReportSeal
from ikz_award.reports.result.result_report import write_result_report
from ikz_award.reports.worker import ReportFailed
from ikz_award.services.record.jobs import ClaimedJob
from ikz_award.services.record.reports import RESULT_REPORT

PDF = "application/pdf"
FAILURES = {
    "time": _("Das Erstellen hat zu lange gedauert und wurde beendet. Bitte versuchen Sie es noch einmal."),
    "memory": _("Der Bericht ist zu groß für den vorgesehenen Arbeitsspeicher. Bitte wenden Sie sich an die Betreuung."),
    "pages": _("Der Bericht wäre länger als erlaubt. Bitte wenden Sie sich an die Betreuung."),
}


def make_result_report(job: ClaimedJob, progress: Progress, instance: Path, *, signing_key: SigningKey) -> Result:
    """Print the result report of the job's edition, with the rights of the person who asked for it."""
    session = db.session()
    edition = session.get_one(Edition, job.edition_id)
    account = session.get_one(Account, job.requested_by)
    try:
        data = build_result_report(session, actor=actor_of(session, account), edition=edition, now=clock.now())
    except Denied as error:
        raise TaskFailed(error.message) from error
    slug = edition.slug
    session.rollback()  # nothing is read any more: no transaction stays open while the pages are set
    with work_folder(instance) as folder:
        path = folder / "report.pdf"
        try:
            write_result_report(data, path, progress)
        except ReportFailed as error:
            raise TaskFailed(FAILURES.get(error.reason, _("Der Bericht konnte nicht erstellt werden."))) from error
        content = _signed(path.read_bytes(), data.seal, signing_key)
    return Result(
        sha256=FileStore(instance / "uploads").put(content),
        size=len(content),
        media_type=PDF,
        name=f"ergebnisbericht-{slug}.pdf",
    )


def _signed(pdf: bytes, seal: ReportSeal | None, signing_key: SigningKey) -> bytes:
    """The report of a sealed result carries a signature over each of its bytes; any other stays as it is."""
    if seal is None:
        return pdf
    if signing_key.public != seal.public_key:
        raise TaskFailed(_("Das Ergebnis wurde mit einem anderen Schlüssel besiegelt. Bitte wenden Sie sich an die Betreuung."))
    return signing_key.sign_pdf(pdf)


def tasks(signing_key: SigningKey) -> Mapping[str, Task]:
    """Kind → task; reports of a sealed result are signed with the key."""
    return {
        RESULT_REPORT: partial(make_result_report, signing_key=signing_key),
        RECEIPT: make_receipt,
        GUIDE: make_guide,
        JURY_PACK: make_jury_pack,
    }
