"""A decision in a result document, held to the document's own motions: one against the vote has to say so."""

from collections.abc import Iterator, Mapping
from typing import Any

from ikz_award.domain.decision.meeting import MotionKind, Outcome, Tally
from ikz_award.domain.decision.vote_standing import Judgement, PrizeMotion, Standing, is_adverse, judge
from ikz_award.domain.decision.voting_rules import Quorum, VotingRules

Part = Mapping[str, Any]
Fault = tuple[str, object, object]
"""Where, what is stated, what is computed."""


def rules_of(document: Part) -> VotingRules:
    """How the jury votes, as the document states it. Raises what a missing or odd part raises."""
    stated: dict[str, Any] = dict(document["edition"]["voting"])
    return VotingRules(quorum=Quorum(stated.pop("quorum")), **stated)


def vote_faults(document: Part, category: Part) -> Iterator[Fault]:
    """What a category's decision says of the jury's vote and what its motions say, where these differ."""
    decision, rules = category["decision"], rules_of(document)
    if decision is None:
        return
    stated, motion = decision["vote"]["standing"], decision["vote"]["motion"]
    winners = [one for one in (decision["winner"], *decision["shared_with"]) if one is not None]
    # Scoring that was opened again makes earlier votes speak for nothing any more; when that was is not in the document. So
    # it may have been before any of the motions, or after the last.
    cuts = [0, *(one.id + 1 for one in _motions(document, category, since=0))]
    judged = [_judge(document, category, winners, since=cut) for cut in cuts]
    if any(_fits(one, stated, motion, rules) for one in judged):
        return
    yield "decision/vote", stated, " or ".join(dict.fromkeys(str(one.standing) for one in judged))


def carried_for(document: Part, category: Part, winners: list[str]) -> bool:
    """Whether the jury carried the prize for one of the winners."""
    cuts = [0, *(one.id + 1 for one in _motions(document, category, since=0))]
    return any(_judge(document, category, winners, since=cut).carried for cut in cuts)


def _fits(judged: Judgement, stated: str | None, motion: str | None, rules: VotingRules) -> bool:
    if not judged.adverse(rules):
        return stated is None or not is_adverse(Standing(stated), rules)
    number = judged.motion_id(rules)
    return rules.allows_against_vote and (stated, motion) == (judged.standing, None if number is None else f"M{number}")


def _judge(document: Part, category: Part, winners: list[str], *, since: int) -> Judgement:
    return judge(_motions(document, category, since=since), winners=winners, is_shared=document["edition"]["shares_prizes"])


def _motions(document: Part, category: Part, *, since: int) -> list[PrizeMotion]:
    """Those on the category's prize in their order; current are those from the number `since`."""
    entries = {one["number"] for one in category["entries"]}
    found = [
        PrizeMotion(
            id=_number(one),
            entry=one["entry"],
            outcome=valid_outcome(document, meeting, one),
            tally=Tally(yes=one["yes"], no=one["no"], abstain=one["abstain"]),
            is_current=_number(one) >= since,
        )
        for meeting in document["meetings"]
        for one in meeting["motions"]
        if one["category"] == category["key"]
        and MotionKind(one["kind"]) in (MotionKind.WINNER, MotionKind.NO_PRIZE)
        and (one["entry"] is None or one["entry"] in entries)
    ]
    return sorted(found, key=lambda one: one.id)


def _number(motion: Part) -> int:
    return int(motion["key"].removeprefix("M"))


def valid_outcome(document: Part, meeting: Part, motion: Part) -> Outcome | None:
    """The outcome. Of a vote in writing from before silence ceased to be presence, what its ballots come to."""
    if motion["outcome"] is None:
        return None
    cast = motion["yes"] + motion["no"] + motion["abstain"]
    if meeting["written"] and motion["needed"] is None and cast < rules_of(document).needed(motion["entitled"]):
        return Outcome.NO_QUORUM
    return Outcome(motion["outcome"])
