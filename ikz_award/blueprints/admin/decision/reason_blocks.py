"""Sentences for the reason of a decision, made from the ranking, its certainty and the jury's votes: facts, to be written on.

Each is made from a pattern. By its pattern a sentence is known again in a reason when the choice, or what it rests on, has
changed: what was true of an earlier choice must not stay.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask_babel import LazyString, ngettext
from flask_babel import lazy_gettext as _

from ikz_award.domain.decision.certainty.verdict import CertaintyVerdict
from ikz_award.domain.decision.vote_standing import Standing, VoteFinding
from ikz_award.domain.words.formats import format_day, format_euro, format_number
from ikz_award.models.decision.meeting import Motion
from ikz_award.queries.decision.certainty import certainty_of
from ikz_award.queries.decision.decisions import CategoryResult
from ikz_award.queries.decision.ranking_lines import CategoryRanking, RankedLine
from ikz_award.reports.result.votes import motion_words, outcome_words, part_words

PLACE = _(
    "Der Beitrag „%(title)s“ (%(number)s) steht mit %(mean)s Punkten auf Rang %(rank)s von %(count)s gewerteten Beiträgen."
)
STRENGTH = _("Am weitesten vor den anderen liegt er bei „%(criterion)s“ mit %(points)s Punkten.")
FIRM = _("Er stünde auch dann vorn, wenn ein beliebiges Mitglied der Jury nicht bewertet hätte.")
NOT_FIRM = _("Er stünde in %(stays)s von %(all)s Nachzählungen ohne je ein Mitglied der Jury vorn.")
SHARED = _("Die Jury teilt den Preis von %(prize)s unter %(count)s Beiträgen zu gleichen Teilen.")
CARRIED = _("Die Jury hat am %(day)s mit %(yes)s Ja, %(no)s Nein und %(abstained)s so beschlossen.")
AGAINST = _("Die Jury entscheidet gegen ihre Abstimmung vom %(day)s (%(title)s: %(outcome)s; %(part)s), weil ")
NO_VOTE = _("Über diese Entscheidung hat die Jury nicht abgestimmt, weil ")
NO_PRIZE = _("Die Jury vergibt in dieser Kategorie keinen Preis, weil ")
DEPARTURE = _(
    "Die Jury weicht damit von der Rangfolge ab: Auf Rang 1 steht „%(title)s“ (%(number)s) mit %(mean)s Punkten. "
    "Ausschlaggebend war, dass "
)
PATTERNS = (PLACE, STRENGTH, FIRM, NOT_FIRM, SHARED, CARRIED, AGAINST, NO_VOTE, NO_PRIZE, DEPARTURE)
_VALUE = re.compile(r"%\([a-z]+\)s")


@dataclass(frozen=True, kw_only=True)
class ReasonBlock:
    """A sentence that can go into the reason; one that ends in a blank is to be written on."""

    text: str


def reason_blocks(result: CategoryResult, winners: Sequence[str]) -> Sequence[ReasonBlock]:
    """The sentences that are true of the chosen winners (public ids), or of no prize (none), in the order of a good reason."""
    lines = [one for one in result.ranking.lines if one.public_id in winners]
    texts: list[str | None] = [_shared(result, lines)]
    for line in lines:
        texts += _of_winner(result.ranking, line)
    texts += _votes(result, [line.public_id for line in lines])
    texts += [_departure(result.ranking, line) for line in lines] if lines else [str(NO_PRIZE)]
    return [ReasonBlock(text=text) for text in dict.fromkeys(texts) if text is not None]


def outdated(reason: str, blocks: Sequence[ReasonBlock]) -> list[str]:
    """Sentences in a reason that were made for another choice, or from what has changed since."""
    current = tuple(block.text.strip() for block in blocks)
    return [found for found in _made_sentences(reason) if not found.endswith(current)]


def with_blocks(reason: str, blocks: Sequence[ReasonBlock]) -> str:
    """The reason without outdated sentences, and with each of the blocks; what somebody wrote stays."""
    written = reason.replace("\r\n", "\n").rstrip()
    if gone := outdated(written, blocks):
        for sentence in gone:
            written = written.replace(sentence, "")
        written = re.sub(r"\n{2,}", "\n", "\n".join(line.strip() for line in written.split("\n"))).strip()
    return "\n".join(part for part in (written, *(one.text for one in blocks if one.text.strip() not in written)) if part)


def _made_sentences(reason: str) -> Iterator[str]:
    for pattern in PATTERNS:
        words = str(pattern).strip()
        # A value holds no second beginning of the same sentence: the shortest stretch is meant.
        start = re.escape(_VALUE.split(words)[0])
        value = rf"(?:(?!{start})[^\n])+?"
        yield from (found.group() for found in re.finditer(value.join(re.escape(part) for part in _VALUE.split(words)), reason))


def _said(pattern: LazyString, **values: object) -> str:
    return str(pattern) % values


def _of_winner(ranking: CategoryRanking, line: RankedLine) -> list[str | None]:
    if line.mean is None:
        return []
    return [_place(ranking, line), _strength(ranking, line), _firmness(ranking, line)]


def _shared(result: CategoryResult, lines: Sequence[RankedLine]) -> str | None:
    if len(lines) < 2:
        return None
    return _said(SHARED, prize=format_euro(result.category.prize_euro), count=len(lines))


def _place(ranking: CategoryRanking, line: RankedLine) -> str:
    ranked = sum(one.rank is not None for one in ranking.lines)
    mean = format_number(line.mean or 0)
    return _said(PLACE, title=line.title, number=line.number, mean=mean, rank=line.rank, count=ranked)


def _strength(ranking: CategoryRanking, line: RankedLine) -> str | None:
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
    return _said(STRENGTH, criterion=best.name, points=format_number(line.criterion_means[best.key]))


def _firmness(ranking: CategoryRanking, line: RankedLine) -> str | None:
    certainty = certainty_of(ranking)
    if certainty is None or line.rank != 1 or not certainty.counts or certainty.verdict is CertaintyVerdict.APART:
        return None
    stays = sum(
        count.is_comparison and any(one.public_id == line.public_id for one in count.leaders) for count in certainty.counts
    )
    if stays == len(certainty.counts):
        return str(FIRM)
    return _said(NOT_FIRM, stays=stays, all=len(certainty.counts))


def _votes(result: CategoryResult, winners: Sequence[str]) -> list[str | None]:
    """What the votes say of this choice: that it was carried, or each vote it goes against."""
    rows = {one.id: one for one in result.votes.motions}
    judgement = result.votes.judge(winners)
    adverse = judgement.adverse(result.votes.rules)
    findings = adverse or [one for one in judgement.findings if one.standing is Standing.CARRIED]
    return [_vote(one, rows[one.motion.id] if one.motion else None) for one in findings]


def _vote(finding: VoteFinding, row: Motion | None) -> str | None:
    if row is None or finding.standing is Standing.NONE:
        return str(NO_VOTE)
    if finding.standing is Standing.OPEN or row.closed_at is None:
        return None
    day = format_day(row.closed_at)
    if finding.standing is Standing.CARRIED:
        abstained = ngettext("%(num)s Enthaltung", "%(num)s Enthaltungen", row.abstain)
        return _said(CARRIED, day=day, yes=row.yes, no=row.no, abstained=abstained)
    return _said(AGAINST, day=day, title=motion_words(row), outcome=outcome_words(row), part=part_words(row))


def _departure(ranking: CategoryRanking, line: RankedLine) -> str | None:
    if line.rank == 1 or line.mean is None:
        return None
    first = next((one for one in ranking.lines if one.rank == 1), None)
    if first is None:
        return None
    return _said(DEPARTURE, title=first.title, number=first.number, mean=format_number(first.mean or 0))
