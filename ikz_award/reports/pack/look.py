"""How a page looks: drawn by pdfium, the engine of Chrome and Edge, and compared."""

import io
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pypdfium2

# Pixels of the longer side of a page that is compared, at most; small pages are drawn larger.
LONGEST, SHORTEST = 1200, 400
# Seen from a little farther off, a pixel differs when one of its colours lies by more than this outside of what is around it in
# the other picture: edges of letters fall a little differently each time. A page differs when more than so many pixels do.
TONES, PIXELS = 30, 3
# A4 at 200 dots per inch: what a printer shows of a page.
PICTURE_PIXELS = 2339


@contextmanager
def drawn(path: Path) -> Generator["pypdfium2.PdfDocument"]:
    """The document with its form fields filled in, as a browser shows it."""
    import pypdfium2  # large: only where pages are drawn

    with pypdfium2.PdfDocument(path) as document:
        if document.get_formtype():
            document.init_forms()
        yield document


def differing(wanted: Path, made: Path) -> list[int]:
    """The pages, from 0, of `made` that do not show at their upper left what the same pages of `wanted` show."""
    with drawn(wanted) as first, drawn(made) as second:
        return [number for number in range(len(first)) if not is_alike(*_pair(first, second, number))]


def is_alike(first: np.ndarray, second: np.ndarray) -> bool:
    """Whether `second` shows `first` at its upper left. The outermost pixels are left to the rounding of sizes."""
    height, width = (min(pair) for pair in zip(first.shape[:2], second.shape[:2], strict=True))
    if abs(height - first.shape[0]) > 1 or abs(width - first.shape[1]) > 1:
        return False
    one, two = (_from_farther_off(shown[:height, :width]) for shown in (first, second))
    return _lost(one, two) + _lost(two, one) <= PIXELS


def _from_farther_off(shown: np.ndarray) -> np.ndarray:
    return (np.sum(_around(shown.astype(np.int16)), axis=0) // 9).astype(np.int16)


def _around(shown: np.ndarray) -> list[np.ndarray]:
    """Nine times the inner part, each time moved by a pixel at most."""
    height, width = shown.shape[:2]
    return [shown[y : height - 2 + y, x : width - 2 + x] for y in range(3) for x in range(3)]


def _lost(first: np.ndarray, second: np.ndarray) -> int:
    """How many pixels of `first` show what is nowhere near in `second`."""
    around, inner = _around(second), first[1:-1, 1:-1]
    low, high = np.minimum.reduce(around) - TONES, np.maximum.reduce(around) + TONES
    return int(((inner < low) | (inner > high)).any(axis=2).sum())


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A page as a JPEG for print; `size` is the page's, in points."""

    content: bytes
    pixels: tuple[int, int]
    size: tuple[float, float]


def picture(path: Path, number: int) -> Picture:
    """The page `number` (from 0) as a JPEG at 200 dpi, less where that would exceed `PICTURE_PIXELS`; `size` in points."""
    with drawn(path) as document:
        page = document[number]
        size = page.get_size()
        image = page.render(scale=min(200 / 72, PICTURE_PIXELS / max(size))).to_pil().convert("RGB")
        target = io.BytesIO()
        image.save(target, "JPEG", quality=88)
        return Picture(content=target.getvalue(), pixels=image.size, size=size)


def _pair(first: Any, second: Any, number: int) -> tuple[np.ndarray, np.ndarray]:
    """Both pages on the same scale: one that rounds to whole pixels only for the first."""
    import pypdfium2
    from pypdfium2 import raw

    one, two = first[number], second[number]
    try:
        (width, height), longest = one.get_size(), max(one.get_size()) or 1
        shown = one.render(scale=min(max(1, SHORTEST / longest), LONGEST / longest), rev_byteorder=True).to_numpy()[:, :, :3]
        bitmap = pypdfium2.PdfBitmap.new_native(shown.shape[1], shown.shape[0], raw.FPDFBitmap_BGRx, rev_byteorder=True)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, shown.shape[1], shown.shape[0])
        scale = raw.FS_MATRIX(shown.shape[1] / width, 0, 0, shown.shape[0] / height, 0, 0)
        everything = raw.FS_RECTF(0, 0, shown.shape[1], shown.shape[0])
        flags = raw.FPDF_ANNOT | raw.FPDF_REVERSE_BYTE_ORDER
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, two, scale, everything, flags)
        return shown, bitmap.to_numpy()[:, :, :3]
    finally:
        one.close()
        two.close()
