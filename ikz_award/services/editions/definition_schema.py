"""The shape of a definition: which fields a table has, of which kind, and the German sentence for what does not fit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ikz_award.domain.words.wording import message as _

MISSING: Any = object()
KEY_PATTERN = r"[a-z0-9]+(?:[_-][a-z0-9]+)*"
_KIND_NAMES: Mapping[type, str] = {
    str: "Text",
    int: _("eine ganze Zahl"),
    Decimal: _("eine Zahl"),
    bool: _("true oder false"),
    dict: _("eine Tabelle"),
    list: _("eine Liste"),
}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field: `kind` is str, int, Decimal (int is taken too), bool, dict or list; no `default` means required."""

    kind: type = str
    default: Any = MISSING
    # Characters for text, the value itself for numbers, rows for lists.
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None
    members: type[StrEnum] | None = None
    rows: "Schema | None" = None


Schema = Mapping[str, Field]


def key_field() -> Field:
    return Field(pattern=KEY_PATTERN, maximum=40)


def text_field(maximum: int, *, default: Any = MISSING) -> Field:
    return Field(maximum=maximum, default=default, minimum=1 if default is MISSING else None)


def rows_field(rows: Schema, *, minimum: int = 0) -> Field:
    """A list of tables; it may be left out unless it needs at least one."""
    return Field(kind=list, rows=rows, minimum=minimum, default=MISSING if minimum else [])


def check_table(table: Mapping[str, Any], *, schema: Schema, errors: dict[str, str], path: str = "") -> dict[str, Any]:
    """The fields of `table` with enums, Decimals and defaults filled in; what does not fit goes to `errors` by its path."""
    checked: dict[str, Any] = {}
    for name in table.keys() - schema.keys():
        errors[f"{path}{name}"] = _("Diese Angabe ist hier nicht bekannt.")
    for name, field in schema.items():
        value = table.get(name)
        if value is not None:
            checked[name] = _check_value(value, field=field, errors=errors, path=f"{path}{name}")
        elif field.default is MISSING:
            errors[f"{path}{name}"] = _("Diese Angabe fehlt.")
        else:
            # A fresh container: the rows of two tables must not share one.
            checked[name] = type(field.default)(field.default) if isinstance(field.default, list | dict) else field.default
    return checked


def _check_value(value: Any, *, field: Field, errors: dict[str, str], path: str) -> Any:
    problem = _kind_problem(value, field) or _size_problem(value, field) or _word_problem(value, field)
    if problem:
        errors[path] = problem
        return value
    if field.members:
        return field.members(value)
    if field.kind is Decimal:
        return Decimal(value)
    if field.rows is not None:
        return [
            check_table(row, schema=field.rows, errors=errors, path=f"{path}.{number}.")
            for number, row in enumerate(value, start=1)
        ]
    return value


def _kind_problem(value: Any, field: Field) -> str | None:
    kinds: tuple[type, ...] = (int, Decimal) if field.kind is Decimal else (field.kind,)
    if field.kind is dict and isinstance(value, Mapping):
        return None
    # bool is a kind of int in Python, and "true" is no number of points.
    if not isinstance(value, kinds) or (isinstance(value, bool) and field.kind is not bool):
        return _("Hier wird %(kind_names)s erwartet.", kind_names=_KIND_NAMES[field.kind])
    if field.rows is not None and not all(isinstance(row, Mapping) for row in value):
        return _("Hier wird eine Liste von Tabellen erwartet.")
    return None


def _size_problem(value: Any, field: Field) -> str | None:
    if isinstance(value, bool | Mapping):
        return None
    if isinstance(value, Decimal) and (not value.is_finite() or value.scaleb(2) != value.scaleb(2).to_integral_value()):
        return _("Höchstens zwei Nachkommastellen sind möglich.")
    size = len(value.strip() if isinstance(value, str) else value) if isinstance(value, str | list) else value
    unit = _(" Zeichen") if isinstance(value, str) else _(" Einträge") if isinstance(value, list) else ""
    if field.minimum is not None and size < field.minimum:
        return _("Mindestens %(minimum)s%(unit)s nötig, hier: %(size)s.", minimum=field.minimum, unit=unit, size=size)
    if field.maximum is not None and size > field.maximum:
        return _("Höchstens %(maximum)s%(unit)s möglich, hier: %(size)s.", maximum=field.maximum, unit=unit, size=size)
    return None


def _word_problem(value: Any, field: Field) -> str | None:
    if field.members and value not in [member.value for member in field.members]:
        return _(
            "„%(value)s“ ist nicht vorgesehen. Möglich sind: %(names)s.",
            value=value,
            names=", ".join(member.value for member in field.members),
        )
    if field.pattern and not re.fullmatch(field.pattern, value):
        return _("Erlaubt sind Kleinbuchstaben, Ziffern, Bindestrich und Unterstrich.")
    return None
