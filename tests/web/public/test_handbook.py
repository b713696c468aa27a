import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "handbook"
PAGES = [path.stem for path in FOLDER.glob("*.md")]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_its_pictures_and_a_way_to_each_chapter(anonymous, name):
    answer = anonymous.get(f"/hilfe/{name}")
    assert answer.status_code == 200
    pictures = re.findall(r'src="(bilder/[^"]+)"', answer.text)
    assert pictures
    for picture in pictures:
        assert anonymous.get(f"/hilfe/{picture}").mimetype == "image/png"
    assert all(alt for alt in re.findall(r'<img src="bilder[^>]*alt="([^"]*)"', answer.text))


def test_nothing_else_is_read(anonymous):
    for name in ("gibtesnicht", "..%2F..%2FREADME", "bilder/..%2Fkommunen.md", "bilder/gibtesnicht.png"):
        assert anonymous.get(f"/hilfe/{name}").status_code == 404, name
