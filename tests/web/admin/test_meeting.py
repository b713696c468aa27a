"""A whole meeting in the browser: five categories, quorum lost, a recusal, a tie, against rank 1, an interruption, a seal."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from ikz_award.domain.actors import Actor, PanelRole
from ikz_award.domain.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.audit import AuditEntry
from ikz_award.models.editions import Category, Edition
from ikz_award.models.jury import Juror, Recusal
from ikz_award.models.meeting import Ballot, Motion
from ikz_award.queries.seal import current_seal
from ikz_award.reports.build import build_result_report
from ikz_award.reports.result_report import result_report_html
from ikz_award.services.intention import write_session
from tests import factories
from tests.client import PASSWORD, form_fields
from tests.conftest import NOW

PAGE = "/verwaltung/runden/landespreis-1/sitzung"
JURY = "/jury/landespreis-1/sitzung"
NAMES = ("ada", "ben", "cleo", "dora", "emil")
LEADS = (factories.BOCHOLT, factories.AHAUS)
WHY = "Die Jury hat beide Beiträge verglichen und sich aus den Gründen, die in der Sitzung genannt wurden, so entschieden."


@pytest.fixture
def hall(client, applicant, log_in):
    """Five categories with two entries each; Ada is the chair, Emil recused from the leader of the first category."""
    edition = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    jurors = {
        name: factories.make_juror(edition, f"{name}@jury.example", role=PanelRole.CHAIR if name == "ada" else PanelRole.MEMBER)
        for name in NAMES
    }
    keys = list(db.session.scalars(select(Category.key).where(Category.edition_id == edition.id).order_by(Category.position)))
    entries = {}
    for key in keys:
        for title, lead, points in (("Erster", LEADS[0], "9"), ("Zweiter", LEADS[1], "7")):
            entry = factories.make_entry(
                edition, created_by=applicant, status=EntryStatus.ADMITTED, category=key, title=f"{title} {key}", lead_key=lead
            )
            for juror in jurors.values():
                factories.make_sheet(entry, juror, (points,) * 3)
            entries[key, title] = entry.public_id, entry.id
    seats = {name: db.session.scalars(select(Juror.id).where(Juror.account_id == jurors[name].id)).one() for name in NAMES}
    with write_session() as session:
        session.add(Recusal(juror_id=seats["emil"], entry_id=entries[keys[0], "Erster"][1], reason="Wohnort", declared_at=NOW))
    factories.set_phase(edition, Phase.DELIBERATION)
    people = {name: log_in(jurors[name]) for name in NAMES}
    return SimpleNamespace(
        edition=edition, edition_id=edition.id, client=client, keys=keys, entries=entries, seats=seats, people=people
    )


def open_sitting(hall, *present):
    assert hall.client.submit_form(PAGE, {}, form="sitzung", button="art=sitzung").status_code == 303
    be_there(hall, *present or NAMES)


def be_there(hall, *present):
    there = {"anwesend": [str(hall.seats[name]) for name in present]}
    assert hall.client.submit_form(PAGE, there, form="anwesenheit").status_code == 303


def propose(hall, key, title="Erster", kind="winner", **more):
    chosen = hall.entries[key, title][0] if title else ""
    answer = hall.client.submit_form(f"{PAGE}/{key}", {"kind": kind, "entry": chosen, "text": "", **more}, form="antrag")
    assert answer.status_code == 303
    db.session.rollback()
    return db.session.scalars(select(Motion).order_by(Motion.id.desc())).first().public_id


def show_of_hands(hall, key, **choices):
    votes = {f"stimme-{hall.seats[name]}": choice for name, choice in choices.items()}
    assert hall.client.submit_form(f"{PAGE}/{key}", votes, form="stimmen", button="absicht=zaehlen").status_code == 303
    db.session.rollback()
    return db.session.scalars(select(Motion).order_by(Motion.id.desc())).first()


def decide(hall, key, winner):
    page = f"/verwaltung/runden/landespreis-1/entscheidung/{key}"
    typed = {"winner": winner, "reason": WHY}
    answer = hall.client.submit_form(page, typed)
    if answer.status_code == 422:  # off rank 1: the page asks whether that is meant
        fields = form_fields(answer.text)[1].to_dict()
        answer = hall.client.post(page, data=fields | typed | {"is_confirmed": "y"})
    assert answer.status_code == 302


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
    assert hall.client.submit_form(f"{PAGE}/{keys[3]}", {}, form="zaehlen").status_code == 303
    counted = db.session.scalars(select(Motion).where(Motion.public_id == secret)).one()
    assert (counted.yes, counted.no, counted.outcome) == (3, 2, "carried")
    assert set(db.session.scalars(select(Ballot.choice).where(Ballot.motion_id == counted.id))) == {None}
    # The fifth: against rank 1.
    propose(hall, keys[4], "Zweiter")
    assert show_of_hands(hall, keys[4], **yes).outcome == "carried"
    assert hall.client.submit_form(PAGE, {}, form="sitzung/ende").status_code == 303
    for key in keys[:4]:
        decide(hall, key, hall.entries[key, "Erster"][0])
    decide(hall, keys[4], hall.entries[keys[4], "Zweiter"][0])
    seal(hall)
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


def vote(hall, name, motion, choice):
    page = "/jury/landespreis-1/sitzung"
    return hall.people[name].submit_form(page, {}, form=motion, button=f"stimme={choice}").status_code


def vote_unasked(hall, name, motion):
    """Sent without a button on the page to press."""
    fields = form_fields(hall.people[name].get("/jury/").text, "abmelden")[1].to_dict()
    address = f"/jury/landespreis-1/sitzung/{motion}"
    return hall.people[name].post(address, data=fields | {"stimme": "no", "idempotency_key": "k" * 22}).status_code


def seal(hall):
    step = "/verwaltung/runden/landespreis-1/schritt/entschieden"
    assert hall.client.submit_form(step, {}).status_code == 302
    for people, page in (
        (hall.client, "/verwaltung/runden/landespreis-1/siegel"),
        (hall.people["ada"], "/jury/landespreis-1/siegel"),
    ):
        hints = people.get(page).text
        # Bocholt leads four of the five winners, Ahaus the other; both lie in one region.
        assert "Vor dem Siegel noch einmal hinsehen" in hints
        assert "Stadt Bocholt gewinnt mehrfach, 4-mal federführend" in hints
        assert "Alle Preisträger kommen aus dem Regierungsbezirk Münster." in hints
    confirmed = {"is_checked": "y", "password": PASSWORD}
    assert hall.client.submit_form("/verwaltung/runden/landespreis-1/siegel", confirmed).status_code == 303
    assert hall.people["ada"].submit_form("/jury/landespreis-1/siegel", confirmed).status_code == 303
    db.session.rollback()
    assert current_seal(db.session(), edition_id=hall.edition_id) is not None


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


def test_who_is_not_there_cannot_vote_and_is_told(hall):
    open_sitting(hall, "ada", "ben", "cleo")
    motion = propose(hall, hall.keys[1])
    assert "noch nicht als anwesend vermerkt" in hall.people["dora"].get("/jury/landespreis-1/sitzung").text
    assert vote_unasked(hall, "dora", motion) == 303
    assert "nicht als anwesend vermerkt" in hall.people["dora"].get("/jury/landespreis-1/sitzung").text
    db.session.rollback()
    assert db.session.scalars(select(Ballot)).all() == []


def test_in_writing_everybody_is_there(hall):
    assert hall.client.submit_form(PAGE, {}, form="sitzung", button="art=umlauf").status_code == 303
    motion = propose(hall, hall.keys[1])
    for name in NAMES:
        assert vote(hall, name, motion, "yes") == 303
    assert show_of_hands(hall, hall.keys[1]).outcome == "carried"


def test_the_agenda_is_reordered_and_another_motion_waits(hall):
    open_sitting(hall)
    hall.client.submit_form(PAGE, {}, form=f"{hall.keys[1]}/reihenfolge", button="richtung=hoch")
    page = hall.client.get(PAGE).text
    assert page.index(f'/sitzung/{hall.keys[1]}"') < page.index(f'/sitzung/{hall.keys[0]}"')
    propose(hall, hall.keys[1])
    assert "Neuer Antrag" not in hall.client.get(f"{PAGE}/{hall.keys[1]}").text
    hall.client.submit_form(PAGE, {}, form="sitzung/ende")
    page = hall.client.get(PAGE).text
    assert "Es läuft noch eine Abstimmung." in page
    assert "Sitzung beenden" in page


def test_the_wall_names_no_juror(hall):
    open_sitting(hall)
    propose(hall, hall.keys[1])
    show_of_hands(hall, hall.keys[1], ada="yes", ben="yes", cleo="yes", dora="no")
    page = hall.client.get(f"{PAGE}/{hall.keys[1]}/wand").text
    assert "3 ja, 1 nein" in page
    for name in NAMES:
        assert f"{name}@jury.example" not in page


def test_what_is_missing_is_said(hall):
    open_sitting(hall)
    answer = hall.client.submit_form(f"{PAGE}/{hall.keys[1]}", {"kind": "winner", "entry": "", "text": "So"}, form="antrag")
    assert answer.status_code == 422
    assert "Bitte wählen Sie einen zugelassenen Beitrag" in answer.text
    assert ">So</textarea>" in answer.text


def test_what_is_decided_is_never_changed(hall):
    open_sitting(hall)
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


def test_an_objection_ends_the_circulation_and_is_named(hall):
    hall.client.submit_form(PAGE, {}, form="sitzung", button="art=umlauf")
    propose(hall, hall.keys[1])
    answer = hall.people["ben"].submit_form(JURY, {"grund": "Das gehört an einen Tisch."}, form="widerspruch")
    assert answer.status_code == 303
    assert "durch Widerspruch beendet" in hall.people["cleo"].get(JURY).text
    page = hall.client.get(PAGE).text
    assert "durch Widerspruch von Ben" in page
    assert "Das gehört an einen Tisch." in page
    db.session.rollback()
    assert [motion.outcome for motion in db.session.scalars(select(Motion))] == ["no_quorum"]
    # Then they meet.
    assert hall.client.submit_form(PAGE, {}, form="sitzung", button="art=sitzung").status_code == 303
    assert "Ich möchte, dass die Jury zusammenkommt" not in hall.people["ben"].get(JURY).text
    with pytest.raises(DatabaseError, match="on record"), write_session() as session:
        session.execute(text("DELETE FROM meeting_objection"))


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
