"""Two texts of the same answer: what differs, word by word, and both put together where they do not touch each other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Comparing takes time that grows with the square of the length; an answer of this length is far over every limit.
MOST_WORDS = 4000

Change = tuple[int, int, tuple[str, ...]]


class PieceMark(StrEnum):
    """How a piece of a text stands to the other text."""

    SAME = "same"
    DELETED = "del"
    INSERTED = "ins"


@dataclass(frozen=True)
class TextPiece:
    """A run of a text; `mark` says how it stands to the other text."""

    mark: PieceMark
    text: str


@dataclass(frozen=True)
class TextDifference:
    """Both texts in pieces: `before` holds what is the same or deleted, `after` what is the same or inserted."""

    before: tuple[TextPiece, ...]
    after: tuple[TextPiece, ...]


def text_difference(before: str, after: str) -> TextDifference:
    """What makes `after` of `before`. The pieces of each side, put together, are its text."""
    left, right = _words(before), _words(after)
    before_pieces: list[TextPiece] = []
    after_pieces: list[TextPiece] = []
    position = 0
    for start, end, words in [*_changes(left, right), (len(left), len(left), ())]:
        for pieces in (before_pieces, after_pieces):
            _add(pieces, PieceMark.SAME, left[position:start])
        _add(before_pieces, PieceMark.DELETED, left[start:end])
        _add(after_pieces, PieceMark.INSERTED, words)
        position = end
    return TextDifference(tuple(before_pieces), tuple(after_pieces))


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Both changes to `base` in one text; None where they touch the same words, so that a person has to decide."""
    words = _words(base)
    left, right = _changes(words, _words(mine)), _changes(words, _words(theirs))
    changes = sorted({*left, *right})
    for one, next_one in pairwise(changes):
        # What lies side by side was written for the same place, too: the order of two insertions is for people.
        if next_one[0] <= one[1]:
            return None
    result: list[str] = []
    position = 0
    for start, end, new in changes:
        result += [*words[position:start], *new]
        position = end
    return "".join([*result, *words[position:]])


def _words(text: str) -> list[str]:
    words = WORDS.findall(text)
    return words if len(words) <= MOST_WORDS else [text]


def _changes(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """(start, end, new words) of every place of `before` that is another in `after`; blanks alone are no likeness."""
    matcher = SequenceMatcher(str.isspace, before, after, autojunk=False)
    return [(a, b, tuple(after[c:d])) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _add(pieces: list[TextPiece], mark: PieceMark, words: Sequence[str]) -> None:
    if words:
        pieces.append(TextPiece(mark, "".join(words)))
