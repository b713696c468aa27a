"""What must be true before an edition takes its next step: pure functions of the facts and `now`.

The table of transitions says which steps exist; the guards here say when one of them may be taken. An obstacle stops a step
until it is gone. A step that comes before its time, or undoes an earlier one, is possible with a written reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from ikz_award.domain.phases.workflow import BACKWARD_PHASES, Phase, require_transition, steps_from
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.domain.words.wording import message as _

# A reason that says nothing ("ok", "s. o.") is none.
SHORTEST_REASON = 10


@dataclass(frozen=True, kw_only=True)
class PhaseFacts:
    """What the guards look at.

    `undecided_entries` are those submitted or returned, `open_categories` the names of categories with admitted entries whose
    decision is missing or no longer stands, `missing_sheets` those a juror still owes (recusals and abstentions owe nothing).
    """

    deadline_at: datetime
    opens_at: datetime | None = None
    # When the last juror's time to score ends; None: no time was set.
    scoring_ends_at: datetime | None = None
    # When the edition came into its phase; None: it was made in it.
    since: datetime | None = None
    grace_seconds: int = 0
    # Entries of whatever status, drafts among them.
    entries: int = 0
    drafts: int = 0
    # What was done in screening since the time for entries was closed.
    screening_steps: int = 0
    # Where the time for entries was closed early: the deadline that held until then.
    earlier_deadline: datetime | None = None
    # Sheets, recusals and answers to hints, and a scoring that was closed before.
    scoring_steps: int = 0
    is_meeting_running: bool = False
    # Winners who have not stated where the prize money goes.
    missing_statements: int = 0
    categories: int = 0
    criteria: int = 0
    jurors: int = 0
    admitted_entries: int = 0
    undecided_entries: int = 0
    missing_sheets: int = 0
    # Sheets there should be, those that are there among them; and denied hints nobody has ruled on.
    expected_sheets: int = 0
    unruled_denials: int = 0
    open_categories: tuple[str, ...] = ()
    is_sealed: bool = False
    # Names of the categories whose decision is not what the jury's votes say.
    against_votes: tuple[str, ...] = ()
    # Names of the categories with a shortlist that counts: with it, opening scoring again is the second round.
    shortlists: tuple[str, ...] = ()


class Obstacle(StrEnum):
    """Why a step cannot be taken yet; the value is the refusal's reason."""

    DEADLINE_PASSED = "deadline_passed"
    ENTRIES_BEGUN = "entries_begun"
    SCREENING_BEGUN = "screening_begun"
    NOT_CLOSED_EARLY = "not_closed_early"
    SCORING_BEGUN = "scoring_begun"
    MEETING_RUNNING = "meeting_running"
    NO_CATEGORIES = "no_categories"
    NO_CRITERIA = "no_criteria"
    UNDECIDED_ENTRIES = "undecided_entries"
    NO_ADMITTED_ENTRIES = "no_admitted_entries"
    NO_JURORS = "no_jurors"
    UNDECIDED_CATEGORIES = "undecided_categories"
    AGAINST_VOTE = "against_vote"
    NOT_SEALED = "not_sealed"
    SEALED = "sealed"


MESSAGES: Mapping[Obstacle, str] = {
    Obstacle.DEADLINE_PASSED: _("Der Einsendeschluss liegt in der Vergangenheit; niemand könnte sich bewerben."),
    Obstacle.ENTRIES_BEGUN: _("Kommunen haben schon Beiträge begonnen; ihre Entwürfe gingen sonst verloren."),
    Obstacle.SCREENING_BEGUN: _("Die Vorprüfung hat schon begonnen."),
    Obstacle.NOT_CLOSED_EARLY: _("Der Einsendeschluss ist vorbei; auch nach diesem Schritt könnte sich niemand bewerben."),
    Obstacle.SCORING_BEGUN: _("Die Jury hat schon mit der Bewertung begonnen."),
    Obstacle.MEETING_RUNNING: _("Die Sitzung oder das Umlaufverfahren der Jury läuft noch. Beenden Sie es zuerst."),
    Obstacle.NO_CATEGORIES: _("Die Wettbewerbsrunde hat noch keine Kategorie."),
    Obstacle.NO_CRITERIA: _("Die Wettbewerbsrunde hat noch kein Bewertungskriterium."),
    Obstacle.UNDECIDED_ENTRIES: _("Nicht jeder eingereichte Beitrag ist zugelassen oder ausgeschlossen."),
    Obstacle.NO_ADMITTED_ENTRIES: _("Es ist kein Beitrag zugelassen, den die Jury bewerten könnte."),
    Obstacle.NO_JURORS: _("Der Jury gehört noch niemand an."),
    Obstacle.UNDECIDED_CATEGORIES: _("Nicht für jede Kategorie mit zugelassenen Beiträgen steht die Entscheidung fest."),
    Obstacle.AGAINST_VOTE: _(
        "Eine Entscheidung passt nicht zur letzten Abstimmung der Jury oder zum gezogenen Los. Bitte entscheiden Sie dort neu, "
        "oder stellen Sie den Antrag noch einmal zur Abstimmung."
    ),
    Obstacle.NOT_SEALED: _("Das Ergebnis ist noch nicht besiegelt. Kompetenzzentrum und Vorsitz bestätigen es gemeinsam."),
    Obstacle.SEALED: _(
        "Das Ergebnis ist besiegelt. Ändern lässt es sich erst, wenn beide es mit einer Begründung wieder öffnen."
    ),
}


# What stands in the way of an undo for good: such a step is not offered any more.
IS_OVER: frozenset[Obstacle] = frozenset(
    {Obstacle.ENTRIES_BEGUN, Obstacle.SCREENING_BEGUN, Obstacle.NOT_CLOSED_EARLY, Obstacle.SCORING_BEGUN}
)


def obstacles(*, old: Phase, new: Phase, now: datetime, facts: PhaseFacts) -> tuple[Obstacle, ...]:
    """What stands in the way of the step, in the order in which it is told; empty: nothing does."""
    takes_part = facts.admitted_entries + facts.undecided_entries > 0
    checks: Mapping[tuple[Phase, Phase], tuple[tuple[bool, Obstacle], ...]] = {
        (Phase.PREPARATION, Phase.OPEN): (
            (now >= facts.deadline_at, Obstacle.DEADLINE_PASSED),
            (facts.categories == 0, Obstacle.NO_CATEGORIES),
            (facts.criteria == 0, Obstacle.NO_CRITERIA),
        ),
        (Phase.OPEN, Phase.PREPARATION): ((facts.entries > 0, Obstacle.ENTRIES_BEGUN),),
        # Where nobody takes part there is nothing to screen, either: open again, the deadline can be extended.
        (Phase.SCREENING, Phase.OPEN): (
            (takes_part and facts.screening_steps > 0, Obstacle.SCREENING_BEGUN),
            (takes_part and not (facts.earlier_deadline and now < facts.earlier_deadline), Obstacle.NOT_CLOSED_EARLY),
        ),
        (Phase.JUDGING, Phase.SCREENING): ((facts.scoring_steps > 0, Obstacle.SCORING_BEGUN),),
        (Phase.SCREENING, Phase.JUDGING): (
            (facts.undecided_entries > 0, Obstacle.UNDECIDED_ENTRIES),
            (facts.undecided_entries == 0 and facts.admitted_entries == 0, Obstacle.NO_ADMITTED_ENTRIES),
            (facts.jurors == 0, Obstacle.NO_JURORS),
        ),
        (Phase.DELIBERATION, Phase.JUDGING): ((facts.is_meeting_running, Obstacle.MEETING_RUNNING),),
        (Phase.DELIBERATION, Phase.DECIDED): (
            (facts.is_meeting_running, Obstacle.MEETING_RUNNING),
            (bool(facts.open_categories), Obstacle.UNDECIDED_CATEGORIES),
            (bool(facts.against_votes), Obstacle.AGAINST_VOTE),
        ),
        (Phase.DECIDED, Phase.DELIBERATION): ((facts.is_sealed, Obstacle.SEALED),),
        (Phase.DECIDED, Phase.PUBLISHED): ((not facts.is_sealed, Obstacle.NOT_SEALED),),
        (Phase.PUBLISHED, Phase.DELIBERATION): ((facts.is_sealed, Obstacle.SEALED),),
        (Phase.PUBLISHED, Phase.ARCHIVED): ((not facts.is_sealed, Obstacle.NOT_SEALED),),
    }
    return tuple(obstacle for is_met, obstacle in checks.get((old, new), ()) if is_met)


def last_arrival(facts: PhaseFacts) -> datetime:
    """The instant after which nothing can arrive any more: the deadline and its grace."""
    return facts.deadline_at + timedelta(seconds=facts.grace_seconds)


def is_before_its_time(*, old: Phase, new: Phase, now: datetime, facts: PhaseFacts) -> bool:
    """Whether the step would begin the time for entries before it was announced, or close it while entries can still arrive."""
    if (old, new) == (Phase.PREPARATION, Phase.OPEN):
        return facts.opens_at is not None and now < facts.opens_at
    return (old, new) == (Phase.OPEN, Phase.SCREENING) and now <= last_arrival(facts)


def needs_reason(*, old: Phase, new: Phase, now: datetime, facts: PhaseFacts) -> bool:
    """Whether the step needs words: it undoes an earlier one, or comes before its time."""
    return (old, new) in BACKWARD_PHASES or is_before_its_time(old=old, new=new, now=now, facts=facts)


def missing_at(*, old: Phase, new: Phase, facts: PhaseFacts) -> int:
    """How much the step would do without: score sheets, or the winners' statements on the prize money."""
    missing = {
        (Phase.JUDGING, Phase.DELIBERATION): facts.missing_sheets,
        (Phase.PUBLISHED, Phase.ARCHIVED): facts.missing_statements,
    }
    return missing.get((old, new), 0)


def may_seal(phase: Phase) -> bool:
    """Sealed is what is decided and not yet published: after that it is opened, decided and published anew."""
    return phase is Phase.DECIDED


def may_reopen(phase: Phase) -> bool:
    """From the archive no way would lead to a new seal: the edition is taken out of it first."""
    return phase in (Phase.DECIDED, Phase.PUBLISHED)


def next_phases(phase: Phase) -> tuple[Phase, ...]:
    """The steps the table has, forward first."""
    order = list(Phase)
    steps = [step for step in order if step in steps_from(phase)]
    return tuple(sorted(steps, key=lambda step: ((phase, step) in BACKWARD_PHASES, order.index(step))))


def require_step(*, old: Phase, new: Phase, now: datetime, facts: PhaseFacts, reason: str, missing_seen: int) -> None:
    """Raise unless the step may be taken: `Refused` ("transition" or an obstacle), or `Invalid` where words are missing.

    `missing_seen` is how much the person was shown to be missing; more than that now is asked about again.
    """
    require_transition(old=old, new=new)
    if found := obstacles(old=old, new=new, now=now, facts=facts):
        raise Refused(found[0].value, MESSAGES[found[0]])
    if needs_reason(old=old, new=new, now=now, facts=facts) and len(reason.strip()) < SHORTEST_REASON:
        raise Invalid({"reason": _("Bitte begründen Sie diesen Schritt in einem Satz.")}, reason="reason_missing")
    if missing_at(old=old, new=new, facts=facts) > missing_seen:
        asked, cause = (
            (_("Bitte bestätigen Sie, dass die Bewertung trotz fehlender Bewertungsbögen geschlossen wird."), "missing_sheets")
            if new is Phase.DELIBERATION
            else (_("Bitte bestätigen Sie, dass trotz fehlender Angaben archiviert wird."), "missing_statements")
        )
        raise Invalid({"has_seen_missing": asked}, reason=cause)
