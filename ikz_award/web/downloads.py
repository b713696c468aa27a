"""Files that people uploaded, handed out: never shown by the browser in our name, under our own media type."""

from pathlib import Path

from flask import Response, current_app
from werkzeug.http import dump_options_header
from werkzeug.urls import iri_to_uri

from ikz_award.adapters.files import FileStore
from ikz_award.adapters.malware import Scan, scanner
from ikz_award.services.attachments import Download


def file_store() -> FileStore:
    """The store of uploads of this application."""
    return FileStore(Path(current_app.instance_path) / "uploads")


def malware_scan() -> Scan | None:
    """The scanner of this installation, if there is one."""
    return scanner(current_app.config["MALWARE_SCANNER"])


def attachment_response(download: Download) -> Response:
    """The file as a download; no browser may guess another type or run it."""
    response = Response(download.data, mimetype=download.media_type)
    ascii_name = download.filename.encode("ascii", "replace").decode().replace("?", "_")
    disposition = dump_options_header("attachment", {"filename": ascii_name})
    encoded = iri_to_uri(download.filename).replace("'", "%27").replace(",", "%2C").replace(";", "%3B")
    response.headers["Content-Disposition"] = f"{disposition}; filename*=UTF-8''{encoded}"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response
