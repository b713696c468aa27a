"""In production the cookie is this very host's, over HTTPS alone; the browser itself sees to it by its name."""

from pathlib import Path

import pytest
from flask_migrate import upgrade

from config import TestConfig
from ikz_award import create_app
from ikz_award.extensions import db


def test_the_cookie_of_production_is_bound_to_host_and_https(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IKZ_AWARD_MODE", "production")
    monkeypatch.setenv("IKZ_AWARD_BASE_URL", "https://preis.example")
    app = create_app(TestConfig(tmp_path))
    with app.app_context():
        upgrade()
        client = app.test_client()
        answer = client.get("/konto/anmelden", base_url="https://preis.example")
        [cookie] = [one for one in answer.headers.getlist("Set-Cookie") if "ikz_award" in one]
        name, *attributes = cookie.split("; ")
        assert name.startswith("__Host-ikz_award=")
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(attributes)
        assert not [one for one in attributes if one.startswith("Domain")]
        assert "max-age" in answer.headers["Strict-Transport-Security"]
        db.session.remove()
        db.engine.dispose()
