"""PDFs of every kind that lies outside a page's plain content, made here: layers, fields, boxes, annotations, colours."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Make = Callable[[], bytes]
SIZE = (300, 400)
LONG = "Erste Zeile, die umbricht, weil sie nicht passt\rZweite Zeile"


class Sheet:
    """A one-page PDF under construction; text is set in a font that is not embedded."""

    def __init__(self, size: tuple[float, float] = SIZE) -> None:
        self.pdf = pikepdf.new()
        self.pdf.add_blank_page(page_size=size)
        self.page: Any = self.pdf.pages[0].obj
        self.font = self.indirect(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        self.page.Resources = Dictionary(Font=Dictionary(F=self.font))
        self.content = text("Sichtbarer Text", 30, 360)
        self.page.Annots = Array()

    def indirect(self, **parts: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(**parts))

    def stream(self, content: bytes, **parts: Any) -> Any:
        return self.pdf.make_stream(content, **parts)

    def resource(self, kind: str, **parts: Any) -> None:
        known = self.page.Resources.get(f"/{kind}", Dictionary())
        for key, value in parts.items():
            known[f"/{key}"] = value
        self.page.Resources[f"/{kind}"] = known

    def form(self, content: bytes, box: tuple[float, ...] = (0, 0, *SIZE), **parts: Any) -> Any:
        return self.stream(
            content,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array(box),
            Resources=Dictionary(Font=Dictionary(F=self.font)),
            **parts,
        )

    def annotation(self, subtype: str, rectangle: tuple[float, ...], **parts: Any) -> Any:
        made = self.indirect(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=Array(rectangle), **{"F": 4, **parts})
        self.page.Annots.append(made)
        return made

    def layer(self, name: str, **parts: Any) -> Any:
        made = self.indirect(Type=Name.OCG, Name=String(name), **parts)
        properties = self.pdf.Root.get(Name.OCProperties)
        if properties is None:
            properties = self.pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(Order=Array(), OFF=Array()))
        properties.OCGs.append(made)
        properties.D.Order.append(made)
        return made

    def off(self, *layers: Any) -> None:
        self.pdf.Root.OCProperties.D.OFF = Array(layers)

    def done(self, **save: Any) -> bytes:
        self.page.Contents = self.stream(self.content)
        target = io.BytesIO()
        self.pdf.save(target, **save)
        return target.getvalue()


def text(words: str, x: float, y: float, size: float = 12) -> bytes:
    shown = words.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, shown)


def in_layer(name: str, words: str, y: float) -> bytes:
    return b"/OC /%s BDC\n" % name.encode() + text(words, 30, y) + b"EMC\n"


# ---- pages ----
def plain() -> bytes:
    return Sheet().done()


def odd_size() -> bytes:
    """A page that is no whole number of points wide or high, with hairlines all over."""
    sheet = Sheet((297.64, 420.94))
    sheet.content += b"0.3 w\n" + b"".join(
        b"20 %g m 280 %g l S\n" % (y + 0.37 * y / 50, y + 0.37 * y / 50) for y in range(20, 340, 7)
    )
    return sheet.done()


def turned(angle: int, **boxes: Any) -> Make:
    def make() -> bytes:
        sheet = Sheet()
        sheet.page.Rotate = angle
        for key, value in boxes.items():
            sheet.page[f"/{key}"] = value
        sheet.content += text("Über den Rand hinaus", 200, 20) + b"0.5 0.7 1 rg -50 -50 80 80 re f 260 360 90 90 re f\n"
        return sheet.done()

    return make


def cropped() -> bytes:
    sheet = Sheet()
    sheet.page.MediaBox, sheet.page.CropBox = Array([-20, -30, 300, 400]), Array([20, 40, 280, 380])
    sheet.content += text("unter dem Schnitt", 30, 20) + b"1 0 0 rg 0 0 300 30 re f 0 385 300 10 re f\n"
    sheet.annotation("Square", (20, 5, 120, 35), AP=Dictionary(N=sheet.form(b"0 1 0 rg 0 0 300 400 re f")))
    return sheet.done()


def user_unit() -> bytes:
    sheet = Sheet()
    sheet.page.UserUnit = 2.5
    return sheet.done()


def poster() -> bytes:
    sheet = Sheet((1191, 1684))
    sheet.content = text("Plakat", 150, 1000, 150)
    return sheet.done()


def tiny() -> bytes:
    sheet = Sheet((40, 30))
    sheet.content = b"1 0 0 rg 5 5 20 20 re f\n"
    return sheet.done()


def inherits() -> bytes:
    sheet = Sheet()
    pages = sheet.pdf.Root.Pages
    for key in (Name.MediaBox, Name.Resources):
        pages[key] = sheet.page[key]
        del sheet.page[key]
    pages.Rotate = 90
    return sheet.done()


def unbalanced() -> bytes:
    sheet = Sheet()
    sheet.content += b"Q Q q 0.5 0 0 0.5 100 100 cm q 1 0 0 1 5 5 cm\n" + text("halb so groß", 0, 0)
    field(sheet, "wert", V=String("Feld hinter offenem Zustand"), y=100)
    return sheet.done()


def several_streams() -> bytes:
    sheet = Sheet()
    data = sheet.done()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parts = [b"q 1 0 0 1 0 -40 cm", b"BT /F 12 Tf 30 360 Td (geteilt)", b" Tj ET Q"]
        pdf.pages[0].obj.Contents = Array([pdf.make_stream(part) for part in parts])
        target = io.BytesIO()
        pdf.save(target)
    return target.getvalue()


def protected() -> bytes:
    sheet = Sheet()
    return sheet.done(encryption=pikepdf.Encryption(owner="geheim", user="", allow=pikepdf.Permissions(modify_other=False)))


def link_to_third_page() -> bytes:
    """Four pages; the first links to the third by a name, to the fourth by its place."""
    sheet = Sheet()
    sheet.page.Contents = sheet.stream(sheet.content)
    for number in range(2, 5):
        sheet.pdf.add_blank_page(page_size=SIZE)
        page = sheet.pdf.pages[-1].obj
        page.Resources, page.Contents = sheet.page.Resources, sheet.stream(text(f"Seite {number}", 30, 300))
    third, fourth = sheet.pdf.pages[2].obj, sheet.pdf.pages[3].obj
    sheet.pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("ziel"), Array([third, Name.Fit])])))
    sheet.annotation("Link", (30, 200, 100, 220), A=Dictionary(S=Name.GoTo, D=String("ziel")), Border=Array([0, 0, 1]))
    sheet.annotation("Link", (30, 100, 100, 120), Dest=Array([fourth, Name.XYZ, 0, 300, 0]), Border=Array([0, 0, 1]))
    return sheet.done()


# ---- fields ----
def field(sheet: Sheet, name: str, *, y: float, kind: str = "Tx", x: float = 30, high: float = 20, **parts: Any) -> Any:
    form = sheet.pdf.Root.get(Name.AcroForm)
    if form is None:
        symbols = sheet.indirect(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
        form = sheet.pdf.Root.AcroForm = Dictionary(
            Fields=Array(), DA=String("/Helv 12 Tf 0 g"), DR=Dictionary(Font=Dictionary(Helv=sheet.font, ZaDb=symbols))
        )
    parts = {"DA": String("/Helv 12 Tf 0 g"), "FT": Name(f"/{kind}"), "T": String(name), **parts}
    made = sheet.annotation("Widget", (x, y, parts.pop("right", 270), y + high), **parts)
    form.Fields.append(made)
    return made


def filled(*, needs: bool, encoding: bool = True) -> Make:
    def make() -> bytes:
        sheet = Sheet()
        if not encoding:
            del sheet.font.Encoding
        field(sheet, "zeile", V=String("Bürgermeisterin Größe"), y=330)
        field(sheet, "absatz", V=String(LONG), Ff=4096, y=260, high=60)
        field(sheet, "kamm", V=String("12345"), Ff=1 << 24, MaxLen=8, y=230)
        field(sheet, "auswahl", kind="Ch", V=String("Zwei"), Ff=1 << 17, Opt=Array([String("Eins"), String("Zwei")]), y=200)
        listed = Array([String("Alpha"), String("Beta")])
        field(sheet, "liste", kind="Ch", V=String("Beta"), I=Array([1]), Opt=listed, y=150, high=40)
        ticked = Dictionary(CA=String("4"))
        field(
            sheet,
            "haken",
            kind="Btn",
            V=Name.Ja,
            AS=Name.Ja,
            MK=ticked,
            DA=String("/ZaDb 0 Tf 0 g"),
            y=120,
            right=50,
        )
        field(sheet, "rechts", V=String("rechtsbündig"), Q=2, y=90)
        field(sheet, "verborgen", V=String("UNSICHTBAR"), F=2, y=60)
        if needs:
            sheet.pdf.Root.AcroForm.NeedAppearances = True
        return sheet.done()

    return make


def parent_holds_the_value() -> bytes:
    sheet = Sheet()
    child = field(sheet, "kind", y=300)
    parent = sheet.indirect(FT=Name.Tx, T=String("eltern"), V=String("geerbter Wert"), DA=child.DA, Kids=Array([child]))
    for key in ("/FT", "/T", "/DA"):
        del child[key]
    child.Parent, sheet.pdf.Root.AcroForm.Fields = parent, Array([parent])
    return sheet.done()


def drawn_fields() -> bytes:
    """Fields that bring their looks: one turned, one scaled, a ticked and an unticked box, and a hidden one."""
    sheet = Sheet()
    turned_look = sheet.form(text("gedreht", 2, 5), (0, 0, 80, 20), Matrix=Array([0, 1, -1, 0, 20, 0]))
    field(sheet, "a", V=String("x"), AP=Dictionary(N=turned_look), y=240, high=80, right=50)
    field(sheet, "b", V=String("x"), AP=Dictionary(N=sheet.form(text("gestreckt", 2, 5), (0, 0, 60, 20))), y=200)
    on, off = sheet.form(b"0 0 1 rg 0 0 20 20 re f", (0, 0, 20, 20)), sheet.form(b"0 0 20 20 re S", (0, 0, 20, 20))
    for name, state, y in (("c", Name.On, 160), ("d", Name.Off, 120)):
        field(sheet, name, kind="Btn", V=state, AS=state, AP=Dictionary(N=Dictionary(On=on, Off=off)), y=y, right=50)
    field(sheet, "e", F=2, AP=Dictionary(N=sheet.form(text("UNSICHTBAR", 2, 5), (0, 0, 90, 20))), y=80)
    return sheet.done()


def field_in_layer() -> bytes:
    sheet = Sheet()
    gone = sheet.layer("aus")
    sheet.off(gone)
    field(sheet, "a", V=String("x"), OC=gone, AP=Dictionary(N=sheet.form(text("UNSICHTBAR", 2, 5), (0, 0, 90, 20))), y=240)
    return sheet.done()
