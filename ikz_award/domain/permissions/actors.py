"""Who acts: a frozen value built once per request and handed to every query and service."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.people.deputies import StoodInFor


class PanelRole(StrEnum):
    """What a juror is on an edition's panel."""

    MEMBER = "member"
    CHAIR = "chair"
    DEPUTY = "deputy"


class Former(StrEnum):
    """What somebody is who sat on the panel."""

    LEFT = "left"


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A juror's place on one edition's panel."""

    juror_id: int
    role: PanelRole
    has_accepted_confidentiality: bool


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A person at work, or nobody (`account_id` None), or the system itself (`is_system`)."""

    account_id: int | None = None
    name: str = ""
    email: str = ""
    is_admin: bool = False
    is_system: bool = False
    # Register keys of the organisations the person belongs to (confirmed memberships only).
    organisations: frozenset[str] = frozenset()
    # Edition id → the person's seat on that edition's panel.
    seats: Mapping[int, Seat] = field(default_factory=lambda: MappingProxyType({}))
    # Editions whose panel the person was taken off.
    left: frozenset[int] = frozenset()
    # Entry id → what the person was invited to do with it and accepted.
    rights: Mapping[int, EntryRight] = field(default_factory=lambda: MappingProxyType({}))

    # Entry id → whose right it is, where a colleague's is used for some days; `rights` holds it, too.
    stands_in: Mapping[int, StoodInFor] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def is_authenticated(self) -> bool:
        return self.account_id is not None

    def has_judged(self, edition_id: int | None) -> bool:
        """Whether the person sits on the edition's panel, or was taken off it."""
        return self.seat(edition_id) is not None or edition_id in self.left

    def seat(self, edition_id: int | None) -> Seat | None:
        return self.seats.get(edition_id) if edition_id is not None else None


ANONYMOUS = Actor()
SYSTEM = Actor(name="System", is_system=True)
