"""Makes the entries of a plan comparable: jurors change places until each category hangs together, loads staying as even.

Two entries without a chain of common jurors between them are never compared: a kinder juror looks like a better entry. Every
plan with the least loads can be turned by exchanges: juror a of one entry for juror b of another, or a by b where a has one
sheet more. An exchange is made where it leaves fewer groups (`juror_groups`), or as many with fewer jurors at work in a
category that falls apart; so it ends.

When it must succeed: within a category without recusals, kept or ineligible pairs, as soon as its sheets are at least entries
+ jurors at work in it - 1 (fewer cannot join them). For then, in two groups or more, some sheet can be taken out of one group
without cutting it; exchanged for a sheet of another group it joins both.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from ikz_award.domain.jury.juror_groups import groups_of_pairs

Pair = tuple[int, int]
Plan = dict[int, set[int]]
Move = tuple[int, int, int]
"""An entry, the juror who gives its sheet up, the juror who takes it."""

# So many exchanges are looked at in vain before a category is left as it is.
PATIENCE = 5_000


def joined(
    plan: Plan, *, eligible: Mapping[int, Collection[int]], fixed: Collection[Pair], categories: Mapping[int, int]
) -> Plan:
    """The plan after all exchanges that help; an entry without a category in `categories` is in that of all the others such."""
    board = _Board(plan, eligible, fixed, categories)
    # A place given up in one category may help another that was left as it was.
    while sum(board.improve(category) for category in board.members):
        pass
    return board.plan


def cover_of(plan: Mapping[int, Collection[int]]) -> tuple[int, int]:
    """Into how many groups the entries with sheets fall, and how many jurors are at work; (1, …) hangs together.

    The same as `groups_of_pairs` counts, but thousands of times a second.
    """
    above: dict[int, int] = {}
    groups = 0
    for jurors in plan.values():
        first: int | None = None
        for juror in jurors:
            if juror not in above:
                above[juror] = juror
                groups += 1
            top = juror
            while above[top] != top:
                above[top] = above[above[top]]
                top = above[top]
            if first is None:
                first = top
            elif top != first:
                above[top] = first
                groups -= 1
    return groups, len(above)


class _Board:
    def __init__(
        self, plan: Plan, eligible: Mapping[int, Collection[int]], fixed: Collection[Pair], categories: Mapping[int, int]
    ) -> None:
        self.plan = {entry: set(jurors) for entry, jurors in sorted(plan.items())}
        self.eligible, self.fixed, self.categories = eligible, fixed, categories
        self.members: dict[int, list[int]] = {}
        for entry in self.plan:
            self.members.setdefault(categories.get(entry, -1), []).append(entry)

    def improve(self, category: int) -> bool:
        """Whether anything was changed for the category."""
        changed = False
        while self._groups(category)[0] > 1:
            found = next((moves for moves in islice(self._moves(category), PATIENCE) if self._is_better(moves)), None)
            if found is None:
                return changed
            self._make(found)
            changed = True
        return changed

    def _groups(self, category: int) -> tuple[int, int]:
        return cover_of({entry: self.plan[entry] for entry in self.members[category]})

    def _moves(self, category: int) -> Iterator[tuple[Move, ...]]:
        """Exchanges with another group of the category first: these join; then within it and with other categories."""
        own = self.members[category]
        place = self._group_of(own)
        here = self._pairs(own)
        load: dict[int, int] = dict.fromkeys((juror for jurors in self.eligible.values() for juror in jurors), 0)
        for jurors in self.plan.values():
            for juror in jurors:
                load[juror] = load.get(juror, 0) + 1
        for one in here:
            yield from (self._pair(one, other) for other in here if place[one[0]] < place[other[0]] and self._may(one, other))
        for entry, giver in here:
            for taker in sorted(set(self.eligible[entry]) - self.plan[entry]):
                if load[giver] == load[taker] + 1:
                    yield ((entry, giver, taker),)
        away = self._pairs([entry for entry in self.plan if self.categories.get(entry, -1) != category])
        for one in here:
            yield from (self._pair(one, other) for other in [*here, *away] if self._may(one, other))

    def _group_of(self, entries: list[int]) -> dict[int, int]:
        groups = groups_of_pairs(self._pairs(entries), entries)
        return {entry: number for number, group in enumerate(groups) for entry in group}

    def _pairs(self, entries: list[int]) -> list[Pair]:
        return [(entry, juror) for entry in entries for juror in sorted(self.plan[entry]) if (entry, juror) not in self.fixed]

    def _may(self, one: Pair, other: Pair) -> bool:
        return (
            one[1] != other[1]
            and other[1] in self.eligible[one[0]]
            and one[1] in self.eligible[other[0]]
            and other[1] not in self.plan[one[0]]
            and one[1] not in self.plan[other[0]]
        )

    def _pair(self, one: Pair, other: Pair) -> tuple[Move, ...]:
        return (one[0], one[1], other[1]), (other[0], other[1], one[1])

    def _is_better(self, moves: tuple[Move, ...]) -> bool:
        touched = {self.categories.get(entry, -1) for entry, _giver, _taker in moves}
        before = self._worth(touched)
        self._make(moves)
        after = self._worth(touched)
        self._make(tuple((entry, taker, giver) for entry, giver, taker in moves))
        return after < before

    def _worth(self, categories: Collection[int]) -> tuple[int, int]:
        found = [self._groups(category) for category in categories]
        return sum(groups for groups, _ in found), sum(jurors for groups, jurors in found if groups > 1)

    def _make(self, moves: tuple[Move, ...]) -> None:
        for entry, giver, taker in moves:
            self.plan[entry].remove(giver)
            self.plan[entry].add(taker)
