"""Pages are compressed for whoever asked for them, and for nobody whose browser was made to ask by another site."""

import brotli
import pytest
from flask import Flask

from tests import factories

BROTLI = {"Accept-Encoding": "gzip, br"}


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("", None)])
def test_a_page_comes_as_the_browser_can_read_it(app: Flask, accepted: str, encoding: str | None) -> None:
    answer = app.test_client().get("/impressum", headers={"Accept-Encoding": accepted} if accepted else {})
    assert answer.headers.get("Content-Encoding") == encoding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) == len(answer.data)


@pytest.mark.parametrize(
    ("site", "is_compressed"),
    [("same-origin", True), ("none", True), ("cross-site", False), ("same-site", False), (None, False)],
)
def test_with_a_session_only_what_the_person_or_this_site_asked_for_is_compressed(
    app: Flask, site: str | None, *, is_compressed: bool
) -> None:
    client = app.test_client()
    client.log_in(factories.make_account("ada@ahaus.example"))
    answer = client.get("/konto/", headers=BROTLI | ({"Sec-Fetch-Site": site} if site else {}))
    assert answer.status_code == 200
    assert ("Content-Encoding" in answer.headers) is is_compressed
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_a_guest_with_a_token_is_no_less_careful(app: Flask) -> None:
    client = app.test_client()
    assert "Content-Encoding" in client.get("/konto/anmelden", headers=BROTLI).headers
    assert "Content-Encoding" not in client.get("/konto/anmelden", headers=BROTLI | {"Sec-Fetch-Site": "cross-site"}).headers


@pytest.mark.parametrize(("place", "status"), [("/gibt-es-nicht", 404)])
def test_errors_are_pages_like_any_other(app: Flask, place: str, status: int) -> None:
    client = app.test_client()
    answer, plain = client.get(place, headers=BROTLI), client.get(place)
    assert (answer.status_code, answer.status) == (status, plain.status)
    assert answer.headers["Content-Encoding"] == "br"
    assert b"<h1" in brotli.decompress(answer.data)


def test_a_form_that_comes_back_with_errors_is_compressed(app: Flask) -> None:
    client = app.test_client()
    answer = client.submit_form("/konto/registrieren", {"email": "keine Adresse"})
    assert answer.status_code >= 400 or "aria-invalid" in answer.text
    token = client.get("/konto/registrieren").text.partition('name="csrf_token" value="')[2].partition('"')[0]
    own = BROTLI | {"Sec-Fetch-Site": "same-origin"}
    again = client.post("/konto/registrieren", data={"csrf_token": token, "email": "x"}, headers=own)
    assert again.headers["Content-Encoding"] == "br"


def test_where_nothing_is_said_nothing_is_compressed(app: Flask) -> None:
    answer = app.test_client().get("/verwaltung/", headers=BROTLI)
    assert answer.status_code == 302
    assert "Content-Encoding" not in answer.headers
