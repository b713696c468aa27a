"""The frame of every letter: greeting, text, contact, sender."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from ikz_award.domain.words.text import clean_line
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _

CENTRE = _("Kompetenzzentrum für interkommunale und regionale Zusammenarbeit")
NO_TITLE = _("Beitrag ohne Titel")
GREETING = _("Guten Tag,")


class Letter(NamedTuple):
    """Subject and body, still to be put into the reader's language (`extensions.translated`)."""

    subject: Message
    body: Message


@dataclass(frozen=True, kw_only=True)
class Round:
    """The edition a letter is about, and who writes in its name."""

    name: str
    organiser: str


class Closing(Enum):
    """How a letter ends: by a program, by the account pages, by people whom one can answer, as their invitation, or not."""

    AUTOMATIC = auto()
    ACCOUNT = auto()
    PEOPLE = auto()
    INVITATION = auto()
    NOTE = auto()


def framed(text: str, *, sender: str = "", closing: Closing = Closing.AUTOMATIC) -> Message:
    """A whole letter around its `text`; without a sender only the organiser's own staff is written to."""
    if closing is Closing.NOTE:
        return _("Guten Tag,\n\n%(text)s\n", text=text)
    return _("Guten Tag,\n\n%(text)s\n\n%(end)s", text=text, end=_end(sender, closing))


def greeting_by_name(name: str) -> Message:
    """What takes the place of `GREETING` where it is known who reads."""
    return _("Guten Tag %(name)s,", name=clean_line(name))


def _end(sender: str, closing: Closing) -> Message:
    match closing:
        case Closing.ACCOUNT:
            return _("Mit freundlichen Grüßen\n%(sender)s\n\nDiese E-Mail wurde automatisch verschickt.", sender=sender)
        case Closing.PEOPLE:
            return _("Freundliche Grüße\n%(sender)s\n", sender=sender)
        case Closing.INVITATION:
            return _("Mit freundlichen Grüßen\n%(sender)s", sender=sender)
    if not sender:
        return _("Diese Nachricht wurde automatisch erstellt.")
    return _("Mit freundlichen Grüßen\n%(sender)s\n\nDiese Nachricht wurde automatisch erstellt.", sender=sender)


def title_of(typed: str) -> str:
    """A title as it stands in a letter; what people typed is one line there."""
    return clean_line(typed) or NO_TITLE


def listed(lines: Iterable[str], *, mark: str = "-") -> str:
    """One item a line, behind its mark."""
    return "\n".join(f"{mark} {line}" for line in lines)
