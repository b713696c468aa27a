"""Who goes on to the second round: what a rule proposes, exactly, and what a list says that leaves the rule by hand."""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _

SHORTEST_REASON = 10


class ShortlistRule(StrEnum):
    """How a shortlist is proposed; `HAND`: not at all, every entry is chosen by hand."""

    TOP = "top"
    THRESHOLD = "threshold"
    HAND = "hand"


@dataclass(frozen=True, kw_only=True)
class Placed:
    """An entry and its place when the list is drawn; `rank` and `mean` None: too few sheets, not ranked."""

    entry: str
    rank: int | None
    mean: Fraction | None


@dataclass(frozen=True, kw_only=True)
class DrawingRule:
    """`places` for `TOP`, `least` points for `THRESHOLD`, and nothing else with it."""

    kind: ShortlistRule
    places: int | None = None
    least: Decimal | None = None

    def __post_init__(self) -> None:
        is_none = self.places is not None and self.places < 1
        if is_none or (self.places is not None) != (self.kind is ShortlistRule.TOP):
            raise ValueError("the best so many, and at least one")
        if (self.least is not None) != (self.kind is ShortlistRule.THRESHOLD):
            raise ValueError("at least so many points")


@dataclass(frozen=True, kw_only=True)
class Selected:
    """What the list says of an entry; `reason`: why, where that is not what the rule proposes."""

    placed: Placed
    is_proposed: bool
    is_kept: bool
    reason: str = ""

    @property
    def is_by_hand(self) -> bool:
        return self.is_kept != self.is_proposed


def proposed(placed: Iterable[Placed], rule: DrawingRule) -> frozenset[str]:
    """The entries the rule keeps. Equal points are never parted: at the border all of them stay. Who is not ranked does not."""
    means = {one.entry: one.mean for one in placed if one.mean is not None}
    if not means or rule.kind is ShortlistRule.HAND:
        return frozenset()
    least = sorted(means.values(), reverse=True)[min(rule.places, len(means)) - 1] if rule.places else Fraction(rule.least or 0)
    return frozenset(entry for entry, mean in means.items() if mean >= least)


def level_at_border(placed: Sequence[Placed], rule: DrawingRule) -> int:
    """How many more than asked for stay because of equal points."""
    return max(0, len(proposed(placed, rule)) - rule.places) if rule.places else 0


def selection(
    placed: Sequence[Placed], rule: DrawingRule, *, kept: Collection[str], reasons: Mapping[str, str]
) -> tuple[Selected, ...]:
    """The list as it is to be, in the order of `placed`. Where all is chosen by hand there is no rule to leave."""
    stays = proposed(placed, rule)
    found = []
    for one in placed:
        is_kept = one.entry in kept
        is_proposed = is_kept if rule.kind is ShortlistRule.HAND else one.entry in stays
        reason = reasons.get(one.entry, "").strip() if is_kept != is_proposed else ""
        found.append(Selected(placed=one, is_proposed=is_proposed, is_kept=is_kept, reason=reason))
    return tuple(found)


def require_selection(chosen: Sequence[Selected], *, reason: str) -> None:
    """Raise `Invalid`: `kept` (nobody stays, or everybody), `reason` (of the list), `reason_<entry>` (of one set by hand)."""
    errors = {}
    if not any(one.is_kept for one in chosen):
        errors["kept"] = _("Bitte wählen Sie mindestens einen Beitrag für die engere Wahl.")
    elif all(one.is_kept for one in chosen):
        errors["kept"] = _("So bleiben alle Beiträge; dafür braucht es keine engere Wahl.")
    if len(reason.strip()) < SHORTEST_REASON:
        errors["reason"] = _("Bitte begründen Sie die engere Wahl in einem Satz.")
    for one in chosen:
        if one.is_by_hand and len(one.reason) < SHORTEST_REASON:
            errors[f"reason_{one.placed.entry}"] = _("Bitte begründen Sie, warum Sie hier von der Regel abweichen.")
    if errors:
        raise Invalid(errors, reason="shortlist")


def shortlist_digest(placed: Iterable[Placed], rule: DrawingRule) -> str:
    """A mark of a proposal: what is drawn must rest on what was looked at."""
    lines = sorted(f"{one.entry} {one.rank} {one.mean}" for one in placed)
    return hashlib.sha256("\n".join([f"{rule.kind} {rule.places} {rule.least}", *lines]).encode()).hexdigest()
