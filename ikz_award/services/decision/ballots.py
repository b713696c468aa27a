"""Votes cast and votes counted, in a sitting and in writing."""

from collections.abc import Collection, Iterable

from ikz_award.domain.decision.meeting import Choice, Outcome, has_quorum, outcome, taking_part, tally
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.meeting import Ballot, Motion
from ikz_award.queries.decision.meeting import Sitting, motion_view, voters_on
from ikz_award.queries.jury.sheets import PanelMember
from ikz_award.services.record.intention import Work


def cast(work: Work, motion: Motion, juror_id: int, choice: Choice) -> None:
    """Take one vote. Raises `Refused` ("voted") for a second secret one."""
    found = next((ballot for ballot in motion.ballots if ballot.juror_id == juror_id), None)
    if motion.is_secret:
        if found is not None:
            raise Refused("voted", _("Sie haben schon abgestimmt; eine geheime Stimme lässt sich nicht ändern."))
        name = {Choice.YES: "yes", Choice.NO: "no", Choice.ABSTAIN: "abstain"}[choice]
        setattr(motion, name, getattr(motion, name) + 1)
    if found is not None:
        found.choice, found.recorded_by, found.cast_at = choice, work.actor.account_id or 0, work.now
        return
    work.session.add(
        Ballot(
            motion_id=motion.id,
            juror_id=juror_id,
            choice=None if motion.is_secret else choice,
            recorded_by=work.actor.account_id or 0,
            cast_at=work.now,
        )
    )


def count(work: Work, motion: Motion, sitting: Sitting, *, is_ended_by_objection: bool = False) -> Outcome:
    """Close the motion with what it came to. Without a quorum, or after an objection to writing, nothing is decided."""
    rules = sitting.meeting.edition.voting
    may_vote = voters_on(work.session, sitting=sitting, motion=motion)
    there = taking_part(
        may_vote,
        present=sitting.present,
        cast=[ballot.juror_id for ballot in motion.ballots],
        is_written=sitting.meeting.is_written,
        is_secret=motion.is_secret,
    )
    # Whoever left before the count has voted for nobody: an open vote of theirs is not counted.
    known = {ballot.juror_id: ballot.choice for ballot in motion.ballots if ballot.juror_id in there}
    if not motion.is_secret:
        counted = tally(choice for choice in known.values() if choice)
        motion.yes, motion.no, motion.abstain = counted.yes, counted.no, counted.abstain
    chair = next((juror for juror, role in sitting.roles.items() if role is PanelRole.CHAIR), None)
    motion.entitled, motion.present, motion.needed = len(may_vote), len(there), rules.needed(len(may_vote))
    result = outcome(
        motion.tally,
        is_quorate=has_quorum(may_vote, present=there, rules=rules) and not is_ended_by_objection,
        rules=rules,
        chair=known.get(chair) if chair else None,
    )
    motion.chair_id, motion.outcome, motion.closed_at = chair, result, work.now
    return result


def record_of(motion: Motion) -> dict[str, object]:
    """A counted motion for the audit log."""
    return {
        "motion": motion.id, "outcome": motion.outcome, "yes": motion.yes, "no": motion.no, "abstain": motion.abstain,
        "present": motion.present, "entitled": motion.entitled, "needed": motion.needed,
    }  # fmt: skip


def require_complete(work: Work, motion: Motion, sitting: Sitting, *, without: Collection[int]) -> None:
    """Raise unless every vote is in, or the missing ones are known to be: `without` are the jurors the person was shown.

    In writing votes are waited for until they are due: `Refused` ("not_due"). Else `Invalid` ("ballots").
    """
    waiting = motion_view(work.session, sitting=sitting, motion=motion).waiting
    if not waiting:
        return
    due_at = sitting.meeting.due_at
    if due_at is not None and work.now <= due_at:
        raise Refused("not_due", _("Die Frist läuft noch, und es fehlen Stimmen: %(names)s.", names=_names(waiting)))
    if {one.id for one in waiting} - set(without):
        raise Invalid(
            {
                "ballots": _(
                    "Es fehlen Stimmen: %(names)s. Bitte bestätigen Sie, dass trotzdem gezählt wird.", names=_names(waiting)
                )
            },
            reason="ballots_missing",
        )


def _names(members: Iterable[PanelMember]) -> str:
    return ", ".join(one.name for one in members)
