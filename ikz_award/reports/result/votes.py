"""Votes in words: what was put to the vote, what it came to, and what a decision has to do with it."""

from flask_babel import gettext as _
from flask_babel import ngettext

from ikz_award.domain.decision.meeting import MotionKind, Outcome
from ikz_award.domain.decision.vote_standing import Standing, VoteFinding
from ikz_award.domain.words.formats import format_day
from ikz_award.models.decision.meeting import Motion
from ikz_award.queries.decision.votes import DecidedVote
from ikz_award.reports.result.labels import label


def motion_words(motion: Motion) -> str:
    """What is put to the vote."""
    entry = f"„{motion.entry.title}“ ({motion.entry.number})" if motion.entry else ""
    if motion.kind is MotionKind.WINNER:
        return _("Preis für %(entry)s", entry=entry)
    if motion.kind is MotionKind.COMMENDATION:
        return _("Anerkennung für %(entry)s", entry=entry)
    return _("Kein Preis") if motion.kind is MotionKind.NO_PRIZE else motion.text


def outcome_words(motion: Motion) -> str:
    """What it came to: „abgelehnt mit 0 Ja, 5 Nein, 0 Enthaltungen (geheim)“."""
    return ngettext(
        "%(outcome)s mit %(yes)s Ja, %(no)s Nein, %(num)s Enthaltung%(secret)s",
        "%(outcome)s mit %(yes)s Ja, %(no)s Nein, %(num)s Enthaltungen%(secret)s",
        motion.abstain,
        outcome=_outcome(motion),
        yes=motion.yes,
        no=motion.no,
        secret=_(" (geheim)") if motion.is_secret else "",
    )


def part_words(motion: Motion) -> str:
    """Who took part."""
    there, everybody = motion.took_part, motion.entitled
    took = (
        ngettext(
            "%(num)s von %(all)s Stimmberechtigten hat abgestimmt",
            "%(num)s von %(all)s Stimmberechtigten haben abgestimmt",
            there,
            all=everybody,
        )
        if motion.meeting.is_written
        else ngettext(
            "%(num)s von %(all)s Stimmberechtigten war da",
            "%(num)s von %(all)s Stimmberechtigten waren da",
            there,
            all=everybody,
        )
    )
    return took if motion.needed is None else _("%(took)s, nötig waren %(needed)s", took=took, needed=motion.needed)


def resolution(motion: Motion) -> str:
    """A counted motion as one sentence."""
    return _(
        "%(title)s: %(outcome)s; %(part)s.", title=motion_words(motion), outcome=outcome_words(motion), part=part_words(motion)
    )


def vote_sentences(vote: DecidedVote | None) -> tuple[str, ...]:
    """What a recorded decision has to do with the jury's votes; nothing where nothing was voted on and nothing had to be."""
    if vote is None:
        return ()
    if vote.adverse:
        return tuple(_against(vote, finding) for finding in vote.adverse)
    rows = [row for finding in vote.carried if (row := vote.row(finding))]
    return tuple(
        _("Beschlossen am %(day)s: %(title)s, %(outcome)s.", day=_day(row), title=motion_words(row), outcome=outcome_words(row))
        for row in rows
    )


def is_against_vote(vote: DecidedVote | None) -> bool:
    """Whether a recorded decision is against the vote, or lacks one where there has to be one."""
    return bool(vote and vote.adverse)


def _against(vote: DecidedVote, finding: VoteFinding) -> str:
    row = vote.row(finding)
    if finding.standing is Standing.NONE or row is None:
        return _("Ohne Abstimmung der Jury entschieden.")
    if finding.standing is Standing.OPEN:
        return _("Über den Preis läuft noch eine Abstimmung: %(title)s.", title=motion_words(row))
    return _(
        "Gegen die Abstimmung der Jury entschieden. Am %(day)s: %(title)s, %(outcome)s.",
        day=_day(row),
        title=motion_words(row),
        outcome=outcome_words(row),
    )


def _outcome(motion: Motion) -> str:
    if motion.is_objected:
        return _("durch Widerspruch beendet")
    if motion.valid_outcome is Outcome.REJECTED and motion.tally.is_tied:
        return _("bei Stimmengleichheit abgelehnt")
    return label(motion.valid_outcome).lower() if motion.valid_outcome else ""


def _day(motion: Motion) -> str:
    return format_day(motion.closed_at or motion.opened_at)
