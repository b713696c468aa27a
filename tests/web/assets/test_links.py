"""What pages link to: built files while they are of today, else the sources; how both are kept; scripts by a page's marks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from config import ROOT, TestConfig
from ikz_award import create_app
from ikz_award.web.assets import links, sources
from tests.client import PageClient
from tests.web.header_checks import check_headers


def test_built_files_are_kept_for_ever_and_come_compressed(app: Flask) -> None:
    client = app.test_client()
    html = client.get("/impressum").text
    names = [place for place in html.split('"') if place.startswith("/static/built/")]
    assert [name.rpartition(".")[2] for name in names] == ["svg", "woff2", "woff2", "woff2", "css", "js"]
    for name in names:
        for encoding in ("br", "gzip"):
            with client.get(name, headers={"Accept-Encoding": encoding}) as answer:
                assert "immutable" in answer.headers["Cache-Control"]
                assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
                assert answer.headers.get("Content-Encoding") == (None if name.endswith("woff2") else encoding)
        with client.get(name) as plain:
            assert "Content-Encoding" not in plain.headers


def test_sources_are_asked_about_each_time(app: Flask) -> None:
    with app.test_client().get("/static/css/jury.css") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"


def test_a_built_file_that_is_not_there_is_not_kept_as_missing(app: Flask) -> None:
    answer = app.test_client().get("/static/built/style.000000000000.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "private, no-store")


@pytest.fixture
def unbuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """An application whose styles were edited after the build."""
    links.read_built.cache_clear()
    monkeypatch.setattr(links, "assets_fingerprint", lambda: "of today")
    app = create_app(TestConfig(tmp_path))
    app.test_client_class = PageClient
    with app.app_context():
        yield app
    links.read_built.cache_clear()


def test_after_an_edit_pages_show_the_sources(unbuilt: Flask, template_database: Path) -> None:
    (unbuilt.config["INSTANCE"] / "award.db").write_bytes(template_database.read_bytes())
    client = unbuilt.test_client()
    html = client.get("/konto/anmelden").text
    assert "/static/built/" not in html
    places = [place for place in html.split('"') if place.startswith("/static/")]
    assert len(places) > 20
    assert places.index("/static/vendor/kern/kern.min.css") < places.index("/static/css/tokens.css")
    for place in places:
        with client.get(place) as answer:
            assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")
            check_headers(unbuilt, answer)
    with unbuilt.test_request_context():
        named = [address for address, _medium in links.Assets(links.read_nothing).styles("jury score")]
        assert named[-2:] == ["/static/css/jury.css", "/static/css/score.css"]


def test_debugging_shows_the_sources(tmp_path: Path, template_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FLASK_DEBUG", "1")
    app = create_app(TestConfig(tmp_path))
    (tmp_path / "award.db").write_bytes(template_database.read_bytes())
    html = app.test_client().get("/konto/anmelden").text
    assert "/static/css/tokens.css" in html
    assert "/static/built/" not in html


def test_what_was_built_is_of_yesterday_once_a_style_or_a_name_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sources.assets_fingerprint()
    copy = tmp_path / "static"
    for file in [
        sources.KERN,
        *sources.SHEETS,
        sources.PRINT,
        *(file for files in sources.AREAS.values() for file in files),
        *sources.PICTURES,
    ]:
        _copy(file, copy)
    for script in sources.SCRIPTS:
        for file in script.files:
            _copy(file, copy)
    monkeypatch.setattr(sources, "STATIC", copy)
    assert sources.assets_fingerprint() == before
    with (copy / "css/score.css").open("a") as sheet:
        sheet.write(".neu { color: red }")
    assert sources.assets_fingerprint() != before
    monkeypatch.undo()
    words = sources.words_used()
    monkeypatch.setattr(sources, "words_used", lambda: words | {"ein-wort"})
    assert sources.assets_fingerprint() == before
    monkeypatch.setattr(sources, "words_used", lambda: words | {"kern-accordion"})
    assert sources.assets_fingerprint() != before


def _copy(file: str, folder: Path) -> None:
    target = folder / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes((sources.STATIC / file).read_bytes())


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("<p>Text</p>", ["frame"]),
        ('<form method="post">', ["frame", "forms"]),
        ('<input data-typeahead="/orte">', ["frame", "forms"]),
        ('<div data-hx-get="/teil">', ["frame", "forms", "htmx"]),
        ('<form method="post" data-upload="/anlagen">', ["frame", "forms", "uploads"]),
        ('<div id="words" data-upload-waiting="wartet">', ["frame"]),
        ('<form method="post" data-score-sheet>', ["frame", "forms", "score"]),
        ("<button data-print hidden>", ["frame", "print"]),
    ],
)
def test_a_page_gets_the_scripts_it_has_marks_of(page: str, wanted: list[str]) -> None:
    assert [script.name for script in sources.SCRIPTS if script.is_needed(page)] == wanted


def test_every_script_is_in_one_bundle_and_asks_for_marks_that_load_it() -> None:
    bundled = [file for script in sources.SCRIPTS for file in script.files]
    there = [f"js/{path.name}" for path in (sources.STATIC / "js").glob("*.js")]
    assert sorted(bundled) == sorted([*there, "vendor/htmx/htmx.min.js"])


def test_no_template_links_to_a_style_or_script_by_itself() -> None:
    """It would be unhashed, uncompressed, asked about each time, or come twice."""
    templates = list(ROOT.glob("templates/**/*.html"))
    assert len(templates) > 100
    assert [
        path.name for path in templates if "url_for('static'" in path.read_text() or 'url_for("static"' in path.read_text()
    ] == []
