"""Printed entries and attachments put together: pages, tags, layers and links of many documents in one."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ikz_award.reports.pack.fields import annotations
from ikz_award.reports.pack.font import MarkFont
from ikz_award.reports.pack.layers import Layers
from ikz_award.reports.pack.marks import Mark, put_mark
from ikz_award.reports.pack.structure import kids_of, number_tree

# Links in what is printed here lead there; the rest of the address says to what.
PLACE = "https://mappe.invalid/"


@dataclass(frozen=True, kw_only=True)
class Outlined:
    """A bookmark: its title, its page from 0, and those below it."""

    title: str
    page: int
    below: Sequence["Outlined"] = ()


class Binding:
    """A document that grows on disk: sources stay open, their pages are read when it is saved."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self._sources, self._layers = ExitStack(), Layers()
        self._root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array()))
        self._parents: dict[int, Any] = {}
        self._identifiers: dict[str, Any] = {}

    def open(self, path: Path) -> pikepdf.Pdf:
        return self._sources.enter_context(pikepdf.open(path))

    def close(self) -> None:
        self._sources.close()
        self.pdf.close()

    def pages_from(self, source: pikepdf.Pdf, start: int, end: int) -> range:
        """Append pages; their places."""
        first = len(self.pdf.pages)
        for number in range(start, end):
            self.pdf.pages.append(source.pages[number])
        return range(first, len(self.pdf.pages))

    def front(self, source: pikepdf.Pdf) -> None:
        """Put all pages of a source before what is there, for the eye and for the ear."""
        for number, page in enumerate(source.pages):
            self.pdf.pages.insert(number, page)
        kids = list(self._document.K)
        self._document.K = Array()
        self.rest_from(source, lambda _element: self._document)
        self._document.K.extend(kids)

    def section(self, title: str, parent: Any = None) -> Any:
        """A part of the document for screen readers."""
        above = self._document if parent is None else parent
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=above, T=String(title), K=Array()))
        above.K.append(made)
        return made

    def rest_from(self, source: pikepdf.Pdf, section_of: Callable[[Any], Any]) -> None:
        """Tags and layers of a source whose pages are all here; `section_of` says where an element of its first level goes."""
        if Name.OCProperties in source.Root:
            self._layers.add(self.pdf.copy_foreign(source.Root.OCProperties))
        if Name.StructTreeRoot not in source.Root:
            return
        tree = self.pdf.copy_foreign(source.Root.StructTreeRoot)
        for element in _parts_of(tree):
            section = section_of(element)
            element.P = section
            section.K.append(element)
            if Name.Lang in source.Root and Name.Lang not in element:
                element.Lang = String(str(source.Root.Lang))
        self._parents |= dict(number_tree(tree.ParentTree))
        listed = list(tree.get(Name.Identifiers, Array()))
        self._identifiers |= {str(name): element for name, element in zip(listed[::2], listed[1::2], strict=True)}

    def link(self, places: Mapping[str, int]) -> None:
        """Let links to a place lead to its page; those to what is not here lead to the front."""
        for page in self.pdf.pages:
            for annotation in annotations(page.obj):
                action = annotation.get(Name.A)
                address = str(action.get(Name.URI, "")) if isinstance(action, Dictionary) else ""
                if address.startswith(PLACE):
                    target = places.get(address.removeprefix(PLACE), 0)
                    del annotation.A
                    annotation.Dest = Array([self.pdf.pages[target].obj, Name.Fit])

    def mark(self, marks: Sequence[Mark], words: Callable[[int, int], str]) -> None:
        """A mark for each page; `words`: its number, from 1, and how many there are."""
        numbers = [" · ".join(filter(None, (one.right, words(place, len(marks))))) for place, one in enumerate(marks, 1)]
        font = MarkFont([*numbers, *(text for mark in marks for text in (mark.left, mark.note))])
        embedded = font.embed(self.pdf)
        for page, mark, number in zip(self.pdf.pages, marks, numbers, strict=True):
            put_mark(self.pdf, page.obj, mark, number, font, embedded)

    def finish(self, target: Path, *, title: str, outline: Sequence[Outlined]) -> None:
        root = self.pdf.Root
        self._layers.write(self.pdf)
        self._write_tags()
        with self.pdf.open_outline() as bookmarks:
            bookmarks.root.extend(_bookmark(one) for one in outline)
        self.pdf.docinfo["/Title"] = title
        root.Lang, root.PageMode = String("de"), Name.UseOutlines
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self.pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    def _write_tags(self) -> None:
        numbers = [part for key in sorted(self._parents) for part in (key, self._parents[key])]
        self._root.K = Array([self._document])
        self._root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self._root.ParentTreeNextKey = max(self._parents, default=-1) + 1
        if self._identifiers:
            names = [part for name in sorted(self._identifiers) for part in (String(name), self._identifiers[name])]
            self._root.IDTree = self.pdf.make_indirect(Dictionary(Names=Array(names)))
        self.pdf.Root.StructTreeRoot = self._root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)


def _bookmark(one: Outlined) -> pikepdf.OutlineItem:
    item = pikepdf.OutlineItem(one.title, one.page)
    item.children.extend(_bookmark(below) for below in one.below)
    item.is_closed = True
    return item


def _parts_of(tree: Any) -> list[Any]:
    """The elements of the first level; where one stands for the whole document, those below it."""
    found = []
    for element in kids_of(tree):
        below = kids_of(element)
        is_whole = Name.Document == element.S and all(isinstance(one, Dictionary) and Name.S in one for one in below)
        found += below if is_whole else [element]
    return found


def page_of(element: Any) -> tuple[int, int] | None:
    """The page on which an element's content begins."""
    for _step in range(64):
        if Name.Pg in element:
            return element.Pg.objgen
        inner = [kid for kid in kids_of(element) if isinstance(kid, Dictionary)]
        if not inner:
            return None
        element = inner[0]
    return None
