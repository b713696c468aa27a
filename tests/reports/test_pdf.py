"""The renderer on small documents: what it refuses, and what it hears."""

import html
import io
import socketserver
import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pikepdf
import pytest

from ikz_award.reports import bundle
from ikz_award.reports.glyphs import font_glyphs
from ikz_award.reports.pdf import EmbeddedFile, Hearing, PageLimitError, RenderError, render_pdf

DOCUMENT = '<!doctype html><html lang="de"><head><title>T</title>{head}</head><body><p>Text</p>{body}</body></html>'


def document(body: str = "", head: str = "") -> str:
    return DOCUMENT.format(head=head, body=body)


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """An HTTP server that notes whoever connects: its address, and the notes."""
    heard: list[bytes] = []

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            heard.append(self.request.recv(100))
            self.request.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/css\r\n\r\n")

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/x", heard
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "FILE:///etc/hostname",
        "http://127.0.0.1/x",
        "data:text/css,p{}",
        "bundle:reports/../report.css",
        "bundle:reports//etc/hostname",
        "bundle:reports/%2e%2e/report.css",
        "bundle:fonts/../../kern.min.css",
        "bundle:fonts/fira-sans.scss",
        "bundle:reports/nothing.css",
        "bundle:",
        "bundle:templates/base.html",
        "Bundle:reports/report.css",
    ],
)
def test_the_bundle_is_closed(url: str) -> None:
    with pytest.raises(bundle.NotBundledError):
        bundle.read_bundled(url)


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="{url}" alt="x">',
        '<link rel="stylesheet" href="{url}">',
        '<style>@import url("{url}");</style>',
        '<style>p {{ background: url("{url}") }}</style>',
        '<style>@font-face {{ font-family: x; src: url("{url}") }} p {{ font-family: x }}</style>',
        '<svg width="9" height="9"><title>x</title><image href="{url}" width="9" height="9"/></svg>',
        '<link rel="attachment" href="{url}">',
    ],
)
def test_nothing_is_fetched_from_files_or_the_network(markup: str, listener: tuple[str, list[bytes]]) -> None:
    address, heard = listener
    for url in (address, "file:///etc/hostname"):
        with pytest.raises(RenderError):
            render_pdf(html=document(markup.format(url=url)), title="T")
    assert heard == []


def test_warnings_fail_where_nobody_records_them() -> None:
    with pytest.raises(RenderError, match="unknown-property"):
        render_pdf(html=document(head="<style>p { unknown-property: 1 }</style>"), title="T")


def test_warnings_are_recorded_where_somebody_does() -> None:
    warnings: list[str] = []
    content = render_pdf(
        html=document(head="<style>p { unknown-property: 1 }</style>"), title="T", hearing=Hearing(on_warning=warnings.append)
    )
    assert content.startswith(b"%PDF-1.7")
    assert any("unknown-property" in warning for warning in warnings)


def test_a_missing_language_is_refused() -> None:
    with pytest.raises(RenderError, match="lang"):
        render_pdf(html="<!doctype html><title>T</title><p>x", title="T")


def test_pages_are_counted_and_bounded() -> None:
    breaks = '<p style="break-before: page">x</p>' * 3
    heard: list[int] = []
    render_pdf(html=document(breaks), title="T", hearing=Hearing(on_page=heard.append), max_pages=4)
    assert sorted(set(heard)) == [1, 2, 3, 4]
    with pytest.raises(PageLimitError):
        render_pdf(html=document(breaks), title="T", max_pages=3)


def test_characters_from_entities_are_made_printable_too() -> None:
    content = render_pdf(html=document("<p>&#128293;&#xE000;</p>"), title="Titel 🔥")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Titel ▯"


def test_all_glyphs_of_the_font_can_be_printed() -> None:
    """WeasyPrint warns, and so fails here, of each character it has to leave without a glyph or take from another font."""
    characters = "".join(f"<p>x{html.escape(chr(code))}</p>" for code in sorted(font_glyphs()))
    head = '<link rel="stylesheet" href="bundle:reports/report.css">'
    content = render_pdf(html=document(characters, head), title="T")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert {name.split("+")[-1].split("-")[0] for name in fonts} == {"Fira"}, fonts


def test_an_attachment_is_embedded_as_data_with_its_date_in_utc() -> None:
    made = datetime(2022, 3, 21, 9, 30, tzinfo=UTC)
    file = EmbeddedFile(name="werte.json", content=b'{"a": 1}', description="Werte", created_at=made)
    with pikepdf.open(io.BytesIO(render_pdf(html=document(), title="T", attachments=[file]))) as pdf:
        attached = pdf.attachments["werte.json"]
        assert attached.get_file().read_bytes() == b'{"a": 1}'
        assert attached.obj.AFRelationship == "/Data"
        assert str(attached.get_file().obj.Params.CreationDate) == "D:20220321093000Z"
        assert attached.obj.objgen in [each.objgen for each in pdf.Root.AF]
