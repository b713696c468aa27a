"""From rows to matters: the one place that says which column is which fact of the permission table.

What no column holds (is the comparison open, is the actor recused, …) is asked by the feature's own query and handed in.
"""

from datetime import datetime

from ikz_award.domain.permissions.kinds import (
    BiasMatter,
    ComparedMatter,
    ComparisonMatter,
    CountingMatter,
    EditionMatter,
    EntryMatter,
    LateSheetMatter,
    NamesMatter,
    NewEntryMatter,
    OverrulingMatter,
    PointsMatter,
    ReadingMatter,
    SheetMatter,
    ShortlistMatter,
    VoteMatter,
    WinnerMatter,
)
from ikz_award.domain.phases.application_time import application_time
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.bias import HintDecision


def edition_matter(edition: Edition) -> EditionMatter:
    """The edition in its phase: what most of the organiser's actions ask about."""
    return EditionMatter(edition_id=edition.id, phase=edition.phase)


def counting_matter(edition: Edition, *, has_points: bool) -> CountingMatter:
    """How the edition counts; `has_points`: a juror has given points in it."""
    return CountingMatter(edition_id=edition.id, phase=edition.phase, has_points=has_points)


def new_entry_matter(edition: Edition, *, lead_key: str, now: datetime) -> NewEntryMatter:
    """An entry that `lead_key` (a register key) wants to begin at `now`."""
    return NewEntryMatter(lead_key=lead_key, is_open_for_entries=_is_open(edition, now=now, extended_to=None))


def entry_matter(entry: Entry, *, now: datetime) -> EntryMatter:
    """The entry at `now`, for who writes it and who screens it."""
    edition = entry.edition
    return EntryMatter(
        edition_id=edition.id,
        phase=edition.phase,
        lead_key=entry.lead_key,
        entry_id=entry.id,
        entry_status=entry.status,
        is_open_for_entries=_is_open(edition, now=now, extended_to=entry.extended_to),
        is_amended=entry.amending_since is not None,
    )


def winner_matter(entry: Entry, *, now: datetime, is_winner: bool) -> WinnerMatter:
    """The entry and its prize; `is_winner`: the decision that stands gives it one."""
    return WinnerMatter(**vars(entry_matter(entry, now=now)), is_winner=is_winner)


def reading_matter(entry: Entry, *, is_recused: bool) -> ReadingMatter:
    """The entry for the juror who acts; `is_recused`: that juror is excluded from it."""
    return ReadingMatter(
        edition_id=entry.edition_id, phase=entry.edition.phase, entry_status=entry.status, is_recused=is_recused
    )


def sheet_matter(reading: ReadingMatter, *, is_assigned: bool, is_left_out: bool) -> SheetMatter:
    """The juror's sheet on what is read; `is_assigned`: to be scored by that juror, `is_left_out`: beside the shortlist."""
    return SheetMatter(**vars(reading), is_assigned=is_assigned, is_left_out=is_left_out)


def points_matter(sheet: SheetMatter, *, has_open_hint: bool) -> PointsMatter:
    """The sheet when it is given points; `has_open_hint`: a hint on a bias is still to be answered."""
    return PointsMatter(**vars(sheet), has_open_hint=has_open_hint)


def shortlist_matter(edition: Edition, *, is_left_out: bool) -> ShortlistMatter:
    """A sheet that the organiser opens again; `is_left_out`: its entry is beside a shortlist that counts."""
    return ShortlistMatter(edition_id=edition.id, phase=edition.phase, is_left_out=is_left_out)


def comparison_matter(edition: Edition, *, is_open: bool) -> ComparisonMatter:
    """The comparison; `is_open`: the organiser has opened it, and scoring was not closed once more since."""
    return ComparisonMatter(edition_id=edition.id, phase=edition.phase, is_comparison_open=is_open)


def names_matter(edition: Edition, *, is_open: bool) -> NamesMatter:
    """The names of the municipalities; `is_open` as for the comparison."""
    return NamesMatter(edition_id=edition.id, phase=edition.phase, is_comparison_open=is_open, hides_names=edition.hides_names)


def compared_matter(entry: Entry, *, juror_id: int | None, is_open: bool, is_recused: bool) -> ComparedMatter:
    """One entry in the comparison for the juror who acts, `juror_id` None for who has no seat."""
    edition = entry.edition
    return ComparedMatter(
        edition_id=edition.id,
        phase=edition.phase,
        entry_status=entry.status,
        is_comparison_open=is_open,
        is_recused=is_recused,
        allows_late_points=edition.changes_after_comparison,
        juror_id=juror_id,
    )


def late_sheet_matter(compared: ComparedMatter, *, is_left_out: bool) -> LateSheetMatter:
    """A sheet to be changed after the comparison; `is_left_out`: its entry is beside a shortlist that counts."""
    return LateSheetMatter(**vars(compared), is_left_out=is_left_out)


def vote_matter(edition: Edition, *, is_recused: bool) -> VoteMatter:
    """A vote in the edition's meeting; `is_recused`: from the entry that is voted on, False where it is about none."""
    return VoteMatter(edition_id=edition.id, phase=edition.phase, is_recused=is_recused)


def bias_matter(decision: HintDecision, *, is_recused: bool) -> BiasMatter:
    """A denial; `is_recused`: the one who acts (not who denied) is excluded from its entry."""
    edition = decision.entry.edition
    return BiasMatter(edition_id=edition.id, phase=edition.phase, juror_id=decision.juror_id, is_recused=is_recused)


def overruling_matter(bias: BiasMatter, *, is_left_out: bool) -> OverrulingMatter:
    """A denial to be overruled; `is_left_out`: its entry is beside a shortlist that counts."""
    return OverrulingMatter(**vars(bias), is_left_out=is_left_out)


def _is_open(edition: Edition, *, now: datetime, extended_to: datetime | None) -> bool:
    return application_time(
        phase=edition.phase,
        now=now,
        opens_at=edition.opens_at,
        deadline_at=edition.deadline_at,
        grace_seconds=edition.grace_seconds,
        extended_to=extended_to,
    ).is_possible
