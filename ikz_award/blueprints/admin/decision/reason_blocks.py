"""Gathers what the sentences for a reason rest on: ranking, certainty, votes; `domain.decision.reasons` makes them."""

from collections.abc import Iterator, Sequence

from ikz_award.domain.decision import reasons
from ikz_award.domain.decision.certainty.verdict import CertaintyVerdict
from ikz_award.domain.decision.vote_standing import Standing, VoteFinding
from ikz_award.domain.words.formats import format_day
from ikz_award.extensions import translated
from ikz_award.models.decision.meeting import Motion
from ikz_award.queries.decision.certainty import Certainty, certainty_of
from ikz_award.queries.decision.decisions import CategoryResult
from ikz_award.queries.decision.ranking_lines import RankedLine
from ikz_award.reports.result.votes import motion_words, outcome_words, part_words


def reason_blocks(result: CategoryResult, winners: Sequence[str]) -> Sequence[str]:
    """The sentences that are true of the chosen winners (public ids), or of no prize (none), in the reader's language."""
    chosen = [line.public_id for line in result.ranking.lines if line.public_id in winners]
    grounds = reasons.Grounds(
        entries=_entries(result, chosen),
        criteria={one.key: one.name for one in result.ranking.criteria},
        prize_euro=result.category.prize_euro,
        votes=list(_votes(result, chosen)),
    )
    return [translated(one) for one in reasons.reason_sentences(grounds, chosen)]


def outdated(reason: str, blocks: Sequence[str]) -> list[str]:
    """Sentences in a reason that were made for another choice, or from what has changed since."""
    return reasons.outdated(reason, blocks, patterns=_patterns())


def with_blocks(reason: str, blocks: Sequence[str]) -> str:
    """The reason without outdated sentences, and with each of the blocks; what somebody wrote stays."""
    return reasons.with_sentences(reason, blocks, patterns=_patterns())


def _patterns() -> list[str]:
    return [translated(one) for one in reasons.PATTERNS]


def _entries(result: CategoryResult, chosen: Sequence[str]) -> list[reasons.PlacedEntry]:
    certainty = certainty_of(result.ranking) if chosen else None
    return [
        reasons.PlacedEntry(
            key=line.public_id,
            title=line.title,
            number=line.number or "",
            mean=line.mean,
            rank=line.rank,
            criterion_means=line.criterion_means,
            recounts=_recounts(certainty, line),
        )
        for line in result.ranking.lines
    ]


def _recounts(certainty: Certainty | None, line: RankedLine) -> tuple[int, int] | None:
    if certainty is None or line.rank != 1 or not certainty.counts or certainty.verdict is CertaintyVerdict.APART:
        return None
    stays = sum(
        count.is_comparison and any(one.public_id == line.public_id for one in count.leaders) for count in certainty.counts
    )
    return stays, len(certainty.counts)


def _votes(result: CategoryResult, winners: Sequence[str]) -> Iterator[reasons.Vote]:
    """What the votes say of this choice: that it was carried, or each vote it goes against."""
    rows = {one.id: one for one in result.votes.motions}
    judgement = result.votes.judge(winners)
    adverse = judgement.adverse(result.votes.rules)
    for one in adverse or [one for one in judgement.findings if one.standing is Standing.CARRIED]:
        if vote := _vote(one, rows[one.motion.id] if one.motion else None):
            yield vote


def _vote(finding: VoteFinding, row: Motion | None) -> reasons.Vote | None:
    if row is None or finding.standing is Standing.NONE:
        return reasons.NoVote()
    if finding.standing is Standing.OPEN or row.closed_at is None:
        return None
    day = format_day(row.closed_at)
    if finding.standing is Standing.CARRIED:
        return reasons.CarriedVote(day=day, yes=row.yes, no=row.no, abstained=row.abstain)
    return reasons.AdverseVote(day=day, title=motion_words(row), outcome=outcome_words(row), part=part_words(row))
