"""A strip below a page for its mark: the page's box grows, nothing is covered, whichever way the page is turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

# Points on a page as wide as A4; on a wider one all of it grows with it, so that it can be read when printed.
HEIGHT, LINE = 22, 10
A4_WIDTH, LEAST_WIDTH = 595, 260
# Where a box is missing or useless: what viewers take.
LETTER = (0.0, 0.0, 612.0, 792.0)
FAR = 20_000
INHERITED = (Name.Resources, Name.MediaBox, Name.CropBox, Name.Rotate)
Box = tuple[float, float, float, float]
Six = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Strip:
    """`matrix` leads from the strip (points, origin at its lower left as one reads) to the page's own coordinates."""

    matrix: Six
    width: float
    height: float


def box_of(thing: Any) -> Box | None:
    """Four numbers in order, or None for what is no box."""
    try:
        one, two, three, four = (float(value) for value in thing)
    except (TypeError, ValueError):
        return None
    found = min(one, three), min(two, four), max(one, three), max(two, four)
    return found if found[2] > found[0] and found[3] > found[1] else None


def own_attributes(page: Any) -> None:
    """Write into a page what it inherits."""
    for key in INHERITED:
        node, depth = page, 0
        while key not in node and Name.Parent in node and depth < 64:
            node, depth = node[Name.Parent], depth + 1
        if key not in page and key in node:
            page[key] = node[key]


def visible_box(page: Any) -> Box:
    """What a viewer shows: the crop box within the media box."""
    media = box_of(page.get(Name.MediaBox)) or LETTER
    crop = box_of(page.get(Name.CropBox)) or media
    inner = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    return inner if inner[2] > inner[0] and inner[3] > inner[1] else media


def turn_of(page: Any) -> int:
    """By how many degrees the page is turned to be shown: 0, 90, 180 or 270; 0 where it says nonsense."""
    try:
        return int(page.get(Name.Rotate, 0)) % 360 // 90 * 90
    except (TypeError, ValueError):
        return 0


def add_strip(page: Any, *, lines: int) -> tuple[Strip, bytes]:
    """Let the page grow; the strip, and what has to stand before the page's content to keep it out of there."""
    x0, y0, x1, y1 = visible_box(page)
    turn = turn_of(page)
    unit = float(page.get(Name.UserUnit, 1) or 1)
    width = (y1 - y0) if turn in (90, 270) else (x1 - x0)
    size = max(1.0, width * unit / A4_WIDTH) / unit
    height, more = (HEIGHT + LINE * (lines - 1)) * size, max(0.0, LEAST_WIDTH * size - width)
    whole, matrix, clip = {
        0: ((x0, y0 - height, x1 + more, y1), (1, 0, 0, 1, x0, y0 - height), (x0 - FAR, y0, x1, y1 + FAR)),
        90: ((x0, y0, x1 + height, y1 + more), (0, 1, -1, 0, x1 + height, y0), (x0 - FAR, y0 - FAR, x1, y1)),
        180: ((x0 - more, y0, x1, y1 + height), (-1, 0, 0, -1, x1, y1 + height), (x0, y0 - FAR, x1 + FAR, y1)),
        270: ((x0 - height, y0 - more, x1, y1), (0, -1, 1, 0, x0 - height, y1), (x0, y0, x1 + FAR, y1 + FAR)),
    }[turn]
    page.MediaBox = Array([round(value, 4) for value in whole])
    for key in (Name.CropBox, Name.TrimBox, Name.BleedBox, Name.ArtBox):
        if key in page:
            del page[key]
    a, b, c, d, e, f = matrix
    scaled = (a * size, b * size, c * size, d * size, e, f)
    one, two, three, four = clip
    kept = f"{one:.4f} {two:.4f} {three - one:.4f} {four - two:.4f} re W n\n".encode()
    return Strip(matrix=scaled, width=(width + more) / size, height=height / size), kept


def lies_outside(rectangle: Any, visible: Sequence[float]) -> bool:
    """Whether an annotation cannot be seen on the page as it was."""
    found = box_of(rectangle)
    if found is None:
        return False
    return found[2] <= visible[0] or found[0] >= visible[2] or found[3] <= visible[1] or found[1] >= visible[3]


def prepend(pdf: pikepdf.Pdf, page: Any, content: bytes) -> None:
    """Draw `content` (PDF operators) below what is on the page."""
    pikepdf.Page(page).contents_add(pdf.make_stream(content), prepend=True)


def append(pdf: pikepdf.Pdf, page: Any, content: bytes) -> None:
    """Draw `content` (PDF operators) above what is on the page."""
    pikepdf.Page(page).contents_add(pdf.make_stream(content), prepend=False)


def own_part(page: Any, kind: Name) -> Any:
    """A page's resources of one kind, to be added to: never those it shares with other pages."""
    resources: Any = page.get(Name.Resources)
    page.Resources = Dictionary(resources) if isinstance(resources, Dictionary) else Dictionary()
    part: Any = page.Resources.get(kind)
    page.Resources[kind] = Dictionary(part) if isinstance(part, Dictionary) else Dictionary()
    return page.Resources[kind]
