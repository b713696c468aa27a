"""Deputies among colleagues: for which days one may be named, and when one stands in.

Everybody of an organisation may edit its entries anyway. What somebody has beyond that are the rights on entries of others to
which they were invited, and the mails about drafts they wrote in: these the deputy gets too, for so long.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ikz_award.domain.entries.rights import EntryRight, includes
from ikz_award.domain.words.wording import message as _

# A longer absence is a change of hands: then people invite the colleague themselves.
LONGEST = timedelta(days=366)
# So many running or coming at once for one person.
MOST = 5


@dataclass(frozen=True, kw_only=True)
class StoodInFor:
    """A person whose right is used."""

    account_id: int
    name: str

    @property
    def in_words(self) -> str:
        """For the audit log; names are what people typed, so the number goes along."""
        return f"{self.name} (account:{self.account_id})"


def is_standing_in(*, on: date, starts_on: date, ends_on: date, is_ended: bool) -> bool:
    """Both days count, whole, as they are in Berlin."""
    return not is_ended and starts_on <= on <= ends_on


def faults_of_days(*, starts_on: date | None, ends_on: date | None, today: date) -> dict[str, str]:
    """What is wrong with the days, by field."""
    errors = {}
    if starts_on is None:
        errors["starts_on"] = _("Bitte geben Sie den ersten Tag an, zum Beispiel 01.08.2026.")
    elif starts_on < today:
        errors["starts_on"] = _("Der erste Tag liegt in der Vergangenheit. Die Vertretung kann frühestens heute beginnen.")
    if ends_on is None:
        errors["ends_on"] = _("Bitte geben Sie den letzten Tag an, zum Beispiel 31.08.2026.")
    elif starts_on is not None and ends_on < starts_on:
        errors["ends_on"] = _("Der letzte Tag liegt vor dem ersten.")
    elif ends_on - (starts_on or today) > LONGEST:
        errors["ends_on"] = _("Eine Vertretung dauert höchstens ein Jahr.")
    return errors


def with_lent(
    own: Mapping[int, EntryRight], lent: Mapping[int, tuple[EntryRight, StoodInFor]]
) -> tuple[dict[int, EntryRight], dict[int, StoodInFor]]:
    """The rights somebody has with those of whom they stand in for, and for which entries they use another's.

    The own right is never made less; where it reaches as far, it is the own.
    """
    rights, used = dict(own), {}
    for entry_id, (right, person) in lent.items():
        if not includes(own.get(entry_id), right):
            rights[entry_id], used[entry_id] = right, person
    return rights, used
