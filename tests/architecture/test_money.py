"""Money is written by one formatter: nobody else divides cents or puts a currency behind a number."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What reads and writes amounts for good: the room of formats, and the workbook whose cells are numbers.
ALLOWED = {"ikz_award/domain/words/formats.py", "ikz_award/adapters/payment_list.py"}
ARITHMETIC = re.compile(r"\b(?:cents|CENTS)\b\)?\s*(?://|/|%(?!\())\s*\w")
CURRENCY = re.compile(r"(?:\}\}|%\(\w+\)s|\{[^{}]*\})(?:\s|&nbsp;|\\u00a0)*(?:€|Euro\b|EUR\b)")


def sources():
    for folder, pattern in (("ikz_award", "*.py"), ("templates", "*.html"), ("templates", "*.txt")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            if (name := str(path.relative_to(ROOT))) not in ALLOWED:
                yield name, path.read_text()


def test_cents_are_divided_and_named_in_one_place():
    found = [
        f"{name}: {hit[0]}" for name, text in sources() for pattern in (ARITHMETIC, CURRENCY) for hit in pattern.finditer(text)
    ]
    assert found == []


def test_the_search_finds_what_it_looks_for():
    assert ARITHMETIC.search("{{ (share.cents // 100)|euro }}")
    assert ARITHMETIC.search("share.cents / 100")
    assert CURRENCY.search("{{ share.sum }}\u00a0€".replace("\u00a0", "&nbsp;"))
    assert CURRENCY.search('f"{amount} €"')
    assert CURRENCY.search("noch %(amount)s € bis")
    assert not CURRENCY.search("{{ share.cents|cents }}")
