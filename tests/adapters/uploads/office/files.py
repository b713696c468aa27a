"""Word and Excel files as offices make them, built here: whole packages with types, relationships and parts that fit."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook, load_workbook

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{WORD}.document.main+xml"

Relation = tuple[str, str, str, str]


def relations(rows: list[Relation]) -> str:
    """id, kind, target, "External" or "" of each."""
    body = "".join(
        f'<Relationship Id="{rid}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}'
        f"{f' TargetMode={quoteattr(mode)}' if mode else ''}/>"
        for rid, kind, target, mode in rows
    )
    return f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}">{body}</Relationships>'


def docx(
    *paragraphs: str,
    links: list[Relation] | None = None,
    settings: str = "",
    settings_links: list[Relation] | None = None,
    parts: dict[str, bytes | str] | None = None,
    main: str = MAIN,
    root: list[Relation] | None = None,
) -> bytes:
    """A document of paragraphs; `links`: its relationships, `parts`: further parts, by path."""
    overrides = {"/word/document.xml": main, "/word/settings.xml": f"{WORD}.settings+xml"}
    files: dict[str, bytes | str] = {
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml", ""), *(root or [])]),
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document {SPACES}><w:body>{"".join(paragraphs)}'
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": relations([("rId1", "settings", "settings.xml", ""), *(links or [])]),
        "word/settings.xml": f"<w:settings {SPACES}>{settings}<w:defaultTabStop w:val='708'/></w:settings>",
        **(parts or {}),
    }
    if settings_links:
        files["word/_rels/settings.xml.rels"] = relations(settings_links)
    rows = "".join(f'<Override PartName="{path}" ContentType="{kind}"/>' for path, kind in overrides.items())
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
            ("bin", "application/vnd.openxmlformats-officedocument.oleObject"), ("png", "image/png"),
        )
    )  # fmt: skip
    return packed({"[Content_Types].xml": f'<Types xmlns="{TYPES}">{defaults}{rows}</Types>', **files})


def packed(files: dict[str, bytes | str], *, level: int = 6) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as made:
        for path, body in files.items():
            made.writestr(path, body)
    return target.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def instruction(*pieces: str) -> str:
    return "".join(f'<w:r><w:instrText xml:space="preserve">{escape(piece)}</w:instrText></w:r>' for piece in pieces)


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(*pieces: str, shows: str = "Ergebnis") -> str:
    """A field as Word writes it: its instruction in pieces, and what it showed last."""
    inner = "".join(piece if piece.startswith("<w:") else instruction(piece) for piece in pieces)
    return f"<w:p>{mark('begin')}{inner}{mark('separate')}<w:r><w:t>{shows}</w:t></w:r>{mark('end')}</w:p>"


def simple_field(text: str, *, shows: str = "Ergebnis") -> str:
    return f"<w:p><w:fldSimple w:instr={quoteattr(text)}><w:r><w:t>{shows}</w:t></w:r></w:fldSimple></w:p>"


def workbook(fill=None) -> bytes:
    """A small budget as openpyxl writes it; `fill(book)` adds to it."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Haushalt"
    for row in range(1, 40):
        sheet.append([f"Produkt {row}", row * 1000, f"=B{row}*2"])
    if fill:
        fill(book)
    target = io.BytesIO()
    book.save(target)
    # As whichever writer of XML is installed writes what is empty.
    parts = parts_of(target.getvalue())
    return packed({path: body.replace(b"<v></v>", b"<v/>").replace(b"<v />", b"<v/>") for path, body in parts.items()})


def changed(data: bytes, changes: dict[str, object]) -> bytes:
    """The package with parts replaced: bytes or text for a new part, a pair of texts to exchange in a part that is there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for path, change in changes.items():
        if isinstance(change, tuple):
            old, new = (one.encode() for one in change)
            if old not in files[path]:
                raise AssertionError(f"{old!r} is not in {path}")
            files[path] = files[path].replace(old, new)
        else:
            files[path] = change
    return packed(files)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if archive.testzip() is not None:
            raise AssertionError("a part is damaged")
        return {name: archive.read(name) for name in archive.namelist()}


def values_of(data: bytes) -> list[list[object]]:
    """What the first sheet shows, read as another program would."""
    return [list(row) for row in load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)]
