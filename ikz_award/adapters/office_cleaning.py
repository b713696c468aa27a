"""Word and Excel files written anew, part by part: what runs, reaches out or hides is refused with a reason.

Nothing here builds a tree or follows a reference: each XML part goes through expat once, which stops at a document type
declaration, so that no entity is ever defined.
"""

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from ikz_award.adapters.rejection import UploadRejected
from ikz_award.domain.wording import message as _

MAXIMUM_UNPACKED = 200 * 1024 * 1024
MAXIMUM_PARTS = 5_000
MAXIMUM_NESTING = 2
# When Word writes a file, parts carry this date, too.
DATE = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED = 0x1
_PROGRAMS = (
    *(".exe", ".dll", ".com", ".scr", ".msi", ".jar", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf"),
    *(".hta", ".html", ".htm", ".mht", ".mhtml", ".rtf", ".lnk", ".swf", ".class", ".xlm"),
)  # fmt: skip
_OFFICE = (".docx", ".xlsx")
# Kinds of relationships that bring foreign or active content along.
_ACTIVE_RELATIONS = (
    "oleobject",
    "control",
    "vbaproject",
    "attachedtemplate",
    "externallink",
    "afchunk",
    "frame",
    "subdocument",
)
_ACTIVE_TYPES = ("macroenabled", "vbaproject", "activex", "oleobject", "ms-excel.sheet.binary")
_FIELDS = re.compile(r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b", re.IGNORECASE)
_DDE_FORMULA = re.compile(r"\w\s*\|[^!]*!")


@dataclass
class _Seen:
    """What one XML part holds, as far as it matters."""

    relations: list[dict[str, str]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    formulas: list[str] = field(default_factory=list)
    elements: set[str] = field(default_factory=set)


class _Declares(Exception):  # noqa: N818
    """The part declares a document type."""


def clean_office(data: bytes, *, name: str, depth: int = 0) -> tuple[bytes, str]:
    """The file with its parts alone (nothing before, between, behind), and a German notice. Raises `UploadRejected`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_frame(parts, name=name)
            notice = _("Ein Kommentar im Inneren der Datei wurde entfernt.") if archive.comment else ""
            return _written_anew(archive, parts, name=name, depth=depth), notice
    except UploadRejected:
        raise
    except Exception as error:  # A parser fed with hostile data fails in every way there is.
        raise UploadRejected(
            _("„%(name)s“ ist beschädigt oder verschlüsselt und wurde nicht angenommen.", name=name)
        ) from error


def _check_frame(parts: list[zipfile.ZipInfo], *, name: str) -> None:
    if len(parts) > MAXIMUM_PARTS or sum(part.file_size for part in parts) > MAXIMUM_UNPACKED:
        raise UploadRejected(_("„%(name)s“ ist ausgepackt zu groß und wurde nicht angenommen.", name=name))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UploadRejected(
            _(
                "„%(name)s“ ist verschlüsselt. Speichern Sie die Datei ohne Kennwort und laden Sie sie noch einmal hoch.",
                name=name,
            )
        )
    names = [part.filename.lower() for part in parts]
    if len(set(names)) != len(names) or any(not _is_plain(part.orig_filename) for part in parts):
        raise UploadRejected(
            _("„%(name)s“ ist innen nicht wie eine Office-Datei aufgebaut und wurde nicht angenommen.", name=name)
        )
    if any("vbaproject" in part or "/activex/" in part or "/macrosheets/" in part for part in names):
        _refuse_macros(name)
    if any(part.endswith(_PROGRAMS) or _is_foreign_binary(part) for part in names):
        raise UploadRejected(
            _("„%(name)s“ enthält eingebettete Dateien. Speichern Sie die Datei ohne diese oder als PDF.", name=name)
        )


def _is_plain(path: str) -> bool:
    """A relative path without tricks."""
    is_path = path.isprintable() and "\\" not in path and ":" not in path and not path.startswith("/")
    return is_path and ".." not in path.split("/") and posixpath.normpath(path) == path.rstrip("/")


def _is_foreign_binary(part: str) -> bool:
    """Printer settings are the only binary part that Office itself adds to a harmless file."""
    if "/embeddings/" in part:
        return not part.endswith(_OFFICE)
    return part.endswith((".bin", ".ole")) and "/printersettings/" not in part


def _refuse_macros(name: str) -> NoReturn:
    raise UploadRejected(
        _(
            "„%(name)s“ enthält Makros. Speichern Sie die Datei ohne Makros oder als PDF und laden Sie sie noch einmal hoch.",
            name=name,
        )
    )


def _written_anew(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], *, name: str, depth: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fresh:
        for part in parts:
            if part.is_dir():
                continue
            body = archive.read(part)
            fresh.writestr(zipfile.ZipInfo(part.filename, DATE), _checked_part(part.filename, body, name=name, depth=depth))
    return target.getvalue()


def _checked_part(path: str, body: bytes, *, name: str, depth: int) -> bytes:
    lowered = path.lower()
    if lowered.endswith(_OFFICE):
        # A chart brings its table along as a file of its own.
        if depth >= MAXIMUM_NESTING:
            raise UploadRejected(_("„%(name)s“ enthält zu tief verschachtelte Dateien und wurde nicht angenommen.", name=name))
        return clean_office(body, name=name, depth=depth + 1)[0]
    if lowered.endswith((".xml", ".rels", ".vml")):
        _check_xml(lowered, body, name=name)
    return body


def _check_xml(path: str, body: bytes, *, name: str) -> None:
    try:
        seen = _look(body)
    except _Declares:
        raise UploadRejected(
            _(
                "„%(name)s“ enthält eine Dokumenttyp-Definition, wie sie Office nie schreibt, und wurde nicht angenommen.",
                name=name,
            )
        ) from None
    if path == "[content_types].xml" and any(kind in body.lower() for kind in (each.encode() for each in _ACTIVE_TYPES)):
        _refuse_macros(name)
    for relation in seen.relations:
        _check_relation(relation, name=name)
    commands = "".join(seen.fields)
    if _FIELDS.search(commands) or any(_DDE_FORMULA.search(each) for each in seen.formulas) or "ddeLink" in seen.elements:
        _refuse_links(name)


def _check_relation(relation: dict[str, str], *, name: str) -> None:
    kind = relation.get("Type", "").rpartition("/")[2].lower()
    target = relation.get("Target", "").strip().lower()
    if kind in _ACTIVE_RELATIONS:
        _refuse_links(name)
    if relation.get("TargetMode", "").lower() == "external" and not (
        kind == "hyperlink" and (target.startswith(("http://", "https://", "mailto:", "tel:")) or ":" not in target[:12])
    ):
        _refuse_links(name)


def _refuse_links(name: str) -> NoReturn:
    raise UploadRejected(
        _(
            "„%(name)s“ holt Inhalte aus anderen Dateien oder Programmen. Lösen Sie diese Verknüpfungen oder "
            "speichern Sie die Datei als PDF, und laden Sie sie noch einmal hoch.",
            name=name,
        )
    )


def _look(body: bytes) -> _Seen:
    """One pass over an XML part. Raises `_Declares`, or expat's error for what is no XML."""
    seen, inside = _Seen(), [""]

    def begin(tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        inside.append(local)
        seen.elements.add(local)
        if local == "Relationship":
            seen.relations.append(attributes)
        seen.fields += [value for key, value in attributes.items() if local == "fldSimple" and key.endswith("instr")]

    def end(tag: str) -> None:
        inside.pop()

    def text(content: str) -> None:
        if inside[-1] == "instrText":
            seen.fields.append(content)
        elif inside[-1] == "f":
            seen.formulas.append(content)

    def declare(*_: object) -> None:
        raise _Declares

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.StartDoctypeDeclHandler = declare
    parser.Parse(body, True)
    return seen
