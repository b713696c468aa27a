"""What happens next with an entry: one list, from its standing and the edition's dates, for page, receipt and mail alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from ikz_award.domain.entries.standing import EntryStanding
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.words.formats import format_instant, format_plain_day
from ikz_award.domain.words.wording import message as _


class Timing(StrEnum):
    """How a step is told: something to do, something one may do, what others do now, or what is still to come."""

    TO_DO = "to_do"
    POSSIBLE = "possible"
    RUNNING = "running"
    COMING = "coming"


@dataclass(frozen=True, kw_only=True)
class NextStep:
    """`when` is empty where no date is known; `text` says more than the title where there is more to say."""

    title: str
    timing: Timing = Timing.COMING
    when: str = ""
    text: str = ""

    @property
    def sentence(self) -> str:
        """For a mail: date, title and text in one line."""
        words = _("%(title)s. %(text)s", title=self.title, text=self.text) if self.text else _("%(title)s.", title=self.title)
        return _("%(when)s: %(words)s", when=self.when, words=words) if self.when else words


@dataclass(frozen=True, kw_only=True)
class Dated:
    """A date of the edition that is only announced; midnight without an end is a whole day."""

    at: datetime
    label: str
    ends_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Dates:
    """`objections_until` None: the entry has no partners who could object. `milestones`: those still to come, in order.

    `deadline_at` is the announced one, also where it was closed before: what was planned around it keeps its place.
    """

    now: datetime
    deadline_at: datetime
    objections_until: datetime | None = None
    milestones: tuple[Dated, ...] = ()


_DONE = (EntryStanding.WINNER, EntryStanding.WITHOUT_PRIZE)
_UNDECIDED = (EntryStanding.CHANGEABLE, EntryStanding.AMENDED, EntryStanding.RECEIVED, EntryStanding.SCREENED)
_IN_THE_RACE = (*_UNDECIDED, EntryStanding.RETURNED, EntryStanding.ADMITTED, EntryStanding.WITH_JURY)


def next_steps(standing: EntryStanding, dates: Dates) -> tuple[NextStep, ...]:
    """What is to be done, goes on, or comes, in this order; empty for an entry that is done with."""
    if standing not in (EntryStanding.DRAFT, *_IN_THE_RACE, *_DONE):
        return ()
    early = [_milestone(one) for one in dates.milestones if one.at <= dates.deadline_at]
    late = [_milestone(one) for one in dates.milestones if one.at > dates.deadline_at]
    coming = [*_screening(standing), *_objections(dates), _jury(standing)] if standing in _IN_THE_RACE else []
    return (*early, *_own_part(standing, dates), *coming, *(late if standing is not EntryStanding.DRAFT else ()))


def _own_part(standing: EntryStanding, dates: Dates) -> Iterator[NextStep]:
    """What the municipality may or must do."""
    until = _("bis %(when)s", when=format_instant(dates.deadline_at))
    match standing:
        case EntryStanding.DRAFT:
            yield NextStep(title=_("Ausfüllen und einreichen"), timing=Timing.TO_DO, when=until)
        case EntryStanding.CHANGEABLE:
            yield NextStep(title=_("Ändern und erneut einreichen ist noch möglich"), timing=Timing.POSSIBLE, when=until)
        case EntryStanding.AMENDED:
            text = _("Sonst gilt weiter die eingereichte Fassung.")
            yield NextStep(title=_("Geändertes erneut einreichen"), timing=Timing.TO_DO, when=until, text=text)
        case EntryStanding.RETURNED:
            yield NextStep(title=_("Nachgefordertes ergänzen und erneut einreichen"), timing=Timing.TO_DO)


def _screening(standing: EntryStanding) -> Iterator[NextStep]:
    if standing in (*_UNDECIDED, EntryStanding.RETURNED):
        yield NextStep(
            title=_("Vorprüfung durch das Kompetenzzentrum"),
            timing=Timing.RUNNING if standing is EntryStanding.SCREENED else Timing.COMING,
            text=_(
                "Geprüft wird, ob die Teilnahmebedingungen erfüllt sind. Rückfragen gehen an die Ansprechperson des Beitrags."
            ),
        )


def _objections(dates: Dates) -> Iterator[NextStep]:
    if dates.objections_until is not None and dates.now <= dates.objections_until:
        yield NextStep(
            title=_("Informierte Partner können Einspruch erheben"),
            when=_("bis %(when)s", when=format_instant(dates.objections_until)),
            timing=Timing.RUNNING,
        )


def _jury(standing: EntryStanding) -> NextStep:
    """From the beginning of scoring to publication one and the same: nothing is told of what a jury does."""
    return NextStep(
        title=_("Verfahren der Jury"),
        timing=Timing.RUNNING if standing is EntryStanding.WITH_JURY else Timing.COMING,
        text=_(
            "Die Jury bewertet die zugelassenen Beiträge. Das Ergebnis steht auf der Seite des Beitrags, sobald es "
            "veröffentlicht ist."
        ),
    )


def _milestone(one: Dated) -> NextStep:
    local = utc_to_berlin(one.at)
    is_day = one.ends_at is None and local.time() == time()
    return NextStep(title=one.label, when=format_plain_day(local.date()) if is_day else format_instant(one.at))
