"""Reading the mails that were written as files, for the development pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

_NAME = re.compile(r"\d{8}T\d{6}-[0-9a-f]{24}")


@dataclass(frozen=True, kw_only=True)
class StoredMail:
    """A mail as a mail program shows it; `name` is its file's name without the ending."""

    name: str
    at: datetime
    sender: str
    recipient: str
    subject: str
    message_id: str
    text: str


def read_mails(folder: Path, *, limit: int = 200) -> Sequence[StoredMail]:
    """The newest mails first."""
    names = sorted((path.stem for path in folder.glob("*.eml") if _NAME.fullmatch(path.stem)), reverse=True)
    return [mail for name in names[:limit] if (mail := read_mail(folder, name)) is not None]


def read_mail(folder: Path, name: str) -> StoredMail | None:
    """One mail, or None where no file of ours has that name."""
    if not _NAME.fullmatch(name):
        return None
    path = folder / f"{name}.eml"
    if not path.is_file():
        return None
    message = message_from_bytes(path.read_bytes(), policy=default)
    return StoredMail(
        name=name,
        at=message["Date"].datetime,
        sender=str(message["From"]),
        recipient=str(message["To"]),
        subject=str(message["Subject"]),
        message_id=str(message["Message-ID"]),
        text=_text(message),
    )


def _text(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    return str(part.get_content()).replace("\r\n", "\n") if part is not None else ""
