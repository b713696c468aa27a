"""Pages as pictures by two engines, pdfium and poppler, and as text."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

POPPLER = shutil.which("pdftoppm")


def by_pdfium(path: Path, *, fills_forms: bool) -> list[np.ndarray]:
    with pypdfium2.PdfDocument(path) as document:
        if fills_forms and document.get_formtype():
            document.init_forms()
        return [page.render(scale=1, rev_byteorder=True).to_numpy()[:, :, :3].copy() for page in document]


def by_poppler(path: Path, folder: Path) -> list[np.ndarray]:
    assert POPPLER, "pdftoppm is missing: make dev installs it"
    folder.mkdir()
    subprocess.run([POPPLER, "-r", "72", "-cropbox", path, folder / "page"], check=True, capture_output=True)
    found = []
    for each in sorted(folder.iterdir()):
        with Image.open(each) as picture:
            found.append(np.asarray(picture.convert("RGB")))
    return found


def texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def poppler_text(path: Path) -> str:
    return subprocess.run(["pdftotext", path, "-"], check=True, capture_output=True, text=True).stdout


def ink(picture: np.ndarray) -> int:
    return int((picture.min(axis=2) < 200).sum())


def apart(first: np.ndarray, second: np.ndarray, tones: int = 36) -> int:
    """How many pixels of either show what is nowhere near in the other; `second` may go on to the right and below."""
    height, width = (min(pair) for pair in zip(first.shape[:2], second.shape[:2], strict=True))
    assert abs(height - first.shape[0]) <= 1
    assert abs(width - first.shape[1]) <= 1
    cut = (Image.fromarray(np.ascontiguousarray(each[:height, :width])) for each in (first, second))
    one, two = (each.filter(ImageFilter.BoxBlur(1)) for each in cut)
    return _lost(one, two, tones) + _lost(two, one, tones)


def _lost(first: Image.Image, second: Image.Image, tones: int) -> int:
    darkest, brightest = (np.asarray(second.filter(each(3)), int) for each in (ImageFilter.MinFilter, ImageFilter.MaxFilter))
    shown = np.asarray(first, int)
    return int(((shown < darkest - tones) | (shown > brightest + tones)).any(axis=2)[1:-1, 1:-1].sum())
