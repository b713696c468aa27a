"""The circulation: from the contact to the partner's answer, by the link in the mail and nothing else."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from ikz_award.extensions import db
from ikz_award.jobs.periodic import rounds_of
from ikz_award.jobs.worker import Worker
from ikz_award.models import Base
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.entries.partners import PartnerNotice
from ikz_award.models.people.accounts import IntentionKey
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.entries.closing import end_of_circulation
from ikz_award.services.entries.circulation import Links, send_due_notices
from ikz_award.services.record.outbox import deliver_due
from tests import factories
from tests.factories import NOW
from tests.web.applicants.conftest import count, first

ADDRESS = "luca@borken.example"


@pytest.fixture
def partner(case):
    return first(select(Partner.id))


def links(app):
    return Links(base_url=app.config["BASE_URL"], secret=app.config["SECRET_KEY"])


def name_contact(case, partner, email=ADDRESS):
    return case.kim.submit_form(
        f"{case.url}/partner/{partner}/ansprechperson", {"name": "Luca Muster", "email": email}, form="ansprechperson"
    )


def inform(case):
    return case.kim.submit_form(f"{case.url}/schritt/partner", {}, form="/partner/informieren")


def link(number=-1):
    db.session.rollback()
    bodies = db.session.scalars(select(OutgoingMail.body).where(OutgoingMail.recipient == ADDRESS).order_by(OutgoingMail.id))
    found = re.search(r"http\S+(/umlauf/\S+)", list(bodies)[number])
    assert found
    return found.group(1)


@pytest.fixture
def sent(case, partner):
    assert name_contact(case, partner).status_code == 303
    assert inform(case).status_code == 303
    return link()


def notice(column):
    return first(select(getattr(PartnerNotice, column)))


def test_a_partner_sees_three_things_and_only_after_asking_for_them(case, sent, anonymous):
    closed = anonymous.get(sent)
    assert "Antwort auf" not in closed.text
    assert notice("seen_at") is None, "mail programs follow links by themselves"
    assert closed.headers["Referrer-Policy"] == "same-origin"
    assert closed.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert closed.headers["Cache-Control"] == "no-store"

    anonymous.submit_form(sent, {}, form="/ansehen")

    page = anonymous.get(sent).text
    assert notice("seen_at") == NOW
    for shown in ("Gemeinsame Vergabestelle", "Antwort auf „Kurzbeschreibung“", "Pflichtaufgaben"):
        assert shown in page
    for hidden in ("Antwort auf „Ziel“", "02871", "kim@bocholt.example", ADDRESS):
        assert hidden not in page


def test_the_link_stands_nowhere_in_the_database_once_it_is_sent(case, sent, anonymous):
    token = sent.rpartition("/")[2]
    deliver_due(clock=lambda: NOW, post=lambda letter: None)
    db.session.rollback()
    tables = Base.metadata.sorted_tables
    dump = "\n".join(repr(tuple(row)) for table in tables for row in db.session.execute(select(table)))
    assert token not in dump
    assert "/umlauf/…" in dump


def test_whose_browser_it_is_stands_nowhere(case, sent):
    """The link alone acts, also where somebody with an account is logged in on the same device."""
    case.robin.submit_form(sent, {}, form="/ansehen")
    case.robin.submit_form(sent, {"answer": "acknowledged", "reason": ""}, form="antwort")
    db.session.rollback()
    used = select(IntentionKey.action, IntentionKey.account_id).where(
        IntentionKey.action.in_(("partner.open", "partner.answer"))
    )
    assert {tuple(row) for row in db.session.execute(used)} == {("partner.open", None), ("partner.answer", None)}


def test_acknowledging_and_objecting_can_be_changed_until_the_end(case, sent, anonymous, clock, app):
    anonymous.submit_form(sent, {}, form="/ansehen")
    missing = anonymous.submit_form(sent, {"answer": "objected", "reason": "  "}, form="antwort")
    assert missing.status_code == 422
    assert "begründen Sie den Einspruch" in missing.text
    assert notice("answer") is None
    assert anonymous.submit_form(sent, {"answer": "objected", "reason": "Kein Beschluss."}, form="antwort").status_code == 303
    assert "Einspruch" in anonymous.get(sent).text
    assert "Kein Beschluss." in case.kim.get(f"{case.url}/schritt/partner").text
    told = first(select(OutgoingMail).where(OutgoingMail.subject.startswith("Einspruch")))
    assert told.recipient == "kim@bocholt.example"
    assert "Kein Beschluss." not in told.body
    anonymous.submit_form(sent, {"answer": "acknowledged", "reason": ""}, form="antwort")
    assert (notice("answer"), notice("reason")) == ("acknowledged", "")
    logged = first(select(AuditEntry).where(AuditEntry.action == "partner.answer").order_by(AuditEntry.id.desc()))
    assert logged.new == {"partner": "Stadt Borken", "answer": "acknowledged"}

    end = end_of_circulation(db.session(), first(select(Entry)))
    action, fields = f"{sent}", {"answer": "objected", "reason": "Zu spät."}
    clock.move_to(end)
    assert anonymous.submit_form(action, fields, form="antwort").status_code == 303
    clock.move_to(end - timedelta(minutes=1))
    anonymous.submit_form(action, {"answer": "acknowledged"}, form="antwort")
    page = anonymous.get(sent).text
    clock.move_to(end + timedelta(seconds=1))
    token = re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)
    late = anonymous.post(sent, data=fields | {"csrf_token": token})
    assert late.status_code == 403
    assert "abgelaufen" in late.text
    assert notice("answer") == "acknowledged"
    assert 'id="antwort"' not in anonymous.get(sent).text


def test_a_new_link_ends_the_old_one_and_a_wrong_one_is_nothing(case, sent, anonymous, partner, clock):
    assert anonymous.get(sent[:-1] + ("A" if sent[-1] != "A" else "B")).status_code == 404
    step = f"{case.url}/schritt/partner"
    case.kim.submit_form(step, {}, form="neuer-link")
    assert count(OutgoingMail) == 1, "just sent"
    clock.move_to(NOW + timedelta(minutes=6))
    case.kim.submit_form(step, {}, form="neuer-link")
    assert anonymous.get(sent).status_code == 404
    assert anonymous.get(link()).status_code == 200
    name_contact(case, partner, "andere@borken.example")
    assert anonymous.get(link()).status_code == 404
    assert "Noch nicht informiert" in case.kim.get(step).text


def test_a_reason_without_an_objection_is_asked_about(case, sent, anonymous):
    anonymous.submit_form(sent, {}, form="/ansehen")
    answer = anonymous.submit_form(sent, {"answer": "acknowledged", "reason": "Das sehen wir anders."}, form="antwort")
    assert answer.status_code == 422
    assert "Eine Begründung gehört zu einem Einspruch" in answer.text
    assert "Das sehen wir anders." in answer.text
    assert notice("answer") is None
    # Who objected first and changes their mind need not empty the field.
    anonymous.submit_form(sent, {"answer": "objected", "reason": "Das sehen wir anders."}, form="antwort")
    assert anonymous.submit_form(sent, {"answer": "acknowledged"}, form="antwort").status_code == 303
    assert notice("answer") == "acknowledged"


def test_a_partner_taken_out_takes_the_link_along(case, sent, anonymous, partner):
    case.kim.submit_form(f"{case.url}/schritt/partner", {}, form=f"/partner/{partner}/entfernen")
    assert count(PartnerNotice) == 0
    gone = anonymous.get(sent)
    assert (gone.status_code, "nicht mehr als Partner" in gone.text) == (404, True)


def test_an_answer_cannot_be_got_rid_of_by_naming_somebody_else(case, sent, anonymous, partner):
    anonymous.submit_form(sent, {}, form="/ansehen")
    page = case.kim.get(f"{case.url}/partner/{partner}/ansprechperson")
    anonymous.submit_form(sent, {"answer": "objected", "reason": "Nein."}, form="antwort")
    token = re.search(r'name="csrf_token" value="([^"]+)"', page.text).group(1)
    form = {"csrf_token": token, "name": "A B", "email": "neu@borken.example"}
    assert case.kim.post(f"{case.url}/partner/{partner}/ansprechperson", data=form).status_code == 403
    assert notice("contact_email") == ADDRESS


@pytest.mark.parametrize(
    ("name", "email", "words"),
    [("", ADDRESS, "Vor- und Nachnamen"), ("Luca", "", "E-Mail-Adresse"), ("Luca", "luca@", "gültige E-Mail-Adresse")],
)
def test_a_contact_needs_a_name_and_an_address(case, partner, name, email, words):
    page = case.kim.submit_form(
        f"{case.url}/partner/{partner}/ansprechperson", {"name": name, "email": email}, form="ansprechperson"
    )
    assert page.status_code == 422
    assert words in page.text
    assert count(PartnerNotice) == 0


def test_nothing_is_sent_before_there_is_something_to_show(case, partner):
    name_contact(case, partner)
    with factories.write_session() as session:
        session.get_one(Entry, case.entry.id).category_id = None
    inform(case)
    assert count(OutgoingMail) == 0
    assert "Bitte speichern Sie zuerst Titel" in case.kim.get(f"{case.url}/schritt/partner").text


def test_the_worker_informs_after_submission_and_reminds_weekly(case, partner, app):
    name_contact(case, partner)
    assert send_due_notices(now=NOW, links=links(app)) == 0, "a draft is the applicant's own business"
    with factories.write_session() as session:
        entry = session.get_one(Entry, case.entry.id)
        entry.status, entry.number, entry.submitted_at = "submitted", "L2-001", NOW
    assert send_due_notices(now=NOW, links=links(app)) == 1
    assert send_due_notices(now=NOW, links=links(app)) == 0
    week = timedelta(days=7)
    assert send_due_notices(now=NOW + week, links=links(app)) == 1
    assert send_due_notices(now=NOW + week, links=links(app)) == 0
    assert link(0) == link(1), "a reminder carries the same link"
    subjects = db.session.scalars(select(OutgoingMail.subject).order_by(OutgoingMail.id)).all()
    assert subjects[1].startswith("Erinnerung")
    assert send_due_notices(now=NOW + timedelta(days=100), links=links(app)) == 0
    assert "Stadt Borken" in case.kim.get(f"{case.url}/").text


def test_the_worker_makes_its_rounds(case, partner, app):
    name_contact(case, partner)
    with factories.write_session() as session:
        entry = session.get_one(Entry, case.entry.id)
        entry.status, entry.number, entry.submitted_at = "submitted", "L2-001", NOW
    worker = Worker(
        tasks={}, instance=app.config["INSTANCE"], context=app.app_context, deliver=lambda: 0, rounds=rounds_of(app.config)
    )
    worker.make_rounds()
    worker.make_rounds()
    assert count(OutgoingMail) == 1


def test_what_could_not_be_delivered_is_said(case, sent):
    def refuse(letter):
        raise ConnectionRefusedError

    deliver_due(clock=lambda: NOW, post=refuse)
    assert "Nicht zugestellt" in case.kim.get(f"{case.url}/schritt/partner").text


def test_the_organiser_reads_objections_in_screening(case, sent, anonymous, log_in):
    anonymous.submit_form(sent, {}, form="/ansehen")
    anonymous.submit_form(sent, {"answer": "objected", "reason": "Der Rat hat nicht zugestimmt."}, form="antwort")
    with factories.write_session() as session:
        entry = session.get_one(Entry, case.entry.id)
        entry.status, entry.number, entry.submitted_at = "submitted", "L2-001", NOW
    admin = log_in(factories.make_account("admin@nrw.example", is_admin=True))
    page = admin.get(f"/verwaltung/runden/landespreis-2/beitraege/{case.value('public_id')}").text
    assert "Ein Partner hat Einspruch erhoben." in page
    assert "Der Rat hat nicht zugestimmt." in page


def test_answers_by_one_link_are_counted(case, sent, anonymous):
    anonymous.submit_form(sent, {}, form="/ansehen")
    page = anonymous.get(sent).text
    token = re.search(r'name="csrf_token" value="([^"]+)"', page).group(1)
    codes = {anonymous.post(sent, data={"csrf_token": token, "answer": "?"}).status_code for _ in range(30)}
    assert codes == {422, 429}


def test_strangers_find_no_contact_page(case, partner):
    assert case.robin.get(f"{case.url}/partner/{partner}/ansprechperson").status_code == 404
