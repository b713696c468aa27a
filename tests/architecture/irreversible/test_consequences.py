"""Every form whose effect cannot be taken back: its words on what follows are there, it asks once, and the words are true."""

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask
from selectolax.lexbor import LexborHTMLParser

from ikz_award.domain.phases.workflow import TRANSITIONS, EntryStatus, Phase, steps_from
from tests.architecture.irreversible import meeting, organiser, others
from tests.architecture.irreversible.scene import How, Scene, Stage
from tests.factories import NOW

SCENES = meeting.SCENES | organiser.SCENES | others.SCENES
# Steps of an entry with no way back to where it came from, and the forms that take them.
ONE_WAY = {
    (EntryStatus.DRAFT, EntryStatus.SUBMITTED): {"applicants.submit"},
    **{
        (old, EntryStatus.WITHDRAWN): {"applicants.withdraw"}
        for old in (EntryStatus.DRAFT, EntryStatus.SUBMITTED, EntryStatus.RETURNED, EntryStatus.ADMITTED)
    },
    (EntryStatus.RETURNED, EntryStatus.EXCLUDED): {"admin.exclude"},
    (EntryStatus.ADMITTED, EntryStatus.EXCLUDED): {"admin.exclude"},
}


@pytest.fixture(autouse=True)
def still_clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def stage(app: Flask) -> Stage:
    return Stage(app)


def test_every_one_way_step_of_an_entry_has_a_form_that_asks() -> None:
    found = {(old, new) for old, targets in TRANSITIONS[EntryStatus].items() for new in targets if old not in steps_from(new)}
    assert found == set(ONE_WAY)
    assert set().union(*ONE_WAY.values()) <= set(SCENES)


def test_the_steps_of_an_edition_are_taken_by_one_form() -> None:
    """So every step asks; what each says of its way back is in `test_irreversible`."""
    assert {old for old in TRANSITIONS[Phase] if TRANSITIONS[Phase][old]} == set(Phase)
    assert "admin.take_step" in SCENES


@pytest.mark.parametrize("endpoint", SCENES)
def test_it_says_what_follows_asks_once_and_speaks_the_truth(endpoint: str, stage: Stage) -> None:
    scene = SCENES[endpoint](stage)
    page = scene.browser.get(scene.page).text
    said = " ".join(LexborHTMLParser(page).css_first("main").text(separator=" ").split())
    assert [words for words in scene.words if words not in said] == []
    before = scene.count()
    ask(scene, page, before)
    scene.holds()


def ask(scene: Scene, page: str, before: int) -> None:
    """Once, and before anything happens."""
    if scene.how is How.PAGE:
        # The page is for this alone: who is on it has chosen to be.
        assert len(LexborHTMLParser(page).css("main form[method=post]")) == 1
    else:
        asked = scene.send(is_ticked=False)
        assert scene.count() == before
        if scene.how is How.ANSWER:
            assert scene.answer(asked).status_code in (302, 303)
            assert scene.count() == before + 1
            return
        assert asked.status_code == 422
    assert scene.send(is_ticked=True).status_code in (302, 303)
    assert scene.count() == before + 1
