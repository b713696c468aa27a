"""What the schema library finds wrong with a definition, as German sentences at the place of each fault."""

from collections.abc import Mapping, Sequence
from typing import Any

from ikz_award.domain.words.wording import message as _

# Of each table: more than any form or jury can use, and few enough for a page.
MOST_ROWS = 200
_KINDS: Mapping[str, str] = {
    "string_type": "Text",
    "int_type": _("eine ganze Zahl"),
    "is_instance_of": _("eine Zahl"),
    "bool_type": _("true oder false"),
    "dict_type": _("eine Tabelle"),
    "list_type": _("eine Liste"),
}
_SENTENCES: Mapping[str, str] = {
    "missing": _("Diese Angabe fehlt."),
    "extra_forbidden": _("Diese Angabe ist hier nicht bekannt."),
    "tables_type": _("Hier wird eine Liste von Tabellen erwartet."),
    "string_pattern_mismatch": _("Erlaubt sind Kleinbuchstaben, Ziffern, Bindestrich und Unterstrich."),
    "finite_number": _("Höchstens zwei Nachkommastellen sind möglich."),
    "decimal_max_places": _("Höchstens zwei Nachkommastellen sind möglich."),
}


def sentences_of(faults: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Path (`categories.2.prize_euro`, rows from 1) → sentence. `faults`: pydantic's, each with loc, type, ctx, input."""
    return {_path(fault["loc"]): _sentence(fault["type"], fault.get("ctx", {}), fault["input"]) for fault in faults}


def _path(loc: Sequence[str | int]) -> str:
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in loc)


def _sentence(kind: str, told: Mapping[str, Any], value: Any) -> str:
    match kind:
        case "word":
            return _("„%(value)s“ ist nicht vorgesehen. Möglich sind: %(names)s.", **told)
        case "greater_than_equal":
            return _least(told["ge"], "", value)
        case "less_than_equal":
            return _most(told["le"], "", value)
        case "text_too_short":
            return _least(told["minimum"], _(" Zeichen"), told["size"])
        case "text_too_long":
            return _most(told["maximum"], _(" Zeichen"), told["size"])
        case "string_too_long":
            return _most(told["max_length"], _(" Zeichen"), len(value))
        case "too_long":
            return _most(told["max_length"], _(" Einträge"), told["actual_length"])
        case "too_short":
            return _least(told["min_length"], _(" Einträge"), told["actual_length"])
    if kind in _KINDS:
        return _("Hier wird %(kind_names)s erwartet.", kind_names=_KINDS[kind])
    return _SENTENCES[kind]


def _least(minimum: int, unit: str, size: int) -> str:
    return _("Mindestens %(minimum)s%(unit)s nötig, hier: %(size)s.", minimum=minimum, unit=unit, size=size)


def _most(maximum: int, unit: str, size: int) -> str:
    return _("Höchstens %(maximum)s%(unit)s möglich, hier: %(size)s.", maximum=maximum, unit=unit, size=size)
