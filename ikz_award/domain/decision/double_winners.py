"""What a jury would rather notice before it seals than read in the paper: a body that wins twice, a prize for one region only.

Only a hint: no rule forbids either.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Winner:
    """A winning entry: the keys of its lead and partners in the register, and the lead's region ("" where it has none).

    A city is one body under both of its official keys, as a district of five digits and a municipality of eight.
    """

    title: str
    lead_key: str
    partner_keys: frozenset[str]
    region: str

    @property
    def bodies(self) -> frozenset[str]:
        return frozenset(_one_key(key) for key in (self.lead_key, *self.partner_keys))


@dataclass(frozen=True, kw_only=True)
class DoubleWinner:
    """A body in several winning entries; `leads` counts those it leads."""

    key: str
    titles: tuple[str, ...]
    leads: int


def double_winners(winners: Sequence[Winner]) -> tuple[DoubleWinner, ...]:
    """The bodies with a part in more than one winning entry, those that lead most first."""
    found = []
    for key in sorted({key for one in winners for key in one.bodies}):
        own = [one for one in winners if key in one.bodies]
        if len(own) > 1:
            leads = sum(_one_key(one.lead_key) == key for one in own)
            found.append(DoubleWinner(key=key, titles=tuple(one.title for one in own), leads=leads))
    return tuple(sorted(found, key=lambda one: -one.leads))


def only_region(winners: Sequence[Winner]) -> str | None:
    """The region all winners are led from; None where there are several regions, an unknown one, or fewer than two winners."""
    regions = {one.region for one in winners}
    return regions.pop() if len(winners) > 1 and len(regions) == 1 and regions != {""} else None


def _one_key(key: str) -> str:
    return key[:5] if len(key) == 8 and key.endswith("000") else key
