"""What the browser counts while one types is what the server stores and measures."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ikz_award.domain.words.text import length

SCRIPT = (Path(__file__).resolve().parents[2] / "static" / "js" / "counter.js").read_text()
FIELD = """
<div id="words" hidden data-left="noch {count}" data-over="{count} zu viel"></div>
<div data-counter="1000"><textarea></textarea><span data-count hidden></span><span data-count-status></span></div>
"""
TEXTS = [
    "", " ", "Kommune", "Straße\r\nmit\rZeilen\n", "a \n\n\n\n b  ", "\uf0b7 Punkt\tmit Tabulator",
    "Ge\u00adtrennt und\u200b breit",
    "e\u0301 und é", "schmal\u202fund\u00a0fest", "\u2011 fester Strich", "👩‍🌾 Hof", "\ufeffAnfang", "Zeile\vmit\fUmbruch",
    "\u2028Absatz\u2029", "\u3164\u2800leer", "\ufdd0nichts", "  eingerückt\n  zweite  ",
]  # fmt: skip


@pytest.mark.browser
def test_browser_and_server_count_alike(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(FIELD)
    page.evaluate("() => { window.words = (name, values) => (name === 'over' ? '-' : '') + values.count; }")
    page.add_script_tag(content=SCRIPT)
    wrong = []
    for text in TEXTS:
        left = page.evaluate(
            "text => { const field = document.querySelector('textarea'); field.value = text;"
            " field.dispatchEvent(new Event('input')); return document.querySelector('[data-count]').textContent; }",
            text,
        )
        if 1000 - int(left.replace(".", "")) != length(text):
            wrong.append((text, left, length(text)))
    page.close()
    assert wrong == []
