"""Where a juror stands with an entry: one list of states for lists, tables, ranking and report."""

from enum import StrEnum

from ikz_award.domain.phases.workflow import SheetStatus


class SheetState(StrEnum):
    """What is seen of a juror's sheet. A recusal outweighs whatever status the sheet has (`SheetStatus`, which is stored).

    Not every place knows every state: a juror's own list has none that is set aside, the ranking asks nobody for a sheet.
    """

    # No sheet, and one is owed. The word stands in addresses of the juror's list.
    OPEN = "untouched"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    ABSTAINED = "abstained"
    RECUSED = "recused"
    # To be read, not to be scored.
    NOT_ASSIGNED = "not_assigned"
    # Not handed in, and beside the shortlist: nobody owes it any more.
    LEFT_OUT = "left_out"
    # A deputy scores only when standing in: no sheet is no debt.
    NOT_EXPECTED = "not_expected"
    # Handed in by somebody who was taken off the panel, and not to count.
    SET_ASIDE = "set_aside"

    @property
    def is_recused(self) -> bool:
        """Nothing of it is for this juror."""
        return self is SheetState.RECUSED

    @property
    def is_missing(self) -> bool:
        """Owed, and not handed in."""
        return self in (SheetState.OPEN, SheetState.DRAFT)

    @property
    def status(self) -> SheetStatus | None:
        """The stored status behind it; None where no sheet is, or where it is not to be seen."""
        return SheetStatus(self.value) if self.value in set(SheetStatus) else None


# What a juror can be told of the own sheets, in the order of lists and filters.
OWN_STATES = tuple(one for one in SheetState if one not in (SheetState.NOT_EXPECTED, SheetState.SET_ASIDE))
