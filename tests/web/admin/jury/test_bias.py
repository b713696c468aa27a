"""The record of bias, the organiser's and the chair's way to rule on a denial."""

from typing import Any

from sqlalchemy import select

from ikz_award.domain.jury.bias import TieKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.bias import HintDecision, Ruling
from ikz_award.models.people.accounts import Account
from ikz_award.queries.jury.bias.hints import entry_hints
from ikz_award.services.jury.bias import deny_hints
from ikz_award.services.jury.ties import add_tie
from ikz_award.services.record.use_case import Call
from tests import factories
from tests.client import PageClient
from tests.factories import NOW
from tests.web.admin.world import POINTS, SLUG, TELLTALES, World, make_world

RECORD = f"/verwaltung/runden/{SLUG}/befangenheiten"


def denied_world(applicant: Account) -> tuple[World, str]:
    """Ada, tied to Bocholt, has denied the first of her two hints."""
    world = make_world(applicant)
    ada = factories.actor(world.jurors[0])
    add_tie(Call(actor=ada, now=NOW, key="t"), edition_slug=SLUG, body_key=factories.BOCHOLT, kind=TieKind.RESIDENCE)
    entry = db.session.get_one(Entry, world.entry.id)
    first = entry_hints(db.session(), entry=entry, seat=ada.seats[world.edition.id])[0].hint.code
    deny_hints(
        Call(actor=ada, now=NOW, key="d"), entry_id=world.entry.public_id, codes=[first], reason="Ich wohne nur am Stadtrand."
    )
    db.session.rollback()
    return world, db.session.scalars(select(HintDecision.public_id)).one()


def test_the_organiser_sees_the_record_and_overrules(client: PageClient, applicant: Account) -> None:
    _, decision = denied_world(applicant)
    page = client.get(RECORD).text
    for words in ("Keine Ausschlüsse", "Ein verneinter Hinweis", "Ein offener Hinweis", "Ich wohne nur am Stadtrand."):
        assert words in page
    assert not [points for points in TELLTALES if points in page]
    one = f"{RECORD}/{decision}"
    assert client.submit_form(one, {"ruling": "overruled", "reason": ""}, form=one).status_code == 422
    assert client.submit_form(one, {"reason": "Ohne Wahl"}, form=one).status_code == 422
    sent = client.submit_form(one, {"ruling": "overruled", "reason": "Das Vorhaben liegt vor der Haustür."}, form=one)
    assert sent.location == RECORD
    page = client.get(RECORD).text
    assert "Ein Ausschluss" in page
    assert "Das Vorhaben liegt vor der Haustür." in page
    assert "Keine offenen Hinweise" in page


def test_a_chair_rules_and_sees_no_points_and_a_member_has_no_such_page(app: Any, applicant: Account, log_in: Any) -> None:
    world, decision = denied_world(applicant)
    chair = factories.make_juror(world.edition, "vorsitz@jury.example", role=PanelRole.CHAIR)
    listed = f"/jury/{SLUG}/befangenheiten"
    assert log_in(world.jurors[1]).get(listed).status_code == 404
    assert log_in(world.jurors[1]).get(f"{listed}/{decision}").status_code == 404
    browser = log_in(chair)
    assert listed in browser.get("/jury/").text
    page = browser.get(listed).text
    assert "Ich wohne nur am Stadtrand." in page
    assert not [points for points in (*TELLTALES, *POINTS[0]) if points in page]
    one = f"{listed}/{decision}"
    assert browser.submit_form(one, {"ruling": "confirmed"}, form=one).location == listed
    db.session.rollback()
    row = db.session.scalars(select(HintDecision)).one()
    assert (row.ruling, row.ruled_by) == (Ruling.CONFIRMED, chair.id)
