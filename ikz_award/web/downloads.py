"""The one door for files: what people uploaded and what was made for them, handed out under our own media type.

As downloads; pictures and PDFs also to look at.
"""

from pathlib import Path

from flask import Response, current_app, g
from werkzeug.http import dump_options_header
from werkzeug.urls import iri_to_uri

from ikz_award.adapters.files import FileMissing, FileStore
from ikz_award.adapters.uploads.malware import Scan, scanner
from ikz_award.domain.words.errors import NotFound
from ikz_award.services.entries.attachments.attachments import Download

PDF = "application/pdf"
SHOWN = frozenset({PDF, "image/jpeg", "image/png"})
SANDBOXED = "sandbox; default-src 'none'"
PDF_ALONE = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'"


def file_store() -> FileStore:
    """The store of uploads of this application."""
    return FileStore(Path(current_app.instance_path) / "uploads")


def malware_scan() -> Scan | None:
    """The scanner of this installation, if there is one."""
    return scanner(current_app.config["MALWARE_SCANNER"])


def attachment_response(download: Download) -> Response:
    """The file as a download; no browser may guess another type or run it."""
    return _response(download, disposition="attachment", policy=SANDBOXED)


def viewing_response(download: Download) -> Response:
    """A picture or PDF to look at in the browser; anything else as a download.

    The sandbox would keep browsers' own PDF viewers from opening. A PDF of ours holds no script (pdf_cleaning), cannot be
    guessed to be anything else, and may load nothing.
    """
    if download.media_type not in SHOWN:
        return attachment_response(download)
    policy = PDF_ALONE if download.media_type == PDF else SANDBOXED
    return _response(download, disposition="inline", policy=policy)


def stored_file(sha256: str, filename: str, media_type: str = PDF, *, is_shown: bool = False) -> Response:
    """A file of the store, to take along or to look at. Raises `NotFound` where it is gone."""
    try:
        data = file_store().get(sha256)
    except FileMissing:
        raise NotFound from None
    download = Download(filename=filename, media_type=media_type, data=data)
    return viewing_response(download) if is_shown else attachment_response(download)


def _response(download: Download, *, disposition: str, policy: str) -> Response:
    response = Response(download.data, mimetype=download.media_type)
    ascii_name = download.filename.encode("ascii", "replace").decode().replace("?", "_")
    named = dump_options_header(disposition, {"filename": ascii_name})
    encoded = iri_to_uri(download.filename).replace("'", "%27").replace(",", "%2C").replace(";", "%3B")
    response.headers["Content-Disposition"] = f"{named}; filename*=UTF-8''{encoded}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    g.file_policy = policy
    return response
