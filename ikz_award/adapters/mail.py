"""Mails on their way: to an SMTP server, or as files into a folder where there is none."""

import hashlib
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

SENDER_NAME = "Landespreis IKZ"
TIMEOUT_SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class PostedMail:
    """A mail as it stands in the outbox; `message_id` with its angle brackets, `at` aware."""

    message_id: str
    recipient: str
    subject: str
    body: str
    at: datetime


Post = Callable[[PostedMail], None]
"""Delivers one letter, durably, or raises `OSError` (all of smtplib's errors are) or `ValueError` (no address)."""


def compose(letter: PostedMail, *, sender: str) -> EmailMessage:
    """A plain-text message. Raises `ValueError` for an address that is none; no text can become a header of its own."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(SENDER_NAME, addr_spec=_address(sender))
    message["To"] = Address(addr_spec=_address(letter.recipient))
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = letter.at
    message["Message-ID"] = letter.message_id
    # Out-of-office programs do not answer these.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


def _address(text: str) -> str:
    """The address with its domain in ASCII. Raises `ValueError` where blanks or line ends are in it."""
    local, _, domain = text.rpartition("@")
    if not local or not domain or any(character.isspace() or not character.isprintable() for character in text):
        raise ValueError("not an e-mail address")
    return f"{local}@{domain.encode('idna').decode('ascii')}"


def postman(config: Mapping[str, Any]) -> Post:
    """How this installation sends mails: `SMTP_SERVER`, or files in `INSTANCE`/mail where it is empty.

    `SMTP_SERVER` is host:port, or smtp://user:password@host:port (STARTTLS is then a must), or smtps://….
    """
    server, sender = config["SMTP_SERVER"], config["MAIL_FROM"]
    if server:
        return lambda letter: send_posted(compose(letter, sender=sender), server)
    folder = mail_folder(config["INSTANCE"])

    def write(letter: PostedMail) -> None:
        write_file(compose(letter, sender=sender), folder)

    return write


def mail_folder(instance: Path) -> Path:
    """Where mails are put as files while no mail server is set; `instance` is the folder of the service's own data."""
    return instance / "mail"


def send_posted(message: EmailMessage, server: str) -> None:
    """Hand a message to an SMTP server; it answers for it from then on."""
    parts = urlsplit(server if "://" in server else f"smtp://{server}")
    host = parts.hostname or "localhost"
    context = ssl.create_default_context()
    if parts.scheme == "smtps":
        connection: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=TIMEOUT_SECONDS, context=context)
    else:
        connection = smtplib.SMTP(host, parts.port or 25, timeout=TIMEOUT_SECONDS)
    with connection:
        if parts.username:
            if parts.scheme != "smtps":
                connection.starttls(context=context)
            connection.login(unquote(parts.username), unquote(parts.password or ""))
        connection.send_message(message)


def write_file(message: EmailMessage, folder: Path) -> Path:
    """Write a message as an .eml file: there as a whole or not at all, and once, however often it is delivered."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(str(message["Message-ID"]).encode()).hexdigest()[:24]
    target = folder / f"{message['Date'].datetime:%Y%m%dT%H%M%S}-{digest}.eml"
    unfinished = folder / f".{digest}.{os.getpid()}.tmp"
    with unfinished.open("wb") as file:
        file.write(message.as_bytes())
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(target)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    return target
