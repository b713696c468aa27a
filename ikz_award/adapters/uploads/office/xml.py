"""XML parts of office files, read once and changed in place: all bytes stay but those of what is taken out.

Nothing here builds a tree or follows a reference: each part goes through expat, which stops at a document type declaration, so
that no entity is ever defined.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

_DECLARED = re.compile(r"""(<\?xml[^>]*\bencoding=["'])[^"']*""")
_MARKS_16 = (b"\xff\xfe", b"\xfe\xff")
# Elements whose number and text say whether a file still holds what it held.
_CONTENT = frozenset({"t", "v", "p", "c", "row", "tbl", "drawing", "pict", "sheet", "delText", "footnote", "comment"})
_RELATIONS = ("/officeDocument/2006/relationships", "/officeDocument/relationships")


class Declares(Exception):  # noqa: N818
    """The part declares a document type."""


@dataclass(slots=True)
class Tag:
    """An element: its begin tag lies from `start` to `stop`."""

    local: str
    attributes: dict[str, str]
    # Attributes that name a relationship: name → id.
    relations: dict[str, str]
    start: int
    stop: int

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


@dataclass
class Edits:
    """What to change in the bytes of a part."""

    body: bytes
    cuts: list[tuple[int, int, bytes]] = field(default_factory=list)

    def cut(self, start: int, stop: int, instead: bytes = b"") -> None:
        self.cuts.append((start, stop, instead))

    def set_attribute(self, tag: Tag, name: str, value: bytes | None, *, prefixed: bool = False) -> None:
        """Give an attribute another value, or (None) take it away; `prefixed`: that of the name in another namespace."""
        text = self.body[tag.start : tag.stop]
        prefix = rb"\s[\w.-]+:" if prefixed else rb"\s"
        match = re.search(prefix + re.escape(name.encode()) + rb"\s*=\s*(\"[^\"]*\"|'[^']*')", text)
        if match is None:
            raise ValueError(f"no attribute {name}")
        if value is None:
            self.cut(tag.start + match.start(), tag.start + match.end())
        else:
            self.cut(tag.start + match.start(1), tag.start + match.end(1), b'"' + value + b'"')

    def add_attribute(self, tag: Tag, text: bytes) -> None:
        place = tag.stop - (2 if self.body[tag.stop - 2 : tag.stop] == b"/>" else 1)
        self.cut(place, place, b" " + text)

    def applied(self) -> bytes:
        """The changed bytes; what lies within something taken out goes with it."""
        pieces, done = [], 0
        for start, stop, instead in sorted(self.cuts, key=lambda cut: (cut[0], -cut[1])):
            if start < done:
                continue
            pieces += [self.body[done:start], instead]
            done = stop
        return b"".join([*pieces, self.body[done:]])


class Reader:
    """One pass over a part. Subclasses say what they look for: elements by name, and what to do with them."""

    # Of a budget of a million cells only these become tags.
    wanted: frozenset[str] = frozenset()
    # Whether every element that names a relationship is wanted, too.
    follows_relations = False

    def __init__(self, body: bytes) -> None:
        self.body = in_utf8(body)
        self.edits = Edits(self.body)
        self.open: list[Tag | None] = []

    def read(self) -> bytes:
        """The part with its changes. Raises `Declares`, or expat's error for what is no XML."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        wanted, opened, follows = self.wanted, self.open, self.follows_relations

        def begin(name: str, attributes: dict[str, str]) -> None:
            local = name.rpartition(" ")[2]
            if local in wanted or (follows and any("/relationships " in key for key in attributes)):
                tag = self._tag(parser.CurrentByteIndex, local, attributes)
                opened.append(tag)
                self.begin(tag)
            else:
                opened.append(None)

        def end(_name: str) -> None:
            tag = opened.pop()
            if tag is not None:
                is_empty = self.body[tag.stop - 2 : tag.stop] == b"/>"
                self.end(tag, tag.stop if is_empty else self.body.index(b">", parser.CurrentByteIndex) + 1)

        def text(content: str) -> None:
            if opened and opened[-1] is not None:
                self.text(opened[-1], content)

        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
        parser.StartDoctypeDeclHandler = _declare
        parser.Parse(self.body, True)
        return self.edits.applied() if self.edits.cuts else self.body

    def begin(self, tag: Tag) -> None: ...

    def end(self, tag: Tag, stop: int) -> None:
        """`stop`: where the whole element ends."""

    def text(self, tag: Tag, content: str) -> None:
        """Text right within a wanted element."""

    def _tag(self, start: int, local: str, attributes: dict[str, str]) -> Tag:
        plain, relations = {}, {}
        for key, value in attributes.items():
            space, _blank, name = key.rpartition(" ")
            if space.endswith(_RELATIONS):
                relations[name] = value
            else:
                plain[name] = value
        return Tag(local, plain, relations, start, _tag_end(self.body, start))


def content_of(body: bytes) -> dict[str, int]:
    """What a part shows: how many elements of each kind, and how many letters."""
    found = dict.fromkeys(_CONTENT, 0)
    letters = [0, False]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def begin(name: str, _attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2]
        if local in found:
            found[local] += 1
            letters[1] = local in ("t", "v")

    def text(content: str) -> None:
        if letters[1]:
            letters[0] += len(content)

    def end(_name: str) -> None:
        letters[1] = False

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.Parse(in_utf8(body), True)
    return found | {"letters": letters[0]}


def in_utf8(body: bytes) -> bytes:
    """In bytes in which places can be counted."""
    if not body.startswith(_MARKS_16):
        return body
    return _DECLARED.sub(r"\g<1>UTF-8", body.decode("utf-16"), count=1).encode()


def _tag_end(body: bytes, start: int) -> int:
    """Where the tag that begins at `start` ends: at the first > outside quotes."""
    place = start
    while True:
        end = body.index(b">", place)
        quotes = [(found, mark) for mark in (b'"', b"'") if (found := body.find(mark, place, end)) >= 0]
        if not quotes:
            return end + 1
        first, mark = min(quotes)
        place = body.index(mark, first + 1) + 1


def _declare(*_: object) -> None:
    raise Declares
