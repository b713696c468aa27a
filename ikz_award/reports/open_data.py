"""Published winners as open data: JSON as it is, CSV with every cell kept from being a formula."""

import csv
import json
import unicodedata
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import Any

from ikz_award.queries.editions.public import PastEdition, PublicWinner
from ikz_award.queries.seal.facts import SealFacts

STARTS_A_FORMULA = "=+-@|%"
COLUMNS = (
    "edition", "category_key", "category", "prize_euro", "title", "lead_key", "lead", "partner_keys", "partners", "text",
)  # fmt: skip


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet might read it as a formula.

    Judged as such a program may see it: look-alikes made plain (NFKC), invisible signs and blanks at its start left out.
    """
    plain = unicodedata.normalize("NFKC", text)
    first = next((sign for sign in plain if not sign.isspace() and unicodedata.category(sign)[0] != "C"), "")
    return f"'{text}" if first and first in STARTS_A_FORMULA else text


def winners_json(past: PastEdition, facts: SealFacts | None) -> str:
    """With what the seal can be checked by, where there is one."""
    published = past.edition.published_at
    document = {
        "edition": {
            "slug": past.edition.slug,
            "name": past.edition.name,
            "organiser": past.edition.organiser,
            "published_at": published.isoformat() if published else None,
        },
        "seal": None
        if facts is None
        else {
            "version": facts.version,
            "sealed_at": facts.sealed_at.isoformat(),
            "sha256": facts.sha256,
            "public_key": facts.public_key,
            "fingerprint": facts.fingerprint,
            "audit_log": {"length": facts.log_length, "head": facts.log_head},
        },
        "categories": [_category(winners) for winners in past.categories],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def winners_csv(past: PastEdition) -> str:
    """Semicolons and a mark of UTF-8 at the start: as a German spreadsheet program expects it."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for one in past.winners:
        keys = " | ".join(key or "" for key in one.partner_keys)
        row = (
            past.edition.slug, one.category_key, one.category, str(one.prize_euro), one.title or "",
            one.lead_key, one.lead, keys, " | ".join(one.partners), one.text,
        )  # fmt: skip
        writer.writerow([safe_cell(cell) for cell in row])
    return "\ufeff" + target.getvalue()


def _category(winners: Sequence[PublicWinner]) -> Mapping[str, Any]:
    """A category and its winners: none where no prize was awarded, several where they share it."""
    first = winners[0]
    return {
        "key": first.category_key,
        "name": first.category,
        "prize_euro": sum(one.prize_euro for one in winners),
        "winners": [_record(one) for one in winners if one.title is not None],
        "text": first.text,
    }


def _record(one: PublicWinner) -> Mapping[str, Any]:
    partners = [{"key": key, "name": name} for key, name in zip(one.partner_keys, one.partners, strict=True)]
    return {
        "title": one.title,
        "lead": {"key": one.lead_key, "name": one.lead},
        "partners": partners,
        "prize_euro": one.prize_euro,
    }
