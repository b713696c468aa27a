"""What may be uploaded, and what is left of it: allow-list by extension and content, hostile parts removed or refused.

PDF: locked ones refused, active content and embedded files removed (see pdf_cleaning). JPEG, PNG: encoded anew without metadata
(picture_cleaning). XLSX, DOCX: packed anew, without what runs or reaches out (office_cleaning).
Nothing a person says about a file (its name, its type) is believed.
"""

import hashlib
import unicodedata
from dataclasses import dataclass

from ikz_award.adapters.uploads.file_kinds import (
    ALLOWED,
    MEDIA_TYPES,
    PICTURES,
    actual_type,
    refuse_extension,
    refuse_protected,
)
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.domain.entries.alterations import Alteration
from ikz_award.domain.words.wording import message as _

__all__ = ["ALLOWED", "MEDIA_TYPES", "CleanFile", "check_frame", "clean_filename", "clean_upload"]

MAXIMUM_FILE = 10 * 1024 * 1024
MAXIMUM_ENTRY = 25 * 1024 * 1024
MAXIMUM_NAME = 120
# Neither in a file name on any system, nor in a header.
_NOT_IN_NAMES = frozenset('<>:"|?*/\\')
# Devices on Windows, whatever stands behind the dot.
_RESERVED = frozenset({"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))})


@dataclass(frozen=True, kw_only=True)
class CleanFile:
    """A file fit to be stored.

    `alterations`: what it holds, does or shows no longer; that is told before it is kept. `notice`: in German, what changed
    beside that and alters nothing, "" if nothing did. `preview`: a small JPEG for lists, of a picture or of a PDF's first
    page; of all else nothing.
    """

    filename: str
    media_type: str
    data: bytes
    notice: str = ""
    alterations: tuple[Alteration, ...] = ()
    preview: bytes = b""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def check_frame(*, filename: str, data: bytes, maximum: int) -> str:
    """The extension, if name and size are fit for a look inside. Raises `UploadRejected`."""
    name = clean_filename(filename)
    extension = name.rpartition(".")[2].lower()
    if extension not in MEDIA_TYPES:
        refuse_extension(name, extension)
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
    if extension in ("docx", "xlsx"):
        refuse_protected(data, name=name)
    media_type = actual_type(data, extension=extension, name=name)
    if media_type in PICTURES:
        return _clean_picture(data, name=name, extension=extension)
    if extension == "pdf":
        from ikz_award.adapters.uploads.pdf.cleaning import clean_pdf  # pikepdf is large: only when a PDF comes

        cleaned, notice, alterations = clean_pdf(data, name=name)
    else:
        from ikz_award.adapters.uploads.office.cleaning import clean_office

        cleaned, notice, alterations = clean_office(data, name=name)
    return CleanFile(filename=name, media_type=media_type, data=cleaned, notice=notice, alterations=alterations)


def _clean_picture(data: bytes, *, name: str, extension: str) -> CleanFile:
    from ikz_award.adapters.uploads.picture_cleaning import clean_picture

    picture = clean_picture(data, name=name)
    remarks = list(picture.remarks)
    if MEDIA_TYPES[extension] != picture.media_type:
        ending = "png" if picture.media_type == MEDIA_TYPES["png"] else "jpg"
        name = f"{name[: -len(extension)]}{ending}"
        remarks.append(_("Die Endung des Dateinamens wurde dem Inhalt angepasst (%(kind)s).", kind=ending.upper()))
    return CleanFile(
        filename=name,
        media_type=picture.media_type,
        data=picture.data,
        notice=" ".join(remarks),
        alterations=picture.alterations,
        preview=picture.preview,
    )


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
