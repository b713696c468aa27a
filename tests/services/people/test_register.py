"""The register: what ships is whole, and an official file replaces it or changes nothing."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.people.bodies import BodyForm
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.domain.words.errors import Invalid
from ikz_award.models.people.register import BodyKind, BodyMember, RegisterBody
from ikz_award.services.people.gv100ad import read_gv100ad
from ikz_award.services.people.register import import_gv100ad, load_shipped_register
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.plain_database import writing_session

DAY = "20260331"
# Written by hand, to the official layout; the figures are invented.
BOCHOLT = (
    "60"
    "20260331"
    "05554008"
    "0008"
    "Bocholt, Stadt                                    "
    "                                                  "
    "63"
    "    "
    "00000011941"
    "00000071061"
    "00000034800"
    "    "
    "46395"
    "*****"
    "  "
    "5307"
    "3303"
    "35304"
    "126   "
    "                        "
)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with writing_session(tmp_path_factory.mktemp("register")) as session:
        load_shipped_register(session)
        yield session


@pytest.fixture
def session(loaded: Session) -> Iterator[Session]:
    """The shipped register; what a test does to it is undone."""
    savepoint = loaded.begin_nested()
    yield loaded
    savepoint.rollback()


def district_line(key: str, name: str, *, day: str = DAY) -> str:
    return f"40{day}{key:<12}{name:<50}{'Sitz':<50}{'43':<98}"


def municipality_line(key: str, name: str, *, kind: str = "64", area: int = 100, population: int = 1000, day: str = DAY) -> str:
    head = f"60{day}{key}{'0000'}{name:<50}{'':<50}{kind}{'':<4}{area:011d}{population:011d}{population // 2:011d}"
    return f"{head:<220}"


@pytest.fixture
def lines(session: Session) -> dict[str, str]:
    """Lines of a file that says what the shipped register says, by key; as another Land would stand in it too, one of those."""
    file = {"Land": f"{f'10{DAY}05':<22}{'Nordrhein-Westfalen':<198}", "06411": district_line("06411", "Darmstadt")}
    file["06411000"] = municipality_line("06411000", "Darmstadt, Wissenschaftsstadt", kind="61")
    for body in session.scalars(select(RegisterBody).where(RegisterBody.kind != BodyKind.LANDSCHAFTSVERBAND)):
        if body.kind is BodyKind.DISTRICT:
            note = " (einschl. Stadt Aachen)" if body.key == "05334" else ""
            file[body.key] = district_line(body.key, body.name + note)
            continue
        is_city = body.official_name.startswith("Stadt ")
        kind = "61" if body.kind is BodyKind.INDEPENDENT_CITY else "63" if is_city else "64"
        file[body.key] = municipality_line(body.key, body.name + (", Stadt" if is_city else ""), kind=kind)
        if body.kind is BodyKind.INDEPENDENT_CITY:
            file[body.key[:5]] = district_line(body.key[:5], f"{body.name}, Stadt")
    return file


def encoded(lines: dict[str, str], encoding: str = "utf-8") -> bytes:
    return "".join(f"{line}\r\n" for line in lines.values()).encode(encoding)


def body_of(session: Session, key: str) -> RegisterBody:
    body = session.get(RegisterBody, key)
    assert body is not None
    return body


def test_shipped_register_is_whole(session: Session) -> None:
    counts = dict(session.execute(select(RegisterBody.kind, func.count()).group_by(RegisterBody.kind)).all())
    assert counts == {
        BodyKind.MUNICIPALITY: 374,
        BodyKind.INDEPENDENT_CITY: 22,
        BodyKind.DISTRICT: 31,
        BodyKind.LANDSCHAFTSVERBAND: 2,
    }
    cities = select(func.count()).where(
        RegisterBody.official_name.startswith("Stadt "),
        RegisterBody.kind.in_([BodyKind.MUNICIPALITY, BodyKind.INDEPENDENT_CITY]),
    )
    assert session.scalar(cities) == 272
    regions = set(session.scalars(select(RegisterBody.government_region).where(RegisterBody.key.startswith("05"))))
    assert regions == {"Düsseldorf", "Köln", "Münster", "Detmold", "Arnsberg"}


@pytest.mark.parametrize(
    ("key", "official_name"),
    [
        ("05554008", "Stadt Bocholt"),
        ("05554044", "Gemeinde Reken"),
        ("05554", "Kreis Borken"),
        ("05958", "Hochsauerlandkreis"),
        ("05962", "Märkischer Kreis"),
        ("05334", "Städteregion Aachen"),
        ("05162", "Rhein-Kreis Neuss"),
        ("05970", "Kreis Siegen-Wittgenstein"),
        ("05515000", "Stadt Münster"),
        ("LWL", "Landschaftsverband Westfalen-Lippe"),
    ],
)
def test_official_name_is_that_of_a_letterhead(key: str, official_name: str, session: Session) -> None:
    assert body_of(session, key).official_name == official_name


def test_municipality_knows_its_district_and_place(session: Session) -> None:
    geldern = body_of(session, "05154012")
    assert (geldern.parent_key, geldern.government_region, geldern.kind) == ("05154", "Düsseldorf", BodyKind.MUNICIPALITY)
    assert (geldern.latitude_e6, geldern.longitude_e6) == (51_519_100, 6_323_600)
    muenster = body_of(session, "05515000")
    assert (muenster.parent_key, muenster.kind) == (None, BodyKind.INDEPENDENT_CITY)
    assert muenster.search_name == "muenster munster stadt muenster stadt munster 05515000"


def test_loading_twice_adds_nothing(session: Session) -> None:
    assert load_shipped_register(session) == 0


def test_record_of_the_official_layout_is_read(lines: dict[str, str]) -> None:
    assert len(BOCHOLT) == 220
    lines["05554008"] = BOCHOLT
    register = read_gv100ad(encoded(lines))
    bocholt = register.municipalities["05554008"]
    assert (bocholt.name, bocholt.title, bocholt.is_city) == ("Bocholt", "Stadt", True)
    assert (bocholt.area_hectares, bocholt.population) == (11_941, 71_061)
    assert register.as_of == date(2026, 3, 31)


def test_file_of_the_same_state_adds_figures_and_ends_nothing(session: Session, lines: dict[str, str]) -> None:
    done = import_gv100ad(session, encoded(lines))
    assert (done.as_of, done.added, done.ended) == (date(2026, 3, 31), (), ())
    assert len(done.changed) == 396 + 31
    borken = body_of(session, "05554")
    assert (borken.official_name, borken.population, borken.area_hectares) == ("Kreis Borken", 17_000, 1_700)
    assert body_of(session, "05334").official_name == "Städteregion Aachen"
    bocholt = body_of(session, "05554008")
    assert (bocholt.official_name, bocholt.population, bocholt.as_of) == ("Stadt Bocholt", 1000, date(2026, 3, 31))
    assert bocholt.latitude_e6 is not None
    assert import_gv100ad(session, encoded(lines)).changed == ()


def test_changes_of_territory_are_followed_and_no_row_is_lost(session: Session, lines: dict[str, str]) -> None:
    import_gv100ad(session, encoded(lines))
    lines["05554044"] = municipality_line("05554044", "Reken, Stadt", kind="63")
    lines["05966004"] = municipality_line("05966004", "Attendorn, Hansestadt", kind="63")
    lines["05914000"] = municipality_line("05914000", "Hagen, Stadt der FernUniversität", kind="61")
    lines["05554070"] = municipality_line("05554070", "Neudorf", population=5)
    del lines["05554012"]
    done = import_gv100ad(session, encoded(lines))
    assert (done.added, done.ended) == (("05554070",), ("05554012",))
    assert done.changed == ("05554", "05554044", "05966004")
    assert body_of(session, "05554044").official_name == "Stadt Reken"
    assert body_of(session, "05966004").official_name == "Hansestadt Attendorn"
    assert body_of(session, "05914000").official_name == "Stadt Hagen"
    neudorf = body_of(session, "05554070")
    assert (neudorf.official_name, neudorf.parent_key, neudorf.government_region) == ("Gemeinde Neudorf", "05554", "Münster")
    assert not body_of(session, "05554012").is_current
    assert body_of(session, "LVR").is_current
    lines["05554012"] = municipality_line("05554012", "Borken, Stadt", kind="63")
    assert "05554012" in import_gv100ad(session, encoded(lines)).changed
    assert body_of(session, "05554012").is_current


def test_both_encodings_are_read(session: Session, lines: dict[str, str]) -> None:
    for encoding in ("iso-8859-1", "utf-8-sig"):
        import_gv100ad(session, encoded(lines, encoding))
        assert body_of(session, "05515000").official_name == "Stadt Münster"
        assert body_of(session, "05334").name == "Städteregion Aachen"


def test_unknown_figures_stay_unknown(session: Session, lines: dict[str, str]) -> None:
    line = lines["05554008"]
    lines["05554008"] = line[:128] + " " * 22 + line[150:]
    import_gv100ad(session, encoded(lines))
    assert (body_of(session, "05554008").population, body_of(session, "05554").population) == (None, None)


def faulty(lines: dict[str, str]) -> dict[str, tuple[bytes, str]]:
    """Name → (file, part of the sentence)."""
    line = lines["05554008"]

    def with_line(text: str) -> bytes:
        return encoded(lines | {"05554008": text})

    def without(prefix: str) -> bytes:
        return encoded({key: text for key, text in lines.items() if not key.startswith(prefix)})

    return {
        "empty": (b"", "nur 0 Gemeinden"),
        "blank": (b"\r\n \r\n", "nur 0 Gemeinden"),
        "zip": (b"PK\x03\x04" + encoded(lines), "ZIP"),
        "csv": (b"ags,name\n05554008,Bocholt\n", "Zeile 1: Die Zeile beginnt mit keiner bekannten Satzart"),
        "cut off line": (with_line(line[:149]), "abgeschnitten"),
        "cut off file": (encoded(lines)[:-200], "abgeschnitten"),
        "another Land": (without("05"), "nur 0 Gemeinden"),
        "few": (encoded(dict(list(lines.items())[:250])), "erwartet werden mindestens 300"),
        "a region missing": (without("057"), "fehlen alle Gemeinden aus: Detmold"),
        "district missing": (encoded({key: text for key, text in lines.items() if key != "05554"}), "fehlt der Kreis 05554"),
        "district empty": (encoded(lines | {"05999": district_line("05999", "Leer")}), "Zum Kreis 05999"),
        "key twice": (encoded(lines | {"again": line}), "kommt mehrfach vor"),
        "letters in the key": (with_line(line[:12] + "X" + line[13:]), "Stellen 11 bis 18"),
        "letters in the population": (with_line(line[:140] + "X" + line[141:]), "Stellen 140 bis 150"),
        "no name": (with_line(line[:22] + " " * 50 + line[72:]), "fehlt der Name"),
        "no such day": (with_line(line[:2] + "20260231" + line[10:]), "kein Datum"),
        "two days": (with_line(line[:2] + "20251231" + line[10:]), "verschiedene Gebietsstände"),
    }


def test_wrong_file_is_refused_in_german_and_changes_nothing(session: Session, lines: dict[str, str]) -> None:
    def state() -> list[tuple[object, ...]]:
        columns = (RegisterBody.key, RegisterBody.name, RegisterBody.is_current, RegisterBody.population, RegisterBody.as_of)
        return [tuple(row) for row in session.execute(select(*columns).order_by(RegisterBody.key))]

    before = state()
    for name, (data, sentence) in faulty(lines).items():
        with pytest.raises(Invalid) as refusal:
            import_gv100ad(session, data)
        assert sentence in refusal.value.message, name
        assert (refusal.value.reason, refusal.value.field) == ("register_file", "file"), name
        assert state() == before, name


def test_trailing_blanks_cut_by_an_editor_do_no_harm(session: Session, lines: dict[str, str]) -> None:
    data = "\n".join(line.rstrip() for line in lines.values()).encode() + b"\x1a"
    assert import_gv100ad(session, data).ended == ()


def test_what_the_organiser_confirmed_outlives_every_file(session: Session, lines: dict[str, str]) -> None:
    """Named like a municipality's key or not: no file ends, renames or takes it over."""
    session.add(
        RegisterBody(
            key="KB0007",
            name="Zweckverband Beispiel",
            official_name="Zweckverband Beispiel",
            search_name="kb0007",
            kind=BodyKind.OTHER,
            form=BodyForm.ZWECKVERBAND,
            government_region="Münster",
            seat="Stadt Bocholt",
            may_lead=False,
        )
    )
    session.flush()
    session.add(BodyMember(body_key="KB0007", member_key="05554008"))
    session.flush()
    for _ in range(2):
        report = import_gv100ad(session, encoded(lines))
        assert "KB0007" not in (*report.added, *report.changed, *report.ended)
        assert load_shipped_register(session) == 0
    session.expire_all()
    body = session.get_one(RegisterBody, "KB0007")
    assert (body.is_current, body.form, body.seat, body.may_lead) == (True, BodyForm.ZWECKVERBAND, "Stadt Bocholt", False)
    # Its member stays even when the file no longer names the municipality.
    del lines["05554008"]
    assert "05554008" in import_gv100ad(session, encoded(lines)).ended
    assert session.scalars(select(BodyMember.member_key)).all() == ["05554008"]


def test_a_name_that_a_sealed_result_shows_stays_and_is_told(app: Flask, lines: dict[str, str]) -> None:
    edition = factories.make_edition(phase=Phase.OPEN)
    kim = factories.make_account("kim@bocholt.example")
    factories.make_entry(edition, created_by=kim, status=EntryStatus.EXCLUDED, partners=(factories.BORKEN,))
    factories.set_phase(edition, Phase.DECIDED)
    factories.seal_result(edition, factories.actor(factories.make_account("siegel@ikz.example", is_admin=True)))
    names = {"05554008": "Bocholt, Rosenstadt", "05554012": "Borken, Hansestadt", "05554044": "Reken, Hansestadt"}
    lines |= {key: municipality_line(key, name, kind="63", population=77) for key, name in names.items()}
    with write_session() as session:
        done = import_gv100ad(session, encoded(lines))
        told = {key: (body_of(session, key).official_name, body_of(session, key).population) for key in names}
    assert done.kept == ("05554008", "05554012")
    # Everything else of them is brought up to date.
    assert told == {
        "05554008": ("Stadt Bocholt", 77), "05554012": ("Stadt Borken", 77), "05554044": ("Hansestadt Reken", 77),
    }  # fmt: skip
