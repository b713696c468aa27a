"""A vote against, a tie, a lost quorum, a circulation: minutes, seal and report agree with the ballots.

They are recounted by other code, which reads the tables as they are and knows of the rules only what is in the edition's row.
"""

import html
import json
import re
from collections import Counter
from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from sqlalchemy import text

from ikz_award.domain.permissions.actors import Actor
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.reports.result.build import build_result_report
from ikz_award.reports.result.result_report import result_report_html
from tests.client import PASSWORD, form_fields
from tests.conftest import NOW
from tests.web.admin.decision.hall import (
    DUE_AT,
    JURY,
    NAMES,
    PAGE,
    SURE,
    WHY,
    be_there,
    circulate,
    count_without,
    make_hall,
    open_sitting,
    propose,
    show_of_hands,
    vote,
)

DECISION = "/verwaltung/runden/landespreis-1/entscheidung/{}"
SHARES = {"half": (1, 2, False), "more_than_half": (1, 2, True), "two_thirds": (2, 3, False), "all": (1, 1, False)}


@pytest.fixture
def hall(client, applicant, log_in):
    """Where a decision needs a vote, and may go against it."""
    return make_hall(client, applicant, log_in, needs_vote=True, allows_against_vote=True)


def recount():
    """Motion id → what its ballots say."""
    db.session.rollback()

    def rows(statement, **values):
        return [SimpleNamespace(**row) for row in db.session.execute(text(statement), values).mappings()]

    [rule] = rows("SELECT quorum, quorum_least, chair_breaks_ties FROM edition WHERE slug = 'landespreis-1'")
    jurors = rows("SELECT id, role FROM juror")
    found = {}
    for motion in rows(
        "SELECT motion.*, meeting.is_written FROM motion JOIN meeting ON meeting.id = motion.meeting_id ORDER BY motion.id"
    ):
        away = {one.juror_id for one in rows("SELECT juror_id FROM recusal WHERE entry_id = :entry", entry=motion.entry_id)}
        may = {one.id for one in jurors if one.role != "deputy"} - away
        cast = {one.juror_id: one.choice for one in rows("SELECT * FROM ballot WHERE motion_id = :motion", motion=motion.id)}
        noted = rows(
            "SELECT * FROM meeting_presence WHERE meeting_id = :meeting AND noted_at <= :closed ORDER BY id",
            meeting=motion.meeting_id,
            closed=motion.closed_at,
        )
        present = {juror for juror, is_present in {one.juror_id: one.is_present for one in noted}.items() if is_present}
        part = len(may & (set(cast) if motion.is_written else present))
        over, under, is_more = SHARES[rule.quorum]
        enough = max(len(may) * over // under + 1 if is_more else -(-len(may) * over // under), rule.quorum_least)
        sums = Counter(choice for juror, choice in cast.items() if juror in may)
        chair = next((cast.get(one.id) for one in jurors if one.role == "chair"), None)
        yes, no = sums["yes"], sums["no"]
        carried = yes > no or (yes == no > 0 and rule.chair_breaks_ties and chair == "yes")
        found[motion.id] = SimpleNamespace(
            row=motion,
            yes=yes,
            no=no,
            abstain=sums["abstain"],
            entitled=len(may),
            enough=enough,
            part=part,
            outcome="no_quorum" if part < enough else "carried" if carried else "rejected",
        )
    return found


def hold_the_meeting(hall):
    """The four ways a vote ends; returns motion ids by what happened."""
    keys, yes, no = hall.keys, dict.fromkeys(NAMES, "yes"), dict.fromkeys(NAMES, "no")
    open_sitting(hall)
    propose(hall, keys[0])
    carried = show_of_hands(hall, keys[0], **{name: "yes" for name in NAMES if name != "emil"}).id
    propose(hall, keys[1])
    rejected = show_of_hands(hall, keys[1], **no).id
    propose(hall, keys[2])
    tied = show_of_hands(hall, keys[2], ada="no", ben="yes", cleo="yes", dora="no", emil="abstain").id
    propose(hall, keys[2], "Zweiter")
    second = show_of_hands(hall, keys[2], **yes).id
    with time_machine.travel(NOW + timedelta(minutes=5), tick=False):
        be_there(hall, "ada", "ben")
        propose(hall, keys[3])
        lost = show_of_hands(hall, keys[3], ada="yes", ben="yes").id
    assert hall.client.submit_form(PAGE, SURE, form="sitzung/ende").status_code == 303
    circulate(hall)
    again, none = propose(hall, keys[3]), propose(hall, keys[4], title="", kind="no_prize")
    for name, choice in (("ada", "yes"), ("ben", "yes"), ("cleo", "no")):
        assert vote(hall, name, again, choice) == 303
    for name in NAMES:
        assert vote(hall, name, none, "no" if name == "emil" else "yes") == 303
    with time_machine.travel(DUE_AT.replace(second=30), tick=False):
        asked = hall.client.submit_form(PAGE, SURE, form="sitzung/ende")
        assert asked.status_code == 422
        assert count_without(hall, asked, form="ende").status_code == 303
    db.session.rollback()
    written = list(db.session.execute(text("SELECT id FROM motion WHERE id > :last ORDER BY id"), {"last": lost}).scalars())
    return {"carried": carried, "rejected": rejected, "tied": tied, "second": second, "lost": lost, "again": written[0],
            "none": written[1]}  # fmt: skip


def decide(hall, key, winner, reason=WHY, **more):
    return hall.client.submit_form(DECISION.format(key), {"winner": winner, "reason": reason, **more})


def decide_against_the_vote(hall):
    """Refused without the tick and the numbers; the text block names them; then it is recorded."""
    key, winner = hall.keys[1], hall.entries[hall.keys[1], "Erster"][0]
    page = decide(hall, key, winner)
    assert page.status_code == 422
    assert "Die Jury hat das in ihrer letzten Abstimmung darüber abgelehnt: 0 Ja, 5 Nein, 0 Enthaltungen." in page.text
    fields = form_fields(page.text)[1].to_dict()
    still = hall.client.post(DECISION.format(key), data=fields | {"confirms_vote": "y"})
    assert still.status_code == 422
    assert "Bitte nennen Sie die Abstimmung in der Begründung." in still.text
    with_blocks = hall.client.post(DECISION.format(key), data=fields | {"bausteine": "1"})
    block = form_fields(with_blocks.text)[1]["reason"]
    assert "Preis für „Erster vernetzung“" in block
    assert "abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen; 5 von 5 Stimmberechtigten waren da, nötig waren 3), weil" in block
    fields = form_fields(with_blocks.text)[1].to_dict()
    done = hall.client.post(DECISION.format(key), data=fields | {"confirms_vote": "y"})
    assert done.status_code == 302


def decide_all(hall):
    keys, entries = hall.keys, hall.entries
    # The circulation's winner is not on record yet where the vote carried another, or none.
    refused = decide(hall, keys[4], entries[keys[4], "Erster"][0])
    assert refused.status_code == 422
    assert "Die Jury hat anders beschlossen: 4 Ja, 1 Nein, 0 Enthaltungen." in refused.text
    assert decide(hall, keys[0], entries[keys[0], "Erster"][0]).status_code == 302
    decide_against_the_vote(hall)
    page = decide(hall, keys[2], entries[keys[2], "Zweiter"][0])
    fields = form_fields(page.text)[1].to_dict()
    assert hall.client.post(DECISION.format(keys[2]), data=fields | {"is_confirmed": "y"}).status_code == 302
    assert decide(hall, keys[3], entries[keys[3], "Erster"][0]).status_code == 302
    assert decide(hall, keys[4], "none").status_code == 302


def test_minutes_seal_and_report_agree_with_the_ballots(hall):
    motions = hold_the_meeting(hall)
    counted = recount()
    the_rows_agree(counted, motions)
    the_minutes_agree(hall, counted)
    decide_all(hall)
    the_step_and_the_seal_page_agree(hall, counted, motions)
    seal_it(hall)
    the_report_agrees(hall, counted, motions)


def the_rows_agree(counted, motions):
    for id_, one in counted.items():
        row = one.row
        found = (one.yes, one.no, one.abstain, one.part, one.entitled, one.enough, one.outcome)
        assert (row.yes, row.no, row.abstain, row.present, row.entitled, row.needed, row.outcome) == found, id_
    outcomes = {name: counted[id_].row.outcome for name, id_ in motions.items()}
    assert outcomes == {
        "carried": "carried", "rejected": "rejected", "tied": "rejected", "second": "carried", "lost": "no_quorum",
        "again": "carried", "none": "carried",
    }  # fmt: skip


def abstained(one):
    return f"{one.abstain} Enthaltung" + ("" if one.abstain == 1 else "en")


def the_minutes_agree(hall, counted):
    """Both meetings stand on one page, each motion with its numbers; and so on the page of its category."""
    page = plain(hall.client.get(PAGE).text)
    for one in counted.values():
        numbers = f"{one.yes} ja, {one.no} nein, {abstained(one)}"
        part = f"{one.part} von {one.entitled} Stimmberechtigten"
        assert re.search(rf"{numbers} {part} (da|ha(ben|t) abgestimmt), nötig {one.enough}", page), (numbers, part)
    for key in hall.keys:
        item = plain(hall.client.get(f"{PAGE}/{key}").text)
        for one in counted.values():
            category = db.session.execute(
                text("SELECT key FROM category WHERE id = :id"), {"id": one.row.category_id}
            ).scalar_one()
            if category == key:
                assert f"{one.yes} ja, {one.no} nein, {abstained(one)}" in item


def the_step_and_the_seal_page_agree(hall, counted, motions):
    against = counted[motions["rejected"]]
    numbers = f"{against.yes} Ja, {against.no} Nein, {abstained(against)}"
    for page in ("/verwaltung/runden/landespreis-1/rangfolge", PAGE):
        assert f"abgelehnt mit {numbers}" in plain(hall.client.get(page).text)
    assert hall.client.submit_form("/verwaltung/runden/landespreis-1/schritt/entschieden", {}).status_code == 302
    for who, address in ((hall.client, "/verwaltung/runden/landespreis-1/siegel"), (hall.people["ada"], JURY[:-8] + "/siegel")):
        page = plain(who.get(address).text)
        assert "Gegen die Abstimmung der Jury entschieden." in page
        assert f"abgelehnt mit {numbers}" in page
        for name in ("carried", "second", "again", "none"):
            one = counted[motions[name]]
            assert f"angenommen mit {one.yes} Ja, {one.no} Nein, {abstained(one)}" in page


def seal_it(hall):
    confirmed = {"is_checked": "y", "password": PASSWORD}
    assert hall.client.submit_form("/verwaltung/runden/landespreis-1/siegel", confirmed).status_code == 303
    assert hall.people["ada"].submit_form("/jury/landespreis-1/siegel", confirmed).status_code == 303
    document = json.loads(hall.client.get("/verwaltung/runden/landespreis-1/siegel/1/ergebnis.json").text)["document"]
    [decided] = [one["decision"] for one in document["categories"] if one["key"] == hall.keys[1]]
    assert "abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen" in decided["reason"]
    db.session.rollback()
    # The row that was sealed says how it stands with the vote, and with which.
    sealed = db.session.execute(
        text("SELECT content FROM sealed_row WHERE table_name = 'decision' AND content LIKE '%rejected%'")
    ).scalar_one()
    rejected = db.session.execute(text("SELECT id FROM motion WHERE yes = 0 AND no = 5")).scalar_one()
    assert json.loads(sealed)["motion_id"] == rejected


def the_report_agrees(hall, counted, motions):
    edition = db.session.get_one(Edition, hall.edition_id)
    report = build_result_report(db.session(), actor=Actor(account_id=1, is_admin=True), edition=edition, now=NOW)
    page = plain(result_report_html(report))
    for one in counted.values():
        took = ("haben abgestimmt", "hat abgestimmt") if one.row.is_written else ("waren da", "war da")
        assert (
            f"mit {one.yes} Ja, {one.no} Nein, {abstained(one)}; {one.part} von {one.entitled} "
            f"Stimmberechtigten {took[one.part == 1]}, nötig waren {one.enough}."
        ) in page
    [against] = [one.vote for one in report.categories if one.key == hall.keys[1]]
    assert against[0].startswith("Gegen die Abstimmung der Jury entschieden.")
    assert "abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen" in against[0]
    assert "bei Stimmengleichheit abgelehnt mit 2 Ja, 2 Nein, 1 Enthaltung" in page
    assert "Gegen die Abstimmung der Jury entschieden." in page


def plain(page):
    """The words of a page, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())
