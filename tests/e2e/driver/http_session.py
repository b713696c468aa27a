"""A browser without a screen: cookies, forms and redirects over real HTTP, for runs with many people."""

import secrets
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urljoin

from tests.client import form_fields
from tests.e2e.driver.patience import SECONDS


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

    def call(self, page: Page, action: str, values: Mapping[str, str], *, file: tuple[str, bytes] | None = None) -> Page:
        """What a script of `page` sends to `action` by itself, with the page's token; `file`: name and content."""
        fields = {"csrf_token": form_fields(page.text)[1]["csrf_token"], **values}
        target = urljoin(page.url, action)
        if file is None:
            return self._open(target, urlencode(fields).encode())
        border = secrets.token_hex(16)
        parts = [f'--{border}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n' for k, v in fields.items()]
        parts.append(f'--{border}\r\nContent-Disposition: form-data; name="file"; filename="{file[0]}"\r\n\r\n')
        body = "".join(parts).encode() + file[1] + f"\r\n--{border}--\r\n".encode()
        return self._open(target, body, kind=f"multipart/form-data; boundary={border}")

    def _open(self, url: str, body: bytes | None, *, kind: str = "application/x-www-form-urlencoded") -> Page:
        # The server takes forms only from its own pages.
        headers = {"Referer": url, "Origin": self._url, "Content-Type": kind}
        request = urllib.request.Request(url, data=body, headers=headers)
        with self._opener.open(request, timeout=SECONDS) as answer:
            return Page(answer.url, answer.read().decode())
