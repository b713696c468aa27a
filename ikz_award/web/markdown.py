"""Markdown of the organiser as HTML: what it may say is text, lists, tables and links; everything else is shown as typed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from markdown_it.token import Token

_CLASSES = {
    "h2": "kern-heading-medium", "h3": "kern-heading-small", "a": "ikz-link", "table": "kern-table",
    "thead": "kern-table__head", "tbody": "kern-table__body", "tr": "kern-table__row", "th": "kern-table__header",
    "td": "kern-table__cell",
}  # fmt: skip

# Of a cell or table, read aloud or shown on a phone for each of them.
LONGEST_LABEL = 60
_TABLE = '<div class="ikz-table ikz-table--cards">%s<caption class="kern-sr-only">%s</caption>'


def to_html(text: str) -> Markup:
    """HTML of a Markdown text.

    Tags in the text are shown, addresses that run something are no links (the parser's own rule), pictures are not loaded.
    A page has one first heading, which is its title: the text's own begin on the second level. Tables become cards on a phone.
    """
    from markdown_it import MarkdownIt  # for these pages alone

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).enable("table").disable("image")
    tokens = parser.parse(text)
    _level_headings(tokens)
    for token in tokens:
        _dress(token)
        for child in token.children or []:
            _dress(child)
    captions = iter(_label_tables(tokens))
    html = str(parser.renderer.render(tokens, parser.options, {}))
    html = re.sub(r"<table[^>]*>", lambda found: _TABLE % (found[0], escape(next(captions))), html)
    return Markup(html.replace("</table>", "</table></div>"))  # noqa: S704 - by a parser that escapes what is not its own


def _level_headings(tokens: list[Token]) -> None:
    """Second and third level, beginning with the second; a heading without words is none."""
    is_first = True
    for place, token in enumerate(tokens):
        if token.type != "heading_open":
            continue
        has_words = bool(_plain(tokens[place + 1]).strip())
        tag = "p" if not has_words else "h2" if is_first or token.tag in ("h1", "h2") else "h3"
        token.tag = tokens[place + 2].tag = tag
        is_first &= not has_words


def _dress(token: Token) -> None:
    token.attrs.pop("style", None)  # of aligned columns: no style stands in our pages
    if token.nesting == 1 and token.tag in _CLASSES:
        token.attrSet("class", _CLASSES[token.tag])


def _label_tables(tokens: list[Token]) -> list[str]:
    """Say of each cell under which heading it stands, as the tables of our own pages do; returns what the tables are called."""
    labels: list[str] = []
    captions, chapter, place = [], "", 0
    for token, following in pairwise(tokens):
        match token.type:
            case "heading_open":
                chapter = _plain(following)
            case "table_open":
                captions.append(chapter[:LONGEST_LABEL] or "Tabelle")
                labels = []
            case "tr_open":
                place = 0
            case "th_open":
                token.attrSet("scope", "col")
                labels.append(_plain(following)[:LONGEST_LABEL])
            case "td_open":
                token.attrSet("data-label", labels[place])
                place += 1
    return captions


def _plain(inline: Token) -> str:
    return "".join(child.content for child in inline.children or [])
