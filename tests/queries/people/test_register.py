"""Finding bodies: what the type-ahead offers, and what a typed text means."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.models.people.register import BodyKind, RegisterBody
from ikz_award.queries.people.register import BodyHit, ambiguous_bodies, resolve_body, search_bodies
from ikz_award.services.people.register import load_shipped_register
from tests.plain_database import writing_session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Shared: the queries only read. Ahlen has ended here, to show that it is not offered."""
    with writing_session(tmp_path_factory.mktemp("register")) as session:
        load_shipped_register(session)
        ahlen = session.get(RegisterBody, "05570004")
        assert ahlen is not None
        assert ahlen.name == "Ahlen"
        ahlen.is_current = False
        session.flush()
        yield session


def names(session: Session, text: str, **options: object) -> list[str]:
    return [hit.official_name for hit in search_bodies(session, text, **options)]  # type: ignore[arg-type]


def test_hit_tells_bodies_of_one_name_apart(session: Session) -> None:
    assert search_bodies(session, "Borken") == (
        BodyHit("05554012", "Borken", "Stadt Borken", "Kreis Borken · Regierungsbezirk Münster"),
        BodyHit("05554", "Borken", "Kreis Borken", "Kreis · Regierungsbezirk Münster"),
    )
    hints = {hit.key: hit.hint for text in ("Köln", "LWL", "Städteregion") for hit in search_bodies(session, text)}
    assert hints["05315000"] == "kreisfreie Stadt · Regierungsbezirk Köln"
    assert hints["05334"] == "Städteregion · Regierungsbezirk Köln"
    assert hints["LWL"] == "Landschaftsverband"


def test_names_that_begin_with_the_text_come_before_words_inside(session: Session) -> None:
    found = names(session, "ham", limit=50)
    assert found[:2] == ["Stadt Hamm", "Stadt Hamminkeln"]
    found = names(session, "rhein", limit=50)
    inside = [name for name in found if not name.removeprefix("Stadt ").removeprefix("Gemeinde ").startswith("Rhein")]
    assert "Stadt Emmerich am Rhein" in inside
    assert found[-len(inside) :] == inside
    assert names(session, "Essen", limit=3)[0] == "Stadt Essen"


@pytest.mark.parametrize("text", ["Mün", "muen", "mun", "MÜNSTER", "  münster "])
def test_umlauts_may_be_typed_in_three_ways(text: str, session: Session) -> None:
    assert "Stadt Münster" in names(session, text, limit=20)


@pytest.mark.parametrize(
    ("text", "official_name"),
    [
        ("05554008", "Stadt Bocholt"),
        ("0555400", "Stadt Ahaus"),
        ("kreis bork", "Kreis Borken"),
        ("mülheim ruhr", "Stadt Mülheim an der Ruhr"),
        ("Hennef", "Stadt Hennef (Sieg)"),
        ("lvr", "Landschaftsverband Rheinland"),
        ("Preußisch", "Stadt Preußisch Oldendorf"),
        ("preussisch", "Stadt Preußisch Oldendorf"),
        ("Bocholt (05554008)", "Stadt Bocholt"),
    ],
)
def test_keys_words_and_whole_answers_are_found(text: str, official_name: str, session: Session) -> None:
    assert names(session, text)[0] == official_name


@pytest.mark.parametrize("text", ["", "  ", "%", "_", "ocholt", "Bocholt Wien", "Ahlen", "xyzzy", "'; DROP TABLE"])
def test_what_begins_no_word_finds_nothing(text: str, session: Session) -> None:
    assert search_bodies(session, text) == ()


def test_limit_and_kinds_hold(session: Session) -> None:
    assert len(search_bodies(session, "b")) == 10
    assert len(search_bodies(session, "b", limit=3)) == 3
    assert names(session, "Borken", kinds=[BodyKind.DISTRICT]) == ["Kreis Borken"]
    assert names(session, "Borken", kinds=[]) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("05554008", "05554008"),
        ("05554", "05554"),
        ("lwl", "LWL"),
        ("Bocholt", "05554008"),
        (" bocholt ", "05554008"),
        ("Stadt Borken", "05554012"),
        ("Kreis Borken", "05554"),
        ("Borken (05554)", "05554"),
        ("Stadt Borken (05554012)", "05554012"),
        ("Hennef (Sieg) (05382020)", "05382020"),
        ("Hennef", "05382020"),
        ("Muenster", "05515000"),
        ("Landschaftsverband Rheinland (LVR)", "LVR"),
    ],
)
def test_text_that_names_one_body_is_resolved(text: str, key: str, session: Session) -> None:
    body = resolve_body(session, text)
    assert body is not None
    assert body.key == key


@pytest.mark.parametrize(
    "text", ["Borken", "Boch", "Bocholt (05554012)", "05554999", "Ahlen", "05570004", "Ahlen (05570004)", "", "()"]
)
def test_text_that_names_none_or_several_is_not(text: str, session: Session) -> None:
    assert resolve_body(session, text) is None


def test_several_of_one_name_are_offered_to_choose_from(session: Session) -> None:
    assert [hit.official_name for hit in ambiguous_bodies(session, "Borken")] == ["Stadt Borken", "Kreis Borken"]
    assert ambiguous_bodies(session, "Bocholt") == ()
    assert ambiguous_bodies(session, "Ahlen") == ()


def test_what_the_type_ahead_writes_is_always_understood(session: Session) -> None:
    # Every key begins with one of these, and every hit for one is a body.
    hits = [hit for start in ("05", "l") for hit in search_bodies(session, start, limit=500)]
    by_key = {hit.key: hit for hit in hits}
    assert len(by_key) == 396 + 31 + 2 - 1
    for hit in by_key.values():
        for text in (f"{hit.name} ({hit.key})", f"{hit.official_name} ({hit.key})"):
            body = resolve_body(session, text)
            assert body is not None, text
            assert body.key == hit.key


def test_official_names_are_unique(session: Session) -> None:
    official_names = session.scalars(select(RegisterBody.official_name)).all()
    assert len(official_names) == len(set(official_names)) == 429
