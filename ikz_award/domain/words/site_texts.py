"""The texts of the installation that no edition has: who runs it, what it does with data, how it is reached."""

import re
from collections.abc import Mapping
from enum import StrEnum

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.text import length
from ikz_award.domain.words.wording import message as _

LONGEST_BODY = 40_000
# What a text says where a fact is still to come; a text with it is not complete.
TO_COME = _("noch einzutragen")
# One word in square brackets with a capital, and not the words of a link, which brackets or a colon follow.
_PLACEHOLDER = re.compile(r"(?<![\\!])\[([A-ZÄÖÜ][A-Za-zÄÖÜäöüß]+)\](?![(\[:])")
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&])")
# What a reader can take in, and a program draw in a moment.
MOST_COLUMNS, MOST_ROWS = 10, 300
_NESTED = re.compile(r"^(?:[ \t]*(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t])){10}", re.MULTILINE)


class SiteText(StrEnum):
    """A text by its name, which is its address as well."""

    IMPRINT = "impressum"
    PRIVACY = "datenschutz"
    ACCESSIBILITY = "barrierefreiheit"
    HELP = "hilfe"


class Placeholder(StrEnum):
    """What a text takes from elsewhere, by the word between the brackets."""

    ORGANISER = "Auslober"


KNOWN = frozenset(fact.value for fact in Placeholder)


def is_complete(body: str) -> bool:
    """Whether nothing is marked as still to come."""
    return TO_COME not in body.lower()


def with_facts(body: str, facts: Mapping[Placeholder, str]) -> str:
    """The body with each placeholder replaced; a fact nobody knows yet is still to come."""

    def fact(found: re.Match[str]) -> str:
        if found[1] not in KNOWN:
            return found[0]
        # What stands elsewhere are words, whatever signs are in them.
        return _PUNCTUATION.sub(r"\\\1", facts.get(Placeholder(found[1])) or TO_COME)

    return _PLACEHOLDER.sub(fact, body)


def check_site_text(body: str) -> None:
    """Raises `Invalid` ("body") for a text that is empty, too long, or names a placeholder that there is not."""
    unknown = sorted({found[1] for found in _PLACEHOLDER.finditer(body) if found[1] not in KNOWN})
    if not body:
        fault = _("Bitte schreiben Sie den Text.")
    elif length(body) > LONGEST_BODY:
        fault = _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=LONGEST_BODY)
    elif sum(line.lstrip().startswith("|") for line in body.splitlines()) > MOST_ROWS or any(
        line.count("|") > MOST_COLUMNS + 1 for line in body.splitlines()
    ):
        fault = _("Tabellen haben höchstens %(columns)s Spalten und %(rows)s Zeilen.", columns=MOST_COLUMNS, rows=MOST_ROWS)
    elif _NESTED.search(body):
        fault = _("So tief lassen sich Aufzählungen und Zitate nicht schachteln.")
    elif unknown:
        fault = _(
            "Den Platzhalter [%(name)s] gibt es nicht. Bekannt sind: %(known)s.",
            name=unknown[0],
            known=", ".join(f"[{one}]" for one in Placeholder),
        )
    else:
        return
    raise Invalid({"body": fault})
