"""Sentences for the reason of a decision, made from the ranking, its certainty and the jury's votes: facts, to be written on.

Each is made from a pattern. By its pattern a sentence is known again in a reason when the choice, or what it rests on, has
changed: what was true of an earlier choice must not stay.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ikz_award.domain.words.formats import format_euro, format_number
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext

PLACE = _(
    "Der Beitrag „%(title)s“ (%(number)s) steht mit %(mean)s Punkten auf Rang %(rank)s von %(count)s gewerteten Beiträgen."
)
STRENGTH = _("Am weitesten vor den anderen liegt er bei „%(criterion)s“ mit %(points)s Punkten.")
FIRM = _("Er stünde auch dann vorn, wenn ein beliebiges Mitglied der Jury nicht bewertet hätte.")
NOT_FIRM = _("Er stünde in %(stays)s von %(all)s Nachzählungen ohne je ein Mitglied der Jury vorn.")
SHARED = _("Die Jury teilt den Preis von %(prize)s unter %(count)s Beiträgen zu gleichen Teilen.")
CARRIED = _("Die Jury hat am %(day)s mit %(yes)s Ja, %(no)s Nein und %(abstained)s so beschlossen.")
AGAINST = _("Die Jury entscheidet gegen ihre Abstimmung vom %(day)s (%(title)s: %(outcome)s; %(part)s), weil ")
NO_VOTE = _("Über diese Entscheidung hat die Jury nicht abgestimmt, weil ")
NO_PRIZE = _("Die Jury vergibt in dieser Kategorie keinen Preis, weil ")
DEPARTURE = _(
    "Die Jury weicht damit von der Rangfolge ab: Auf Rang 1 steht „%(title)s“ (%(number)s) mit %(mean)s Punkten. "
    "Ausschlaggebend war, dass "
)
PATTERNS = (PLACE, STRENGTH, FIRM, NOT_FIRM, SHARED, CARRIED, AGAINST, NO_VOTE, NO_PRIZE, DEPARTURE)
_VALUE = re.compile(r"%\([a-z]+\)s")


@dataclass(frozen=True, kw_only=True)
class PlacedEntry:
    """An entry of the ranking; `mean` and `rank` are None where it is not ranked; points by the criterion's key.

    `recounts`: in how many of all counts without one juror it stays in front; None where none says anything of it.
    """

    key: str
    title: str
    number: str
    mean: Fraction | None
    rank: int | None
    criterion_means: Mapping[str, Fraction]
    recounts: tuple[int, int] | None = None


@dataclass(frozen=True, kw_only=True)
class CarriedVote:
    """A vote that says what was decided; `day` as it is read."""

    day: str
    yes: int
    no: int
    abstained: int


@dataclass(frozen=True, kw_only=True)
class AdverseVote:
    """A vote that says something else, in words: what was moved, what came of it, who took part."""

    day: str
    title: str
    outcome: str
    part: str


@dataclass(frozen=True, kw_only=True)
class NoVote:
    """There was none."""


Vote = CarriedVote | AdverseVote | NoVote


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """What a reason rests on; `criteria`: name by key; `prize_euro` in whole euros; `votes` in the order they are told."""

    entries: Sequence[PlacedEntry]
    criteria: Mapping[str, str]
    prize_euro: int
    votes: Sequence[Vote]


def reason_sentences(grounds: Grounds, winners: Collection[str]) -> tuple[Message, ...]:
    """The sentences that are true of the chosen winners (keys), or of no prize (none), in the order of a good reason.

    One that ends in a blank is to be written on.
    """
    chosen = [one for one in grounds.entries if one.key in winners]
    said: list[Message | None] = []
    if len(chosen) > 1:
        said.append(_filled(SHARED, prize=format_euro(grounds.prize_euro), count=len(chosen)))
    for one in chosen:
        said += _of_winner(grounds, one)
    said += [_vote(one) for one in grounds.votes]
    said += [_departure(grounds, one) for one in chosen] if chosen else [NO_PRIZE]
    return tuple(dict.fromkeys(one for one in said if one is not None))


def outdated(reason: str, sentences: Sequence[str], *, patterns: Sequence[str] = PATTERNS) -> list[str]:
    """Sentences in a reason that were made for another choice, or from what has changed since.

    `sentences` are those of today, and `patterns` those they are made from, in the language of the reason.
    """
    current = tuple(one.strip() for one in sentences)
    return [found for found in _made_sentences(reason, patterns) if not found.endswith(current)]


def with_sentences(reason: str, sentences: Sequence[str], *, patterns: Sequence[str] = PATTERNS) -> str:
    """The reason without outdated sentences, and with each of those of today; what somebody wrote stays."""
    written = reason.replace("\r\n", "\n").rstrip()
    if gone := outdated(written, sentences, patterns=patterns):
        for sentence in gone:
            written = written.replace(sentence, "")
        written = re.sub(r"\n{2,}", "\n", "\n".join(line.strip() for line in written.split("\n"))).strip()
    return "\n".join(part for part in (written, *(one for one in sentences if one.strip() not in written)) if part)


def _made_sentences(reason: str, patterns: Sequence[str]) -> Iterator[str]:
    for pattern in patterns:
        words = pattern.strip()
        # A value holds no second beginning of the same sentence: the shortest stretch is meant.
        start = re.escape(_VALUE.split(words)[0])
        value = rf"(?:(?!{start})[^\n])+?"
        yield from (found.group() for found in re.finditer(value.join(re.escape(part) for part in _VALUE.split(words)), reason))


def _filled(pattern: Message, **values: object) -> Message:
    return Message(pattern.patterns, values)


def _of_winner(grounds: Grounds, one: PlacedEntry) -> list[Message | None]:
    if one.mean is None:
        return []
    return [_place(grounds, one), _strength(grounds, one), _firmness(one)]


def _place(grounds: Grounds, one: PlacedEntry) -> Message:
    ranked = sum(other.rank is not None for other in grounds.entries)
    mean = format_number(one.mean or 0)
    return _filled(PLACE, title=one.title, number=one.number, mean=mean, rank=one.rank, count=ranked)


def _strength(grounds: Grounds, one: PlacedEntry) -> Message | None:
    """The criterion in which the entry is furthest ahead of the others' mean; nothing to say of a single entry."""
    others = [other for other in grounds.entries if other.rank is not None and other.key != one.key]
    if not others:
        return None
    ahead = {
        key: one.criterion_means[key] - sum(other.criterion_means[key] for other in others) / len(others)
        for key in grounds.criteria
    }
    best = max(grounds.criteria, key=lambda key: ahead[key])
    if ahead[best] <= 0:
        return None
    return _filled(STRENGTH, criterion=grounds.criteria[best], points=format_number(one.criterion_means[best]))


def _firmness(one: PlacedEntry) -> Message | None:
    if one.recounts is None:
        return None
    stays, recounts = one.recounts
    return FIRM if stays == recounts else _filled(NOT_FIRM, stays=stays, all=recounts)


def _vote(vote: Vote) -> Message:
    match vote:
        case CarriedVote():
            abstained = ngettext("%(num)s Enthaltung", "%(num)s Enthaltungen", vote.abstained)
            return _filled(CARRIED, day=vote.day, yes=vote.yes, no=vote.no, abstained=abstained)
        case AdverseVote():
            return _filled(AGAINST, day=vote.day, title=vote.title, outcome=vote.outcome, part=vote.part)
    return NO_VOTE


def _departure(grounds: Grounds, one: PlacedEntry) -> Message | None:
    first = next((other for other in grounds.entries if other.rank == 1), None)
    if one.rank == 1 or one.mean is None or first is None:
        return None
    return _filled(DEPARTURE, title=first.title, number=first.number, mean=format_number(first.mean or 0))
