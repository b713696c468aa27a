from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.entries.answers import QuestionKind, is_asked, problem, shown, stored, typed
from ikz_award.domain.words.formats import read_day


@pytest.mark.parametrize(
    "text", ["1.3.2018", "01.03.2018", "1. März 2018", "1. 3. 2018", "2018-03-01", "1.Mär.2018", "1. märz 2018"]
)
def test_a_date_is_read_in_every_german_spelling(text):
    assert read_day(text) == date(2018, 3, 1)


@pytest.mark.parametrize(
    "text", ["", "31.2.2018", "1.13.2018", "1. Brumaire 2018", "1.3.18", "gestern", "0.0.0000", "²³.1.2018", "1.².2018"]
)
def test_what_is_no_date_is_kept_as_typed(text):
    assert read_day(text) is None
    assert stored(QuestionKind.DATE, text) == text
    assert typed(QuestionKind.DATE, text) == text


@given(st.dates())
def test_a_date_survives_the_way_through_input_and_storage(day):
    kept = stored(QuestionKind.DATE, typed(QuestionKind.DATE, day.isoformat()))

    assert read_day(kept) == day if day.year >= 1000 else True


@given(st.text(max_size=80), st.sampled_from(QuestionKind))
def test_storing_again_changes_nothing(text, kind):
    kept = stored(kind, text)

    assert stored(kind, kept) == kept
    assert stored(kind, typed(kind, kept)) == kept


def test_a_text_over_its_limit_is_kept_and_named():
    text = stored(QuestionKind.LONG_TEXT, "ä" * 1003)

    assert len(text) == 1003
    assert problem(QuestionKind.LONG_TEXT, text, limit=1000) == (
        "Der Text ist um 3 Zeichen zu lang (1003 statt höchstens 1000)."
    )
    assert problem(QuestionKind.LONG_TEXT, text[:1000], limit=1000) is None


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (QuestionKind.EMAIL, "kim.beispiel@stadt-bocholt.example", "kim@bocholt"),
        (QuestionKind.EMAIL, "k@ämter.example", "a@b.example\nBcc: c@d.example"),
        (QuestionKind.EMAIL, "k+ikz@b.example", "Kim Beispiel"),
        (QuestionKind.PHONE, "02871 953-0", "Zentrale"),
        (QuestionKind.PHONE, "+49 (0)2871 / 953-0", "953"),
        (QuestionKind.DATE, "2018-03-01", "0026-01-01"),
    ],
)
def test_a_wrong_answer_is_told_from_a_right_one(kind, good, bad):
    assert problem(kind, good, limit=200) is None
    assert problem(kind, bad, limit=200)
    assert problem(kind, "", limit=200) is None


def test_answers_read_as_people_write():
    choices = {"zweckverband": "Zweckverband"}

    assert shown(QuestionKind.DATE, "2018-03-01", choices={}) == "1. März 2018"
    assert shown(QuestionKind.YES_NO, "no", choices={}) == "Nein"
    assert shown(QuestionKind.CHOICE, "zweckverband", choices=choices) == "Zweckverband"
    assert shown(QuestionKind.CHOICE, "geraten", choices=choices) == ""


def test_a_question_with_a_condition_is_asked_only_then():
    condition = {"question": "legal_form", "answers": ["private"]}

    assert is_asked(None, {})
    assert is_asked(condition, {"legal_form": "private"})
    assert not is_asked(condition, {"legal_form": "zweckverband"})
    assert not is_asked(condition, {})
