"""Fonts in two parts: what European names and our own texts need, and all the rest, which a browser fetches where it comes up.

No character of the font is lost. Hints for coarse screens are left out: they make up a third of a file, and today's renderers
hint by themselves.
"""

import io
import logging
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# The tool tells of bits that it would write otherwise; they stay as the font has them.
logging.getLogger("fontTools").setLevel(logging.ERROR)

# German, English, Dutch, and names of every language written in Latin letters in Europe; punctuation, currencies, fractions,
# small figures (CO₂, m²), the signs of our own texts. Letters come composed (domain/words/text.py): marks to compose them are
# rest.
_RANGES = (
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x218, 0x21B), (0x259, 0x259), (0x2C6, 0x2C7), (0x2D8, 0x2DD),
    (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3), (0x2007, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x2060, 0x2060), (0x2070, 0x2079), (0x2080, 0x2089),
    (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2153, 0x215E), (0x2190, 0x2195), (0x2212, 0x2212),
    (0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265),
)  # fmt: skip
FIRST = frozenset(code for low, high in _RANGES for code in range(low, high + 1))
# What scripts need by default, and figures of one width, which tables ask for.
_FEATURES = ("ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum")


def parts_of(path: Path) -> tuple[tuple[bytes, frozenset[int]], ...]:
    """The font as (WOFF2 file, characters in it): those of `FIRST`, then all others."""
    with TTFont(path) as font:
        there = frozenset(font.getBestCmap() or ())
    return tuple((_subset(path, chosen), chosen) for chosen in (there & FIRST, there - FIRST))


def unicode_range(codes: Iterable[int]) -> str:
    """As CSS writes it."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ",".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in ranges)


def _subset(path: Path, codes: frozenset[int]) -> bytes:
    options = subset.Options()
    options.hinting = False
    options.layout_features = list(_FEATURES)
    options.notdef_outline = True
    options.recalc_timestamp = False
    with TTFont(path, recalcTimestamp=False) as font:
        maker = subset.Subsetter(options)
        maker.populate(unicodes=codes)
        maker.subset(font)
        font.flavor = "woff2"
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()
