"""Every form, sent in vain: the answer is a page with the summary of what is wrong, the way back with a sentence, or words
for a script; never a bare error page, never an effect.

All are sent with a key that somebody else has used, and with nothing else: each use case refuses that before it does anything.
A new form without its page (`refused_at`) fails, unless it stands in `OTHERWISE` with what it answers instead.
"""

import re

import pytest
from flask import Flask
from sqlalchemy import select

from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.extensions import db
from ikz_award.models.people.accounts import Account, IntentionKey
from ikz_award.services.record.intention import write_session
from tests.architecture.test_audience import AUDIENCE, NOT_TRIED, PERSONAS, World, address, build_world, client_of
from tests.conftest import NOW

AIMLESS = re.compile(r'<form(?![^>]*action=)[^>]*method="post"')
USED = "a-key-of-somebody-else"
OTHERWISE = {
    **dict.fromkeys(
        (
            "security.login", "security.logout", "security.register", "security.forgot_password", "security.reset_password",
            "security.send_confirmation", "security.change_password", "security.change_email", "security.verify",
            "security.wan_register", "security.wan_register_response", "security.wan_delete", "security.wan_signin",
            "security.wan_signin_response", "security.wan_verify", "security.wan_verify_response", "security.confirm_email",
            "security.change_email_confirm",
        ),
        "Flask-Security's own forms, with the same summary: tests/web/accounts",
    ),
    "accounts.resume": "is itself the page that keeps what was typed",
    "accounts.start_with_passkey": "answers a browser's key, with a sentence",
    "accounts.renew_link": "says the same whatever happens",
    "applicants.accept_invitation": "the page of the invitation says why",
}  # fmt: skip


def _posts(app: Flask) -> list[str]:
    return sorted({rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())})


def _is_stated(app: Flask, endpoint: str) -> bool:
    view = app.view_functions[endpoint]
    return hasattr(view, "refused_at") or hasattr(view, "tells_script")


def test_every_form_says_where_it_is_shown_when_it_is_refused(app: Flask) -> None:
    unstated = {endpoint for endpoint in _posts(app) if not _is_stated(app, endpoint)}
    assert unstated == set(OTHERWISE)


def test_what_is_named_is_a_page_to_be_looked_at(app: Flask) -> None:
    for endpoint in _posts(app):
        way = getattr(app.view_functions[endpoint], "refused_at", None)
        if way is not None:
            rules = list(app.url_map.iter_rules(way.endpoint))
            assert any("GET" in (rule.methods or ()) for rule in rules), endpoint
            arguments = next(rule.arguments for rule in app.url_map.iter_rules(endpoint))
            assert rules[0].arguments <= arguments, f"{endpoint}: {way.endpoint} needs more than its address has"


@pytest.mark.parametrize("persona", [one for one in PERSONAS if one not in ("anonymous", "other applicant")])
def test_a_form_sent_in_vain_comes_back(demo: Flask, persona: str) -> None:
    world = build_world(demo)
    _use_up(world)
    client, token = client_of(demo, world, persona)
    wrong = []
    for endpoint in _posts(demo):
        if endpoint in OTHERWISE or endpoint in NOT_TRIED or persona not in AUDIENCE[endpoint]:
            continue
        answer = client.post(
            address(demo, world, endpoint), data={"csrf_token": token, "idempotency_key": USED}, follow_redirects=False
        )
        page = getattr(demo.view_functions[endpoint], "refused_at", None)
        if answer.status_code == 403 and page and client.get(address(demo, world, page.endpoint)).status_code in (302, 403):
            continue  # the page itself is closed now, or leads elsewhere: the page of the error has what was typed
        there = address(demo, world, endpoint)
        is_elsewhere = page is not None and there != address(demo, world, page.endpoint)
        if is_elsewhere and answer.status_code >= 400 and AIMLESS.search(answer.text):
            wrong.append((endpoint, "a form of the page has no action: it would be sent here"))
        if not _is_good(answer.status_code, answer.mimetype, answer.text):
            wrong.append((endpoint, answer.status_code, answer.headers.get("Location")))
    assert not wrong, "\n".join(map(str, wrong))


def _use_up(world: World) -> None:
    other = db.session.scalars(select(Account.id).where(Account.email == world.emails["other applicant"])).one()
    with write_session() as session:
        session.add(
            IntentionKey(
                key=USED, action=AuditAction.ENTRY_CREATE, account_id=other, request_hash="0" * 64, result=None, created_at=NOW
            )
        )


def _is_good(status: int, kind: str, text: str) -> bool:
    if status in (302, 303, 404):
        return True
    if kind == "application/json":
        return status < 500
    return 400 <= status < 500 and "data-error-summary" in text
