"""Meetings in a sealed document: a true one has no faults, each lie has one, and counts are those of the ballots."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.domain.seal.meeting_document import meeting_faults

JURORS = ("J1", "J2", "J3", "J4", "J5")
CHOICES = ("yes", "no", "abstain")


def at(minute: int) -> str:
    return f"2026-03-04T10:{minute:02}:00.000000Z"


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """One motion in a sitting or a circulation, counted here in another way than the code under test does."""
    is_written, is_secret = draw(st.booleans()), draw(st.booleans())
    panel = draw(st.integers(1, 5))
    notes = [] if is_written else draw(st.lists(st.tuples(st.sampled_from(JURORS), st.booleans(), st.integers(0, 30))))
    notes = sorted(notes, key=lambda one: one[2])
    votes = draw(st.dictionaries(st.sampled_from(JURORS[:panel]), st.sampled_from(CHOICES)))
    # Before the rule was a setting nothing was written down of how many were needed, and silence in writing was presence.
    is_old = draw(st.booleans())
    voting = {
        "quorum": draw(st.sampled_from(["half", "more_than_half", "two_thirds", "all"])),
        "quorum_least": draw(st.integers(1, 4)),
        "chair_breaks_ties": draw(st.booleans()), "allows_circulation": True, "needs_vote": False, "allows_against_vote": False,
    }  # fmt: skip
    present = [juror for juror in JURORS[:panel] if last_before(notes, juror)]
    if is_written:
        present = list(JURORS[:panel]) if is_old else list(votes)
    counted = {juror: vote for juror, vote in votes.items() if is_secret or juror in present}
    if is_secret and not is_old:
        present = sorted({*present, *votes})
    sums = {name: list(counted.values()).count(name) for name in CHOICES}
    needed = needed_of(voting, panel)
    quorate = len(present) >= 3 and len(present) > panel / 2 if is_old else len(present) >= needed
    breaks = is_old or voting["chair_breaks_ties"]
    chair = draw(st.sampled_from([None, "J1", "J2"]))
    carried = sums["yes"] > sums["no"] or (
        breaks and sums["yes"] == sums["no"] > 0 and not is_secret and counted.get(chair or "") == "yes"
    )
    motion = {
        "key": "M1", "category": "c", "kind": "winner", "entry": "L1", "text": "", "secret": is_secret, "chair": chair,
        "opened_at": at(1), "closed_at": at(20), **sums, "entitled": panel, "present": len(present),
        "needed": None if is_old else needed,
        "outcome": "no_quorum" if not quorate else "carried" if carried else "rejected",
        "ballots": [
            {"juror": juror} if is_secret else {"juror": juror, "choice": vote, "at": at(2)} for juror, vote in votes.items()
        ],
    }  # fmt: skip
    return {
        "edition": {"voting": voting},
        "jurors": [{"key": juror} for juror in JURORS[:panel]],
        "categories": [{"key": "c"}],
        "stand_ins": [],
        "meetings": [
            {
                "written": is_written,
                "agenda": [{"category": "c"}],
                "objection": None,
                "motions": [motion],
                "presence": [
                    {"juror": juror, "present": is_there, "at": at(minute)}
                    for juror, is_there, minute in notes
                    if juror in JURORS[:panel] and minute != 20
                ],
            }
        ],
    }


def needed_of(voting: dict[str, Any], panel: int) -> int:
    """How many of the panel have to take part, in doubled and tripled whole numbers."""
    part = next(
        count
        for count in range(panel + 2)
        if {
            "half": 2 * count >= panel,
            "more_than_half": 2 * count > panel,
            "two_thirds": 3 * count >= 2 * panel,
            "all": count >= panel,
        }[voting["quorum"]]
    )
    return max(part, voting["quorum_least"])


def last_before(notes: list[tuple[str, bool, int]], juror: str) -> bool:
    return next((there for who, there, minute in reversed(notes) if who == juror and minute < 20), False)


def places(document: dict[str, Any]) -> list[str]:
    return [where.removeprefix("meetings/1/") for where, _, _ in meeting_faults(document)]


@given(documents())
def test_a_true_document_has_no_faults(document):
    canonical_json(document)
    assert list(meeting_faults(document)) == []


@given(documents(), st.data())
def test_each_lie_about_an_open_vote_is_one_fault_or_more(document, data):
    [motion] = document["meetings"][0]["motions"]
    lie = data.draw(st.sampled_from(["yes", "no", "abstain", "outcome", "present", "ballot"]))
    if lie in CHOICES:
        motion[lie] += 1
        # In secret the sum is all there is to check.
        expected = "motions/M1/counts" if motion["secret"] else f"motions/M1/{lie}"
    elif lie == "outcome":
        votes = [one.get("choice") for one in motion["ballots"]]
        knows_no_chair = motion["chair"] is None and not motion["secret"] and votes.count("yes") == votes.count("no")
        others = {"carried", "rejected", "no_quorum"} - {motion["outcome"]}
        others -= {"carried", "rejected"} if knows_no_chair or motion["yes"] == motion["no"] else set()
        if not others:
            return
        motion["outcome"] = data.draw(st.sampled_from(sorted(others)))
        expected = "motions/M1/outcome"
    elif lie == "present":
        motion["present"] = motion["entitled"] + 1
        expected = "motions/M1/present"
    else:
        motion["ballots"] += [{"juror": "J9"} if motion["secret"] else {"juror": "J9", "choice": "yes", "at": at(3)}]
        expected = "motions/M1/ballots/J9"
    assert expected in places(document)


# More than half, at least three, and the chair's vote in a tie.
ACT = {
    "quorum": "more_than_half", "quorum_least": 3, "chair_breaks_ties": True, "allows_circulation": True, "needs_vote": False,
    "allows_against_vote": False,
}  # fmt: skip


def sitting() -> dict[str, Any]:
    """Five there; four vote, two and two, with the chair's yes."""
    votes = {"J1": "yes", "J2": "yes", "J3": "no", "J4": "no"}
    motion = {
        "key": "M1", "category": "c", "kind": "winner", "entry": "L1", "text": "", "secret": False, "chair": "J1",
        "opened_at": at(1), "closed_at": at(20), "yes": 2, "no": 2, "abstain": 0, "entitled": 5, "present": 5,
        "needed": 3, "outcome": "carried",
        "ballots": [{"juror": juror, "choice": vote, "at": at(2)} for juror, vote in votes.items()],
    }  # fmt: skip
    return {
        "edition": {"voting": ACT},
        "jurors": [{"key": juror} for juror in JURORS],
        "stand_ins": [],
        "categories": [{"key": "c"}],
        "meetings": [
            {
                "written": False,
                "agenda": [{"category": "c"}],
                "objection": None,
                "motions": [motion],
                "presence": [{"juror": juror, "present": True, "at": at(0)} for juror in JURORS],
            }
        ],
    }


def test_a_tie_hangs_on_who_had_the_chair():
    document = sitting()
    [motion] = document["meetings"][0]["motions"]
    assert places(document) == []
    for chair, faults in (("J3", ["motions/M1/outcome"]), ("J5", ["motions/M1/outcome"]), (None, [])):
        motion["chair"] = chair
        assert places(document) == faults


def test_who_left_before_the_count_has_voted_for_nobody():
    document = sitting()
    meeting = document["meetings"][0]
    meeting["presence"].append({"juror": "J1", "present": False, "at": at(10)})
    assert places(document) == ["motions/M1/yes", "motions/M1/present"]
    [motion] = meeting["motions"]
    motion |= {"yes": 1, "present": 4, "outcome": "rejected"}
    assert places(document) == []
    # At the very instant of the count either may be true.
    meeting["presence"][-1]["at"] = at(20)
    assert places(document) == []
    motion |= {"yes": 2, "present": 5, "outcome": "carried"}
    assert places(document) == []


def test_how_somebody_voted_in_secret_has_no_place():
    document = sitting()
    [motion] = document["meetings"][0]["motions"]
    motion |= {"secret": True, "outcome": "rejected"}
    assert len([one for one in places(document) if one.startswith("motions/M1/ballots/")]) == 4
    motion["ballots"] = [{"juror": one["juror"]} for one in motion["ballots"]]
    assert places(document) == []


def test_what_an_objection_ended_was_not_counted():
    document = sitting()
    meeting = document["meetings"][0]
    meeting |= {"written": True, "presence": [], "objection": {"juror": "J2", "at": at(20)}}
    [motion] = meeting["motions"]
    motion |= {"yes": 0, "no": 0, "entitled": 0, "present": 0, "needed": None, "outcome": "no_quorum"}
    assert places(document) == []
    motion["yes"] = 2
    assert places(document) == ["motions/M1/yes"]
    # Since then its votes are counted, and decide nothing.
    motion |= {"yes": 2, "no": 2, "entitled": 5, "present": 4, "needed": 3}
    assert places(document) == []
    motion["outcome"] = "carried"
    assert places(document) == ["motions/M1/outcome"]
    motion["outcome"] = "no_quorum"
    meeting["written"] = False
    assert "objection" in places(document)


@pytest.mark.parametrize(
    ("part", "value"), [("yes", -1), ("yes", True), ("present", "5"), ("outcome", "so"), ("kind", "so"), ("ballots", [{}])]
)
def test_what_is_no_meeting_is_no_document(part, value):
    document = sitting()
    document["meetings"][0]["motions"][0][part] = value
    with pytest.raises((ValueError, KeyError)):
        list(meeting_faults(document))


def test_numbers_beyond_any_jury_are_told_and_not_counted():
    document = sitting()
    document["meetings"][0]["motions"][0] |= {"entitled": 10**12, "present": 10**12}
    assert "motions/M1/entitled" in places(document)


def test_the_rule_is_the_editions():
    """How many had to take part, and whose vote decides a tie."""
    document = sitting()
    [motion] = document["meetings"][0]["motions"]
    document["edition"]["voting"] = ACT | {"chair_breaks_ties": False}
    assert places(document) == ["motions/M1/outcome"]
    motion["outcome"] = "rejected"
    assert places(document) == []
    document["edition"]["voting"] = ACT | {"quorum": "all", "quorum_least": 6}
    assert places(document) == ["motions/M1/needed"]
    motion["needed"] = 6
    assert places(document) == ["motions/M1/outcome"]
    motion["outcome"] = "no_quorum"
    assert places(document) == []
