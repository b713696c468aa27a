"""What would be altered is told before it is kept, and the person chooses: without JavaScript, for several, in another tab."""

import hashlib
import io
from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.entries.entries import Attachment, Entry, Submission
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.entries.held_uploads import HELD_FOR
from ikz_award.services.entries.attachments.held_uploads import drop_expired
from tests import factories
from tests.adapters.uploads import samples
from tests.adapters.uploads.office.files import docx, paragraph
from tests.client import form_fields
from tests.factories import NOW
from tests.web.applicants.conftest import count, first


def templated(text):
    rows = [("rId1", "attachedTemplate", "file:///P:/Kopf_Bocholt.dotx", "External")]
    return docx(paragraph(text), settings='<w:attachedTemplate r:id="rId1"/>', settings_links=rows)


TEMPLATE = templated("Vertrag")


def send(case, *files):
    sent = {"purpose": "other", "file": [(io.BytesIO(data), name) for name, data in files]}
    return case.kim.submit_form(f"{case.url}/schritt/anlagen", sent, form="anhaengen")


def anlagen(case):
    return case.kim.get(f"{case.url}/schritt/anlagen").text


def choose(case, button, browser=None):
    return (browser or case.kim).submit_form(f"{case.url}/schritt/anlagen", {}, form="wartend", button=button)


def held_id(filename):
    return first(select(HeldUpload.public_id).where(HeldUpload.filename == filename))


def panel(page):
    return LexborHTMLParser(page).css_first(".ikz-held")


def test_what_would_be_altered_is_told_and_not_attached_yet(case):
    response = send(case, ("vertrag.docx", TEMPLATE), ("gut.pdf", samples.pdf()))

    assert (response.status_code, response.location.endswith("#entscheiden")) == (303, True)
    page = case.kim.get(response.location).text
    assert (count(Attachment), count(HeldUpload)) == (1, 1)
    assert "„vertrag.docx“ ist noch nicht angehängt" in page
    said = panel(page).text()
    assert "Eine Datei wartet auf Ihre Entscheidung" in said
    assert "der Verweis auf die Dokumentvorlage entfernt: „Kopf_Bocholt.dotx“" in said
    assert "liegt bereit bis" in said
    # A tab that was closed: it is there for whoever may write, and on the last page before handing in.
    assert panel(anlagen(case)).text() == said
    review = case.kim.get(f"{case.url}/schritt/pruefen").text
    assert "Eine Datei ist noch nicht angehängt" in review
    assert "schritt/anlagen#entscheiden" in review
    # As it would be attached.
    link = panel(page).css_first("li a").attributes["href"]
    looked_at = case.kim.get(link)
    assert (looked_at.status_code, b"Kopf_Bocholt" in looked_at.data) == (200, False)
    assert case.robin.get(link).status_code == 404


def test_it_is_attached_so_and_stays_marked_everywhere(case, log_in):
    send(case, ("vertrag.docx", TEMPLATE))
    response = choose(case, f"keep={held_id('vertrag.docx')}")

    page = case.kim.get(response.location).text
    assert "„vertrag.docx“ ist angehängt." in page
    assert panel(page) is None
    row = first(select(Attachment))
    assert (row.sent_sha256, row.sha256 == row.sent_sha256) == (hashlib.sha256(TEMPLATE).hexdigest(), False)
    assert count(HeldUpload) == 0
    told = "der Verweis auf die Dokumentvorlage entfernt: „Kopf_Bocholt.dotx“"
    assert told in page

    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    assert case.value("status") is EntryStatus.SUBMITTED
    receipt = case.kim.get(f"{case.url}/eingangsbestaetigung").text
    for part in (told, row.sha256, row.sent_sha256, "wie gesendet", "wie angehängt"):
        assert part in receipt
    assert told in case.kim.get(f"{case.url}/ansicht").text
    organiser = log_in(factories.make_account("admin@nrw.example", is_admin=True))
    page = f"/verwaltung/runden/landespreis-2/beitraege/{case.url.rpartition('/')[2]}"
    for status in (EntryStatus.SUBMITTED, EntryStatus.RETURNED):  # from the tables, and from what was frozen
        with factories.write_session() as session:
            session.get_one(Entry, case.entry.id).status = status
        assert told in organiser.get(page).text
    kept = first(select(AuditEntry).where(AuditEntry.action == "attachment.keep"))
    assert (kept.new["sent_sha256"], kept.new["alterations"]) == (row.sent_sha256, [told])


def test_it_is_thrown_away(case):
    send(case, ("vertrag.docx", TEMPLATE))
    response = choose(case, f"discard={held_id('vertrag.docx')}")

    assert "„vertrag.docx“ ist verworfen." in case.kim.get(response.location).text
    assert (count(Attachment), count(HeldUpload)) == (0, 0)
    assert first(select(AuditEntry).where(AuditEntry.action == "attachment.discard")) is not None


@pytest.mark.parametrize(("choice", "kept"), [("keep", 2), ("discard", 0)])
def test_several_are_decided_at_once(case, choice, kept):
    send(case, ("a.docx", templated("Eins")), ("b.docx", templated("Zwei")))
    assert "2 Dateien warten auf Ihre Entscheidung" in panel(anlagen(case)).text()
    page = case.kim.get(choose(case, f"all={choice}").location).text

    assert "2 Dateien sind" in page
    assert (count(Attachment), count(HeldUpload)) == (kept, 0)


def test_what_came_after_the_page_was_made_is_not_decided_with_it(case):
    send(case, ("a.docx", templated("Eins")), ("b.docx", templated("Zwei")))
    action, fields = form_fields(anlagen(case), "wartend")
    send(case, ("c.docx", templated("Drei")))
    for _ in range(2):  # clicked twice
        assert case.kim.post(action, data={**fields.to_dict(flat=False), "all": "keep"}).status_code == 303

    assert (count(Attachment), count(HeldUpload)) == (2, 1)
    assert held_id("c.docx")
    assert first(select(AuditEntry.id).where(AuditEntry.action == "attachment.keep").offset(2)) is None


@pytest.mark.parametrize(("chosen", "late"), [("keep", "discard"), ("discard", "keep")])
def test_who_comes_second_in_another_tab_is_told(case, chosen, late):
    send(case, ("a.docx", templated("Eins")))
    action, fields = form_fields(anlagen(case), "wartend")
    choose(case, f"{chosen}={held_id('a.docx')}")
    response = case.kim.post(action, data={**fields.to_dict(flat=False), late: fields["held"]})

    assert "Über diese Datei war schon entschieden; Ihre Auswahl hat nichts geändert." in case.kim.get(response.location).text
    assert count(Attachment) == (chosen == "keep")


def test_the_same_file_again_waits_once_and_is_attached_once(case):
    for _ in range(2):
        send(case, ("a.docx", templated("Satzung")))
    assert count(HeldUpload) == 1
    choose(case, f"keep={held_id('a.docx')}")
    page = case.kim.get(send(case, ("a.docx", templated("Satzung"))).location).text
    assert "„a.docx“ war schon angehängt." in page
    assert (count(Attachment), count(HeldUpload)) == (1, 0)


def test_what_does_not_fit_any_more_stays_and_is_named(case):
    from ikz_award.models.editions.editions import Edition

    send(case, ("a.docx", templated("Satzung")))
    with factories.write_session() as session:
        session.scalars(select(Edition)).one().entry_megabytes = 0
    page = case.kim.get(choose(case, f"keep={held_id('a.docx')}").location).text

    assert "„a.docx“ wurde nicht angehängt" in page
    assert (count(Attachment), count(HeldUpload)) == (0, 1)


def test_nobody_else_decides(case):
    send(case, ("a.docx", templated("Satzung")))
    action, fields = form_fields(anlagen(case), "wartend")
    _, own = form_fields(case.robin.get("/bewerbung/").text, "abmelden")
    data = {**fields.to_dict(flat=False), **own.to_dict(), "all": "keep"}
    assert case.robin.post(action, data=data).status_code == 404
    assert (count(Attachment), count(HeldUpload)) == (0, 1)


def test_a_closed_entry_takes_nothing_and_keeps_what_waits_for_later(case):
    send(case, ("a.docx", templated("Satzung")))
    action, fields = form_fields(anlagen(case), "wartend")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    assert case.kim.post(action, data={**fields.to_dict(flat=False), "all": "keep"}).status_code == 303
    assert (count(Attachment), count(HeldUpload)) == (0, 1)


def test_the_script_is_told_that_a_file_waits(case):
    _, fields = form_fields(anlagen(case), "anhaengen")
    sent = {**fields, "purpose": "other", "file": (io.BytesIO(templated("Satzung")), "a.docx")}
    answer = case.kim.post(f"{case.url}/anlagen/einzeln", data=sent, content_type="multipart/form-data")

    assert (answer.status_code, answer.json["held"]) == (200, True)
    assert "noch nicht angehängt" in answer.json["message"]
    assert count(HeldUpload) == 1


def test_files_nobody_chose_go_in_time(case):
    send(case, ("a.docx", templated("Satzung")))

    assert drop_expired(now=NOW + HELD_FOR - timedelta(minutes=1)) == 0
    assert drop_expired(now=NOW + HELD_FOR + timedelta(minutes=1)) == 1
    assert drop_expired(now=NOW + HELD_FOR + timedelta(minutes=2)) == 0
    assert count(HeldUpload) == 0
    assert panel(anlagen(case)) is None


def test_a_draft_is_discarded_with_what_waits(case):
    send(case, ("a.docx", templated("Satzung")))
    assert case.kim.submit_form(f"{case.url}/verwerfen", {}, form="verwerfen").status_code == 303
    assert count(HeldUpload) == 0


def test_an_earlier_version_comes_back_with_what_was_altered(case):
    send(case, ("vertrag.docx", TEMPLATE))
    choose(case, f"keep={held_id('vertrag.docx')}")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    before = first(select(Attachment))
    facts = before.sent_sha256, before.alterations
    assert '"alterations":[{"kind":"template"' in first(select(Submission.snapshot))
    case.kim.submit_form(f"{case.url}/", {}, form="aendern")
    public_id = first(select(Attachment.public_id))
    case.kim.submit_form(f"{case.url}/schritt/anlagen", {}, form=f"{public_id}/entfernen")
    assert count(Attachment) == 0
    case.kim.submit_form(f"{case.url}/aenderungen-verwerfen", {}, form="aenderungen-verwerfen")

    after = first(select(Attachment))
    assert (after.sent_sha256, after.alterations) == facts


def test_a_photo_is_attached_at_once_and_its_receipt_has_both_hashes(case):
    send(case, ("foto.jpg", samples.photo()))
    assert (count(Attachment), count(HeldUpload)) == (1, 0)
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    receipt = case.kim.get(f"{case.url}/eingangsbestaetigung").text
    assert hashlib.sha256(samples.photo()).hexdigest() in receipt
    assert "Beim Hochladen verändert" not in receipt
    assert "nur neu gespeichert" in receipt
