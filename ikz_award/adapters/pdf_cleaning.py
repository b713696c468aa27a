"""Uploaded PDFs without what acts, opens or hides: scripts, actions, embedded files, media, XFA forms.

A PDF in which nothing of the kind is found stays as it is, byte for byte, so that its digital signature stays valid.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf
import pikepdf.sanitize
from pikepdf import Array, Dictionary, Name, Stream

from ikz_award.adapters.rejection import UploadRejected
from ikz_award.domain.wording import message as _

SCRIPTS = "Skripte"
ACTIONS = _("automatische Aktionen")
FILES = _("eingebettete Dateien")
FORMS = _("dynamische Formulare (XFA)")
MEDIA = _("eingebettete Medien")
FOREIGN = _("Daten vor oder hinter dem PDF")

_ACTION_KINDS = {
    "/JavaScript": SCRIPTS,
    "/Launch": ACTIONS,
    "/SubmitForm": ACTIONS,
    "/ImportData": ACTIONS,
    "/GoToR": ACTIONS,
    "/GoToE": ACTIONS,
    "/Rendition": MEDIA,
    "/Movie": MEDIA,
    "/Sound": MEDIA,
    "/RichMediaExecute": MEDIA,
}
_MEDIA_ANNOTATIONS = frozenset({"/RichMedia", "/3D", "/Movie", "/Sound", "/Screen"})
_HARMLESS_LINKS = ("http://", "https://", "mailto:", "tel:", "www.")
MAXIMUM_DEPTH = 60


def clean_pdf(data: bytes, *, name: str) -> tuple[bytes, str]:
    """The cleaned PDF and a German notice of what was removed ("" if nothing). Raises `UploadRejected`."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if pdf.is_encrypted:
                raise _encrypted(name)
            if not len(pdf.pages):
                raise UploadRejected(_("„%(name)s“ hat keine Seiten.", name=name))
            removed = _remove_active_content(pdf)
            if _has_company(data):
                removed.add(FOREIGN)
            if not removed and not pdf.get_warnings():
                return data, ""
            pikepdf.sanitize.Sanitizer().remove_javascript().remove_multimedia().remove_attachments().remove_collection().apply(
                pdf
            )
            target = io.BytesIO()
            pdf.save(target, deterministic_id=True)
            had_signature = "/SigFlags" in pdf.Root.get("/AcroForm", Dictionary())
    except pikepdf.PasswordError:
        raise _encrypted(name) from None
    except UploadRejected:
        raise
    except Exception as error:  # A parser fed with hostile data fails in every way there is.
        raise UploadRejected(_("„%(name)s“ ist beschädigt und lässt sich nicht als PDF lesen.", name=name)) from error
    return target.getvalue(), _notice(removed, had_signature=had_signature)


def _has_company(data: bytes) -> bool:
    """Whether the file is something else besides, such as an archive: more than the PDF from its first to its last mark."""
    ending = data.rstrip(b"\0\r\n\t ")
    return not data.startswith(b"%PDF-") or not ending.endswith(b"%%EOF") or zipfile.is_zipfile(io.BytesIO(data))


def _encrypted(name: str) -> UploadRejected:
    return UploadRejected(
        _(
            "„%(name)s“ ist verschlüsselt oder mit einem Kennwort geschützt. Speichern Sie das PDF ohne Schutz "
            "und laden Sie es noch einmal hoch.",
            name=name,
        )
    )


def _notice(removed: set[str], *, had_signature: bool) -> str:
    if not removed:
        return ""
    notice = _("Aus dem PDF entfernt: %(names)s.", names=", ".join(sorted(removed)))
    return _("%(notice)s Eine digitale Signatur ist damit nicht mehr gültig.", notice=notice) if had_signature else notice


def _remove_active_content(pdf: pikepdf.Pdf) -> set[str]:
    """Remove it from every object of the file, reachable or not; what was found, in German."""
    removed: set[str] = set()
    opening = pdf.Root.get("/OpenAction")
    # Most PDFs only ask for a page or a zoom here.
    if isinstance(opening, Dictionary) and str(opening.get("/S", "")) != "/GoTo":
        removed.add(_ACTION_KINDS.get(str(opening.get("/S", "")), ACTIONS))
        del pdf.Root["/OpenAction"]
    for dictionary in _dictionaries(pdf):
        removed |= _clean(dictionary)
    return removed


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


def _clean(dictionary: Any) -> set[str]:
    """Take the active parts out of one dictionary."""
    removed = set()
    kind = str(dictionary.get("/S", ""))
    if kind in _ACTION_KINDS and _is_action(dictionary):
        removed.add(_ACTION_KINDS[kind])
        _empty(dictionary)
    elif kind == "/URI" and not str(dictionary.get("/URI", "")).strip().lower().startswith(_HARMLESS_LINKS):
        removed.add(ACTIONS)
        _empty(dictionary)
    if str(dictionary.get("/Subtype", "")) in _MEDIA_ANNOTATIONS and "/Rect" in dictionary:
        removed.add(MEDIA)
    for key, meaning in _active_keys(dictionary):
        del dictionary[key]
        removed.add(meaning)
    return removed


def _active_keys(dictionary: Any) -> list[tuple[str, str]]:
    """The keys to remove from a dictionary. By what they hold, too: a font or a picture may bear the same name."""
    found = []
    if "/AA" in dictionary and _holds(dictionary["/AA"], "/S", among_values=True):
        found.append(("/AA", ACTIONS))
    if "/EF" in dictionary and ("/F" in dictionary or "/UF" in dictionary):
        found.append(("/EF", FILES))
    if "/AF" in dictionary and isinstance(dictionary["/AF"], Array):
        found.append(("/AF", FILES))
    if "/XFA" in dictionary and isinstance(dictionary["/XFA"], (Array, Stream)):
        found.append(("/XFA", FORMS))
    for key, meaning in (("/JavaScript", SCRIPTS), ("/EmbeddedFiles", FILES), ("/Renditions", MEDIA)):
        if key in dictionary and (_holds(dictionary[key], "/Names") or _holds(dictionary[key], "/Kids")):
            found.append((key, meaning))
    return found


def _holds(thing: Any, key: str, *, among_values: bool = False) -> bool:
    if not isinstance(thing, Dictionary):
        return False
    if among_values:
        return any(isinstance(thing[name], Dictionary) and key in thing[name] for name in thing.keys())  # noqa: SIM118 - pikepdf
    return key in thing


def _is_action(dictionary: Any) -> bool:
    # /S also names structure types and the like; "/Sound" and "/Movie" are no structure types, "/Launch" neither.
    return str(dictionary.get("/Type", "/Action")) == "/Action"


def _empty(dictionary: Any) -> None:
    """An action without its kind does nothing, whoever refers to it."""
    for key in list(dictionary.keys()):
        if key not in ("/Type", "/Next"):
            del dictionary[key]
    dictionary["/S"] = Name("/Named")
    dictionary["/N"] = Name("/Nothing")
