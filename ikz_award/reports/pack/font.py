"""The font of the marks on pages: the house font with just the letters that the marks need, embedded once."""

import io
from collections.abc import Iterable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ikz_award.reports.glyphs import font_glyphs, printable
from ikz_award.reports.pdf import sfnt

FONT, NAME, ELLIPSIS = "bundle:fonts/FiraSans-Regular.woff2", "IKZMRK+FiraSans-Regular", "…"
THOUSAND = 1000


class MarkFont:
    """Made for the characters of `texts`; other ones cannot be written with it."""

    def __init__(self, texts: Iterable[str]) -> None:
        from fontTools.subset import Options, Subsetter  # here, because it costs start-up time and memory
        from fontTools.ttLib import TTFont

        letters = {ord(letter) for text in texts for letter in shown_text(text)} | {ord(ELLIPSIS)}
        with TTFont(io.BytesIO(sfnt(FONT))) as font:
            subsetter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True))
            subsetter.populate(unicodes=letters)
            subsetter.subset(font)
            head: Any = font["head"]
            lines: Any = font["hhea"]
            scale = THOUSAND / head.unitsPerEm
            order, metrics = font.getGlyphOrder(), font["hmtx"]
            self._widths = [metrics[name][0] * scale for name in order]
            self._glyphs = {letter: font.getGlyphID(name) for letter, name in (font.getBestCmap() or {}).items()}
            self._box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
            self._heights = [round(lines.ascent * scale), round(lines.descent * scale)]
            target = io.BytesIO()
            font.save(target)
        self._program = target.getvalue()

    def width(self, text: str, size: float) -> float:
        return sum(self._widths[self._glyphs[ord(letter)]] for letter in shown_text(text)) * size / THOUSAND

    def fitting(self, text: str, size: float, width: float) -> str:
        """`text`, its end cut where it is too long."""
        if self.width(text, size) <= width:
            return text
        kept = shown_text(text)
        while kept and self.width(kept + ELLIPSIS, size) > width:
            kept = kept[:-1]
        return kept.rstrip() + ELLIPSIS

    def encode(self, text: str) -> bytes:
        """As a string operand."""
        return b"<" + "".join(f"{self._glyphs[ord(letter)]:04X}" for letter in shown_text(text)).encode() + b">"

    def embed(self, pdf: pikepdf.Pdf) -> Any:
        program = pdf.make_stream(self._program)
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{NAME}"),
            Flags=32,
            FontBBox=Array(self._box),
            ItalicAngle=0,
            Ascent=self._heights[0],
            Descent=self._heights[1],
            CapHeight=689,
            StemV=80,
            FontFile2=program,
        )
        descendant = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name(f"/{NAME}"),
            CIDToGIDMap=Name.Identity,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
            W=Array([0, Array([round(width) for width in self._widths])]),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name(f"/{NAME}"),
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_stream(self._to_unicode()),
            )
        )

    def _to_unicode(self) -> bytes:
        pairs = sorted((glyph, letter) for letter, glyph in self._glyphs.items())
        lines = [f"<{glyph:04X}> <{chr(letter).encode('utf-16-be').hex().upper()}>" for glyph, letter in pairs]
        parts = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        found = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{found}\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end\n"
        ).encode()


def shown_text(text: str) -> str:
    """`text` as the font can print it, on one line."""
    return " ".join(printable(text, font_glyphs()).replace("\u00ad", "").replace("\u200b", "").split())
