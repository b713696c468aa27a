"""Words, bars and ranks over random juries: they agree, or a sentence says why not."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from ikz_award.domain.actors import PanelRole
from ikz_award.domain.point_table import Average
from ikz_award.domain.ranking import CountingRules, Sheet, SheetState, rank
from ikz_award.domain.scoring import CriterionWeight, Scale
from ikz_award.domain.verdict import Verdict
from ikz_award.queries.certainty import SMALLEST_SAID, certainty_of
from ikz_award.queries.certainty_words import alike_words, order_words, share_words, silence_words, verdict_words
from ikz_award.queries.ranking import CategoryRanking, CriterionHead, RankedLine, SheetLine
from ikz_award.queries.sheets import PanelMember

SCALE = Scale(minimum=Decimal(-5), maximum=Decimal(5), step=Decimal("0.5"))
POINTS = st.integers(-10, 10).map(lambda halves: Decimal(halves) / 2) | st.none()
ROWS = st.integers(2, 6).flatmap(
    lambda jurors: st.lists(st.lists(POINTS, min_size=jurors, max_size=jurors), min_size=2, max_size=6)
)


def ranking_of(rows, average):
    """One criterion; a juror without points has no sheet."""
    rules = CountingRules(minimum_sheets=1, average=average)
    members = [
        PanelMember(id=juror, account_id=juror, name=f"J{juror}", body_name="", role=PanelRole.MEMBER)
        for juror in range(len(rows[0]))
    ]
    sheets = {
        f"E{entry}": [
            SheetLine(
                juror=members[juror],
                state=SheetState.SUBMITTED,
                points={"a": value},
                reasons={},
                remark="",
                total=Fraction(value),
            )
            for juror, value in enumerate(row)
            if value is not None
        ]
        for entry, row in enumerate(rows)
    }
    flat = [
        Sheet(juror=str(one.juror.id), entry=key, state=one.state, points=one.points)
        for key, own in sheets.items()
        for one in own
    ]
    lines = [
        RankedLine(
            public_id=row.entry, number=row.entry, title=f"Titel {row.entry}", lead_name="", rank=row.rank, mean=row.mean,
            criterion_means=row.criterion_means, sheet_count=row.sheet_count, minimum_sheets=1, sheets=sheets[row.entry],
        )
        for row in rank(list(sheets), flat, [CriterionWeight("a", 1)], rules)
    ]  # fmt: skip
    head = CriterionHead(key="a", name="A", weight=1, percent=Fraction(100))
    return CategoryRanking(key="k", name="K", criteria=[head], lines=lines, rules=rules, scale=SCALE)


@given(ROWS, st.sampled_from(list(Average)))
@settings(max_examples=150)
def test_they_never_contradict_each_other_without_the_sentence_that_explains_it(rows, average):
    certainty = certainty_of(ranking_of(rows, average))
    if certainty is None:
        return
    words, order = verdict_words(certainty), order_words(certainty)
    assert words.startswith("Klar") == certainty.is_clear
    if len(certainty.groups) > 1:
        assert certainty.verdict is Verdict.APART
        assert not certainty.chances
        assert not certainty.places
        assert alike_words(certainty) is None
    if certainty.is_clear:
        assert all(one.is_same for one in certainty.counts)
        assert certainty.chances[0].line in certainty.leaders
        assert (certainty.silence, alike_words(certainty), order) == (None, None, None)
    if not certainty.chances:
        assert certainty.silence is not None
        assert silence_words(certainty.silence)
        return
    drawn = [one.drawn for one in certainty.chances if one.drawn >= SMALLEST_SAID]
    assert drawn == sorted(drawn, reverse=True)
    first = certainty.chances[0]
    if first.line not in certainty.leaders:
        assert f"„{first.line.title}“" in (words if certainty.verdict is Verdict.UNSURE else order)
        assert "Rang" in (words if certainty.verdict is Verdict.UNSURE else order)
    elif [one.line.rank for one in certainty.chances] != sorted(one.line.rank for one in certainty.chances):
        assert order or certainty.verdict is Verdict.UNSURE
    if certainty.verdict is Verdict.UNSURE and first.line in certainty.leaders:
        assert share_words(first) in words
