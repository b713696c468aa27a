"""What ties a juror to a body of the register, and until when such a tie counts for bias hints."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FORMER_OFFICE_YEARS = 5


class TieKind(StrEnum):
    EMPLOYER = "employer"
    MANDATE = "mandate"
    FORMER_OFFICE = "former_office"
    RESIDENCE = "residence"
    MEMBERSHIP = "membership"


@dataclass(frozen=True, kw_only=True)
class Tie:
    """`ended_on` is the last day it lasted; None: it still lasts."""

    key: str
    kind: TieKind
    ended_on: date | None = None


def does_tie_count(tie: Tie, *, on: date) -> bool:
    """A former office counts up to and with the day five years after its end, every other tie while it lasts.

    A former office without an end counts: what is not known must not hide a hint.
    """
    if tie.ended_on is None or on <= tie.ended_on:
        return True
    return tie.kind is TieKind.FORMER_OFFICE and on <= _years_later(tie.ended_on, FORMER_OFFICE_YEARS)


def counting_keys(ties: Iterable[Tie], *, on: date) -> frozenset[str]:
    """The register keys from which hints are made on a day."""
    return frozenset(tie.key for tie in ties if does_tie_count(tie, on=on))


def _years_later(day: date, years: int) -> date:
    """The same day of a later year; 29 February becomes 1 March, so that no day is lost."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
