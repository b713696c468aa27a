"""What there is below static/, which page needs which of it, and whether what was built from it is still its likeness."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from config import ROOT

STATIC = ROOT / "static"
BUILT = STATIC / "built"
MANIFEST = BUILT / "manifest.json"

KERN = "vendor/kern/kern.min.css"
# On every page, in this order; the last one for paper only.
SHEETS = tuple(
    f"css/{name}.css"
    for name in ("tokens", "layout", "frame", "forms", "components", "lists", "data", "pages", "public", "entries")
)
PRINT = "css/print.css"
# Area → its files, on the pages that name the area in their block `sheets`; several come in this order.
AREAS = {
    "jury": ("css/jury.css",),
    "score": ("css/score.css",),
    "paper": ("css/paper.css",),
    "admin": tuple(f"css/admin/{name}.css" for name in ("navigation", "lists", "phases", "rules", "ranking", "meeting")),
}
PICTURES = ("img/mark.svg",)


@dataclass(frozen=True, kw_only=True)
class Script:
    """Files that go together, in order, and the marks in a page by which it needs them; no marks: every page.

    `shapes`: what it shows or hides stands before the page is painted, so that nothing moves afterwards.
    """

    name: str
    files: tuple[str, ...]
    marks: tuple[str, ...] = ()
    shapes: bool = True

    def is_needed(self, page: str) -> bool:
        return not self.marks or any(mark in page for mark in self.marks)


# htmx may bring a part with a counter or suggestions to a page that had none.
SCRIPTS = (
    Script(name="frame", files=("js/words.js", "js/theme.js", "js/menu.js")),
    Script(
        name="forms",
        files=tuple(
            f"js/{name}.js" for name in ("returned", "counter", "typeahead", "saving", "autosave", "unsaved", "conditions")
        ),
        marks=('method="post"', "data-counter", "data-typeahead", "data-draft-saved", "data-when=", "data-hx-"),
    ),
    Script(name="htmx", files=("vendor/htmx/htmx.min.js",), marks=("data-hx-",), shapes=False),
    Script(name="uploads", files=("js/uploads.js",), marks=("data-upload=",), shapes=False),
    Script(name="score", files=("js/score.js",), marks=("data-score-sheet",)),
    Script(name="passkey", files=("js/passkey.js",), marks=('id="passkey-answer"',)),
    Script(name="weights", files=("js/weights.js",), marks=("data-weights",)),
    Script(name="timer", files=("js/timer.js",), marks=("data-since=",)),
    Script(name="print", files=("js/print.js",), marks=("data-print",)),
)  # fmt: skip

# Where names of KERN's classes and icons can stand.
_NAMING = ("templates/**/*.html", "static/js/*.js", "ikz_award/web/**/*.py", "ikz_award/blueprints/**/*.py")
_WORD = re.compile(r"[a-z][a-z0-9]*(?:--?[a-z0-9]+)*-?")


@cache
def words_used() -> frozenset[str]:
    """Every word of the sources that could be the name of a class or of an icon; one that ends in "-" is a beginning."""
    files = (file for pattern in _NAMING for file in ROOT.glob(pattern))
    words = {word for file in files for word in _WORD.findall(file.read_text(encoding="utf-8"))}
    return frozenset(words | {word.rpartition("--")[2] for word in words})


def is_used(block: str) -> bool:
    """Whether a component of KERN such as `kern-alert`, or one of its icons such as `download`, is named anywhere."""
    return block in words_used() or any(block.startswith(word) for word in _beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    return tuple(word for word in words_used() if word.startswith("kern-") and word.endswith("-") and word != "kern-")


def block_of(name: str) -> str:
    """`kern-alert` of `kern-alert__header` or `kern-alert--info`."""
    return re.split(r"__|--", name)[0]


def assets_fingerprint() -> str:
    """A hash of all that a build depends on: another one, and what was built is of yesterday."""
    scripts = [file for script in SCRIPTS for file in script.files]
    files = [KERN, *SHEETS, PRINT, *(file for files in AREAS.values() for file in files), *PICTURES, *scripts]
    paths = [*(STATIC / file for file in files), ROOT / "package-lock.json", *_own_code()]
    named = sorted(word for word in words_used() if word in icon_names() or word.startswith("kern-"))
    return _digest([*(path.read_bytes() for path in paths), "\n".join(named).encode()])


@cache
def icon_names() -> frozenset[str]:
    """The icons that the design system's stylesheet knows, without their prefix."""
    return frozenset(re.findall(r"\.kern-icon--([a-z0-9-]+)", (STATIC / KERN).read_text(encoding="utf-8")))


def _own_code() -> list[Path]:
    return sorted(Path(__file__).parent.glob("*.py"))


def _digest(parts: Iterable[bytes]) -> str:
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
