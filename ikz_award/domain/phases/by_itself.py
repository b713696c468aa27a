"""Which step an edition takes by itself, when the time for it has come.

Nobody has to sit up for a deadline: applications open and close on their announced days, and scoring closes when its time is
over and nothing is missing. What somebody did by hand is not undone by the clock: a step back taken after the time stands.
"""

from datetime import datetime, timedelta

from ikz_award.domain.phases.guards import PhaseFacts, last_arrival, missing_at, obstacles
from ikz_award.domain.phases.workflow import Phase

# What arrived in time may still wait for its turn; long after that nothing is on its way any more.
SETTLING = timedelta(minutes=5)
# An edition whose day went by long ago, such as one made from an old file, waits for a person.
STILL_OPENS = timedelta(days=1)
# The steps that the clock knows, and no other.
BY_ITSELF = {
    Phase.PREPARATION: Phase.OPEN,
    Phase.OPEN: Phase.SCREENING,
    Phase.JUDGING: Phase.DELIBERATION,
}


def time_of_step(*, phase: Phase, facts: PhaseFacts) -> datetime | None:
    """From when on the edition takes its next step by itself; None: that step waits for a person."""
    due = {
        Phase.PREPARATION: facts.opens_at,
        Phase.OPEN: last_arrival(facts),
        Phase.JUDGING: facts.scoring_ends_at,
    }.get(phase)
    if due is None or (facts.since is not None and facts.since >= due):
        return None  # no time is set, or somebody went back when it was over
    # Where nobody has scored there is nothing to compare, and a denial is ruled on while the jury may still score.
    if phase is Phase.JUDGING and (facts.expected_sheets == 0 or facts.unruled_denials > 0):
        return None
    return due if phase is Phase.PREPARATION else due + SETTLING


def step_by_itself(*, phase: Phase, now: datetime, facts: PhaseFacts) -> tuple[Phase, Phase] | None:
    """The step that is to be taken at `now`: its time has come, nothing stands in its way, and it does without nothing."""
    due = time_of_step(phase=phase, facts=facts)
    if due is None or now < due or (phase is Phase.PREPARATION and now > due + STILL_OPENS):
        return None
    step = (phase, BY_ITSELF[phase])
    is_stopped = obstacles(old=step[0], new=step[1], now=now, facts=facts) or missing_at(old=step[0], new=step[1], facts=facts)
    return None if is_stopped else step
