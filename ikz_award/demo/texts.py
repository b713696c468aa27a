"""What the demonstration's entries and score sheets say, read from data/demo."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

FOLDER = files("ikz_award").joinpath("data", "demo")
# The order in which the files are read, which is the order of the categories.
CATEGORIES = ("pflichtaufgaben", "vernetzung", "wirtschaft-kultur", "umwelt-planung", "krise")
ANSWERS = (
    "title", "department", "contact_name", "keywords", "legal_form", "municipally_controllable", "summary", "occasion", "goal",
    "implementation", "financing", "benefit", "innovation", "sustainability",
)  # fmt: skip


@dataclass(frozen=True)
class Reason:
    """What a juror may write for points from `low` to `high`."""

    low: int
    high: int
    text: str


@cache
def entry_texts() -> tuple[Mapping[str, Any], ...]:
    """The entries of the first edition, in the order of their categories; each a table of its file plus `category`."""
    return tuple(
        {**entry, "category": category}
        for category in CATEGORIES
        for entry in tomllib.loads(FOLDER.joinpath("entries", f"{category}.toml").read_text(encoding="utf-8"))["entry"]
    )


@cache
def reasons() -> Mapping[str, Sequence[Reason]]:
    """Criterion key (or "remark") → the sentences jurors choose from."""
    raw = tomllib.loads(FOLDER.joinpath("reasons.toml").read_text(encoding="utf-8"))
    return {key: tuple(Reason(item["low"], item["high"], item["text"]) for item in items) for key, items in raw.items()}


def fitting(key: str, points: int) -> list[str]:
    """The sentences that fit so many points."""
    return [reason.text for reason in reasons()[key] if reason.low <= points <= reason.high]


def answers_of(entry: Mapping[str, Any], *, number: int) -> dict[str, str]:
    """Question key → answer for one entry of the data; `number` varies the telephone number."""
    first, _, last = _ascii(entry["contact_name"]).rpartition(" ")
    return {key: str(entry[key]).strip() for key in ANSWERS if entry.get(key)} | {
        "category": entry["category"],
        "contract_date": entry["contract_date"].isoformat(),
        "contact_email": f"{first.replace(' ', '-')}.{last}@kommune.example",
        # A range of numbers that the Bundesnetzagentur keeps free for stories.
        "contact_phone": f"0221 4710 {number % 1000:03d}",
        "consent_rules": "yes",
        "consent_privacy": "yes",
        "consent_partners": "yes",
    }


def _ascii(name: str) -> str:
    table = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e", "ı": "i", "ğ": "g", "ç": "c", "ş": "s"})
    return "".join(c for c in name.lower().translate(table) if c.isascii() and (c.isalpha() or c in " -"))
