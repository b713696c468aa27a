"""A file as it came, looked into before anything is written: scanned, checked, cleaned."""

import hashlib
from dataclasses import dataclass

import structlog

from ikz_award.adapters.uploads.malware import Scan, ScannerUnavailable
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.sandbox import clean_safely
from ikz_award.adapters.uploads.uploads import CleanFile, check_frame, clean_filename
from ikz_award.domain.words.errors import Invalid
from ikz_award.domain.words.wording import message as _

log = structlog.get_logger()


@dataclass(frozen=True, kw_only=True)
class Upload:
    """A file as it came: nothing of it is believed."""

    purpose: str
    filename: str
    data: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def cleaned_upload(upload: Upload, *, maximum: int, scan: Scan | None) -> CleanFile:
    """The file fit to be stored: scanned as it came, before anything else looks into it, and then cleaned.

    Raises `Invalid` for the field `file`.
    """
    try:
        check_frame(filename=upload.filename, data=upload.data, maximum=maximum)
        if scan is not None:
            _scanned(upload, scan)
        return clean_safely(filename=upload.filename, data=upload.data, maximum=maximum)
    except UploadRejected as rejection:
        raise Invalid({"file": str(rejection)}) from None


def _scanned(upload: Upload, scan: Scan) -> None:
    name = clean_filename(upload.filename)
    try:
        found = scan(upload.data)
    except ScannerUnavailable as error:
        log.error("scanner unavailable", error=str(error))
        text = _(
            "Die Virenprüfung ist gerade nicht erreichbar; „%(name)s“ wurde nicht angenommen. "
            "Bitte versuchen Sie es in einigen Minuten noch einmal.",
            name=name,
        )
        raise Invalid({"file": text}) from None
    if found is not None:
        log.warning("malware found", name=found)
        text = _(
            "„%(name)s“ wurde von der Virenprüfung beanstandet und nicht angenommen. Bitte verständigen Sie Ihre IT.", name=name
        )
        raise Invalid({"file": text})
