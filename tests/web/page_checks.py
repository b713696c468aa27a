"""What every HTML page of the application must hold. `check_page` is called by the test client for each HTML response.

The rules are those a validator and a screen reader would complain about first; they are read from the parsed tree, not by
searching the text, so that a page is judged as a browser sees it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib

_CONTROLS = {"input", "select", "textarea"}
_UNLABELLED_INPUTS = {"hidden", "submit", "button", "image", "reset"}
_ID_LISTS = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "aria-errormessage", "headers")
_NAMING = ("aria-label", "aria-labelledby", "title")


# What differs from one request to the next and is no part of what is judged here.
_TOKENS = re.compile(r'(nonce="|name="(?:csrf_token|idempotency_key)"[^>]* value="|"csrf_token": ?")[^"]*')


def check_page(html: str) -> None:
    """Raise AssertionError naming every fault of a whole page, or return nothing."""
    faults = faults_of_page(_TOKENS.sub(r"\1x", html))
    assert not faults, "page_checks:\n" + "\n".join(f"- {fault}" for fault in faults)


@lru_cache(maxsize=2_000)
def faults_of_page(html: str) -> tuple[str, ...]:
    """The faults of a page that differs from others by more than its tokens: parsing takes longer than making it."""
    return tuple(faults_of(html))


def faults_of(html: str) -> list[str]:
    """Every fault of a whole page, as text for people; empty for a good page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html)
    checks: tuple[Callable[[Element], Iterator[str]], ...] = (
        _language,
        _headings,
        _ids,
        _references,
        _labels,
        _scripts_and_styles,
        _images,
        _names,
        _tables,
    )
    return [*_parse_errors(parser), *(fault for check in checks for fault in check(root))]


def _parse_errors(parser: html5lib.HTMLParser) -> Iterator[str]:
    for (line, column), code, details in parser.errors:
        about = details.get("name") or details.get("data") or ""
        yield f"invalid HTML at line {line}, column {column}: {code} {about}".rstrip()


def _elements(root: Element, *tags: str) -> Iterator[Element]:
    """All elements with one of the tags (all without tags); html5lib marks comments by a tag that is no string."""
    for element in root.iter():
        if isinstance(element.tag, str) and (not tags or _tag(element) in tags):
            yield element


def _tag(element: Element) -> str:
    """The tag without the namespace that SVG elements carry."""
    return element.tag.rpartition("}")[2]


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _describe(element: Element) -> str:
    marks = "".join(f' {name}="{element.get(name)}"' for name in ("id", "name", "href", "class") if element.get(name))
    return f"<{_tag(element)}{marks}>"


def _language(root: Element) -> Iterator[str]:
    if not root.get("lang"):
        yield "the html element has no lang"


def _headings(root: Element) -> Iterator[str]:
    headings = list(_elements(root, "h1"))
    if len(headings) != 1:
        yield f"{len(headings)} h1 elements, there must be one"
        return
    heading = _text(headings[0])
    if not heading:
        yield "the h1 is empty"
    titles = [_text(title) for title in _elements(root, "title") if "}" not in title.tag]
    title = titles[0] if titles else ""
    if not title.startswith(heading) or not title:
        yield f"the title “{title}” does not start with the h1 “{heading}”"
    last = 0
    for element in _elements(root, "h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(_tag(element)[1])
        if last and level > last + 1:
            yield f"the heading “{_text(element)}” jumps from h{last} to h{level}"
        last = level


def _ids(root: Element) -> Iterator[str]:
    counts = Counter(element.get("id") for element in _elements(root) if element.get("id") is not None)
    for name, count in counts.items():
        if not name or name.split() != [name]:
            yield f"the id “{name}” is empty or has blanks"
        if count > 1:
            yield f"the id “{name}” occurs {count} times"


def _references(root: Element) -> Iterator[str]:
    ids = {element.get("id") for element in _elements(root)}
    for element in _elements(root):
        for attribute in _ID_LISTS:
            for name in (element.get(attribute) or "").split():
                if name not in ids:
                    yield f"{_describe(element)}: {attribute} points to “{name}”, which is not on the page"
        target = element.get("for") if _tag(element) in {"label", "output"} else None
        if target is not None and target not in ids:
            yield f"{_describe(element)}: for points to “{target}”, which is not on the page"
        fragment = (element.get("href") or "") if _tag(element) == "a" else ""
        if fragment.startswith("#") and fragment[1:] not in ids:
            yield f"{_describe(element)}: the link's target is not on the page"


def _labels(root: Element) -> Iterator[str]:
    named = {label.get("for") for label in _elements(root, "label") if _text(label)} - {None}
    wrapped = {id(inner) for label in _elements(root, "label") if _text(label) for inner in label.iter()}
    for control in _elements(root, *_CONTROLS):
        if _tag(control) == "input" and control.get("type", "text") in _UNLABELLED_INPUTS:
            continue
        has_name = any((control.get(attribute) or "").strip() for attribute in _NAMING)
        if control.get("id") not in named and id(control) not in wrapped and not has_name:
            yield f"{_describe(control)} has no label"


def _scripts_and_styles(root: Element) -> Iterator[str]:
    for script in _elements(root, "script"):
        if not script.get("src") and not script.get("nonce"):
            yield "an inline script without nonce"
    for style in _elements(root, "style"):
        if not style.get("nonce"):
            yield "an inline style element without nonce"
    for element in _elements(root):
        for attribute in element.attrib:
            if attribute == "style":
                yield f"{_describe(element)} has a style attribute"
            elif attribute.startswith("on"):
                yield f"{_describe(element)} has the inline handler {attribute}"


def _images(root: Element) -> Iterator[str]:
    for image in _elements(root, "img"):
        if image.get("alt") is None:
            yield f"{_describe(image)} has no alt"
    for image in _elements(root, "svg"):
        is_named = image.get("aria-label") or image.get("aria-labelledby")
        if image.get("aria-hidden") != "true" and not (image.get("role") == "img" and is_named):
            yield f"{_describe(image)} is neither hidden nor named"


def _names(root: Element) -> Iterator[str]:
    for element in _elements(root, "a", "button", "summary"):
        inner = " ".join(image.get("alt") or "" for image in _elements(element, "img"))
        has_name = any((element.get(attribute) or "").strip() for attribute in _NAMING)
        if not _text(element) and not inner.strip() and not has_name:
            yield f"{_describe(element)} has no text"
    for link in _elements(root, "a"):
        if link.get("href") is not None and not (link.get("href") or "").strip():
            yield f"{_describe(link)} has an empty href"


def _tables(root: Element) -> Iterator[str]:
    for table in _elements(root, "table"):
        captions = [_text(caption) for caption in _elements(table, "caption")]
        if not any(captions) and not table.get("aria-label") and not table.get("aria-labelledby"):
            yield f"{_describe(table)} has no caption"
