"""From every state that can be reached some allowed step leads to an end: a search over the tables, nothing of it by hand.

An edition with one entry, one sheet, the jury's meeting, the seal and the prize money. Which steps there are is asked of the
table of transitions, the guards and the permission table, as the services ask them; time goes by itself.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from ikz_award.domain.permissions.actors import Actor, PanelRole, Seat
from ikz_award.domain.permissions.kinds import EditionMatter, NewEntryMatter, ReadingMatter, WinnerMatter
from ikz_award.domain.permissions.table import Action, is_allowed
from ikz_award.domain.phases.application_time import application_time
from ikz_award.domain.phases.guards import PhaseFacts, may_reopen, may_seal, obstacles
from ikz_award.domain.phases.workflow import EntryStatus, Phase, SheetStatus, steps_from

START = datetime(2026, 2, 1, tzinfo=UTC)
EDITION, JUROR = 1, 1
LAST_DAY = 3
EARLY = (Phase.PREPARATION, Phase.OPEN, Phase.SCREENING)
ORGANISER = Actor(account_id=1, name="Organiser", is_admin=True)
APPLICANT = Actor(account_id=2, name="Applicant", organisations=frozenset({"05554008"}))
CHAIR = Actor(
    account_id=3,
    name="Chair",
    seats={EDITION: Seat(juror_id=JUROR, role=PanelRole.CHAIR, has_accepted_confidentiality=True)},
)


@dataclass(frozen=True, kw_only=True)
class State:
    """Days count from START. `earlier`: the deadline that closing early cut off; `seal`: which half or whole of it there is."""

    phase: Phase = Phase.PREPARATION
    day: int = 0
    opens: int = 1
    deadline: int = 2
    earlier: int | None = None
    entry: EntryStatus | None = None
    has_answered: bool = False
    is_screened: bool = False
    sheet: SheetStatus | None = None
    was_closed: bool = False
    meeting: str = "none"
    is_decided: bool = False
    seal: str = "none"
    prize: str = "none"

    @property
    def is_end(self) -> bool:
        """Archived, and nothing is left that somebody waits for."""
        return self.phase is Phase.ARCHIVED and self.seal == "sealed" and self.meeting != "running" and self.prize != "stated"

    @property
    def is_possible(self) -> bool:
        return application_time(
            phase=self.phase, now=at(self.day), opens_at=at(self.opens), deadline_at=at(self.deadline), grace_seconds=60
        ).is_possible

    @property
    def edition(self) -> EditionMatter:
        return EditionMatter(edition_id=EDITION, phase=self.phase)

    @property
    def wanted(self) -> NewEntryMatter:
        return NewEntryMatter(lead_key="05554008", is_open_for_entries=self.is_possible)

    @property
    def matter(self) -> WinnerMatter:
        """Of the entry, where there is one."""
        assert self.entry is not None
        return WinnerMatter(
            edition_id=EDITION,
            entry_id=1,
            phase=self.phase,
            lead_key="05554008",
            entry_status=self.entry,
            is_open_for_entries=self.is_possible,
            is_amended=False,
            is_winner=self.is_decided,
        )

    @property
    def reading(self) -> ReadingMatter:
        """The entry as the chair reads it, where there is one."""
        assert self.entry is not None
        return ReadingMatter(edition_id=EDITION, phase=self.phase, entry_status=self.entry, is_recused=False)

    @property
    def facts(self) -> PhaseFacts:
        is_admitted = self.entry is EntryStatus.ADMITTED
        return PhaseFacts(
            deadline_at=at(self.deadline),
            opens_at=at(self.opens),
            grace_seconds=60,
            categories=1,
            criteria=1,
            jurors=1,
            entries=int(self.entry is not None),
            admitted_entries=int(is_admitted),
            undecided_entries=int(self.entry in (EntryStatus.SUBMITTED, EntryStatus.RETURNED)),
            screening_steps=int(self.is_screened),
            scoring_steps=int(self.sheet is not None or self.was_closed),
            earlier_deadline=None if self.earlier is None else at(self.earlier),
            open_categories=("Krise",) if is_admitted and not self.is_decided else (),
            is_sealed=self.seal in ("sealed", "half open"),
            is_meeting_running=self.meeting == "running",
        )


@cache
def at(day: int) -> datetime:
    return START + timedelta(days=day)


def moves(now: State) -> Iterator[State]:
    """Every state one allowed step, or a day, further on."""
    yield from phase_steps(now)
    yield from steps_of_the_entry(now)
    yield from steps_of_the_jury(now)
    yield from steps_of_the_seal(now)
    yield from steps_of_the_prize(now)
    if now.day < LAST_DAY and now.phase in EARLY:
        yield replace(now, day=now.day + 1)


def phase_steps(now: State) -> Iterator[State]:
    for new in steps_from(now.phase):
        assert isinstance(new, Phase)
        if obstacles(old=now.phase, new=new, now=at(now.day), facts=now.facts):
            continue
        match (now.phase, new):
            case (Phase.PREPARATION, Phase.OPEN):
                yield replace(now, phase=new, opens=min(now.opens, now.day))
            case (Phase.OPEN, Phase.SCREENING):
                earlier = now.deadline if now.day < now.deadline else None
                yield replace(now, phase=new, deadline=min(now.deadline, now.day), earlier=earlier, is_screened=False)
            case (Phase.SCREENING, Phase.OPEN):
                yield replace(now, phase=new, deadline=now.earlier or now.deadline, earlier=None)
            case (Phase.SCREENING, Phase.JUDGING):
                # No later step asks for the dates, so that they are forgotten here: the search stays small.
                yield replace(now, phase=new, day=LAST_DAY, opens=0, deadline=1, earlier=None)
            case (Phase.JUDGING, Phase.DELIBERATION):
                yield replace(now, phase=new, was_closed=True)
            case (Phase.DELIBERATION, Phase.JUDGING):
                # What was decided no longer stands.
                yield replace(now, phase=new, is_decided=False)
            case _:
                yield replace(now, phase=new)
    if is_allowed(ORGANISER, Action.EXTEND_DEADLINE, now.edition) and max(now.deadline, now.day) < LAST_DAY + 1:
        yield replace(now, deadline=max(now.deadline, now.day) + 1)


def steps_of_the_entry(now: State) -> Iterator[State]:
    if now.entry in (None, EntryStatus.WITHDRAWN) and is_allowed(APPLICANT, Action.CREATE_ENTRY, now.wanted):
        yield replace(now, entry=EntryStatus.DRAFT)
    if now.entry is None:
        return
    for new in steps_from(now.entry):
        assert isinstance(new, EntryStatus)
        by_applicant = new is EntryStatus.SUBMITTED and is_allowed(APPLICANT, Action.SUBMIT_ENTRY, now.matter)
        withdraws = new is EntryStatus.WITHDRAWN and is_allowed(APPLICANT, Action.WITHDRAW_ENTRY, now.matter)
        screens = new is not EntryStatus.WITHDRAWN and is_allowed(ORGANISER, Action.SCREEN_ENTRY, now.matter)
        # A return is taken back only before it was answered.
        is_too_late = now.entry is EntryStatus.RETURNED and new is EntryStatus.SUBMITTED and now.has_answered
        if by_applicant or withdraws:
            yield replace(now, entry=new, has_answered=False)
        elif screens and not is_too_late:
            yield replace(now, entry=new, has_answered=False, is_screened=True)
    if now.entry is EntryStatus.RETURNED and is_allowed(APPLICANT, Action.EDIT_ENTRY, now.matter):
        yield replace(now, has_answered=True)
    if is_allowed(APPLICANT, Action.DISCARD_DRAFT, now.matter):
        yield replace(now, entry=None)


def steps_of_the_jury(now: State) -> Iterator[State]:
    if now.entry is not None and is_allowed(CHAIR, Action.SCORE, now.reading):
        for new in steps_from(now.sheet) if now.sheet else (SheetStatus.DRAFT, SheetStatus.ABSTAINED):
            yield replace(now, sheet=new)
    if is_allowed(ORGANISER, Action.RUN_MEETING, now.edition):
        yield replace(now, meeting="closed" if now.meeting == "running" else "running")
    if now.entry is EntryStatus.ADMITTED and is_allowed(ORGANISER, Action.RECORD_DECISION, now.edition):
        yield replace(now, is_decided=True)


def steps_of_the_seal(now: State) -> Iterator[State]:
    may_confirm = is_allowed(ORGANISER, Action.SEAL_AS_ORGANISER, now.edition) and is_allowed(
        CHAIR, Action.SEAL_AS_CHAIR, now.edition
    )
    if not may_confirm:
        return
    if now.seal == "half sealed" or now.seal == "half open":
        # Taken back by whoever gave the first half.
        yield replace(now, seal="none" if now.seal == "half sealed" else "sealed")
    if may_seal(now.phase) and now.seal in ("none", "half sealed"):
        yield replace(now, seal="half sealed" if now.seal == "none" else "sealed")
    if may_reopen(now.phase) and now.seal in ("sealed", "half open"):
        yield replace(now, seal="half open" if now.seal == "sealed" else "none")


def steps_of_the_prize(now: State) -> Iterator[State]:
    if now.entry is not None and now.prize != "cleared" and is_allowed(APPLICANT, Action.STATE_SHARES, now.matter):
        yield replace(now, prize="stated")
    if now.prize == "stated" and is_allowed(ORGANISER, Action.VIEW_PAYMENTS, now.edition):
        yield replace(now, prize="cleared")


@cache
def reachable() -> dict[State, list[State]]:
    """State → what can follow it."""
    graph: dict[State, list[State]] = {}
    waiting = deque([State()])
    while waiting:
        now = waiting.popleft()
        if now not in graph:
            graph[now] = list(dict.fromkeys(one for one in moves(now) if one != now))
            waiting.extend(graph[now])
    return graph


def leading_to_an_end(graph: dict[State, list[State]]) -> set[State]:
    before: dict[State, list[State]] = {}
    for now, following in graph.items():
        for one in following:
            before.setdefault(one, []).append(now)
    found = {one for one in graph if one.is_end}
    waiting = deque(found)
    while waiting:
        for one in before.get(waiting.popleft(), ()):
            if one not in found:
                found.add(one)
                waiting.append(one)
    return found


def test_from_every_reachable_state_a_step_leads_to_an_end() -> None:
    graph = reachable()
    lead_on = leading_to_an_end(graph)
    stuck = [one for one in graph if one not in lead_on]
    assert not stuck, f"{len(stuck)} of {len(graph)}, such as:\n" + "\n".join(map(str, stuck[:5]))


def test_the_search_sees_every_phase_status_and_seal() -> None:
    """A search that reaches little proves little."""
    graph = reachable()
    assert {one.phase for one in graph} == set(Phase)
    assert {one.entry for one in graph} == {None, *EntryStatus}
    assert {one.sheet for one in graph} == {None, *SheetStatus}
    assert {one.seal for one in graph} == {"none", "half sealed", "sealed", "half open"}
    assert {(one.phase, one.prize) for one in graph} >= {(Phase.ARCHIVED, "cleared"), (Phase.ARCHIVED, "none")}
