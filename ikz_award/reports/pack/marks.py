"""The mark of a page: its running number, whose attachment it is, and what there is to say about it."""

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from ikz_award.reports.pack.font import MarkFont
from ikz_award.reports.pack.strip import LINE, Strip, own_part, prepend

SIZE, EDGE, BASE = 7.5, 10, 7.5
RESOURCE = "/IkzMark"
# On pages that were set here there is room at the foot, in line with the organiser's name.
FOOT = Strip(matrix=(1, 0, 0, 1, 58, 44), width=479, height=0)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Left and right of it; `note` stands on a line of its own above. The running number follows what is right."""

    strip: Strip
    left: str = ""
    right: str = ""
    note: str = ""


def put_mark(pdf: pikepdf.Pdf, page: Any, mark: Mark, number: str, font: MarkFont, embedded: Any) -> None:
    """Write the mark before everything else on the page, where nothing of it reaches."""
    own_part(page, Name.Font)[RESOURCE] = embedded
    prepend(pdf, page, _content(mark, number, font))


def _content(mark: Mark, number: str, font: MarkFont) -> bytes:
    strip = mark.strip
    right = strip.width - EDGE - font.width(number, SIZE)
    left = font.fitting(mark.left, SIZE, right - 2 * EDGE)
    parts = [_text(font, left, EDGE, BASE), _text(font, number, right, BASE)]
    if mark.note:
        parts.append(_text(font, font.fitting(mark.note, SIZE, strip.width - 2 * EDGE), EDGE, BASE + LINE))
    line = ""
    if strip.height:
        upper, end = strip.height - 1.5, strip.width - EDGE
        line = f"0.725 0.757 0.808 RG 0.5 w {EDGE} {upper:.2f} m {end:.2f} {upper:.2f} l S\n"
    matrix = " ".join(f"{value:.6f}" for value in strip.matrix)
    head = f"/Artifact <</Type /Pagination /Subtype /Footer>> BDC\nq {matrix} cm\n{line}0.294 0.333 0.404 rg\n"
    return head.encode() + b"".join(parts) + b"Q\nEMC\n"


def _text(font: MarkFont, text: str, x: float, y: float) -> bytes:
    if not text:
        return b""
    return f"BT {RESOURCE} {SIZE} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm ".encode() + font.encode(text) + b" Tj ET\n"
