"""Templates show and do not judge: none compares a phase or a status. They ask its questions, which a test can see."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from ikz_award.domain.decision.meeting import Outcome
from ikz_award.domain.decision.vote_standing import Standing
from ikz_award.domain.entries.standing import EntryStanding
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus, Phase, SheetStatus
from ikz_award.models.people.accounts import MembershipStatus

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Not of a room: what a template calls a phase, a status, a standing or an outcome, it has from a row or a page object.
JUDGED = {"phase", "status", "standing", "outcome"}
KINDS: tuple[type[StrEnum], ...] = (
    Phase, EntryStatus, EntryStanding, SheetStatus, SheetState, JobStatus, Outcome, Standing, MembershipStatus,
)  # fmt: skip
NAMES = {kind.__name__ for kind in KINDS}
# How questions begin.
QUESTIONS = ("is_", "has_", "takes_", "awaits_", "deadline_")
READER = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"])


def judged(source: str) -> Iterator[tuple[int, str]]:
    """Line and name of each comparison of a state with what stands in the template itself."""
    for node in READER.parse(source).find_all(nodes.Compare):
        names = {one.attr for one in node.find_all(nodes.Getattr)} | {one.name for one in node.find_all(nodes.Name)}
        texts = any(isinstance(one.value, str) for one in node.find_all(nodes.Const))
        if names & NAMES or (texts and names & JUDGED):
            yield node.lineno, ", ".join(sorted(names))


def asked(source: str) -> Iterator[tuple[str, str]]:
    """What is asked (`is_…`, `has_…`, `takes_…`) of each state."""
    for node in READER.parse(source).find_all(nodes.Getattr):
        of = node.node
        name = of.attr if isinstance(of, nodes.Getattr) else of.name if isinstance(of, nodes.Name) else ""
        if name in JUDGED and node.attr.startswith(QUESTIONS):
            yield name, node.attr


def sources() -> Iterator[tuple[str, str]]:
    for path in sorted(TEMPLATES.rglob("*.html")):
        yield str(path.relative_to(TEMPLATES)), path.read_text()


def test_no_template_compares_a_phase_or_a_status() -> None:
    assert [f"{name}:{line} {what}" for name, source in sources() for line, what in judged(source)] == []


def test_every_question_a_template_asks_has_an_answer() -> None:
    """Jinja takes a question nobody answers for a no."""
    questions = {name for kind in KINDS for name, value in vars(kind).items() if isinstance(value, property)}
    found = {(name, what) for name, source in sources() for of, what in asked(source) if of}
    assert {(name, what) for name, what in found if what not in questions} == set()
    assert len(found) > 20


@pytest.mark.parametrize(
    "source",
    [
        '{% if edition.phase == "open" %}{% endif %}',
        '{% if edition.phase in ("open", "judging") %}{% endif %}',
        '{{ "a" if row.status.value != "draft" else "b" }}',
        "{% if mine.edition.phase == Phase.JUDGING %}{% endif %}",
        '{% set x = standing == "missed" %}',
    ],
)
def test_the_search_finds_comparisons(source: str) -> None:
    assert list(judged(source))


def test_a_comparison_of_two_values_is_a_choice_of_the_reader() -> None:
    assert not list(judged("{% if wanted.status == status %}{% endif %}"))
