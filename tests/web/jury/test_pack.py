"""The juror's pack: every entry the juror may read, attachments and score pages, bookmarks; void as soon as that changes."""

import hashlib
import io
import re
from datetime import timedelta

import pikepdf
import pypdfium2
import pytest

from ikz_award.adapters.files import FileStore
from ikz_award.domain.entries.alterations import AlterationKind, alteration
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.extensions import db
from ikz_award.jobs.tasks import tasks
from ikz_award.jobs.worker import Worker
from ikz_award.models.entries.entries import Attachment, Entry, StoredFile
from ikz_award.reports.jury_pack import as_pdf
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.adapters.uploads import samples
from tests.conftest import NOW
from tests.reports.pack import drawing_samples, layer_samples
from tests.reports.pack import samples as sheets
from tests.reports.pack.tagged import elements
from tests.web.jury.conftest import MARK, leave_marks, recuse

PAGE = "/jury/landespreis-2/mappe"


@pytest.fixture
def work(app):
    worker = Worker(
        tasks=tasks(SigningKey(bytes(32))), instance=app.config["INSTANCE"], context=app.app_context, deliver=lambda: 0
    )

    def run():
        while worker.run_one():
            pass

    return run


def attach(app, entry, *files):
    store = FileStore(app.config["INSTANCE"] / "uploads")
    with write_session() as session:
        row = session.get_one(Entry, entry.id)
        row.status = EntryStatus.DRAFT
        session.flush()
        for place, (name, media_type, data) in enumerate(files):
            sha256 = store.put(data)
            session.add(StoredFile(sha256=sha256, size=len(data), media_type=media_type, created_at=NOW + timedelta(place)))
            session.flush()
            session.add(
                Attachment(
                    entry_id=row.id,
                    purpose="other",
                    filename=name,
                    sha256=sha256,
                    position=place,
                    created_by=row.created_by,
                    created_at=NOW,
                )
            )
        session.flush()
        row.status = EntryStatus.ADMITTED


def note_alteration(entry, filename, kind):
    with write_session() as session:
        row = session.get_one(Entry, entry.id)
        row.status = EntryStatus.DRAFT
        session.flush()
        next(one for one in row.attachments if one.filename == filename).alterations = [alteration(kind).as_record()]
        session.flush()
        row.status = EntryStatus.ADMITTED


def pages_of(data):
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def test_everything_to_read_comes_as_one_document(panel, app, work):
    leave_marks(panel)
    attach(
        app,
        panel.entries[0],
        ("Vertrag.pdf", "application/pdf", samples.pdf()),
        ("Foto.png", "image/png", samples.png_of_size(40, 30)),
        ("Zahlen.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("kaputt.pdf", "application/pdf", b"%PDF-1.7 no such thing"),
        ("Lageplan.pdf", "application/pdf", layer_samples.off()),
        ("Formular.pdf", "application/pdf", sheets.filled(needs=True)()),
        ("Antrag.pdf", "application/pdf", drawing_samples.tagged()),
    )
    factories.set_phase(panel.edition, Phase.JUDGING)
    recuse(panel, panel.anna, panel.entries[1])
    anna = panel.log_in(panel.anna)
    assert "Alle 2 Beiträge" in anna.get(PAGE).text
    assert anna.submit_form(PAGE, {}, form="mappe").status_code == 303
    assert "Mappe erstellen" not in anna.get(PAGE).text
    assert anna.get(f"{PAGE}/datei").status_code == 302
    work()
    page = anna.get(PAGE).text
    assert "Ihre Mappe liegt bereit." in page
    data = anna.get(f"{PAGE}/datei").data
    text = pages_of(data)
    assert "Persönliches Exemplar" in text[0]
    whole = "\n".join(text)
    assert "Beitrag Beta" not in whole
    assert "Zahlen.xlsx" in whole
    assert sum("Bewertungsblatt: L2-" in one for one in text) == 2
    for leak in (MARK, "7,77", "Berta"):
        assert leak not in whole
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        places = {one.objgen: index for index, one in enumerate(pdf.pages)}
        top = {item.title.partition(" ")[2]: item for item in outline.root}
        assert set(top) == {"Beitrag Alpha", "Beitrag Gamma"}
        assert [child.title for child in top["Beitrag Alpha"].children] == [
            "Vertrag.pdf",
            "Foto.png",
            "Lageplan.pdf",
            "Formular.pdf",
            "Antrag.pdf",
        ]
        for title, item in top.items():
            assert title in text[places[item.destination[0].objgen]]
            assert str(places[item.destination[0].objgen] + 1) in text[0]

    check_pages(data, text)
    check_links(data)
    check_tags(data)


def check_pages(data, text):
    """A running number on each page, the file on those of attachments, reasons for what is missing, room for every answer."""
    for number, page in enumerate(text, 1):
        assert f"PDF-Seite {number} von {len(text)}" in page
    form = next(page for page in text if "Formular.pdf · Seite 1 von 1" in page)
    assert "Bürgermeisterin Größe" in form
    assert re.search(r"L2-\d+ · Formular.pdf", form)
    assert "Antrag.pdf · Seite 2 von 2" in "\n".join(text)
    contents = " ".join(text[0].split())
    assert "Zahlen.xlsx (Tabelle oder Textdokument, bitte am Bildschirm lesen)" in contents
    assert "kaputt.pdf (ließ sich nicht einfügen, bitte am Bildschirm lesen)" in contents
    start = next(number for number, page in enumerate(text) if "Bewertungsblatt: L2-" in page)
    sheet = "\n".join(text[start : start + 3])
    for asked in ("Begründung", "Bemerkung für die Beratung", "Rückmeldung an die Kommune", "Enthaltung", "Befangenheit"):
        assert asked in sheet
    with pypdfium2.PdfDocument(data) as pdf:
        shown = pdf[next(number for number, page in enumerate(text) if "Lageplan.pdf · Seite" in page)].render().to_numpy()
        assert (shown[100:390].min(axis=2) < 200).sum() < 400  # what stays, but not what is switched off


def check_links(data):
    """Every line of the contents leads to the page it names; every file named in an entry to its first page."""
    with pikepdf.open(io.BytesIO(data)) as pdf, pypdfium2.PdfDocument(data) as shown:
        places = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        found = {}
        for page, drawn in zip(pdf.pages, shown, strict=True):
            words = drawn.get_textpage()
            for link in page.obj.get("/Annots", ()):
                assert "/A" not in link
                label = words.get_text_bounded(*(float(edge) for edge in link.Rect)).strip()
                found.setdefault(label, set()).add(places[link.Dest[0].objgen])
    numbered = {label: targets for label, targets in found.items() if label.isdecimal()}
    assert len(numbered) >= 7
    assert all(targets == {int(label) - 1} for label, targets in numbered.items())
    for name in ("Vertrag.pdf", "Foto.png", "Lageplan.pdf", "Formular.pdf", "Antrag.pdf"):
        target = next(iter(found[name]))
        assert found[name] == {target}
        assert f"{name} · Seite 1 von" in pages_of(data)[target]
    assert found["kaputt.pdf"] == found["Zahlen.xlsx"] == {0}


def check_tags(data):
    """One document of sections in the order of the pages, the entry's own text before its attachments."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        whole = elements(pdf)
        assert pikepdf.Name.Document == whole[0].S
        assert {"/H1", "/H2", "/Table", "/TH", "/Link", "/Art"} <= {str(one.S) for one in whole}
        sections = [str(one.T) for one in whole if "/T" in one]
        begin = sections.index("Beitrag Alpha")
        assert sections[begin + 1 : begin + 6] == ["Vertrag.pdf", "Foto.png", "Lageplan.pdf", "Formular.pdf", "Antrag.pdf"]
        places = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        order = [places[one.Pg.objgen] for one in whole if "/Pg" in one]
        assert order == sorted(order)


def test_a_recusal_makes_the_pack_void_for_its_juror_and_it_is_nobody_elses(panel, work):
    anna, berta = panel.log_in(panel.anna), panel.log_in(panel.berta)
    anna.submit_form(PAGE, {}, form="mappe")
    work()
    assert anna.get(f"{PAGE}/datei").mimetype == "application/pdf"
    assert berta.get(f"{PAGE}/datei").status_code == 302
    recuse(panel, panel.anna, panel.entries[0])
    assert anna.get(f"{PAGE}/datei").status_code == 302
    page = anna.get(PAGE).text
    assert "hat sich geändert" in page
    assert "Mappe neu erstellen" in page


def test_what_may_no_longer_be_read_when_it_is_printed_ends_the_job(panel, work):
    anna = panel.log_in(panel.anna)
    anna.submit_form(PAGE, {}, form="mappe")
    recuse(panel, panel.anna, panel.entries[0])
    work()
    db.session.rollback()
    assert anna.get(f"{PAGE}/datei").status_code == 302
    anna.submit_form(PAGE, {}, form="mappe")
    work()
    text = "\n".join(pages_of(anna.get(f"{PAGE}/datei").data))
    assert "Beitrag Alpha" not in text
    assert "Beitrag Beta" in text


def test_a_sideways_photograph_is_set_upright(tmp_path):
    path = tmp_path / "photo"
    path.write_bytes(samples.png_of_size(400, 100))
    made = as_pdf(path, "image/png", tmp_path)
    with pikepdf.open(made) as pdf:
        _, _, width, height = (float(value) for value in pdf.pages[0].mediabox)
    assert width == pytest.approx(4 * height)
    assert as_pdf(path, "text/plain", tmp_path) is None


def test_what_an_attachment_lost_stands_in_the_pack_which_one_damaged_file_does_not_cost(panel, app, work):
    entry = panel.entries[0]
    rotten = samples.pdf(change=samples.with_script)
    attach(
        app,
        entry,
        ("Vertrag.pdf", "application/pdf", samples.pdf()),
        ("Zahlen.xlsx", "application/x-xlsx", b"PK"),
        ("Plan.pdf", "application/pdf", rotten),
    )
    name = hashlib.sha256(rotten).hexdigest()
    (app.config["INSTANCE"] / "uploads" / name[:2] / name).write_bytes(b"rotten")
    note_alteration(entry, "Vertrag.pdf", AlterationKind.SIGNATURE)
    note_alteration(entry, "Zahlen.xlsx", AlterationKind.WORKBOOKS)
    factories.set_phase(panel.edition, Phase.JUDGING)
    anna = panel.log_in(panel.anna)
    anna.submit_form(PAGE, {}, form="mappe")
    work()
    text = " ".join("\n".join(pages_of(anna.get(f"{PAGE}/datei").data)).split())
    assert "Plan.pdf (ließ sich nicht einfügen, bitte am Bildschirm lesen)" in text
    assert "Beim Hochladen verändert: die digitale Signatur ist nicht mehr gültig." in text
    assert "Beim Hochladen verändert: Verknüpfungen mit anderen Arbeitsmappen gelöst" in text
