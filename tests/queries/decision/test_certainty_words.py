"""Words, bars and ranks over random juries: they agree, or a sentence says why not."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikz_award.domain.decision.certainty.verdict import CertaintyVerdict
from ikz_award.domain.decision.ranking import CountedSheet, CountingRules, rank
from ikz_award.domain.jury.point_table import Average
from ikz_award.domain.jury.scoring import CriterionWeight, Scale
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.queries.decision.certainty import SMALLEST_SAID, certainty_of
from ikz_award.queries.decision.certainty_words import (
    HALF,
    alike_words,
    caution_words,
    despite_words,
    order_words,
    share_words,
    silence_words,
    verdict_words,
)
from ikz_award.queries.decision.ranking_lines import CategoryRanking, CriterionHead, RankedLine, SheetLine
from ikz_award.queries.jury.sheets import PanelMember

SCALE = Scale(minimum=Decimal(-5), maximum=Decimal(5), step=Decimal("0.5"))
POINTS = st.integers(-10, 10).map(lambda halves: Decimal(halves) / 2) | st.none()
ROWS = st.integers(2, 6).flatmap(
    lambda jurors: st.lists(st.lists(POINTS, min_size=jurors, max_size=jurors), min_size=2, max_size=6)
)


def ranking_of(rows, average, tie_break=()):
    """One criterion; a juror without points has no sheet."""
    rules = CountingRules(minimum_sheets=1, average=average, tie_break=tie_break)
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
        CountedSheet(juror=str(one.juror.id), entry=key, state=one.state, points=one.points)
        for key, own in sheets.items()
        for one in own
    ]
    lines = [
        RankedLine(
            public_id=row.entry,
            number=row.entry,
            title=f"Titel {row.entry}",
            lead_name="",
            rank=row.rank,
            mean=row.mean,
            criterion_means=row.criterion_means,
            sheet_count=row.sheet_count,
            minimum_sheets=1,
            sheets=sheets[row.entry],
        )
        for row in rank(list(sheets), flat, [CriterionWeight("a", 1)], rules)
    ]
    head = CriterionHead(key="a", name="A", weight=1, percent=Fraction(100))
    return CategoryRanking(key="k", name="K", criteria=[head], lines=lines, rules=rules, scale=SCALE)


@given(ROWS, st.sampled_from(list(Average)))
@settings(max_examples=150, deadline=None)
def test_they_never_contradict_each_other_without_the_sentence_that_explains_it(rows, average):
    certainty = certainty_of(ranking_of(rows, average))
    if certainty is None:
        return
    words, order, despite = verdict_words(certainty), order_words(certainty), despite_words(certainty)
    assert words.startswith("Klar") == certainty.is_clear
    if len(certainty.groups) > 1:
        assert certainty.verdict is CertaintyVerdict.APART
        assert not certainty.chances
        assert not certainty.places
        assert (alike_words(certainty), order, despite) == (None, None, None)
        assert caution_words(certainty) == words
    if certainty.is_clear:
        assert all(one.is_same for one in certainty.counts)
        assert certainty.chances[0].line in certainty.leaders
        assert (certainty.silence, alike_words(certainty), despite) == (None, None, None)
    assert bool(certainty.chances) == (certainty.silence is None)
    if certainty.silence:
        assert silence_words(certainty.silence)
    is_said_already = certainty.verdict is CertaintyVerdict.UNSURE and certainty.chances[0].line not in certainty.leaders
    explained = order or (words if is_said_already else "")
    for drawn in (certainty.chances, certainty.places):
        ranks = [one.line.rank for one in drawn]
        if ranks != sorted(ranks):
            # The sentence speaks of the order, of nothing else, and says which one counts.
            assert "der Rang nicht" in explained
        if drawn and drawn[0].line not in certainty.leaders:
            assert explained
    assert certainty.verdict is CertaintyVerdict.APART or bool(order) <= any(
        [one.line.rank for one in drawn] != sorted(one.line.rank for one in drawn)
        for drawn in (certainty.chances, certainty.places)
    )


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_a_bar_is_as_long_as_what_is_written_and_an_entry_the_estimate_passes_over_is_not_left_without_a_word(rows):
    certainty = certainty_of(ranking_of(rows, Average.MEAN))
    if certainty is None:
        return
    for one in certainty.chances:
        percent = re.search(r"(\d+) %", share_words(one)).group(1)
        assert abs(int(percent) - 100 * one.share) <= 0.5 or one.share < SMALLEST_SAID
        assert share_words(one).startswith("über") == one.claim.is_more
    shares = [round(one.share, 9) for one in certainty.chances if one.share >= SMALLEST_SAID]
    assert shares == sorted(shares, reverse=True)
    if certainty.verdict is CertaintyVerdict.UNSURE:
        own = next(one for one in certainty.chances if one.line in certainty.leaders)
        assert share_words(own) in verdict_words(certainty)
        assert f"„{certainty.chances[0].line.title}“" in verdict_words(certainty)
    if len(certainty.leaders) == 1 and certainty.alike and certainty.leaders[0] not in certainty.alike:
        assert "vor dem ersten Platz" in caution_words(certainty)
    if certainty.verdict is CertaintyVerdict.OPEN and certainty.chances and certainty.chances[0].share >= HALF:
        assert despite_words(certainty) or order_words(certainty)


def test_chances_in_the_order_of_ranks_need_no_sentence_and_others_get_theirs_beside_the_recounts():
    """The second holds the sheets of the kind jurors, so the estimate has it behind the third."""
    even = certainty_of(ranking_of([[5, 4, 5], [3, 3, 4], [1, 0, 1], [-2, -1, -2]], Average.MEAN))
    assert order_words(even) is None
    rows = [
        [Decimal("4"), Decimal("2"), None, None],
        [Decimal("3.5"), None, Decimal("2"), None],
        [None, Decimal("2"), None, Decimal("-0.5")],
        [Decimal("1"), Decimal("-1"), Decimal("-1"), Decimal("-4")],
        [Decimal("0"), Decimal("-2"), Decimal("-2"), Decimal("-5")],
    ]
    crossed = certainty_of(ranking_of(rows, Average.MEAN))
    ranks = [one.line.rank for one in crossed.places]
    assert ranks != sorted(ranks)
    assert "der Rang nicht. Es gilt der Rang." in order_words(crossed)


@pytest.mark.parametrize(
    ("tie_break", "sentence"),
    [
        ((), "und keine Regel der Ausschreibung trennt sie."),
        (("median",), "und keine Regel der Ausschreibung trennt sie."),
        (("median", "lot"), "Nach der Ausschreibung entscheidet das Los."),
        (("chair",), "Nach der Ausschreibung entscheidet der Vorsitz."),
        (("first_places", "vote"), "Nach der Ausschreibung stimmt die Jury ab."),
    ],
)
def test_level_entries_are_said_to_wait_for_whom_the_rules_name(tie_break, sentence):
    rows = [[Decimal(3), Decimal(2)], [Decimal(3), Decimal(2)], [Decimal(0), Decimal(1)]]
    words = alike_words(certainty_of(ranking_of(rows, Average.MEAN, tie_break)))
    assert words.startswith("Nicht zu unterscheiden: „Titel E0“ und „Titel E1“ haben denselben Wert")
    assert words.endswith(sentence)
