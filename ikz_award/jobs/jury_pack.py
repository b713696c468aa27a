"""Making a juror's pack, in the worker."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from ikz_award.adapters.files import FileDamaged, FileMissing, FileStore
from ikz_award.adapters.work_folders import work_folder
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.words.errors import Denied
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.jobs.worker import Progress, Result, TaskFailed
from ikz_award.models.editions.editions import Edition
from ikz_award.models.people.accounts import Account
from ikz_award.queries.actor.accounts import actor_of
from ikz_award.queries.jury.pack import HIDES_NAMES
from ikz_award.queries.jury.reading import Reading, reading
from ikz_award.reports import jury_pack as pack
from ikz_award.reports.documents import write_document
from ikz_award.reports.pack.bind import Binding
from ikz_award.reports.pack.preparing import Preparer
from ikz_award.reports.worker import PrintInterrupted, ReportFailed
from ikz_award.services.record.jobs import ClaimedJob

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
    with work_folder(instance) as folder, Preparer(folder) as preparer, closing(Binding()) as binding:
        files = _Files(FileStore(instance / "uploads"), folder, preparer)
        try:
            prints = _print(session, actor, slug, job.parameters, files, progress)
            progress(len(job.parameters["entries"]), len(job.parameters["entries"]) + 1, str(BINDING))
            bound, cover = pack.lay_out(prints), folder / "cover.pdf"
            pack.print_cover(path=cover, title=title, edition=name, organiser=organiser, juror=juror, bound=bound)
            front = preparer.own(cover)
            preparer.rest()
            marks = pack.bind(binding, bound)
            pack.finish_pack(binding, front, bound, marks, folder / "pack.pdf", title=title)
        except Denied as error:
            raise TaskFailed(CHANGED) from error
        except ReportFailed as error:
            raise TaskFailed(FAILED) from error
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
        html, attached = pack.entries_html(pages, len(prints) * pack.PER_PRINT), [files.listed(page) for page in pages]
        session.rollback()
        path = files.folder / f"entries-{len(prints)}.pdf"
        write_document(html=html, title=slug, path=path, on_progress=lambda *_args: None)
        prints.append((files.preparer.own(path), [files.entry_of(one) for one in attached]))
        files.preparer.rest()  # while pages are set nothing else takes memory
    return prints


@dataclass(frozen=True, kw_only=True)
class _Listed:
    """An entry and its files (name, hash, type, size) as read, before anything is done with them."""

    number: str
    title: str
    category: str
    files: Sequence[tuple[str, str, str, int]]


class _Files:
    """Attachments made ready in a folder, up to what one pack may hold."""

    def __init__(self, store: FileStore, folder: Path, preparer: Preparer) -> None:
        self.folder, self.preparer = folder, preparer
        self._store, self._left = store, pack.MOST_ATTACHED

    def listed(self, page: Reading) -> _Listed:
        return _Listed(
            number=page.entry.number or "",
            title=page.entry.title,
            category=page.entry.category.name if page.entry.category else "",
            files=[
                (one.name, one.attachment.sha256, one.attachment.file.media_type, one.attachment.file.size)
                for one in page.attachments
            ],
        )

    def entry_of(self, listed: _Listed) -> pack.PackEntry:
        files = [self._file(*one) for one in listed.files]
        return pack.PackEntry(number=listed.number, title=listed.title, category=listed.category, files=files)

    def _file(self, name: str, sha256: str, media_type: str, size: int) -> pack.PackFile:
        if not media_type.startswith((PDF, "image/")):
            return pack.PackFile(filename=name, why=pack.NOT_PAGES)
        if size > self._left:
            return pack.PackFile(filename=name, why=pack.TOO_MUCH)
        path = self.folder / sha256
        try:
            path.write_bytes(self._store.get(sha256))
            found = pack.as_pdf(path, media_type, self.folder)
            ready = self.preparer.prepare(found, name=name) if found is not None else None
        except (FileMissing, FileDamaged, ValueError):
            ready = None  # on the screen the fault is said
        except OSError as error:
            if isinstance(error, PrintInterrupted) or error.errno is not None:
                raise  # the machine's fault, not the file's: a pack without it would pass for whole
            ready = None
        finally:
            for made in (path, path.with_name(f"{sha256}.pdf")):
                made.unlink(missing_ok=True)
        if ready is None:
            return pack.PackFile(filename=name, why=pack.UNREADABLE)
        self._left -= size
        return pack.PackFile(filename=name, ready=ready)
