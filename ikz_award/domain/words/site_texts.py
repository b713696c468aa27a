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
# In square brackets, and not the words of a link, which round brackets follow.
_PLACEHOLDER = re.compile(r"\[([^\[\]\n]+)\](?!\()")


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
    return _PLACEHOLDER.sub(
        lambda found: (facts.get(Placeholder(found[1])) or TO_COME) if found[1] in KNOWN else found[0], body
    )


def check_site_text(body: str) -> None:
    """Raises `Invalid` ("body") for a text that is empty, too long, or names a placeholder that there is not."""
    unknown = sorted({found[1] for found in _PLACEHOLDER.finditer(body) if found[1] not in KNOWN})
    if not body:
        fault = _("Bitte schreiben Sie den Text.")
    elif length(body) > LONGEST_BODY:
        fault = _("Bitte kürzen Sie den Text auf %(limit)s Zeichen.", limit=LONGEST_BODY)
    elif unknown:
        fault = _(
            "Den Platzhalter [%(name)s] gibt es nicht. Bekannt sind: %(known)s.",
            name=unknown[0],
            known=", ".join(f"[{one}]" for one in Placeholder),
        )
    else:
        return
    raise Invalid({"body": fault})
