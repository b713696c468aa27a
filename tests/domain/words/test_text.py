import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikz_award.domain.words.text import clean_line, clean_text, length

# Any code point at all, lone surrogates too, with the troublemakers more often than chance would have them.
TROUBLE = "\r\n\t\v\f\x00\x85 \xa0\xad\u200b\u200d\u202e\u2028\u2029\u2060\ufeff\uf0b7\ue000\ufffe\ud800e\u0301\u0308ß"
texts = st.lists(st.sampled_from(TROUBLE) | st.integers(0, 0x10FFFF).map(chr), max_size=30).map("".join)


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("Städte\r\nund\rKreise", "Städte\nund\nKreise"),
        ("Sta\N{COMBINING DIAERESIS}dte", "St\u00e4dte"),
        ("10.000\N{NO-BREAK SPACE}€, z.\N{NARROW NO-BREAK SPACE}B.", "10.000 €, z. B."),
        ("Ver\N{SOFT HYPHEN}wal\N{ZERO WIDTH SPACE}tung\N{ZERO WIDTH NO-BREAK SPACE}", "Verwaltung"),
        ("IT\N{NON-BREAKING HYPHEN}Verbund", "IT-Verbund"),
        ("Zeile\vumbrochen", "Zeile\numbrochen"),
        ("\uf0b7\tErster Punkt", "• Erster Punkt"),
        ("a\x00b\x07c\x1bd", "abcd"),
        ("gnu\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "gnufdp.exe"),
        ("kaputt\ud83d", "kaputt"),
        ("x\ufffey\uffff\ue000\U00100000", "xy"),
        ("Absatz 1  \n\n   \n\n\nAbsatz 2 \n", "Absatz 1\n\nAbsatz 2"),
        ("  \n\n Text\n\n ", "Text"),
        ("Liste:\n  – eingerückt", "Liste:\n  – eingerückt"),
        ("„Anführung“ – Gedankenstrich … 5 m² ½ ﬁ", "„Anführung“ – Gedankenstrich … 5 m² ½ ﬁ"),
        ("\N{HANGUL FILLER}\N{BRAILLE PATTERN BLANK}\N{COMBINING GRAPHEME JOINER}", ""),
        ("", ""),
        (" \N{NO-BREAK SPACE}\t\n", ""),
    ],
)
def test_pasted_text_becomes_plain(pasted, clean):
    assert clean_text(pasted) == clean


@given(texts)
@example("e\u200d\u0301")  # composes only once the invisible character is gone
@example("a \n \n \n b")
def test_cleaning_twice_changes_nothing(text):
    assert clean_text(clean_text(text)) == clean_text(text)


@given(texts)
def test_clean_text_holds_nothing_invisible_and_is_valid_everywhere(text):
    clean = clean_text(text)

    assert unicodedata.is_normalized("NFC", clean)
    assert {unicodedata.category(character) for character in clean if character != "\n"}.isdisjoint(
        {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
    )
    assert all(character in " \n" for character in clean if character.isspace())
    assert clean == clean.strip()
    assert " \n" not in clean
    assert "\n\n\n" not in clean
    assert clean.encode() == clean.encode(errors="replace")


@given(st.text(alphabet="abc äöüß–„“.,\n", max_size=60))
def test_visible_characters_all_stay_in_order(text):
    assert "".join(clean_text(text).split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="abcäß.", min_size=1, max_size=8), max_size=5), st.sampled_from(["\n", "\r\n", "\r"]))
def test_paragraphs_stay_paragraphs_whatever_the_line_end(paragraphs, line_end):
    assert clean_text((line_end * 2).join(paragraphs)).split("\n\n") == (paragraphs or [""])


@given(texts)
def test_a_line_is_one_line_with_single_blanks(text):
    line = clean_line(text)

    assert line.split() == clean_text(text).split()
    assert "\n" not in line
    assert "  " not in line


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("Ko\N{COMBINING DIAERESIS}ln", 4), ("a\r\nb", 3), ("  a  ", 1), ("🏛", 1), ("ab\N{SOFT HYPHEN}c\u200b", 3)],
)
def test_length_counts_as_people_count(text, count):
    assert length(text) == count
