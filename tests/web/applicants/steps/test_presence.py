"""Who else is on a step now: shown with the page and to the script that asks; nobody else is told."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import select

from ikz_award.domain.entries.rights import FRESH_FOR, PRESENT_FOR, EntryRight
from ikz_award.extensions import db
from ikz_award.jobs.periodic import rounds_of
from ikz_award.models.entries.sharing import EntryInvitation, StepPresence
from ikz_award.models.people.accounts import Account
from tests import factories
from tests.client import form_fields
from tests.factories import BOCHOLT, BORKEN, NOW
from tests.web.applicants.conftest import count, first

SECOND = timedelta(seconds=1)


@pytest.fixture
def luca(case, log_in):
    account = factories.make_account("luca@borken.example", name="Luca <Muster>", lead_key=BORKEN)
    factories.make_right(case.entry, account, EntryRight.EDIT)
    return log_in(account)


def page(client, case, name="projekt"):
    return client.get(f"{case.url}/schritt/{name}").text


def part(client, case, known="", name="projekt"):
    return client.get(f"{case.url}/schritt/{name}/anwesend?bekannt={known}", headers={"HX-Request": "true"})


def mark(text):
    return text.partition("bekannt=")[2].partition('"')[0]


def test_two_on_a_step_see_each_other(case, luca):
    assert "Gerade auch hier" not in page(case.kim, case)
    shown = page(luca, case)
    assert "Gerade auch hier: Kim Beispiel." in shown
    assert "Gerade auch hier: Luca &lt;Muster&gt;." in page(case.kim, case)
    assert "Gerade auch hier" not in page(case.kim, case, "partner"), "another step is another place"


@pytest.mark.parametrize("name", ["projekt", "partner", "anlagen", "pruefen"])
def test_every_kind_of_step_says_so(case, luca, name):
    page(luca, case, name)
    assert "Gerade auch hier: Luca" in page(case.kim, case, name)


def test_somebody_gone_is_gone_after_a_minute(case, luca, clock):
    page(luca, case)
    clock.move_to(NOW + PRESENT_FOR)
    assert "Luca" in page(case.kim, case)
    clock.move_to(NOW + PRESENT_FOR + SECOND)
    assert "Luca" not in page(case.kim, case)


def test_the_script_is_told_only_what_is_new(case, luca, clock):
    empty = mark(page(case.kim, case))
    assert part(case.kim, case, empty).status_code == 204
    page(luca, case)
    answer = part(case.kim, case, empty)
    assert answer.status_code == 200
    assert "Luca &lt;Muster&gt;" in answer.text
    assert "<html" not in answer.text
    assert part(case.kim, case, mark(answer.text)).status_code == 204
    clock.move_to(NOW + PRESENT_FOR + SECOND)
    gone = part(case.kim, case, mark(answer.text))
    assert "Luca" not in gone.text
    assert mark(gone.text) == empty


def test_an_open_page_and_typing_keep_somebody_there(case, luca, clock):
    _, form = form_fields(page(luca, case), "/schritt/projekt")
    for minute in (1, 2):
        clock.move_to(NOW + timedelta(minutes=minute))
        assert part(luca, case).status_code == 200
        assert "Luca" in page(case.kim, case)
    clock.move_to(NOW + timedelta(minutes=4))
    assert "Luca" not in page(case.kim, case)
    form["q_goal"] = "Getippt."
    assert luca.post(f"{case.url}/schritt/projekt/zwischenspeichern", data=form).json["version"] == 1
    assert "Luca" in page(case.kim, case)


def test_signs_of_life_close_together_are_written_once(case, clock):
    page(case.kim, case)
    clock.move_to(NOW + FRESH_FOR)
    page(case.kim, case)
    assert first(select(StepPresence.seen_at)) == NOW
    clock.move_to(NOW + FRESH_FOR + SECOND)
    page(case.kim, case)
    assert first(select(StepPresence.seen_at)) == NOW + FRESH_FOR + SECOND
    assert count(StepPresence) == 1


def test_what_is_a_day_old_is_deleted_by_the_worker(case, luca, clock, app, log_in):
    [forget] = [one for one in rounds_of(app.config) if one.name == "old presence"]
    page(luca, case)
    clock.move_to(NOW + timedelta(days=1))
    page(log_in(first(select(Account).where(Account.email == "kim@bocholt.example"))), case)
    forget.run()
    assert count(StepPresence) == 2
    clock.move_to(NOW + timedelta(days=1, seconds=1))
    forget.run()
    assert count(StepPresence) == 1


def test_three_are_named_in_order(case, luca, log_in):
    for name in ("Zoe Zander", "Alex Anders"):
        page(log_in(factories.make_account(f"{name[0]}@bocholt.example", name=name, lead_key=BOCHOLT)), case)
    page(luca, case)
    assert "Gerade auch hier: Alex Anders, Luca &lt;Muster&gt;, Zoe Zander." in page(case.kim, case)


@pytest.mark.parametrize(("what", "status"), [("entziehen", 404), ("recht", 403)])
def test_who_lost_the_right_neither_sees_nor_is_seen(case, luca, what, status):
    page(luca, case)
    assert "Luca" in page(case.kim, case)
    row = first(select(EntryInvitation.id))
    _, form = form_fields(case.kim.get(f"{case.url}/mitwirkende").text, f"/{row}/{what}")
    case.kim.post(f"{case.url}/mitwirkende/{row}/{what}", data={**form, "right": "read"})
    assert part(luca, case).status_code == status
    assert "Luca" not in page(case.kim, case)


def test_readers_of_the_entry_are_not_told(case, log_in):
    reader = factories.make_account("noa@borken.example", name="Noa Neuland", lead_key=BORKEN)
    factories.make_right(case.entry, reader, EntryRight.READ)
    page(case.kim, case)
    assert part(log_in(reader), case).status_code == 403
    assert case.robin.get(f"{case.url}/schritt/projekt/anwesend").status_code == 404


def test_a_busy_database_holds_no_page_up(app, case):
    """Somebody else writes for a long time: the page comes, only the note of who was there is left out."""
    case.kim.get("/bewerbung/neu")  # the session has its token
    raw = db.engine.raw_connection()
    raw.driver_connection.execute("PRAGMA query_only=OFF")
    raw.driver_connection.execute("BEGIN IMMEDIATE")
    try:
        before = time.perf_counter()
        assert "Vergabestelle" in page(case.kim, case)
        # Whoever waits for the lock waits ten seconds.
        assert time.perf_counter() - before < 8
    finally:
        raw.driver_connection.execute("ROLLBACK")
        raw.close()
    assert count(StepPresence) == 0


def test_a_step_costs_as_many_queries_with_many_present(case, luca, log_in, count_queries):
    page(case.kim, case)
    alone = count_queries(lambda: page(case.kim, case))
    kim = first(select(Account.id).where(Account.email == "kim@bocholt.example"))
    assert kim
    for number in range(20):
        page(log_in(factories.make_account(f"p{number}@bocholt.example", name=f"P {number}", lead_key=BOCHOLT)), case)
    assert count_queries(lambda: page(case.kim, case)) == alone
