import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.reports.bundle import FONTS, STYLES, TEMPLATES
from ikz_award.reports.glyphs import KEPT, LONGEST_WORD, REPLACEMENT, breakable, font_glyphs, printable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Straße – „Ärger“ für 5 € · ½", "Straße – „Ärger“ für 5 € · ½"),
        ("Feuer 🔥 gelöscht", "Feuer ▯ gelöscht"),
        ("東京", "▯▯"),
        ("مرحبا", "▯▯▯▯▯"),
        ("👨\u200d👩\u200d👧", "▯▯▯"),  # joiners leave no trace of their own
        ("❤\ufe0f", "▯"),
        ("Mu\u0308nster", "Münster"),  # decomposed, as some systems store names
        ("a\x00b\x07c\x1b\u202ed", "abcd"),
        ("Zeile\nnächste\tSpalte", "Zeile\nnächste\tSpalte"),
        ("10\u202f000\u2009km Rad\u2011 und Gehweg", "10\u00a0000 km Rad- und Gehweg"),
        ("\ud800", ""),
    ],
)
def test_what_the_font_lacks_is_replaced_visibly(typed: str, printed: str) -> None:
    assert printable(typed, font_glyphs()) == printed


@given(st.text())
def test_whatever_is_typed_becomes_printable(typed: str) -> None:
    glyphs = font_glyphs()
    printed = printable(typed, glyphs)
    assert all(character in KEPT or ord(character) in glyphs for character in printed)
    assert printable(printed, glyphs) == printed


@given(st.text())
def test_only_words_without_end_are_parted(typed: str) -> None:
    parted = breakable(typed)
    assert max(map(len, re.split(r"[\s\u200b\u00ad]", parted))) <= LONGEST_WORD
    assert parted.replace("\u200b", "") == typed.replace("\u200b", "")
    assert breakable(parted) == parted
    if max(map(len, typed.split()), default=0) <= LONGEST_WORD:
        assert parted == typed


def test_a_word_without_end_is_parted_evenly() -> None:
    assert breakable("a" * 60) == "a" * 60
    assert breakable(f"vor {'a' * 61} nach") == f"vor {'a' * 20}\u200b{'a' * 20}\u200b{'a' * 20}\u200ba nach"


def test_every_style_in_use_has_the_glyphs_of_the_regular_one() -> None:
    css = (STYLES / "report.css").read_text(encoding="utf-8")
    names = re.findall(r"bundle:fonts/([\w-]+\.woff2)", css)
    assert len(names) >= 4
    for name in names:
        with TTFont(FONTS / name, lazy=True) as font:
            assert font_glyphs() <= set(font.getBestCmap()), name


def test_the_replacement_has_a_glyph() -> None:
    assert ord(REPLACEMENT) in font_glyphs()


def test_the_templates_use_only_what_the_font_has() -> None:
    paths = sorted((TEMPLATES / "reports").rglob("*.html"))
    assert paths
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert printable(text, font_glyphs()) == text, path.name
