"""Every page of the demonstration, as each role: what it and all it links to cost over the wire, without a browser.

Bytes are those of the answers as a browser of today gets them, with `HEAD` for each one's head. What people handed in is
content and not counted. tests/e2e/test_weight.py weighs the same in Chromium.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import brotli
import pytest
from flask import Flask
from selectolax.lexbor import LexborHTMLParser

from ikz_award.web.assets import sources
from ikz_award.web.assets.fonts import FIRST
from ikz_award.web.assets.links import read_built
from tests.architecture.test_audience import AUDIENCE, World, address, client_of
from tests.architecture.working_links import world_with_links
from tests.client import PageClient
from tests.e2e.weight import COLD, CONTENT, WARM

ROLES = ("anonymous", "owner", "juror", "admin")
# Who sees little that these do not.
MORE_ROLES = ("invited", "biased juror", "chair")
# One is being scored, the other open for entries.
SLUGS = ("landespreis-1", "landespreis-2")
HEADERS = {"Accept-Encoding": "gzip, br", "Sec-Fetch-Site": "same-origin"}
# Bytes of an answer's head: with policy and cookies a page's has some 800, a file's some 350.
HEAD = 800
# The page, one stylesheet, three fonts, the picture of the tab, and at most four files of scripts.
MOST_REQUESTS = 10
LINKS = "link[rel=stylesheet], link[rel=preload], link[rel=icon], script[src], img[src]"


def pages_of(app: Flask, world: World, role: str) -> Iterator[tuple[str, int, str]]:
    """Each page that the role may look at: where, bytes of its answer, its HTML."""
    client, _token = client_of(app, world, role)
    for rule in app.url_map.iter_rules():
        name = rule.endpoint
        if "GET" not in (rule.methods or ()) or role not in AUDIENCE[name] or name.endswith("static"):
            continue
        place = address(app, world, name)
        for other in sorted({place, place.replace(*SLUGS)}):
            answer = client.get(other, headers=HEADERS)
            if answer.mimetype != "text/html" or answer.location:
                continue
            size, is_small = len(answer.data), "Content-Encoding" not in answer.headers
            html = answer.text if is_small else brotli.decompress(answer.data).decode()
            if "<h1" in html:
                yield f"{name} of {other}", size, html


def linked(place: str, html: str) -> list[str]:
    found = LexborHTMLParser(html).css(LINKS)
    named = [urljoin(place, node.attributes.get("href") or node.attributes.get("src") or "") for node in found]
    return [one for one in named if not CONTENT.search(one)]


class Files:
    """What files cost, each asked for once."""

    def __init__(self, client: PageClient) -> None:
        self._client, self._known = client, dict[str, int]()

    def size(self, place: str) -> int:
        if place not in self._known:
            with self._client.get(place, headers=HEADERS) as answer:
                assert answer.status_code == 200, place
                kept = "immutable" if place.startswith("/static/") else "max-age=86400"
                assert kept in answer.headers["Cache-Control"], f"{place} is asked for again and again"
                self._known[place] = len(answer.data)
        return self._known[place]


@pytest.mark.parametrize("role", [*ROLES, *(pytest.param(role, marks=pytest.mark.long) for role in MORE_ROLES)])
def test_no_page_of_a_role_is_heavy(demo: Flask, role: str) -> None:
    assert read_built(), "what pages are made of is not built: make dev"
    files, faults, seen = Files(demo.test_client()), list[str](), 0
    kern, built = classes_of(sources.STATIC / sources.KERN), classes_of(*sources.BUILT.glob("style.*.css"))
    rare = characters_of_the_rest()
    for name, warm, html in pages_of(demo, world_with_links(demo), role):
        seen += 1
        links = linked(name.rpartition(" of ")[2], html)
        cold = HEAD + warm + sum(HEAD + files.size(link) for link in links)
        if warm + HEAD > WARM or cold > COLD or len(links) + 1 > MOST_REQUESTS:
            faults.append(f"{name}: {cold} bytes cold, {warm + HEAD} warm, {len(links) + 1} requests")
        if sum(link.endswith(".css") for link in links) != 1:
            faults.append(f"{name}: more than the one stylesheet: {links}")
        used = {one for node in LexborHTMLParser(html).css("[class]") for one in (node.attributes["class"] or "").split()}
        if lost := (used & kern) - built:
            faults.append(f"{name}: without their styles: {lost}")
        if told := {character for character in LexborHTMLParser(html).text() if ord(character) in rare}:
            faults.append(f"{name}: needs the second part of the fonts for {told}")
    assert not faults, "\n".join(faults)
    assert seen >= 8


def classes_of(*paths: object) -> set[str]:
    return {name for path in paths for name in re.findall(r"\.(kern-[\w-]+)", path.read_text())}  # type: ignore[attr-defined]


def characters_of_the_rest() -> set[int]:
    """What is in our fonts, but not in their first part."""
    ranges = json.loads(sources.MANIFEST.read_text())["faces"]["files"].values()
    rest = set[int]()
    for _first, (_name, text) in ranges:
        for one in text.split(","):
            low, _, high = one.removeprefix("U+").partition("-")
            rest |= set(range(int(low, 16), int(high or low, 16) + 1))
    assert rest
    assert not rest & FIRST
    return rest
