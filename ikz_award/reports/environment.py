"""The templates of printed documents: all texts escaped, German or through a catalogue, with the formats of print."""

import re
from functools import lru_cache
from gettext import NullTranslations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ikz_award.domain.words import formats
from ikz_award.domain.words.wording import Message
from ikz_award.reports.bundle import TEMPLATES

# The source language needs no catalogue; one object, so that its environment is built once.
GERMAN = NullTranslations()


@lru_cache(maxsize=4)
def environment(translations: NullTranslations = GERMAN) -> Environment:
    """`translations` is a catalogue of the standard library's gettext; without one the text stays German."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def spoken(value: object) -> object:
        return value.said(translations.gettext, translations.ngettext) if isinstance(value, Message) else value

    made.finalize = spoken
    made.install_gettext_translations(translations, newstyle=True)  # ty: ignore[missing-attribute] - by the extension
    made.filters.update(
        number=formats.format_number,
        points=formats.format_points,
        euro=formats.format_euro,
        cents=formats.format_cents,
        instant=formats.format_instant,
        second=formats.format_second,
        size=formats.format_size,
        day=formats.format_day,
        plain_day=formats.format_plain_day,
        fraction=formats.format_fraction,
        paragraphs=_paragraphs,
        hash_groups=_hash_groups,
    )
    return made


def _paragraphs(text: str) -> list[str]:
    """The text's paragraphs, parted at blank lines, empty ones left out."""
    return [part.strip() for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]


def _hash_groups(digest: str) -> str:
    """A hash in groups of eight, to be read aloud and compared."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
