"""Bias hints from register keys: what the chair may want to ask a juror. A hint never blocks anything.

Keys are official keys: eight digits for a municipality, five for a district, letters for a regional association ("LVR").
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from ikz_award.domain.wording import message as _


class BiasReason(StrEnum):
    """Strongest first."""

    OWN_LEAD = "own_lead"
    OWN_PARTNER = "own_partner"
    SAME_DISTRICT = "same_district"

    @property
    def german(self) -> str:
        return _GERMAN[self]


_GERMAN = {
    BiasReason.OWN_LEAD: _("Eigene Kommune ist federführend"),
    BiasReason.OWN_PARTNER: _("Eigene Kommune ist Kooperationspartner"),
    BiasReason.SAME_DISTRICT: _("Beteiligte Kommune aus demselben Kreis"),
}


@dataclass(frozen=True, kw_only=True)
class Participant:
    """A registered body behind an entry. Partners without a key cannot be compared and are left out by the caller."""

    key: str
    is_lead: bool


@dataclass(frozen=True, kw_only=True)
class BiasHint:
    """`key` is the participant's, not the juror's."""

    reason: BiasReason
    key: str


def bias_hints(*, ties: Collection[str], participants: Iterable[Participant]) -> tuple[BiasHint, ...]:
    """Compare the register keys a juror is tied to with those of an entry: one hint a participant, strongest first.

    A regional association counts only when it takes part itself: every municipality is a member of one, so membership says
    nothing. An independent city is a district of its own.
    """
    own = {_plain_key(tie) for tie in ties}
    districts = {district for tie in ties if (district := district_of(tie))}
    found: dict[str, BiasReason] = {}
    for participant in participants:
        key = _plain_key(participant.key)
        if key in own:
            reason = BiasReason.OWN_LEAD if participant.is_lead else BiasReason.OWN_PARTNER
        elif district_of(key) in districts:
            reason = BiasReason.SAME_DISTRICT
        else:
            continue
        found[participant.key] = min(reason, found.get(participant.key, reason), key=_strength)
    ordered = sorted(found.items(), key=lambda item: (_strength(item[1]), item[0]))
    return tuple(BiasHint(reason=reason, key=key) for key, reason in ordered)


def district_of(key: str) -> str | None:
    """The five digits of the district, or None for a key that has none (a regional association)."""
    return key[:5] if key.isdecimal() and len(key) in (5, 8) else None


def _plain_key(key: str) -> str:
    """An independent city is 05111 as a district and 05111000 as a municipality: the same body."""
    return key[:5] if len(key) == 8 and key.isdecimal() and key.endswith("000") else key


def _strength(reason: BiasReason) -> int:
    return list(BiasReason).index(reason)
