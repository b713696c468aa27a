"""PDFs as they look, with the values of their forms: the first page small for lists, and all pages before and after cleaning.

It runs where uploads are looked into: see `uploads/sandbox.py`.
"""

import re
import time
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ikz_award.adapters.uploads.picture_cleaning import PREVIEW_PIXELS, small_picture

if TYPE_CHECKING:
    from PIL.Image import Image

MAXIMUM_PAGES = 400
# Enough to see a missing word, and few enough for hundreds of pages.
COMPARED_PIXELS = 500
COMPARED_SECONDS = 8.0
# Tones, of 255, from which a spot counts as another, and how many spots of a page may be so: rounding at edges.
OTHER_TONE = 48
OTHER_SPOTS = 12
_ASKS_TO_WAIT = re.compile(r"please wait|bitte warten|veuillez patienter", re.IGNORECASE)


@dataclass
class PictureDifference:
    """How the cleaned PDF differs from the one sent; pages from 1. `is_unseen`: not all pages could be compared."""

    pages: list[int] = field(default_factory=list)
    is_lost: bool = False
    is_unseen: bool = False
    asks_to_wait: bool = False


def first_page(data: bytes) -> bytes:
    """A JPEG of the first page. Fails in every way there is with a hostile or broken file: the caller does without it."""
    with _opened(data) as document:
        page = document[0]
        # Twice as large as shown, and then made smaller: text of a few pixels is smoother so.
        return small_picture(_drawn(page, 2 * PREVIEW_PIXELS))


def picture_difference(before: bytes, after: bytes) -> PictureDifference:
    """Page by page, what is seen and how much text can be read."""
    found = PictureDifference()
    until = time.monotonic() + COMPARED_SECONDS
    with _opened(before) as sent, _opened(after) as kept:
        count = len(sent)
        found.is_lost = len(kept) < count
        found.asks_to_wait = count <= 2 and bool(_ASKS_TO_WAIT.search(sent[0].get_textpage().get_text_bounded()))
        has_shown = shows = False
        for number in range(min(count, len(kept))):
            if number >= MAXIMUM_PAGES or time.monotonic() > until:
                found.is_unseen = True
                break
            old, new = _drawn(sent[number], COMPARED_PIXELS), _drawn(kept[number], COMPARED_PIXELS)
            has_shown, shows = has_shown or _has_ink(old), shows or _has_ink(new)
            lost_text = sent[number].get_textpage().count_chars() > kept[number].get_textpage().count_chars()
            if lost_text or _differ(old, new):
                found.pages.append(number + 1)
        found.is_lost = found.is_lost or (has_shown and not shows)
    return found


@contextmanager
def _opened(data: bytes) -> Generator[Any]:
    import pypdfium2  # large: only when a PDF comes

    with pypdfium2.PdfDocument(data) as document:
        with warnings.catch_warnings():
            # Of forms that this engine cannot draw, it warns.
            warnings.simplefilter("ignore")
            document.init_forms()
        yield document


def _drawn(page: Any, longest: int) -> "Image":
    scale = longest / max(1.0, *page.get_size())
    return page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")


def _has_ink(picture: "Image") -> bool:
    return sum(picture.convert("L").histogram()[:240]) > 0


def _differ(old: "Image", new: "Image") -> bool:
    from PIL import ImageChops

    if old.size != new.size:
        return True
    spots = ImageChops.difference(old, new).convert("L").point(lambda tone: 255 if tone > OTHER_TONE else 0)
    return spots.histogram()[255] > OTHER_SPOTS
