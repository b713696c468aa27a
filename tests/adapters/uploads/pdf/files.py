"""PDFs as scanners, form servers and offices make them, and with flaws that viewers overlook; all drawn and built here."""

import io
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

PAGE = (300, 400)
FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def pages(*texts: str, change=None, encryption=None) -> bytes:
    """A PDF with a page for each text; `change(pdf)` adds to it."""
    document = pikepdf.new()
    for text in texts:
        document.add_blank_page(page_size=PAGE)
        page = document.pages[-1].obj
        page.Resources = Dictionary(Font=Dictionary(F=FONT))
        page.Contents = document.make_stream(f"BT /F 24 Tf 20 300 Td ({text}) Tj ET".encode())
    if change:
        change(document)
    target = io.BytesIO()
    document.save(target, encryption=encryption or False, deterministic_id=encryption is None)
    return target.getvalue()


def script(document: pikepdf.Pdf) -> Dictionary:
    return document.make_indirect(Dictionary(S=Name.JavaScript, JS=String("app.alert(4711)")))


def with_field(document: pikepdf.Pdf, *, value: str = "Bocholt", xfa: bytes | None = None) -> Dictionary:
    """A filled field on the first page, without a picture of its own; `xfa` beside it."""
    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String("ort"),
        V=String(value),
        Rect=[20, 100, 280, 140],
        F=4,
        DA=String("/F 24 Tf 0 g"),
    )
    field = document.make_indirect(widget)
    document.pages[0].obj.Annots = Array([field])
    form = Dictionary(Fields=Array([field]), DA=String("/F 24 Tf 0 g"), DR=Dictionary(Font=Dictionary(F=FONT)))
    form.NeedAppearances = True
    if xfa is not None:
        form.XFA = document.make_stream(xfa)
    document.Root.AcroForm = form
    return field


def with_layer(document: pikepdf.Pdf) -> None:
    """A black field on the first page that is switched off."""
    layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("Verworfen")))
    document.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    page = document.pages[0].obj
    page.Resources.Properties = Dictionary(L=layer)
    page.Contents = document.make_stream(page.Contents.read_bytes() + b"\n/OC /L BDC 0 g 0 0 300 200 re f EMC")


def signed(*, flaw: bool = False, change=None) -> bytes:
    """With a signature's dictionary at its end, as signing adds it; `flaw`: an entry of the first table is one byte off."""

    def add(document: pikepdf.Pdf) -> None:
        value = Dictionary(
            Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), SubFilter=Name("/ETSI.CAdES.detached"), ByteRange=[0, 10, 20, 30]
        )
        value.Contents = String(b"\x30\x82" + b"\0" * 200)
        field = document.make_indirect(Dictionary(FT=Name.Sig, T=String("Unterschrift"), V=document.make_indirect(value)))
        document.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
        if change:
            change(document)

    data = pages("Beschluss", change=add)
    return with_flaw(data) if flaw else data


def with_flaw(data: bytes) -> bytes:
    """The places of the objects are not where the table says: every viewer finds them all the same, and some warn."""

    def shift(match: re.Match[bytes]) -> bytes:
        return b"%010d" % (int(match[1]) + 1) + b" 00000 n"

    return re.sub(rb"(\d{10}) 00000 n", shift, data)


def with_earlier_version(data: bytes, hidden: bytes) -> bytes:
    """An object that a later version replaced: nobody sees it, unless a viewer puts the file together anew."""
    marker = data.index(b"1 0 obj")
    return data[:marker] + b"99 0 obj\n" + hidden + b"\nendobj\n" + data[marker:]


def portfolio(*, view: str = "/D") -> bytes:
    def change(document: pikepdf.Pdf) -> None:
        document.attachments["Anlage 1.docx"] = b"PK"
        document.Root.Collection = Dictionary(Type=Name.Collection, View=Name(view))

    return pages("Bitte mit Adobe Reader oeffnen", change=change)


def drawn(data: bytes, number: int = 0):
    """The page as an engine of browsers draws it, with its form."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        return document[number].render(scale=1).to_pil().convert("L")


def ink(picture, box) -> int:
    """Dark spots within a box, counted from the top left."""
    return sum(picture.crop(box).histogram()[:128])
