"""Which entries can be compared at all: the groups of the graph of jurors and entries, joined where a juror scored an entry.

Between two groups without a common juror nothing tells a stronger entry from a kinder juror.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ikz_award.domain.jury.arrays import NDArray, np
from ikz_award.domain.jury.point_table import PointTable


@dataclass(frozen=True, kw_only=True)
class JurorGroup:
    """Entries and jurors that hang together, as keys in their order; an entry without a sheet is a group of its own."""

    entries: tuple[str, ...]
    jurors: tuple[str, ...]


def juror_groups(table: PointTable) -> tuple[JurorGroup, ...]:
    """The groups of a table, in the order of their first entry."""
    entry_groups, juror_places = group_places(table.given)
    own, seats = entry_groups.tolist(), juror_places.tolist()
    return tuple(
        JurorGroup(
            entries=tuple(entry for entry, place in zip(table.entries, own, strict=True) if place == group),
            jurors=tuple(juror for juror, place in zip(table.jurors, seats, strict=True) if place == group),
        )
        for group in dict.fromkeys(own)
    )


def hangs_together(given: NDArray[np.bool_]) -> bool:
    """Whether every entry can be compared with every other one; `given[entry, juror]`."""
    # One juror who scored everything joins all.
    if given.all(axis=0).any():
        return True
    entries, _jurors = group_places(given)
    return bool((entries == entries[:1]).all())


def group_places(given: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """A number for the group of each entry and of each juror of `given[entry, juror]`; what hangs together has the same."""
    seats = given.astype(np.int64)
    near = (seats.T @ seats) > 0
    jurors = np.arange(given.shape[1], dtype=np.int64)
    for juror in range(given.shape[1]):
        # Everybody who shares an entry with this juror, and all who already hang together with one of them.
        joined = np.isin(jurors, jurors[near[juror]])
        if joined.any():
            jurors[joined] = jurors[joined].min()
    entries = len(jurors) + np.arange(given.shape[0], dtype=np.int64)
    scored = given.any(axis=1)
    if scored.any():
        entries[scored] = jurors[given[scored].argmax(axis=1)]
    return entries, jurors


def groups_of_pairs(pairs: Iterable[tuple[int, int]], entries: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """The same for a plan of (entry, juror): the `entries` of each group, all in their order."""
    wanted = sorted(set(entries))
    row = {entry: place for place, entry in enumerate(wanted)}
    chosen = [(entry, juror) for entry, juror in pairs if entry in row]
    column = {juror: place for place, juror in enumerate(sorted({juror for _, juror in chosen}))}
    given = np.zeros((len(row), len(column)), dtype=np.bool_)
    for entry, juror in chosen:
        given[row[entry], column[juror]] = True
    found: dict[int, list[int]] = {}
    for entry, group in zip(wanted, group_places(given)[0].tolist(), strict=True):
        found.setdefault(group, []).append(entry)
    return tuple(tuple(group) for group in found.values())
