"""What an office file refers to: which of it stays, which is taken out, and what cannot be taken without losing the content."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn
from urllib.parse import unquote

from ikz_award.adapters.uploads.office.xml import Reader, Tag
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.entries.alterations import AlterationKind
from ikz_award.domain.words.wording import message as _

OFFICE = (".docx", ".xlsx")
PROGRAMS = (
    *(".exe", ".dll", ".com", ".scr", ".msi", ".jar", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf"),
    *(".hta", ".html", ".htm", ".mht", ".mhtml", ".rtf", ".lnk", ".swf", ".class", ".xlm"),
)
NOWHERE = "#"
# A name that no file bears: what a formula took from there stays as it was last.
NO_WORKBOOK = "geloeste-verknuepfung.xlsx"
_MACROS = frozenset({"vbaproject", "wordvbadata", "xlmacrosheet", "xlintlmacrosheet", "macrosheet"})
_WORKBOOK_PATHS = frozenset(
    {"externallinkpath", "xlpathmissing", "xlstartup", "xllibrary", "externallinkalternate", "externallinklongpath"}
)
# Binary parts that Office itself adds to a harmless file.
_PLAIN_BINARY = frozenset({"printersettings", "customproperty", "ctrlprop", "image", "font"})
_DROPPED = {
    "attachedtemplate": AlterationKind.TEMPLATE,
    "oleobject": AlterationKind.OBJECTS,
    "control": AlterationKind.CONTROLS,
    "activexcontrolbinary": AlterationKind.CONTROLS,
    "mailmergesource": AlterationKind.MAIL_MERGE,
    "mailmergeheadersource": AlterationKind.MAIL_MERGE,
    "webextensiontaskpanes": AlterationKind.ADD_INS,
    "webextension": AlterationKind.ADD_INS,
    "attachedtoolbars": AlterationKind.ADD_INS,
}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HARMLESS_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", "ftps", "urn", "sms"})


class Fate(StrEnum):
    """What becomes of a relation between parts of an office file when the file is cleaned."""

    KEEP = "keep"
    DROP = "drop"
    RETARGET = "retarget"


@dataclass
class Relation:
    """One relationship of a part. `target`: as it stands; `part`: the part of this file it leads to, "" for none."""

    id: str
    kind: str
    target: str
    is_external: bool
    part: str
    fate: Fate = Fate.KEEP
    meaning: AlterationKind | None = None

    @property
    def name(self) -> str:
        return unquote(self.target).replace("\\", "/").rstrip("/").rpartition("/")[2]


class Relations(Reader):
    """The relationships of one part, each with its fate; `read` gives the part without those taken out."""

    wanted = frozenset({"Relationship"})

    def __init__(self, path: str, body: bytes) -> None:
        super().__init__(body)
        self.source = source_of(path)
        self.found: list[tuple[Relation, Tag, int]] = []

    def end(self, tag: Tag, stop: int) -> None:
        if tag.local != "Relationship":
            return
        target, is_external = tag.get("Target"), tag.get("TargetMode").lower() == "external"
        part = "" if is_external else posixpath.normpath(posixpath.join("/", posixpath.dirname(self.source), target))[1:]
        kind = tag.get("Type").rpartition("/")[2].lower()
        self.found.append((Relation(tag.get("Id"), kind, target, is_external, part), tag, stop))

    def written(self) -> bytes:
        """The part as its relations' fates will have it."""
        for relation, tag, stop in self.found:
            if relation.fate is Fate.DROP:
                self.edits.cut(tag.start, stop)
            elif relation.fate is Fate.RETARGET:
                instead = NO_WORKBOOK if relation.meaning is AlterationKind.WORKBOOKS else NOWHERE
                self.edits.set_attribute(tag, "Target", instead.encode())
        return self.edits.applied() if self.edits.cuts else self.body


def source_of(path: str) -> str:
    """The part whose relationships the part `path` holds."""
    folder, name = posixpath.split(path)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def decide(relations: Iterable[Relation], *, name: str) -> None:
    """Give each relation its fate. Raises `UploadRejected` for what holds the content itself."""
    for relation in relations:
        _refuse(relation, name=name)
        relation.fate, relation.meaning = _fate(relation)


def _fate(relation: Relation) -> tuple[Fate, AlterationKind | None]:
    kind = relation.kind
    if kind in _DROPPED:
        return Fate.DROP, _DROPPED[kind]
    if relation.is_external:
        return _fate_outside(relation)
    lowered = relation.part.lower()
    if kind == "package":
        return (Fate.KEEP, None) if lowered.endswith(OFFICE) else (Fate.DROP, AlterationKind.OBJECTS)
    if lowered.endswith(PROGRAMS):
        return Fate.DROP, AlterationKind.FILES
    if lowered.endswith((".bin", ".ole")) and kind not in _PLAIN_BINARY:
        return Fate.DROP, AlterationKind.OBJECTS
    return Fate.KEEP, None


def _fate_outside(relation: Relation) -> tuple[Fate, AlterationKind | None]:
    if relation.kind == "hyperlink":
        return (Fate.KEEP, None) if is_harmless(relation.target) else (Fate.RETARGET, AlterationKind.FILE_LINKS)
    if relation.kind in _WORKBOOK_PATHS:
        return Fate.RETARGET, AlterationKind.WORKBOOKS
    if relation.kind == "image":
        return Fate.DROP, AlterationKind.LINKED_PICTURES
    return Fate.DROP, AlterationKind.OBJECTS if relation.kind == "package" else AlterationKind.FILE_LINKS


def is_harmless(address: str) -> bool:
    """An address of the web, of mail, of a telephone, or a place in or beside the document; no file, share or script."""
    plain = "".join(letter for letter in address if letter.isprintable()).strip()
    scheme = _SCHEME.match(plain)
    if scheme is None:
        return not plain.startswith(("\\\\", "//"))
    return scheme[1].lower() in _HARMLESS_SCHEMES or ("." in scheme[1] and plain[scheme.end() :][:1].isdigit())


def _refuse(relation: Relation, *, name: str) -> None:
    if relation.kind in _MACROS:
        refuse_macros(name)
    if relation.kind == "afchunk":
        raise UploadRejected(
            _(
                "„%(name)s“ wird erst beim Öffnen aus eingefügten Dateien zusammengesetzt; ihr Text steht noch nicht im "
                "Dokument. Öffnen Sie die Datei in Word, speichern Sie sie und laden Sie sie noch einmal hoch.",
                name=name,
            )
        )
    if relation.kind in ("subdocument", "frame"):
        raise UploadRejected(
            _(
                "„%(name)s“ ist ein Zentraldokument: Teile seines Textes stehen in anderen Dateien (%(part)s). Speichern "
                "Sie es in Word als PDF und laden Sie dieses hoch.",
                name=name,
                part=relation.name,
            )
        )


def refuse_macros(name: str) -> NoReturn:
    """Raises `UploadRejected` with the way to save the file without macros."""
    raise UploadRejected(
        _(
            "„%(name)s“ enthält Makros. Speichern Sie die Datei ohne Makros („Speichern unter“, Dateityp "
            "„Word-Dokument (*.docx)“ oder „Excel-Arbeitsmappe (*.xlsx)“) oder als PDF und laden Sie sie noch einmal hoch.",
            name=name,
        )
    )
