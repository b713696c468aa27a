"""One attachment made ready for the pack: pages that stand for themselves, with a strip for their mark, looking as they did."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from ikz_award.reports.pack import fields, strip
from ikz_award.reports.pack.look import Picture, differing, picture
from ikz_award.reports.pack.structure import Tags, Unusable
from ikz_award.reports.pack.targets import explicit_targets
from ikz_award.reports.pack.wish import DYNAMIC, PICTURE, UNCOMPARED, PackWish, ReadyPage

# Of a page; all else belongs to its document, its editing or to showing it as slides.
_PARTS = "/Type /Parent /Resources /MediaBox /CropBox /Rotate /Contents /Group /Annots /StructParents /Tabs /UserUnit /VP"
KEPT = frozenset(_PARTS.split())
BALANCED = "q Q BMC BDC EMC DP"


def prepare(wish: PackWish) -> tuple[list[ReadyPage], int]:
    """Write `wish.target`; its pages, and the next free key for tags.

    A page that cannot be kept looking the same becomes a picture that says so.
    """
    wanted, uncertain = _as_it_should_look(wish)
    pictures = {number: picture(wanted, number) for number in uncertain} if wish.is_compared else {}
    pages, key = _write(wish, wanted, pictures)
    other = [number for number in differing(wanted, wish.target) if number not in pictures] if wish.is_compared else []
    if other:
        pictures |= {number: picture(wanted, number) for number in other}
        pages, key = _write(wish, wanted, pictures)
    if wanted != wish.source:
        wanted.unlink()
    return pages, key


def prepare_own(wish: PackWish) -> int:
    """What was printed here: nothing but its tags is changed, and its bookmarks stay. The next free key."""
    with pikepdf.open(wish.source) as pdf:
        explicit_targets(pdf)
        key = Tags(pdf, prefix=wish.prefix, keeps=True).finish(wish.first_key)
        pdf.save(wish.target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return key


def _as_it_should_look(wish: PackWish) -> tuple[Path, set[int]]:
    """The source, or a copy that is not encrypted and whose fields all have a look; pages that depend on the machine."""
    with pikepdf.open(wish.source) as pdf:
        lacks = fields.is_form(pdf) and fields.lacks_looks(pdf)
        uncertain = fields.draw_values(pdf, wish.target) if lacks else set()
        if not fields.hide_in_layers(pdf) and not lacks and not pdf.is_encrypted:
            return wish.source, set()
        wanted = wish.target.with_suffix(".wanted.pdf")
        pdf.save(wanted)
    return wanted, uncertain


def _write(wish: PackWish, wanted: Path, pictures: Mapping[int, Picture]) -> tuple[list[ReadyPage], int]:
    try:
        return _write_tagged(wish, wanted, pictures, keeps_tags=True)
    except Unusable:
        return _write_tagged(wish, wanted, pictures, keeps_tags=False)


def _write_tagged(
    wish: PackWish, wanted: Path, pictures: Mapping[int, Picture], *, keeps_tags: bool
) -> tuple[list[ReadyPage], int]:
    with pikepdf.open(wanted) as pdf:
        for page in pdf.pages:
            strip.own_attributes(page.obj)
        explicit_targets(pdf)
        tags = Tags(pdf, prefix=wish.prefix, keeps=keeps_tags)
        general = UNCOMPARED if not wish.is_compared else DYNAMIC if pdf.Root.get(Name.NeedsRendering) else ""
        ready = []
        for number, page in enumerate(pdf.pages):
            said = f"{wish.name}, {number + 1}/{len(pdf.pages)}"
            if number in pictures:
                ready.append(_as_picture(pdf, page.obj, pictures[number], tags, said))
            else:
                ready.append(_as_it_is(pdf, page.obj, tags, said, note=general))
        key = tags.finish(wish.first_key)
        _forget(pdf)
        pdf.save(wish.target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return ready, key


def _forget(pdf: pikepdf.Pdf) -> None:
    """What belongs to the document and not to the pack; layers and tags are all that is read from here again."""
    if isinstance(pdf.Root.get(Name.OCProperties), Dictionary):
        pdf.Root.OCProperties = pdf.make_indirect(pdf.Root.OCProperties)
    kept = {"/Type", "/Pages", "/OCProperties", "/StructTreeRoot", "/Lang"}
    for key in [key for key in pdf.Root.keys() if key not in kept]:  # noqa: SIM118 - pikepdf
        del pdf.Root[key]


def _as_it_is(pdf: pikepdf.Pdf, page: Any, tags: Tags, said: str, *, note: str) -> ReadyPage:
    for key in [key for key in page.keys() if key not in KEPT]:  # noqa: SIM118 - pikepdf
        del page[key]
    visible = strip.visible_box(page)
    where, clip = strip.add_strip(page, lines=2 if note else 1)
    seen = _Seen(page)
    number = tags.free_number(page, seen.highest_mark)
    drawn = _fields_as_content(pdf, page, tags, number) if seen.is_sound else _fields_as_stamps(page)
    before, after = clip, b""
    if drawn:
        before, after = clip + b"q\n", b"\nQ" * (seen.open_states + 1) + b"\n" + drawn
    if not tags.keeps:
        has_text = isinstance(page.get(Name.Resources), Dictionary) and Name.Font in page.Resources
        tags.mark(page, number, "P" if has_text else "Figure", "" if has_text else said)
        role = b"P" if has_text else b"Figure"
        before, after = b"/%s <</MCID %d>> BDC\n" % (role, number) + before, after + b"\nEMC\n"
    strip.prepend(pdf, page, before)
    if after:
        strip.append(pdf, page, after)
    _keep_seen_annotations(page, visible, tags)
    return ReadyPage(strip=where, note=note)


def _fields_as_content(pdf: pikepdf.Pdf, page: Any, tags: Tags, number: int) -> bytes:
    content = b""
    for place, widget in fields.widgets(page):
        found = fields.drawing(pdf, page, widget, f"/IkzField{place}")
        if found and tags.keeps:
            if not tags.field_becomes_content(page, widget, number):
                tags.mark(page, number, "P")
            found = b"/P <</MCID %d>> BDC\n" % number + found + b"EMC\n"
            number += 1
        content += found
    return content


def _fields_as_stamps(page: Any) -> bytes:
    for _place, widget in fields.widgets(page):
        fields.as_stamp(widget)
    return b""


def _keep_seen_annotations(page: Any, visible: strip.Box, tags: Tags) -> None:
    """Fields are content by now; what lay outside of the page would be seen in the strip."""
    kept = []
    for annotation in fields.annotations(page):
        is_field = not isinstance(annotation, Dictionary) or annotation.get(Name.Subtype) == Name.Widget
        if is_field or strip.lies_outside(annotation.get(Name.Rect), visible):
            if not is_field:
                tags.drop_annotation(annotation)
            continue
        for key in ("/P", "/AA", "/AF"):
            if key in annotation:
                del annotation[key]
        kept.append(annotation)
    if Name.Annots in page:
        del page.Annots
    if kept:
        page.Annots = Array(kept)


class _Seen:
    """What of a page's content has to be known to write before and behind it."""

    def __init__(self, page: Any) -> None:
        self.open_states, self.highest_mark = 0, -1
        # Not so where viewers may give up before the end: nothing can be written behind it.
        self.is_sound = True
        try:
            found = pikepdf.parse_content_stream(page, BALANCED) if Name.Contents in page else []
        except (pikepdf.PdfError, TypeError, ValueError):
            self.is_sound = False
            return
        for operands, operator in found:
            match str(operator):
                case "q":
                    self.open_states += 1
                case "Q":
                    self.is_sound = self.is_sound and self.open_states > 0
                    self.open_states = max(0, self.open_states - 1)
                case "BDC" | "DP":
                    self._see(page, operands[1] if len(operands) > 1 else None)

    def _see(self, page: Any, properties: Any) -> None:
        if isinstance(properties, Name):
            listed = page.get(Name.Resources, Dictionary()).get(Name.Properties)
            properties = listed.get(str(properties)) if isinstance(listed, Dictionary) else None
        number = properties.get(Name.MCID) if isinstance(properties, Dictionary) else None
        if isinstance(number, int):
            self.highest_mark = max(self.highest_mark, number)


def _as_picture(pdf: pikepdf.Pdf, page: Any, made: Picture, tags: Tags, said: str) -> ReadyPage:
    width, height = made.size
    tags.drop_page(page)
    for key in [key for key in page.keys() if key not in ("/Type", "/Parent")]:  # noqa: SIM118 - pikepdf
        del page[key]
    shown = pdf.make_stream(
        made.content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=made.pixels[0],
        Height=made.pixels[1],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    page.MediaBox = Array([0, 0, round(width, 4), round(height, 4)])
    page.Resources = Dictionary(XObject=Dictionary(IkzPage=shown))
    where, clip = strip.add_strip(page, lines=2)
    number = tags.free_number(page, -1)
    tags.mark(page, number, "Figure", said)
    content = b"/Figure <</MCID %d>> BDC\n" % number + clip
    page.Contents = pdf.make_stream(content + b"q %f 0 0 %f 0 0 cm /IkzPage Do Q\nEMC\n" % (width, height))
    return ReadyPage(strip=where, note=PICTURE)
