"""The jury's meetings in a result document: counts must follow from the ballots, outcomes from the counts and the rule.

Of an open vote the document has every ballot, of a secret one only who has cast one: then the counts are all there is, and
their sum is checked. Who left before the count has voted for nobody, so presence is looked at, too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ikz_award.domain.decision.meeting import Choice, MotionKind, Outcome, Tally, has_quorum, outcome
from ikz_award.domain.decision.voting_rules import VotingRules
from ikz_award.domain.seal.vote_document import rules_of

Part = Mapping[str, Any]
Fault = tuple[str, object, object]
"""Where, what is stated, what is computed."""

COUNTS = ("yes", "no", "abstain")


def meeting_faults(document: Part) -> Iterator[Fault]:
    """All that the meetings say and that does not follow; none for a true document."""
    jurors = frozenset(one["key"] for one in document["jurors"])
    categories = frozenset(one["key"] for one in document["categories"])
    for number, meeting in enumerate(document["meetings"], start=1):
        place = f"meetings/{number}"
        yield from _agenda(meeting, place, jurors=jurors, categories=categories)
        for motion in meeting["motions"]:
            where = f"{place}/motions/{motion['key']}"
            yield from _ballots(motion, where, jurors=jurors)
            if motion["category"] not in categories:
                yield f"{where}/category", motion["category"], "a category of the edition"
            if MotionKind(motion["kind"]) in (MotionKind.WINNER, MotionKind.COMMENDATION) and not motion["entry"]:
                yield f"{where}/entry", motion["entry"], "an entry"
            yield from _counted(meeting, motion, where, document)


def _agenda(meeting: Part, place: str, *, jurors: frozenset[str], categories: frozenset[str]) -> Iterator[Fault]:
    for item in meeting["agenda"]:
        if item["category"] not in categories:
            yield f"{place}/agenda", item["category"], "a category of the edition"
    objection = meeting["objection"]
    named = [*(one["juror"] for one in meeting["presence"]), *([objection["juror"]] if objection else [])]
    for juror in named:
        if juror not in jurors:
            yield f"{place}/presence", juror, "a juror of the panel"
    if objection and not meeting["written"]:
        yield f"{place}/objection", objection["juror"], "none, for it was a sitting"


def _ballots(motion: Part, where: str, *, jurors: frozenset[str]) -> Iterator[Fault]:
    """Each by a juror of the panel, once; with its choice in an open vote, without in a secret one."""
    cast = Counter(one["juror"] for one in motion["ballots"])
    for juror, times in cast.items():
        if juror not in jurors:
            yield f"{where}/ballots/{juror}", juror, "a juror of the panel"
        if times > 1:
            yield f"{where}/ballots/{juror}", f"{times} ballots", "one"
    for ballot in motion["ballots"]:
        if motion["secret"] and set(ballot) != {"juror"}:
            yield f"{where}/ballots/{ballot['juror']}", sorted(ballot), "only that it was cast"
        if not motion["secret"]:
            Choice(ballot["choice"])


def _counted(meeting: Part, motion: Part, where: str, document: Part) -> Iterator[Fault]:
    stated = Tally(**{name: _number(motion[name]) for name in COUNTS})
    if (motion["closed_at"] is None) != (motion["outcome"] is None):
        yield f"{where}/outcome", motion["outcome"], "an outcome for what is closed, and only for that"
        return
    if motion["secret"]:
        if stated.cast != len(motion["ballots"]):
            yield f"{where}/counts", stated.cast, f"{len(motion['ballots'])}, as many as ballots were cast"
    else:
        yield from _open_counts(meeting, motion, where, stated, document)
    if motion["closed_at"] is not None:
        faults = tuple(_there(meeting, motion, where, len(document["jurors"]), rules_of(document)))
        yield from faults
        if faults:
            return
        if _ended_by_objection(meeting, motion):
            possible = frozenset({Outcome.NO_QUORUM})
        else:
            possible = possible_outcomes(
                motion, stated, rules=rules_of(document), chairs=_chairs_votes(meeting, motion, document)
            )
        if Outcome(motion["outcome"]) not in possible:
            yield f"{where}/outcome", motion["outcome"], " or ".join(sorted(possible))


def _open_counts(meeting: Part, motion: Part, where: str, stated: Tally, document: Part) -> Iterator[Fault]:
    """The counts are those of the ballots that count: all of who was surely there, perhaps those of who came or went then."""
    sure, perhaps = _there_at_count(meeting, motion, document)
    # What an objection ended was not counted until it was written down how many had to take part.
    is_counted = motion["closed_at"] is not None and not (motion["needed"] is None and _ended_by_objection(meeting, motion))
    for name in COUNTS:
        cast = [one["juror"] for one in motion["ballots"] if one["choice"] == name] if is_counted else []
        least, most = sum(juror in sure for juror in cast), sum(juror in sure | perhaps for juror in cast)
        if not least <= getattr(stated, name) <= most:
            yield f"{where}/{name}", getattr(stated, name), least if least == most else f"{least} to {most}"


def _there(meeting: Part, motion: Part, where: str, panel: int, rules: VotingRules) -> Iterator[Fault]:
    entitled, present = _number(motion["entitled"]), _number(motion["present"])
    if entitled > panel:
        yield f"{where}/entitled", entitled, f"at most the {panel} jurors"
    if motion["needed"] is not None and _number(motion["needed"]) != rules.needed(entitled):
        yield f"{where}/needed", motion["needed"], rules.needed(entitled)
    most = entitled
    if not meeting["written"]:
        came = {one["juror"] for one in meeting["presence"] if one["present"] and one["at"] <= motion["closed_at"]}
        left = {juror for juror in came if not _is_there(meeting, juror, motion["closed_at"], at_best=True)}
        # Who cast a secret vote and left cannot take it back.
        voted = {one["juror"] for one in motion["ballots"]} if motion["secret"] else set()
        most = min(entitled, len((came - left) | voted))
    # A seat has one vote: more of them than took part were cast twice. Earlier, who left was not counted as taking part.
    if motion["needed"] is not None and sum(_number(motion[name]) for name in COUNTS) > present:
        yield f"{where}/present", present, "no fewer than votes"
    if present > most:
        yield f"{where}/present", present, f"at most {most}"


def possible_outcomes(
    motion: Part, votes: Tally, *, rules: VotingRules, chairs: frozenset[Choice | None]
) -> frozenset[Outcome]:
    """What the counts come to by the edition's rule; more than one only where a tie hangs on a vote nobody knows.

    `chairs`: what the chair may have voted. Counted before the rule was a setting (`needed` is None), it was the act's own:
    more than half of the members, at least three, and the chair's vote in a tie.
    """
    rule = VotingRules() if motion["needed"] is None else rules
    voters, there = range(_number(motion["entitled"])), range(_number(motion["present"]))
    is_quorate = has_quorum(voters, present=there, rules=rule)
    return frozenset(outcome(votes, is_quorate=is_quorate, rules=rule, chair=chair) for chair in chairs)


def _chairs_votes(meeting: Part, motion: Part, document: Part) -> frozenset[Choice | None]:
    if motion["secret"]:
        return frozenset({None})
    if motion["chair"] is None:  # counted before this was kept
        return frozenset({None, *Choice})
    sure, perhaps = _there_at_count(meeting, motion, document)
    votes = [Choice(one["choice"]) for one in motion["ballots"] if one["juror"] == motion["chair"]]
    if not votes or motion["chair"] not in sure | perhaps:
        return frozenset({None})
    return frozenset(votes) if motion["chair"] in sure else frozenset({None, *votes})


def _there_at_count(meeting: Part, motion: Part, document: Part) -> tuple[frozenset[str], frozenset[str]]:
    """The jurors who were there when it was counted: surely, and perhaps, for something happened at that very instant."""
    jurors: Sequence[str] = [one["key"] for one in document["jurors"]]
    at = motion["closed_at"] or "9999"
    replaced = {one["juror"] for one in document["stand_ins"] if motion["opened_at"] <= one["began_at"] <= at}
    replaced |= {one["juror"] for one in document.get("ends", ()) if motion["opened_at"] <= one["ended_at"] <= at}
    best = {juror for juror in jurors if meeting["written"] or _is_there(meeting, juror, at, at_best=True)}
    worst = {juror for juror in jurors if meeting["written"] or _is_there(meeting, juror, at, at_best=False)}
    sure = frozenset(best & worst - replaced)
    return sure, frozenset(best | worst) - sure


def _is_there(meeting: Part, juror: str, at: str, *, at_best: bool) -> bool:
    """By the last note before `at`; one of that very instant may have come before or after."""
    notes = [one for one in meeting["presence"] if one["juror"] == juror and one["at"] <= at]
    before = [one["present"] for one in notes if one["at"] < at]
    known = [before[-1] if before else False, *(one["present"] for one in notes if one["at"] == at)]
    return any(known) if at_best else all(known)


def _ended_by_objection(meeting: Part, motion: Part) -> bool:
    return bool(meeting["objection"]) and motion["closed_at"] == meeting["objection"]["at"]


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{value!r} is not a count")
    return value
