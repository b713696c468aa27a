"""One name for a feature on every floor, and papers that name files which are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FEATURES = {"entries", "screening", "jury", "decision", "seal", "people", "phases", "editions", "record"}
# What a floor has beside the features.
FLOORS: dict[str, set[str]] = {
    "ikz_award/domain": {"permissions", "words"},
    "ikz_award/models": set(),
    "ikz_award/queries": {"actor", "invariants", "permissions"},
    "ikz_award/services": set(),
    "ikz_award/blueprints/admin": set(),
    "templates/admin": set(),
    "tests/domain": {"permissions", "words"},
    "tests/queries": {"actor", "invariants", "permissions"},
    "tests/services": set(),
    "tests/web/admin": set(),
}
PAPERS = ["README.md", "CONTRIBUTING.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))]
NAMED = re.compile(r"(?<![\w./{-])((?:[\w-]+/)+[\w-]+\.(?:py|html|txt|js|css))\b")


def files() -> list[str]:
    """Every file a paper may name, as seen from the root; a paper may leave out where the path begins."""
    folders = ("ikz_award", "templates", "tests", "migrations", "static", "scripts", "docs")
    found = [str(path.relative_to(ROOT)) for folder in folders for path in (ROOT / folder).rglob("*.*") if path.is_file()]
    return [*found, *(path.name for path in ROOT.iterdir() if path.is_file())]


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_has_rooms_of_the_features_alone(floor: str) -> None:
    rooms = {
        path.name
        for path in (ROOT / floor).iterdir()
        if path.is_dir() and any(one.suffix in (".py", ".html") for one in path.rglob("*"))
    }
    assert rooms - {"__pycache__"} <= FEATURES | FLOORS[floor]


@pytest.mark.parametrize("paper", PAPERS)
def test_files_named_in_papers_are_there(paper: str) -> None:
    text = re.sub(r"https?://\S+|`/[^`]*`", "", (ROOT / paper).read_text())
    gone = [name for name in NAMED.findall(text) if not any(f"/{file}".endswith(f"/{name}") for file in files())]
    assert gone == []


def test_a_file_that_is_gone_would_be_found() -> None:
    assert NAMED.findall("see `services/entries/gone.py`, `tests/web/x/test_y.py`") == [
        "services/entries/gone.py",
        "tests/web/x/test_y.py",
    ]
