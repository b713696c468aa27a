"""Which kinds of files may be uploaded, how they are told apart by content, and what to do with those that may not."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import NoReturn

from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.words.wording import message as _

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ALLOWED = _("PDF, JPEG, PNG, XLSX oder DOCX")
PICTURES = frozenset({"image/jpeg", "image/png"})
# Viewers look for the beginning of a PDF in so many bytes; mail gateways and printer queues put lines in front.
PDF_WITHIN = 1024
_GERMAN = {
    "pdf": _("kein PDF"),
    "jpg": _("kein JPEG-Bild"),
    "jpeg": _("kein JPEG-Bild"),
    "png": _("kein PNG-Bild"),
    "xlsx": _("keine Excel-Datei"),
    "docx": _("keine Word-Datei"),
}
# SharePoint and its like number the main part.
_MAIN_PARTS = {
    "docx": re.compile(r"word/document\d*\.xml", re.IGNORECASE),
    "xlsx": re.compile(r"xl/workbook\d*\.xml", re.IGNORECASE),
}
_AS_WORD = _("Öffnen Sie die Datei, wählen Sie „Speichern unter“ und dort „Word-Dokument (*.docx)“ oder PDF.")
_AS_EXCEL = _("Öffnen Sie die Datei, wählen Sie „Speichern unter“ und dort „Excel-Arbeitsmappe (*.xlsx)“ oder PDF.")
_AS_PDF = _("Öffnen Sie die Datei und speichern oder drucken Sie sie als PDF.")
_AS_PICTURE = _("Speichern Sie das Bild als JPEG oder PNG.")
_UNPACKED = _("Entpacken Sie das Archiv und laden Sie die Dateien einzeln hoch.")
_PHONE = _(
    "Senden Sie das Foto vom Telefon als JPEG (auf dem iPhone: Einstellungen, Kamera, Formate, „Maximale Kompatibilität“) "
    "oder öffnen Sie es am Rechner und speichern Sie es als JPEG."
)
_SIGNED_MAIL = _("Laden Sie den Inhalt der Nachricht als PDF hoch und ihre Anhänge einzeln.")
_ADVICE: Mapping[str, str] = {
    **dict.fromkeys(("doc", "docm", "dot", "dotx", "dotm", "odt", "rtf", "wps"), _AS_WORD),
    **dict.fromkeys(("xls", "xlsm", "xlsb", "xlt", "xltx", "xltm", "ods", "csv"), _AS_EXCEL),
    **dict.fromkeys(("ppt", "pptx", "pptm", "pps", "ppsx", "odp", "odg", "vsd", "vsdx", "pub"), _AS_PDF),
    **dict.fromkeys(("pages", "numbers", "key"), _AS_PDF),
    **dict.fromkeys(("txt", "htm", "html", "mht", "mhtml", "xps", "oxps", "dwg", "dxf"), _AS_PDF),
    **dict.fromkeys(("svg", "eps", "ai", "tif", "tiff"), _AS_PDF),
    **dict.fromkeys(("gif", "bmp", "webp", "jp2", "jfif", "jpe", "avif", "psd", "raw", "dng"), _AS_PICTURE),
    **dict.fromkeys(("heic", "heif"), _PHONE),
    **dict.fromkeys(("zip", "7z", "rar", "tar", "gz", "tgz"), _UNPACKED),
    **dict.fromkeys(("eml", "msg", "p7m", "oft"), _SIGNED_MAIL),
}  # fmt: skip


def refuse_extension(name: str, extension: str) -> NoReturn:
    """Say which kinds are possible, and how to come from this one to one of them."""
    words = _("„%(name)s“ hat keinen zugelassenen Dateityp. Möglich sind %(allowed)s.", name=name, allowed=ALLOWED)
    advice = _ADVICE.get(extension)
    raise UploadRejected(_("%(words)s %(advice)s", words=words, advice=advice) if advice else words)


def actual_type(data: bytes, *, extension: str, name: str) -> str:
    """The media type by content. Raises `UploadRejected`, by its true name, where it is not what the name says.

    Cameras, browsers and messengers name pictures wrongly, and every viewer shows them all the same: so do we.
    """
    found, wanted = _kind_of(data), MEDIA_TYPES[extension]
    if found == wanted or (found in PICTURES and wanted in PICTURES):
        return found
    words = _("„%(name)s“ ist dem Inhalt nach %(german)s.", name=name, german=_GERMAN[extension])
    truth = _true_name(data) or _("Öffnen Sie sie in dem Programm, aus dem sie stammt, und speichern Sie sie dort neu.")
    raise UploadRejected(_("%(words)s %(truth)s", words=words, truth=truth))


def refuse_protected(data: bytes, *, name: str) -> None:
    """A Word or Excel file with a password lies in a container of another kind, which no office file without one has."""
    streams = compound_streams(data)
    if "EncryptedPackage" not in streams:
        return
    if any("DRM" in one for one in streams):
        raise UploadRejected(
            _(
                "„%(name)s“ ist durch eine Vertraulichkeitsstufe oder Rechteverwaltung geschützt. Heben Sie den Schutz in Word "
                "oder Excel auf (Datei, Informationen, Dokument schützen, Zugriff einschränken) oder speichern Sie ein PDF.",
                name=name,
            )
        )
    raise UploadRejected(
        _(
            "„%(name)s“ ist mit Kennwort geschützt. Öffnen Sie die Datei, entfernen Sie das Kennwort (Datei, Informationen, "
            "Dokument oder Arbeitsmappe schützen, Mit Kennwort verschlüsseln), speichern Sie sie und laden Sie sie noch "
            "einmal hoch.",
            name=name,
        )
    )


def dynamic_form(name: str) -> UploadRejected:
    """Its only page says „Bitte warten …“."""
    return UploadRejected(
        _(
            "„%(name)s“ ist ein dynamisches Formular (XFA), dessen Inhalt nur Adobe Reader zeigt; andere sehen „Bitte "
            "warten …“. "
            "Öffnen Sie es in Adobe Reader, lassen Sie es als normales PDF drucken (Drucken, „Microsoft Print to PDF“) und "
            "laden Sie dieses PDF hoch.",
            name=name,
        )
    )


def pdf_start(data: bytes) -> int:
    """Where the PDF begins; -1: nowhere near the beginning."""
    return data.find(b"%PDF-", 0, PDF_WITHIN)


def office_kind(names: set[str]) -> str | None:
    """The extension that fits the parts of an office file."""
    if not any(name.lower() == "[content_types].xml" for name in names):
        return None
    found = [kind for kind, pattern in _MAIN_PARTS.items() if any(pattern.fullmatch(name) for name in names)]
    return found[0] if len(found) == 1 else None


def compound_streams(data: bytes) -> set[str]:
    """The names in the directory of an OLE container; none for any other file."""
    if not data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return set()
    found = set()
    # Entries of 128 bytes, each beginning with its name, filled up with zeros.
    for start in range(512, len(data) - 127, 128):
        name = data[start : start + 64].decode("utf-16-le", "replace").rstrip("\0")
        if len(name) > 2 and "\0" not in name:
            found.add(name.lstrip("\x01\x02\x03\x04\x05\x06\t"))
    return found


def _kind_of(data: bytes) -> str | None:
    """The media type by content, None for what is not in the list."""
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                kind = office_kind({name.replace("\\", "/") for name in archive.namelist()})
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return None
        return MEDIA_TYPES[kind] if kind else None
    if data.startswith(b"\xff\xd8\xff"):
        return MEDIA_TYPES["jpg"]
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return MEDIA_TYPES["png"]
    return MEDIA_TYPES["pdf"] if pdf_start(data) >= 0 else None


def _true_name(data: bytes) -> str:
    """What the file is instead, and what to do; "" where nobody could tell."""
    streams = compound_streams(data)
    if "WordDocument" in streams:
        return _("Es ist eine Word-Datei im alten Format (.doc). %(advice)s", advice=_AS_WORD)
    if streams & {"Workbook", "Book"}:
        return _("Es ist eine Excel-Datei im alten Format (.xls). %(advice)s", advice=_AS_EXCEL)
    if any(one.startswith("__substg1.0") for one in streams):
        return _("Es ist eine E-Mail aus Outlook. %(advice)s", advice=_SIGNED_MAIL)
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis"):
        return _("Es ist ein Foto im Format HEIC. %(advice)s", advice=_PHONE)
    if data.startswith((b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")):
        return _("Es ist ein Bild in einem anderen Format. %(advice)s", advice=_AS_PICTURE)
    if data.startswith(b"{\\rtf"):
        return _("Es ist ein Text im Format RTF. %(advice)s", advice=_AS_WORD)
    if data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        return _("Es ist eine Internetseite, zum Beispiel die Fehlermeldung eines Downloads. %(advice)s", advice=_AS_PDF)
    if data.startswith(b"PK"):
        return _archive_name(data)
    fitting = {MEDIA_TYPES["pdf"]: "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}.get(_kind_of(data) or "")
    return _("Es ist ein %(kind)s; ändern Sie die Endung des Dateinamens.", kind=fitting) if fitting else ""


def _archive_name(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mime = archive.read("mimetype")[:80] if "mimetype" in names else b""
    except Exception:  # An archive that cannot be read has no better name.
        return ""
    if b"opendocument" in mime:
        return _("Es ist eine Datei aus LibreOffice oder OpenOffice. Speichern Sie sie als DOCX, XLSX oder PDF.")
    kind = office_kind(names)
    if kind is None:
        return _UNPACKED if names and "[Content_Types].xml" not in names else ""
    words = {"docx": _("eine Word-Datei"), "xlsx": _("eine Excel-Datei")}[kind]
    return _("Es ist %(words)s; ändern Sie die Endung des Dateinamens.", words=words)
