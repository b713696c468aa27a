"""Sentences for the reason of a decision, made from the ranking, its certainty and the jury's vote: facts, to be written on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from ikz_award.domain.meeting import MotionKind, Outcome
from ikz_award.domain.verdict import Verdict
from ikz_award.models.meeting import Motion
from ikz_award.queries.certainty import certainty_of
from ikz_award.queries.decisions import CategoryResult
from ikz_award.queries.ranking import CategoryRanking, RankedLine
from ikz_award.reports.formats import format_day, format_euro, format_number


@dataclass(frozen=True, kw_only=True)
class ReasonBlock:
    """`text` is what the button `label` adds to the reason."""

    key: str
    label: str
    text: str


def reason_blocks(result: CategoryResult, winners: Sequence[str], motions: Sequence[Motion]) -> Sequence[ReasonBlock]:
    """The sentences that are true of the chosen winners (public ids), or of no prize (none), in the order of a good reason."""
    lines = [one for one in result.ranking.lines if one.public_id in winners]
    if not lines:
        none = ("none", _("Kein Preis"), _("Die Jury vergibt in dieser Kategorie keinen Preis, weil "))
        found = [_vote(motions, None), none]
    else:
        found = [_shared(result, lines), *(words for line in lines for words in _of_winner(result.ranking, line, motions))]
    return [ReasonBlock(key=one[0], label=one[1], text=one[2]) for one in found if one is not None]


Words = tuple[str, str, str]


def _of_winner(ranking: CategoryRanking, line: RankedLine, motions: Sequence[Motion]) -> Sequence[Words | None]:
    vote = _vote(motions, line.public_id)
    if line.mean is None:
        return [vote]
    return [_place(ranking, line), _strength(ranking, line), _firmness(ranking, line), vote, _departure(ranking, line)]


def _shared(result: CategoryResult, lines: Sequence[RankedLine]) -> Words | None:
    if len(lines) == 1:
        return None
    return "shared", _("Geteilter Preis"), _(
        "Die Jury teilt den Preis von %(prize)s unter %(count)s Beiträgen zu gleichen Teilen.",
        prize=format_euro(result.category.prize_euro), count=len(lines),
    )  # fmt: skip


def _place(ranking: CategoryRanking, line: RankedLine) -> Words:
    ranked = sum(one.rank is not None for one in ranking.lines)
    return "place", _("Rang und Punkte"), _(
        "Der Beitrag „%(title)s“ (%(number)s) steht mit %(mean)s Punkten auf Rang %(rank)s von %(count)s gewerteten Beiträgen.",
        title=line.title, number=line.number, mean=format_number(line.mean or 0), rank=line.rank, count=ranked,
    )  # fmt: skip


def _strength(ranking: CategoryRanking, line: RankedLine) -> Words | None:
    """The criterion in which the entry is furthest ahead of the others' mean; nothing to say of a single entry."""
    others = [one for one in ranking.lines if one.rank is not None and one.public_id != line.public_id]
    if not others:
        return None
    ahead = {
        one.key: line.criterion_means[one.key] - sum(other.criterion_means[one.key] for other in others) / len(others)
        for one in ranking.criteria
    }
    best = max(ranking.criteria, key=lambda one: ahead[one.key])
    if ahead[best.key] <= 0:
        return None
    return "strength", _("Stärke"), _(
        "Am weitesten vor den anderen liegt er bei „%(criterion)s“ mit %(points)s Punkten.",
        criterion=best.name, points=format_number(line.criterion_means[best.key]),
    )  # fmt: skip


def _firmness(ranking: CategoryRanking, line: RankedLine) -> Words | None:
    certainty = certainty_of(ranking)
    if certainty is None or line.rank != 1 or not certainty.counts or certainty.verdict is Verdict.APART:
        return None
    stays = sum(
        count.is_comparison and any(one.public_id == line.public_id for one in count.leaders) for count in certainty.counts
    )
    if stays == len(certainty.counts):
        text = _("Er stünde auch dann vorn, wenn ein beliebiges Mitglied der Jury nicht bewertet hätte.")
    else:
        text = _(
            "Er stünde in %(stays)s von %(all)s Nachzählungen ohne je ein Mitglied der Jury vorn.",
            stays=stays, all=len(certainty.counts),
        )  # fmt: skip
    return "firmness", _("Sicherheit"), text


def _vote(motions: Iterable[Motion], winner: str | None) -> Words | None:
    """The last motion carried for exactly this."""
    fitting = [
        one
        for one in motions
        if one.outcome is Outcome.CARRIED
        and (
            (one.kind is MotionKind.WINNER and one.entry is not None and one.entry.public_id == winner)
            or (one.kind is MotionKind.NO_PRIZE and winner is None)
        )
    ]
    last = fitting[-1] if fitting else None
    if last is None or last.closed_at is None:
        return None
    return "vote", _("Abstimmung"), _(
        "Die Jury hat am %(day)s mit %(yes)s Ja, %(no)s Nein und %(abstain)s Enthaltungen so beschlossen.",
        day=format_day(last.closed_at), yes=last.yes, no=last.no, abstain=last.abstain,
    )  # fmt: skip


def _departure(ranking: CategoryRanking, line: RankedLine) -> Words | None:
    if line.rank == 1:
        return None
    first = next((one for one in ranking.lines if one.rank == 1), None)
    if first is None:
        return None
    return "departure", _("Abweichung von Rang 1"), _(
        "Die Jury weicht damit von der Rangfolge ab: Auf Rang 1 steht „%(title)s“ (%(number)s) mit %(mean)s Punkten. "
        "Ausschlaggebend war, dass ",
        title=first.title, number=first.number, mean=format_number(first.mean or 0),
    )  # fmt: skip
