"""What a municipality takes away from a submission: the receipt as PDF, everything as an archive, the fact sheet."""

import hashlib
import io
import json
import zipfile
from datetime import date

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.jobs.tasks import tasks
from ikz_award.jobs.worker import Worker
from ikz_award.models.entries.entries import Submission
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.models.people.accounts import IntentionKey
from ikz_award.models.people.register import RegisterBody
from ikz_award.models.record.jobs import Job
from ikz_award.queries.record.documents import GUIDE
from tests import factories
from tests.adapters.uploads import samples
from tests.adapters.uploads.office.files import docx, paragraph
from tests.client import form_fields
from tests.reports import verapdf
from tests.web.applicants.conftest import count, first

CONSENTS = {"q_consent_rules": "yes", "q_consent_privacy": "yes", "q_consent_partners": "yes"}
LETTER = docx(
    paragraph("Brief"),
    settings='<w:attachedTemplate r:id="rId1"/>',
    settings_links=[("rId1", "attachedTemplate", "file:///P:/Kopfbogen.dotx", "External")],
)
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} مرحبا"


@pytest.fixture
def work(app):
    """Run the jobs that wait, as the worker does."""
    worker = Worker(
        tasks=tasks(SigningKey(bytes(32))), instance=app.config["INSTANCE"], context=app.app_context, deliver=lambda: 0
    )

    def run() -> None:
        while worker.run_one():
            pass

    return run


@pytest.fixture
def submitted(case):
    """Handed in with two files of one name, one that somebody chose to attach altered, and a hostile text."""
    for data in (samples.pdf(), samples.png_of_size(20, 20)):
        upload = {"purpose": "other", "file": (io.BytesIO(data), "Anlage.pdf" if data[:4] == b"%PDF" else "Anlage.png")}
        assert case.kim.submit_form(f"{case.url}/schritt/anlagen", upload, form="anhaengen").status_code == 303
    upload = {"purpose": "other", "file": (io.BytesIO(LETTER), "Brief.docx")}
    case.kim.submit_form(f"{case.url}/schritt/anlagen", upload, form="anhaengen")
    case.kim.submit_form(
        f"{case.url}/schritt/anlagen", {}, form="wartend", button=f"keep={first(select(HeldUpload.public_id))}"
    )
    case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_summary": HOSTILE}, form="projekt")
    page = case.kim.submit_form(f"{case.url}/schritt/pruefen", CONSENTS, form="einreichen")
    assert page.status_code == 303, page.text
    return case


def test_who_has_the_guide_printed_leaves_no_trace(case, anonymous):
    page = "/wettbewerb/landespreis-2/vor-der-bewerbung"
    keys = count(IntentionKey)
    asking = [(visitor, form_fields(visitor.get(page).text, "erstellen")) for visitor in (case.kim, anonymous)]
    for visitor, (action, fields) in asking:
        assert visitor.post(action, data=fields).status_code in (302, 303)
    assert count(IntentionKey) == keys, "nobody fills a table by clicking"
    assert first(select(Job.created_by).where(Job.kind == GUIDE)) is None


def test_receipt_and_guide_are_printed_once_and_conform(submitted, work, anonymous, tmp_path):
    page = f"{submitted.url}/eingangsbestaetigung"
    assert "wird als PDF erstellt" in submitted.kim.get(page).text
    assert submitted.kim.get(f"{page}/1/pdf").status_code == 302
    guide = "/wettbewerb/landespreis-2/vor-der-bewerbung.pdf"
    jobs = count(Job)
    waiting = anonymous.get(guide).location
    assert count(Job) == jobs, "looking prints nothing"
    action, fields = form_fields(anonymous.get(waiting).text, "erstellen")
    for _click in range(2):
        assert anonymous.post(action, data=fields).location == waiting
    assert count(Job) == jobs + 1
    work()
    assert "liegt als PDF bereit" in submitted.kim.get(page).text
    receipt, questions = tmp_path / "receipt.pdf", tmp_path / "guide.pdf"
    receipt.write_bytes(submitted.kim.get(f"{page}/1/pdf").data)
    questions.write_bytes(anonymous.get(guide).data)
    assert set(map(tuple, verapdf.failures(receipt, questions).values())) == {()}

    submission = first(select(Submission))
    with pikepdf.open(receipt) as pdf:
        assert pdf.attachments["eingereichter-stand.json"].get_file().read_bytes() == submission.snapshot.encode()
    text = _text(receipt)
    for words in (
        "Eingangsbestätigung L2-001",
        "4. März 2026, 10:30:00 Uhr",
        "Anlage.pdf",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "Beim Hochladen verändert: der Verweis auf die Dokumentvorlage entfernt: „Kopfbogen.dotx“.",
        f"wie gesendet: {hashlib.sha256(LETTER).hexdigest()[:8]}",
        "Zwei Prüfsummen stehen dort",
    ):
        assert words in text, words
    assert submission.sha256[:8] in text
    for words in ("Einsendeschluss", "Formular: Projekt", "Titel des Beitrags", "höchstens 120 Zeichen", "40 %"):
        assert words in _text(questions), words


def _text(path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_everything_comes_as_one_archive(submitted):
    answer = submitted.kim.get(f"{submitted.url}/alles.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as pack:
        assert pack.testzip() is None
        names = pack.namelist()
        files = ("01-Anlage.pdf", "02-Anlage.png", "03-Brief.docx")
        assert names == ["L2-001/beitrag.json", *(f"L2-001/anlagen/{name}" for name in files)]
        assert json.loads(pack.read(names[0]))["number"] == "L2-001"
    assert submitted.kim.get(f"{submitted.url}/alles.zip").data == answer.data


def test_nothing_is_taken_away_by_another_municipality_or_before_submission(submitted):
    for path in ("eingangsbestaetigung", "eingangsbestaetigung/1/pdf", "alles.zip", "steckbrief", "steckbrief.json"):
        assert submitted.robin.get(f"{submitted.url}/{path}").status_code == 404, path
    assert submitted.kim.get(f"{submitted.url}/eingangsbestaetigung/2").status_code == 404


def test_the_fact_sheet_has_the_order_of_the_project_database(submitted):
    facts = submitted.kim.get(f"{submitted.url}/steckbrief.json").json
    assert [one["key"] for one in facts] == [
        "title", "keywords", "responsible", "participants", "profile", "occasion", "goal", "implementation", "financing",
        "legal_form", "contract_date",
    ]  # fmt: skip
    values = {one["key"]: one["value"] for one in facts}
    assert values["responsible"] == "Stadt Bocholt"
    assert values["participants"] == "Stadt Borken"
    # What the register does not know (it ships without inhabitants and area) is left out until the official file is imported.
    assert values["profile"] == "Regierungsbezirk Münster"
    with factories.write_session() as session:
        body = session.get_one(RegisterBody, factories.BOCHOLT)
        body.population, body.area_hectares, body.as_of = 71_036, 11_942, date(2024, 12, 31)
    facts = submitted.kim.get(f"{submitted.url}/steckbrief.json").json
    profile = next(one["value"] for one in facts if one["key"] == "profile")
    assert profile == "Regierungsbezirk Münster, 71.036 Einwohnerinnen und Einwohner (31.12.2024), 119,4 km²"
    page = submitted.kim.get(f"{submitted.url}/steckbrief").text
    assert page.index("Kurzprofil") < page.index("Finanzierung")
