"""What may be uploaded, and what is left of it: allow-list by extension and content, hostile parts refused or removed.

PDF: encrypted refused, active content and embedded files removed (see pdf_cleaning). JPEG, PNG: re-encoded without metadata.
XLSX, DOCX: written anew, with macros, links or foreign parts refused (see office_cleaning).
Nothing a person says about a file (its name, its type) is believed.
"""

import io
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ikz_award.adapters.rejection import UploadRejected
from ikz_award.domain.wording import message as _

if TYPE_CHECKING:
    from PIL.Image import Image

MAXIMUM_FILE = 10 * 1024 * 1024
MAXIMUM_ENTRY = 25 * 1024 * 1024
MAXIMUM_NAME = 120
# 50 megapixels is more than any camera a town hall owns, and 200 MB when unpacked.
MAXIMUM_PIXELS = 50_000_000
# Twice what a list shows, for fine screens.
PREVIEW_PIXELS = 240

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_GERMAN = {
    "pdf": "PDF",
    "jpg": _("JPEG-Bild"),
    "jpeg": _("JPEG-Bild"),
    "png": _("PNG-Bild"),
    "xlsx": _("Excel-Datei"),
    "docx": _("Word-Datei"),
}
ALLOWED = _("PDF, JPEG, PNG, XLSX oder DOCX")
_MAIN_PART = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
# Neither in a file name on any system, nor in a header.
_NOT_IN_NAMES = frozenset('<>:"|?*/\\')
# Devices on Windows, whatever stands behind the dot.
_RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})


@dataclass(frozen=True, kw_only=True)
class CleanFile:
    """A file fit to be stored. `notice` says in German what was removed from it, "" if nothing was.

    `preview`: a small JPEG for lists, of a picture or of a PDF's first page; of all else nothing.
    """

    filename: str
    media_type: str
    data: bytes
    notice: str = ""
    preview: bytes = b""


def check_frame(*, filename: str, data: bytes, maximum: int) -> str:
    """The extension, if name and size are fit for a look inside. Raises `UploadRejected`."""
    name = clean_filename(filename)
    extension = name.rpartition(".")[2].lower()
    if extension not in MEDIA_TYPES:
        raise UploadRejected(
            _("„%(name)s“ hat keinen zugelassenen Dateityp. Möglich sind %(allowed)s.", name=name, allowed=ALLOWED)
        )
    if not data:
        raise UploadRejected(
            _("„%(name)s“ ist leer (0 Byte). Bitte prüfen Sie die Datei und laden Sie sie noch einmal hoch.", name=name)
        )
    if len(data) > maximum:
        raise UploadRejected(
            _(
                "„%(name)s“ ist zu groß: Eine Datei darf höchstens %(number)s MB haben. Verkleinern Sie zum Beispiel "
                "die enthaltenen Bilder.",
                name=name,
                number=maximum // (1024 * 1024),
            )
        )
    return extension


def clean_upload(*, filename: str, data: bytes, maximum: int = MAXIMUM_FILE) -> CleanFile:
    """The uploaded file, checked and cleaned, in this process (upload_sandbox has one of its own). Raises `UploadRejected`."""
    name = clean_filename(filename)
    extension = check_frame(filename=filename, data=data, maximum=maximum)
    if _kind_of(data) != MEDIA_TYPES[extension]:
        raise UploadRejected(
            _("„%(name)s“ ist dem Inhalt nach keine %(german)s.", name=name, german=_GERMAN[extension])
            if extension in _MAIN_PART
            else _("„%(name)s“ ist dem Inhalt nach kein %(german)s.", name=name, german=_GERMAN[extension])
        )
    preview = b""
    match extension:
        case "pdf":
            from ikz_award.adapters.pdf_cleaning import clean_pdf  # pikepdf is large: only when a PDF comes

            cleaned, notice = clean_pdf(data, name=name)
        case "jpg" | "jpeg" | "png":
            cleaned, notice, preview = _clean_image(data, name=name)
        case _:
            from ikz_award.adapters.office_cleaning import clean_office

            cleaned, notice = clean_office(data, name=name)
    return CleanFile(filename=name, media_type=MEDIA_TYPES[extension], data=cleaned, notice=notice, preview=preview)


def clean_filename(filename: str) -> str:
    """A name to show and to offer for download: no folders, no control or invisible characters, at most 120 characters."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        character
        for character in unicodedata.normalize("NFC", last)
        if unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp") and character not in _NOT_IN_NAMES
    )
    stem, dot, extension = " ".join(kept.split()).rpartition(".")
    if not dot:
        stem, extension = extension, ""
    stem = stem.strip(" .") or _("Datei")
    if stem.partition(".")[0].strip().upper() in _RESERVED:
        stem = _("Datei %(name)s", name=stem)
    extension = extension.strip()[:10]
    ending = f".{extension}" if extension else ""
    return stem[: MAXIMUM_NAME - len(ending)] + ending


def _kind_of(data: bytes) -> str | None:
    """The media type by content, None for what is not in the list."""
    import filetype

    guess = filetype.guess(data)
    mime = guess.mime if guess else None
    # Office files are told apart by the part they must hold; the order of parts in the archive differs by program.
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = set(archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            return None
        found = [kind for kind, part in _MAIN_PART.items() if part in names and "[Content_Types].xml" in names]
        return MEDIA_TYPES[found[0]] if len(found) == 1 else None
    return mime if mime in MEDIA_TYPES.values() else None


def _clean_image(data: bytes, *, name: str) -> tuple[bytes, str, bytes]:
    """The picture alone, encoded anew: no place, no camera, no hidden parts. And it once more, small."""
    from PIL import Image, ImageOps

    target = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
                if image.width * image.height > MAXIMUM_PIXELS:
                    raise Image.DecompressionBombError
                kind = image.format
                had_metadata = bool(image.getexif() or image.info.keys() & {"xmp", "comment", "XML:com.adobe.xmp", "photoshop"})
                # Cameras turn the picture by a note in the metadata; the note goes, so the picture is turned.
                upright = ImageOps.exif_transpose(image)
                plain = upright.convert(_mode_for(upright.mode, kind))
                plain.info.clear()
                plain.save(target, format=kind, **({"quality": 90} if kind == "JPEG" else {}))
                preview = small_picture(plain)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UploadRejected(
            _("„%(name)s“ hat zu viele Bildpunkte. Ein Bild darf höchstens 50 Megapixel haben.", name=name)
        ) from None
    except Exception as error:  # Decoders of hostile data fail in every way there is.
        raise UploadRejected(_("„%(name)s“ ist beschädigt und lässt sich nicht als Bild lesen.", name=name)) from error
    notice = _("Metadaten des Bildes (zum Beispiel der Aufnahmeort) wurden entfernt.") if had_metadata else ""
    return target.getvalue(), notice, preview


def small_picture(image: "Image") -> bytes:
    """A JPEG for lists; what is transparent becomes white."""
    from PIL import Image as Pictures

    # First by whole steps: a copy of 50 megapixels with transparency would not fit into the bounds.
    small = image.reduce(max(1, min(image.size) // PREVIEW_PIXELS))
    small.thumbnail((PREVIEW_PIXELS, PREVIEW_PIXELS))
    if small.mode == "RGBA":
        white = Pictures.new("RGBA", small.size, "white")
        small = Pictures.alpha_composite(white, small)
    target = io.BytesIO()
    small.convert("L" if small.mode == "L" else "RGB").save(target, format="JPEG", quality=80)
    return target.getvalue()


def _mode_for(mode: str, kind: str | None) -> str:
    has_transparency = kind == "PNG" and mode in ("RGBA", "LA", "P", "PA")
    return "RGBA" if has_transparency else "L" if mode in ("1", "L") else "RGB"
