"""Words and states know each other: each member of an enum that has words has one, and no word is of a state that is gone."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

import ikz_award.domain
import ikz_award.models
from ikz_award.domain.words.labels.log import ACTIONS, ENDINGS, KINDS, MEMBERSHIPS
from ikz_award.domain.words.labels.log_names import NAMES
from ikz_award.domain.words.labels.states import OWN, STATES, WHEN_OVER
from ikz_award.reports.result.labels import score_label, score_tone

TONES = {"neutral", "info", "success", "warning", "danger"}
# "criterion:novelty" is named by its criterion.
UNSPOKEN = {"TieRule": {"criterion"}}


def enums() -> dict[str, type[StrEnum]]:
    """Every enum of rules and tables, by its name, which is its alone."""
    for package in (ikz_award.domain, ikz_award.models):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    return {kind.__name__: kind for kind in StrEnum.__subclasses__() if kind.__module__.startswith("ikz_award.")}


@pytest.mark.parametrize("name", STATES)
def test_each_member_has_its_word_and_each_word_its_member(name: str) -> None:
    assert set(enums()[name]) - UNSPOKEN.get(name, set()) == set(STATES[name])


def test_every_word_says_something_in_a_known_tone() -> None:
    said = [*(one for words in (STATES, WHEN_OVER) for kind in words.values() for one in kind.values())]
    assert {tone for _word, tone in said} == TONES
    texts = [word for word, _tone in said] + [*ACTIONS.values(), *ENDINGS.values(), *KINDS.values(), *MEMBERSHIPS.values()]
    assert all(text.strip() for text in [*texts, *NAMES.values()])
    for words in (WHEN_OVER, OWN):
        assert {(kind, value) for kind in words for value in words[kind]} <= {
            (kind, value) for kind in STATES for value in STATES[kind]
        }


@pytest.mark.usefixtures("app")
def test_a_jurors_own_sheet_has_words_for_before_and_after() -> None:
    state, status = enums()["SheetState"], enums()["SheetStatus"]
    assert [score_label(state("untouched"), is_over) for is_over in (False, True)] == ["Noch offen", "Kein Bogen"]
    assert [score_label(status("draft"), is_over) for is_over in (False, True)] == ["Begonnen", "Nicht abgegeben"]
    assert [score_tone(state("untouched"), is_over) for is_over in (False, True)] == ["info", "neutral"]
    assert [score_label(state("recused"), is_over) for is_over in (False, True)] == ["Befangen", "Befangen"]
