"""Whose address counts: a client cannot choose its own."""

from typing import Any

import pytest

from ikz_award.web import host
from ikz_award.web.host import Reception


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "203.0.113.7", "10.0.0.1"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        (2, "198.51.100.1, 203.0.113.7, 10.0.0.9", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.1"),
    ],
)
def test_address_is_what_the_outermost_proxy_of_ours_noted(proxies: int, forwarded: str, expected: str) -> None:
    seen: dict[str, Any] = {}

    def app(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        seen.update(environ)
        return []

    reception = Reception(app, {"BASE_URL": "https://preis.example", "TRUSTED_PROXIES": proxies})
    reception({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded, "HTTP_HOST": "evil.example"}, None)
    assert seen["REMOTE_ADDR"] == expected
    assert seen["HTTP_HOST"] == "preis.example"


def is_local(**environ: str) -> bool:
    return host.is_local({"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost:8000"} | environ)


def test_a_browser_on_this_machine_is_local() -> None:
    assert is_local()
    assert is_local(HTTP_HOST="127.0.0.1:8000")
    assert is_local(REMOTE_ADDR="::1", HTTP_HOST="[::1]:8000")


@pytest.mark.parametrize(
    "environ",
    [
        {"REMOTE_ADDR": "203.0.113.7"},
        {"HTTP_HOST": "preis.example"},
        {"HTTP_HOST": ""},
        {"HTTP_HOST": "["},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_REAL_IP": "203.0.113.7"},
        {"HTTP_FORWARDED": "for=203.0.113.7"},
        {"HTTP_VIA": "1.1 proxy"},
    ],
)
def test_whoever_comes_from_outside_or_through_a_proxy_is_not(environ: dict[str, str]) -> None:
    assert not is_local(**environ)
