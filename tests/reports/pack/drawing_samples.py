"""Annotations, transparency, fonts, pictures: what pages are drawn with."""

import io
import struct
import zlib
from typing import Any

from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageDraw

from ikz_award.reports.pdf import render_pdf
from tests.reports.pack.samples import Sheet, field, text


def annotations() -> bytes:
    sheet = Sheet()
    sheet.annotation(
        "Stamp", (150, 300, 270, 340), AP=Dictionary(N=sheet.form(b"1 0 0 RG 4 w 2 2 116 36 re S", (0, 0, 120, 40)))
    )
    quad = Array([30, 340, 200, 340, 30, 320, 200, 320])
    sheet.annotation("Highlight", (30, 320, 200, 340), C=Array([1, 1, 0]), QuadPoints=quad)
    sheet.annotation(
        "FreeText",
        (30, 250, 200, 280),
        Contents=String("Notiz"),
        DA=String("/Helv 12 Tf 1 0 0 rg"),
        AP=Dictionary(N=sheet.form(text("Notiz", 2, 5), (0, 0, 170, 30))),
    )
    sheet.annotation("Square", (30, 200, 100, 240), C=Array([0, 0, 1]), BS=Dictionary(W=2))
    sheet.annotation("Ink", (30, 100, 200, 180), C=Array([0, 0.5, 0]), InkList=Array([Array([30, 100, 100, 180, 200, 120])]))
    sheet.annotation("Text", (240, 200, 260, 220), Contents=String("Kommentar"), Name=Name.Comment)
    sheet.annotation("Stamp", (30, 40, 130, 80), F=2, AP=Dictionary(N=sheet.form(text("UNSICHTBAR", 2, 5), (0, 0, 100, 40))))
    sheet.annotation("Link", (30, 90, 100, 110), A=Dictionary(S=Name.URI, URI=String("https://example.org/")))
    return sheet.done()


def transparency() -> bytes:
    sheet = Sheet()
    sheet.page.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True, K=False)
    group = sheet.form(
        b"1 0 0 rg 30 200 120 120 re f 0 1 0 rg 90 150 120 120 re f", Group=Dictionary(S=Name.Transparency, K=True)
    )
    mask = sheet.form(b"0 g 0 0 300 200 re f 1 g 0 200 300 200 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    sheet.resource("XObject", G=group)
    sheet.resource(
        "ExtGState",
        Half=Dictionary(ca=0.5),
        Multiply=Dictionary(BM=Name.Multiply, ca=0.8),
        Mask=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask)),
    )
    sheet.content += b"0.8 0.8 0 rg 0 180 300 60 re f q /Half gs /G Do Q q /Multiply gs 0 1 1 rg 60 60 150 150 re f Q\n"
    sheet.content += b"q /Mask gs 0 0 0.5 rg 200 100 80 250 re f Q\n"
    return sheet.done()


def shading() -> bytes:
    sheet = Sheet()
    ramp = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1)
    axis = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([30, 0, 270, 0]), Function=ramp)
    sheet.resource("Shading", S=axis)
    tile = sheet.stream(
        b"0 0 1 rg 0 0 5 5 re f",
        Type=Name.Pattern,
        PatternType=1,
        PaintType=1,
        TilingType=1,
        XStep=10,
        YStep=10,
        BBox=Array([0, 0, 10, 10]),
        Resources=Dictionary(),
    )
    sheet.resource("Pattern", P=tile)
    ink = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0.8, 0.9, 0]), N=1)
    sheet.resource("ColorSpace", Ink=Array([Name.Separation, Name("/Volltonrot"), Name.DeviceCMYK, ink]))
    sheet.content += (
        b"q 30 300 240 40 re W n /S sh Q /Pattern cs /P scn 30 200 100 60 re f /Ink cs 0.7 scn 150 200 100 60 re f\n"
    )
    return sheet.done()


def type3() -> bytes:
    sheet = Sheet()
    glyph = sheet.stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    made = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 500, 500]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(sq=glyph),
        Encoding=Dictionary(Differences=Array([65, Name.sq])),
        FirstChar=65,
        LastChar=65,
        Widths=Array([600]),
        Resources=Dictionary(),
    )
    sheet.resource("Font", T=made)
    sheet.content += b"BT /T 40 Tf 30 200 Td (AAA) Tj ET\n"
    return sheet.done()


def other_fonts() -> bytes:
    sheet = Sheet()
    for place, name in enumerate(("Times-Italic", "Courier-Bold", "ArialMT", "Frutiger-Light", "Symbol")):
        sheet.resource("Font", **{f"X{place}": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}"))})
        sheet.content += b"BT /X%d 14 Tf 30 %d Td (Schrift) Tj ET\n" % (place, 320 - 30 * place)
    return sheet.done()


def _scan() -> Image.Image:
    picture = Image.new("L", (200, 160), 255)
    draw = ImageDraw.Draw(picture)
    for place in range(0, 160, 8):
        draw.line((place, 0, 199 - place, 159), fill=place)
    draw.ellipse((40, 40, 160, 120), outline=0, width=5)
    return picture


def _showing(data: bytes, bits: int = 8, space: Any = Name.DeviceGray, **parts: Any) -> bytes:
    sheet = Sheet()
    made = sheet.stream(
        data, Type=Name.XObject, Subtype=Name.Image, Width=200, Height=160, ColorSpace=space, BitsPerComponent=bits, **parts
    )
    sheet.resource("XObject", X=made)
    sheet.content += b"q 200 0 0 160 50 100 cm /X Do Q\n"
    return sheet.done()


def sixteen_bits() -> bytes:
    tones = b"".join(struct.pack(">H", (x * 327 + y * 90) % 65536) for y in range(160) for x in range(200))
    return _showing(zlib.compress(tones), 16, Filter=Name.FlateDecode)


def fax_data() -> bytes:
    target = io.BytesIO()
    _scan().convert("1").save(target, "TIFF", compression="group4", strip_size=1 << 20)
    with Image.open(target) as made:
        place, length = made.tag_v2[273][0], made.tag_v2[279][0]
    return target.getvalue()[place : place + length]


def fax() -> bytes:
    return _showing(
        fax_data(), 1, Filter=Name.CCITTFaxDecode, DecodeParms=Dictionary(K=-1, Columns=200, Rows=160, BlackIs1=False)
    )


def jbig2() -> bytes:
    """A page of one generic region that is coded as a fax is."""
    head = struct.pack(">IBBBI", 0, 48, 0, 1, 19) + struct.pack(">IIIIBH", 200, 160, 0, 0, 0, 0)
    region = struct.pack(">IIIIB", 200, 160, 0, 0, 0) + b"\x01" + fax_data()
    return _showing(head + struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region, 1, Filter=Name.JBIG2Decode)


def jpeg2000() -> bytes:
    target = io.BytesIO()
    _scan().save(target, "JPEG2000")
    return _showing(target.getvalue(), Filter=Name.JPXDecode)


def cmyk() -> bytes:
    target = io.BytesIO()
    _scan().convert("RGB").convert("CMYK").save(target, "JPEG", quality=90)
    return _showing(target.getvalue(), 8, Name.DeviceCMYK, Filter=Name.DCTDecode)


def tagged() -> bytes:
    html = (
        '<!doctype html><html lang="de"><head><title>T</title></head><body><h1>Überschrift</h1><p>Absatz eins.</p>'
        "<table><thead><tr><th>Spalte</th></tr></thead><tbody><tr><td>Zelle</td></tr></tbody></table>"
        '<p><a href="#zwei">Verweis</a></p><p id="zwei" style="break-before: page">Absatz zwei.</p></body></html>'
    )
    return render_pdf(html=html, title="T")


def tagged_form() -> bytes:
    """A field that stands in the tags, beside a paragraph whose role is the document's own."""
    sheet = Sheet()
    sheet.content = b"/Absatz <</MCID 0>> BDC\n" + text("Name:", 30, 360) + b"EMC\n"
    widget = field(sheet, "name", V=String("Kommune Musterstadt"), y=320)
    widget.StructParent, sheet.page.StructParents = 1, 0
    root = sheet.indirect(Type=Name.StructTreeRoot, RoleMap=Dictionary(Absatz=Name.P))
    label = sheet.indirect(Type=Name.StructElem, S=Name.Absatz, P=root, Pg=sheet.page, K=0)
    box = sheet.indirect(Type=Name.StructElem, S=Name.Form, P=root, Pg=sheet.page, K=Dictionary(Type=Name.OBJR, Obj=widget))
    root.K, root.ParentTree = Array([label, box]), Dictionary(Nums=Array([0, Array([label]), 1, box]))
    sheet.pdf.Root.StructTreeRoot, sheet.pdf.Root.MarkInfo = root, Dictionary(Marked=True)
    return sheet.done()


def needs_rendering() -> bytes:
    sheet = Sheet()
    sheet.pdf.Root.NeedsRendering = True
    return sheet.done()
