"""How an edition's jury votes: its quorum, ties, voting in writing, and what a decision owes to the vote.

One setting: the count, the check of decisions, the published procedure, the report and the pages of the meeting all follow it.
Where an edition says nothing else it is the administrative procedure act of North Rhine-Westphalia (VwVfG NRW), sections 90
and 91: more than half of the members with a vote, at least three, and the chair's vote in a tie.

Sources. Quorum: § 90 (1), first sentence; in writing only while nobody objects: its second. The majority of votes, and a tie is
a refusal unless the chair's vote decides: § 91. Minutes: § 93. The organiser's own rules of procedure are not public, so each
of these is an edition's setting, and the shipped value an assumption.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _

SMALLEST_QUORUM = 3
# In the text of an edition it stands for `rule_sentences`.
PLACEHOLDER = "[Abstimmungsregeln]"


class Quorum(StrEnum):
    """Which part of those with a vote has to take part."""

    HALF = "half"
    MORE_THAN_HALF = "more_than_half"
    TWO_THIRDS = "two_thirds"
    ALL = "all"


_SHARES: Mapping[Quorum, Fraction] = {
    Quorum.HALF: Fraction(1, 2),
    Quorum.TWO_THIRDS: Fraction(2, 3),
    Quorum.ALL: Fraction(1),
}
QUORUM_WORDS: Mapping[Quorum, Message] = {
    Quorum.HALF: _("mindestens die Hälfte der stimmberechtigten Mitglieder mitwirkt"),
    Quorum.MORE_THAN_HALF: _("mehr als die Hälfte der stimmberechtigten Mitglieder mitwirkt"),
    Quorum.TWO_THIRDS: _("mindestens zwei Drittel der stimmberechtigten Mitglieder mitwirken"),
    Quorum.ALL: _("alle stimmberechtigten Mitglieder mitwirken"),
}


@dataclass(frozen=True, kw_only=True)
class VotingRules:
    """`needs_vote`: no decision without a vote on it; `allows_against_vote`: one against it is possible if it says so."""

    quorum: Quorum = Quorum.MORE_THAN_HALF
    quorum_least: int = SMALLEST_QUORUM
    chair_breaks_ties: bool = True
    allows_circulation: bool = True
    needs_vote: bool = False
    allows_against_vote: bool = False

    def needed(self, entitled: int) -> int:
        """How many of the `entitled` have to take part; those recused are not among them."""
        part = entitled // 2 + 1 if self.quorum is Quorum.MORE_THAN_HALF else ceil(_SHARES[self.quorum] * entitled)
        return max(part, self.quorum_least)


def quorum_sentence(rules: VotingRules) -> Message:
    """When the jury has a quorum."""
    part = QUORUM_WORDS[rules.quorum]
    if rules.quorum_least > 1:
        return _(
            "Die Jury ist beschlussfähig, wenn %(part)s, mindestens aber %(least)s.",
            part=part,
            least=rules.quorum_least,
        )
    return _("Die Jury ist beschlussfähig, wenn %(part)s.", part=part)


def tie_sentence(rules: VotingRules) -> Message:
    """What a tie comes to."""
    if rules.chair_breaks_ties:
        return _(
            "Bei Stimmengleichheit gibt die Stimme des Vorsitzes den Ausschlag; stimmt der Vorsitz nicht mit oder ist die "
            "Abstimmung geheim, ist der Antrag abgelehnt."
        )
    return _("Bei Stimmengleichheit ist der Antrag abgelehnt.")


def circulation_sentence(rules: VotingRules) -> Message:
    """Whether the jury may vote in writing, and who counts then."""
    if rules.allows_circulation:
        return _(
            "Ein Beschluss im schriftlichen Umlauf ist möglich, solange kein Mitglied widerspricht; mit wirkt dort, wer bis "
            "zum genannten Zeitpunkt seine Stimme abgibt."
        )
    return _("Im schriftlichen Umlauf wird nicht beschlossen.")


def decision_sentence(rules: VotingRules) -> Message:
    """What a decision owes to the vote."""
    if rules.needs_vote and rules.allows_against_vote:
        return _(
            "Über jeden Preis wird abgestimmt. Eine Entscheidung, die vom Ergebnis der Abstimmung abweicht, nennt es in ihrer "
            "Begründung."
        )
    if rules.needs_vote:
        return _("Kein Preis wird ohne oder gegen eine Abstimmung der Jury vergeben.")
    if rules.allows_against_vote:
        return _(
            "Eine förmliche Abstimmung ist nicht vorgeschrieben. Eine Entscheidung, die vom Ergebnis einer Abstimmung "
            "abweicht, nennt es in ihrer Begründung."
        )
    return _("Eine förmliche Abstimmung ist nicht vorgeschrieben. Gegen eine Abstimmung wird nicht entschieden.")


def rule_sentences(rules: VotingRules) -> tuple[Message, ...]:
    """The rules as the public, the report and the jury read them."""
    return (
        _("Ein Antrag ist angenommen, wenn mehr Mitglieder mit Ja als mit Nein stimmen; Enthaltungen zählen für keine Seite."),
        quorum_sentence(rules),
        tie_sentence(rules),
        circulation_sentence(rules),
        decision_sentence(rules),
    )
