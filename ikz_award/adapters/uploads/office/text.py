"""Word parts without what fetches: fields by the meaning of their instruction, objects and links whose relationship is gone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ikz_award.adapters.uploads.office.relations import is_harmless
from ikz_award.adapters.uploads.office.xml import Reader, Tag
from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration
from ikz_award.domain.words.wording import message as _

# The first word of a field's instruction says what it does; the rest are its operands.
_FETCHING = frozenset({"DDE", "DDEAUTO", "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DATABASE", "RD"})
_WORD = re.compile(r"\s*([^\s\"\\]+)")
_FIRST_WORD_OPEN = re.compile(r"\s*\S*")
_OPERAND = re.compile(r'"([^"]*)"|(\S+)')
# Elements that are nothing without their relationship; of others the attribute goes, and with it only what it fetched.
_NOTHING_WITHOUT = frozenset(
    {"attachedTemplate", "OLEObject", "control", "oleObject", "webextensionref", "taskpane", "saveThroughXslt"}
)
# Lists that may not be empty.
_LISTS = {"oleObjects": "oleObject", "controls": "control", "taskpanes": "taskpane"}
_PROGRAMS: Mapping[str, str] = {
    "excel": _("Excel-Tabelle"), "word": _("Word-Dokument"), "powerpoint": _("Präsentation"), "equation": _("Formel"),
    "acroexch": "PDF", "acrobat": "PDF", "package": _("Datei"), "visio": _("Zeichnung"), "msgraph": _("Diagramm"),
}  # fmt: skip


@dataclass
class _Field:
    """A field whose instruction is being read. `parts`: the tags that make it, to be cut where it fetches.

    `is_put_together`: another field within makes its first word, so that nobody knows what it will do.
    """

    instruction: str = ""
    is_read: bool = False
    is_put_together: bool = False
    parts: list[tuple[int, int]] = field(default_factory=list)


class TextPart(Reader):
    """One part of a document or workbook. `dropped`: ids of its relationships that are gone, and what they were."""

    wanted = frozenset(
        {"fldChar", "fldSimple", "instrText", "mailMerge", "ins", "del", "moveFrom", "moveTo", "comment", "sheet", *_LISTS}
    )

    def __init__(self, body: bytes, dropped: Mapping[str, AlterationKind | None]) -> None:
        super().__init__(body)
        self.dropped = dropped
        self.follows_relations = bool(dropped)
        self.altered: list[Alteration] = []
        self.hints: set[str] = set()
        self._fields: list[_Field] = []
        self._loose = _Field()
        self._counts: dict[str, list[int]] = {}
        self._simple: list[bool] = []

    def read(self) -> bytes:
        super().read()
        # A field that never ends, and instructions outside any field, count by what they say.
        for one in [*self._fields, self._loose]:
            self._judge(one)
        return self.edits.applied() if self.edits.cuts else self.body

    def begin(self, tag: Tag) -> None:
        if tag.local in _LISTS:
            self._counts[_LISTS[tag.local]] = [0, 0]
        if tag.local in self._counts:
            self._counts[tag.local][0] += 1
        if tag.local == "fldChar":
            self._mark(tag)
        elif tag.local == "fldSimple":
            kind = _fetches(tag.get("instr"))
            self._simple.append(kind is not None)
            if kind is not None:
                self.altered.append(kind)
                self.edits.cut(tag.start, tag.stop)
        self._without_relations(tag)

    def end(self, tag: Tag, stop: int) -> None:
        if tag.local in _LISTS:
            count, gone = self._counts.pop(_LISTS[tag.local], (0, 0))
            if gone and count == gone:
                self.edits.cut(tag.start, stop)
        if any(rid in self.dropped for rid in tag.relations.values()) and tag.local in _NOTHING_WITHOUT:
            self.edits.cut(tag.start, stop)
            if tag.local in self._counts:
                self._counts[tag.local][1] += 1
        if tag.local in ("fldChar", "instrText"):
            self._keep_place(tag, stop)
        elif tag.local == "fldSimple" and self._simple.pop() and stop > tag.stop:
            self.edits.cut(self.body.rindex(b"<", tag.stop, stop), stop)
        elif tag.local == "mailMerge":
            self.altered.append(alteration(AlterationKind.MAIL_MERGE))
            self.edits.cut(tag.start, stop)
        self._hint(tag)

    def text(self, tag: Tag, content: str) -> None:
        if tag.local == "instrText":
            one = self._current()
            one.instruction += content

    def _current(self) -> _Field:
        return self._fields[-1] if self._fields else self._loose

    def _mark(self, tag: Tag) -> None:
        kind = tag.get("fldCharType")
        if kind == "begin":
            if self._fields and not self._fields[-1].is_read and _FIRST_WORD_OPEN.fullmatch(self._fields[-1].instruction):
                self._fields[-1].is_put_together = True
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].is_read = True

    def _keep_place(self, tag: Tag, stop: int) -> None:
        one = self._current()
        one.parts.append((tag.start, stop))
        if tag.local == "fldChar" and tag.get("fldCharType") == "end" and self._fields:
            self._judge(self._fields.pop())

    def _judge(self, one: _Field) -> None:
        kind = alteration(AlterationKind.FIELDS) if one.is_put_together else _fetches(one.instruction)
        if kind is None:
            return
        self.altered.append(kind)
        for start, stop in one.parts:
            self.edits.cut(start, stop)

    def _without_relations(self, tag: Tag) -> None:
        for name, rid in tag.relations.items():
            if rid not in self.dropped:
                continue
            if tag.local not in _NOTHING_WITHOUT:
                self.edits.set_attribute(tag, name, None, prefixed=True)
            elif self.dropped[rid] is AlterationKind.OBJECTS:
                program = (tag.get("ProgID") or tag.get("progId")).partition(".")[0].lower()
                self.altered.append(alteration(AlterationKind.OBJECTS, [_PROGRAMS.get(program, program)]))

    def _hint(self, tag: Tag) -> None:
        if tag.local in ("ins", "del", "moveFrom", "moveTo") and "author" in tag.attributes:
            self.hints.add(_("nachverfolgte Änderungen"))
        elif tag.local == "comment" and ("author" in tag.attributes or "ref" in tag.attributes):
            self.hints.add(_("Kommentare"))
        elif tag.local == "sheet" and tag.get("state") in ("hidden", "veryHidden"):
            self.hints.add(_("ausgeblendete Tabellenblätter"))


def _fetches(instruction: str) -> Alteration | None:
    """What a field takes from outside; None for one that takes nothing, such as a link or a page number."""
    word = _WORD.match(instruction)
    if word is None:
        return None
    kind, rest = word[1].upper(), instruction[word.end() :]
    if kind in _FETCHING:
        return alteration(AlterationKind.FIELDS, [kind])
    if kind == "HYPERLINK":
        operand = _OPERAND.search(rest)
        address = (operand[1] if operand[1] is not None else operand[2]) if operand else ""
        if not is_harmless(address.replace("\\\\", "\\") if not address.startswith("\\\\") else address):
            return alteration(AlterationKind.FILE_LINKS, [re.split(r"[\\/]", address.rstrip("\\/"))[-1]])
    return None
