"""Composing and delivering mails, against a real SMTP server."""

import email
from collections.abc import Iterator
from datetime import UTC, datetime
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler

from ikz_award.adapters.mail import PostedMail, compose, mail_folder, postman

FROM = "landespreis@ikz.invalid"
AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


class Received(MessageHandler):
    def __init__(self) -> None:
        super().__init__()
        self.messages: list[Message] = []

    def handle_message(self, message: Message) -> None:
        self.messages.append(message)


@pytest.fixture
def server() -> Iterator[tuple[Controller, Received]]:
    received = Received()
    controller = Controller(received, hostname="127.0.0.1", port=0)
    # Port 0 asks for a free one; the controller then probes the port it was given, so choose one first.
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        controller.port = probe.getsockname()[1]
    controller.start()
    yield controller, received
    controller.stop()


def letter(**changes: Any) -> PostedMail:
    values: dict[str, Any] = {
        "message_id": "<abc@ikz-award>",
        "recipient": "kim@bocholt.example",
        "subject": "Eingangsbestätigung für „Vergabestelle“",
        "body": "Guten Tag,\n\nÜberschuss: 10.000 €\n.\nEnde\n",
        "at": AT,
    }
    return PostedMail(**values | changes)


def test_delivered_by_smtp_as_written(server: tuple[Controller, Received]) -> None:
    controller, received = server
    postman({"SMTP_SERVER": f"127.0.0.1:{controller.port}", "MAIL_FROM": FROM})(letter())
    (arrived,) = received.messages
    read = email.message_from_bytes(arrived.as_bytes(), policy=default)
    assert read["Subject"] == "Eingangsbestätigung für „Vergabestelle“"
    assert read["To"] == "kim@bocholt.example"
    assert read["From"] == "Landespreis IKZ <landespreis@ikz.invalid>"
    assert read["Message-ID"] == "<abc@ikz-award>"
    assert read["Date"].datetime == AT
    assert isinstance(read, EmailMessage)
    assert read.get_content().replace("\r\n", "\n") == "Guten Tag,\n\nÜberschuss: 10.000 €\n.\nEnde\n"


def test_no_server_is_an_error_that_can_be_tried_again() -> None:
    with pytest.raises(OSError):
        postman({"SMTP_SERVER": "127.0.0.1:1", "MAIL_FROM": FROM})(letter())


@pytest.mark.parametrize(
    "subject", ["Hallo\r\nBcc: evil@evil.example", "Hallo\nBcc: evil@evil.example", "Hallo\r\n\r\nText", "Hallo\x0bBcc: x"]
)
def test_subject_cannot_become_a_header(subject: str, server: tuple[Controller, Received]) -> None:
    controller, received = server
    postman({"SMTP_SERVER": f"127.0.0.1:{controller.port}", "MAIL_FROM": FROM})(letter(subject=subject))
    (arrived,) = received.messages
    assert arrived["Bcc"] is None
    assert str(arrived["Subject"]).startswith("Hallo ")
    assert arrived.get_payload().startswith("Guten Tag") or "R3V0ZW4gVGFn" in arrived.get_payload()


@pytest.mark.parametrize(
    "recipient",
    [
        "kim@bocholt.example\r\nBcc: evil@evil.example",
        "kim@bocholt.example\nBcc: x",
        "a@b.example, evil@evil.example",
        "kim",
        "",
        "@bocholt.example",
        "kim@bocholt.example evil@evil.example",
        "kim@bocholt.example\x00",
    ],
)
def test_recipient_is_one_address_or_refused(recipient: str) -> None:
    with pytest.raises(ValueError):
        compose(letter(recipient=recipient), sender=FROM)


def test_domain_with_umlaut_is_written_in_ascii() -> None:
    assert compose(letter(recipient="kim@köln.example"), sender=FROM)["To"] == "kim@xn--kln-sna.example"


def test_written_as_a_file_once(tmp_path: Path) -> None:
    post = postman({"SMTP_SERVER": "", "INSTANCE": tmp_path, "MAIL_FROM": FROM})
    post(letter())
    post(letter())
    post(letter(message_id="<other@ikz-award>"))
    files = sorted(mail_folder(tmp_path).iterdir())
    assert len(files) == 2
    assert all(file.name.startswith("20260304T093000-") and file.suffix == ".eml" for file in files)
    read = email.message_from_bytes(files[0].read_bytes(), policy=default)
    assert read["Subject"] == "Eingangsbestätigung für „Vergabestelle“"
