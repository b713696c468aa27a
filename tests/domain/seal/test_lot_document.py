"""Lots in a sealed document: drawn again by other code, and each lie about one found."""

import hashlib
from typing import Any

import pytest

from ikz_award.domain.seal.lot_document import lot_faults
from tests.domain.seal.test_vote_document import document

SECRET, WORDS = "5e" * 32, "drei fünf eins"
DRAWN = min(("L1", "L2"), key=lambda number: hashlib.sha256(f"{SECRET}|{WORDS}|{number}".encode()).hexdigest())
OTHER = "L2" if DRAWN == "L1" else "L1"


def drawn(winner: str, outcomes: list[tuple[str | None, str]] | None = None, **lie: Any) -> dict[str, Any]:
    stated = document(outcomes or [], winner=winner, vote=("none", None))
    for entry in stated["categories"][0]["entries"]:
        entry["rank"] = 1
    lot = {
        "category": "c", "commitment": hashlib.sha256(SECRET.encode()).hexdigest(), "candidates": ["L1", "L2"],
        "announced_at": "2026-03-04T10:00:00.000000Z", "drawn_at": "2026-03-04T10:05:00.000000Z", "secret": SECRET,
        "words": WORDS, "drawn": DRAWN,
    }  # fmt: skip
    stated["meetings"][0]["lots"] = [lot | lie]
    return stated


def places(stated: dict[str, Any]) -> list[str]:
    return [where for where, _stated, _computed in lot_faults(stated)]


def test_a_true_one_has_no_fault() -> None:
    assert places(drawn(DRAWN)) == []
    assert places(drawn(OTHER, drawn_at=None, secret=None, drawn=None, words="")) == []


@pytest.mark.parametrize(
    ("lie", "where"),
    [
        ({"commitment": "0" * 64}, "commitment"),
        ({"drawn": OTHER}, "drawn"),
        ({"announced_at": "2026-03-04T10:06:00.000000Z"}, "announced_at"),
        ({"category": "d"}, "category"),
        ({"drawn_at": None}, "secret"),
    ],
)
def test_each_lie_is_found(lie: dict[str, Any], where: str) -> None:
    assert f"meetings/1/lots/1/{where}" in places(drawn(DRAWN, **lie))


def test_a_decision_past_the_lot_is_found_unless_the_jury_carried_it() -> None:
    assert places(drawn(OTHER)) == ["categories/c/decision/winner"]
    assert places(drawn(OTHER, [(OTHER, "carried")])) == []
    beside = drawn(OTHER)
    beside["categories"][0]["entries"].append({"number": "L3", "rank": 1})
    assert places(beside) == []  # the lot was between others than those that are level now
