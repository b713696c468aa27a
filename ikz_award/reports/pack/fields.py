"""Values of form fields as part of the page: what was filled in is seen in every viewer, and nobody can change it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from ikz_award.reports.pack.look import drawn
from ikz_award.reports.pack.strip import Six, box_of, own_part

# Flags of an annotation by which it is not shown: hidden, no view.
NOT_SHOWN = 0x02 | 0x20
WITHOUT_ENCODING = ("/Helvetica", "/Times", "/Courier", "/Arial")
DEPTH = 32
_STREAM_KEYS = ("/Length", "/Filter", "/DecodeParms", "/DL")


def widgets(page: Any) -> Iterator[tuple[int, Any]]:
    """Place and annotation of each form field that is drawn on the page."""
    for place, annotation in enumerate(annotations(page)):
        if isinstance(annotation, Dictionary) and annotation.get(Name.Subtype) == Name.Widget:
            yield place, annotation


def annotations(page: Any) -> list[Any]:
    """The page's annotations; [] where there are none or what stands there is no list."""
    found = page.get(Name.Annots)
    return list(found) if isinstance(found, Array) else []


def inherited(field: Any, key: Name) -> Any:
    """A form field's value for `key`, its own or a parent's; None after `DEPTH` steps, for a chain may be a circle."""
    for _step in range(DEPTH):
        if key in field:
            return field[key]
        field = field.get(Name.Parent)
        if not isinstance(field, Dictionary):
            return None
    return None


def is_shown(annotation: Any) -> bool:
    """Whether the annotation is shown on paper; flags that are no number hide nothing."""
    flags = annotation.get(Name.F, 0)
    return not (isinstance(flags, int) and flags & NOT_SHOWN)


def look_of(annotation: Any) -> Stream | None:
    """The stream that is drawn for an annotation now; None where nothing is."""
    looks = annotation.get(Name.AP)
    normal = looks.get(Name.N) if isinstance(looks, Dictionary) else None
    if isinstance(normal, Stream):
        return normal
    if not isinstance(normal, Dictionary):
        return None
    state = annotation.get(Name.AS)
    found = normal.get(str(state)) if isinstance(state, Name) else None
    return found if isinstance(found, Stream) else None


def is_form(pdf: pikepdf.Pdf) -> bool:
    """Whether the PDF has form fields."""
    return isinstance(pdf.Root.get(Name.AcroForm), Dictionary)


def lacks_looks(pdf: pikepdf.Pdf) -> bool:
    """Whether a viewer would have to make up how some value looks."""
    if pdf.Root.AcroForm.get(Name.NeedAppearances):
        return True
    return any(not _has_looks(widget) for page in pdf.pages for _place, widget in widgets(page.obj) if is_shown(widget))


def _has_looks(widget: Any) -> bool:
    if inherited(widget, Name.FT) not in (Name.Tx, Name.Ch, Name.Btn):
        return True
    looks = widget.get(Name.AP)
    normal = looks.get(Name.N) if isinstance(looks, Dictionary) else None
    return isinstance(normal, Stream) or (isinstance(normal, Dictionary) and len(normal) > 0)


def draw_values(pdf: pikepdf.Pdf, place: Path) -> set[int]:
    """Give each value a look, the one a browser gives it; the pages with letters that no font at hand can show everywhere.

    Files beside `place` are written and deleted.
    """
    bare, filled = place.with_suffix(".bare.pdf"), place.with_suffix(".filled.pdf")
    _write_with_encodings(pdf, bare)
    with drawn(bare) as document:
        for number in range(len(document)):
            document[number].close()  # being opened is enough
        document.save(filled)
    needs_all = bool(pdf.Root.AcroForm.get(Name.NeedAppearances))
    uncertain: set[int] = set()
    with pikepdf.open(filled) as source:
        for number, (page, other) in enumerate(zip(pdf.pages, source.pages, strict=True)):
            for (_place, widget), (_other_place, made) in zip(widgets(page.obj), widgets(other.obj), strict=True):
                if _has_looks(widget) and not (needs_all and inherited(widget, Name.FT) in (Name.Tx, Name.Ch)):
                    continue
                if isinstance(made.get(Name.AP), Dictionary):
                    widget.AP = pdf.copy_foreign(source.make_indirect(made.AP))
                    _choose_state(widget)
                    if is_shown(widget) and _has_foreign_font(pdf, widget):
                        uncertain.add(number)
    bare.unlink()
    filled.unlink()
    if Name.NeedAppearances in pdf.Root.AcroForm:
        del pdf.Root.AcroForm[Name.NeedAppearances]
    return uncertain


def hide_in_layers(pdf: pikepdf.Pdf) -> bool:
    """Browsers show an annotation whose layer is off, other viewers do not: its drawing is put into the layer as well.

    Fields, which browsers draw whatever layer they are in, become stamps. Whether there was any.
    """
    found = False
    for page in pdf.pages:
        for annotation in annotations(page.obj):
            look = look_of(annotation) if isinstance(annotation, Dictionary) and Name.OC in annotation else None
            if look is None:
                continue
            found = True
            if annotation.get(Name.Subtype) == Name.Widget:
                as_stamp(annotation)
            inner = pdf.make_stream(look.read_bytes(), {key: look[key] for key in look.keys() if key not in _STREAM_KEYS})  # noqa: SIM118
            inner.OC, inner.Matrix = annotation.OC, Array([1, 0, 0, 1, 0, 0])
            inner.Type, inner.Subtype = Name.XObject, Name.Form
            outer = pdf.make_stream(b"/Inner Do", Type=Name.XObject, Subtype=Name.Form, BBox=look.get(Name.BBox))
            outer.Matrix = look.get(Name.Matrix, Array([1, 0, 0, 1, 0, 0]))
            outer.Resources = Dictionary(XObject=Dictionary(Inner=inner))
            annotation.AP = Dictionary(N=outer)
    return found


def as_stamp(widget: Any) -> None:
    """Let a field be an annotation that looks the same and holds nothing."""
    state = look_of(widget)
    for key in ("/FT", "/T", "/V", "/Parent", "/Kids", "/Ff", "/MK", "/A", "/AS"):
        if key in widget:
            del widget[key]
    widget.Subtype, widget.AP = Name.Stamp, Dictionary() if state is None else Dictionary(N=state)


def _write_with_encodings(pdf: pikepdf.Pdf, target: Path) -> None:
    """A copy in which fonts that every viewer has know umlauts: without an encoding they would come from another font."""
    pdf.save(target)
    with pikepdf.open(target, allow_overwriting_input=True) as copy:
        resources = copy.Root.AcroForm.get(Name.DR)
        fonts = resources.get(Name.Font) if isinstance(resources, Dictionary) else None
        for font in fonts.values() if isinstance(fonts, Dictionary) else ():
            is_plain = isinstance(font, Dictionary) and Name.Encoding not in font and Name.FontDescriptor not in font
            if is_plain and str(font.get(Name.BaseFont, "")).startswith(WITHOUT_ENCODING):
                font.Encoding = Name.WinAnsiEncoding
        if Name.XFA in copy.Root.AcroForm:
            del copy.Root.AcroForm[Name.XFA]
        copy.save(target)


def _choose_state(widget: Any) -> None:
    """A box that is ticked by its value is drawn ticked, whatever its state is called in the look that was made for it."""
    normal = widget.AP.get(Name.N)
    if isinstance(normal, Stream) or not isinstance(normal, Dictionary):
        return
    state = widget.get(Name.AS, inherited(widget, Name.V))
    if str(state) in normal or not isinstance(state, Name) or state == Name.Off:
        return
    on = [key for key in normal.keys() if key != "/Off"]  # noqa: SIM118 - pikepdf
    if on:
        widget.AS = Name(on[0])


def _has_foreign_font(pdf: pikepdf.Pdf, widget: Any) -> bool:
    """Whether its look needs a font that the document does not name: it depends on the machine what is seen."""
    look = look_of(widget)
    resources = look.get(Name.Resources) if look is not None else None
    fonts = resources.get(Name.Font) if isinstance(resources, Dictionary) else None
    own = pdf.Root.AcroForm.get(Name.DR, Dictionary()).get(Name.Font, Dictionary())
    known = set(own.keys()) | {"/ZaDb"}
    return isinstance(fonts, Dictionary) and not set(fonts.keys()) <= known


def placement(look: Stream, rectangle: Any) -> Six | None:
    """The matrix that puts a look into its rectangle (ISO 32000-1, 12.5.5, algorithm 8); None where nothing is to be seen."""
    rect, box = box_of(rectangle), box_of(look.get(Name.BBox))
    if rect is None or box is None:
        return None
    try:
        a, b, c, d, e, f = (float(value) for value in look.get(Name.Matrix, Array([1, 0, 0, 1, 0, 0])))
    except (TypeError, ValueError):
        return None
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (box[0], box[2]) for y in (box[1], box[3])]
    left, right = min(x for x, _y in corners), max(x for x, _y in corners)
    low, high = min(y for _x, y in corners), max(y for _x, y in corners)
    if right <= left or high <= low:
        return None
    wide, tall = (rect[2] - rect[0]) / (right - left), (rect[3] - rect[1]) / (high - low)
    return wide, 0, 0, tall, rect[0] - left * wide, rect[1] - low * tall


def drawing(pdf: pikepdf.Pdf, page: Any, annotation: Any, name: str) -> bytes:
    """The annotation's look as content of the page, its stream under `name` among the page's resources; empty if unseen."""
    look = look_of(annotation) if is_shown(annotation) else None
    matrix = placement(look, annotation.get(Name.Rect)) if look is not None else None
    if look is None or matrix is None:
        return b""
    look.Type, look.Subtype = Name.XObject, Name.Form
    own_part(page, Name.XObject)[name] = look if look.is_indirect else pdf.make_indirect(look)
    return f"q {' '.join(f'{value:.6f}' for value in matrix)} cm {name} Do Q\n".encode()
