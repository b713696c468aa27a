"""WSGI middleware: the moment of arrival, and the host that the configuration says."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from config import is_loopback
from ikz_award.adapters import clock

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d+)?")
# What a proxy adds: whoever comes through one may come from anywhere.
_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")


class Reception:
    """Notes when a request arrived, and puts the configured address in place of the Host header.

    Links in mails are built from it; a forged Host header changes nothing. Behind `proxies` proxies of ours the client's
    address is the one that the outermost of them noted; without any, X-Forwarded-For is only what a client says: ignored.
    """

    def __init__(self, app: Callable[..., Iterable[bytes]], base_url: str, *, proxies: int = 0) -> None:
        self.app = app
        self.proxies = proxies
        parts = urlsplit(base_url)
        self.scheme, self.host = parts.scheme, parts.netloc

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["ikz_award.received_at"] = clock.now()
        environ["ikz_award.is_local"] = is_local(environ)
        environ["HTTP_HOST"] = self.host
        environ["wsgi.url_scheme"] = self.scheme
        environ.pop("HTTP_X_FORWARDED_HOST", None)
        noted = [part.strip() for part in environ.get("HTTP_X_FORWARDED_FOR", "").split(",")]
        if self.proxies and len(noted) >= self.proxies:
            environ["REMOTE_ADDR"] = noted[-self.proxies]
        return self.app(environ, start_response)


def is_local(environ: Mapping[str, Any]) -> bool:
    """Whether a browser on this very machine asks: to its own address, under a name of its own, through no proxy."""
    asked = _HOST.fullmatch(environ.get("HTTP_HOST", ""))
    return (
        is_loopback(environ.get("REMOTE_ADDR", ""))
        and asked is not None
        and is_loopback(asked[1].strip("[]"))
        and not any(name in environ for name in _FORWARDED)
    )
