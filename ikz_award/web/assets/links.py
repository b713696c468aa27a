"""What a page links to: the built files, where they are there and of today; else the sources themselves, which nobody keeps.

The second is right, too, only larger: after an edit, and in `flask run --debug`, a page never shows a style of yesterday.
"""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any
from wsgiref.headers import Headers

import structlog
from flask import Flask, url_for
from whitenoise import WhiteNoise

from ikz_award.web.assets.sources import (
    AREAS,
    BUILT,
    KERN,
    MANIFEST,
    PRINT,
    SCRIPTS,
    SHEETS,
    STATIC,
    Script,
    assets_fingerprint,
)

log = structlog.get_logger()

PREFIX = "static/built"
_HASHED = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")
# As the application says of its own answers.
_HEADERS = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}


class Assets:
    """Given to templates as `assets`. `read`: gives the manifest of the build; None: the sources are used."""

    def __init__(self, read: Callable[[], dict[str, Any] | None]) -> None:
        self._read = read

    @property
    def built(self) -> dict[str, Any] | None:
        return self._read()

    def styles(self, areas: str) -> list[tuple[str, str]]:
        """Addresses of stylesheets, each with its medium, for a page of the named areas."""
        if self.built:
            return [(self._address("style"), "all")]
        named = areas.split()
        sheets = [(sheet, "all") for sheet in (KERN, *SHEETS)] + [(PRINT, "print")]
        sheets += [(file, "all") for area, files in AREAS.items() if area in named for file in files]
        return [(url_for("static", filename=sheet), medium) for sheet, medium in sheets]

    def scripts(self, page: str) -> list[tuple[str, bool]]:
        """Addresses of the scripts that a page needs, by the marks in its HTML; whether it is painted only after them."""
        return [(address, one.shapes) for one in SCRIPTS if one.is_needed(page) for address in self._addresses(one)]

    def fonts(self) -> list[str]:
        """Fonts that every page uses: fetched at once, not when the stylesheet has come."""
        return [_built_url(name) for name in self.built["fonts"]] if self.built else []

    def picture(self, name: str) -> str:
        """The address of one of our own pictures, such as `img/mark.svg`."""
        return self._address(name) if self.built else url_for("static", filename=name)

    def _addresses(self, script: Script) -> list[str]:
        if self.built:
            return [self._address(script.name)]
        return [url_for("static", filename=file) for file in script.files]

    def _address(self, name: str) -> str:
        return _built_url(self.built["files"][name] if self.built else name)


def _built_url(name: str) -> str:
    return url_for("static", filename=f"built/{name}")


def bind_assets(app: Flask) -> None:
    """Give templates `assets`; serve the built files, as they lie there compressed and kept for ever, before Flask is asked."""
    # Looked at with the first page: commands and jobs, which have none, start without it.
    assets = Assets(read_nothing if app.debug else read_built)
    app.context_processor(lambda: {"assets": assets})
    if BUILT.is_dir():
        app.wsgi_app = server(app.wsgi_app)


def server(application: Callable[..., Iterable[bytes]]) -> WhiteNoise:
    """The built files, in front of `application`."""
    return WhiteNoise(
        application,
        root=str(BUILT),
        prefix=PREFIX,
        max_age=0,
        allow_all_origins=False,
        charset="utf-8",
        immutable_file_test=lambda path, url: bool(_HASHED.search(url)),
        add_headers_function=_add_headers,
    )


def _add_headers(headers: Headers, path: str, url: str) -> None:
    for name, value in _HEADERS.items():
        headers[name] = value


def read_nothing() -> None:
    """As if nothing were built."""


@cache
def read_built() -> dict[str, Any] | None:
    """The manifest of what was built; None where there is none, or its sources have changed since."""
    try:
        manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        log.warning("styles and scripts are not built", folder=str(STATIC), remedy="make setup")
        return None
    if manifest.get("made_from") != assets_fingerprint():
        log.warning("styles and scripts have changed since they were built", remedy="make setup")
        return None
    return manifest
