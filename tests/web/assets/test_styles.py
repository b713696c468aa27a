"""The one stylesheet: what it leaves out, what it keeps apart, and that it says the same as its sources."""

import re

import pytest
import tinycss2

from ikz_award.web.assets import sources, styles


@pytest.fixture(scope="module")
def sheet() -> str:
    return styles.stylesheet(lambda rule: rule.serialize())


def kept(text: str) -> str:
    return "".join(part for rule in styles._parsed(text) for part in styles._kept(rule))


def test_components_nobody_names_are_left_out() -> None:
    assert kept(".kern-alert,.kern-accordion{color:red}") == ".kern-alert{color:red}"
    assert kept(".kern-accordion .kern-alert{color:red}") == ""
    assert kept("@media (min-width:1px){.kern-accordion{color:red}}") == ""
    assert kept(".kern-btn:has(.kern-accordion){color:red}") != ""
    assert kept(".kern-alert--nie-genannt__teil{color:red}") != "", "names of variants are put together in templates"
    assert kept(".kern-icon--sign-language{color:red}.kern-icon--danger{color:red}") == ".kern-icon--danger{color:red}"
    assert kept("body,a:hover{color:red}") == "body,a:hover{color:red}"


def test_a_name_that_is_put_together_keeps_all_it_could_become(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "words_used", lambda: frozenset({"kern-head-"}))
    sources._beginnings.cache_clear()
    try:
        assert sources.is_used("kern-head-small")
        assert not sources.is_used("kern-heads")
    finally:
        sources._beginnings.cache_clear()


def test_a_sheet_of_single_pages_speaks_of_them_alone_and_weighs_the_same() -> None:
    made = styles._within(":where([x])", styles._parsed(".a,.b .c{d:e}@media print{.f{g:h}}@keyframes k{to{i:j}}"))
    assert "".join(made) == ":where([x]) .a,:where([x]) .b .c{d:e}@media print{:where([x]) .f{g:h}}@keyframes k{to{i:j}}"
    with pytest.raises(ValueError, match="all of them"):
        styles._within(":where([x])", styles._parsed(":root{a:b}"))


def test_every_rule_of_ours_is_in_the_sheet(sheet: str) -> None:
    def counted(text: str) -> int:
        return len(re.findall(r"\.(?:ikz|jury)-", text))

    ours = [*sources.SHEETS, sources.PRINT, *(file for files in sources.AREAS.values() for file in files)]
    texts = [(sources.STATIC / name).read_text() for name in ours]
    parsed = [tinycss2.serialize(tinycss2.parse_stylesheet(text, skip_comments=True)) for text in texts]
    without_comments = re.sub(r"/\*.*?\*/", "", "".join(parsed), flags=re.DOTALL)
    assert counted(sheet) == counted(without_comments) > 500


def test_every_value_that_is_asked_for_and_was_told_is_told(sheet: str) -> None:
    whole = (sources.STATIC / sources.KERN).read_text() + "".join((sources.STATIC / one).read_text() for one in sources.SHEETS)
    telling = re.compile(r"[{;]\s*(--[\w-]+)\s*:")
    asked, told = set(re.findall(r"var\(\s*(--[\w-]+)", sheet)), set(telling.findall(sheet))
    assert asked & set(telling.findall(whole)) <= told
    assert told <= asked


def test_the_sheet_reads_without_an_error(sheet: str) -> None:
    assert not [rule for rule in tinycss2.parse_stylesheet(sheet) if rule.type == "error"]
