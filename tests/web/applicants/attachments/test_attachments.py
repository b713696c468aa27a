"""Attachments in the pages: several at once, sorted with buttons, looked at; all of it without JavaScript."""

import hashlib
import io

from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, StoredFile
from ikz_award.models.record.audit import AuditEntry
from tests import factories
from tests.adapters.uploads import samples
from tests.client import form_fields
from tests.web.applicants.conftest import count, first


def pdf(seed):
    return io.BytesIO(samples.pdf_of_size(500, seed=seed))


def send(case, *files, purpose="other", **values):
    sent = {"purpose": purpose, "file": [(data, name) for name, data in files], **values}
    return case.kim.submit_form(f"{case.url}/schritt/anlagen", sent, form="anhaengen")


def listed(page):
    """The file names in the order of the page."""
    return [link.text(strip=True) for link in LexborHTMLParser(page).css(".ikz-attachment__words > a:first-child")]


def anlagen(case):
    return case.kim.get(f"{case.url}/schritt/anlagen").text


def test_several_files_come_at_once_and_each_is_judged_on_its_own(case):
    response = send(
        case, ("a.pdf", pdf(1)), ("programm.exe", io.BytesIO(b"MZ" * 99)), ("leer.pdf", io.BytesIO(b"")), ("b.pdf", pdf(2))
    )

    assert response.status_code == 422
    assert "2 Dateien sind angehängt: „a.pdf“, „b.pdf“." in response.text
    assert "„programm.exe“ hat keinen zugelassenen Dateityp" in response.text
    assert "„leer.pdf“ ist leer (0 Byte)" in response.text
    assert form_fields(response.text, "anhaengen")[1]["purpose"] == "other"
    assert listed(response.text) == ["a.pdf", "b.pdf"] == listed(anlagen(case))


def test_the_same_files_again_are_attached_once(case):
    page = anlagen(case)
    action, fields = form_fields(page, "anhaengen")
    for _ in range(2):  # clicked twice: the same form with the same key
        files = {"file": [(pdf(1), "a.pdf"), (pdf(1), "kopie.pdf"), (pdf(2), "b.pdf")], "purpose": "other"}
        sent = case.kim.post(action, data={**fields, **files}, content_type="multipart/form-data")
        assert sent.status_code == 303
    said = case.kim.get(sent.location).text

    assert "„kopie.pdf“ war schon angehängt." in said
    assert listed(said) == ["a.pdf", "b.pdf"]
    assert count(Attachment) == 2
    assert first(select(AuditEntry.id).where(AuditEntry.action == "attachment.add").offset(2)) is None


def test_what_was_removed_is_said_of_the_file_it_was_removed_from(case):
    response = send(case, ("a.pdf", pdf(1)), ("foto.jpg", io.BytesIO(samples.photo())))

    assert "„foto.jpg“: Metadaten des Bildes" in case.kim.get(response.location).text


def test_the_limit_of_an_entry_keeps_the_files_that_fit(case):
    with factories.write_session() as session:
        session.scalars(select(Edition)).one().entry_megabytes = 1
    large = [(f"{seed}.pdf", io.BytesIO(samples.pdf_of_size(240_000, seed=seed))) for seed in range(5)]
    send(case, *large[:2])
    send(case, *large[2:4])

    response = send(case, large[4], ("klein.pdf", pdf(9)))

    assert response.status_code == 422
    assert "„4.pdf“ wurde nicht angehängt: Mit dieser Datei wären die Anlagen zusammen größer als 1 MB." in response.text
    assert listed(response.text) == ["0.pdf", "1.pdf", "2.pdf", "3.pdf", "klein.pdf"]


def test_without_a_purpose_nothing_is_attached(case):
    response = send(case, ("a.pdf", pdf(1)), purpose="")

    assert response.status_code == 422
    assert "Bitte wählen Sie, wofür die Datei gedacht ist." in response.text
    assert count(Attachment) == 0


def test_a_script_sends_one_file_and_is_told_what_became_of_it(case):
    _, fields = form_fields(anlagen(case), "anhaengen")

    def post(data, name, key=None):
        sent = {**fields, "purpose": "other", "file": (data, name)} | ({"idempotency_key": key} if key else {})
        return case.kim.post(f"{case.url}/anlagen/einzeln", data=sent, content_type="multipart/form-data")

    done = post(pdf(1), "a.pdf")
    assert (done.status_code, done.json["message"]) == (200, "„a.pdf“ ist angehängt.")
    # The answer was lost: the same key with the same file is answered alike; with another file it is another intention.
    assert post(pdf(1), "a.pdf").json["message"] == "„a.pdf“ ist angehängt."
    assert post(pdf(2), "b.pdf").status_code == 200
    again = post(pdf(1), "a.pdf", key=done.json["key"])
    assert (again.status_code, again.json["message"]) == (200, "„a.pdf“ war schon angehängt.")
    refused = post(io.BytesIO(b"MZ" * 99), "c.pdf")
    assert (refused.status_code, "kein PDF" in refused.json["message"]) == (422, True)
    assert count(Attachment) == 2
    # Somebody else, with a token of one's own and all that a file needs.
    _, own = form_fields(case.robin.get("/bewerbung/").text, "abmelden")
    sent = {**fields, **own, "purpose": "other", "file": (pdf(3), "d.pdf")}
    assert case.robin.post(f"{case.url}/anlagen/einzeln", data=sent, content_type="multipart/form-data").status_code == 404
    assert count(Attachment) == 2


def test_the_script_is_told_when_the_entry_is_closed(case):
    _, fields = form_fields(anlagen(case), "anhaengen")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    assert case.value("status") is EntryStatus.SUBMITTED

    sent = {**fields, "purpose": "other", "file": (pdf(1), "a.pdf")}
    answer = case.kim.post(f"{case.url}/anlagen/einzeln", data=sent, content_type="multipart/form-data")
    assert (answer.status_code, bool(answer.json["message"])) == (403, True)


def press(case, direction, filename):
    """Press a button of the row; the page it leads to and the id at its end."""
    public_id = first(select(Attachment.public_id).where(Attachment.filename == filename))
    form, button = f"{public_id}/verschieben", f"direction={direction}"
    response = case.kim.submit_form(f"{case.url}/schritt/anlagen", {}, form=form, button=button)
    assert response.status_code == 303
    page, _, anchor = response.location.partition("#")
    text = case.kim.get(page).text
    if listed(text):
        assert f'id="{anchor}"' in text
    return listed(text), anchor.partition("-")[0]


def test_attachments_are_sorted_with_buttons_and_the_focus_stays_in_the_row(case):
    send(case, ("a.pdf", pdf(1)), ("b.pdf", pdf(2)), ("c.pdf", pdf(3)))

    assert press(case, "up", "c.pdf") == (["a.pdf", "c.pdf", "b.pdf"], "hoch")
    # At the end of the way there is no such button any more: the other one of the row has the focus.
    assert press(case, "up", "c.pdf") == (["c.pdf", "a.pdf", "b.pdf"], "runter")
    assert press(case, "down", "c.pdf") == (["a.pdf", "c.pdf", "b.pdf"], "runter")
    assert press(case, "down", "c.pdf") == (["a.pdf", "b.pdf", "c.pdf"], "hoch")
    moved = first(select(AuditEntry).where(AuditEntry.action == "attachment.move"))
    assert (moved.old["place"], moved.new["place"]) == (3, 2)


def test_the_order_is_that_of_the_receipt_and_the_reading_page(case):
    send(case, ("a.pdf", pdf(1)), ("b.pdf", pdf(2)))
    press(case, "up", "b.pdf")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")

    for page in ("ansicht", "eingangsbestaetigung"):
        text = case.kim.get(f"{case.url}/{page}").text
        assert 0 < text.index("b.pdf") < text.index("a.pdf")


def test_a_handed_in_entry_keeps_its_order(case):
    send(case, ("a.pdf", pdf(1)), ("b.pdf", pdf(2)))
    _, fields = form_fields(anlagen(case), "verschieben")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    public_id = first(select(Attachment.public_id).where(Attachment.filename == "b.pdf"))

    refused = case.kim.post(f"{case.url}/anlagen/{public_id}/verschieben", data={**fields, "direction": "up"})

    assert refused.status_code == 303  # nothing was typed: it is said above the list
    assert first(select(Attachment.position).where(Attachment.filename == "b.pdf")) == 2


def test_pictures_and_pdfs_have_a_small_picture_and_open_in_the_browser(case):
    send(case, ("foto.jpg", io.BytesIO(samples.photo())), ("a.pdf", pdf(1)))
    page = LexborHTMLParser(anlagen(case))

    picture, first_page = page.css(".ikz-attachment img")
    assert case.kim.get(first_page.attributes["src"]).data[:2] == b"\xff\xd8"
    assert case.robin.get(first_page.attributes["src"]).status_code == 404
    small = case.kim.get(picture.attributes["src"])
    assert (small.mimetype, small.data[:2]) == ("image/jpeg", b"\xff\xd8")
    assert small.headers["Content-Security-Policy"].startswith("sandbox")
    views = [case.kim.get(link.attributes["href"]) for link in page.css("a.ikz-attachment__view")]
    assert [view.mimetype for view in views] == ["image/jpeg", "application/pdf"]
    for view in views:
        assert view.headers["Content-Disposition"].startswith("inline")
        assert view.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in view.headers["Content-Security-Policy"]
    assert case.robin.get(picture.attributes["src"]).status_code == 404
    # The small picture is a file of the store like any other.
    stored = select(StoredFile.size).where(StoredFile.sha256 == hashlib.sha256(small.data).hexdigest())
    assert first(stored) == len(small.data)


def test_a_spreadsheet_is_never_shown_inline(case):
    send(case, ("zahlen.xlsx", io.BytesIO(samples.xlsx())))
    public_id = first(select(Attachment.public_id))

    assert "ansicht" not in "".join(link.html or "" for link in LexborHTMLParser(anlagen(case)).css(".ikz-attachment a"))
    view = case.kim.get(f"{case.url}/anlagen/{public_id}/ansicht")
    assert view.headers["Content-Disposition"].startswith("attachment")
    assert case.kim.get(f"{case.url}/anlagen/{public_id}/vorschau").status_code == 404
