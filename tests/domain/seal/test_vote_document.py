"""Decisions in a sealed document beside its motions: one against the vote has to say so, where it may be one at all."""

from typing import Any

import pytest

from ikz_award.domain.seal.vote_document import vote_faults
from tests.domain.seal.test_meeting_document import ACT


def document(
    outcomes: list[tuple[str | None, str]], *, winner: str | None, vote: tuple[str | None, str | None], **voting: Any
) -> dict[str, Any]:
    """One category with two entries; `outcomes`: (for whom, how it ended), in their order."""
    motions = [
        {
            "key": f"M{number}", "category": "c", "kind": "winner" if entry else "no_prize", "entry": entry, "outcome": ended,
            "yes": 1 if ended == "tied" else 3, "no": 1 if ended == "tied" else 2, "abstain": 0, "entitled": 5, "needed": 3,
        }
        for number, (entry, ended) in enumerate(outcomes, start=1)
    ]  # fmt: skip
    decision = {"winner": winner, "shared_with": [], "vote": {"standing": vote[0], "motion": vote[1]}}
    return {
        "edition": {"voting": ACT | voting, "shares_prizes": False},
        "categories": [{"key": "c", "entries": [{"number": "L1"}, {"number": "L2"}], "decision": decision}],
        "meetings": [{"written": False, "motions": motions}],
    }


def is_true(stated: dict[str, Any]) -> bool:
    [category] = stated["categories"]
    return not list(vote_faults(stated, category))


CARRIED, REJECTED = "carried", "rejected"
AGAINST = {"allows_against_vote": True}


@pytest.mark.parametrize(
    ("outcomes", "winner", "vote", "voting", "expected"),
    [
        ([("L1", CARRIED)], "L1", ("carried", "M1"), {}, True),
        ([("L1", REJECTED)], "L1", ("carried", "M1"), {}, False),
        ([("L1", REJECTED)], "L1", ("rejected", "M1"), {}, False),  # said, but the edition does not allow it
        ([("L1", REJECTED)], "L1", ("rejected", "M1"), AGAINST, True),
        ([("L1", REJECTED)], "L1", (None, None), AGAINST, False),  # not said
        ([("L1", REJECTED), ("L1", CARRIED)], "L1", ("carried", "M2"), {}, True),
        ([("L1", CARRIED), ("L1", REJECTED)], "L1", ("carried", "M1"), AGAINST, False),
        ([("L1", CARRIED)], "L2", ("none", None), AGAINST, False),  # the jury wanted another
        ([("L1", CARRIED)], "L2", ("otherwise", "M1"), AGAINST, True),
        ([("L1", "no_quorum")], "L1", ("no_quorum", "M1"), AGAINST, True),
        ([(None, CARRIED)], None, ("carried", "M1"), {}, True),
        ([(None, REJECTED)], None, (None, None), {}, False),
        ([], "L1", ("none", None), {}, True),
        ([], "L1", ("none", None), {"needs_vote": True}, False),
        ([], "L1", ("none", None), {"needs_vote": True} | AGAINST, True),
        ([("L9", CARRIED)], "L1", ("none", None), {}, True),  # of an entry that no longer takes part
    ],
)
def test_a_decision_says_what_the_votes_say(
    outcomes: list[tuple[str | None, str]],
    winner: str | None,
    vote: tuple[str | None, str | None],
    voting: dict[str, Any],
    expected: bool,
) -> None:
    assert is_true(document(outcomes, winner=winner, vote=vote, **voting)) is expected


def test_scoring_opened_again_between_two_votes_leaves_only_the_first_stale() -> None:
    """The prize is shared: one was carried before scoring was opened again, the other after."""
    stated = document([("L1", CARRIED), ("L2", CARRIED)], winner="L1", vote=("none", "M1"), needs_vote=True, **AGAINST)
    stated["edition"]["shares_prizes"] = True
    stated["categories"][0]["decision"]["shared_with"] = ["L2"]
    assert is_true(stated)
    stated["categories"][0]["decision"]["vote"]["motion"] = None
    assert not is_true(stated)
