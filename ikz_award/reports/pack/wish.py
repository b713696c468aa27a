"""What is asked of an attachment, and what comes back: values that both processes know."""

from dataclasses import dataclass
from pathlib import Path

from ikz_award.reports.pack.strip import Strip

# What a page says about itself, as a key; the words are in `queries/jury/pack.py`.
PICTURE, UNCOMPARED, DYNAMIC = "picture", "uncompared", "dynamic"


@dataclass(frozen=True, kw_only=True)
class ReadyPage:
    """Where the mark of a page goes, and the key of a note that belongs there."""

    strip: Strip
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PackWish:
    """What to make ready; `name` is told where a page has no text of its own. Keys of tags begin at `first_key`."""

    source: Path
    target: Path
    name: str
    prefix: str
    first_key: int = 0
    is_compared: bool = True


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A document whose pages stand for themselves."""

    path: Path
    pages: tuple[ReadyPage, ...]
