"""Small files for upload tests, good and bad."""

import io
import random
import struct
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image


def pdf(*, change=None, encryption=None) -> bytes:
    """A PDF with one empty page; `change(pdf)` adds to it."""
    document = pikepdf.new()
    document.add_blank_page()
    if change:
        change(document)
    target = io.BytesIO()
    document.save(target, encryption=encryption or False, deterministic_id=encryption is None)
    return target.getvalue()


def pdf_of_size(size: int, *, seed: int) -> bytes:
    """A PDF of about `size` bytes that do not compress."""
    noise = random.Random(seed).randbytes(size)
    return pdf(change=lambda document: document.pages[0].obj.__setitem__("/Contents", document.make_stream(noise)))


def with_script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))


def with_everything(document: pikepdf.Pdf) -> None:
    with_script(document)
    document.attachments["geheim.txt"] = b"geheim"
    document.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch, F=String("cmd.exe")))
    field = document.make_indirect(Dictionary(FT=Name.Tx, T=String("ort"), V=String("Bocholt")))
    document.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=document.make_stream(b"<xdp/>"))
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI=String("file:///etc/passwd"))
    )
    document.pages[0].obj.Annots = Array([link])


def encrypted_pdf(user: str = "geheim") -> bytes:
    return pdf(encryption=pikepdf.Encryption(owner="besitz", user=user))


def photo() -> bytes:
    """A JPEG with a place and a turned camera in its metadata."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010E] = "Rathaus, 51.838 N 6.615 E"
    target = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(target, "JPEG", exif=exif)
    return target.getvalue()


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 100_000)) + chunk(b"IEND", b"")


def xlsx(*, extra: dict[str, bytes] | None = None) -> bytes:
    """The parts by which an Excel file is known, and nothing more."""
    target = io.BytesIO()
    parts = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>", **(extra or {})}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return target.getvalue()


def docx_bomb() -> bytes:
    """A DOCX of 300 KB that unpacks to 300 MB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            for _ in range(300):
                part.write(b"\0" * 1024 * 1024)
    return target.getvalue()


def uncompressed(data: bytes) -> bytes:
    """The PDF with every stream and object readable."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(
            target,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    return data + target.getvalue()
