"""Tables of an edition on its pages: rows of fields called by table and place (`categories.2.name`), as typed or as stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from flask import request

from ikz_award.domain.jury.scoring import read_points
from ikz_award.domain.phases.locks import Lock
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.formats import format_exact
from ikz_award.services.editions.definition_faults import MOST_ROWS


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the page: `values` by field, as text; `lock`: why some of its fields are fixed; the new one is empty."""

    place: int
    values: Mapping[str, str]
    lock: Lock | None = None
    is_new: bool = False

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")


def typed_rows(table: str, fields: Sequence[str]) -> list[Row]:
    """What was typed, row by row in the order of the page; a row without its key field was not on it."""
    places = [place for place in range(1, MOST_ROWS + 1) if f"{table}.{place}.key" in request.form]
    return [
        Row(place=place, values={name: request.form.get(f"{table}.{place}.{name}", "") for name in fields}) for place in places
    ]


def in_order(rows: Sequence[Row], *, needed: Sequence[str]) -> list[Row]:
    """The rows that stay, by the position typed; one without a key is new, and none where nothing needed was typed."""
    kept = [one for one in rows if not one["removed"] and (one["key"] or any(one[name].strip() for name in needed))]
    return sorted(kept, key=lambda one: (whole(one["position"]) or MOST_ROWS, one.place))


def whole(text: str) -> int | None:
    """A whole number, also as „10.000“ or „10 000“; None for anything else."""
    bare = "".join(text.split())
    groups = bare.split(".")
    if len(groups) > 1 and len(groups[0]) < 4 and all(len(one) == 3 for one in groups[1:]):
        bare = "".join(groups)
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 10 else None


def exact(text: str) -> Decimal | None:
    """A number as points are typed; None for anything else."""
    try:
        return read_points(text, "number")
    except Invalid:
        return None


def shown(value: object) -> str:
    """A stored value as a field holds it."""
    if isinstance(value, Decimal):
        return format_exact(value)
    return "1" if value is True else "" if value in (None, False) else str(value)
