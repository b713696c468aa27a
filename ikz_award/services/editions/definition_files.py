"""Definitions as files: read from what somebody sends, and written so that what is read is what was written."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ikz_award.adapters.uploads.definitions import NoToml, check_toml
from ikz_award.domain.words.errors import Invalid, NotFound
from ikz_award.domain.words.text import clean_line, clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.services.editions.editions import extended

# Several times the longest edition there is.
MOST_BYTES = 300_000
# A choice of a question of a step is the deepest that there is.
DEEPEST = 8
FILE = "file"
# Of these a text may have paragraphs; all others are lines.
_PARAGRAPHS = frozenset({"texts", "text", "help", "description", "introduction"})


def read_definition(data: bytes) -> Mapping[str, Any]:
    """The definition in a TOML file, merged into the shipped one it `extends`; its texts cleaned as what is typed is.

    What it holds is for `check_definition` to judge. Raises `Invalid` (reason "definition", "file" or "extends").
    """
    if len(data) > MOST_BYTES:
        raise _unreadable(_("Die Datei ist zu groß: höchstens %(limit)s kB.", limit=MOST_BYTES // 1000))
    try:
        check_toml(data)
    except NoToml as fault:
        raise _unreadable(_no_toml(fault)) from None
    definition = _cleaned(tomllib.loads(data.decode("utf-8-sig"), parse_float=Decimal), depth=0, is_line=True)
    if "extends" not in definition:
        return definition
    try:
        return extended(definition)
    except (NotFound, TypeError):
        sentence = _("Eine Ausschreibung dieses Namens liegt der Anwendung nicht bei. Bitte nehmen Sie die Zeile heraus.")
        raise Invalid({"extends": sentence}, reason="definition") from None


def written_definition(definition: Mapping[str, Any]) -> bytes:
    """The definition as a TOML file in UTF-8: `read_definition` gives it back."""
    import tomli_w  # only where one is taken away

    return tomli_w.dumps(definition, multiline_strings=True).encode()


def _no_toml(fault: NoToml) -> str:
    if fault.line is None:
        return _("Die Datei lässt sich nicht lesen. Erwartet wird eine Ausschreibung als TOML-Datei in UTF-8.")
    return _(
        "Die Datei lässt sich ab Zeile %(line)s, Spalte %(column)s nicht als TOML lesen. Meist fehlt davor ein "
        "Anführungszeichen, eine Klammer oder ein Gleichheitszeichen.",
        line=fault.line,
        column=fault.column,
    )


def _unreadable(sentence: str) -> Invalid:
    return Invalid({FILE: sentence}, reason="definition")


def _cleaned(value: Any, *, depth: int, is_line: bool) -> Any:
    if depth > DEEPEST:
        raise _unreadable(_("Die Datei ist tiefer verschachtelt, als eine Ausschreibung es sein kann."))
    if isinstance(value, dict):
        return {key: _cleaned(one, depth=depth + 1, is_line=is_line and key not in _PARAGRAPHS) for key, one in value.items()}
    if isinstance(value, list):
        return [_cleaned(one, depth=depth + 1, is_line=is_line) for one in value]
    if isinstance(value, str):
        return clean_line(value) if is_line else clean_text(value)
    return value
