"""The parts of the fonts: nothing is lost, and whatever is written here every day is in the first one."""

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from config import ROOT
from ikz_award.web.assets.fonts import FIRST, unicode_range
from ikz_award.web.assets.sources import BUILT, MANIFEST, STATIC

FACES = json.loads(MANIFEST.read_text())["faces"]["files"] if MANIFEST.is_file() else {}
# Of people and places all over Europe, as they write themselves.
NAMES = (
    "Müller-Lüdenscheidt Straße GROẞE Ångström Øster Æbelø Þórður Ðorđe Šimůnek Łódź Gdańsk Kościuszko Dvořák Čapek Ťažký "
    "Ľubica Żółć Őrség Győr Űr İstanbul Işık Ağaoğlu Şen Çelik Ștefan Țepeș Brâncuși Ārija Ķegums Ņina Ģirts Žemaitė Ąžuolas "
    "Šiauliai Ħamrun Ġgantija Ċensu Seán Ó hÉigeartaigh Siân Ŵyn Ŷnys Coöperatie IJmuiden Ĳssel ’s-Hertogenbosch naïve "
    "Besançon Œuvre L’Hospitalet Vigàta São João Nuñez ¿Qué? Ĉapelo Äänekoski Jõgeva Đakovo Ćosić Əliyev "
    "Ÿ „Vernetzung“ «Krise» ‚so‘ "
    "– — … • 1 000 € £ § 5 ‰ 20 °C ½ ⅓ m² CO₂ × ÷ ± ≤ ≥ ≠ ≈ → ← ↕ ™ № ′ ″ · ¹ ³"
)


def characters(name: str) -> set[int]:
    with TTFont(BUILT / name) as font:
        return set(font.getBestCmap() or ())


@pytest.mark.parametrize("source", sorted(FACES))
def test_no_character_of_a_font_is_lost(source: str) -> None:
    with TTFont(STATIC / source) as font:
        whole = set(font.getBestCmap() or ())
    (first, first_range), (rest, rest_range) = FACES[source]
    assert characters(first) | characters(rest) == whole
    assert characters(first) == whole & FIRST
    assert (first_range, rest_range) == (unicode_range(whole & FIRST), unicode_range(whole - FIRST))


def test_there_are_the_four_faces_of_the_stylesheet() -> None:
    assert len(FACES) == 4


def test_names_of_europe_are_in_the_first_part() -> None:
    whole = next(source for source in FACES if source.endswith("Regular.woff2"))
    with TTFont(STATIC / whole) as font:
        there = font.getBestCmap() or {}
    assert {one for one in NAMES if ord(one) in there and ord(one) not in FIRST} == set()
    assert {one for one in NAMES if ord(one) not in there and one.isalpha()} == set()


def test_our_own_texts_are_in_the_first_part() -> None:
    source = next(source for source in FACES if source.endswith("Regular.woff2"))
    rest = characters(FACES[source][1][0])
    texts = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("docs/handbook/*.md"), *_data()]
    assert len(texts) > 100
    assert {(one, path.name) for path in texts for one in path.read_text() if ord(one) in rest} == set()


def _data() -> list[Path]:
    return [path for path in ROOT.glob("ikz_award/d*/**/*") if path.suffix in (".csv", ".json", ".txt", ".md", ".toml")]


def test_figures_of_one_width_and_kerning_are_kept() -> None:
    for parts in FACES.values():
        with TTFont(BUILT / parts[0][0]) as font:
            assert {one.FeatureTag for one in font["GSUB"].table.FeatureList.FeatureRecord} >= {"tnum", "liga", "locl"}
            assert {one.FeatureTag for one in font["GPOS"].table.FeatureList.FeatureRecord} >= {"kern"}


def test_ranges_are_written_as_css_reads_them() -> None:
    assert unicode_range({0x41, 0x42, 0x43, 0x20AC}) == "U+41-43,U+20AC"
