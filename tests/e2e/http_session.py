"""A browser without a screen: cookies, forms and redirects over real HTTP, for runs with many people."""

import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin

from tests.client import form_fields
from tests.e2e.patience import SECONDS


@dataclass(frozen=True)
class Page:
    """What came back, after redirects."""

    url: str
    text: str


class HttpSession:
    """One person's session with a running server."""

    def __init__(self, url: str) -> None:
        self._url, self._cookies = url, CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies))

    def get(self, address: str) -> Page:
        return self._open(urljoin(self._url, address), None)

    def send(self, page: Page, values: Mapping[str, str], *, form: str, again: bool = False) -> Page:
        """Fill in the form of `page` whose id or action contains `form`, and send it; `again`: twice, like a double click."""
        action, fields = form_fields(page.text, form)
        for name, value in values.items():
            fields[name] = value
        target, body = urljoin(page.url, action), urlencode(list(fields.items(multi=True))).encode()
        if again:
            self._open(target, body)
        return self._open(target, body)

    def log_in(self, email: str, password: str) -> None:
        page = self.get("/konto/anmelden")
        page = self.send(page, {"email": email, "password": password}, form="anmelden")
        if "/konto/anmelden" in page.url:
            raise AssertionError(f"{email} cannot log in")

    def _open(self, url: str, body: bytes | None) -> Page:
        # The server takes forms only from its own pages.
        request = urllib.request.Request(url, data=body, headers={"Referer": url, "Origin": self._url})
        with self._opener.open(request, timeout=SECONDS) as answer:
            return Page(answer.url, answer.read().decode())
