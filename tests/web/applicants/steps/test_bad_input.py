"""Whatever goes wrong: a clear German message, and what was typed is still there."""

import io
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Question
from ikz_award.models.entries.entries import Answer, Attachment, Entry, Partner, Submission
from tests import factories
from tests.adapters.uploads import samples
from tests.client import form_fields
from tests.factories import NOW
from tests.web.applicants.conftest import count, first

HOSTILE = "<script>alert(1)</script>\"'&{{ 7*7 }}</textarea>"


def answer(entry, key):
    query = select(Answer.value).join(Question, Question.id == Answer.question_id)
    return first(query.where(Question.key == key, Answer.entry_id == entry.id))


def test_an_over_long_text_is_kept_whole_and_named(case):
    response = case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_summary": "ä" * 1003}, button="then=next")

    assert "/schritt/projekt" in response.location  # not onward: this cannot stay so
    page = case.kim.get(response.location).text
    assert "um 3 Zeichen zu lang (1003 statt höchstens 1000)" in page
    assert "ä" * 1003 in page
    assert answer(case.entry, "summary") == "ä" * 1003
    review = case.kim.get(f"{case.url}/schritt/pruefen").text
    assert "1003 statt höchstens 1000 Zeichen" in review
    response = case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    assert response.status_code == 422
    assert case.value("status") is EntryStatus.DRAFT


def test_wrong_answers_are_kept_as_typed_and_named(case):
    wrong = {"q_contact_email": "kim(at)bocholt", "q_contact_phone": "Zentrale", "q_department": HOSTILE}
    case.kim.submit_form(f"{case.url}/schritt/kontakt", wrong, button="then=next")

    page = case.kim.get(f"{case.url}/schritt/kontakt").text

    assert "gültige E-Mail-Adresse" in page
    assert "Telefonnummer mit Vorwahl" in page
    assert 'value="kim(at)bocholt"' in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_hostile_text_stays_text_on_every_page(case):
    case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_title": HOSTILE, "q_goal": HOSTILE}, button="then=stay")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")

    assert case.value("status") is EntryStatus.SUBMITTED
    for page in ("/bewerbung/", "/bewerbung/neu", f"{case.url}/", f"{case.url}/ansicht", f"{case.url}/eingangsbestaetigung"):
        text = case.kim.get(page).text  # the client checks that the page is valid
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text
        assert "49" not in text.replace(HOSTILE, "").split("<h1")[1][:200]


def test_a_missing_declaration_is_named_and_the_others_stay_ticked(case):
    response = case.kim.submit_form(f"{case.url}/schritt/pruefen", {"q_consent_partners": None}, form="einreichen")

    assert response.status_code == 422
    _action, fields = form_fields(response.text, "einreichen")
    assert "q_consent_rules" in fields
    assert "q_consent_partners" not in fields
    assert "Alle Kooperationspartner sind oder werden über die Teilnahme informiert" in response.text


def test_a_stale_tab_shows_both_texts_and_saves_on_purpose(case):
    page = f"{case.url}/schritt/projekt"
    action, old_tab = form_fields(case.kim.get(page).text, "schritt/projekt")
    case.kim.submit_form(page, {"q_title": "Aus dem ersten Fenster", "q_keywords": "erstes"}, button="then=stay")
    old_tab["q_title"] = "Aus dem zweiten Fenster"
    old_tab["q_goal"] = "Ein neues Ziel"

    response = case.kim.post(action, data=old_tab, content_type="multipart/form-data")

    assert response.status_code == 409
    for text in ("Aus dem ersten Fenster", "Aus dem zweiten Fenster", "Ein neues Ziel", "Kim Beispiel"):
        assert text in response.text
    assert case.value("title") == "Aus dem ersten Fenster"

    action, both = form_fields(response.text, "schritt/projekt")
    both["q_title"] = "Aus beiden Fenstern"
    both["take_keywords"] = "theirs"
    assert case.kim.post(action, data=both, content_type="multipart/form-data").status_code == 303
    assert case.value("title") == "Aus beiden Fenstern"
    assert answer(case.entry, "keywords") == "erstes"
    assert answer(case.entry, "goal") == "Ein neues Ziel"
    assert answer(case.entry, "category") == "pflichtaufgaben"


def test_what_is_saved_after_handing_in_is_refused_but_shown_for_copying(case):
    action, old_tab = form_fields(case.kim.get(f"{case.url}/schritt/projekt").text, "schritt/projekt")
    case.kim.submit_form(f"{case.url}/schritt/pruefen", {}, form="einreichen")
    old_tab["q_goal"] = "Ein später Gedanke"

    response = case.kim.post(action, data=old_tab, content_type="multipart/form-data")

    assert response.status_code == 403
    assert "Ein später Gedanke" in response.text
    assert "gerade nicht zum Ändern geöffnet" in response.text


def test_a_change_during_the_review_is_shown_before_it_is_handed_in(case):
    action, review = form_fields(case.kim.get(f"{case.url}/schritt/pruefen").text, "einreichen")
    case.kim.submit_form(f"{case.url}/schritt/projekt", {"q_goal": "Inzwischen geändert"}, button="then=stay")

    response = case.kim.post(action, data=review, content_type="multipart/form-data")

    assert response.status_code == 409
    assert "Inzwischen geändert" in response.text
    action, again = form_fields(response.text, "einreichen")
    assert case.kim.post(action, data=again, content_type="multipart/form-data").status_code == 303


def test_late_saving_keeps_the_draft_and_late_handing_in_is_refused(case, clock):
    action, review = form_fields(case.kim.get(f"{case.url}/schritt/pruefen").text, "einreichen")
    save, step = form_fields(case.kim.get(f"{case.url}/schritt/projekt").text, "schritt/projekt")
    clock.move_to(NOW + timedelta(days=10, seconds=60, microseconds=1))
    # Sessions live for hours; the person has logged in again meanwhile.
    late = case.kim
    late.log_in(db.session.get_one(factories.Account, case.value("created_by")))

    token = form_fields(late.get(f"{case.url}/").text, "abmelden")[1]["csrf_token"]
    review["csrf_token"] = token
    response = late.post(action, data=review, content_type="multipart/form-data")
    assert response.status_code == 403
    assert "damit zu spät" in response.text
    assert "bleibt als Entwurf gespeichert" in response.text

    step["q_goal"], step["csrf_token"] = "Nach der Frist", token
    response = late.post(save, data=step, content_type="multipart/form-data")
    assert "Die Bewerbungsphase ist aber vorbei" in late.get(response.location).text
    assert answer(case.entry, "goal") == "Nach der Frist"
    assert count(Submission) == 0


@pytest.mark.parametrize(
    ("filename", "data", "part"),
    [
        ("leer.pdf", b"", "0 Byte"),
        ("programm.pdf", b"MZ" * 500, "dem Inhalt nach kein PDF"),
        ("programm.exe", b"MZ" * 500, "keinen zugelassenen Dateityp"),
        ("geheim.pdf", samples.encrypted_pdf(), "mit Kennwort geschützt"),
        ("bombe.png", samples.png_of_size(60_000, 60_000), "zu viele Bildpunkte"),
        ("", b"", "wählen Sie eine Datei"),
    ],
)
def test_an_unfit_file_is_refused_with_a_reason_and_the_purpose_stays(case, filename, data, part):
    values = {"purpose": "council_decision", "file": (io.BytesIO(data), filename)}
    response = case.kim.submit_form(f"{case.url}/schritt/anlagen", values, form="anhaengen")

    assert response.status_code == 422
    assert part in response.text
    assert form_fields(response.text, "anhaengen")[1]["purpose"] == "council_decision"
    assert count(Attachment) == 0


def test_a_pdf_with_a_script_is_cleaned_and_says_so(case):
    file = (io.BytesIO(samples.pdf(change=samples.with_script)), "../../Vertrag <1>.pdf")
    response = case.kim.submit_form(f"{case.url}/schritt/anlagen", {"purpose": "other", "file": file}, form="anhaengen")

    page = case.kim.get(response.location).text
    assert "Skripte" in page
    assert first(select(Attachment)) is None, "it is told before it is kept"
    assert case.kim.submit_form(response.location.partition("#")[0], {"all": "keep"}, form="wartend").status_code == 303
    attachment = first(select(Attachment))
    download = case.kim.get(f"{case.url}/anlagen/{attachment.public_id}")
    assert download.headers["Content-Disposition"].startswith('attachment; filename="Vertrag 1.pdf"')
    assert download.headers["X-Content-Type-Options"] == "nosniff"
    assert download.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert download.mimetype == "application/pdf"
    assert b"app.alert" not in download.data


def test_an_unknown_or_ambiguous_partner_is_explained_and_stays_typed(case):
    response = case.kim.submit_form(f"{case.url}/schritt/partner", {"body_name": "Aalten"}, form="verzeichnis")
    assert response.status_code == 422
    assert "steht nicht im Verzeichnis" in response.text
    assert 'value="Aalten"' in response.text

    response = case.kim.submit_form(f"{case.url}/schritt/partner", {"body_name": ""}, form="verzeichnis")
    assert response.status_code == 422
    response = case.kim.submit_form(f"{case.url}/schritt/partner", {"name": "Verein X", "kind": None}, form="mit-namen")
    assert "Bitte wählen Sie die Art des Partners" in response.text
    assert 'value="Verein X"' in response.text
    assert count(Partner) == 1


def test_a_partner_is_removed(case):
    partner = first(select(Partner))
    case.kim.submit_form(f"{case.url}/schritt/partner", {}, form=f"partner/{partner.id}/entfernen")

    assert "Noch kein Partner" in case.kim.get(f"{case.url}/schritt/partner").text


def test_a_choice_that_is_not_offered_is_refused_and_the_text_stays(case):
    values = {"q_legal_form": "kartell", "q_goal": "Ungespeichertes Ziel"}
    response = case.kim.submit_form(f"{case.url}/schritt/projekt", values, button="then=stay")

    assert response.status_code == 422
    assert "angebotenen Möglichkeiten" in response.text
    assert "Ungespeichertes Ziel" in response.text


def test_no_address_of_an_entry_answers_another_municipality(case, app):
    case.kim.submit_form(
        f"{case.url}/schritt/anlagen", {"purpose": "other", "file": (io.BytesIO(samples.pdf()), "a.pdf")}, form="anhaengen"
    )
    attachment = first(select(Attachment.public_id))
    partner = first(select(Partner.id))
    values = {
        "entry_id": case.url.rpartition("/")[2], "step_key": "projekt", "attachment_id": attachment, "partner_id": partner,
        "version": 1, "held_id": "x" * 20,
        "invitation_id": factories.make_right(case.entry, factories.make_account("gast@x.example"), "read").id,
    }  # fmt: skip
    before = first(select(func.max(Entry.version)))
    token = form_fields(case.robin.get("/bewerbung/neu").text, "abmelden")[1]["csrf_token"]
    rules = [
        rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("applicants.") and "entry_id" in rule.arguments
    ]
    assert len(rules) >= 14

    for rule in rules:
        built = app.url_map.bind("127.0.0.1:8000").build(
            rule.endpoint, values, method="POST" if "POST" in rule.methods else "GET"
        )
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            data = {"csrf_token": token, "reason": "x", "q_title": "Gekapert"} if method == "POST" else None
            response = case.robin.open(built, method=method, data=data)
            assert response.status_code == 404, (method, built)
            assert "Vergabestelle" not in response.text
    assert first(select(func.max(Entry.version))) == before
    assert case.value("title") == "Gemeinsame Vergabestelle"
    assert "Vergabestelle" not in case.robin.get("/bewerbung/").text
