"""Layers that are off in every way in which a layer can be off, and some that are on."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.reports.pack.samples import Make, Sheet, in_layer, text

HIDDEN = "VERWORFEN"


def _two(sheet: Sheet, **parts: Any) -> tuple[Any, Any]:
    """A layer that shows and one that is to be hidden, both with text on the page."""
    shown, hidden = sheet.layer("an"), sheet.layer("aus", **parts)
    sheet.resource("Properties", An=shown, Aus=hidden)
    sheet.content += in_layer("An", "bleibt", 320) + in_layer("Aus", HIDDEN, 280)
    return shown, hidden


def off() -> bytes:
    sheet = Sheet()
    _shown, hidden = _two(sheet)
    sheet.off(hidden)
    return sheet.done()


def all_off_but_one() -> bytes:
    sheet = Sheet()
    shown, _hidden = _two(sheet)
    sheet.pdf.Root.OCProperties.D = Dictionary(BaseState=Name.OFF, ON=Array([shown]))
    return sheet.done()


def nested() -> bytes:
    sheet = Sheet()
    outer, inner = sheet.layer("außen"), sheet.layer("innen")
    sheet.resource("Properties", O=outer, I=inner)
    sheet.content += (
        b"/OC /O BDC\n" + text("außen", 30, 320) + in_layer("I", HIDDEN, 280) + text("wieder außen", 30, 240) + b"EMC\n"
    )
    sheet.off(inner)
    return sheet.done()


def outer_off() -> bytes:
    sheet = Sheet()
    outer, inner = sheet.layer("außen"), sheet.layer("innen")
    sheet.resource("Properties", O=outer, I=inner)
    sheet.content += b"/OC /O BDC\n" + in_layer("I", HIDDEN, 280) + b"EMC\n" + in_layer("I", "innen allein", 240)
    sheet.off(outer)
    return sheet.done()


def membership(policy: str) -> Make:
    """A membership dictionary over a layer that is on and one that is off."""

    def make() -> bytes:
        sheet = Sheet()
        one, two = sheet.layer("an"), sheet.layer("aus")
        member = sheet.indirect(Type=Name.OCMD, OCGs=Array([one, two]), P=Name(f"/{policy}"))
        sheet.resource("Properties", M=member)
        sheet.content += in_layer("M", f"Gruppe {policy}", 280)
        sheet.off(two)
        return sheet.done()

    return make


def expression() -> bytes:
    sheet = Sheet()
    one, two = sheet.layer("an"), sheet.layer("aus")
    member = sheet.indirect(Type=Name.OCMD, VE=Array([Name.And, one, Array([Name.Not, two])]))
    other = sheet.indirect(Type=Name.OCMD, VE=Array([Name.And, one, two]))
    sheet.resource("Properties", M=member, N=other)
    sheet.content += in_layer("M", "Ausdruck wahr", 280) + in_layer("N", HIDDEN, 240)
    sheet.off(two)
    return sheet.done()


def usage(*, automatic: bool) -> Make:
    """A layer that says of itself that it is not for viewing, with and without the document asking for it."""

    def make() -> bytes:
        sheet = Sheet()
        _shown, hidden = _two(
            sheet, Usage=Dictionary(View=Dictionary(ViewState=Name.OFF), Print=Dictionary(PrintState=Name.ON))
        )
        if automatic:
            entry = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([hidden]))
            sheet.pdf.Root.OCProperties.D.AS = Array([entry])
        return sheet.done()

    return make


def only_for_print() -> bytes:
    sheet = Sheet()
    _shown, hidden = _two(sheet, Usage=Dictionary(Print=Dictionary(PrintState=Name.OFF)))
    entry = Dictionary(Event=Name.Print, Category=Array([Name.Print]), OCGs=Array([hidden]))
    sheet.pdf.Root.OCProperties.D.AS = Array([entry])
    return sheet.done()


def other_setting() -> bytes:
    """Two settings that disagree: engines do not take the same one."""
    sheet = Sheet()
    _shown, hidden = _two(sheet)
    sheet.pdf.Root.OCProperties.Configs = Array([Dictionary(Name=String("Ansicht"), Intent=Name.View, OFF=Array([hidden]))])
    return sheet.done()


def for_design() -> bytes:
    sheet = Sheet()
    _shown, hidden = _two(sheet, Intent=Name.Design)
    sheet.off(hidden)
    return sheet.done()


def in_form() -> bytes:
    sheet = Sheet()
    hidden = sheet.layer("aus")
    sheet.resource("XObject", X=sheet.form(text(HIDDEN, 30, 280), OC=hidden), Y=sheet.form(text("bleibt", 30, 240)))
    sheet.content += b"/X Do /Y Do\n"
    sheet.off(hidden)
    return sheet.done()


def in_picture() -> bytes:
    sheet = Sheet()
    hidden = sheet.layer("aus")
    picture = sheet.stream(
        b"\x00\x40\x80\xc0",
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=2,
        Height=2,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
        OC=hidden,
    )
    sheet.resource("XObject", X=picture)
    sheet.content += b"q 100 0 0 100 30 200 cm /X Do Q\n"
    sheet.off(hidden)
    return sheet.done()


def in_annotation() -> bytes:
    sheet = Sheet()
    hidden = sheet.layer("aus")
    sheet.annotation("Stamp", (30, 200, 130, 240), OC=hidden, AP=Dictionary(N=sheet.form(text(HIDDEN, 2, 5), (0, 0, 100, 40))))
    sheet.off(hidden)
    return sheet.done()


def unlisted() -> bytes:
    """A layer that the document does not know: it shows, and keeps showing beside sources that have layers."""
    sheet = Sheet()
    sheet.resource("Properties", X=sheet.indirect(Type=Name.OCG, Name=String("fremd")))
    sheet.content += in_layer("X", "ohne Liste", 280)
    return sheet.done()
