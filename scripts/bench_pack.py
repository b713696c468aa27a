"""Memory of a juror's pack: 75 entries, each with a PDF and every third with a photograph of 12 megapixels.

What is read is made in one process and the pack in another, so that only the pack's own memory is seen. The resident size of
the process that binds it and of the children that set its pages is looked at all the time from outside; the limit is for all of
them together.
"""

import argparse
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

MEBIBYTE = 1024 * 1024
ENTRIES, LIMIT = 75, 400
# Seconds between two looks.
EVERY = 0.01
PDF_SIZE, PHOTO_SIZE, PHOTO_EVERY = MEBIBYTE // 2, (4000, 3000), 3


@contextmanager
def application(folder: Path) -> Generator[None]:
    from config import Config
    from ikz_award import create_app

    with create_app(Config(folder)).app_context():
        yield


def prepare(folder: Path, entries: int) -> None:
    """An edition in judging, one juror, attachments in the store, and the pack asked for."""
    from flask_migrate import upgrade

    from ikz_award.adapters.files import FileStore
    from ikz_award.domain.phases.workflow import EntryStatus, Phase
    from ikz_award.models.entries.entries import Attachment, Entry, StoredFile
    from ikz_award.services.jury.pack import request_pack
    from ikz_award.services.record.intention import write_session
    from ikz_award.services.record.use_case import Call
    from tests import factories
    from tests.adapters.uploads import samples

    with application(folder):
        upgrade()
        with write_session() as session:
            factories.load_register(session)
        edition = factories.make_edition(phase=Phase.JUDGING)
        applicant = factories.make_account("antrag@example.org")
        juror = factories.make_juror(edition, "ada@jury.example")
        store, picture = FileStore(folder / "uploads"), photo()
        for number in range(entries):
            entry = factories.make_entry(
                edition, created_by=applicant, status=EntryStatus.ADMITTED, title=f"Beitrag {number:02}"
            )
            files = [("vertrag.pdf", "application/pdf", samples.pdf_of_size(PDF_SIZE, seed=number))]
            if number % PHOTO_EVERY == 0:
                # A byte after the end makes another file of the same picture.
                files.append(("foto.jpg", "image/jpeg", picture + bytes([number])))
            with write_session() as session:
                # Attachments are added to drafts alone.
                session.get_one(Entry, entry.id).status = EntryStatus.DRAFT
                session.flush()
                for place, (name, media_type, data) in enumerate(files):
                    sha256 = store.put(data)
                    session.add(
                        StoredFile(
                            sha256=sha256, size=len(data), media_type=media_type, created_at=factories.NOW + timedelta(place)
                        )
                    )
                    session.flush()
                    session.add(
                        Attachment(
                            entry_id=entry.id,
                            purpose="other",
                            filename=name,
                            sha256=sha256,
                            position=place,
                            created_by=entry.created_by,
                            created_at=factories.NOW,
                        )
                    )
                session.flush()
                session.get_one(Entry, entry.id).status = EntryStatus.ADMITTED
        request_pack(Call(actor=factories.actor(juror), now=factories.NOW, key="bench"), edition_slug=edition.slug)


def photo() -> bytes:
    from PIL import Image

    target = io.BytesIO()
    Image.effect_noise(PHOTO_SIZE, 12).convert("RGB").save(target, "JPEG", quality=70)
    return target.getvalue()


def make(folder: Path) -> None:
    """Run the job; tells the size of the PDF in bytes."""
    from sqlalchemy import select

    from config import Config
    from ikz_award import create_app
    from ikz_award.domain.phases.workflow import JobStatus
    from ikz_award.domain.seal.signatures import SigningKey
    from ikz_award.extensions import db
    from ikz_award.jobs.tasks import tasks
    from ikz_award.jobs.worker import Worker
    from ikz_award.models.record.jobs import Job

    app = create_app(Config(folder))
    worker = Worker(tasks=tasks(SigningKey(bytes(32))), instance=folder, context=app.app_context, deliver=lambda: 0)
    with app.app_context():
        while worker.run_one():
            pass
    with app.app_context():
        job = db.session.scalars(select(Job)).one()
        if job.status is not JobStatus.DONE or job.result_sha256 is None:
            sys.exit(f"The pack was not made: {job.error}")
        size = (folder / "uploads" / job.result_sha256[:2] / job.result_sha256).stat().st_size
    print(size)


def peaks(entries: int) -> dict[str, int]:
    """The greatest resident sizes while a pack of so many entries is made, and the size of its PDF, in bytes."""
    found = {"own": 0, "children": 0, "together": 0}
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(_command("--prepare", folder, entries), cwd=ROOT, check=True)
        with subprocess.Popen(_command("--make", folder, entries), cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            while process.poll() is None:
                own, children = resident(process.pid), sum(resident(child) for child in descendants(process.pid))
                for name, value in (("own", own), ("children", children), ("together", own + children)):
                    found[name] = max(found[name], value)
                time.sleep(EVERY)
            said = process.stdout.read() if process.stdout else ""
    if process.returncode:
        sys.exit("The pack was not made.")
    return {**found, "size": int(said.splitlines()[-1])}


def _command(step: str, folder: str, entries: int) -> list[str]:
    return [sys.executable, __file__, step, folder, f"--entries={entries}"]


def descendants(pid: int) -> list[int]:
    try:
        children = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []
    return [one for child in children for one in (child, *descendants(child))]


def resident(pid: int) -> int:
    """In bytes, what is shared divided among those who share it; 0 for a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=ENTRIES)
    parser.add_argument("--prepare", type=Path)
    parser.add_argument("--make", type=Path)
    arguments = parser.parse_args()
    if arguments.prepare:
        return prepare(arguments.prepare, arguments.entries)
    if arguments.make:
        return make(arguments.make)
    found = {name: value / MEBIBYTE for name, value in peaks(arguments.entries).items()}
    print("| Jury pack, peak memory | binding | setting pages | together | limit |")
    print("|---|---|---|---|---|")
    name = f"{arguments.entries} entries with attachments, a PDF of {found['size']:.0f} MB"
    print(f"| {name} | {found['own']:.0f} MB | {found['children']:.0f} MB | {found['together']:.0f} MB | {LIMIT} MB |")
    sys.exit(found["together"] > LIMIT)


if __name__ == "__main__":
    main()
