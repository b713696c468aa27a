"""Tags: the order in which a screen reader reads a document. Kept where a source has them, made where it has none.

Keys of the parent tree are counted through all sources of one pack, so that they can simply be put side by side; roles become
standard ones and classes plain attributes, because names may mean something else in the next source.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_ROLES = """
    /Document /Part /Art /Sect /Div /BlockQuote /Caption /TOC /TOCI /Index /NonStruct /Private /P /H /H1 /H2 /H3 /H4 /H5 /H6 /L
    /LI /Lbl /LBody /Table /TR /TH /TD /THead /TBody /TFoot /Span /Quote /Note /Reference /BibEntry /Code /Link /Annot /Ruby /RB
    /RT /RP /Warichu /WT /WP /Figure /Formula /Form
"""
STANDARD = frozenset(_ROLES.split())
# Of an element; all else either belongs to its document or to newer parts of the norm.
KEPT = ("/Type", "/S", "/P", "/K", "/Pg", "/ID", "/A", "/T", "/Lang", "/Alt", "/E", "/ActualText")
MOST_ELEMENTS, DEPTH = 500_000, 64


class Unusable(Exception):  # noqa: N818 - a state of the tags
    """The tags of a source cannot be made sense of."""


def is_tagged(pdf: pikepdf.Pdf) -> bool:
    """Whether the PDF says what its parts are (PDF/UA): marked as such and with a tree that is not empty."""
    marks, root = pdf.Root.get(Name.MarkInfo), pdf.Root.get(Name.StructTreeRoot)
    is_marked = isinstance(marks, Dictionary) and bool(marks.get(Name.Marked, False))
    return is_marked and isinstance(root, Dictionary) and Name.K in root


def number_tree(node: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Number and value of each leaf of a PDF number tree; what lies deeper than `DEPTH` is left out, for it may be a circle."""
    if not isinstance(node, Dictionary) or depth > DEPTH:
        return
    numbers = node.get(Name.Nums)
    if isinstance(numbers, Array):
        for place in range(0, len(numbers) - 1, 2):
            if isinstance(numbers[place], int):
                yield int(numbers[place]), numbers[place + 1]
    for child in list(node.get(Name.Kids, Array())):
        yield from number_tree(child, depth + 1)


def kids_of(element: Any) -> list[Any]:
    """The children of a structure element as a list, also where the PDF holds a single one or none."""
    kids = element.get(Name.K)
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


class Tags:
    """The tags of one document while its pages are made ready; `prefix` keeps its identifiers apart from others'."""

    def __init__(self, pdf: pikepdf.Pdf, *, prefix: str, keeps: bool) -> None:
        self._pdf, self._prefix = pdf, prefix
        self.keeps = keeps and is_tagged(pdf)
        old: Any = pdf.Root.StructTreeRoot if self.keeps else Dictionary()
        self._parents = dict(number_tree(old.get(Name.ParentTree)))
        self._roles, self._classes = old.get(Name.RoleMap, Dictionary()), old.get(Name.ClassMap, Dictionary())
        self._root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._root.K = Array(kids_of(old))
        self._gone: set[tuple[int, int]] = set()

    def drop_page(self, page: Any) -> None:
        """Nothing on the page is what it was: its content is forgotten."""
        self._gone.add(page.objgen)
        if Name.StructParents in page:
            del page[Name.StructParents]

    def drop_annotation(self, annotation: Any) -> None:
        self._gone.add(annotation.objgen)

    def mark(self, page: Any, number: int, role: str, alternative: str = "") -> Any:
        """A new element, the last of the document, for the content of the page that is marked by `number`."""
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=self._root, Pg=page, K=number))
        if alternative:
            element.Alt = String(alternative)
        self._root.K.append(element)
        self._remember(page, number, element)
        return element

    def free_number(self, page: Any, used: int) -> int:
        """A mark that nothing on the page bears; `used` is the highest that is seen in its content."""
        known = self._parents.get(page.get(Name.StructParents))
        return max(used + 1, len(known) if isinstance(known, Array) else 0)

    def field_becomes_content(self, page: Any, widget: Any, number: int) -> bool:
        """Whether the field had an element, which now points to the marked content in place of the field."""
        element = self._parents.get(widget.get(Name.StructParent))
        if not isinstance(element, Dictionary):
            return False
        mark = Dictionary(Type=Name.MCR, Pg=page, MCID=number)
        kept = [kid for kid in kids_of(element) if not (isinstance(kid, Dictionary) and Name.Obj in kid)]
        element.K = Array([*kept, mark])
        self._remember(page, number, element)
        return True

    def _remember(self, page: Any, number: int, element: Any) -> None:
        key = page.get(Name.StructParents)
        if not isinstance(key, int) or not isinstance(self._parents.get(key), Array):
            key = page.StructParents = max(self._parents, default=-1) + 1
            self._parents[key] = Array()
        known = self._parents[key]
        while len(known) <= number:
            known.append(None)
        known[number] = element

    def finish(self, first_key: int) -> int:
        """Write the tree into the document, its keys from `first_key` on; the next free one. Raises `Unusable`."""
        identifiers = self._clean()
        numbers: list[Any] = []
        key = first_key
        for thing in self._pdf.objects:
            for name in (Name.StructParents, Name.StructParent):
                if isinstance(thing, (Dictionary, pikepdf.Stream)) and name in thing:
                    known = self._parents.get(thing[name]) if isinstance(thing[name], int) else None
                    if known is None:
                        del thing[name]
                        continue
                    numbers += [key, known]
                    thing[name], key = key, key + 1
        self._root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        self._root.Identifiers = Array([part for one in sorted(identifiers.items()) for part in (String(one[0]), one[1])])
        self._pdf.Root.StructTreeRoot = self._root
        return key

    def _clean(self) -> dict[str, Any]:
        identifiers: dict[str, Any] = {}
        seen: set[tuple[int, int]] = set()
        todo = [(kid, self._root) for kid in self._root.K if isinstance(kid, Dictionary)]
        self._root.K = Array([kid for kid, _root in todo])
        count = 0
        while todo:
            element, parent = todo.pop()
            count += 1
            if count > MOST_ELEMENTS or (element.is_indirect and element.objgen in seen):
                raise Unusable("elements without end")
            seen.add(element.objgen)
            element.P = parent
            self._plain(element)
            if Name.ID in element:
                identifiers[str(element.ID)] = element
            kept = [kid for kid in kids_of(element) if self._is_kept(kid, element)]
            element.K = Array(kept)
            todo += [(kid, element) for kid in kept if isinstance(kid, Dictionary) and Name.S in kid]
        return identifiers

    def _is_kept(self, kid: Any, element: Any) -> bool:
        if isinstance(kid, int):
            return not (Name.Pg in element and element.Pg.objgen in self._gone)
        if not isinstance(kid, Dictionary):
            return False
        if Name.Obj in kid:
            target = kid.Obj
            is_field = isinstance(target, Dictionary) and target.get(Name.Subtype) == Name.Widget
            return isinstance(target, (Dictionary, pikepdf.Stream)) and not is_field and target.objgen not in self._gone
        if Name.S in kid:
            return True
        page = kid.get(Name.Pg, element.get(Name.Pg))
        return Name.MCID in kid and isinstance(page, Dictionary) and page.objgen not in self._gone

    def _plain(self, element: Any) -> None:
        role, steps = str(element.get(Name.S)), 0
        while role not in STANDARD and role in self._roles and steps < DEPTH:
            role, steps = str(self._roles[role]), steps + 1
        element.S = Name(role if role in STANDARD else "/NonStruct")
        if Name.C in element:
            names = element.C if isinstance(element.C, Array) else [element.C]
            found = [self._classes[str(name)] for name in names if isinstance(name, Name) and str(name) in self._classes]
            own = element.get(Name.A)
            element.A = Array([*found, *(own if isinstance(own, Array) else [] if own is None else [own])])
        for key in list(element.keys()):
            if key not in KEPT:
                del element[key]
        if Name.ID in element:
            element.ID = self._identifier(element.ID)
        attributes = element.get(Name.A)
        if attributes is not None:
            element.A = Array([self._attribute(one) for one in (attributes if isinstance(attributes, Array) else [attributes])])

    def _attribute(self, attribute: Any) -> Any:
        if not isinstance(attribute, Dictionary) or not isinstance(attribute.get(Name.Headers), Array):
            return attribute
        own = Dictionary(attribute)
        own.Headers = Array([self._identifier(name) for name in attribute.Headers])
        return own

    def _identifier(self, given: Any) -> String:
        return String(self._prefix + bytes(given).hex())
