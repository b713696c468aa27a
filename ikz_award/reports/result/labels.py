"""German words and colours for states, by the members of their enums. The words stand in `domain.words.labels.states`."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from flask_babel import gettext

from ikz_award.domain.decision.ranking import TieRule
from ikz_award.domain.words.labels.states import OWN, STATES, WHEN_OVER
from ikz_award.domain.words.wording import Message
from ikz_award.extensions import translated


class Named(Protocol):
    """A criterion, or whatever else has a key and a name."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...


def _words(member: StrEnum) -> tuple[Message, str]:
    """Word and tone; by the enum, too, for members of two with the same value are equal."""
    return STATES[type(member).__name__][member.value]


def _when_over(member: StrEnum) -> tuple[Message, str] | None:
    return WHEN_OVER.get(type(member).__name__, {}).get(member.value)


def score_label(member: StrEnum, is_over: bool) -> str:
    """The word for a juror's own sheet; `is_over`: no points can be given any more."""
    if is_over and (words := _when_over(member)):
        return translated(words[0])
    return translated(OWN.get(type(member).__name__, {}).get(member.value) or _words(member)[0])


def score_tone(member: StrEnum, is_over: bool) -> str:
    """The colour a state is shown in; `is_over`: scoring is closed, so that what is open is missing."""
    return ((is_over and _when_over(member)) or _words(member))[1]


def label(member: StrEnum) -> str:
    """The German word for a state."""
    return translated(_words(member)[0])


def tone(member: StrEnum) -> str:
    """The colour of its badge."""
    return _words(member)[1]


def tie_rule_words(name: str, criteria: Iterable[Named]) -> str:
    """A rule for ties in German; "criterion:novelty" by the criterion's name."""
    rule, _colon, key = name.partition(":")
    if rule != TieRule.CRITERION:
        return label(TieRule(name))
    named = next((one.name for one in criteria if one.key == key), key)
    return gettext("der höhere Wert bei „%(name)s“", name=named)
