"""Bias hints from register keys: what a juror has to declare or deny before scoring an entry. A hint blocks nothing else.

Source: VwVfG NRW §§ 20 and 21, a rule the jury gives itself (to be checked legally). § 20 (1) no. 5 excludes who is paid by a
participant or sits on its board, but not whose own employer is the body that takes part; nearly every municipality belongs to
an association that sits on the jury: so keys give hints, a person declares. § 20 (4), to which § 21 (2) refers for mere doubt:
the member tells the chair, the committee decides without it. Here the chair or the organiser rules, on a denial.

Keys are official keys: eight digits for a municipality, five for a district, letters for a regional association ("LVR").
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ikz_award.domain.people.bodies import KEY
from ikz_award.domain.words.wording import message as _

# For so long a former office still binds.
YEARS = 5


class TieKind(StrEnum):
    """What ties a juror to a body, strongest first."""

    EMPLOYER = "employer"
    MANDATE = "mandate"
    FORMER_OFFICE = "former_office"
    RESIDENCE = "residence"
    MEMBERSHIP = "membership"


# Work for a body goes on to bind after its end; where one lived or was a member does not.
OFFICES = frozenset({TieKind.EMPLOYER, TieKind.MANDATE, TieKind.FORMER_OFFICE})


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


_GERMAN_BEHIND = {
    BiasReason.OWN_LEAD: _("Eigene Kommune ist Mitglied oder Träger der federführenden Organisation"),
    BiasReason.OWN_PARTNER: _("Eigene Kommune ist Mitglied oder Träger eines Kooperationspartners"),
    BiasReason.SAME_DISTRICT: _GERMAN[BiasReason.SAME_DISTRICT],
}


@dataclass(frozen=True, kw_only=True)
class Tie:
    """What ties a juror to a registered body, and, once it has ended, since when it no longer does."""

    key: str
    kind: TieKind
    ended_on: date | None = None

    def counts_on(self, day: date) -> bool:
        """An office counts until five years after its end, all else until its end."""
        if self.ended_on is None:
            return True
        return self.ended_on >= (years_before(day) if self.kind in OFFICES else day)


@dataclass(frozen=True, kw_only=True)
class Participant:
    """A body behind an entry. One without a key (across the border, a company) cannot be compared and gives no hint."""

    key: str | None
    is_lead: bool
    # Who stands behind a body outside the register; see `members_that_tell`.
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class BiasHint:
    """`key` is the participant's, or that of the district shared with it; `tie_key` and `tie_kind`: what ties the juror."""

    reason: BiasReason
    key: str
    tie_key: str
    tie_kind: TieKind

    @property
    def german(self) -> str:
        """The reason in words. One may be tied to a body itself or to a municipality behind it."""
        if KEY.fullmatch(self.key) and self.tie_key != self.key:
            return _GERMAN_BEHIND[self.reason]
        return self.reason.german

    @property
    def code(self) -> str:
        """The hint in one word, for forms."""
        return ":".join((self.reason, self.key, self.tie_key, self.tie_kind))


def years_before(day: date, years: int = YEARS) -> date:
    """The same day so many years before; for 29 February the last of the month."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def bias_hints(*, ties: Collection[Tie], participants: Iterable[Participant], on: date) -> tuple[BiasHint, ...]:
    """Compare what a juror is tied to on a day with who is behind an entry, strongest first.

    A body outside the register stands for itself and for its members, but not for the districts those lie in: that is too far.
    One hint for each body the juror is tied to itself, and one for a district, however many of its bodies take part. A regional
    association counts only when it takes part itself: every municipality is a member of one, so membership says nothing. An
    independent city is a district of its own; a city of the Städteregion is not.
    """
    counting = [tie for tie in ties if tie.counts_on(on)]
    own: dict[str, BiasHint] = {}
    others = []
    for participant in participants:
        if participant.key is None:
            continue
        hints = [hint for tie in counting if (hint := _hint(tie, participant.key, participant))]
        strongest = min(hints, key=_strength, default=None)
        if strongest is None or strongest.reason is BiasReason.SAME_DISTRICT:
            others += hints
        else:
            own[strongest.key] = min(strongest, own.get(strongest.key, strongest), key=_strength)
    districts: dict[str, BiasHint] = {}
    for hint in sorted(others, key=_strength):
        districts.setdefault(hint.key, hint)
    return tuple(sorted((*own.values(), *districts.values()), key=_strength))


def district_of(key: str) -> str | None:
    """The five digits of the district, or None for a key that has none (a regional association)."""
    return key[:5] if key.isdecimal() and len(key) in (5, 8) else None


def members_that_tell(members: frozenset[str], kinds: Iterable[frozenset[str]]) -> frozenset[str]:
    """The members that say something. Where all bodies of a kind are members (all municipalities, all districts), being one
    of them says nothing, as with a regional association."""
    for kind in kinds:
        if kind and kind <= members:
            members -= kind
    return members


def _hint(tie: Tie, key: str, participant: Participant) -> BiasHint | None:
    if _plain_key(tie.key) in {_plain_key(one) for one in (key, *participant.members)}:
        reason = BiasReason.OWN_LEAD if participant.is_lead else BiasReason.OWN_PARTNER
    elif district_of(key) is not None and district_of(tie.key) == district_of(key):
        return BiasHint(reason=BiasReason.SAME_DISTRICT, key=key[:5], tie_key=tie.key, tie_kind=tie.kind)
    else:
        return None
    return BiasHint(reason=reason, key=key, tie_key=tie.key, tie_kind=tie.kind)


def _plain_key(key: str) -> str:
    """An independent city is 05111 as a district and 05111000 as a municipality: the same body."""
    return key[:5] if len(key) == 8 and key.isdecimal() and key.endswith("000") else key


def _strength(hint: BiasHint) -> tuple[int, int, str, str]:
    return list(BiasReason).index(hint.reason), list(TieKind).index(hint.tie_kind), hint.key, hint.tie_key
