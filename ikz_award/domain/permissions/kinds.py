"""What is acted on: one kind of matter for each set of facts that predicates ask for.

No fact has a default, so that the type checker sees where one is missing; whoever has no answer to a fact has no matter.
Rows become matters in `ikz_award/queries/permissions/matters.py` and nowhere else. A kind that holds more is accepted wherever
one that holds less is asked for.
"""

from dataclasses import dataclass

from ikz_award.domain.phases.workflow import EntryStatus, Phase


@dataclass(frozen=True, kw_only=True)
class Matter:
    """Nothing in particular: the service as a whole. Every other kind is one of these, too."""


@dataclass(frozen=True, kw_only=True)
class BodyMatter(Matter):
    """What belongs to an organisation; `lead_key`: its key in the register of municipalities."""

    lead_key: str


@dataclass(frozen=True, kw_only=True)
class NewEntryMatter(BodyMatter):
    """An entry that is not there yet; `is_open_for_entries`: what arrives now is in time, grace included."""

    is_open_for_entries: bool


@dataclass(frozen=True, kw_only=True)
class EditionMatter(Matter):
    """An edition of the prize in its phase."""

    edition_id: int
    phase: Phase


@dataclass(frozen=True, kw_only=True)
class CountingMatter(EditionMatter):
    """How an edition counts; `has_points`: jurors have given points in it."""

    has_points: bool


@dataclass(frozen=True, kw_only=True)
class EntryMatter(EditionMatter, BodyMatter):
    """An entry for those who write it and those who screen it; `is_amended`: it is open to be changed after it was sent.

    `is_open_for_entries`: what arrives now is in time for this entry, its own extension and the grace included.
    """

    entry_id: int
    entry_status: EntryStatus
    is_open_for_entries: bool
    is_amended: bool


@dataclass(frozen=True, kw_only=True)
class WinnerMatter(EntryMatter):
    """An entry and its prize; `is_winner`: the jury's decision that stands gives it one."""

    is_winner: bool


@dataclass(frozen=True, kw_only=True)
class ReadingMatter(EditionMatter):
    """An entry for somebody on the panel; `is_recused`: the one who acts is excluded from it."""

    entry_status: EntryStatus
    is_recused: bool


@dataclass(frozen=True, kw_only=True)
class ShortlistMatter(EditionMatter):
    """What a shortlist fixes; `is_left_out`: the entry is beside its category's, read but no longer scored."""

    is_left_out: bool


@dataclass(frozen=True, kw_only=True)
class SheetMatter(ReadingMatter, ShortlistMatter):
    """An entry and a juror's sheet on it; `is_assigned`: the juror is to score it (without an assignment everybody is)."""

    is_assigned: bool


@dataclass(frozen=True, kw_only=True)
class PointsMatter(SheetMatter):
    """A sheet that is given points; `has_open_hint`: a hint on a possible bias waits for the juror's answer."""

    has_open_hint: bool


@dataclass(frozen=True, kw_only=True)
class ComparisonMatter(EditionMatter):
    """The comparison of an edition's points; `is_comparison_open`: the organiser lets jurors see each other's."""

    is_comparison_open: bool


@dataclass(frozen=True, kw_only=True)
class NamesMatter(ComparisonMatter):
    """Whose entries they are; `hides_names`: the jury reads without the names of the municipalities."""

    hides_names: bool


@dataclass(frozen=True, kw_only=True)
class ComparedMatter(ComparisonMatter, ReadingMatter):
    """One entry in the comparison; `allows_late_points`: points may be changed after it.

    `juror_id`: the one who acts, None for who has no seat on the panel.
    """

    allows_late_points: bool
    juror_id: int | None


@dataclass(frozen=True, kw_only=True)
class LateSheetMatter(ComparedMatter, ShortlistMatter):
    """A juror's sheet that is changed after the comparison."""


@dataclass(frozen=True, kw_only=True)
class VoteMatter(EditionMatter):
    """A motion; `is_recused`: the one who acts is excluded from the entry it is about. False where it is about none."""

    is_recused: bool


@dataclass(frozen=True, kw_only=True)
class BiasMatter(EditionMatter):
    """The denial of a bias; `juror_id`: who denied, `is_recused`: the one who acts is excluded from the entry."""

    juror_id: int
    is_recused: bool


@dataclass(frozen=True, kw_only=True)
class OverrulingMatter(BiasMatter, ShortlistMatter):
    """A denial that is overruled, which takes away a sheet."""
