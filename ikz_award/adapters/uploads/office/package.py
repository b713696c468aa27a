"""The parts of an office file and what holds them together: relationships, content types."""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from ikz_award.adapters.uploads.office.relations import OFFICE, PROGRAMS, Fate, Relation, Relations, decide, refuse_macros
from ikz_award.adapters.uploads.office.sheets import SheetPart
from ikz_award.adapters.uploads.office.text import TextPart
from ikz_award.adapters.uploads.office.xml import Reader, Tag, content_of
from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration

TYPES = "[content_types].xml"
_XML = (".xml", ".rels", ".vml")
# Power Query keeps its program among the free data of a file.
_MASHUP = "DataMashup"
# What their parts are called tells nobody anything; objects are named by their program, where they stand in the text.
_NAMELESS = frozenset(
    {
        AlterationKind.OBJECTS,
        AlterationKind.CONTROLS,
        AlterationKind.ADD_INS,
        AlterationKind.CONNECTIONS,
        AlterationKind.MAIL_MERGE,
    }
)


class _Types(Reader):
    """The content types, without those of parts that are gone. Raises `UploadRejected` for those of macros."""

    wanted = frozenset({"Override"})

    def __init__(self, body: bytes, gone: set[str], *, name: str) -> None:
        super().__init__(body)
        self.gone = gone
        self.name = name

    def end(self, tag: Tag, stop: int) -> None:
        if tag.local != "Override":
            return
        if tag.get("PartName").lstrip("/").lower() in self.gone:
            self.edits.cut(tag.start, stop)
        elif any(word in tag.get("ContentType").lower() for word in ("macroenabled", "vbaproject", "sheet.binary")):
            refuse_macros(self.name)


class Package:
    """An office file while it is cleaned."""

    def __init__(self, archive: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo], *, name: str) -> None:
        self.name = name
        self.altered: list[Alteration] = []
        self.hints: set[str] = set()
        self._archive = archive
        self._parts = dict(parts)
        self._changed: dict[str, bytes] = {}
        self._gone: set[str] = set()
        self._relations = {path: Relations(path, archive.read(part)) for path, part in parts.items() if _holds_relations(path)}
        for relations in self._relations.values():
            relations.read()
        self.is_signed = any(path.lower().startswith("_xmlsignatures/") for path in parts)
        # Parts that were referred to and not there when the file came: not ours to mend.
        self._missing = set(self._dangling())

    @property
    def is_changed(self) -> bool:
        return bool(self._changed or self._gone)

    def paths(self) -> list[str]:
        return list(self._parts)

    def body(self, path: str) -> bytes:
        return self._changed[path] if path in self._changed else self._archive.read(self._parts[path])

    def replace(self, path: str, body: bytes) -> None:
        self._changed[path] = body

    def clean(self) -> None:
        """Take out what runs or reaches out. Raises `UploadRejected`, `Declares`, or expat's error."""
        for relation in self._all():
            self._mark_queries(relation)
        # A part that two relationships lead to, one of them dropped, is dropped by all.
        self._drop_parts()
        self._read_parts()
        for path, relations in self._relations.items():
            if path in self._parts and any(relation.fate is not Fate.KEEP for relation, _tag, _stop in relations.found):
                self.replace(path, relations.written())
        gone = {path.lower() for path in self._gone}
        for path in self.paths():
            if path.lower() == TYPES:
                types = _Types(self.body(path), gone, name=self.name)
                self._keep(path, types, types.read())

    def check(self) -> None:
        """Whether what is left is whole: every part that is referred to is there, and shows what it showed."""
        if lost := set(self._dangling()) - self._missing:
            raise ValueError(f"lost: {sorted(lost)[:3]}")
        for path, body in self._changed.items():
            if path.lower().endswith(".xml") and path.lower() != TYPES and path in self._parts:
                before, after = content_of(self._archive.read(self._parts[path])), content_of(body)
                if before != after:
                    raise ValueError(f"{path} shows something else")

    def _all(self) -> Iterator[Relation]:
        for relations in self._relations.values():
            found = [relation for relation, _tag, _stop in relations.found]
            if found and found[0].fate is Fate.KEEP and found[0].meaning is None:
                decide(found, name=self.name)
            yield from found

    def _mark_queries(self, relation: Relation) -> None:
        part = self._parts.get(relation.part)
        if relation.kind == "customxml" and part is not None and part.file_size:
            beginning = self._archive.read(part)[:2000].replace(b"\0", b"").decode("utf-8", "ignore")
            if _MASHUP in beginning:
                relation.fate, relation.meaning = Fate.DROP, AlterationKind.CONNECTIONS
        if relation.meaning is not None:
            names = () if relation.meaning in _NAMELESS else (relation.name,)
            self.altered.append(alteration(relation.meaning, names))

    def _drop_parts(self) -> None:
        """Take out the parts that dropped relationships led to, and what only they led to."""
        dropped = {relation.part for relation in self._each() if relation.fate is Fate.DROP and relation.part}
        dropped |= {path for path in self._parts if self._is_stray(path)}
        while dropped:
            path = dropped.pop()
            if path not in self._parts or path in self._gone:
                continue
            self._gone.add(path)
            if path.lower().endswith(PROGRAMS):
                self.altered.append(alteration(AlterationKind.FILES, [posixpath.basename(path)]))
            elif path.lower().endswith((".bin", ".ole")) or "/embeddings/" in path.lower():
                self.altered.append(alteration(AlterationKind.OBJECTS))
            inner = self._relations.pop(_relations_of(path), None)
            if inner is not None:
                self._gone.add(_relations_of(path))
                led_to = {relation.part for relation, _tag, _stop in inner.found if relation.part}
                dropped |= led_to - {relation.part for relation in self._each() if relation.fate is Fate.KEEP}
        for relation in self._each():
            if relation.part in self._gone:
                relation.fate = Fate.DROP
        for path in self._gone:
            del self._parts[path]

    def _is_stray(self, path: str) -> bool:
        """A program or a binary part that nothing refers to: no one would miss it, and nobody has seen it."""
        lowered = path.lower()
        is_binary = (
            lowered.endswith((*PROGRAMS, ".bin", ".ole"))
            or "/activex/" in lowered
            or ("/embeddings/" in lowered and not lowered.endswith(OFFICE))
        )
        return is_binary and not any(relation.part == path for relation in self._each() if relation.fate is Fate.KEEP)

    def _read_parts(self) -> None:
        lost_formulas = False
        for path in self.paths():
            if not path.lower().endswith(_XML) or _holds_relations(path) or path.lower() == TYPES:
                continue
            relations = self._relations.get(_relations_of(path))
            dropped = {
                relation.id: relation.meaning
                for relation, _tag, _stop in (relations.found if relations else ())
                if relation.fate is Fate.DROP
            }
            is_sheet = path.lower().startswith("xl/")
            part = SheetPart(self.body(path), dropped, name=self.name) if is_sheet else TextPart(self.body(path), dropped)
            self._keep(path, part, part.read())
            self.altered += part.altered
            self.hints |= part.hints
            lost_formulas = lost_formulas or (isinstance(part, SheetPart) and part.lost_formulas)
        if lost_formulas:
            self._drop_list_of_formulas()

    def _drop_list_of_formulas(self) -> None:
        """Excel makes it anew; one that names cells without formulas counts as damage."""
        for relation in self._each():
            if relation.kind == "calcchain" and relation.part in self._parts:
                relation.fate = Fate.DROP
                self._gone.add(relation.part)
                del self._parts[relation.part]

    def _keep(self, path: str, reader: Reader, body: bytes) -> None:
        if reader.edits.cuts:
            self.replace(path, body)

    def _each(self) -> Iterator[Relation]:
        for relations in self._relations.values():
            yield from (relation for relation, _tag, _stop in relations.found)

    def _dangling(self) -> Iterator[str]:
        for relation in self._each():
            if relation.part and relation.fate is not Fate.DROP and relation.part not in self._parts:
                yield relation.part


def _holds_relations(path: str) -> bool:
    return path.lower().endswith(".rels")


def _relations_of(path: str) -> str:
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")
