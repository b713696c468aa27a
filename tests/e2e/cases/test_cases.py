"""Files as town halls send them, through a real browser: upload, choice, preview, receipt, organiser, jury's pack."""

import io
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from flask_security import hash_password
from PIL import Image
from playwright.sync_api import Browser
from sqlalchemy import select

from config import Config
from ikz_award import create_app
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.people.accounts import Account, Membership, MembershipStatus
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PASSWORD
from tests.e2e.cases.table import CASES, MADE, TABLE, TELLING, Becomes, Sent, described, made, real
from tests.e2e.cases.walk import APPLICANT, JUROR, ORGANISER, CaseWalk, Handed, of_all
from tests.e2e.driver.server import Served, served
from tests.e2e.driver.walk import Ways
from tests.reports.pack.engines import apart, by_pdfium, by_poppler, poppler_text, texts

pytestmark = pytest.mark.browser
# How far, of 255, the tones of a picture may be from those of the scan: it is set on paper as JPEG.
TONES = 4
Stage = Callable[[Sequence[Sequence[Sent]]], tuple[Served, list[Handed]]]


@pytest.fixture
def stage(template_database: Path, tmp_path: Path) -> Iterator[Stage]:
    """A running server with an edition that is open today, and a complete entry for each group of files."""
    shutil.copyfile(template_database, tmp_path / "award.db")
    app = create_app(Config(tmp_path))
    with ExitStack() as running:

        def begin(groups: Sequence[Sequence[Sent]]) -> tuple[Served, list[Handed]]:
            with app.app_context():
                entries = _people_and_entries(groups)
                db.session.remove()
                db.engine.dispose()
            return running.enter_context(served(tmp_path)), entries

        yield begin


def _people_and_entries(groups: Sequence[Sequence[Sent]]) -> list[Handed]:
    edition = factories.make_edition()
    kim = factories.make_account(APPLICANT, name="Kim Beispiel", lead_key=factories.BOCHOLT)
    factories.make_account(ORGANISER, is_admin=True)
    factories.make_juror(edition, JUROR, has_accepted=False)
    titles = [f"Beitrag {number}" for number in range(1, len(groups) + 1)]
    # A municipality hands in one entry; Kim works for two.
    made_entries = [
        factories.make_entry(edition, created_by=kim, title=title, lead_key=lead, contact_phone="02871 953-0")
        for title, lead in zip(titles, (factories.BOCHOLT, factories.AHAUS), strict=False)
    ]
    now = datetime.now(UTC)
    with write_session() as session:
        second = Membership(account_id=kim.id, body_key=factories.AHAUS, status=MembershipStatus.ACTIVE, created_at=now)
        session.add(second)
        row = session.get_one(Edition, edition.id)
        row.opens_at, row.deadline_at, row.scoring_closes_at = now - timedelta(10), now + timedelta(10), None
        for account in session.scalars(select(Account)):
            account.password = hash_password(PASSWORD)
    addresses = [f"/bewerbung/{factories.value_of(Entry, entry, 'public_id')}" for entry in made_entries]
    return [
        Handed(address=address, title=title, files=files)
        for address, title, files in zip(addresses, titles, groups, strict=True)
    ]


def walk(stage: Stage, browser: Browser, folder: Path, groups: Sequence[Sequence[Sent]]) -> None:
    application, entries = stage(groups)
    pack = CaseWalk(application, browser, Ways(), folder).walk_through(entries)
    check_kept(entries)
    check_pack(pack, entries, folder)
    assert "Every invariant holds" in application.award("check")


def check_kept(entries: Sequence[Handed]) -> None:
    """Byte for byte or not, as the table says; no larger; and every small picture shows what the file shows."""
    for entry, one in of_all(entries).values():
        kept = entry.kept[one.name]
        assert (kept == one.data) == (one.expected.becomes is Becomes.AS_SENT), one.name
        assert len(kept) <= max(1.2 * len(one.data), len(one.data) + 2_000), one.name
        if one.name in entry.small:
            small = Image.open(io.BytesIO(entry.small[one.name]))
            assert tones_apart(shown(one), small) < TONES, one.name


def shown(one: Sent) -> Image.Image:
    """The file, or its first page, as it was sent: what everybody afterwards has to see."""
    if one.name.endswith(".png"):
        return grey(one.data)
    import pypdfium2

    with pypdfium2.PdfDocument(one.data) as document:
        document.init_forms()
        return document[0].render(scale=1).to_pil().convert("L")


def grey(data: bytes) -> Image.Image:
    """16 bits as 8, by arithmetic alone."""
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.mode.startswith("I")
        return Image.fromarray((np.asarray(picture).astype(np.uint32) // 256).astype(np.uint8))


def tones_apart(first: Image.Image, second: Image.Image) -> float:
    """The mean difference of two pictures of one thing in different sizes."""
    size = (120, 120 * first.height // first.width)
    assert abs(first.width / first.height - second.width / second.height) < 0.02
    one, two = (np.asarray(each.convert("L").resize(size, Image.Resampling.BOX), float) for each in (first, second))
    return float(np.abs(one - two).mean())


def check_pack(pack: Path, entries: Sequence[Handed], folder: Path) -> None:
    """Page by page with pdfium and with poppler; and every file the pack has no pages for is named in it."""
    places = pages_of(pack)
    by_first, by_second = by_pdfium(pack, fills_forms=False), by_poppler(pack, folder / "pack-pages")
    text, other_text = texts(pack), poppler_text(pack).split("\f")
    contents = " ".join(text[0].split())
    assert set(places) == {name for name, (_entry, one) in of_all(entries).items() if one.is_in_pack}
    for name, (entry, one) in of_all(entries).items():
        if not one.is_in_pack:
            assert f"{name} (Tabelle oder Textdokument, bitte am Bildschirm lesen)" in contents
            continue
        page = places[name]
        assert f"{name} · Seite 1 von" in text[page]
        assert entry.number in text[page]
        for words in one.expected.reads:
            assert words in text[page], (name, "pdfium")
            assert words in other_text[page], (name, "poppler")
        assert not one.expected.hides or one.expected.hides not in other_text[page]
        if name.endswith(".png"):
            check_picture(one, by_first[page], by_second[page])
        else:
            check_pages(one, by_first[page:], by_second[page:], folder)
    for _entry, one in of_all(entries).values():
        if one.expected.becomes is Becomes.ALTERED:
            assert f"Beim Hochladen verändert: {one.expected.says}" in " ".join("\n".join(text).split())


def pages_of(pack: Path) -> dict[str, int]:
    """Name → page, from 0: the bookmarks below the entries."""
    with pikepdf.open(pack) as pdf, pdf.open_outline() as outline:
        index = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return {child.title: index[child.destination[0].objgen] for item in outline.root for child in item.children}


def check_pages(one: Sent, by_first: Sequence[np.ndarray], by_second: Sequence[np.ndarray], folder: Path) -> None:
    source = folder / "sent" / one.name
    for number, wanted in enumerate(by_pdfium(source, fills_forms=True)):
        assert not one.expected.looks or apart(wanted, by_first[number]) == 0, (one.name, "pdfium")
    for number, wanted in enumerate(by_poppler(source, folder / one.name)):
        assert not one.expected.looks or apart(wanted, by_second[number]) == 0, (one.name, "poppler")


def check_picture(one: Sent, *pages: np.ndarray) -> None:
    """The scan lies at the upper left of its page; below it there is the line that names it."""
    wanted = grey(one.data)
    for page in pages:
        width = page.shape[1]
        picture = Image.fromarray(np.ascontiguousarray(page[: width * wanted.height // wanted.width]))
        assert tones_apart(wanted, picture) < TONES, one.name


def test_five_telling_files_arrive_as_the_table_says(stage: Stage, browser: Browser, tmp_path: Path) -> None:
    walk(stage, browser, tmp_path, [made(TELLING)])


@pytest.mark.long
@pytest.mark.parametrize("kind", ["cases", "made"])
def test_every_kind_of_file_arrives_as_the_table_says(kind: str, stage: Stage, browser: Browser, tmp_path: Path) -> None:
    if kind == "cases" and not CASES.is_dir():
        pytest.skip(
            f"The cases are not there: they lie in {CASES}, outside the repository (IKZ_AWARD_CASES names another place)."
        )
    files = real() if kind == "cases" else made(MADE)
    # PDFs in one entry, office files and pictures in another, as two town halls would send them.
    walk(stage, browser, tmp_path, [[one for one in files if one.name.endswith(".pdf") is is_pdf] for is_pdf in (True, False)])


@pytest.mark.long
def test_the_table_names_every_case_and_what_it_says_of_them() -> None:
    if not CASES.is_dir():
        pytest.skip(f"The cases are not there: they lie in {CASES}, outside the repository.")
    lying_there = {path.name for path in CASES.iterdir()} - {"README.md"}
    assert lying_there == set(TABLE) == set(described())
    for name, must in described().items():
        assert must.startswith("refused") is (TABLE[name].becomes is Becomes.REFUSED), name
