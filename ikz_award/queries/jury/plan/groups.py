"""Whether the entries of each category can be compared under a plan: into which groups without a common juror they fall."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from ikz_award.domain.jury.juror_groups import groups_of_pairs
from ikz_award.queries.jury.sheets import MatrixEntry, PanelMember


class Covered(Protocol):
    """An entry with those who are to give it a sheet."""

    @property
    def entry(self) -> MatrixEntry: ...
    @property
    def jurors(self) -> tuple[PanelMember, ...]: ...


@dataclass(frozen=True, kw_only=True)
class CategoryGroups:
    """`groups`: the entries that hang together; those without a sheet are in none. `needed`: the fewest sheets that could join
    all entries with the jurors at work here."""

    name: str
    groups: Sequence[Sequence[MatrixEntry]]
    jurors: int
    sheets: int
    needed: int

    @property
    def is_joined(self) -> bool:
        return len(self.groups) < 2


def groups_by_category(covers: Sequence[Covered]) -> Sequence[CategoryGroups]:
    """In the order of the covers."""
    found = []
    for category_id in dict.fromkeys(cover.entry.category_id for cover in covers):
        own = [cover for cover in covers if cover.entry.category_id == category_id]
        entries = {cover.entry.id: cover.entry for cover in own if cover.jurors}
        pairs = [(cover.entry.id, juror.id) for cover in own for juror in cover.jurors]
        jurors = len({juror for _, juror in pairs})
        found.append(
            CategoryGroups(
                name=own[0].entry.category_name,
                jurors=jurors,
                sheets=len(pairs),
                needed=max(0, len(entries) + jurors - 1),
                groups=[[entries[one] for one in group] for group in groups_of_pairs(pairs, entries)],
            )
        )
    return found
