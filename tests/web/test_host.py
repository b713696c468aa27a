"""Whose address counts: a client cannot choose its own."""

from typing import Any

import pytest

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

    reception = Reception(app, "https://preis.example", proxies=proxies)
    reception({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": forwarded, "HTTP_HOST": "evil.example"}, None)
    assert seen["REMOTE_ADDR"] == expected
    assert seen["HTTP_HOST"] == "preis.example"
