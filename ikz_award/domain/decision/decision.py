"""When a decision of the jury may be recorded: always with a reason, a longer one where it leaves the ranking or the vote."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ikz_award.domain.decision.vote_standing import Judgement, Standing, VoteFinding
from ikz_award.domain.decision.voting_rules import VotingRules
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.domain.words.wording import messages as ngettext

SHORTEST_REASON = 10
SHORTEST_REASON_OFF_RANK = 100
SHORTEST_REASON_AGAINST_VOTE = 100

# Patterns; `objection` puts the numbers in.
_OBJECTIONS: Mapping[Standing, Message] = {
    Standing.REJECTED: _("Die Jury hat das in ihrer letzten Abstimmung darüber abgelehnt: %(votes)s."),
    Standing.TIED: _("In der letzten Abstimmung der Jury darüber gab es keine Mehrheit: %(votes)s."),
    Standing.NO_QUORUM: _("Bei der letzten Abstimmung darüber kam kein Beschluss zustande."),
    Standing.OTHERWISE: _("Die Jury hat anders beschlossen: %(votes)s."),
    Standing.NONE: _("Die Jury hat darüber seit dem Schluss der Bewertung nicht abgestimmt."),
    Standing.OPEN: _("Über den Preis dieser Kategorie läuft noch eine Abstimmung. Bitte schließen Sie sie zuerst."),
}


@dataclass(frozen=True, kw_only=True)
class ChosenWinners:
    """The winners' places in the ranking. No `ranks`: no prize; a rank of None: the entry was not ranked."""

    ranks: tuple[int | None, ...] = ()

    @property
    def is_off_rank(self) -> bool:
        """Whether the prize, or a part of it, goes past the first place."""
        return any(rank != 1 for rank in self.ranks)


@dataclass(frozen=True, kw_only=True)
class Vote:
    """What the jury's votes say of the choice, and whether it was confirmed that it is against them."""

    judgement: Judgement
    rules: VotingRules
    is_confirmed: bool = False

    @property
    def adverse(self) -> tuple[VoteFinding, ...]:
        return self.judgement.adverse(self.rules)


def shortest_reason(choice: ChosenWinners, vote: Vote | None = None) -> int:
    """How many characters the reason needs at least."""
    least = SHORTEST_REASON_OFF_RANK if choice.is_off_rank else SHORTEST_REASON
    return max(least, SHORTEST_REASON_AGAINST_VOTE) if vote and vote.adverse else least


def require_reasoned(*, choice: ChosenWinners, reason: str, is_confirmed: bool, vote: Vote | None = None) -> None:
    """Raise `Invalid` naming what is missing unless the decision is explained, and confirmed where it must be.

    Names `reason`, `is_confirmed` (past rank 1), `confirms_vote` (against the vote), or `winner` where the jury's votes and the
    edition's rules leave no choice.
    """
    if vote is not None:
        require_possible(vote)
    errors = {}
    length, shortest = len(reason.strip()), shortest_reason(choice, vote)
    if length == 0:
        errors["reason"] = _("Bitte begründen Sie die Entscheidung.")
    elif length < shortest:
        errors["reason"] = _(
            "Bitte begründen Sie die Entscheidung mit mindestens %(shortest)s Zeichen; bisher sind es %(length)s.",
            shortest=shortest,
            length=length,
        )
    elif vote is not None and (unnamed := next((one for one in vote.adverse if not names_vote(reason, one)), None)):
        errors["reason"] = _("Bitte nennen Sie die Abstimmung in der Begründung. %(what)s", what=decision_objection(unnamed))
    if choice.is_off_rank and not is_confirmed:
        errors["is_confirmed"] = (
            _("Der gewählte Beitrag steht nicht auf Rang 1. Bitte bestätigen Sie, dass die Jury so entschieden hat.")
            if len(choice.ranks) == 1
            else _("Nicht alle gewählten Beiträge stehen auf Rang 1. Bitte bestätigen Sie, dass die Jury so entschieden hat.")
        )
    if vote is not None and vote.adverse and not vote.is_confirmed:
        errors["confirms_vote"] = _(
            "%(what)s Bitte bestätigen Sie, dass trotzdem so entschieden ist.", what=decision_objection(vote.adverse[0])
        )
    if errors:
        raise Invalid(errors, reason="decision_not_reasoned")


def require_possible(vote: Vote) -> None:
    """Raise `Invalid` ("winner") where the votes rule the choice out: one is running, or the edition decides against none."""
    adverse = vote.adverse
    if not adverse:
        return
    first = adverse[0]
    if first.standing is Standing.OPEN:
        raise Invalid({"winner": decision_objection(first)}, reason="open_motion")
    if vote.rules.allows_against_vote:
        return
    way = (
        _("In dieser Runde wird nicht ohne Abstimmung entschieden. Bitte stellen Sie den Antrag in der Sitzung zur Abstimmung.")
        if first.standing is Standing.NONE
        else _(
            "In dieser Runde wird nicht gegen eine Abstimmung entschieden. Bitte wählen Sie, was die Jury beschlossen hat, "
            "oder stellen Sie den Antrag in der Sitzung noch einmal zur Abstimmung."
        )
    )
    raise Invalid({"winner": _("%(what)s %(way)s", what=decision_objection(first), way=way)}, reason="against_vote")


def decision_objection(finding: VoteFinding) -> Message:
    """What speaks against a decision, with the numbers of the vote."""
    return Message(_OBJECTIONS[finding.standing].patterns, {"votes": votes_in_words(finding)})


def votes_in_words(finding: VoteFinding) -> Message:
    """How the vote behind a finding went, for minutes and reports; says so where no votes were counted."""
    tally = finding.motion.tally if finding.motion else None
    if tally is None:
        return _("keine Stimmen")
    return ngettext(
        "%(yes)s Ja, %(no)s Nein, %(num)s Enthaltung",
        "%(yes)s Ja, %(no)s Nein, %(num)s Enthaltungen",
        tally.abstain,
        yes=tally.yes,
        no=tally.no,
    )


def names_vote(reason: str, finding: VoteFinding) -> bool:
    """Whether the reason speaks of this vote: with its numbers ("0 Ja, 5 Nein", "0:5", "0 zu 5") where there are any."""
    if finding.standing is Standing.NONE or finding.motion is None:
        return re.search(r"abstimm|abgestimmt|beschluss|beschlossen", reason, re.IGNORECASE) is not None
    if finding.standing is Standing.NO_QUORUM and re.search(r"beschluss(un)?f.hig|widerspruch", reason, re.IGNORECASE):
        return True
    tally = finding.motion.tally
    said = re.search(rf"\b{tally.yes}\s+Ja\b", reason, re.IGNORECASE) and re.search(
        rf"\b{tally.no}\s+Nein\b", reason, re.IGNORECASE
    )
    return bool(said or re.search(rf"\b{tally.yes}\s*(:|zu)\s*{tally.no}\b", reason))
