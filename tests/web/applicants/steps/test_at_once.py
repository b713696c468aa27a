"""Handing in over real connections, several at once, and around the deadline: one entry has one number, and what counts is
when a request arrives."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select
from werkzeug.serving import make_server

from ikz_award.adapters.database import WRITE
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Submission
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.record.outbox import OutgoingMail
from ikz_award.queries.invariants import broken_invariants
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import form_fields
from tests.factories import NOW

CONSENTS = {"q_consent_rules": "yes", "q_consent_privacy": "yes", "q_consent_partners": "yes"}
AT_ONCE = 6


@dataclass(frozen=True)
class Form:
    """A form as a browser would send it, with the person's cookies."""

    port: int
    action: str
    body: bytes
    headers: dict[str, str]

    def send(self) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("POST", self.action, body=self.body, headers=self.headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status, answer.headers.get("Location", "")

    def head(self) -> bytes:
        lines = [f"POST {self.action} HTTP/1.1", *(f"{name}: {value}" for name, value in self.headers.items())]
        lines += [f"Content-Length: {len(self.body)}", "Connection: close"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()


@pytest.fixture
def port(app) -> Iterator[int]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()


def form_of(case, port: int, client=None) -> Form:
    """The page where one hands in, fetched and filled in now."""
    client = client or case.kim
    action, fields = form_fields(client.get(f"{case.url}/schritt/pruefen").text, "einreichen")
    for name, value in CONSENTS.items():
        fields.setlist(name, [value])
    cookies = "; ".join(f"{one.key}={one.value}" for one in client._cookies.values())
    host = f"localhost:{port}"
    headers = {
        "Host": host,
        "Cookie": cookies,
        "Content-Type": "application/x-www-form-urlencoded",
        "Referer": f"http://{host}/",
        "Origin": f"http://{host}",
    }
    return Form(port, action, urlencode(list(fields.items(multi=True))).encode(), headers)


def send_together(forms: list[Form]) -> list[tuple[int, str]]:
    barrier, answers = threading.Barrier(len(forms)), []

    def send(form: Form) -> None:
        barrier.wait()
        answers.append(form.send())

    threads = [threading.Thread(target=send, args=(form,)) for form in forms]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(90)
    return answers


def count(model, *conditions) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model).where(*conditions)) or 0


def assert_one_receipt(case, answers: list[tuple[int, str]]) -> None:
    """One is told that it is handed in; the others are shown the entry, which is, or that it changed meanwhile."""
    others = sorted(set(answers) - {(303, f"{case.url}/eingangsbestaetigung")})
    assert answers.count((303, f"{case.url}/eingangsbestaetigung")) == 1
    assert others
    assert set(others) <= {(303, f"{case.url}/"), (409, "")}


def check_handed_in_once(case) -> None:
    assert case.value("number") == "L2-001"
    assert count(Submission) == count(AuditEntry, AuditEntry.action == "entry.submit") == 1
    told = db.session.scalars(select(OutgoingMail.recipient)).all()  # the person at work and the contact of the entry
    assert "kim@bocholt.example" in told
    assert len(told) == len(set(told))
    db.session.rollback()
    assert broken_invariants(db.session()) == ()


def test_clicked_many_times_at_once_it_is_handed_in_once_with_one_answer(case, port: int) -> None:
    form = form_of(case, port)
    receipt = (303, f"{case.url}/eingangsbestaetigung")
    assert send_together([form] * AT_ONCE) == [receipt] * AT_ONCE
    # Back, and sent again: after a lost answer, hours later, the same answer.
    assert form.send() == receipt
    check_handed_in_once(case)


def test_two_people_of_one_municipality_hand_in_at_once(case, port: int, log_in) -> None:
    colleague = log_in(factories.make_account("lea@bocholt.example", name="Lea", lead_key=factories.BOCHOLT))
    answers = send_together([form_of(case, port), form_of(case, port, colleague)])
    assert_one_receipt(case, answers)
    check_handed_in_once(case)


def test_two_tabs_each_with_a_form_of_its_own(case, port: int) -> None:
    answers = send_together([form_of(case, port) for _ in range(AT_ONCE)])
    assert_one_receipt(case, answers)
    check_handed_in_once(case)


def test_many_municipalities_at_once_get_numbers_without_gap_or_twin(case, port: int, log_in) -> None:
    forms = [form_of(case, port)]
    keys = ("05554004", "05554020", "05112000", "05334002", "05515000")
    for number, key in enumerate(keys):
        account = factories.make_account(f"rat{number}@stadt.example", lead_key=key)
        entry = factories.make_entry(
            case.edition, created_by=account, lead_key=key, contact_phone="02871 953-0", contact_email="a@stadt.example"
        )
        url = f"/bewerbung/{factories.value_of(Entry, entry, 'public_id')}"
        own = replace(case, kim=log_in(account), entry=entry, url=url)
        forms.append(form_of(own, port))
    assert {status for status, _ in send_together(forms)} == {303}
    db.session.rollback()
    numbers = db.session.scalars(select(Entry.number).where(Entry.status == EntryStatus.SUBMITTED)).all()
    assert sorted(numbers) == [f"L2-{number:03d}" for number in range(1, len(forms) + 1)]


def test_what_began_to_arrive_before_the_deadline_is_in_time_however_slow_the_line(case, port: int, clock) -> None:
    """Head and half the body before the deadline, the rest after the grace."""
    form = form_of(case, port)
    last = end_of_grace(case)
    clock.move_to(last)
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(form.head() + form.body[: len(form.body) // 2])
        wait_until_it_arrived()
        clock.move_to(last + timedelta(minutes=10))
        line.sendall(form.body[len(form.body) // 2 :])
        assert b" 303 " in line.makefile("rb").readline()
    check_handed_in_once(case)
    assert db.session.scalar(select(Submission.received_at)) == last


def test_what_waits_for_others_to_write_is_judged_by_its_arrival(case, port: int, clock) -> None:
    """Somebody else holds the database's only write lock over the deadline."""
    form, last, answers = form_of(case, port), end_of_grace(case), []
    clock.move_to(last)
    with db.engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
        sending = threading.Thread(target=lambda: answers.append(form.send()))
        sending.start()
        wait_until_it_arrived()
        clock.move_to(last + timedelta(minutes=10))
    sending.join(60)
    assert answers == [(303, f"{case.url}/eingangsbestaetigung")]
    assert db.session.scalar(select(Submission.received_at)) == last


def test_a_page_fetched_in_time_and_sent_too_late_stays_a_draft(case, port: int, clock) -> None:
    form, last = form_of(case, port), end_of_grace(case)
    clock.move_to(last + timedelta(microseconds=1))
    assert [status for status, _ in send_together([form] * 2)] == [403, 403]
    assert (case.value("status"), count(Submission)) == (EntryStatus.DRAFT, 0)


def end_of_grace(case):
    """The last instant that is in time; the deadline is put within the life of a session."""
    with write_session() as session:
        edition = session.get_one(Edition, case.edition.id)
        edition.deadline_at = NOW + timedelta(minutes=5)
        return edition.deadline_at + timedelta(seconds=edition.grace_seconds)


def wait_until_it_arrived() -> None:
    """The server takes a connection within this time, on a busy machine too; nothing tells from outside that it has."""
    threading.Event().wait(1.5)
