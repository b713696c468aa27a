"""A recount that shares nothing with the code it judges: whole numbers only, ranks by counting who is ahead.

Points come in halves; `Jury` holds them doubled. A comparison of two entries is a comparison of products.
"""

from math import gcd
from random import Random
from typing import NamedTuple


class Jury(NamedTuple):
    """`points[entry][juror]` is None or one whole number of half points per criterion."""

    weights: list[int]
    points: list[list[list[int] | None]]
    minimum: int
    # The rest of the settings: medians instead of means, and the chain for ties ("criterion:1", "median", "first_places").
    is_median: bool = False
    chain: tuple[str, ...] = ()


def random_jury(random: Random) -> Jury:
    """Small, on a coarse scale: ties, gaps, weights of 0 and unranked entries are all common."""
    criteria = random.choice((1, 2, 2, 3))
    weights = [random.randint(0, 4) for _ in range(criteria)]
    weights[random.randrange(criteria)] += 1
    top = random.choice((2, 4, 12))
    jurors = random.randint(1, 4)
    points = [
        [None if random.random() < 0.12 else [random.randint(0, top) for _ in weights] for _ in range(jurors)]
        for _ in range(random.randint(1, 4))
    ]
    rules = ["median", "first_places", "vote", *(f"criterion:{index}" for index in range(criteria))]
    chain = tuple(random.sample(rules, random.choice((0, 0, 1, 2))))
    return Jury(weights, points, random.randint(1, 2), random.random() < 0.4, chain)


class Sum(NamedTuple):
    """Half points per criterion, to be divided by `sheets`: sums over the sheets that count, or doubled medians over 2."""

    by_criterion: list[int]
    sheets: int


def middle_doubled(values: list[int]) -> int:
    """Twice the median."""
    rising = sorted(values)
    return rising[(len(rising) - 1) // 2] + rising[len(rising) // 2]


def kept(jury: Jury, without: int | None = None) -> dict[int, dict[int, list[int]]]:
    """Entry → juror → points, of the sheets that count."""
    return {
        entry: {juror: sheet for juror, sheet in enumerate(row) if sheet is not None and juror != without}
        for entry, row in enumerate(jury.points)
    }


def sums(jury: Jury, without: int | None = None) -> dict[int, Sum]:
    found = {}
    for entry, sheets in kept(jury, without).items():
        columns = list(zip(*sheets.values(), strict=True))
        if jury.is_median and sheets:
            found[entry] = Sum([middle_doubled(list(column)) for column in columns], 2)
        else:
            found[entry] = Sum([sum(column) for column in columns], len(sheets))
    return found


Pair = tuple[int, int]


def standings(jury: Jury, among: set[int], without: int | None = None) -> dict[int, list[Pair]]:
    """Entry → value and tie-breaks, each a number and what to divide it by."""
    sheets, totals = kept(jury, without), sums(jury, without)
    best = {}
    for juror in range(max((len(row) for row in jury.points), default=0)):
        given = {entry: worth(Sum(sheets[entry][juror], 1), jury.weights) for entry in among if juror in sheets[entry]}
        best[juror] = {entry for entry, points in given.items() if points == max(given.values())}
    found = {}
    for entry in among:
        pairs = [(worth(totals[entry], jury.weights), totals[entry].sheets)]
        for rule in jury.chain:
            if rule.startswith("criterion:"):
                pairs.append((totals[entry].by_criterion[int(rule[10:])], totals[entry].sheets))
            elif rule == "median":
                pairs.append((middle_doubled([worth(Sum(one, 1), jury.weights) for one in sheets[entry].values()]), 1))
            elif rule == "first_places":
                pairs.append((sum(entry in entries for entries in best.values()), 1))
        found[entry] = pairs
    return found


def is_before(one: list[Pair], other: list[Pair]) -> bool:
    for (top, bottom), (its_top, its_bottom) in zip(one, other, strict=True):
        if top * its_bottom != its_top * bottom:
            return top * its_bottom > its_top * bottom
    return False


def worth(total: Sum, weights: list[int]) -> int:
    return sum(weight * value for weight, value in zip(weights, total.by_criterion, strict=True))


def is_ahead(one: Sum, other: Sum, weights: list[int]) -> bool:
    return worth(one, weights) * other.sheets > worth(other, weights) * one.sheets


def ranks(jury: Jury) -> dict[int, int]:
    able = {entry for entry, sheets in kept(jury).items() if len(sheets) >= jury.minimum}
    found = standings(jury, able)
    return {entry: 1 + sum(is_before(other, own) for other in found.values()) for entry, own in found.items()}


def first(able: dict[int, Sum], weights: list[int]) -> set[int]:
    return {entry for entry, total in able.items() if not any(is_ahead(other, total, weights) for other in able.values())}


def first_without(jury: Jury, juror: int) -> set[int]:
    able = {entry for entry, sheets in kept(jury, juror).items() if entry in ranks(jury) and sheets}
    found = standings(jury, able, juror)
    return {entry for entry, own in found.items() if not any(is_before(other, own) for other in found.values())}


class End(NamedTuple):
    """A share as a pair of whole numbers in lowest terms, and the entries level with the winner there."""

    top: int
    bottom: int
    level: set[int]


def moved(jury: Jury, criterion: int, top: int, bottom: int) -> list[int]:
    """Weights that give `criterion` the share top/bottom and leave the others in proportion."""
    rest = sum(jury.weights) - jury.weights[criterion]
    return [top * rest if index == criterion else (bottom - top) * weight for index, weight in enumerate(jury.weights)]


def _crossings(jury: Jury, able: dict[int, Sum], criterion: int, winner: int) -> list[tuple[int, int]]:
    """Every share in 0 to 1 at which another entry is level with the winner (but not at all shares), rising, ends included.

    Level means: what the winner is ahead by at share 0 and at share 1, both over the same denominator, in ratio.
    """
    found = {(0, 1), (1, 1)}
    for other in able.values():
        ends = [
            worth(able[winner], weights) * other.sheets - worth(other, weights) * able[winner].sheets
            for weights in (moved(jury, criterion, 0, 1), moved(jury, criterion, 1, 1))
        ]
        bottom = ends[0] - ends[1]
        if bottom:
            top = ends[0]
            sign = -1 if bottom < 0 else 1
            if 0 <= top * sign <= bottom * sign:
                common = gcd(top, bottom) * sign
                found.add((top // common, bottom // common))
    ordered: list[tuple[int, int]] = []
    for top, bottom in found:
        place = sum(other[0] * bottom < top * other[1] for other in ordered)
        ordered.insert(place, (top, bottom))
    return ordered


def band(jury: Jury, criterion: int, winner: int) -> tuple[End, End] | None:
    """Walk from the weights as they are to either side, recounting at and between all crossings, while `winner` is first."""
    if sum(jury.weights) == jury.weights[criterion]:
        return None
    able = {entry: sums(jury)[entry] for entry in ranks(jury)}
    shares = _crossings(jury, able, criterion, winner)
    now = (jury.weights[criterion], sum(jury.weights))
    below = [share for share in reversed(shares) if share[0] * now[1] <= now[0] * share[1]]
    above = [share for share in shares if share[0] * now[1] >= now[0] * share[1]]
    ends = []
    for way in (below, above):
        last, reached = now, now
        for share in way:
            between = (last[0] * share[1] + share[0] * last[1], 2 * last[1] * share[1])
            if any(winner not in first(able, moved(jury, criterion, *point)) for point in (between, share)):
                break
            last = reached = share
        top, bottom = reached
        common = gcd(top, bottom)
        level = first(able, moved(jury, criterion, top, bottom)) - always_level(jury, able, criterion, winner)
        ends.append(End(top // common, bottom // common, level))
    return ends[0], ends[1]


def always_level(jury: Jury, able: dict[int, Sum], criterion: int, winner: int) -> set[int]:
    """The winner, and those level with it at every share."""

    def is_level(entry: int, top: int) -> bool:
        weights = moved(jury, criterion, top, 1)
        return not is_ahead(able[entry], able[winner], weights) and not is_ahead(able[winner], able[entry], weights)

    return {entry for entry in able if is_level(entry, 0) and is_level(entry, 1)}
