"""The chain that makes the audit log tamper-evident: each record's hash covers the record and the hash before it.

To check it without this program: the hash is SHA-256 over the 64 hexadecimal characters of the previous hash, a line feed, and
the record as JSON in UTF-8, keys sorted, no blanks.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

GENESIS = "0" * 64
"""The hash before the first record."""

_HASH = re.compile("[0-9a-f]{64}")


def canonical_json(value: object) -> bytes:
    """One spelling for equal values, the same on every machine and after a way through the database.

    It is `plain` as JSON, keys sorted, no blanks.

    Raises as `plain` does, and `ValueError` for text that is not valid Unicode.
    """
    text = json.dumps(plain(value), sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode()


def plain(value: object) -> Any:
    """The value in what JSON has: equal values become equal.

    Mappings (text keys), lists, tuples, text, whole numbers, truth values and None stay. What JSON lacks becomes text:
    Decimal "7.5" (no trailing zeros), Fraction "25/3", datetime "2026-02-09T22:59:00.000000Z" (UTC), date "2022-02-11",
    StrEnum its value. Raises `TypeError` for floats and anything else, `ValueError` for a datetime without a zone and a number
    that is not finite.
    """
    match value:
        case None | bool() | int():
            return value
        case str():  # StrEnum too
            return str(value)
        case Decimal() | Fraction() | date():
            return _as_text(value)
        case Mapping():
            if not all(isinstance(key, str) for key in value):
                raise TypeError("only text can be a key in the audit log")
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple():
            return [plain(item) for item in value]
    raise TypeError(f"{type(value).__name__} cannot be written to the audit log exactly")


def _as_text(value: Decimal | Fraction | date) -> str:
    match value:
        case Decimal():
            if not value.is_finite():
                raise ValueError(f"{value} is no number")
            text = f"{value:f}"
            text = text.rstrip("0").rstrip(".") if "." in text else text
            return "0" if text == "-0" else text
        case datetime():
            if value.tzinfo is None:
                raise ValueError("an instant needs a time zone")
            return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
        case date():
            return value.isoformat()
    return str(value)


def link(previous_hash: str, record: Mapping[str, object]) -> str:
    """The hash of `record` behind `previous_hash`, 64 hexadecimal characters. The first record stands behind `GENESIS`."""
    if _HASH.fullmatch(previous_hash) is None:
        raise ValueError("the previous hash is not a SHA-256 in hexadecimal characters")
    return hashlib.sha256(previous_hash.encode() + b"\n" + canonical_json(record)).hexdigest()


@dataclass(frozen=True, kw_only=True)
class ChainedRecord:
    """A record as it is stored: what happened, and the two hashes written with it."""

    previous_hash: str
    record: Mapping[str, object]
    hash: str


def first_broken(records: Iterable[ChainedRecord], *, head: str | None = None) -> int | None:
    """The index of the first record that does not fit what stands before it, or None for a whole chain.

    A record cut off at the end leaves a shorter chain that is whole in itself: give the last known hash as `head`, and the
    index after the last record is returned where the chain ends elsewhere.
    """
    previous, index = GENESIS, -1
    for index, stored in enumerate(records):
        if stored.previous_hash != previous or not _fits(stored):
            return index
        previous = stored.hash
    return index + 1 if head is not None and head != previous else None


def _fits(stored: ChainedRecord) -> bool:
    try:
        return stored.hash == link(stored.previous_hash, stored.record)
    except (TypeError, ValueError):  # someone wrote into the table what `link` would never have accepted
        return False
