"""Links within a document: a target's name means nothing in another document, so each link gets its place itself."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ikz_award.reports.pack.fields import annotations

DEPTH = 64


def explicit_targets(pdf: pikepdf.Pdf) -> None:
    """Let every link within the document lead to a page of it, and end those that lead nowhere."""
    pages = {page.obj.objgen for page in pdf.pages}
    for page in pdf.pages:
        for annotation in annotations(page.obj):
            if not isinstance(annotation, Dictionary):
                continue
            action = annotation.get(Name.A)
            is_inner = isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo
            if not is_inner and Name.Dest not in annotation:
                continue
            target = _resolved(pdf, action.get(Name.D) if is_inner else annotation.Dest)
            if is_inner:
                del annotation.A
            if target is not None and target[0].objgen in pages:
                annotation.Dest = target
            elif Name.Dest in annotation:
                del annotation.Dest


def _resolved(pdf: pikepdf.Pdf, target: Any, depth: int = 0) -> Array | None:
    if isinstance(target, Dictionary) and depth < DEPTH:
        return _resolved(pdf, target.get(Name.D), depth + 1)
    if isinstance(target, Array):
        return target if len(target) and isinstance(target[0], Dictionary) and target[0].is_indirect else None
    if isinstance(target, Name):
        listed = pdf.Root.get(Name.Dests)
        found = listed.get(str(target)) if isinstance(listed, Dictionary) else None
    elif isinstance(target, String):
        names = pdf.Root.get(Name.Names)
        tree = names.get(Name.Dests) if isinstance(names, Dictionary) else None
        found = _in_name_tree(tree, bytes(target))
    else:
        return None
    return _resolved(pdf, found, depth + 1) if depth < DEPTH and not isinstance(found, (Name, String)) else None


def _in_name_tree(node: Any, wanted: bytes, depth: int = 0) -> Any:
    if not isinstance(node, Dictionary) or depth > DEPTH:
        return None
    names = node.get(Name.Names)
    if isinstance(names, Array):
        for place in range(0, len(names) - 1, 2):
            if isinstance(names[place], String) and bytes(names[place]) == wanted:
                return names[place + 1]
    for child in list(node.get(Name.Kids, Array())):
        if (found := _in_name_tree(child, wanted, depth + 1)) is not None:
            return found
    return None
