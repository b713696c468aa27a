"""What every answer's headers must say, whoever sends it: looked at for each answer that any test gets."""

import re

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_options_header
from werkzeug.test import TestResponse

from ikz_award.web.door import Audience, audience_of

_DIRECTIVE = re.compile(r"[a-z-]+(=\d+)?")


def check_headers(app: Flask, response: TestResponse) -> None:
    """Raise AssertionError where an answer may be kept that must not be, or a header is malformed."""
    endpoint = _endpoint(app, response)
    caches = response.headers.getlist("Cache-Control")
    assert len(caches) == 1, f"{endpoint}: Cache-Control {caches}"
    assert all(_DIRECTIVE.fullmatch(part.strip()) for part in caches[0].split(",")), f"{endpoint}: {caches[0]!r}"
    assert response.headers.get("X-Content-Type-Options") == "nosniff", endpoint
    is_public = audience_of(app, endpoint) is Audience.PUBLIC and not endpoint.startswith("security.")
    if not is_public or response.status_code >= 400:
        assert caches[0] == "private, no-store", f"{endpoint}: {caches[0]}"
    if "Content-Disposition" in response.headers:
        kind, options = parse_options_header(response.headers["Content-Disposition"])
        assert kind in ("attachment", "inline"), endpoint
        assert options.get("filename"), endpoint
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, f"{endpoint}: a file under the policy of pages: {policy}"


def _endpoint(app: Flask, response: TestResponse) -> str:
    try:
        endpoint, _arguments = app.url_map.bind("localhost").match(response.request.path, response.request.method)
    except HTTPException:
        return ""
    return endpoint
