"""The path 1–6 in a browser: as people with a mouse, with the keyboard alone, and without JavaScript."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.server import served
from tests.e2e.walk import Walk, Ways

WAYS = {"mouse": Ways(axe=True), "keyboard": Ways(keyboard=True), "no script": Ways(javascript=False)}


@pytest.mark.browser
@pytest.mark.parametrize("way", WAYS)
def test_a_competition_from_the_first_entry_to_the_winner(way: str, browser: Browser, tmp_path: Path) -> None:
    with served(tmp_path / "instance") as application:
        walk = Walk(application, browser, WAYS[way], tmp_path)
        walk.register()
        person = walk.choose_municipality()
        walk.write_entry(person)
        walk.hand_in(person)
        assert "Every invariant holds" in application.award("check")
