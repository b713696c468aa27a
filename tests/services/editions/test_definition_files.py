"""An edition as a file: what is written is what makes it again, and what somebody sends may be anything."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from sqlalchemy.orm import Session

from ikz_award.domain.words.errors import Invalid
from ikz_award.queries.editions.definition import definition_of
from ikz_award.services.editions.definition import check_definition
from ikz_award.services.editions.definition_files import MOST_BYTES, read_definition, written_definition
from ikz_award.services.editions.editions import create_edition, load_definition, relative_dates
from ikz_award.services.editions.new_editions import faults_of
from tests.plain_database import writing_session
from tests.services.editions.definitions import definitions

TODAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A database without any edition, before and after every test: what they make, they take back."""
    with writing_session(tmp_path_factory.mktemp("files")) as session:
        yield session


def exported(session: Session, definition: Mapping[str, Any]) -> bytes:
    """The file of the edition that the definition makes in an empty instance."""
    assert faults_of(session, definition, today=TODAY) == {}
    with session.begin_nested() as place:
        edition = create_edition(session, definition=definition, dates=relative_dates(definition, TODAY), now=NOW)
        session.expire_all()
        data = written_definition(definition_of(session, edition))
        place.rollback()
    return data


@pytest.mark.parametrize("name", ["landespreis-1", "landespreis-2"])
def test_a_shipped_edition_comes_back_from_its_file(name: str, session: Session) -> None:
    file = exported(session, load_definition(name))
    assert exported(session, read_definition(file)) == file
    assert 20_000 < len(file) < MOST_BYTES
    text = file.decode()
    assert "\nViele Aufgaben lösen Städte" in text or "\nDer Landespreis" in text, "paragraphs are written as such"
    # Nothing is lost on the way but the names of milestones and the blanks around texts.
    before, after = check_definition(load_definition(name)), check_definition(read_definition(file))
    for one in ("categories", "criteria", "steps", "rules", "attachment_purposes", "rounds", "tie_break", "objection_days"):
        assert before[one] == after[one], one
    assert {key: body.strip() for key, body in before["texts"].items()} == after["texts"]


@given(definition=definitions())
@settings(max_examples=15)
def test_any_edition_comes_back_from_its_file(definition: dict[str, Any], session: Session) -> None:
    file = exported(session, definition)
    assert exported(session, read_definition_here(file)) == file
    before, after = check_definition(definition), check_definition(read_definition_here(file))
    for one in before.keys() - {"dates", "milestones"}:
        assert before[one] == after[one], one
    instants = sorted(relative_dates(definition, TODAY).values())
    assert sorted(relative_dates(after, TODAY).values()) == instants


def read_definition_here(data: bytes) -> Mapping[str, Any]:
    """`read_definition` without the process of its own, which costs half a second each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ikz_award.services.editions.definition_files.check_toml", lambda _data: None)
        return read_definition(data)


HOSTILE = {
    "no TOML": (b"a =", "file", "Zeile 1"),
    "no UTF-8": b"\xff\xfe\x00",
    "a picture": bytes(range(256)) * 40,
    "deep": b"a = " + b"[" * 50_000,
    "a number of many digits": b"a = " + b"1" * 20_000,
    "a key that costs hours": b".".join([b"a"] * 100_000) + b" = 1",
    "deep by its keys": b".".join([b"a"] * 50) + b" = 1",
    "large": b"#" * (MOST_BYTES + 1),
    "extends nothing": (b'extends = "../landespreis-1"', "extends", "Ausschreibung dieses Namens"),
    "extends a list": (b"extends = [1]", "extends", "Ausschreibung dieses Namens"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_is_no_definition_is_refused_with_a_sentence(case: str) -> None:
    found = HOSTILE[case]
    data, place, words = found if isinstance(found, tuple) else (found, "file", "Die Datei")
    with pytest.raises(Invalid) as refusal:
        read_definition(data)
    assert list(refusal.value.errors) == [place]
    assert words in str(refusal.value.errors[place])


@pytest.mark.parametrize(
    "line",
    ["dates = 5", "milestones = 5", 'milestones = [{ key = [1] }]', "categories = { a = 1 }", "texts = []", "rules = [[1]]",
     "tie_break = [[[1]]]", "name = 1e999999", "steps = [{ questions = [{ condition = { question = [1], answers = 5 } }] }]",
     "dates = { opens_at = 0001-01-01T00:00:00Z, deadline_at = 9999-12-31T23:59:59 }",
     'dates = { opens_at = { days = 99999999999, time = 10:00:00 } }'],
)  # fmt: skip
@pytest.mark.parametrize("head", ["", 'extends = "landespreis-2"\n'])
def test_any_fault_in_a_file_is_a_sentence_at_its_place(head: str, line: str, session: Session) -> None:
    faults = faults_of(session, read_definition_here(f"{head}{line}\n".encode()), today=TODAY)
    name = line.partition(" ")[0]
    assert any(place.split(".")[0] == name for place in faults), faults


def test_texts_of_a_file_are_cleaned_as_typed_ones_are() -> None:
    zero_width, carriage = "\N{ZERO WIDTH SPACE}", "\\r\\n"
    file = f'name = "  Schul{zero_width}bau\\tpreis "\n[texts]\nprocedure = "a{carriage}b\\u0000"\n'.encode()
    assert read_definition_here(file) == {"name": "Schulbau preis", "texts": {"procedure": "a\nb"}}
