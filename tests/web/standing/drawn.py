"""The state words of a page, and the table of all of them: one block for each situation, one line for each role's page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.models.entries.entries import Entry
from tests.web.standing.reachable import Situation, reachable
from tests.web.standing.scene import SLUG, Scene

ADMIN, JURY = f"/verwaltung/runden/{SLUG}", f"/jury/{SLUG}"
Table = Mapping[str, Mapping[str, str]]
Browsers = Mapping[str, Callable[[str], str]]


def table_of(scene: Scene, situations: Sequence[Situation]) -> Table:
    """Situation → page → its state words. A situation whose entry has won is one more."""
    found: dict[str, Mapping[str, str]] = {}
    for is_early in (True, False):
        with scene.at(is_early=is_early):
            get = scene.browsers()
            found |= {one.name: draw(scene, get, one) for one in situations if one.is_early is is_early}
    table = {one.name: found[one.name] for one in situations}
    scene.choose(scene.handed_in)
    with scene.at(is_early=False):
        get = scene.browsers()
        for phase in (Phase.PUBLISHED, Phase.ARCHIVED):
            situation = Situation(phase=phase, is_early=False, status=EntryStatus.ADMITTED)
            table[f"{situation.name}, hat gewonnen"] = draw(scene, get, situation)
    return table


def draw(scene: Scene, get: Browsers, situation: Situation) -> dict[str, str]:
    scene.put(situation)
    entry = scene.subject(situation)
    found = dict(_entry_pages(get, entry, situation))
    if situation.status is EntryStatus.ADMITTED:
        found |= dict(_edition_pages(get, situation))
    return found


def _entry_pages(get: Browsers, entry: Entry, situation: Situation) -> Iterator[tuple[str, str]]:
    url = f"/bewerbung/{entry.public_id}/"
    yield "Kommune, Liste", _row(get["kim"]("/bewerbung/"), entry.title)
    yield "Kommune, Beitrag", _page(get["kim"](url))
    reader = _page(get["gast"](url))
    yield "Leser, Beitrag", reader
    if situation.status is not EntryStatus.DRAFT:
        yield "Kommune, Eingang", _page(get["kim"](f"{url}eingangsbestaetigung"))
        yield "Auslober, Liste", _row(get["toni"](f"{ADMIN}/beitraege"), entry.title)
        yield "Auslober, Beitrag", _aside(get["toni"](f"{ADMIN}/beitraege/{entry.public_id}"))


def _edition_pages(get: Browsers, situation: Situation) -> Iterator[tuple[str, str]]:
    """What does not depend on one entry, drawn once for each phase and time."""
    yield "Auslober, Start", _badges(get["toni"]("/verwaltung/"))
    yield "Jury, Start", _words(get["ada"]("/jury/"), ".kern-badge, .jury-edition__next p, .ikz-meter")
    if situation.phase not in (Phase.OPEN, Phase.SCREENING):
        yield (
            "Jury, Liste",
            _words(get["ada"](f"{JURY}/beitraege"), ".ikz-lead, .kern-alert, .jury-progress__parts, td .kern-badge"),
        )
    yield "Alle, Start", _words(get["anonym"]("/"), "main .ikz-preline, .ikz-figures, .ikz-timeline__item")
    yield "Alle, Runde", _words(get["anonym"](f"/wettbewerb/{SLUG}"), "main .ikz-preline, main .kern-alert")


def _row(page: str, title: str) -> str:
    [row] = [one for one in LexborHTMLParser(page).css("tbody tr") if title in one.text()]
    return " | ".join(_text(one) for one in row.css(".kern-badge, td .ikz-note"))


def _page(page: str) -> str:
    """Alerts, what is said of the entry, its standing, and what comes next."""
    return _words(page, "main .kern-alert, #main > p, .ikz-state, aside .kern-badge--standing, .ikz-timeline__item")


def _aside(page: str) -> str:
    said = (".kern-badge", ".ikz-note", ".kern-label")
    return _words(page, ", ".join([".ikz-jump .kern-badge", "main .kern-alert", *(f".ikz-decide {one}" for one in said)]))


def _badges(page: str) -> str:
    return _words(page, "main .kern-badge, .ikz-edition .ikz-figures div:first-child")


def _words(page: str, selector: str) -> str:
    seen: list[str] = []
    for node in LexborHTMLParser(page).css(selector):
        words = _text(node)
        if words and not any(words in one for one in seen):
            seen.append(words)
    return " | ".join(seen)


def _text(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ").split())


def most_telling() -> list[Situation]:
    """A short form: all that happens before the jury, and of what follows the entries that are drafts or take part."""
    return [
        one
        for one in reachable()
        if one.phase in (Phase.OPEN, Phase.SCREENING)
        or (not one.is_early and one.status in (EntryStatus.DRAFT, EntryStatus.ADMITTED))
    ]


def read(text: str) -> Table:
    """The table from its written form."""
    table: dict[str, dict[str, str]] = {}
    pages: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("== "):
            table[line.removeprefix("== ")] = pages = {}
        elif line and not line.startswith("#"):
            page, _colon, words = line.partition(": ")
            pages[page] = words
    return table


def written(table: Table) -> str:
    """The table as a person reads it; the same words in the same situations are written once."""
    lines = [
        "# State words, as they are drawn: situation, then role and page. Made and compared by test_state_words.py; read it",
        "# sentence by sentence when it changes, and replace it with what the test wrote.",
    ]
    for situation, pages in table.items():
        lines += ["", f"== {situation}", *(f"{page}: {words}" for page, words in pages.items())]
    return "\n".join(lines) + "\n"


def same_for_applicants(situation: Situation) -> Situation:
    """The situation that must look alike to everybody outside: nothing of what a jury does is told."""
    return replace(situation, phase=Phase.JUDGING, is_second_round=False)
