"""The published winners as data and on the map; before publication nothing of either is there."""

import csv
import io
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy import select

from ikz_award.adapters.files import FileStore
from ikz_award.domain.people.bodies import BodyForm
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Attachment, Entry, StoredFile
from ikz_award.models.people.register import BodyKind, RegisterBody
from ikz_award.reports.open_data import safe_cell
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PageClient
from tests.factories import NOW
from tests.web.public.test_public import decided, strip_nonces

ADDRESSES = ("", "/daten.json", "/daten.csv")


@pytest.fixture(autouse=True)
def at_noon(app: Flask) -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.parametrize("address", ADDRESSES)
def test_decided_and_not_decided_answer_with_the_same_bytes(anonymous: PageClient, address: str) -> None:
    edition = decided(Phase.DECIDED)
    seen = set()
    for phase in (Phase.DECIDED, Phase.DELIBERATION, Phase.JUDGING, Phase.OPEN):
        factories.set_phase(edition, phase)
        answer = anonymous.get(f"/preistraeger/landespreis-2{address}")
        kept = {name: value for name, value in answer.headers if name not in ("Content-Security-Policy", "Set-Cookie")}
        seen.add((answer.status_code, strip_nonces(answer.text), json.dumps(kept, sort_keys=True)))
    missing = anonymous.get(f"/preistraeger/gibt-es-nicht{address}")
    assert len(seen) == 1
    [(status, page, _)] = seen
    assert (status, page) == (404, strip_nonces(missing.text))


def test_json_holds_what_is_public_and_no_more(anonymous: PageClient) -> None:
    decided(Phase.PUBLISHED)
    answer = anonymous.get("/preistraeger/landespreis-2/daten.json")
    first, second = answer.get_json()["categories"][:2]
    [winner] = first["winners"]
    assert winner == {
        "title": "Geheime Vergabestelle",
        "lead": {"key": factories.AHAUS, "name": "Stadt Ahaus"},
        "partners": [{"key": factories.GRONAU, "name": "Stadt Gronau (Westf.)"}],
        "prize_euro": first["prize_euro"],
    }
    assert first["text"] == "Lob des Siegers"
    assert (second["winners"], second["prize_euro"]) == ([], 0)
    for secret in ("Interner Grund", "Begründung 9", "kim@ahaus.example", "jury@x.example"):
        assert secret not in answer.text


def test_csv_reads_back_as_text(anonymous: PageClient) -> None:
    decided(Phase.PUBLISHED)
    answer = anonymous.get("/preistraeger/landespreis-2/daten.csv")
    rows = list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert (rows[0]["title"], rows[0]["partners"], rows[0]["text"]) == (
        "Geheime Vergabestelle",
        "Stadt Gronau (Westf.)",
        "Lob des Siegers",
    )
    assert "Interner Grund" not in answer.text
    assert answer.headers["Content-Disposition"] == "attachment; filename=preistraeger-landespreis-2.csv"


@pytest.mark.parametrize("evil", ["=1+1", " =A1", "\u200b=A1", "\uff1dA1", "\t+1", "\r@SUM(A1)", "-2", "\ufeff=1", "\u00a0=1"])
def test_a_formula_becomes_text(evil: str) -> None:
    assert safe_cell(evil) == f"'{evil}"


@given(st.text())
def test_other_text_stays_as_it_is(text: str) -> None:
    cell = safe_cell(text)
    assert cell.endswith(text)
    assert cell in (text, f"'{text}")
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))


def test_the_map_draws_a_line_to_each_partner(anonymous: PageClient) -> None:
    decided(Phase.PUBLISHED)
    page = anonymous.get("/preistraeger/landespreis-2").text
    assert page.count("<line ") == 1
    assert page.count('class="ikz-map__dot"') == 396
    assert page.count('class="ikz-map__lead"') == 1


@pytest.mark.parametrize("is_lead", [True, False])
def test_a_body_outside_the_register_has_a_name_and_a_key_but_no_dot(anonymous: PageClient, is_lead: bool) -> None:
    """As lead nothing of the entry can be drawn; as partner it is one of those left out."""
    edition = decided(Phase.DECIDED)
    with write_session() as session:
        session.add(
            RegisterBody(
                key="KB0001",
                name="Zweckverband <b>",
                official_name="Zweckverband <b>",
                search_name="zweckverband kb0001",
                kind=BodyKind.OTHER,
                form=BodyForm.ZWECKVERBAND,
                government_region="",
            )
        )
        session.flush()
        entry = session.scalars(select(Entry).where(Entry.title == "Geheime Vergabestelle")).one()
        status, entry.status = entry.status, EntryStatus.DRAFT  # what is handed in is closed to changes
        session.flush()
        if is_lead:
            entry.lead_key = "KB0001"
        else:
            entry.partners[0].body_key = "KB0001"
        session.flush()
        entry.status = status
    factories.set_phase(edition, Phase.PUBLISHED)
    page = anonymous.get("/preistraeger/landespreis-2").text
    assert "Zweckverband &lt;b&gt;" in page
    assert page.count("<line ") == 0
    assert page.count('class="ikz-map__lead"') == (0 if is_lead else 1)
    [winner] = anonymous.get("/preistraeger/landespreis-2/daten.json").get_json()["categories"][0]["winners"]
    assert {"key": "KB0001", "name": "Zweckverband <b>"} in [winner["lead"], *winner["partners"]]
    assert "KB0001" in anonymous.get("/preistraeger/landespreis-2/daten.csv").text
    assert anonymous.get("/").status_code == anonymous.get("/karte.svg").status_code == 200


@pytest.fixture
def pictures(app: Flask) -> dict[str, str]:
    """Purpose → the public id of a picture attached to the winner."""
    edition = decided(Phase.PUBLISHED)
    drawn = io.BytesIO()
    Image.new("RGB", (4, 4), "green").save(drawn, "PNG")
    sha256 = FileStore(Path(app.instance_path) / "uploads").put(drawn.getvalue())
    rows = {}
    with write_session() as session:
        entry = session.scalars(select(Entry).where(Entry.edition_id == edition.id)).one()
        entry.status = EntryStatus.RETURNED
        session.add(StoredFile(sha256=sha256, size=len(drawn.getvalue()), media_type="image/png", created_at=NOW))
        session.flush()
        for position, purpose in enumerate(("publication_picture", "illustration")):
            rows[purpose] = Attachment(
                entry_id=entry.id,
                purpose=purpose,
                filename="Rathaus.png",
                sha256=sha256,
                position=position,
                created_by=entry.created_by,
                created_at=NOW,
            )
        session.add_all(rows.values())
        session.flush()
        entry.status = EntryStatus.ADMITTED
    return {purpose: row.public_id for purpose, row in rows.items()}


def test_a_picture_handed_in_for_publication_is_shown_and_no_other(anonymous: PageClient, pictures: dict[str, str]) -> None:
    page = anonymous.get("/preistraeger/landespreis-2")
    shown, kept = (f"/preistraeger/landespreis-2/bild/{pictures[name]}" for name in ("publication_picture", "illustration"))
    assert shown in page.text
    assert kept not in page.text
    answer = anonymous.get(shown)
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert answer.headers["Content-Disposition"].startswith("inline")
    assert anonymous.get(kept).status_code == 404


def test_before_publication_a_picture_is_not_there(anonymous: PageClient, pictures: dict[str, str]) -> None:
    factories.set_phase(db.session.scalars(select(Edition)).one(), Phase.DECIDED)
    assert anonymous.get(f"/preistraeger/landespreis-2/bild/{pictures['publication_picture']}").status_code == 404
