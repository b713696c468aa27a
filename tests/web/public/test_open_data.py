"""The published winners as data and on the map; before publication nothing of either is there."""

import csv
import json
from collections.abc import Iterator
from io import StringIO

import pytest
import time_machine
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from ikz_award.domain.workflow import Phase
from ikz_award.reports.open_data import safe_cell
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
    assert first["winner"] == {
        "title": "Geheime Vergabestelle",
        "lead": {"key": factories.AHAUS, "name": "Stadt Ahaus"},
        "partners": [{"key": factories.GRONAU, "name": "Stadt Gronau (Westf.)"}],
    }
    assert first["text"] == "Lob des Siegers"
    assert (second["winner"], second["prize_euro"]) == (None, 0)
    for secret in ("Interner Grund", "Begründung 9", "kim@ahaus.example", "jury@x.example"):
        assert secret not in answer.text


def test_csv_reads_back_as_text(anonymous: PageClient) -> None:
    decided(Phase.PUBLISHED)
    answer = anonymous.get("/preistraeger/landespreis-2/daten.csv")
    rows = list(csv.DictReader(StringIO(answer.text.removeprefix("\ufeff")), delimiter=";"))
    assert (rows[0]["title"], rows[0]["partners"], rows[0]["text"]) == (
        "Geheime Vergabestelle", "Stadt Gronau (Westf.)", "Lob des Siegers",
    )  # fmt: skip
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
