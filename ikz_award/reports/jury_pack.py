"""A juror's pack: entries as printed pages, attachments between them, bookmarks, and a list of contents in front.

Entries are printed a few at a time and put together on disk, so that memory does not grow with their number.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps

from ikz_award.queries.jury_reading import Reading
from ikz_award.reports.documents import write_document
from ikz_award.reports.environment import environment

PER_PRINT = 12
# Bytes of attachments in one pack; what comes after them is listed, to be read on the screen.
MOST_ATTACHED = 100 * 1024 * 1024
# A4 at 200 dots per inch: what a printer shows of a picture.
PICTURE_SIZE = (1654, 2339)


@dataclass(frozen=True, kw_only=True)
class PackFile:
    """An attachment; `path` None: not to be printed (a table, a text document), or too much for one pack."""

    filename: str
    path: Path | None


@dataclass(frozen=True, kw_only=True)
class PackEntry:
    number: str
    title: str
    category: str
    files: Sequence[PackFile]


@dataclass(kw_only=True)
class Bound:
    """An entry in the put-together document; `first` is its page, from 0, without the pages in front."""

    entry: PackEntry
    first: int
    files: list[tuple[str, int]] = field(default_factory=list)


def entries_html(pages: Sequence[Reading]) -> str:
    """Some entries, each with its score page, as one HTML document; all texts escaped."""
    return environment().get_template("reports/jury_pack.html").render(pages=pages, edition=pages[0].edition)


def cover_html(*, edition: str, organiser: str, juror: str, rows: Sequence[tuple[PackEntry, int]]) -> str:
    """The front: whose pack it is, what is in it; `rows`: entry and page from 1."""
    return (
        environment()
        .get_template("reports/jury_pack_cover.html")
        .render(edition=edition, organiser=organiser, juror=juror, rows=rows)
    )


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
        picture.thumbnail(longest)
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail(PICTURE_SIZE)
        upright.save(target, "PDF", resolution=200)
    return target


class Unreadable(Exception):  # noqa: N818 - a state of a file
    """A PDF that cannot be opened."""


def check_pdf(path: Path) -> None:
    """Raises `Unreadable` where the file could not be put into a pack."""
    try:
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                raise Unreadable(path.name)
    except pikepdf.PdfError as error:
        raise Unreadable(path.name) from error


def bind(prints: Sequence[tuple[Path, Sequence[PackEntry]]], target: Path) -> list[Bound]:
    """Put the printed entries and their attachments into one document at `target`, without front and bookmarks."""
    bound: list[Bound] = []
    with ExitStack() as open_files, pikepdf.new() as whole:
        for path, entries in prints:
            printed = open_files.enter_context(pikepdf.open(path))
            starts = [*first_pages(printed, len(entries)), len(printed.pages)]
            for place, entry in enumerate(entries):
                one = Bound(entry=entry, first=len(whole.pages))
                whole.pages.extend(printed.pages[starts[place] : starts[place + 1]])
                for file in entry.files:
                    if file.path is not None:
                        one.files.append((file.filename, len(whole.pages)))
                        whole.pages.extend(open_files.enter_context(pikepdf.open(file.path)).pages)
                bound.append(one)
        whole.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return bound


def put_in_front(cover: Path, body: Path, bound: Sequence[Bound], target: Path, *, title: str) -> None:
    """The finished pack: the front, the body, a bookmark for each entry and each attachment."""
    with pikepdf.open(cover) as front, pikepdf.open(body) as rest, pikepdf.new() as whole:
        offset = len(front.pages)
        whole.pages.extend(front.pages)
        whole.pages.extend(rest.pages)
        with whole.open_outline() as outline:
            for one in bound:
                item = pikepdf.OutlineItem(f"{one.entry.number} {one.entry.title}", offset + one.first)
                item.children.extend(pikepdf.OutlineItem(name, offset + page) for name, page in one.files)
                item.is_closed = True
                outline.root.append(item)
        whole.docinfo["/Title"] = title
        whole.Root.Lang = "de"
        whole.Root.PageMode = pikepdf.Name.UseOutlines
        whole.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def print_cover(*, path: Path, title: str, edition: str, organiser: str, juror: str, bound: Sequence[Bound]) -> None:
    """Print the front; its own length moves the page numbers in it, so it is printed again until they are right."""
    length = 1
    for _attempt in range(3):
        rows = [(one.entry, one.first + length + 1) for one in bound]
        html = cover_html(edition=edition, organiser=organiser, juror=juror, rows=rows)
        printed = write_document(html=html, title=title, path=path, on_progress=lambda *_args: None)
        if printed.pages == length:
            return
        length = printed.pages
    raise ValueError("the list of contents does not come to rest")


def portions(public_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(public_ids), PER_PRINT):
        yield public_ids[start : start + PER_PRINT]
