"""Every view that takes a password or a file goes through its lane; pages never do."""

import pytest
from flask import Flask

from ikz_award.web.lanes import PLACES, lane_of

CASES = [
    ("POST", "/konto/anmelden", "password"), ("POST", "/konto/passwort-vergessen/abc", "password"),
    ("POST", "/jury/landespreis-1/siegel", "password"), ("POST", "/verwaltung/runden/landespreis-1/siegel", "password"),
    ("POST", "/bewerbung/x/anlagen", "file"), ("POST", "/bewerbung/x/anlagen/einzeln", "file"),
    ("POST", "/jury/landespreis-1/tabelle", "file"),
    ("POST", "/verwaltung/neue-runde", "file"), ("POST", "/verwaltung/neue-runde/datei", "file"),
    ("POST", "/verwaltung/verzeichnis/pruefen", "file"), ("POST", "/verwaltung/verzeichnis", "file"),
    ("GET", "/konto/anmelden", ""), ("GET", "/bewerbung/x/anlagen/y", ""),
    ("POST", "/bewerbung/x/schritt/projekt", ""), ("POST", "/bewerbung/x/einreichen", ""),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "lane"), CASES)
def test_a_request_takes_its_lane(method: str, path: str, lane: str) -> None:
    assert lane_of({"REQUEST_METHOD": method, "PATH_INFO": path}) == lane
    assert not lane or PLACES[lane]


def test_every_form_of_an_account_takes_the_lane_of_passwords(application: Flask) -> None:
    """A new page that takes a password must not be the one a storm finds."""
    own = [rule for rule in application.url_map.iter_rules() if rule.endpoint.startswith("security.")]
    rules = [rule for rule in own if "POST" in (rule.methods or ())]
    assert rules
    for rule in rules:
        assert lane_of({"REQUEST_METHOD": "POST", "PATH_INFO": str(rule)}) == "password", rule
