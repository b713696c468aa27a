"""What costs far more than a page is let in a few at a time: hashing a password takes 64 MB, looking into a file a process.

Where everybody may ask for it at once, a storm of log-ins takes half a gigabyte and all the threads.
"""

import re
from collections.abc import Mapping
from typing import Any

# How many at once in one web process. A single address never has the last place where there are several.
PLACES: Mapping[str, int] = {"password": 1, "file": 2}
# Every place that takes a password (blueprints/shared/attempts.py), and whatever else of an account is sent.
_PASSWORD = re.compile(r"/konto/.*|/(jury|verwaltung/runden)/[^/]+/siegel")
_FILE = re.compile(
    r"/bewerbung/[^/]+/anlagen(/einzeln|/wartend)?|/jury/[^/]+/tabelle|/verwaltung/(neue-runde(/datei)?|verzeichnis(/pruefen)?)"
)


# What is asked again where no answer was heard, and has no effect that somebody could miss.
_ASKED_AGAIN = {"/konto/anmelden", "/konto/passwort-vergessen"}


def is_for_its_answer(environ: Mapping[str, Any]) -> bool:
    """Whether a request is worth nothing to who has hung up. Any other form counts once it has come whole."""
    return environ["REQUEST_METHOD"] in ("GET", "HEAD") or environ["PATH_INFO"] in _ASKED_AGAIN


def lane_of(environ: Mapping[str, Any]) -> str:
    """The lane of a request, "" for the wide road."""
    if environ["REQUEST_METHOD"] != "POST":
        return ""
    path = environ["PATH_INFO"]
    return "password" if _PASSWORD.fullmatch(path) else "file" if _FILE.fullmatch(path) else ""
