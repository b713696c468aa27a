"""How pages look at several widths: labels within their buttons, no text cut, nothing on top of another, no sideways scroll.

A page is judged from its HTML, drawn again in a browser of its own, so that looking disturbs nobody who is at work in it.
"""

import mimetypes
import re
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Route

from tests.e2e.driver.patience import be_patient

ROOT = Path(__file__).resolve().parents[3]
CHECK = (Path(__file__).parent / "layout.js").read_text()
WIDTHS = (360, 820, 1280, 1920)
HEIGHT = 900
# Sends what stands on a page, with what scripts have made of it, to whoever collects pages.
COLLECTOR = """
const collect = () => window.collectPage?.(location.pathname, document.documentElement.outerHTML);
if (location.protocol.startsWith("http")) addEventListener("load", () => setTimeout(collect));
"""
# Takes a page's place in a document that keeps the styles it has loaded: they are large, and nearly the same for all.
DRAW = """async (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const wanted = [...page.querySelectorAll("link[rel=stylesheet]")];
  const own = [...document.querySelectorAll("link[rel=stylesheet]")];
  const known = new Map(own.map((link) => [link.getAttribute("href"), link]));
  const names = new Set(wanted.map((link) => link.getAttribute("href")));
  await Promise.all(wanted.filter((link) => !known.has(link.getAttribute("href"))).map((link) => new Promise((done) => {
    const fresh = document.importNode(link, true);
    fresh.onload = fresh.onerror = done;
    document.head.append(fresh);
  })));
  // The sheet, not the link: a link switched on again would be fetched again, while the page is looked at.
  for (const [name, link] of known) link.sheet.disabled = !names.has(name);
  for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
  for (const { name, value } of page.documentElement.attributes) document.documentElement.setAttribute(name, value);
  document.body.replaceWith(document.importNode(page.body, true));
  document.querySelectorAll("script").forEach((script) => script.remove());
  // A sheet just loaded has its fonts in the document only once the page is styled anew.
  document.body.getBoundingClientRect();
  // Every cut of the writing, used on this page or not: what is measured is the same on a machine that is slow to load one.
  await Promise.all([...document.fonts].map((face) => face.load().catch(() => null)));
  await document.fonts.ready;
}"""
# A busy browser learns its new width before the rules that depend on it hold: what is measured between is neither.
SETTLE = """async (width) => {
  do await new Promise(requestAnimationFrame);
  while (innerWidth !== width || !matchMedia(`(width: ${width}px)`).matches);
}"""
# Wider than what a reader's machine has in place of ours, be it for the writing or for a larger size in the browser.
WIDE = "font-display:block;size-adjust:118%"
_ORIGIN = "http://layout.example"
_EMPTY = '<!DOCTYPE html><html lang="de"><head><title>Layout</title></head><body></body></html>'


class Drawing:
    """A browser of its own in which pages are drawn again; styles and pictures come from the folder, nothing from a server."""

    def __init__(self, browser: Browser, *, face: str = "font-display:block") -> None:
        """`face` are the declarations that take the place of `font-display: optional`, as a page's fonts have it."""
        self._context: BrowserContext = browser.new_context(locale="de-DE", reduced_motion="reduce")
        be_patient(self._context)
        self.page = self._context.new_page()
        self.page.route("**/*", lambda route: _answer(route, face))
        self.page.goto(f"{_ORIGIN}/")

    def faults(self, html: str, *, widths: Sequence[int] = WIDTHS) -> list[str]:
        """Every fault at each of the widths, as text for people."""
        self.page.evaluate(DRAW, html)
        return self.again(widths)

    def again(self, widths: Sequence[int] = WIDTHS) -> list[str]:
        """The faults of what is drawn now."""
        found = []
        for width in widths:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            self.page.evaluate(SETTLE, width)
            found += [f"at {width}: {fault}" for fault in self.page.evaluate(CHECK)]
        return found

    def close(self) -> None:
        self._context.close()


class Collection:
    """The pages that people in browsers came by, each kind once."""

    def __init__(self) -> None:
        self._known: set[tuple[str, str]] = set()
        self._waiting: list[tuple[str, str]] = []

    def add(self, path: str, html: str) -> None:
        kind = (re.sub(r"/(?=[^/]*\d)[^/]+", "/…", path), _heading(html))
        if kind not in self._known:
            self._known.add(kind)
            self._waiting.append((path, html))

    def check(self, drawing: Drawing) -> None:
        """Raise AssertionError naming every fault of what was collected since the last time."""
        waiting, self._waiting = self._waiting, []
        found = [f"{path} {fault}" for path, html in waiting for fault in drawing.faults(html)]
        assert not found, "layout:\n" + "\n".join(f"- {fault}" for fault in found)


PAGES = Collection()


def collect_pages(context: BrowserContext) -> None:
    """Have every page that is opened in the context looked at once the test is over."""
    context.expose_binding("collectPage", lambda source, path, html: PAGES.add(path, html))
    context.add_init_script(COLLECTOR)


def _heading(html: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return found.group(1).strip() if found else ""


def _answer(route: Route, face: str) -> None:
    path = urlsplit(route.request.url).path
    if route.request.is_navigation_request():
        route.fulfill(body=_EMPTY, content_type="text/html; charset=utf-8")
    elif path.startswith("/static/") and (file := ROOT / path.removeprefix("/")).is_file():
        body = file.read_bytes()
        if file.suffix == ".css":
            body = re.sub(rb"font-display:\s*optional", face.encode(), body)
        route.fulfill(body=body, content_type=mimetypes.guess_type(file.name)[0] or "text/plain")
    else:
        route.abort()
