"""Making a juror's pack, in the worker."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileMissing, FileStore
from ikz_award.adapters.work_folders import work_folder
from ikz_award.domain.actors import Actor
from ikz_award.domain.errors import Refused
from ikz_award.domain.wording import message as _
from ikz_award.extensions import db
from ikz_award.jobs.worker import Progress, Result, TaskFailed
from ikz_award.models.accounts import Account
from ikz_award.models.editions import Edition
from ikz_award.queries.accounts import actor_of
from ikz_award.queries.jury_pack import HIDES_NAMES
from ikz_award.queries.jury_reading import Reading, reading
from ikz_award.reports import jury_pack as pack
from ikz_award.reports.documents import write_document
from ikz_award.reports.worker import ReportFailed
from ikz_award.services.jobs import ClaimedJob

PDF = "application/pdf"
NAME = _("jurymappe")
FAILED = _("Die Mappe konnte nicht erstellt werden. Bitte versuchen Sie es noch einmal.")
CHANGED = _("Was Sie lesen dürfen, hat sich geändert. Bitte starten Sie noch einmal.")
READING = _("Beiträge werden gesetzt")
BINDING = _("Anlagen werden eingefügt")


def make_jury_pack(job: ClaimedJob, progress: Progress, instance: Path) -> Result:
    """All entries of the job, with the rights the juror has now: what may no longer be read ends the job."""
    session = db.session()
    edition = session.get_one(Edition, job.edition_id)
    account = session.get_one(Account, job.requested_by)
    actor = actor_of(session, account)
    name, organiser, slug, juror = edition.name, edition.organiser, edition.slug, account.name or account.email
    title = str(_("Jurymappe: %(edition)s", edition=name))
    with work_folder(instance) as folder:
        files = _Files(FileStore(instance / "uploads"), folder)
        try:
            prints = _print(session, actor, slug, job.parameters, files, progress)
            progress(len(job.parameters["entries"]), len(job.parameters["entries"]) + 1, str(BINDING))
            bound = pack.bind(prints, folder / "body.pdf")
            pack.print_cover(
                path=folder / "cover.pdf", title=title, edition=name, organiser=organiser, juror=juror, bound=bound
            )
        except Refused as error:
            raise TaskFailed(CHANGED) from error
        except ReportFailed as error:
            raise TaskFailed(FAILED) from error
        pack.put_in_front(folder / "cover.pdf", folder / "body.pdf", bound, folder / "pack.pdf", title=title)
        content = (folder / "pack.pdf").read_bytes()
    return Result(
        sha256=FileStore(instance / "uploads").put(content), size=len(content), media_type=PDF, name=f"{NAME}-{slug}.pdf"
    )


def _print(
    session: Session, actor: Actor, slug: str, parameters: Mapping[str, Any], files: "_Files", progress: Progress
) -> list[tuple[Path, list[pack.PackEntry]]]:
    """Print the entries a few at a time; nothing is read while pages are set."""
    prints: list[tuple[Path, list[pack.PackEntry]]] = []
    public_ids, hides_names = parameters["entries"], parameters.get(HIDES_NAMES, False)
    for portion in pack.portions(public_ids):
        progress(len(prints) * pack.PER_PRINT, len(public_ids) + 1, str(READING))
        pages = [reading(session, actor=actor, edition_slug=slug, public_id=public_id) for public_id in portion]
        if any(page.names.are_hidden != hides_names for page in pages):
            # It would be kept as what it is not: a pack without names, or one that may be shown.
            raise TaskFailed(CHANGED)
        html, entries = pack.entries_html(pages), [files.entry_of(page) for page in pages]
        session.rollback()
        path = files.folder / f"entries-{len(prints)}.pdf"
        write_document(html=html, title=slug, path=path, on_progress=lambda *_args: None)
        prints.append((path, entries))
    return prints


class _Files:
    """Attachments as PDF files in a folder, up to what one pack may hold."""

    def __init__(self, store: FileStore, folder: Path) -> None:
        self.folder = folder
        self._store, self._left = store, pack.MOST_ATTACHED

    def entry_of(self, page: Reading) -> pack.PackEntry:
        return pack.PackEntry(
            number=page.entry.number or "",
            title=page.entry.title,
            category=page.entry.category.name if page.entry.category else "",
            files=[
                pack.PackFile(
                    filename=one.name,
                    path=self._path(one.attachment.sha256, one.attachment.file.media_type, one.attachment.file.size),
                )
                for one in page.attachments
            ],
        )

    def _path(self, sha256: str, media_type: str, size: int) -> Path | None:
        if size > self._left:
            return None
        path = self.folder / sha256
        try:
            path.write_bytes(self._store.get(sha256))
            found = pack.as_pdf(path, media_type, self.folder)
            if found is not None:
                pack.check_pdf(found)
        except (FileMissing, OSError, ValueError, pack.Unreadable):
            return None  # listed by its name; on the screen the fault is said
        self._left -= size if found is not None else 0
        return found
