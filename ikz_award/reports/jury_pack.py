"""A juror's pack: entries as printed pages, attachments between them, bookmarks, and a list of contents in front.

Entries are printed a few at a time and put together on disk, so that memory does not grow with their number.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image, ImageOps

from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.queries.jury.reading import Reading
from ikz_award.reports.documents import write_document
from ikz_award.reports.environment import environment
from ikz_award.reports.pack.bind import PLACE, Binding, Outlined, page_of
from ikz_award.reports.pack.marks import FOOT, Mark
from ikz_award.reports.pack.wish import DYNAMIC, PICTURE, UNCOMPARED, Ready

PER_PRINT = 12
# Bytes of attachments in one pack; what comes after them is listed, to be read on the screen.
MOST_ATTACHED = 100 * 1024 * 1024
# A4 at 200 dots per inch: what a printer shows of a picture.
PICTURE_SIZE = (1654, 2339)
# Points: no picture is set narrower, however few pixels it has.
LEAST_WIDTH = 300
NOTES = {
    PICTURE: _("Als Bild eingefügt, weil die Seite sonst anders aussähe. Text und Verknüpfungen stehen in der Datei selbst."),
    UNCOMPARED: _("Diese Seite konnte nicht mit der Datei verglichen werden. Maßgeblich ist, was Sie am Bildschirm sehen."),
    DYNAMIC: _("Dynamisches Formular: Was hier fehlt, zeigt nur das Programm, aus dem die Datei stammt."),
}
NOT_PAGES = _("Tabelle oder Textdokument, bitte am Bildschirm lesen")
TOO_MUCH = _("zu groß für die Mappe, bitte am Bildschirm lesen")
UNREADABLE = _("ließ sich nicht einfügen, bitte am Bildschirm lesen")


@dataclass(frozen=True, kw_only=True)
class PackFile:
    """An attachment; `ready` None: not in the pack, and `why` says so."""

    filename: str
    ready: Ready | None = None
    why: Message | str = ""


@dataclass(frozen=True, kw_only=True)
class PackEntry:
    """An entry in a juror's pack with its files, those that could not be put in among them."""

    number: str
    title: str
    category: str
    files: Sequence[PackFile]


@dataclass(frozen=True, kw_only=True)
class Bound:
    """An entry in the put-together document: `start` to `end` are its pages in `source`.

    `first`, and what stands beside the files, are pages of the pack, counted from 0 without those in front.
    """

    entry: PackEntry
    source: Path
    start: int
    end: int
    first: int
    files: tuple[tuple[PackFile, int | None], ...]


def entries_html(pages: Sequence[Reading], first: int = 0) -> str:
    """Some entries, each with its score page, as one HTML document; all texts escaped. `first`: the place of the first one."""
    template = environment().get_template("reports/jury_pack.html")
    return template.render(pages=pages, edition=pages[0].edition, first=first, place=PLACE)


def cover_html(*, edition: str, organiser: str, juror: str, bound: Sequence[Bound], length: int) -> str:
    """The front, `length` pages long: whose pack it is, and on which page what begins."""
    template = environment().get_template("reports/jury_pack_cover.html")
    return template.render(edition=edition, organiser=organiser, juror=juror, bound=bound, length=length, place=PLACE)


def first_pages(printed: pikepdf.Pdf, count: int) -> list[int]:
    """The page, from 0, on which each of `count` entries begins: those are the bookmarks of the first level."""
    places = {page.obj.objgen: index for index, page in enumerate(printed.pages)}
    with printed.open_outline() as outline:
        targets = [item.destination for item in outline.root]
        found = [places[target[0].objgen] for target in targets if isinstance(target, pikepdf.Array)]
    if len(found) != count:
        raise ValueError(f"{len(found)} bookmarks for {count} entries")
    return found


def as_pdf(path: Path, media_type: str, folder: Path) -> Path | None:
    """The attachment as a PDF file in `folder`: a PDF as it is, a picture on a page; None for everything else."""
    if media_type == "application/pdf":
        return path
    if not media_type.startswith("image/"):
        return None
    target = folder / f"{path.name}.pdf"
    with Image.open(path) as picture:
        # A photograph is read no larger than it is printed: a JPEG of 12 megapixels would take 36 MB, several times over.
        longest = (max(PICTURE_SIZE), max(PICTURE_SIZE))
        picture.draft("RGB", longest)
        if picture.mode in ("RGB", "RGBA", "L", "CMYK"):
            picture.thumbnail(longest)
        upright = ImageOps.exif_transpose(in_plain_tones(picture))
        upright.thumbnail(PICTURE_SIZE)
        upright.save(target, "PDF", resolution=min(200, upright.width * 72 / LEAST_WIDTH), quality=92)
    return target


def in_plain_tones(picture: Image.Image) -> Image.Image:
    """The picture as it looks on white paper, in eight bits: Pillow alone would cut off tones and turn what is clear black."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda tone: tone / 256).convert("L")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        return paper.convert("RGB")
    return picture if picture.mode in ("RGB", "L") else picture.convert("RGB")


def lay_out(prints: Sequence[tuple[Path, Sequence[PackEntry]]]) -> list[Bound]:
    """Which page of the pack each entry and each attachment begins on; nothing is put together yet."""
    bound: list[Bound] = []
    page = 0
    for path, entries in prints:
        with pikepdf.open(path) as printed:
            starts = [*first_pages(printed, len(entries)), len(printed.pages)]
        for entry, (start, end) in zip(entries, pairwise(starts), strict=True):
            first, page = page, page + end - start
            files: list[tuple[PackFile, int | None]] = []
            for file in entry.files:
                files.append((file, None if file.ready is None else page))
                page += len(file.ready.pages) if file.ready else 0
            bound.append(Bound(entry=entry, source=path, start=start, end=end, first=first, files=tuple(files)))
    return bound


def bind(binding: Binding, bound: Sequence[Bound]) -> list[Mark]:
    """Put the printed entries and their attachments one after another; a mark for each page."""
    marks: list[Mark] = []
    for path, entries in groupby(bound, key=lambda one: one.source):
        printed = binding.open(path)
        parts: dict[tuple[int, int] | None, Any] = {}
        for one in entries:
            section = binding.section(f"{one.entry.number} {one.entry.title}")
            parts[None] = text = binding.section(one.entry.title, section)
            pages = binding.pages_from(printed, one.start, one.end)
            parts |= {binding.pdf.pages[number].obj.objgen: text for number in pages}
            marks += [Mark(strip=FOOT, right=one.entry.number) for _page in pages]
            for file, _page in one.files:
                if file.ready is not None:
                    marks += _bind_file(binding, one.entry, file.filename, file.ready, section)
        binding.rest_from(printed, lambda element, parts=parts: parts.get(page_of(element), parts[None]))
    return marks


def _bind_file(binding: Binding, entry: PackEntry, name: str, ready: Ready, section: Any) -> list[Mark]:
    source = binding.open(ready.path)
    binding.pages_from(source, 0, len(source.pages))
    part = binding.section(name, section)
    binding.rest_from(source, lambda _element: part)
    marks = []
    for number, page in enumerate(ready.pages, 1):
        where = str(_("Seite %(page)s von %(all)s", page=number, all=len(ready.pages)))
        left = " · ".join((entry.number, name, where))
        marks.append(Mark(strip=page.strip, left=left, note=str(NOTES[page.note]) if page.note else ""))
    return marks


def finish_pack(
    binding: Binding, cover: Path, bound: Sequence[Bound], marks: Sequence[Mark], target: Path, *, title: str
) -> None:
    """The finished pack: the front, running numbers, a bookmark and a link for each entry and each attachment."""
    front = binding.open(cover)
    offset = len(front.pages)
    binding.front(front)
    places = {f"{place}": offset + one.first for place, one in enumerate(bound)}
    for place, one in enumerate(bound):
        places |= {f"{place}/{at}": offset + page for at, (_file, page) in enumerate(one.files) if page is not None}
    binding.link(places)
    binding.mark(
        [*(Mark(strip=FOOT) for _page in range(offset)), *marks],
        lambda page, count: str(_("PDF-Seite %(page)s von %(all)s", page=page, all=count)),
    )
    outline = [
        Outlined(
            title=f"{one.entry.number} {one.entry.title}",
            page=offset + one.first,
            below=[Outlined(title=file.filename, page=offset + page) for file, page in one.files if page is not None],
        )
        for one in bound
    ]
    binding.finish(target, title=title, outline=outline)


def print_cover(*, path: Path, title: str, edition: str, organiser: str, juror: str, bound: Sequence[Bound]) -> None:
    """Print the front; its own length moves the page numbers in it, so it is printed again until they are right."""
    length = 1
    for _attempt in range(3):
        html = cover_html(edition=edition, organiser=organiser, juror=juror, bound=bound, length=length)
        printed = write_document(html=html, title=title, path=path, on_progress=lambda *_args: None)
        if printed.pages == length:
            return
        length = printed.pages
    raise ValueError("the list of contents does not come to rest")


def portions(public_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The entries in the portions that one print takes, in their order."""
    for start in range(0, len(public_ids), PER_PRINT):
        yield public_ids[start : start + PER_PRINT]
