"""What a PDF fetches, names or hides outside its pages leaves it; the pages open and look as before, in two engines."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from ikz_award.adapters.uploads.uploads import clean_upload
from ikz_award.domain.entries.alterations import AlterationKind as Kind
from tests.adapters.uploads.cleaning import kinds
from tests.adapters.uploads.pdf.files import drawn, ink, pages


def _annotation(pdf: pikepdf.Pdf, **more: object) -> None:
    page = pdf.pages[0].obj
    picture = pdf.make_stream(b"0 g 5 5 30 30 re f")
    picture.Type, picture.Subtype, picture.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
    drawing = {} if more["Subtype"] == Name.Link else {"AP": Dictionary(N=picture)}
    one = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=[10, 10, 60, 60], F=4, **more, **drawing))
    page.Annots = Array([*page.get("/Annots", ()), one])


def reference(pdf: pikepdf.Pdf) -> None:
    """A form that stands for a page of another file."""
    form = pdf.make_stream(b"0 g 20 20 50 50 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 300, 400])
    form.Ref = Dictionary(F=Dictionary(Type=Name.Filespec, F=String("//srv/akte.pdf")), Page=0)
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(X=form)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /X Do")


def external_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents.F = Dictionary(Type=Name.Filespec, F=String("C:/inhalt.bin"))


def external_extra(pdf: pikepdf.Pdf) -> None:
    stream = pdf.make_stream(b"<x/>")
    stream.F = String("//srv/meta.xml")
    pdf.Root.Extra = stream


def base(pdf: pikepdf.Pdf) -> None:
    pdf.Root.URI = Dictionary(Base=String("file://srv/"))
    _annotation(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String("satzung/1")))


def fileless(pdf: pikepdf.Pdf) -> None:
    _annotation(pdf, Subtype=Name.FileAttachment, FS=Dictionary(Type=Name.Filespec, F=String("akte.docx")))


def untyped(pdf: pikepdf.Pdf) -> None:
    _annotation(pdf, Subtype=Name.FileAttachment, FS=String("//srv/akte.docx"))


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["akte.docx"] = b"PK"
    _annotation(pdf, Subtype=Name.FileAttachment, FS=pdf.attachments["akte.docx"].obj)


def associated(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF = Array([pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("daten.xml"), UF=String("daten.xml")))])


def media(pdf: pikepdf.Pdf) -> None:
    _annotation(pdf, Subtype=Name.RichMedia, RichMediaContent=Dictionary(Assets=Dictionary(Names=Array([]))))


def action(kind: str) -> Callable[[pikepdf.Pdf], None]:
    def add(pdf: pikepdf.Pdf) -> None:
        target = Dictionary(Type=Name.Filespec, F=String("//srv/akte.pdf"))
        _annotation(pdf, Subtype=Name.Link, A=Dictionary(S=Name("/" + kind), F=target))

    add.__name__ = kind
    return add


CASES = [
    (reference, Kind.FILE_LINKS), (external_stream, Kind.FILE_LINKS), (external_extra, Kind.FILE_LINKS),
    (base, Kind.FILE_LINKS),
    (fileless, Kind.FILES), (untyped, Kind.FILES), (attached, Kind.FILES), (associated, Kind.FILES), (media, Kind.MEDIA),
    (action("GoToE"), Kind.FILE_LINKS), (action("GoToR"), Kind.FILE_LINKS), (action("Launch"), Kind.FILE_LINKS),
    (action("ImportData"), Kind.ACTIONS), (action("SubmitForm"), Kind.ACTIONS),
]  # fmt: skip
# None of these says anything in a file without them.
GONE = (
    "/Ref", "/EF", "/AF", "/EmbeddedFiles", "/Filespec", "/RichMedia", "/RichMediaContent", "/Launch", "/GoToE", "/GoToR",
    "/ImportData", "/SubmitForm", "/Base",
)  # fmt: skip
TRACES = ("srv", "akte", "inhalt.bin", "daten.xml")


def _words(data: bytes) -> set[str]:
    """Every key, name and string of a file, packed or not."""
    found: set[str] = set()

    def walk(thing: object, depth: int = 0) -> None:
        if depth > 20:
            return
        if isinstance(thing, (Dictionary, pikepdf.Stream)):
            for key in list(thing.keys()):
                found.add(str(key))
                if key != "/Parent":
                    walk(thing[key], depth + 1)
        elif isinstance(thing, Array):
            for one in list(thing):
                walk(one, depth + 1)
        elif isinstance(thing, (Name, String)):
            found.add(str(thing))

    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            walk(thing)
        walk(pdf.Root)
    return found


def _by_poppler(data: bytes, folder: Path, name: str) -> Image.Image:
    program = shutil.which("pdftoppm")
    if program is None:
        pytest.skip("poppler is not installed")
    (folder / f"{name}.pdf").write_bytes(data)
    subprocess.run(
        [program, "-r", "72", "-gray", "-png", "-singlefile", f"{name}.pdf", name], cwd=folder, check=True, timeout=120
    )
    with Image.open(folder / f"{name}.png") as picture:
        return picture.convert("L")


def _is_alike(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize(("change", "kind"), CASES, ids=lambda value: getattr(value, "__name__", ""))
def test_what_reaches_out_leaves_and_the_page_stays(change: Callable[[pikepdf.Pdf], None], kind: Kind, tmp_path: Path) -> None:
    data = pages("Beschluss", "Anlage", change=change)
    assert any(word in GONE or any(trace in word for trace in TRACES) for word in _words(data)), "nothing to remove"
    file = clean_upload(filename="a.pdf", data=data)
    assert kind in kinds(file)
    left = _words(file.data)
    assert not left & set(GONE)
    assert not [word for word in left if any(trace in word for trace in TRACES)]
    for number in range(2):
        picture = drawn(file.data, number)
        assert _is_alike(drawn(data, number), picture)
        assert ink(picture, (0, 0, 300, 400)) > 100
    assert _is_alike(_by_poppler(data, tmp_path, "before"), _by_poppler(file.data, tmp_path, "after"))
    # Cleaned once is clean.
    again = clean_upload(filename="a.pdf", data=file.data)
    assert (again.alterations, again.data) == ((), file.data)


def test_an_address_of_the_web_in_a_place_of_a_file_stays() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Quelle = Dictionary(Type=Name.Filespec, FS=Name.URL, F=String("https://stadt.example/satzung.pdf"))

    data = pages("Beschluss", change=change)
    assert clean_upload(filename="a.pdf", data=data).data == data
