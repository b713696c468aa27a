"""Some hundred files put together by chance from what town halls' files are made of, and broken by chance.

Each is refused with a German sentence, or taken: then it opens, shows what it showed, and has not grown.
"""

import io
import random

import numpy
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from ikz_award.adapters.uploads.office.xml import content_of
from ikz_award.adapters.uploads.pdf.preview import picture_difference
from ikz_award.adapters.uploads.rejection import UploadRejected
from ikz_award.adapters.uploads.uploads import clean_upload
from tests.adapters.uploads.office import files as office_files
from tests.adapters.uploads.office.files import docx, field, paragraph, parts_of, simple_field, workbook
from tests.adapters.uploads.pdf import files as pdf_files

SEEDS = range(60)
WORDS = ("Import", "Link", "Haushalt & Plan", "DDE", "https://stadt.example/include", "Fußgängerzone", "=cmd|'/c'!A1", "\u202e")
INSTRUCTIONS = (
    ' HYPERLINK "https://stadt.example/link" ', " PAGE ", " INCLUDETEXT a.docx ", ' LINK Excel.Sheet.8 "P:\\\\a.xlsx" ',
    ' IF 1=1 "a" "b" ', " DDEAUTO cmd ", ' HYPERLINK "P:\\\\a.pdf" ', "", " TOC ",
    ' INCLUDEPICTURE "http://x.invalid/a.png" \\d ',
)  # fmt: skip
RELATIONS = (
    ("hyperlink", "https://stadt.example", "External"), ("hyperlink", "file:///P:/a.docx", "External"),
    ("image", "http://x.invalid/a.png", "External"), ("image", "media/a.png", ""),
    ("printerSettings", "printerSettings1.bin", ""), ("fontTable", "fontTable.xml", ""),
    ("oleObject", "embeddings/oleObject1.bin", ""), ("package", "embeddings/Tabelle.xlsx", ""),
    ("neueArt", "http://x.invalid/b", "External"), ("customXml", "../customXml/item1.xml", ""),
)  # fmt: skip
PARTS = {
    "word/media/a.png": b"\x89PNG" + bytes(range(200)), "word/printerSettings1.bin": bytes(400),
    "word/embeddings/oleObject1.bin": b"\xd0\xcf" + bytes(range(250)), "word/fontTable.xml": "<f/>",
    "word/embeddings/Tabelle.xlsx": workbook(), "customXml/item1.xml": "<a>frei</a>",
}  # fmt: skip


def taken(name, data):
    """The cleaned file, None for one that was refused with words."""
    try:
        file = clean_upload(filename=name, data=data)
    except UploadRejected as rejection:
        words = str(rejection)
    else:
        return checked(file, data)
    assert f"„{name}“" in words
    # What it is, and what to do.
    assert words.count(".") >= 3
    return None


def checked(file, data):
    assert file.data
    assert len(file.data) <= max(1.2 * len(data), len(data) + 2_000)
    assert all(one.in_words() for one in file.alterations)
    # What was cleaned once has nothing more to lose.
    again = clean_upload(filename=file.filename, data=file.data)
    assert again.alterations == ()
    return file


def some_document(chance: random.Random) -> bytes:
    body = []
    for _ in range(chance.randint(1, 12)):
        shape = chance.choice((paragraph, paragraph, field, simple_field))
        text = chance.choice(WORDS if shape is paragraph else INSTRUCTIONS)
        body.append(shape(text))
    picked = chance.sample(RELATIONS, chance.randint(0, 6))
    links = [(f"rId{number}", *one) for number, one in enumerate(picked, 10)]
    shown = (f'<w:p><w:hyperlink r:id="{rid}"><w:r><w:t>Verweis</w:t></w:r></w:hyperlink></w:p>' for rid, *_ in links)
    drawn = "".join(f'<w:p><w:r><w:drawing><a:blip r:link="{rid}"/></w:drawing></w:r></w:p>' for rid, *_ in links[:2])
    parts = {path: part for path, part in PARTS.items() if any(path.endswith(target.strip("./")) for _, _, target, _ in links)}
    return docx(*body, *shown, drawn, links=links, parts=parts)


@pytest.mark.parametrize("seed", SEEDS)
def test_documents_by_chance(seed):
    data = some_document(random.Random(seed))
    file = taken("a.docx", data)

    assert file is not None
    before, after = parts_of(data), parts_of(file.data)
    assert content_of(after["word/document.xml"]) == content_of(before["word/document.xml"])
    everything = b"".join(after.values())
    for word in (b"x.invalid", b"DDEAUTO", b"INCLUDETEXT", b"\xd0\xcf"):
        assert word not in everything
    assert bool(file.alterations) == (after.keys() != before.keys() or any(after[path] != before[path] for path in after))


@pytest.mark.parametrize("seed", SEEDS)
def test_documents_broken_by_chance(seed):
    """A part with a bit turned, a piece missing or another part's content; and the archive itself."""
    chance = random.Random(seed)
    data = some_document(chance)
    parts = parts_of(data)
    path = chance.choice(list(parts))
    body = bytearray(parts[path])
    place = chance.randrange(len(body))
    match seed % 4:
        case 0:
            body[place] ^= 1 << chance.randrange(8)
        case 1:
            del body[place : place + chance.randint(1, 40)]
        case 2:
            body = bytearray(parts[chance.choice(list(parts))])
        case _:
            whole = bytearray(data)
            whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            taken("a.docx", bytes(whole))
            return
    taken("a.docx", office_files.packed({**parts, path: bytes(body)}))


@pytest.mark.parametrize("seed", SEEDS)
def test_workbooks_by_chance(seed):
    chance = random.Random(seed)
    calls = ("SUM(B1:B3)", 'HYPERLINK("https://a.example","x|y")', "WEBSERVICE(A1)", "cmd|'/c calc'!A0", 'B1&"|"', "RTD(1)")

    def fill(book):
        for row in range(1, chance.randint(2, 60)):
            book.active.cell(row, 5, f"={chance.choice(calls)}" if chance.random() < 0.4 else chance.choice(WORDS[:3]))
        for number in range(chance.randint(0, 3)):
            book.create_sheet(f"Blatt {number}").sheet_state = chance.choice(("visible", "hidden"))

    data = workbook(fill)
    file = taken("a.xlsx", data)
    assert file is not None
    before, after = office_files.values_of(data), office_files.values_of(file.data)
    for old, new in zip(before, after, strict=True):
        for one, other in zip(old, new, strict=True):
            # A formula may be gone, for its value; nothing else changes.
            assert one == other or (str(one).startswith("=") and other is None and file.alterations)
    everything = b"".join(parts_of(file.data).values())
    assert (b"WEBSERVICE(" in everything, b"/c calc" in everything) == (False, False)


def some_pdf(chance: random.Random) -> bytes:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(4711)"))

    def change(document):
        last = document.pages[-1].obj
        steps = (
            lambda: document.Root.__setitem__("/OpenAction", document.make_indirect(script)),
            lambda: last.__setitem__("/AA", Dictionary(O=Dictionary(S=Name.Launch, F=String("cmd.exe")))),
            lambda: document.attachments.__setitem__("Anlage.docx", b"PK"),
            lambda: pdf_files.with_field(document),
            lambda: pdf_files.with_field(document, xfa=b"<x/>"),
            lambda: pdf_files.with_layer(document),
            lambda: last.__setitem__(
                "/Annots",
                Array(
                    [
                        Dictionary(
                            Type=Name.Annot,
                            Subtype=Name.Link,
                            Rect=[0, 0, 9, 9],
                            A=Dictionary(S=Name.URI, URI=String("file:///a")),
                        )
                    ]
                ),
            ),
        )
        for step in chance.sample(steps, chance.randint(0, 4)):
            step()

    texts = [f"Seite {number}" for number in range(chance.randint(1, 4))]
    locked = pikepdf.Encryption(owner="amt", user="") if chance.random() < 0.2 else None
    data = pdf_files.pages(*texts, change=change, encryption=locked)
    return pdf_files.with_flaw(data) if chance.random() < 0.3 and not locked else data


@pytest.mark.parametrize("seed", SEEDS)
def test_pdfs_by_chance(seed):
    data = some_pdf(random.Random(seed))
    file = taken("a.pdf", data)

    assert file is not None
    if file.data != data:
        found = picture_difference(data, file.data)
        assert (found.pages, found.is_lost, found.is_unseen) == ([], False, False)
    with pikepdf.open(io.BytesIO(file.data)) as pdf:
        assert b"4711" not in b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        assert not pdf.attachments


@pytest.mark.parametrize("seed", SEEDS)
def test_pdfs_broken_by_chance(seed):
    chance = random.Random(seed)
    body = bytearray(some_pdf(chance))
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(len(body))
        if chance.random() < 0.5:
            body[place] ^= 1 << chance.randrange(8)
        else:
            del body[place : place + chance.randint(1, 30)]
    taken("a.pdf", bytes(body))


@pytest.mark.parametrize("seed", SEEDS)
def test_pictures_by_chance(seed):
    chance = random.Random(seed)
    numbers = numpy.random.default_rng(seed)
    mode = chance.choice(("1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"))
    width, height = chance.randint(1, 400), chance.randint(1, 400)
    smooth = numpy.clip(numpy.linspace(0, 255, width)[None, :] + numbers.normal(0, 8, (height, width)), 0, 255)
    if mode == "I;16":
        image = Image.fromarray((smooth * chance.choice((10, 100, 257))).astype("uint16"))
    else:
        image = Image.fromarray(smooth.astype("uint8")).convert("RGB" if mode in ("P", "CMYK") else mode).convert(mode)
    kind = "JPEG" if mode == "CMYK" or (mode in ("L", "RGB") and chance.random() < 0.5) else "PNG"
    target = io.BytesIO()
    options = {"quality": chance.randint(20, 95)} if kind == "JPEG" else {"compress_level": chance.choice((6, 9))}
    exif = Image.Exif()
    exif[0x0112] = chance.randint(1, 8)
    image.save(target, kind, exif=exif, **options)
    file = taken(f"a.{kind.lower()}", target.getvalue())

    assert file is not None
    with Image.open(io.BytesIO(file.data)) as kept:
        assert sorted(kept.size) == sorted((width, height))
        top = 65_535 if mode == "I;16" else 255
        seen = numpy.asarray(kept.convert("L")).astype(float).mean()
    expected = (
        numpy.asarray(image).astype(float).mean() * 255 / top if mode == "I;16" else numpy.asarray(image.convert("L")).mean()
    )
    assert abs(seen - expected) < 4
