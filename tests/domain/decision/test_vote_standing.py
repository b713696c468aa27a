"""What the jury's votes say of a decision."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.decision.decision import ChosenWinners, Vote, names_vote, require_reasoned
from ikz_award.domain.decision.meeting import Outcome, Tally
from ikz_award.domain.decision.vote_standing import PrizeMotion, Standing, VoteFinding, is_adverse, judge, still_fits
from ikz_award.domain.decision.voting_rules import VotingRules
from ikz_award.domain.words.errors import Invalid

# How a motion on the entry came out: + carried, - rejected, = tied, ~ no quorum, ? still open; on A, B or N (no prize).
OUTCOMES = {
    "+": (Outcome.CARRIED, Tally(yes=4, no=1)), "-": (Outcome.REJECTED, Tally(no=5)), "~": (Outcome.NO_QUORUM, Tally(yes=2)),
    "=": (Outcome.REJECTED, Tally(yes=2, no=2, abstain=1)), "?": (None, Tally()),
}  # fmt: skip
LAX, STRICT = VotingRules(), VotingRules(needs_vote=True)
OPEN_TO_IT = VotingRules(needs_vote=True, allows_against_vote=True)


def motions(story: str) -> list[PrizeMotion]:
    """`A- B+`: a prize for A rejected, then one for B carried."""
    found = []
    for number, (who, how) in enumerate((step[0], step[1]) for step in story.split()):
        outcome, tally = OUTCOMES[how]
        found.append(PrizeMotion(id=number + 1, entry=None if who == "N" else who, outcome=outcome, tally=tally))
    return found


def worst(story: str, *winners: str, is_shared: bool = False) -> Standing:
    return judge(motions(story), winners=winners, is_shared=is_shared).standing


@pytest.mark.parametrize(
    ("story", "winners", "is_shared", "standing"),
    [
        ("", "A", False, Standing.NONE),
        ("A+", "A", False, Standing.CARRIED),
        ("A-", "A", False, Standing.REJECTED),
        ("A=", "A", False, Standing.TIED),
        ("A~", "A", False, Standing.NO_QUORUM),
        ("A?", "A", False, Standing.OPEN),
        # The newest motion on it counts.
        ("A- A+", "A", False, Standing.CARRIED),
        ("A+ A-", "A", False, Standing.REJECTED),
        ("A+ A~", "A", False, Standing.NO_QUORUM),
        # Carried for A: nothing else goes without another vote.
        ("A+", "B", False, Standing.OTHERWISE),
        ("A+", "", False, Standing.OTHERWISE),
        ("A+ A-", "B", False, Standing.NONE),
        ("A-", "B", False, Standing.NONE),
        ("A- B-", "", False, Standing.NONE),
        # A later vote for another takes an earlier one's place, unless the edition shares prizes.
        ("A+ B+", "A", False, Standing.OTHERWISE),
        ("A+ B+", "B", False, Standing.CARRIED),
        ("A+ B-", "A", False, Standing.CARRIED),
        ("A+ B?", "A", False, Standing.OPEN),
        ("N+", "A", False, Standing.OTHERWISE),
        ("N+", "", False, Standing.CARRIED),
        ("N-", "", False, Standing.REJECTED),
        ("N+ A+", "", False, Standing.OTHERWISE),
        ("A+ N+", "A", False, Standing.OTHERWISE),
        ("A+ N-", "A", False, Standing.CARRIED),
        # Shared: each winner has its own motion, and none that was carried is passed over.
        ("A+ B+", "AB", True, Standing.CARRIED),
        ("A+ B-", "AB", True, Standing.REJECTED),
        ("A+", "AB", True, Standing.OTHERWISE),
        ("A+ B+", "B", True, Standing.OTHERWISE),
        ("A+ B+ A-", "B", True, Standing.CARRIED),
        ("A+ N+ B+", "AB", True, Standing.OTHERWISE),
        ("A+ N+ B+", "B", True, Standing.CARRIED),
        ("", "AB", True, Standing.NONE),
    ],
)
def test_the_newest_motion_on_a_choice_and_what_was_carried(
    story: str, winners: str, is_shared: bool, standing: Standing
) -> None:
    assert worst(story, *winners, is_shared=is_shared) is standing


STORIES = st.lists(st.tuples(st.sampled_from("ABN"), st.sampled_from("+-=~")).map("".join), max_size=7).map(" ".join)
WINNERS = st.sampled_from(["", "A", "B", "AB"])


@given(story=STORIES, winners=WINNERS)
def test_no_decision_passes_whose_newest_vote_was_not_carried(story: str, winners: str) -> None:
    """Told again without the domain's code: whatever else happened, the last word on each winner must not be a no."""
    judged = judge(motions(story), winners=tuple(winners), is_shared=len(winners) == 2)
    for winner in winners or "N":
        said = [step[1] for step in story.split() if step[0] == winner]
        if said and said[-1] != "+":
            assert judged.adverse(LAX)
        if not said:
            assert judged.standing is not Standing.CARRIED


@given(story=STORIES)
def test_of_unshared_prizes_at_most_one_decision_follows_the_vote(story: str) -> None:
    fitting = [
        winners
        for winners in ("", "A", "B")
        if judge(motions(story), winners=tuple(winners), is_shared=False).standing is Standing.CARRIED
    ]
    assert len(fitting) <= 1


@given(story=STORIES, winners=WINNERS)
def test_recorded_and_judged_again_it_fits_where_it_was_possible(story: str, winners: str) -> None:
    judged = judge(motions(story), winners=tuple(winners), is_shared=len(winners) == 2)
    for rules in (LAX, STRICT, OPEN_TO_IT):
        recorded = (judged.standing, judged.motion_id(rules))
        is_possible = rules.allows_against_vote or not judged.adverse(rules)
        assert still_fits(judged, recorded=recorded, rules=rules) is is_possible


@pytest.mark.parametrize(
    ("before", "now", "fits"),
    [
        ("", "A+", True),
        ("A+", "A+ A-", False),
        ("A-", "A- A=", False),
        ("A-", "A- A+", False),
        ("A-", "A- A?", False),
        ("A-", "A-", True),
        ("A+", "A+ B+", False),
    ],
)
def test_what_is_voted_on_after_the_decision_is_noticed(before: str, now: str, fits: bool) -> None:
    rules = VotingRules(allows_against_vote=True)
    then = judge(motions(before), winners=("A",), is_shared=False)
    recorded = (then.standing, then.motion_id(rules))
    assert still_fits(judge(motions(now), winners=("A",), is_shared=False), recorded=recorded, rules=rules) is fits


def test_a_vote_from_before_scoring_was_opened_again_carries_nothing_but_is_not_forgotten() -> None:
    old = [PrizeMotion(id=1, entry="A", outcome=Outcome.CARRIED, tally=Tally(yes=5), is_current=False)]
    assert judge(old, winners=("A",), is_shared=False).standing is Standing.NONE
    assert judge(old, winners=("B",), is_shared=False).standing is Standing.OTHERWISE


def refusal(story: str, rules: VotingRules, reason: str, *, confirms: bool = False) -> set[str]:
    judged = judge(motions(story), winners=("A",), is_shared=False)
    vote = Vote(judgement=judged, rules=rules, is_confirmed=confirms)
    try:
        require_reasoned(choice=ChosenWinners(ranks=(1,)), reason=reason, is_confirmed=False, vote=vote)
    except Invalid as error:
        return set(error.errors)
    return set()


@pytest.mark.parametrize("story", ["A-", "A=", "A~", "B+", "A?", "A- B+"])
def test_against_the_vote_nothing_is_recorded_unless_the_edition_allows_it(story: str) -> None:
    assert refusal(story, LAX, "x" * 200, confirms=True) == {"winner"}


def test_without_a_vote_only_where_none_is_asked_for() -> None:
    assert refusal("", LAX, "Kurz und gut.") == set()
    assert refusal("", STRICT, "x" * 200, confirms=True) == {"winner"}


@pytest.mark.parametrize(
    ("story", "naming"),
    [("A-", "0 Ja, 5 Nein"), ("A=", "2:2"), ("A~", "nicht beschlussfähig"), ("B+", "4 zu 1"), ("", "abgestimmt")],
)
def test_where_it_is_allowed_it_is_named_confirmed_and_explained(story: str, naming: str) -> None:
    assert refusal(story, OPEN_TO_IT, naming, confirms=True) == {"reason"}
    assert refusal(story, OPEN_TO_IT, f"{naming} {'x' * 100}") == {"confirms_vote"}
    assert refusal(story, OPEN_TO_IT, "x" * 200, confirms=True) == {"reason"}
    assert refusal(story, OPEN_TO_IT, f"{naming} {'x' * 100}", confirms=True) == set()
    # While a vote is running nothing is recorded, confirmed or not.
    assert refusal(f"{story} A?".strip(), OPEN_TO_IT, f"{naming} {'x' * 100}", confirms=True) == {"winner"}


@given(yes=st.integers(0, 12), no=st.integers(0, 12), other=st.integers(0, 12))
def test_another_votes_numbers_do_not_name_it(yes: int, no: int, other: int) -> None:
    finding = VoteFinding(
        entry="A",
        standing=Standing.REJECTED,
        motion=PrizeMotion(id=1, entry="A", outcome=Outcome.REJECTED, tally=Tally(yes=yes, no=no)),
    )
    assert names_vote(f"mit {yes} Ja und {no} Nein", finding)
    assert names_vote(f"mit {other} Ja und {no} Nein", finding) is (other == yes)
    assert names_vote(f"{other}:{no}", finding) is (other == yes)


def test_each_standing_is_classed() -> None:
    adverse: Sequence[Standing] = [one for one in Standing if is_adverse(one, LAX)]
    assert set(Standing) - set(adverse) == {Standing.CARRIED, Standing.NONE}
    assert is_adverse(Standing.NONE, STRICT)
