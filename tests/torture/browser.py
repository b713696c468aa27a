"""A browser as far as torture needs one: one person's session over real HTTP, from an address of its own."""

import http.client
import secrets
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.client import form_fields

# Far longer than any answer may take: a hanging request is a failure, not a wait.
PATIENCE = 30.0
Fields = Mapping[str, str] | Iterable[tuple[str, str]]


class Lost(Exception):  # noqa: N818 - what torture is about
    """No answer came: refused, cut off, or too late."""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Post:
    """A form as it goes over the line, so that the very same can be sent again."""

    path: str
    body: bytes
    media_type: str = "application/x-www-form-urlencoded"


@dataclass
class Browser:
    """Connects to `port` on this machine from `address` (of 127.0.0.0/8), logged in by `token`."""

    port: int
    token: str = ""
    address: str = "127.0.0.1"
    patience: float = PATIENCE
    csrf: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.token:
            self.cookies["ikz_award"] = self.token

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, None, {})

    def send(self, post: Post) -> Answer:
        return self._ask("POST", post.path, post.body, {"Content-Type": post.media_type})

    def form(self, path: str, fields: Fields) -> Post:
        """A form with this session's CSRF token and a new idempotency key."""
        pairs = [*(fields.items() if isinstance(fields, Mapping) else fields), ("csrf_token", self.token_of_forms())]
        if all(name != "idempotency_key" for name, _value in pairs):
            pairs.append(("idempotency_key", secrets.token_urlsafe(16)))
        return Post(path, urlencode(pairs).encode())

    def file(self, path: str, fields: Mapping[str, str], *, name: str, data: bytes) -> Post:
        """The same with a file."""
        edge = secrets.token_hex(16)
        parts = {**fields, "csrf_token": self.token_of_forms(), "idempotency_key": secrets.token_urlsafe(16)}
        lines = [f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in parts.items()]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = "".join(lines).encode() + head.encode() + data + f"\r\n--{edge}--\r\n".encode()
        return Post(path, body, f"multipart/form-data; boundary={edge}")

    def drop(self, post: Post, *, part: float = 1.0, linger: float = 0.0) -> None:
        """Send the form, or a part of it, and hang up without hearing the answer, at once or after `linger` seconds."""
        with self.connect() as line:
            line.sendall(self.head("POST", post.path, len(post.body), post.media_type))
            line.sendall(post.body[: int(len(post.body) * part)])
            if linger:
                line.settimeout(linger)
                try:
                    line.recv(1)
                except OSError:
                    return

    def head(self, method: str, path: str, length: int, media_type: str) -> bytes:
        return (
            f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nOrigin: http://{self.host}\r\nReferer: http://{self.host}{path}"
            f"\r\nCookie: {self._cookie()}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n"
        ).encode()

    def connect(self) -> socket.socket:
        try:
            return socket.create_connection(("127.0.0.1", self.port), self.patience, source_address=(self.address, 0))
        except OSError as error:
            raise Lost(str(error)) from error

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def token_of_forms(self) -> str:
        """The CSRF token; fetched once, with a page that every account has."""
        if not self.csrf:
            answer = self.get("/konto/" if self.token else "/konto/anmelden")
            if answer.status != 200:
                raise Lost(f"the page for the token: {answer.status}")
            _action, fields = form_fields(answer.text, "abmelden" if self.token else "anmelden")
            self.csrf = fields["csrf_token"]
        return self.csrf

    def _ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.patience, source_address=(self.address, 0))
        try:
            same = {"Origin": f"http://{self.host}", "Referer": f"http://{self.host}{path}", "Cookie": self._cookie()}
            line.request(method, path, body=body, headers={**same, **headers})
            answer = line.getresponse()
            read = Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
            for value in answer.headers.get_all("Set-Cookie") or ():
                name, _equals, rest = value.partition("=")
                self.cookies[name] = rest.partition(";")[0]
            return read
        except (OSError, http.client.HTTPException) as error:
            raise Lost(f"{type(error).__name__}: {error}") from error
        finally:
            line.close()

    def _cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())
