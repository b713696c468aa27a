"""What the report font can print. PDF/A and PDF/UA forbid characters without a glyph, and users type everything."""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache

from ikz_award.reports.bundle import FONTS

# WHITE VERTICAL RECTANGLE: the font has it, and a reader sees that something was there.
REPLACEMENT = "▯"
# Characters that mean the same on paper as one the font has.
SUBSTITUTES = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2007": "\u00a0",
    "\u202f": "\u00a0",
    "\u2028": "\n",
    "\u2029": "\n",
    "∙": "·",
    "⋅": "·",
}
LONGEST_WORD = 60
PIECE = 20
OVERLONG = re.compile(rf"[^\s\u200b\u00ad]{{{LONGEST_WORD + 1},}}")
PIECES = re.compile(rf".{{1,{PIECE}}}")
KEPT = "\n\t\u00ad\u200b"


@lru_cache(maxsize=1)
def font_glyphs() -> frozenset[int]:
    """The code points the report font has a glyph for; all its styles have the same ones."""
    from fontTools.ttLib import TTFont  # here, because it costs start-up time

    with TTFont(FONTS / "FiraSans-Regular.woff2", lazy=True) as font:
        return frozenset(font.getBestCmap() or ())


def printable(text: str, glyphs: Container[int]) -> str:
    """`text` in composed form (NFC), with characters outside `glyphs` replaced by `REPLACEMENT` and controls dropped.

    Dropped without a trace is only what has no picture of its own: control characters, joiners, direction marks, variation
    selectors, surrogates. Rare spaces become plain ones.
    """
    return "".join(_printable_character(character, glyphs) for character in unicodedata.normalize("NFC", text))


def breakable(text: str) -> str:
    """`text` with a zero-width space after every `PIECE` characters of a word longer than `LONGEST_WORD`.

    Without it Pango and the hyphenation take time with the square of a word's length: 3,000 letters cost 20 s.
    """
    return OVERLONG.sub(lambda word: "\u200b".join(PIECES.findall(word[0])), text)


def _printable_character(character: str, glyphs: Container[int]) -> str:
    if character in KEPT:
        return character
    if character in SUBSTITUTES:
        return SUBSTITUTES[character]
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cs") or "\ufe00" <= character <= "\ufe0f":
        return ""
    # What the font keeps in the private use area is drawn by its features, not by code point.
    if ord(character) in glyphs and category != "Co":
        return character
    return " " if category == "Zs" else REPLACEMENT
