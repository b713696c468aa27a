"""What is in a PDF beside its pages: found, named, and taken out where it acts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from ikz_award.domain.entries.alterations import Alteration, AlterationKind, alteration, collected

_ACTION_KINDS = {
    "/JavaScript": AlterationKind.SCRIPTS,
    "/Launch": AlterationKind.FILE_LINKS,
    "/SubmitForm": AlterationKind.ACTIONS,
    "/ImportData": AlterationKind.ACTIONS,
    "/GoToR": AlterationKind.FILE_LINKS,
    "/GoToE": AlterationKind.FILE_LINKS,
    "/Rendition": AlterationKind.MEDIA,
    "/Movie": AlterationKind.MEDIA,
    "/Sound": AlterationKind.MEDIA,
    "/RichMediaExecute": AlterationKind.MEDIA,
}
_MEDIA_ANNOTATIONS = frozenset({"/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HARMLESS_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp", "ftps", "urn", "doi", "geo", "sms"})
_RENDERED_BY_ADOBE = re.compile(rb"dynamicRender\s*>\s*required")
MAXIMUM_DEPTH = 60
EMPTIED = "/Nothing"
_SPECIFICATION = ("/F", "/UF", "/DOS", "/Mac", "/Unix", "/FFilter", "/FDecodeParms")


@dataclass
class ActiveParts:
    """What was taken out, with the names it had."""

    found: list[Alteration] = field(default_factory=list)

    def add(self, kind: AlterationKind, *names: str) -> None:
        self.found.append(alteration(kind, names))

    def alterations(self) -> tuple[Alteration, ...]:
        return collected(self.found)


def is_dynamic_form(pdf: pikepdf.Pdf) -> bool:
    """Whether the pages are made by Adobe Reader from a description (XFA), and those in the file only ask to wait."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary) or "/XFA" not in form:
        return False
    fields = form.get("/Fields")
    if pdf.Root.get("/NeedsRendering") is True or not isinstance(fields, Array) or not len(fields):
        return True
    xfa = form["/XFA"]
    packets = [xfa] if isinstance(xfa, Stream) else [one for one in xfa if isinstance(one, Stream)]
    return any(_RENDERED_BY_ADOBE.search(one.read_bytes()) for one in packets)


def is_portfolio(pdf: pikepdf.Pdf) -> bool:
    """Whether it opens as a list of files; a hidden list beside ordinary pages is none."""
    collection = pdf.Root.get("/Collection")
    return isinstance(collection, Dictionary) and str(collection.get("/View", "/D")) != "/H" and bool(embedded_names(pdf))


def embedded_names(pdf: pikepdf.Pdf) -> list[str]:
    """The names of the files embedded in the PDF, as their authors gave them: hostile text, for display only."""
    return [one.filename or key for key, one in pdf.attachments.items()]


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether the PDF holds a digital signature, which cleaning would break. Whether the signature is valid is not asked."""
    return any("/ByteRange" in one and "/Contents" in one for one in _dictionaries(pdf))


def remove_active_parts(pdf: pikepdf.Pdf) -> ActiveParts:
    """Take them out of every object of the file, reachable or not."""
    parts = ActiveParts()
    opening = pdf.Root.get("/OpenAction")
    # Most PDFs only ask for a page or a zoom here.
    if isinstance(opening, Dictionary) and str(opening.get("/S", "")) != "/GoTo":
        parts.add(_ACTION_KINDS.get(str(opening.get("/S", "")), AlterationKind.ACTIONS))
        del pdf.Root["/OpenAction"]
    for dictionary in _dictionaries(pdf):
        _clean(dictionary, parts)
    return parts


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for thing in pdf.objects:
        yield from _inside(thing, depth=0)
    yield from _inside(pdf.trailer, depth=0)


def _inside(thing: Any, *, depth: int) -> Iterator[Any]:
    """The dictionaries in an object, not following references: each object is visited once, by itself."""
    if depth > MAXIMUM_DEPTH:
        raise ValueError("nested too deeply")
    if isinstance(thing, (Dictionary, Stream)):
        yield thing
        children = [thing[key] for key in list(thing.keys()) if key != "/Parent"]
    elif isinstance(thing, Array):
        children = list(thing)
    else:
        return
    for child in children:
        if isinstance(child, (Dictionary, Array, Stream)) and not child.is_indirect:
            yield from _inside(child, depth=depth + 1)


def _clean(dictionary: Any, parts: ActiveParts) -> None:
    """Take the active parts out of one dictionary."""
    kind = str(dictionary.get("/S", ""))
    if kind in _ACTION_KINDS and _is_action(dictionary):
        parts.add(_ACTION_KINDS[kind], *_target(dictionary))
        _empty(dictionary)
    elif kind == "/URI" and not _is_harmless(str(dictionary.get("/URI", ""))):
        parts.add(AlterationKind.FILE_LINKS, _last_part(str(dictionary.get("/URI", ""))))
        _empty(dictionary)
    _clean_annotation(dictionary, parts)
    if "/AA" in dictionary and (actions := _actions(dictionary["/AA"])):
        for one in actions:
            _tell(one, parts)
        del dictionary["/AA"]
    for key, meaning in _active_keys(dictionary):
        parts.add(meaning, *(_file_names(dictionary) if key in ("/EF", "/F") else ()))
        # Of an attachment nothing stays: without its file its name would still be shown.
        for gone in (key, *(_SPECIFICATION if key in ("/EF", "/F") else ())):
            if gone in dictionary:
                del dictionary[gone]


def _clean_annotation(dictionary: Any, parts: ActiveParts) -> None:
    subtype = str(dictionary.get("/Subtype", ""))
    if subtype in _MEDIA_ANNOTATIONS and "/Rect" in dictionary:
        parts.add(AlterationKind.MEDIA)
    if subtype == "/RichMedia" and "/Rect" in dictionary:
        _leave_the_picture(dictionary, "/RichMediaContent", "/RichMediaSettings")
    elif subtype == "/FileAttachment" and "/FS" in dictionary:
        parts.add(AlterationKind.FILES)
        _leave_the_picture(dictionary, "/FS")


def _leave_the_picture(annotation: Any, *keys: str) -> None:
    """Of an annotation that stands for something that is gone, what it draws on the page stays."""
    for key in keys:
        if key in annotation:
            del annotation[key]
    annotation["/Subtype"] = Name.Stamp


def _active_keys(dictionary: Any) -> list[tuple[str, AlterationKind]]:
    """The keys to remove from a dictionary. By what they hold, too: a font or a picture may bear the same name."""
    found = []
    if "/EF" in dictionary and ("/F" in dictionary or "/UF" in dictionary):
        found.append(("/EF", AlterationKind.FILES))
    elif _reaches_out(dictionary):
        found.append(("/F", AlterationKind.FILE_LINKS))
    if "/AF" in dictionary and isinstance(dictionary["/AF"], Array):
        found.append(("/AF", AlterationKind.FILES))
    if "/XFA" in dictionary and isinstance(dictionary["/XFA"], (Array, Stream)):
        found.append(("/XFA", AlterationKind.FORMS))
    if isinstance(dictionary.get("/Ref"), Dictionary) and "/F" in dictionary["/Ref"]:
        # A form XObject that shows a page of another file, with what is drawn here as its stand-in.
        found.append(("/Ref", AlterationKind.FILE_LINKS))
    if isinstance(dictionary.get("/URI"), Dictionary) and "/Base" in dictionary["/URI"]:
        # What addresses without a host are completed with: those that were harmless would lead elsewhere.
        found.append(("/URI", AlterationKind.FILE_LINKS))
    if "/RichMediaContent" in dictionary:
        found.append(("/RichMediaContent", AlterationKind.MEDIA))
    for key, meaning in (
        ("/JavaScript", AlterationKind.SCRIPTS),
        ("/EmbeddedFiles", AlterationKind.FILES),
        ("/Renditions", AlterationKind.MEDIA),
    ):
        tree = dictionary.get(key)
        if isinstance(tree, Dictionary) and ("/Names" in tree or "/Kids" in tree):
            found.append((key, meaning))
    return found


def _reaches_out(dictionary: Any) -> bool:
    """Whether a stream's data lies in another file; or, of an attachment's place, whether the file itself is elsewhere."""
    if isinstance(dictionary, Stream):
        return isinstance(dictionary.get("/F"), (pikepdf.String, Dictionary))
    if str(dictionary.get("/Type", "")) not in ("/Filespec", "/F") or not isinstance(dictionary.get("/F"), pikepdf.String):
        return False
    return str(dictionary.get("/FS", "")) != "/URL" or not _is_harmless(str(dictionary["/F"]))


def _actions(additional: Any) -> list[Any]:
    """The actions in an /AA dictionary; none where it is something else of that name."""
    if not isinstance(additional, Dictionary):
        return []
    values = [additional[name] for name in additional.keys()]  # noqa: SIM118 - pikepdf
    return [one for one in values if isinstance(one, Dictionary) and "/S" in one]


def _tell(action: Any, parts: ActiveParts) -> None:
    """Name an action that runs by itself. One that was met before, and emptied, is told already."""
    kind = str(action["/S"])
    if str(action.get("/N", "")) == EMPTIED:
        return
    if kind != "/JavaScript":
        parts.add(AlterationKind.ACTIONS)
    if kind in _ACTION_KINDS:
        parts.add(_ACTION_KINDS[kind], *_target(action))


def _is_action(dictionary: Any) -> bool:
    # /S also names structure types and the like; "/Sound" and "/Movie" are no structure types, "/Launch" neither.
    return str(dictionary.get("/Type", "/Action")) == "/Action"


def _is_harmless(address: str) -> bool:
    """An address of the web, of mail, of a telephone, or a place relative to the document; no file, share or script."""
    plain = "".join(letter for letter in address if letter.isprintable()).strip()
    scheme = _SCHEME.match(plain)
    if scheme is None:
        return not plain.startswith(("\\\\", "//"))
    # "host:8080/path" has no scheme, and "c:\\…" is none.
    return scheme[1].lower() in _HARMLESS_SCHEMES or ("." in scheme[1] and plain[scheme.end() :][:1].isdigit())


def _target(action: Any) -> tuple[str, ...]:
    """The file an action points to, by its last part."""
    where = action.get("/F")
    names = _file_names(where) if isinstance(where, Dictionary) else (str(where),) if where is not None else ()
    return tuple(_last_part(name) for name in names)


def _file_names(specification: Any) -> tuple[str, ...]:
    for key in ("/UF", "/F"):
        if isinstance(specification.get(key), pikepdf.String):
            return (_last_part(str(specification[key])),)
    return ()


def _last_part(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2]


def _empty(dictionary: Any) -> None:
    """An action without its kind does nothing, whoever refers to it."""
    for key in list(dictionary.keys()):
        if key not in ("/Type", "/Next"):
            del dictionary[key]
    dictionary["/S"] = Name("/Named")
    dictionary["/N"] = Name(EMPTIED)
