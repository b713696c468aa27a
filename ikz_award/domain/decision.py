"""When a decision of the jury may be recorded: always with a reason, and with more words where it leaves the ranking."""

from dataclasses import dataclass

from ikz_award.domain.errors import Invalid
from ikz_award.domain.wording import message as _

SHORTEST_REASON = 10
SHORTEST_REASON_OFF_RANK = 100


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The winners' places in the ranking. No `ranks`: no prize; a rank of None: the entry was not ranked."""

    ranks: tuple[int | None, ...] = ()

    @property
    def is_off_rank(self) -> bool:
        """Whether the prize, or a part of it, goes past the first place."""
        return any(rank != 1 for rank in self.ranks)


def shortest_reason(choice: Choice) -> int:
    """How many characters the reason needs at least."""
    return SHORTEST_REASON_OFF_RANK if choice.is_off_rank else SHORTEST_REASON


def require_reasoned(*, choice: Choice, reason: str, is_confirmed: bool) -> None:
    """Raise `Invalid` naming `reason` or `is_confirmed` unless the decision is explained, and confirmed where it must be."""
    errors = {}
    length, shortest = len(reason.strip()), shortest_reason(choice)
    if length == 0:
        errors["reason"] = _("Bitte begründen Sie die Entscheidung.")
    elif length < shortest:
        errors["reason"] = _(
            "Bitte begründen Sie die Entscheidung mit mindestens %(shortest)s Zeichen; bisher sind es %(length)s.",
            shortest=shortest,
            length=length,
        )
    if choice.is_off_rank and not is_confirmed:
        errors["is_confirmed"] = (
            _("Der gewählte Beitrag steht nicht auf Rang 1. Bitte bestätigen Sie, dass die Jury so entschieden hat.")
            if len(choice.ranks) == 1
            else _("Nicht alle gewählten Beiträge stehen auf Rang 1. Bitte bestätigen Sie, dass die Jury so entschieden hat.")
        )
    if errors:
        raise Invalid(errors, reason="decision_not_reasoned")
