"""Every state × role page says what is so: drawn, compared with a table a person has read, and searched for false claims."""

import re
from contextlib import contextmanager
from pathlib import Path

import pytest

from ikz_award.domain.phases.workflow import EntryStatus, Phase
from tests.conftest import _on
from tests.web.standing.drawn import Table, most_telling, read, same_for_applicants, table_of, written
from tests.web.standing.reachable import Situation, reachable
from tests.web.standing.scene import Scene

WORDS = Path(__file__).with_name("words.txt")
OUTSIDE = ("Kommune", "Leser", "Alle")


@pytest.fixture(scope="module", params=["short", pytest.param("all", marks=pytest.mark.long)])
def table(template_database, application, request: pytest.FixtureRequest) -> Table:
    """Drawn once, on one database, which no test of this module touches again."""
    situations = most_telling() if request.param == "short" else reachable()
    with contextmanager(_on)(template_database, application) as app:
        return table_of(Scene(app), situations)


def test_the_words_are_those_that_were_read(table: Table, tmp_path: Path) -> None:
    known = read(WORDS.read_text(encoding="utf-8"))
    drawn = tmp_path / "words.txt"
    drawn.write_text(written({**known, **table}), encoding="utf-8")
    differing = [
        f"{situation} · {page}: {words}"
        for situation, pages in table.items()
        for page, words in pages.items()
        if known.get(situation, {}).get(page) != words
    ]
    assert not differing, f"read {drawn}; if every sentence is true, put it in the place of {WORDS.name}: {differing[:4]}"
    assert all(known[situation].keys() == pages.keys() for situation, pages in table.items())


def test_the_table_has_every_situation() -> None:
    winners = {f"{phase}, nach dem Einsendeschluss: admitted, hat gewonnen" for phase in (Phase.PUBLISHED, Phase.ARCHIVED)}
    assert read(WORDS.read_text(encoding="utf-8")).keys() == {one.name for one in reachable()} | winners


# (what is claimed, where it is true); whoever says it elsewhere says something untrue.
CLAIMS = {
    r"Verfahren der Jury läuft|bei der Jury": lambda one: one.phase in (Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED),
    r"Vorprüfung dieser Runde ist abgeschlossen": lambda one: one.phase not in (Phase.OPEN, Phase.SCREENING),
    r"Vorprüfung durch das Kompetenzzentrum läuft|In der Vorprüfung": lambda one: one.phase is Phase.SCREENING,
    r"noch möglich|noch ändern|zu tun Ausfüllen|Ausfüllen und einreichen": lambda one: one.is_open,
    r"können Sie ihn noch ändern|Beitrag noch einmal ändern": lambda one: one.is_open and one.status is EntryStatus.SUBMITTED,
    r"Nicht eingereicht|Bewerbungsphase ist vorbei": lambda one: one.status is EntryStatus.DRAFT and not one.is_open,
    r"wird geändert|zum Ändern geöffnet": lambda one: one.is_amended,
    r"zweite Runde|Zweite Runde": lambda one: one.is_second_round,
    r"wieder geöffnet|inzwischen geändert|nicht mehr geändert werden": lambda one: False,
    r"Noch offen|Begonnen|Weiter bewerten": lambda one: one.phase is Phase.JUDGING,
    r"14\. März 2026, 10:30 Uhr": lambda one: one.phase is Phase.OPEN or not one.is_early,
    r"Offen für Beiträge": lambda one: one.is_open,
    r"Ausgezeichnet|Ergebnis veröffentlicht|Preisträger bekannt": lambda one: one.phase in (Phase.PUBLISHED, Phase.ARCHIVED),
}  # fmt: skip


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.partition("|")[0])
def test_no_page_claims_what_is_not_so(table: Table, claim: str) -> None:
    situations = {one.name: one for one in reachable()}
    said = 0
    for name, pages in table.items():
        situation = situations[name.removesuffix(", hat gewonnen")]
        for page, words in pages.items():
            if found := re.search(claim, words):
                said += 1
                assert CLAIMS[claim](situation), f"{name} · {page}: „{found[0]}“"
    has_place = any(CLAIMS[claim](one) for one in situations.values())
    assert bool(said) is has_place, "a claim nobody makes anywhere proves nothing"


def test_nothing_outside_tells_what_the_jury_does(table: Table) -> None:
    """From the beginning of scoring to publication all pages outside of jury and organiser say the same."""
    for situation in reachable():
        is_with_jury = situation.phase in (Phase.JUDGING, Phase.DELIBERATION, Phase.DECIDED)
        if not is_with_jury or situation.name not in table:
            continue
        first = table[same_for_applicants(situation).name]
        for page, words in table[situation.name].items():
            if page.startswith(OUTSIDE):
                assert words == first[page], f"{situation.name} · {page}"


def test_the_walk_reaches_what_it_should() -> None:
    found = set(reachable())
    assert Situation(phase=Phase.SCREENING, is_early=True, status=EntryStatus.RETURNED) in found
    assert Situation(phase=Phase.JUDGING, is_early=False, status=EntryStatus.ADMITTED, is_second_round=True) in found
    assert not [one for one in found if one.phase is Phase.JUDGING and one.status is EntryStatus.SUBMITTED]
    assert not [one for one in found if one.status is EntryStatus.WITHDRAWN and one.is_amended]
