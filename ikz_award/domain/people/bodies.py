"""Municipal bodies outside the register: which forms there are, how their keys look, what they may be in an entry.

Who takes part is "a municipal authority or a legal person that municipalities control": so no form here is without legal
personality, private law counts only where municipalities control it, and a savings bank never does.
"""

import re
from enum import StrEnum

from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.people.register import fold

# No official key begins with a letter followed by a digit: they are digits alone, or LVR and LWL.
KEY = re.compile(r"KB[0-9]{4,9}")


class BodyForm(StrEnum):
    """The legal form of a body outside the register."""

    ZWECKVERBAND = "zweckverband"
    AOER = "aoer"
    JOINT_AOER = "joint_aoer"
    ASSOCIATION_OF_MUNICIPALITIES = "association_of_municipalities"
    OTHER_PUBLIC = "other_public"
    GMBH = "gmbh"
    OTHER_PRIVATE = "other_private"
    ABROAD = "abroad"

    @property
    def is_private(self) -> bool:
        return self in (BodyForm.GMBH, BodyForm.OTHER_PRIVATE)

    @property
    def is_abroad(self) -> bool:
        return self is BodyForm.ABROAD

    @property
    def has_members(self) -> bool:
        """Whether municipalities stand behind it: only a municipality abroad is one itself."""
        return not self.is_abroad

    @property
    def partner_kind(self) -> PartnerKind:
        """What such a body is among the partners of an entry, once the organiser has confirmed it."""
        if self.is_abroad:
            return PartnerKind.MUNICIPALITY
        return PartnerKind.PRIVATE_CONTROLLABLE if self.is_private else PartnerKind.PUBLIC_BODY


class ProposalState(StrEnum):
    """How far a proposed body is."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    MERGED = "merged"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


def key_for(number: int) -> str:
    """The key of the body that was proposed under this number."""
    return f"KB{number:04d}"


def is_savings_bank(name: str) -> bool:
    """Whether a name says that it is one. The association behind it (Sparkassenzweckverband) is a municipal body."""
    folded = fold(name)
    return "sparkasse" in folded and "verband" not in folded
