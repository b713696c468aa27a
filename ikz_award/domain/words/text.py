"""What people paste, made plain: one spelling for what looks the same, paragraphs kept, nothing invisible left."""

import re
import unicodedata

# Line and paragraph ends of all kinds; Word's line break is a vertical tab.
_LINE_END = re.compile("\r\n|[\r\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_TRAILING_BLANKS = re.compile(r" +(?=\n|\Z)")
_EMPTY_LINES = re.compile(r"\n{3,}")

# Word writes bullets as private characters of its symbol fonts; no other font has a glyph for them.
_REPLACED = {
    "\t": " ",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\uf0b7": "\N{BULLET}",
    "\uf0a7": "\N{BULLET}",
    "\uf0fc": "\N{CHECK MARK}",
    # Letters and symbols in name only: nothing of them is seen, so a title made of them would look empty.
    **dict.fromkeys("\N{COMBINING GRAPHEME JOINER}\u115f\u1160\N{BRAILLE PATTERN BLANK}\N{HANGUL FILLER}\uffa0", ""),
}
# Control, format (zero width, bidirectional, soft hyphen, byte order mark), private and surrogate characters.
_DROPPED = frozenset({"Cc", "Cf", "Co", "Cs"})


def _plain(character: str) -> str:
    if character == "\n":
        return character
    if character in _REPLACED:
        return _REPLACED[character]
    category = unicodedata.category(character)
    if category == "Zs":  # no-break, narrow, figure, em … spaces
        return " "
    return "" if category in _DROPPED or _is_noncharacter(ord(character)) else character


def _is_noncharacter(code: int) -> bool:
    """U+FDD0–U+FDEF and the last two of each plane: never text, and not allowed in XML (XLSX, PDF metadata)."""
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def clean_text(text: str) -> str:
    """The text as it is stored, measured and printed; cleaning it again changes nothing.

    NFC, line ends as LF, every kind of space as a plain space, invisible and control characters removed, no blanks at line
    ends, at most one empty line between paragraphs, none before or after.
    """
    lines = _LINE_END.sub("\n", text)
    plain = unicodedata.normalize("NFC", "".join(map(_plain, lines)))
    return _EMPTY_LINES.sub("\n\n", _TRAILING_BLANKS.sub("", plain)).strip(" \n")


def clean_line(text: str) -> str:
    """As `clean_text`, on one line with single blanks: titles, names, subjects of mails."""
    return " ".join(clean_text(text).split())


def length(text: str) -> int:
    """How many characters a person would count: code points after cleaning, a line end as one."""
    return len(clean_text(text))
