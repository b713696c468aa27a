"""Ranks under other weights, to try out what the weights do: nothing of it is stored, and no result rests on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ikz_award.domain.ranking import shared_ranks
from ikz_award.domain.scoring import CriterionWeight, weighted_mean


@dataclass(frozen=True, kw_only=True)
class TriedRank:
    """An entry's place under the tried weights; equal means share a rank (1, 1, 3)."""

    entry: str
    rank: int
    mean: Fraction


def tried_ranks(means: Mapping[str, Mapping[str, Fraction]], weights: Sequence[CriterionWeight]) -> tuple[TriedRank, ...]:
    """Entry → its criterion means, ranked by `weights`: best first, equal ones in the order of their keys.

    Raises `ValueError` where the weights add up to nothing, `KeyError` for an entry without one of the criteria.
    """
    totals = {entry: weighted_mean(own, weights) for entry, own in means.items()}
    ordered = sorted(totals, key=lambda entry: (-totals[entry], entry))
    ranks = shared_ranks([totals[entry] for entry in ordered])
    return tuple(TriedRank(entry=entry, rank=rank, mean=totals[entry]) for entry, rank in zip(ordered, ranks, strict=True))
