"""HTML to PDF/A-3a and PDF/UA-1 at once: the only module that knows WeasyPrint.

WeasyPrint is imported inside the functions, because it is half of the start-up time of a process; web processes never call
them. Rendering belongs into the subprocess of `worker.py`, which bounds time, memory and pages.
"""

import logging
import warnings
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ikz_award.reports.bundle import read_bundled
from ikz_award.reports.glyphs import breakable, font_glyphs, printable

if TYPE_CHECKING:
    import pydyf
    from weasyprint import HTML
    from weasyprint.document import Document
    from weasyprint.urls import URLFetcher

# WeasyPrint writes the identification of PDF/A; that of PDF/UA-1, and the extension schema by which PDF/A allows it
# (ISO 19005-3, 6.6.2.3), stand here.
PDFUA_XMP = (
    b'<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>'
    b'<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    b' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    b'<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    b"<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    b"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    b'<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    b"<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    b"<pdfaProperty:category>internal</pdfaProperty:category>"
    b"<pdfaProperty:description>PDF/UA part number</pdfaProperty:description>"
    b"</rdf:li></rdf:Seq></pdfaSchema:property>"
    b"</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"
)


class RenderError(Exception):
    """The document cannot be made as it is: a warning of the renderer, a resource from outside, too many pages."""


class PageLimitError(RenderError):
    """The layout went beyond the limit."""


@dataclass(frozen=True, kw_only=True)
class EmbeddedFile:
    """A file to embed as data (AFRelationship Data). `created_at` is aware; it is written in UTC."""

    name: str
    content: bytes
    description: str
    created_at: datetime


@dataclass(frozen=True, kw_only=True)
class Hearing:
    """Who hears of a printing while it goes on; see `render_pdf`."""

    on_page: Callable[[int], None] | None = None
    on_laid_out: Callable[[], None] | None = None
    on_warning: Callable[[str], None] | None = None


def render_pdf(
    *,
    html: str,
    title: str,
    attachments: Sequence[EmbeddedFile] = (),
    max_pages: int = 2_000,
    hearing: Hearing | None = None,
) -> bytes:
    """`html` (with `lang`, stylesheets under `bundle:reports/`) as the bytes of a tagged PDF; equal input gives equal bytes.

    Of `hearing`, `on_page` hears each page's number when its layout begins, from 1; pages may come again when references move;
    `on_laid_out` is called before the file is written, which takes about a quarter of the time.
    Warnings of WeasyPrint go to `on_warning`; without it the first one raises `RenderError`, as do a resource outside the
    bundle; page `max_pages` + 1 raises `PageLimitError`.
    """
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError

    heard = hearing or Hearing()

    def watch_page(number: int) -> None:
        if number > max_pages:
            raise PageLimitError(f"more than {max_pages} pages")
        if heard.on_page:
            heard.on_page(number)

    with _heard(on_page=watch_page, on_warning=heard.on_warning or _refuse_warning):
        try:
            source = HTML(string=html, url_fetcher=_fetcher())
            _make_printable(source)
            document = source.render()
            if heard.on_laid_out:
                heard.on_laid_out()
            document.metadata.title = printable(title, font_glyphs())
            return _write(document, attachments)
        except FatalURLFetchingError as error:
            raise RenderError(str(error.__cause__ or error)) from error


def _write(document: "Document", attachments: Sequence[EmbeddedFile]) -> bytes:
    from weasyprint import Attachment

    files = [
        Attachment(
            string=file.content,
            name=file.name,
            description=file.description,
            created=file.created_at.astimezone(UTC),
            modified=file.created_at.astimezone(UTC),
            relationship="Data",
        )
        for file in attachments
    ]
    with warnings.catch_warnings():
        # WeasyPrint leaves the closing of its colour profile to the garbage collector.
        warnings.filterwarnings("ignore", message="unclosed file .*sRGB2014", category=ResourceWarning)
        return document.write_pdf(finisher=_finish, pdf_variant="pdf/a-3a", attachments=files)


@lru_cache(maxsize=8)
def sfnt(url: str) -> bytes:
    """A bundled WOFF2 font, unpacked: fontTools needs 0.7 s for each, so a process does it once."""
    from fontTools.ttLib import woff2

    unpacked = BytesIO()
    woff2.decompress(BytesIO(read_bundled(url)[0]), unpacked)
    return unpacked.getvalue()


def _fetcher() -> "URLFetcher":
    """A fetcher that reads the bundle and stops the rendering at any other address."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class BundleFetcher(URLFetcher):
        def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
            content, media_type = read_bundled(url)
            if media_type == "font/woff2":
                content, media_type = sfnt(url), "font/ttf"
            return URLFetcherResponse(url, content, {"Content-Type": media_type})

    return BundleFetcher(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)


def _make_printable(source: "HTML") -> None:
    """Replace, in every text of the parsed document, what the font has no glyph for, and part words without end."""
    glyphs = font_glyphs()
    for element in source.etree_element.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text:
            element.text = breakable(printable(element.text, glyphs))
        if element.tail:
            element.tail = breakable(printable(element.tail, glyphs))
        for name, value in element.attrib.items():
            element.attrib[name] = printable(value, glyphs)


def _finish(document: "Document", pdf: "pydyf.PDF") -> None:
    """Add what WeasyPrint leaves out for PDF/UA-1: its identification, and the scope of header cells."""
    metadata = _resolve(pdf, pdf.catalog["Metadata"])
    metadata.stream = [part.replace(b"</rdf:RDF>", PDFUA_XMP) for part in metadata.stream]
    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/TH":
            element["A"]["Scope"] = "/Column" if _is_in_head(pdf, element) else "/Row"


def _is_in_head(pdf: "pydyf.PDF", cell: Any) -> bool:
    element = cell
    while (structure := element.get("S")) != "/Table":
        if structure == "/THead":
            return True
        element = _resolve(pdf, element["P"])
    return False


def _resolve(pdf: "pydyf.PDF", reference: bytes) -> Any:
    """The object behind a reference such as `b"12 0 R"`."""
    return pdf.objects[int(reference.split()[0])]


def _refuse_warning(message: str) -> None:
    raise RenderError(f"WeasyPrint warns: {message}")


class _Listener(logging.Handler):
    """Hands log records over at once. What `hear` raises ends the rendering, unlike in ordinary handlers."""

    def __init__(self, hear: Callable[[logging.LogRecord], None], level: int) -> None:
        super().__init__(level)
        self._hear = hear

    def emit(self, record: logging.LogRecord) -> None:
        self._hear(record)


@contextmanager
def _heard(*, on_page: Callable[[int], None], on_warning: Callable[[str], None]) -> Generator[None]:
    """Listen to WeasyPrint's two loggers, the only ways it tells of warnings and of progress."""

    def hear_progress(record: logging.LogRecord) -> None:
        if record.msg.endswith("Creating layout - Page %d") and isinstance(record.args, tuple):
            on_page(int(str(record.args[0])))

    messages = logging.getLogger("weasyprint")
    progress = logging.getLogger("weasyprint.progress")
    listeners = (
        (messages, _Listener(lambda record: on_warning(record.getMessage()), logging.WARNING)),
        (progress, _Listener(hear_progress, logging.INFO)),
    )
    levels = [(logger, logger.level, logger.propagate) for logger in (messages, progress)]
    progress.setLevel(logging.INFO)
    progress.propagate = False
    messages.propagate = False
    for logger, listener in listeners:
        logger.addHandler(listener)
    try:
        yield
    finally:
        for logger, listener in listeners:
            logger.removeHandler(listener)
        for logger, level, propagate in levels:
            logger.setLevel(level)
            logger.propagate = propagate
