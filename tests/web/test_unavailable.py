"""While the machine lacks something: pages are shown, forms are kept, one line is logged, and nothing needs a new start."""

import errno
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pysqlite3.dbapi2 as sqlite
import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import DatabaseError, OperationalError
from structlog.testing import capture_logs

from ikz_award.adapters import database
from ikz_award.domain.permissions.actors import ANONYMOUS
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.services.record import readings
from ikz_award.services.record.intention import write_session
from ikz_award.web import sessions, unavailable
from ikz_award.web.unavailable import is_shortage
from tests import factories
from tests.adapters.uploads import samples
from tests.client import PASSWORD, PageClient, form_fields

STEP = "schritt/projekt"


@contextmanager
def somebody_writes(app: Flask) -> Iterator[None]:
    """Another process holds the lock for as long as the block runs."""
    other = sqlite.connect(app.config["INSTANCE"] / "award.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def disk_is_full(app: Flask) -> Iterator[None]:
    """The database cannot grow by a page; what is there can be read."""

    def refuse(connection, record):  # type: ignore[no-untyped-def]
        connection.execute("PRAGMA query_only=OFF")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    db.engine.dispose()
    database.event.listen(db.engine, "connect", refuse)
    try:
        yield
    finally:
        database.event.remove(db.engine, "connect", refuse)
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def impatient(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nobody waits ten seconds for the lock in a test."""

    def connect(connection, record):  # type: ignore[no-untyped-def]
        connection.execute("PRAGMA busy_timeout=50")

    monkeypatch.setattr(database, "WAIT", 50)
    for module in (sessions, readings):
        monkeypatch.setattr(module, "PATIENCE", 50)
    monkeypatch.setattr(sessions, "WAIT", 50)
    db.engine.dispose()
    database.event.listen(db.engine, "connect", connect)
    yield
    database.event.remove(db.engine, "connect", connect)


class Case:
    def __init__(self, app: Flask, kim: PageClient) -> None:
        edition = factories.make_edition()
        account = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
        self.entry = factories.make_entry(edition, created_by=account, lead_key=factories.BOCHOLT, contact_phone="02871 953-0")
        kim.log_in(account)
        self.kim, self.url = kim, f"/bewerbung/{self.entry.public_id}"


@pytest.fixture
def case(app: Flask, anonymous: PageClient) -> Case:
    return Case(app, anonymous)


@pytest.mark.usefixtures("impatient")
def test_who_has_just_saved_sees_the_page_while_somebody_writes(app: Flask, case: Case) -> None:
    """A message waits to be shown, and showing it would change the session."""
    assert case.kim.submit_form(f"{case.url}/{STEP}", {"q_summary": "Gemeinsam."}, form="projekt").status_code == 303
    with somebody_writes(app), capture_logs() as logs:
        page = case.kim.get(f"{case.url}/{STEP}")
        assert page.status_code == 200
        assert "Gemeinsam." in page.text
        assert case.kim.get("/bewerbung/").status_code == 200
        assert case.kim.get("/").status_code == 200
    assert {line["event"] for line in logs} <= {"session not saved"}


@pytest.mark.usefixtures("impatient")
def test_a_form_that_cannot_be_saved_comes_back_and_is_saved_later(app: Flask, case: Case) -> None:
    _, fields = form_fields(case.kim.get(f"{case.url}/{STEP}").text, "projekt")
    fields["q_summary"] = "Ein Satz, den <niemand> noch einmal tippt."
    with somebody_writes(app), capture_logs() as logs:
        answer = case.kim.post(f"{case.url}/{STEP}", data=fields)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "Ein Satz, den &lt;niemand&gt; noch einmal tippt." in answer.text
    assert "Ihr Text ist noch hier" in answer.text
    assert [line["event"] for line in logs] == ["unavailable"], "one line, without a trace"
    assert "Ein Satz" not in str(logs)
    action, kept = form_fields(answer.text, STEP)
    assert case.kim.post(action, data=kept).status_code == 303
    assert "Ein Satz, den &lt;niemand&gt;" in case.kim.get(f"{case.url}/{STEP}").text


@pytest.mark.usefixtures("impatient")
def test_handing_in_outwaits_those_who_write(app: Flask, case: Case) -> None:
    """Sent once more it might be too late; whoever saves in the same moment may send again."""
    consents = {f"q_consent_{name}": "yes" for name in ("rules", "privacy", "partners")}
    with write_session() as session:
        session.execute(update(Edition).values(deadline_at=datetime.now(UTC) + timedelta(days=1)))
    action, fields = form_fields(case.kim.get(f"{case.url}/schritt/pruefen").text, "einreichen")
    other = sqlite.connect(app.config["INSTANCE"] / "award.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(1.0, other.execute, ("ROLLBACK",)).start()
    answer = case.kim.post(action, data={**fields, **consents})
    other.close()
    assert answer.status_code == 303, answer.text
    assert "/eingangsbestaetigung" in answer.headers["Location"]
    with db.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 50, "others are no more patient than before"


def test_pages_are_shown_and_forms_kept_on_a_full_disk(app: Flask, case: Case) -> None:
    _, fields = form_fields(case.kim.get(f"{case.url}/{STEP}").text, "projekt")
    fields["q_summary"] = "Lang. " * 5000
    with disk_is_full(app):
        assert case.kim.get(f"{case.url}/{STEP}").status_code == 200
        answer = case.kim.post(f"{case.url}/{STEP}", data=fields)
        assert answer.status_code == 503
        assert "Lang. Lang." in answer.text
        assert case.kim.get("/bewerbung/").status_code == 200
    assert case.kim.post(f"{case.url}/{STEP}", data=form_fields(answer.text, STEP)[1]).status_code == 303


@pytest.mark.usefixtures("impatient")
def test_a_log_in_that_cannot_be_kept_is_none(app: Flask, anonymous: PageClient) -> None:
    account = factories.make_account("kim@bocholt.example")
    _, fields = form_fields(anonymous.get("/konto/anmelden").text)
    data = fields.to_dict() | {"email": account.email, "password": PASSWORD}
    with somebody_writes(app):
        answer = anonymous.post("/konto/anmelden", data=data)
        assert answer.status_code == 503
        assert PASSWORD not in answer.text
        assert anonymous.get("/konto/").status_code == 302
    assert anonymous.post("/konto/anmelden", data=data).status_code == 302


@contextmanager
def database_is_away(path: Path) -> Iterator[None]:
    path.rename(path.with_suffix(".away"))
    path.mkdir()
    try:
        yield
    finally:
        db.engine.dispose()
        path.rmdir()
        path.with_suffix(".away").rename(path)


@contextmanager
def disk_gives_other_bytes(path: Path) -> Iterator[None]:
    """What was written is read as something else; SQLite calls that no operational error."""
    whole = path.read_bytes()
    path.write_bytes(b"\x5a" * len(whole))
    try:
        yield
    finally:
        db.session.remove()
        db.engine.dispose()
        path.write_bytes(whole)


@pytest.mark.parametrize("fault", [database_is_away, disk_gives_other_bytes])
def test_without_a_database_nobody_is_taken_for_a_guest(
    app: Flask, case: Case, fault: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """An unreadable session is not an expired one: nobody is asked to log in, and what was typed comes back."""
    _, fields = form_fields(case.kim.get(f"{case.url}/{STEP}").text, "projekt")
    fields["q_summary"] = "Noch da."
    db.session.remove()
    db.engine.dispose()
    with fault(app.config["INSTANCE"] / "award.db"):
        assert case.kim.get("/bewerbung/").status_code == 503
        answer = case.kim.post(f"{case.url}/{STEP}", data=fields)
        assert answer.status_code == 503
        assert "Noch da." in answer.text
        assert case.kim.get("/healthz").status_code in (200, 503)
        assert case.kim.get("/readyz").status_code == 503
    assert case.kim.get("/bewerbung/").status_code == 200


def test_a_page_is_shown_where_only_the_person_cannot_be_read(app: Flask, case: Case) -> None:
    """The session was read, the account is on a part of the disk that fails: asked for again, it fails again."""
    _, fields = form_fields(case.kim.get(f"{case.url}/{STEP}").text, "projekt")
    fields["q_summary"] = "Noch da."

    def fail(connection, cursor, statement, parameters, context, executemany):  # type: ignore[no-untyped-def]
        if "FROM account" in statement:
            raise DatabaseError(statement, {}, sqlite.DatabaseError("database disk image is malformed"))

    database.event.listen(db.engine, "before_cursor_execute", fail)
    try:
        answer = case.kim.post(f"{case.url}/{STEP}", data=fields)
    finally:
        database.event.remove(db.engine, "before_cursor_execute", fail)
    assert answer.status_code == 503
    assert "Noch da." in answer.text


def test_a_failing_store_is_told_as_such(app: Flask, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    upload = {"purpose": "other", "file": (io.BytesIO(samples.pdf()), "Plan.pdf")}
    assert case.kim.submit_form(f"{case.url}/schritt/anlagen", upload, form="anhaengen").status_code == 303
    page = case.kim.get(f"{case.url}/schritt/anlagen").text
    link = next(part.partition('"')[0] for part in page.split('href="') if part.startswith(f"{case.url}/anlagen/"))
    assert case.kim.get(link).status_code == 200

    def fail(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("ikz_award.adapters.files.FileStore.get", fail)
    answer = case.kim.get(link)
    assert answer.status_code == 503
    assert "in einigen Minuten" in answer.text


@pytest.mark.usefixtures("impatient")
def test_a_reading_that_cannot_be_put_on_record_stands_in_the_servers_log(app: Flask) -> None:
    with somebody_writes(app), capture_logs() as logs:
        readings.note_reading(
            actor=ANONYMOUS, now=factories.NOW, action="jury.view_entry", subject="entry:1", edition_id=1, what={"juror": 7}
        )
    (line,) = logs
    assert (line["event"], line["subject"], line["juror"]) == ("reading not in the audit log", "entry:1", 7)


@pytest.mark.parametrize("words", ["database disk image is malformed", "file is not a database", "disk I/O error"])
def test_a_failing_disk_is_no_defect_of_ours(app: Flask, words: str) -> None:
    assert is_shortage(DatabaseError("SELECT 1", {}, sqlite.DatabaseError(words)))
    assert not is_shortage(DatabaseError("SELECT 1", {}, sqlite.DatabaseError("a defect of ours")))


def test_a_disk_that_became_read_only_is_no_defect_of_ours(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    error = OperationalError("UPDATE", {}, sqlite.OperationalError("attempt to write a readonly database"))
    assert not is_shortage(error), "a page that writes where it may not is one"

    def refuse(path: str, flags: int) -> int:
        raise OSError(errno.EROFS, "Read-only file system", path)

    monkeypatch.setattr(unavailable.os, "open", refuse)
    assert is_shortage(error)
