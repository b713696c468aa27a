"""Voting in writing: silence is not presence, votes are due, an objection binds, and everybody who must know is told."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Ballot, Meeting, Motion
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.reports.result.advice import resolutions
from ikz_award.services.record.intention import write_session
from tests.client import form_fields
from tests.web.admin.decision.hall import (
    DUE,
    DUE_AT,
    JURY,
    NAMES,
    PAGE,
    SURE,
    circulate,
    count,
    count_without,
    make_hall,
    open_sitting,
    propose,
    vote,
    vote_unasked,
)

LATER = DUE_AT + timedelta(minutes=1)


def mails(part):
    db.session.rollback()
    return {one.recipient for one in db.session.scalars(select(OutgoingMail)) if part in one.subject}


def test_one_vote_of_five_is_no_quorum(hall):
    circulate(hall)
    motion = propose(hall, hall.keys[1])
    assert vote(hall, "ada", motion, "yes") == 303
    with time_machine.travel(LATER, tick=False):
        asked = count(hall, hall.keys[1], motion)
        assert asked.status_code == 422
        assert "Es fehlen noch Stimmen" in asked.text
        assert count_without(hall, asked).status_code == 303
        page = hall.client.get(PAGE).text
    counted = db.session.scalars(select(Motion)).one()
    assert (counted.outcome, counted.yes, counted.present, counted.entitled, counted.needed) == ("no_quorum", 1, 1, 5, 3)
    assert "1 von 5 Stimmberechtigten hat abgestimmt, nötig 3" in page
    [sentence] = resolutions(db.session(), edition_id=hall.edition_id, category_id=counted.category_id)
    assert "nicht beschlussfähig mit 1 Ja, 0 Nein, 0 Enthaltungen; 1 von 5 Stimmberechtigten hat abgestimmt" in sentence


def test_three_of_five_votes_are_a_quorum_once_they_are_due(hall):
    circulate(hall)
    motion = propose(hall, hall.keys[1])
    for name, choice in (("ada", "yes"), ("ben", "yes"), ("cleo", "no")):
        assert vote(hall, name, motion, choice) == 303
    # As long as there is time nobody is cut off, whatever the organiser confirms.
    early = hall.client.submit_form(f"{PAGE}/{hall.keys[1]}", {"ohne": list(hall.seats.values())} | SURE, form="zaehlen")
    assert early.status_code == 303
    assert "Die Frist läuft noch, und es fehlen Stimmen" in hall.client.get(f"{PAGE}/{hall.keys[1]}").text
    db.session.rollback()
    assert db.session.scalars(select(Motion)).one().outcome is None
    with time_machine.travel(LATER, tick=False):
        assert count_without(hall, count(hall, hall.keys[1], motion)).status_code == 303
    counted = db.session.scalars(select(Motion)).one()
    assert (counted.outcome, counted.yes, counted.no, counted.present) == ("carried", 2, 1, 3)


def test_with_every_vote_in_nobody_waits(hall):
    circulate(hall)
    motion = propose(hall, hall.keys[1])
    for name in NAMES:
        assert vote(hall, name, motion, "yes") == 303
    assert count(hall, hall.keys[1], motion).outcome == "carried"


def test_a_vote_after_it_was_due_is_not_taken_and_more_time_is_told(hall):
    circulate(hall)
    motion = propose(hall, hall.keys[1])
    assert "Stimmen werden bis zum 4. März 2026, 10:55 Uhr angenommen" in hall.people["ben"].get(JURY).text
    with time_machine.travel(LATER, tick=False):
        page = hall.people["ben"].get(JURY).text
        assert "Stimmen werden nicht mehr angenommen" in page
        assert 'name="stimme"' not in page
        assert vote_unasked(hall, "ben", motion) == 303
        assert "Ihre Stimme ist nicht mehr angenommen worden" in hall.people["ben"].get(JURY).text
        assert db.session.scalars(select(Ballot)).all() == []
        # Nor can anybody who does not like how it went object now.
        assert "Ich möchte, dass die Jury zusammenkommt" not in page
        fields = form_fields(hall.people["ben"].get("/jury/").text, "abmelden")[1].to_dict() | {"grund": "Zu spät."} | SURE
        assert hall.people["ben"].post(f"{JURY}/widerspruch", data=fields).status_code == 303
        assert "widersprechen ließ sich bis dahin" in hall.people["ben"].get(JURY).text
        more = SURE | {"frist": "2026-03-10T12:00"}
        assert hall.client.submit_form(PAGE, more, form="frist").status_code == 303
        assert mails("Mehr Zeit") == {f"{name}@jury.example" for name in NAMES}
        assert vote(hall, "ben", motion, "yes") == 303
        # Only ever later.
        back = hall.client.submit_form(PAGE, SURE | {"frist": "2026-03-09T12:00"}, form="frist")
        assert back.status_code == 422
        assert "Bitte wählen Sie einen späteren Zeitpunkt." in back.text


@pytest.mark.parametrize("due", ["", "bald", "2026-03-04T10:00"])
def test_no_circulation_begins_without_a_day_to_come(hall, due):
    answer = hall.client.submit_form(PAGE, {"frist": due}, form="umlauf")
    assert answer.status_code == 422
    assert 'href="#due"' in answer.text
    db.session.rollback()
    assert db.session.scalars(select(Meeting)).all() == []


def test_the_organiser_votes_for_nobody(hall):
    circulate(hall)
    motion = propose(hall, hall.keys[1])
    page = hall.client.get(f"{PAGE}/{hall.keys[1]}").text
    assert "stimme-" not in page
    fields = form_fields(page, "zaehlen")[1].to_dict()
    sent = fields | {f"stimme-{seat}": "yes" for seat in hall.seats.values()} | {"absicht": "zaehlen"} | SURE
    assert hall.client.post(f"{PAGE}/{hall.keys[1]}/antrag/{motion}/stimmen", data=sent).status_code == 303
    assert "Im Umlaufverfahren stimmt jedes Mitglied selbst ab" in hall.client.get(PAGE).text
    db.session.rollback()
    assert db.session.scalars(select(Ballot)).all() == []


def test_the_members_are_told_and_no_mail_names_an_entry(hall):
    circulate(hall)
    everybody = {f"{name}@jury.example" for name in NAMES}
    assert mails("Umlaufverfahren der Jury eröffnet") == everybody
    # Emil is recused from the leader of the first category: he is not asked, and hears nothing of it.
    propose(hall, hall.keys[0])
    assert mails("Ihre Stimme im Umlaufverfahren") == everybody - {"emil@jury.example"}
    with time_machine.travel(LATER, tick=False):
        asked = hall.client.submit_form(PAGE, SURE, form="sitzung/ende")
        assert asked.status_code == 422
        assert count_without(hall, asked, form="ende").status_code == 303
        page = hall.client.get(PAGE).text
    assert mails("Umlaufverfahren der Jury beendet") == everybody
    for mail in db.session.scalars(select(OutgoingMail)):
        assert "Erster" not in mail.body
        assert "Enthaltungen" not in mail.body
    # Ending says what ended.
    assert "Preis für „Erster pflichtaufgaben“" in page
    assert "nicht beschlussfähig mit 0 Ja, 0 Nein, 0 Enthaltungen" in page


def test_each_category_has_a_motion_at_the_same_time_and_the_end_counts_them_all(hall):
    circulate(hall)
    first, second = propose(hall, hall.keys[1]), propose(hall, hall.keys[2])
    assert "Neuer Antrag" not in hall.client.get(f"{PAGE}/{hall.keys[1]}").text
    for name in NAMES:
        assert vote(hall, name, first, "yes") == 303
        assert vote(hall, name, second, "no") == 303
    assert hall.client.submit_form(PAGE, SURE, form="sitzung/ende").status_code == 303
    page = hall.client.get(PAGE).text
    assert "angenommen mit 5 Ja, 0 Nein, 0 Enthaltungen; 5 von 5 Stimmberechtigten haben abgestimmt" in page
    assert "abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen; 5 von 5 Stimmberechtigten haben abgestimmt" in page


def test_an_objection_ends_it_binds_and_is_told(hall):
    circulate(hall)
    motion = propose(hall, hall.keys[1])
    assert vote(hall, "ada", motion, "yes") == 303
    answer = hall.people["ben"].submit_form(JURY, {"grund": "Das gehört an einen Tisch."} | SURE, form="widerspruch")
    assert answer.status_code == 303
    assert "durch Widerspruch beendet" in hall.people["cleo"].get(JURY).text
    page = hall.client.get(PAGE).text
    assert "durch Widerspruch von Ben" in page
    assert "Das gehört an einen Tisch." in page
    assert "Durch Widerspruch beendet" in page
    told = mails("durch Widerspruch beendet")
    assert told == {f"{name}@jury.example" for name in NAMES} | {"kompetenzzentrum@land.example"}
    ended = db.session.scalars(select(Motion)).one()
    assert (ended.outcome, ended.yes, ended.present) == ("no_quorum", 1, 1)
    [sentence] = resolutions(db.session(), edition_id=hall.edition_id, category_id=ended.category_id)
    assert "durch Widerspruch beendet mit 1 Ja" in sentence
    # Not offered again, and not accepted from a page that still offers it.
    assert 'id="umlauf"' not in page
    fields = form_fields(page, "sitzung")[1].to_dict() | {"art": "umlauf", "frist": DUE}
    refused = hall.client.post(PAGE, data=fields)
    assert refused.status_code == 403
    assert "Ein Mitglied hat dem Umlaufverfahren widersprochen." in refused.text
    # Then they meet, and after that it still binds.
    open_sitting(hall)
    assert "Ich möchte, dass die Jury zusammenkommt" not in hall.people["ben"].get(JURY).text
    assert hall.client.submit_form(PAGE, SURE, form="sitzung/ende").status_code == 303
    assert 'id="umlauf"' not in hall.client.get(PAGE).text
    with pytest.raises(DatabaseError, match="on record"), write_session() as session:
        session.execute(text("DELETE FROM meeting_objection"))


def test_where_the_edition_rules_it_out_nothing_circulates(client, applicant, log_in):
    hall = make_hall(client, applicant, log_in, allows_circulation=False)
    page = hall.client.get(PAGE).text
    assert 'id="umlauf"' not in page
    fields = form_fields(page, "sitzung")[1].to_dict() | {"art": "umlauf", "frist": DUE}
    refused = hall.client.post(PAGE, data=fields)
    assert refused.status_code == 403
    assert "wird nicht im schriftlichen Umlauf beschlossen" in refused.text
