"""A form's idempotency key is read once, at the door: one that is none of ours is refused there, on every page alike."""

import pytest
from flask import Flask, g

from ikz_award.domain.phases.workflow import Phase
from tests import factories
from tests.client import PageClient

FORMS = ("/konto/anmelden", "/konto/registrieren", "/konto/passwort-vergessen")


@pytest.mark.parametrize("key", ["x" * 65, "x" * 70_000, "a\x00b"])
def test_a_damaged_key_is_refused_with_a_sentence(app: Flask, anonymous: PageClient, key: str) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    factories.make_edition(phase=Phase.OPEN)
    kim = factories.make_account("kim@bocholt.example", lead_key=factories.BOCHOLT)
    for path in FORMS:
        answer = anonymous.post(path, data={"idempotency_key": key})
        assert answer.status_code == 422, path
    anonymous.log_in(kim)
    for path in ("/konto/ueberall-abmelden", "/konto/erinnerungen"):
        answer = anonymous.post(path, data={"idempotency_key": key})
        assert answer.status_code == 422, path
        assert "beschädigt angekommen" in answer.text


def test_a_call_is_made_once(app: Flask, anonymous: PageClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    with anonymous:
        anonymous.post("/konto/registrieren", data={"idempotency_key": "k"})
        assert (g.call.key, g.call.now, g.call.actor) == ("k", g.now, g.actor)
    with anonymous:
        anonymous.get("/konto/registrieren?idempotency_key=k")
        assert g.call.key is None
