"""WSGI middleware: the moment of arrival, and the host that the configuration says."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from config import is_loopback
from ikz_award.adapters import clock
from ikz_award.adapters.front import ARRIVAL

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^:\[\]]+)(?::\d+)?")
# What a proxy adds: whoever comes through one may come from anywhere.
_FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_REAL_IP", "HTTP_FORWARDED", "HTTP_VIA")


class Reception:
    """Notes when a request arrived, and puts the configured address in place of the Host header.

    Links in mails are built from it (`BASE_URL`); a forged Host header changes nothing. Behind `TRUSTED_PROXIES` proxies of
    ours the client's address is the one that the outermost of them noted; without any, X-Forwarded-For is only what a client
    says: ignored.
    """

    def __init__(self, app: Callable[..., Iterable[bytes]], config: Mapping[str, Any]) -> None:
        self.app, self.config = app, config

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ.setdefault(ARRIVAL, clock.now())
        environ["ikz_award.is_local"] = is_local(environ)
        base = urlsplit(self.config["BASE_URL"])
        environ["HTTP_HOST"], environ["wsgi.url_scheme"] = base.netloc, base.scheme
        environ.pop("HTTP_X_FORWARDED_HOST", None)
        environ["REMOTE_ADDR"] = client_address(environ, proxies=self.config["TRUSTED_PROXIES"])
        return self.app(environ, start_response)


def client_address(environ: Mapping[str, Any], *, proxies: int) -> str:
    """Who asks: the address the outermost of our proxies noted; without any, who is connected."""
    noted = [part.strip() for part in environ.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    return noted[-proxies] if proxies and len(noted) >= proxies else environ.get("REMOTE_ADDR", "")


def is_local(environ: Mapping[str, Any]) -> bool:
    """Whether a browser on this very machine asks: to its own address, under a name of its own, through no proxy."""
    asked = _HOST.fullmatch(environ.get("HTTP_HOST", ""))
    return (
        is_loopback(environ.get("REMOTE_ADDR", ""))
        and asked is not None
        and is_loopback(asked[1].strip("[]"))
        and not any(name in environ for name in _FORWARDED)
    )
