"""Files of the interface: kept by browsers where they are there, and only there."""

from flask import Flask


def test_a_style_that_is_not_there_yet_is_not_kept_as_missing(app: Flask) -> None:
    answer = app.test_client().get("/static/css/nicht-da.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "private, no-store")
    with app.test_client().get("/static/css/jury.css") as there:
        assert there.headers["Cache-Control"] != "private, no-store"
