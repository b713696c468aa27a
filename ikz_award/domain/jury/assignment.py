"""Who scores which entry when every entry needs the same number of score sheets and no juror more work than needed.

Guarantees, given the jurors who may score each entry: every entry gets `sheets` different jurors, or all who may score it where
they are fewer; pairs with work in them stay; the sum of the squared loads is the least possible. So the loads differ by at most
one whenever any such plan has loads that do. The same input gives the same plan, in whatever order it comes. With the same
loads the jurors' shares overlap, so that the entries of a category can be compared: see `overlap.py`.

Why it is the least: moving one sheet along a chain of jurors changes only the loads at its two ends. A plan from which no
chain leads to a juror with two sheets fewer admits no cheaper plan (no negative cycle in a flow with convex costs).
"""

import hashlib
from collections import deque
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from ikz_award.domain.jury.overlap import joined

Pair = tuple[int, int]
"""An entry and a juror, by their ids."""


class AssignmentMode(StrEnum):
    """How it is settled who scores what. `FIXED`: pair by pair, balanced or by hand."""

    ALL = "all"
    CATEGORIES = "categories"
    FIXED = "fixed"


def entries_lacking_jurors(*, eligible: Mapping[int, Collection[int]], sheets: int) -> tuple[int, ...]:
    """The entries that too few jurors may score: they get fewer sheets."""
    return tuple(sorted(entry for entry, jurors in eligible.items() if len(set(jurors)) < sheets))


def balanced_assignment(
    *,
    eligible: Mapping[int, Collection[int]],
    sheets: int,
    kept: Collection[Pair] = (),
    categories: Mapping[int, int] | None = None,
) -> frozenset[Pair]:
    """`kept` pairs stay, beyond `sheets` as well, unless the juror is not eligible. `categories`: the category of each entry;
    None: all are of the same."""
    fixed = {(entry, juror) for entry, juror in kept if juror in eligible.get(entry, ())}
    plan = {entry: {juror for juror in set(jurors) if (entry, juror) in fixed} for entry, jurors in sorted(eligible.items())}
    load = dict.fromkeys(sorted({juror for jurors in eligible.values() for juror in jurors}), 0)
    for _, juror in fixed:
        load[juror] += 1
    for entry, chosen in plan.items():
        free = sorted(set(eligible[entry]) - chosen, key=lambda juror: (load[juror], juror))
        for juror in free[: max(0, sheets - len(chosen))]:
            chosen.add(juror)
            load[juror] += 1
    while chain := _relieving_chain(plan, load, eligible, fixed):
        for entry, giver, taker in chain:
            plan[entry].remove(giver)
            plan[entry].add(taker)
        load[chain[0][1]] -= 1
        load[chain[-1][2]] += 1
    plan = joined(plan, eligible=eligible, fixed=fixed, categories=categories or {})
    return frozenset((entry, juror) for entry, chosen in plan.items() for juror in chosen)


def assignment_digest(mode: AssignmentMode, pairs: Iterable[Pair]) -> str:
    """A mark of a plan: what is applied must be what was looked at."""
    text = ";".join(f"{entry}-{juror}" for entry, juror in sorted(pairs))
    return hashlib.sha256(f"{mode.value}:{text}".encode()).hexdigest()


def _relieving_chain(
    plan: Mapping[int, set[int]], load: Mapping[int, int], eligible: Mapping[int, Collection[int]], fixed: Collection[Pair]
) -> list[tuple[int, int, int]]:
    """Moves (entry, giver, taker) from a juror to one with at least two sheets fewer; empty when there is no such chain."""
    for start in sorted(load, key=lambda juror: (-load[juror], juror)):
        reached: dict[int, tuple[int, int, int] | None] = {start: None}
        queue = deque([start])
        while queue:
            giver = queue.popleft()
            for entry in (entry for entry, chosen in plan.items() if giver in chosen and (entry, giver) not in fixed):
                for taker in sorted(set(eligible[entry]) - plan[entry] - reached.keys()):
                    reached[taker] = (entry, giver, taker)
                    queue.append(taker)
                    if load[taker] <= load[start] - 2:
                        return _back(reached, taker)
    return []


def _back(reached: Mapping[int, tuple[int, int, int] | None], end: int) -> list[tuple[int, int, int]]:
    moves: list[tuple[int, int, int]] = []
    while move := reached[end]:
        moves.append(move)
        end = move[1]
    return moves[::-1]
