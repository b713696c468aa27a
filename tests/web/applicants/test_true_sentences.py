"""Sentences on the applicant's path that state a fact: each is compared with what the program does."""

import re
from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select

from ikz_award.domain.entries.circulation import PartnerAnswer
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.phases.timetable import CLOCK_OF_ARRIVAL
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.formats import format_second
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition, Question
from ikz_award.models.entries.entries import Entry, Partner, Submission
from ikz_award.models.entries.partners import PartnerNotice
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.letters import letter_addresses
from ikz_award.queries.entries.receipts import receipt_of
from ikz_award.reports.documents import receipt_html
from ikz_award.services.phases.phases import change_phase
from ikz_award.services.record.intention import write_session
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.client import form_fields
from tests.factories import NOW

CONSENTS = dict.fromkeys(("q_consent_rules", "q_consent_privacy", "q_consent_partners"), "y")
REASON = "Alle erwarteten Beiträge liegen vor."


def words(page: str, selector: str) -> str:
    return " ".join(" ".join(node.text().split()) for node in LexborHTMLParser(page).css(selector))


def hand_in(case, **values):
    return case.kim.submit_form(f"{case.url}/schritt/pruefen", {**CONSENTS, **values}, form="einreichen")


def close_early(case, *, at=NOW) -> None:
    organiser = factories.actor(factories.make_account("toni@land.example", is_admin=True))
    step = (Phase.OPEN, Phase.SCREENING)
    change_phase(Call(actor=organiser, now=at, key="close"), edition_id=case.edition.id, step=step, reason=REASON)


def test_what_was_refused_is_not_called_complete(case) -> None:
    refused = hand_in(case, q_consent_privacy=None)
    assert refused.status_code == 422
    assert "ist vollständig" not in refused.text
    assert "Es fehlen nur noch" not in refused.text, "said above the refusal, it would sound like success"
    assert "kann so noch nicht eingereicht werden" in words(refused.text, "main .kern-alert--danger")
    assert "Bitte geben Sie diese Erklärung ab." in words(refused.text, "form#einreichen, form .kern-error")
    assert case.value("status") is EntryStatus.DRAFT


def test_complete_is_said_when_handing_in_would_succeed(case) -> None:
    """Whatever the page says before, pressing the button proves it."""
    with write_session() as session:
        session.execute(
            Partner.__table__.delete().where(Partner.entry_id == case.entry.id)  # ty: ignore[unresolved-attribute]
        )
    page = case.kim.get(f"{case.url}/schritt/pruefen").text
    assert "ist vollständig" not in page
    assert hand_in(case).status_code == 422
    factories_partner(case)
    page = case.kim.get(f"{case.url}/schritt/pruefen").text
    assert "Der Beitrag ist vollständig." in page
    assert hand_in(case).status_code == 303


def factories_partner(case) -> None:
    case.kim.submit_form(f"{case.url}/schritt/partner", {"body_name": "Kreis Borken"}, form="verzeichnis")


def test_the_preview_is_what_a_juror_reads(case, log_in) -> None:
    juror = log_in(factories.make_juror(case.edition, "ada@jury.example"))
    preview = LexborHTMLParser(case.kim.get(f"{case.url}/schritt/pruefen").text).css_first("#jury")
    hand_in(case)
    with write_session() as session:
        session.get_one(Entry, case.entry.id).status = EntryStatus.ADMITTED
    factories.set_phase(case.edition, Phase.JUDGING)
    read = LexborHTMLParser(juror.get(f"/jury/landespreis-2/beitraege/{case.entry.public_id}").text).css_first(".jury-text")
    for selector in (".jury-question", ".jury-text__part", ".jury-facts", ".jury-section__about"):
        seen = [" ".join(one.text().split()) for one in preview.css(selector)]
        assert [one.removesuffix(" Zu den Punkten") for one in seen], selector
        assert seen == [re.sub(r" Zu den Punkten.*", "", " ".join(one.text().split())) for one in read.css(selector)]
    for secret in ("02871 953-0", "kim@bocholt.example", "Ansprechperson"):
        assert secret not in preview.text()


def test_the_preview_hides_the_names_that_the_edition_hides(case) -> None:
    page = case.kim.get(f"{case.url}/schritt/pruefen").text
    assert "Stadt Bocholt" in words(page, "#jury")
    with write_session() as session:
        session.get_one(Edition, case.edition.id).hides_names = True
    page = case.kim.get(f"{case.url}/schritt/pruefen").text
    assert "Stadt Bocholt" not in words(page, "#jury")
    assert "Stadt Borken" not in words(page, "#jury")


def test_an_objection_stands_beside_the_declaration_and_on_the_entry(case) -> None:
    with write_session() as session:
        partner = session.scalars(select(Partner).where(Partner.entry_id == case.entry.id)).first()
        session.add(
            PartnerNotice(
                partner_id=partner.id,
                contact_name="Alex",
                contact_email="alex@borken.example",
                sent_at=NOW,
                nonce="n",
                token_hash="0" * 64,
                answer=PartnerAnswer.OBJECTED,
                answered_at=NOW,
                reason="Der Rat hat nicht zugestimmt.",
            )
        )
    review = LexborHTMLParser(case.kim.get(f"{case.url}/schritt/pruefen").text)
    form = next(one for one in review.css("form") if "einreichen" in (one.attributes.get("action") or ""))
    assert "Der Rat hat nicht zugestimmt." in form.text()
    assert "Der Rat hat nicht zugestimmt." in case.kim.get(f"{case.url}/").text
    hand_in(case)
    assert "Der Rat hat nicht zugestimmt." in case.kim.get(f"{case.url}/").text


def test_cannot_be_changed_is_not_said_while_it_can(case, log_in) -> None:
    _action, typed = form_fields(case.kim.get(f"{case.url}/schritt/kontakt").text, "kontakt")
    hand_in(case)
    guest = factories.make_account("gast@ahaus.example", lead_key=factories.AHAUS)
    factories.make_right(case.entry, guest, EntryRight.EDIT)
    for who in (case.kim, log_in(guest)):
        page = " ".join(who.get(f"{case.url}/").text.split())
        assert "nicht mehr geändert" not in page
        assert "Bis zum Einsendeschluss am 14. März 2026, 10:30 Uhr können" in page
    saved = case.kim.post(f"{case.url}/schritt/kontakt", data=typed)
    assert saved.status_code == 403
    assert "öffnet bis zum Einsendeschluss „Beitrag noch einmal ändern“" in saved.text


def test_page_receipt_and_mail_say_the_same_of_what_comes(case) -> None:
    hand_in(case)
    db.session.rollback()
    mail = db.session.scalars(select(OutgoingMail.body)).first()
    for page in (f"{case.url}/", f"{case.url}/eingangsbestaetigung"):
        text = case.kim.get(page).text
        titles = [words(str(one.html), ".ikz-timeline__title") for one in LexborHTMLParser(text).css(".ikz-timeline__item")]
        states = LexborHTMLParser(text).css(".ikz-timeline__item--current, .ikz-timeline__item--future")
        assert titles
        for one in states:
            title = " ".join(one.css_first(".ikz-timeline__title").text(deep=False).split())
            assert title in mail, page
            assert " ".join(one.css_first(".ikz-timeline__date").text().split()) in mail
    assert mail.count("\n- ") == len(states)


def test_after_the_deadline_no_page_offers_what_is_over(case, clock, log_in) -> None:
    hand_in(case)
    clock.move_to(NOW + timedelta(days=12))
    case.kim.log_in(db.session.merge(factories_account(case)))
    page = case.kim.get(f"{case.url}/").text
    assert "noch möglich" not in page
    assert "Ändern lässt er sich nur noch, wenn das Kompetenzzentrum Angaben nachfordert." in page


def factories_account(case):
    from ikz_award.models.people.accounts import Account

    return db.session.scalars(select(Account).where(Account.email == "kim@bocholt.example")).one()


def test_after_an_early_closing_nobody_names_the_old_deadline(case, anonymous) -> None:
    close_early(case, at=NOW - timedelta(hours=1))
    for page in (f"{case.url}/", f"{case.url}/schritt/pruefen"):
        text = case.kim.get(page).text
        assert "4. März 2026, 09:30 Uhr" in text
        assert REASON in text
        assert "14. März 2026" not in text
    refused = hand_in(case)
    assert "geschlossen, vor dem angekündigten Einsendeschluss" in refused.text
    for page in ("/", "/wettbewerb/landespreis-2"):
        assert "14. März 2026" not in anonymous.get(page).text, page
    assert REASON in anonymous.get("/wettbewerb/landespreis-2").text, "the organiser is told that the reason is public"
    assert b"20260314" not in anonymous.get("/wettbewerb/landespreis-2/termine.ics").data


def test_closing_early_takes_no_day_from_partners_who_were_told_one(case, anonymous, clock) -> None:
    partner = db.session.scalars(select(Partner.id).where(Partner.entry_id == case.entry.id)).first()
    contact = {"name": "Luca Muster", "email": "luca@borken.example"}
    case.kim.submit_form(f"{case.url}/partner/{partner}/ansprechperson", contact, form="ansprechperson")
    case.kim.submit_form(f"{case.url}/schritt/partner", {}, form="/partner/informieren")
    db.session.rollback()
    told = db.session.scalars(select(OutgoingMail.body).where(OutgoingMail.recipient == contact["email"])).one()
    assert "Bis zum 28. März 2026" in told
    link = re.search(r"http\S+(/umlauf/\S+)", told)[1]
    close_early(case, at=NOW + timedelta(hours=1))
    assert "28. März 2026" in anonymous.get(link).text
    clock.move_to(NOW + timedelta(days=24))
    anonymous.submit_form(link, {}, form="/ansehen")
    answered = anonymous.submit_form(link, {"answer": "objected", "reason": "Kein Beschluss."}, form="antwort")
    assert answered.status_code == 303


def test_handed_in_twice_says_so(case) -> None:
    action, fields = form_fields(case.kim.get(f"{case.url}/schritt/pruefen").text, "einreichen")
    hand_in(case)
    again = case.kim.post(action, data=fields, follow_redirects=True)
    assert "ist schon eingereicht: Nummer L2-001" in again.text
    assert "zu spät" not in again.text


def test_the_page_says_where_letters_go_and_they_go_there(case) -> None:
    hand_in(case)
    db.session.rollback()
    told = set(db.session.scalars(select(OutgoingMail.recipient)))
    addresses = letter_addresses(db.session(), db.session.get_one(Entry, case.entry.id))
    assert told == set(addresses)
    assert f"geht an: {', '.join(addresses)}" in " ".join(case.kim.get(f"{case.url}/").text.split())


def test_the_fact_sheet_calls_things_as_the_form_promises(case) -> None:
    facts = {one["key"]: one["label"] for one in case.kim.get(f"{case.url}/steckbrief.json").json}
    promised = {}
    for step in ("projekt", "kriterien"):
        for hint in LexborHTMLParser(case.kim.get(f"{case.url}/schritt/{step}").text).css(".kern-hint"):
            if found := re.search(r"Im Steckbrief steht diese Angabe als „([^“]+)“", hint.text()):
                promised[(hint.attributes.get("id") or "").removeprefix("q_").removesuffix("-hint")] = found[1]
    assert promised["contract_date"] == "Zusammenarbeit seit"
    assert promised == {key: facts[key] for key in promised}
    for question in db.session.scalars(select(Question).where(Question.edition_id == case.edition.id)):
        if question.fact_sheet_position:
            assert facts[question.key] == promised.get(question.key, question.label), "unless told, the form's own word"


@pytest.mark.parametrize("active", [True, False])
def test_one_entry_only_is_said_where_the_rule_holds(case, active: bool) -> None:
    from ikz_award.models.editions.editions import ParticipationRule

    with write_session() as session:
        rule = session.scalars(select(ParticipationRule).where(ParticipationRule.key == "one_entry_per_lead")).one()
        rule.is_active = active
    assert ("nur einen Beitrag einreichen" in case.kim.get("/bewerbung/neu").text) is active


def test_the_contact_address_is_said_to_be_confirmed_by_nobody_and_is_not(case) -> None:
    """No letter asks for it, and no page tells apart who has an account: that would tell strangers who has one."""
    said = "lassen wir nicht bestätigen"
    factories.make_account("bekannt@bocholt.example")
    pages = []
    for address in ("fremd@anderswo.example", "bekannt@bocholt.example"):
        case.kim.submit_form(f"{case.url}/schritt/kontakt", {"q_contact_email": address}, form="kontakt")
        step = case.kim.get(f"{case.url}/schritt/kontakt").text
        assert "Wir lassen sie nicht bestätigen" in step
        pages.append(words(case.kim.get(f"{case.url}/").text, "main").replace(address, ""))
    assert said in pages[0]
    assert pages[0] == pages[1]
    assert db.session.scalars(select(OutgoingMail)).all() == []
    hand_in(case)
    db.session.rollback()
    subjects = db.session.scalars(select(OutgoingMail.subject).where(OutgoingMail.recipient == "bekannt@bocholt.example")).all()
    assert len(subjects) == 1
    assert "bestätigen" not in subjects[0]


def test_page_mail_and_pdf_say_which_clock_told_the_arrival(case) -> None:
    """What the clock notes is tested where it is: tests/adapters/test_front.py."""
    assert hand_in(case).status_code == 303
    db.session.rollback()  # what was read before the request
    submission = db.session.scalars(select(Submission)).one()
    page = case.kim.get(f"{case.url}/eingangsbestaetigung").text
    [mail] = db.session.scalars(select(OutgoingMail.body).where(OutgoingMail.body.contains(submission.sha256)).limit(1))
    printed = receipt_html(receipt_of(db.session(), db.session.get_one(Entry, case.entry.id), submission))
    moment = format_second(submission.received_at)
    said = (words(page, ".ikz-receipt"), mail, words(printed, "main"))
    for text in said:
        assert moment in text
        assert CLOCK_OF_ARRIVAL in text
    assert "Uhr unseres Servers" in CLOCK_OF_ARRIVAL
    assert "noch bevor der Server den Inhalt entgegennimmt" in CLOCK_OF_ARRIVAL
