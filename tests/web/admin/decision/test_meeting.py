"""A whole meeting in the browser: five categories, quorum lost, a recusal, a tie, against rank 1, an interruption, a seal."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import Phase
from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Ballot, Motion
from ikz_award.models.editions.editions import Edition
from ikz_award.models.record.audit import AuditEntry
from ikz_award.reports.result.build import build_result_report
from ikz_award.reports.result.result_report import result_report_html
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import form_fields
from tests.conftest import NOW
from tests.web.admin.decision.hall import (
    JURY,
    NAMES,
    PAGE,
    SURE,
    be_there,
    confirm,
    count_without,
    decide,
    fix,
    open_sitting,
    propose,
    show_of_hands,
    vote,
    vote_unasked,
)


def test_a_whole_meeting(hall):
    keys, yes = hall.keys, dict.fromkeys(NAMES, "yes")
    open_sitting(hall)
    # The first category: Emil is recused, and sees nothing of it.
    hall.client.submit_form(PAGE, {}, form=f"{keys[0]}/aufrufen")
    motion = propose(hall, keys[0])
    assert f"Erster {keys[0]}" not in hall.people["emil"].get("/jury/landespreis-1/sitzung").text
    assert vote_unasked(hall, "emil", motion) == 404
    first = show_of_hands(hall, keys[0], **{name: "yes" for name in NAMES if name != "emil"})
    assert (first.outcome, first.yes, first.entitled) == ("carried", 4, 4)
    # The second: two go, the quorum is lost, nothing is decided; they come back, and the motion is put again.
    propose(hall, keys[1])
    be_there(hall, "ada", "ben")
    assert "Nicht beschlussfähig" in hall.client.get(f"{PAGE}/{keys[1]}").text
    assert show_of_hands(hall, keys[1], ada="yes", ben="yes").outcome == "no_quorum"
    be_there(hall, *NAMES)
    propose(hall, keys[1])
    assert show_of_hands(hall, keys[1], **yes).outcome == "carried"
    # The third: a tie, and the chair's vote decides.
    propose(hall, keys[2])
    tied = show_of_hands(hall, keys[2], ada="yes", ben="yes", cleo="no", dora="no", emil="abstain")
    assert (tied.outcome, tied.yes, tied.no, tied.abstain) == ("carried", 2, 2, 1)
    # The fourth, secretly, in the jurors' own browsers, with every connection gone in the middle: all votes are there.
    secret = propose(hall, keys[3], secret="y")
    for name, choice in zip(NAMES[:3], ("yes", "no", "yes"), strict=True):
        assert vote(hall, name, secret, choice) == 303
    db.session.remove()
    db.engine.dispose()
    assert "Abgestimmt haben 3 von 5" in hall.client.get(f"{PAGE}/{keys[3]}").text
    for name, choice in zip(NAMES[3:], ("yes", "no"), strict=True):
        assert vote(hall, name, secret, choice) == 303
    assert hall.client.submit_form(f"{PAGE}/{keys[3]}", SURE, form="zaehlen").status_code == 303
    counted = db.session.scalars(select(Motion).where(Motion.public_id == secret)).one()
    assert (counted.yes, counted.no, counted.outcome) == (3, 2, "carried")
    assert set(db.session.scalars(select(Ballot.choice).where(Ballot.motion_id == counted.id))) == {None}
    # The fifth: against rank 1.
    propose(hall, keys[4], "Zweiter")
    assert show_of_hands(hall, keys[4], **yes).outcome == "carried"
    assert hall.client.submit_form(PAGE, SURE, form="sitzung/ende").status_code == 303
    for key in keys[:4]:
        decide(hall, key, hall.entries[key, "Erster"][0])
    decide(hall, keys[4], hall.entries[keys[4], "Zweiter"][0])
    fix(hall)
    both_are_shown_the_hints(hall)
    confirm(hall)
    the_report_tells_it(hall)


def the_report_tells_it(hall):
    edition = db.session.get_one(Edition, hall.edition_id)
    report = build_result_report(db.session(), actor=Actor(account_id=1, is_admin=True), edition=edition, now=NOW)
    [meeting] = report.procedure.meetings
    assert all(name.title() in meeting for name in NAMES)
    lines = {category.key: category.resolutions for category in report.categories}
    assert len(lines[hall.keys[1]]) == 2
    assert "nicht beschlussfähig" in lines[hall.keys[1]][0]
    assert "angenommen mit 3 Ja, 2 Nein, 0 Enthaltungen (geheim); 5 von 5 Stimmberechtigten" in lines[hall.keys[3]][0]
    assert report.categories[0].certainty[0].startswith("Klar: „Erster")
    html = result_report_html(report)
    assert "Wie sicher ist der erste Platz?" in html
    assert "%%" not in html


def both_are_shown_the_hints(hall):
    """Bocholt leads four of the five winners, Ahaus the other; both lie in one region."""
    for people, page in (
        (hall.client, "/verwaltung/runden/landespreis-1/siegel"),
        (hall.people["ada"], "/jury/landespreis-1/siegel"),
    ):
        hints = people.get(page).text
        assert "Vor dem Siegel noch einmal hinsehen" in hints
        assert "Stadt Bocholt gewinnt mehrfach, 4-mal federführend" in hints
        assert "Alle Preisträger kommen aus dem Regierungsbezirk Münster." in hints


def test_a_secret_vote_is_final_and_leaves_no_trace(hall):
    open_sitting(hall)
    motion = propose(hall, hall.keys[1], secret="y")
    page = hall.people["ben"].get("/jury/landespreis-1/sitzung").text
    assert "Niemand sieht, wie Sie gestimmt haben" in page
    assert vote(hall, "ben", motion, "no") == 303
    assert "Sie haben geheim abgestimmt." in hall.people["ben"].get("/jury/landespreis-1/sitzung").text
    running = hall.client.get(f"{PAGE}/{hall.keys[1]}").text
    assert "1 von 5" in running
    assert " nein" not in running
    db.session.rollback()
    lines = db.session.scalars(select(AuditEntry).where(AuditEntry.action == "meeting.vote")).all()
    assert [set(line.new) for line in lines] == [{"motion"}]


@pytest.mark.parametrize(
    ("secret", "words"),
    [({"secret": "y"}, "lässt sich danach nicht mehr ändern"), ({}, "Bis zum Auszählen können Sie Ihre Stimme ändern")],
)
def test_a_vote_asks_once_and_says_what_is_final(hall, secret, words):
    open_sitting(hall)
    motion = propose(hall, hall.keys[1], **secret)
    asked = hall.people["ben"].submit_form(JURY, {}, form=motion, button="stimme=no")
    assert "Ihre Stimme: Nein" in asked.text
    assert words in asked.text
    db.session.rollback()
    assert db.session.scalars(select(Ballot)).all() == [], "asking counts nothing"
    assert vote(hall, "ben", motion, "no") == 303
    db.session.rollback()
    assert db.session.scalars(select(Ballot)).one().juror_id == hall.seats["ben"]


def test_nobody_is_asked_about_what_is_counted_or_not_theirs(hall):
    open_sitting(hall)
    motion = propose(hall, hall.keys[0])
    data = form_fields(hall.people["emil"].get("/jury/").text, "abmelden")[1].to_dict() | {"stimme": "no"}
    assert hall.people["emil"].post(f"{JURY}/{motion}", data=data).status_code == 404, "recused"
    action, fields = form_fields(hall.people["ben"].get(JURY).text, motion)
    show_of_hands(hall, hall.keys[0], ada="yes", cleo="yes", dora="yes", ben="yes")
    late = hall.people["ben"].post(action, data=fields.to_dict() | {"stimme": "no"})
    assert late.status_code == 303
    assert "schon ausgezählt" in hall.people["ben"].get(JURY).text


def test_no_choice_is_nearer_than_the_others(hall):
    open_sitting(hall)
    motion = propose(hall, hall.keys[1])
    page = LexborHTMLParser(hall.people["ben"].get(JURY).text)
    buttons = page.css(f'form[action$="{motion}"] button[name="stimme"]')
    assert [one.attributes["value"] for one in buttons] == ["yes", "no", "abstain"]
    assert len({one.attributes["class"] for one in buttons}) == 1


def test_who_is_not_there_cannot_vote_and_is_told(hall):
    open_sitting(hall, "ada", "ben", "cleo")
    motion = propose(hall, hall.keys[1])
    assert "noch nicht als anwesend vermerkt" in hall.people["dora"].get("/jury/landespreis-1/sitzung").text
    assert vote_unasked(hall, "dora", motion) == 303
    assert "nicht als anwesend vermerkt" in hall.people["dora"].get("/jury/landespreis-1/sitzung").text
    db.session.rollback()
    assert db.session.scalars(select(Ballot)).all() == []


def test_the_agenda_is_reordered_and_another_motion_waits(hall):
    open_sitting(hall)
    hall.client.submit_form(PAGE, {}, form=f"{hall.keys[1]}/reihenfolge", button="richtung=hoch")
    page = hall.client.get(PAGE).text
    assert page.index(f'/sitzung/{hall.keys[1]}"') < page.index(f'/sitzung/{hall.keys[0]}"')
    propose(hall, hall.keys[1])
    assert "Neuer Antrag" not in hall.client.get(f"{PAGE}/{hall.keys[1]}").text
    hall.client.submit_form(PAGE, SURE, form="sitzung/ende")
    page = hall.client.get(PAGE).text
    assert "Es läuft noch eine Abstimmung." in page
    assert "Sitzung beenden" in page


def test_the_wall_names_no_juror(hall):
    open_sitting(hall)
    propose(hall, hall.keys[1])
    show_of_hands(hall, hall.keys[1], ada="yes", ben="yes", cleo="yes", dora="no", emil="abstain")
    page = hall.client.get(f"{PAGE}/{hall.keys[1]}/wand").text
    assert "3 ja, 1 nein" in page
    for name in NAMES:
        assert f"{name}@jury.example" not in page


def test_what_is_missing_is_said(hall):
    open_sitting(hall)
    answer = hall.client.submit_form(
        f"{PAGE}/{hall.keys[1]}", {"kind": "winner", "entry": "", "text": "So"} | SURE, form="antrag"
    )
    assert answer.status_code == 422
    assert "Bitte wählen Sie einen zugelassenen Beitrag" in answer.text
    assert ">So</textarea>" in answer.text


def test_what_is_decided_is_never_changed(hall):
    open_sitting(hall, "ada", "ben", "cleo")
    propose(hall, hall.keys[1])
    show_of_hands(hall, hall.keys[1], ada="yes", ben="yes", cleo="yes")
    for statement in (
        "UPDATE motion SET yes = 0",
        "DELETE FROM motion",
        "UPDATE ballot SET choice = 'no'",
        "DELETE FROM ballot",
        "DELETE FROM meeting_presence",
    ):
        with pytest.raises(DatabaseError), write_session() as session:
            session.execute(text(statement))
    factories.set_phase(hall.edition, Phase.DECIDED)
    with pytest.raises(DatabaseError, match="does not deliberate"), write_session() as session:
        session.execute(text("UPDATE meeting SET closed_at = NULL"))


def test_the_chair_orders_the_agenda_and_nobody_else_of_the_jury(hall):
    open_sitting(hall)
    second, first = hall.keys[1], hall.keys[0]
    assert "Nach oben" not in hall.people["ben"].get(JURY).text
    fields = form_fields(hall.people["ben"].get(JURY).text, "abmelden")[1].to_dict()
    address = f"{JURY}/tagesordnung/{second}"
    sent = {**fields, "richtung": "hoch", "idempotency_key": "k" * 22}
    assert hall.people["ben"].post(address, data=sent).status_code == 404
    assert hall.people["ada"].submit_form(JURY, {}, form=second, button="richtung=hoch").status_code == 303
    page = hall.client.get(PAGE).text
    assert page.index(f'/sitzung/{second}"') < page.index(f'/sitzung/{first}"')


def test_a_count_with_votes_missing_asks_once_and_says_whose(hall):
    open_sitting(hall)
    key = hall.keys[1]
    propose(hall, key)
    votes = SURE | {f"stimme-{hall.seats[name]}": "yes" for name in ("ada", "ben", "cleo")}
    page = hall.client.submit_form(f"{PAGE}/{key}", votes, form="stimmen", button="absicht=zaehlen")
    assert page.status_code == 422
    assert "Noch nicht abgestimmt haben: Dora, Emil." in page.text
    db.session.rollback()
    # Nothing typed is lost: what was shown by hands is noted.
    assert db.session.scalars(select(Motion)).one().outcome is None
    assert len(db.session.scalars(select(Ballot)).all()) == 3
    assert count_without(hall, page).status_code == 303
    counted = db.session.scalars(select(Motion)).one()
    assert (counted.outcome, counted.yes, counted.present, counted.entitled, counted.needed) == ("carried", 3, 5, 5, 3)


def test_what_was_confirmed_was_these_and_no_others(hall):
    """Somebody comes in between: a further missing vote is asked about again."""
    open_sitting(hall, "ada", "ben", "cleo", "dora")
    key = hall.keys[1]
    propose(hall, key)
    votes = SURE | {f"stimme-{hall.seats[name]}": "yes" for name in ("ada", "ben", "cleo")}
    page = hall.client.submit_form(f"{PAGE}/{key}", votes, form="stimmen", button="absicht=zaehlen")
    be_there(hall, *NAMES)
    again = count_without(hall, page)
    assert again.status_code == 422
    assert count_without(hall, again).status_code == 303


def test_nobody_writes_down_another_vote_for_who_voted_themselves(hall):
    open_sitting(hall)
    key = hall.keys[1]
    motion = propose(hall, key)
    stale = form_fields(hall.client.get(f"{PAGE}/{key}").text, "stimmen")
    assert vote(hall, "ben", motion, "no") == 303
    assert "selbst abgestimmt" in hall.client.get(f"{PAGE}/{key}").text
    action, fields = stale
    sent = fields.to_dict() | {f"stimme-{hall.seats[name]}": "yes" for name in NAMES} | {"absicht": "zaehlen"} | SURE
    assert hall.client.post(action, data=sent).status_code == 303
    db.session.rollback()
    counted = db.session.scalars(select(Motion)).one()
    assert (counted.yes, counted.no) == (4, 1)


def test_counting_without_the_tick_keeps_the_votes_and_says_so(hall):
    open_sitting(hall)
    key = hall.keys[1]
    propose(hall, key)
    votes = {f"stimme-{hall.seats[name]}": "yes" for name in NAMES}
    page = hall.client.submit_form(f"{PAGE}/{key}", votes, form="stimmen", button="absicht=zaehlen")
    assert page.status_code == 422
    assert "Die Stimmen sind vermerkt, aber noch nicht gezählt." in page.text
    assert "Noch ist nichts geschehen" not in page.text
    db.session.rollback()
    assert db.session.scalars(select(Motion)).one().outcome is None
    assert len(db.session.scalars(select(Ballot)).all()) == len(NAMES)
    assert hall.client.submit_form(f"{PAGE}/{key}", SURE, form="stimmen", button="absicht=zaehlen").status_code == 303
    db.session.rollback()
    assert db.session.scalars(select(Motion)).one().yes == len(NAMES)
