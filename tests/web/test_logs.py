"""A fault is logged with where it happened, and without what anybody typed."""

import json

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from ikz_award.blueprints.accounts import forms
from tests.client import PASSWORD, PageClient


def test_log_of_a_fault_holds_no_password(
    app: Flask, anonymous: PageClient, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(form: forms.LoginForm, **kwargs: object) -> bool:
        secret = form.password.data
        raise IntegrityError("UPDATE account SET password = ?", {"password": secret}, ValueError("x"), hide_parameters=True)

    monkeypatch.setattr(forms.LoginForm, "validate", fail)
    response = anonymous.submit_form("/konto/anmelden", {"email": "kim@bocholt.example", "password": PASSWORD})
    assert response.status_code == 500
    (line,) = [line for line in capsys.readouterr().out.splitlines() if '"fault"' in line]
    entry = json.loads(line)
    assert entry["path"] == "/konto/anmelden"
    assert entry["reference"] in response.text
    assert "in fail" in entry["exception"]
    assert PASSWORD not in line
