"""Structure elements of a document, walked."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name


def elements(pdf: pikepdf.Pdf) -> list[Any]:
    """All structure elements in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        if isinstance(node, Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, Dictionary) and Name.S in node:
            yield node
            yield from walk(node.get(Name.K))

    return list(walk(pdf.Root.StructTreeRoot.K))
