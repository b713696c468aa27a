"""What a page costs over the wire and whether anything on it moves while it comes, as Chromium itself counts it.

Counted are the page and what it is made of: styles, scripts, fonts, our own pictures. What people handed in (photographs, PDFs)
and the screenshots of the handbook are content: as large as they are, and summed up apart.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.e2e.driver.patience import until

# Where what people handed in comes from (attachments, pictures of winners), and the screenshots of the handbook.
CONTENT = re.compile(r"/(anlagen|preistraeger)/|^/hilfe/bilder/")
# Bytes that a first visit and any other may cost.
COLD, WARM = 100_000, 20_000

# Every movement of what was already painted, whatever the reason.
WATCH = """
window.movedBy = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const names = entry.sources.map(({ node }) => node?.className || node?.parentElement?.className || node?.nodeName);
    window.movedBy.push([entry.value, names.join(" | ")]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = """async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  return window.movedBy;
}"""
# A village: 1.6 Mbit/s, 150 ms to the server and back.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}


@dataclass(kw_only=True)
class Weight:
    """One visit: bytes over the wire, heads of the answers included."""

    size: int = 0
    content: int = 0
    parts: list[tuple[str, int]] = field(default_factory=list)
    moved: list[tuple[float, str]] = field(default_factory=list)

    @property
    def requests(self) -> int:
        return len(self.parts)

    @property
    def shift(self) -> float:
        return sum(value for value, _names in self.moved)


class Scale:
    """Weighs what is opened in `page`; make it before the page's first visit."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._open: dict[str, str] = {}
        self._weight = Weight()
        page.add_init_script(WATCH)
        self._wire = page.context.new_cdp_session(page)
        self._wire.send("Network.enable")
        self._wire.on("Network.requestWillBeSent", self._asked)
        self._wire.on("Network.loadingFinished", self._answered)
        self._wire.on("Network.loadingFailed", lambda event: self._open.pop(event["requestId"], None))
        self._wire.on("Network.requestServedFromCache", lambda event: self._open.pop(event["requestId"], None))

    def slow_down(self) -> None:
        """From now on as over a slow line."""
        self._wire.send("Network.emulateNetworkConditions", SLOW)

    def cold(self, address: str) -> Weight:
        """The visit of somebody who was never here; who is logged in stays so."""
        self._page.goto("about:blank")
        self._wire.send("Network.clearBrowserCache")
        return self.visit(address)

    def visit(self, address: str) -> Weight:
        """A visit with whatever the browser has kept."""
        self._open.clear()
        self._weight = Weight()
        self._page.goto(address)
        moved = self._page.evaluate(SETTLED)
        until(self._page, lambda: not self._open, what=f"the end of {list(self._open.values())}", pause=20)
        self._weight.moved = [(value, names) for value, names in moved]
        return self._weight

    def _asked(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if not address.startswith(("data:", "blob:", "about:")):
            self._open[event["requestId"]] = f"{event.get('type', '')} {urlsplit(address).path}"

    def _answered(self, event: dict[str, Any]) -> None:
        name = self._open.pop(event["requestId"], None)
        size = round(event["encodedDataLength"])
        if name is None or not size:
            return  # from the browser's own store
        kind, _, path = name.partition(" ")
        if kind == "Image" and CONTENT.search(path):
            self._weight.content += size
            return
        self._weight.parts.append((path, size))
        self._weight.size += size
