"""The development mailbox: readable in development, not there otherwise."""

from pathlib import Path

import pytest
from flask import Flask

from config import TestConfig
from ikz_award import create_app
from ikz_award.adapters.mail import postman
from ikz_award.services.record.intention import queue_mail, write_session
from ikz_award.services.record.outbox import deliver_due
from tests.client import PageClient
from tests.factories import NOW

TEXT = (
    "Guten Tag,\n\nbitte öffnen Sie\n\nhttp://127.0.0.1:8000/konto/bestaetigen/abc.def-g\n\noder http://evil.example/x "
    "<script>alert(1)</script>\n"
)


def send(app: Flask, *subjects: str) -> None:
    for subject in subjects:
        with write_session() as session:
            queue_mail(session, now=NOW, recipient="kim@bocholt.example", subject=subject, body=TEXT)
    deliver_due(clock=lambda: NOW, post=postman(app.config))


def test_mails_are_listed_and_shown(app: Flask, anonymous: PageClient) -> None:
    assert "Noch keine E-Mails" in anonymous.get("/entwicklung/post").text
    send(app, "Willkommen & <b>herzlich</b>")
    page = anonymous.get("/entwicklung/post").text
    assert "Willkommen &amp; &lt;b&gt;herzlich&lt;/b&gt;" in page
    address = page.partition('href="/entwicklung/post/')[2].partition('"')[0]
    mail = anonymous.get(f"/entwicklung/post/{address}").text
    assert '<a href="http://127.0.0.1:8000/konto/bestaetigen/abc.def-g">' in mail
    assert 'href="http://evil.example' not in mail
    assert "&lt;script&gt;" in mail
    assert "kim@bocholt.example" in mail


def test_waiting_mails_are_counted(anonymous: PageClient) -> None:
    with write_session() as session:
        queue_mail(session, now=NOW, recipient="kim@bocholt.example", subject="x", body="y")
    assert "Eine E-Mail wartet noch" in anonymous.get("/entwicklung/post").text


@pytest.mark.parametrize("name", ["../../etc/passwd", "x", "20260304T093000-" + "0" * 24, "..%2Faward", "20260304T093000-%00"])
def test_other_files_are_not_there(anonymous: PageClient, name: str) -> None:
    assert anonymous.get(f"/entwicklung/post/{name}").status_code == 404


def test_not_there_in_production(tmp_path: Path) -> None:
    config = TestConfig(tmp_path)
    config.MODE = "production"
    app = create_app(config)
    assert not [rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("development.")]


@pytest.mark.parametrize("headers", [{"Host": "preis.example"}, {"X-Forwarded-For": "203.0.113.7"}])
def test_mails_are_not_there_for_who_comes_from_outside(anonymous: PageClient, headers: dict[str, str]) -> None:
    """Also where somebody put the development server behind a public proxy."""
    assert anonymous.get("/entwicklung/post", headers=headers).status_code == 404
