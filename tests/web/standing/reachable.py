"""Every situation of an entry that the workflow can reach: searched with the tables and predicates that the services ask."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.kinds import EntryMatter
from ikz_award.domain.permissions.matter import may_amend, may_screen, may_submit, may_withdraw
from ikz_award.domain.phases.guards import PhaseFacts, obstacles
from ikz_award.domain.phases.workflow import EntryStatus, Phase, steps_from
from tests.factories import BOCHOLT, NOW

KIM = Actor(account_id=1, organisations=frozenset({BOCHOLT}))
TONI = Actor(account_id=2, is_admin=True)
DEADLINE = NOW + timedelta(days=10)
AFTER = DEADLINE + timedelta(days=1)


@dataclass(frozen=True, kw_only=True, order=True)
class Situation:
    """`is_early`: now is before the deadline; with a phase past the open one, the edition was closed early."""

    phase: Phase = Phase.OPEN
    is_early: bool = True
    status: EntryStatus = EntryStatus.DRAFT
    is_amended: bool = False
    is_second_round: bool = False

    @property
    def is_open(self) -> bool:
        return self.phase is Phase.OPEN and self.is_early

    @property
    def matter(self) -> EntryMatter:
        return EntryMatter(
            edition_id=1,
            entry_id=1,
            phase=self.phase,
            lead_key=BOCHOLT,
            entry_status=self.status,
            is_open_for_entries=self.is_open,
            is_amended=self.is_amended,
        )

    @property
    def name(self) -> str:
        time = "vor dem Einsendeschluss" if self.is_early else "nach dem Einsendeschluss"
        more = [" zum Ändern geöffnet"] * self.is_amended + [" zweite Runde"] * self.is_second_round
        return f"{self.phase.value}, {time}: {self.status.value}{','.join(['', *more]) if more else ''}"


def reachable() -> list[Situation]:
    """All of them, in the order of phases, times and statuses."""
    found, waiting = {Situation()}, [Situation()]
    while waiting:
        for one in _next(waiting.pop()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return sorted(found, key=lambda one: (list(Phase).index(one.phase), not one.is_early, one.is_second_round, _order(one)))


def _order(one: Situation) -> tuple[int, bool]:
    return list(EntryStatus).index(one.status), one.is_amended


def _next(one: Situation) -> Iterator[Situation]:
    yield replace(one, is_early=False)
    yield from _steps_of_the_municipality(one)
    yield from _steps_of_the_organiser(one)
    for phase in steps_from(one.phase):
        for is_sealed in (False, True):
            yield from _phase_step(one, Phase(phase), is_sealed=is_sealed)


def _steps_of_the_municipality(one: Situation) -> Iterator[Situation]:
    if may_submit(KIM, one.matter):
        yield replace(one, status=EntryStatus.SUBMITTED, is_amended=False)
    if may_amend(KIM, one.matter):
        yield replace(one, is_amended=True)
    if may_withdraw(KIM, one.matter):
        yield replace(one, status=EntryStatus.WITHDRAWN)


def _steps_of_the_organiser(one: Situation) -> Iterator[Situation]:
    if may_screen(TONI, one.matter):
        for status in {EntryStatus(step) for step in steps_from(one.status)} - {EntryStatus.WITHDRAWN}:
            if (one.status, status) != (EntryStatus.RETURNED, EntryStatus.SUBMITTED):
                yield replace(one, status=status)


def _phase_step(one: Situation, new: Phase, *, is_sealed: bool) -> Iterator[Situation]:
    """With other entries that are admitted and decided on, so that only this one can stand in the way.

    Whatever rests on a step taken by mistake is left away, so that it can be taken back; but a second round follows a first.
    """
    is_undecided = one.status in (EntryStatus.SUBMITTED, EntryStatus.RETURNED)
    was_closed_early = one.is_early and one.phase not in (Phase.PREPARATION, Phase.OPEN)
    facts = PhaseFacts(
        deadline_at=DEADLINE,
        categories=1,
        criteria=1,
        jurors=1,
        entries=2,
        admitted_entries=1,
        undecided_entries=int(is_undecided),
        is_sealed=is_sealed,
        earlier_deadline=DEADLINE if was_closed_early else None,
        scoring_steps=int(one.is_second_round),
    )
    now = NOW if one.is_early else AFTER
    if obstacles(old=one.phase, new=new, now=now, facts=facts):
        return
    yield replace(one, phase=new, is_amended=False, is_second_round=False)
    if (one.phase, new) == (Phase.DELIBERATION, Phase.JUDGING):
        yield replace(one, phase=new, is_second_round=True)
