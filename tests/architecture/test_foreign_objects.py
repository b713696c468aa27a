"""An object under another's address is 404: every route with two objects in it, each in turn of another edition or entry.

The routes come from the URL map, so that a new one is tried by itself; a new kind of object has to be put into one of the two
tables below. Who tries has every right on both: the organiser, the chair of both juries, the owner of both entries.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask, url_for
from sqlalchemy import select
from werkzeug.routing import Rule

from ikz_award.domain.decision.meeting import MotionKind
from ikz_award.domain.entries.rights import EntryRight
from ikz_award.domain.jury.bias import BiasReason, TieKind
from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.workflow import EntryStatus, JobStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.discussion import DiscussionPost
from ikz_award.models.decision.meeting import Motion
from ikz_award.models.editions.editions import Category, Edition, EditionText
from ikz_award.models.entries.entries import Attachment, Entry, Partner, StoredFile
from ikz_award.models.entries.held_uploads import HeldUpload
from ikz_award.models.jury.bias import HintDecision, HintOutcome
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, JurorTie
from ikz_award.models.jury.reading import FilledTable
from ikz_award.models.people.accounts import Account
from ikz_award.models.record.jobs import Job
from ikz_award.services.decision.discussion import open_comparison
from ikz_award.services.decision.meeting import open_meeting
from ikz_award.services.decision.motions import TypedMotion, propose
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.calls import called
from tests.client import PageClient, form_fields
from tests.factories import BOCHOLT, NOW

EDITIONS = ("landespreis-1", "landespreis-2")
# Arguments that name no object of its own: a part that everything of its kind has.
PARTS = {
    "target": "a phase of any edition",
    "step_key": "a step of any entry",
    "name": "a text or document of any edition, or what one is made from",
    "kind": "a kind of what an edition is made from",
    "version": "a number counted within the object",
}


@dataclass(frozen=True)
class Side:
    """An edition with an entry, and everything that hangs on them; by the names that addresses have for it."""

    objects: dict[str, object]


@dataclass(frozen=True)
class Sides:
    own: Side
    other: Side
    clients: dict[str, PageClient]


def _file() -> str:
    with write_session() as session:
        if session.get(StoredFile, "a" * 64) is None:
            session.add(StoredFile(sha256="a" * 64, size=3, media_type="application/pdf", created_at=NOW, preview_sha256=None))
    return "a" * 64


def _seat(edition: Edition, chair: Account) -> int:
    with write_session() as session:
        juror = Juror(edition_id=edition.id, account_id=chair.id, body_name="Städtetag", role=PanelRole.CHAIR, position=0)
        session.add(juror)
        session.flush()
        text = session.scalars(
            select(EditionText).where(EditionText.edition_id == edition.id, EditionText.key == "confidentiality")
        ).one()
        session.add(ConfidentialityAcceptance(juror_id=juror.id, text_id=text.id, accepted_at=NOW))
        return juror.id


def _of_entry(entry: Entry, edition: Edition, seat: int, owner: Account) -> dict[str, object]:
    sha256 = _file()
    with write_session() as session:
        common = {"entry_id": entry.id, "filename": "a.pdf", "sha256": sha256, "created_by": owner.id, "created_at": NOW}
        attachment = Attachment(purpose="other", position=0, **common)
        held = HeldUpload(purpose="contract", sent_sha256="0" * 64, alterations=[], **common)
        partner = Partner(entry_id=entry.id, body_key=factories.GRONAU, kind="municipality", position=7)
        session.add_all([attachment, held, partner])
        session.flush()
        return {"attachment_id": attachment.public_id, "held_id": held.public_id, "partner_id": partner.id}


def _of_jury(entry: Entry, edition: Edition, seat: int, member: int) -> dict[str, object]:
    with write_session() as session:
        decision = HintDecision(
            juror_id=member,
            entry_id=entry.id,
            hint_reason=BiasReason.OWN_LEAD,
            body_key=BOCHOLT,
            tie_key=BOCHOLT,
            tie_kind=TieKind.RESIDENCE,
            outcome=HintOutcome.DENIED,
            reason="Nein.",
            decided_at=NOW,
        )
        tie = JurorTie(juror_id=seat, body_key=factories.AHAUS, kind=TieKind.EMPLOYER)
        table = FilledTable(juror_id=seat, sha256="a" * 64, filename="t.xlsx", received_at=NOW)
        post = DiscussionPost(entry_id=entry.id, juror_id=seat, text="Ein Wort.", posted_at=NOW)
        job = Job(
            kind="result_report",
            edition_id=edition.id,
            status=JobStatus.DONE,
            created_at=NOW,
            finished_at=NOW,
            result_sha256="a" * 64,
        )
        session.add_all([decision, tie, table, post, job])
        session.flush()
        return {
            "decision_id": decision.public_id,
            "tie_id": tie.id,
            "table_id": table.public_id,
            "post_id": post.public_id,
            "job": job.public_id,
        }


def make_side(name: str, *, owner: Account, chair: Account, organiser: Account) -> Side:
    edition = factories.make_edition(name=name, phase=Phase.OPEN)
    category = f"nur-{name}"
    with write_session() as session:
        session.add(Category(edition_id=edition.id, key=category, name="Nur hier", position=99, prize_euro=0))
    entry = factories.make_entry(edition, created_by=owner, category=category, partners=())
    seat = _seat(edition, chair)
    member = factories.make_juror(edition, f"mitglied@{name}.example")
    member_seat = db.session.scalars(select(Juror.id).where(Juror.account_id == member.id)).one()
    found = _of_entry(entry, edition, seat, owner)
    guest = factories.make_account(f"gast@{name}.example")
    found["invitation_id"] = factories.make_right(entry, guest, EntryRight.EDIT).id
    with write_session() as session:
        row = session.get_one(Entry, entry.id)
        row.status, row.number, row.submitted_at = EntryStatus.ADMITTED, f"{name[-1]}-001", NOW
    factories.set_phase(edition, Phase.JUDGING)
    found |= _of_jury(entry, edition, seat, member_seat)
    factories.set_phase(edition, Phase.DELIBERATION)
    run: dict[str, Any] = {"actor": factories.actor(organiser), "now": NOW, "edition_slug": name}
    called(open_comparison, **run, key=f"c{name}", base_url="")
    called(open_meeting, **run, key=f"m{name}", is_written=False)
    typed = TypedMotion(kind=MotionKind.OTHER, entry_id="", text="Dank.", is_secret=False)
    called(propose, **run, key=f"p{name}", category=category, typed=typed)
    db.session.rollback()
    motion = db.session.scalars(select(Motion.public_id).order_by(Motion.id.desc())).first()
    public_id = db.session.get_one(Entry, entry.id).public_id
    return Side(
        found | {
            "slug": name, "entry_id": public_id, "public_id": public_id, "juror_id": member_seat, "category": category,
            "motion_id": motion,
        }
    )  # fmt: skip


@pytest.fixture
def sides(app: Flask, log_in: Any) -> Sides:
    owner = factories.make_account("kim@bocholt.example", lead_key=BOCHOLT)
    chair = factories.make_account("vorsitz@jury.example")
    organiser = factories.make_account("kompetenzzentrum@land.example", is_admin=True)
    one, two = (make_side(name, owner=owner, chair=chair, organiser=organiser) for name in EDITIONS)
    people = {"applicants": owner, "jury": chair, "admin": organiser, "public": organiser}
    return Sides(own=one, other=two, clients={name: log_in(account) for name, account in people.items()})


def with_several(app: Flask) -> Iterator[Rule]:
    for rule in app.url_map.iter_rules():
        if len(rule.arguments - PARTS.keys()) > 1 and rule.endpoint not in ("static", "security.static"):
            yield rule


def addresses(app: Flask, sides: Sides, rule: Rule) -> Iterator[tuple[str, str]]:
    """(what is foreign, address) for each object of a rule, all others being one's own; "" for none."""
    parts: dict[str, object] = {"target": "beratung", "step_key": "projekt", "name": "procedure", "version": 1}
    own = {name: sides.own.objects[name] for name in rule.arguments if name not in PARTS}
    rest = {name: parts[name] for name in rule.arguments if name in PARTS}
    with app.test_request_context():
        yield "", url_for(rule.endpoint, **own, **rest)
        for name in own:
            yield name, url_for(rule.endpoint, **(own | {name: sides.other.objects[name]}), **rest)


def test_every_argument_is_an_object_or_a_part(app: Flask, sides: Sides) -> None:
    named = {name for rule in app.url_map.iter_rules() if len(rule.arguments) > 1 for name in rule.arguments}
    assert named - PARTS.keys() == {name for name in named if name in sides.own.objects}
    for name in sides.own.objects:
        assert sides.own.objects[name] != sides.other.objects[name], f"{name} is the same on both sides"


@pytest.mark.parametrize("phase", [Phase.DELIBERATION, pytest.param(Phase.JUDGING, marks=pytest.mark.long)])
def test_what_belongs_elsewhere_is_not_there(app: Flask, sides: Sides, phase: Phase) -> None:
    for name in EDITIONS:
        factories.set_phase(db.session.scalars(select(Edition).where(Edition.slug == name)).one(), phase)
    wrong, there, tried = [], 0, 0
    for rule in with_several(app):
        client = sides.clients[rule.endpoint.partition(".")[0]]
        client.checks_pages = False
        _, fields = form_fields(client.get("/konto/").text, "ueberall-abmelden")
        for foreign, place in addresses(app, sides, rule):
            for method in sorted((rule.methods or set()) & {"GET", "POST"}):
                if not foreign and method == "POST":
                    continue
                sent = {"csrf_token": fields["csrf_token"], "idempotency_key": f"{len(wrong)}-{tried}"}
                answer = client.open(place, method=method, data=sent if method == "POST" else None)
                if not foreign:
                    tried, there = tried + 1, there + (answer.status_code != 404)
                elif answer.status_code != 404:
                    wrong.append((rule.endpoint, method, foreign, answer.status_code))
    assert not wrong, "\n".join(map(str, wrong))
    # Where nothing is there for its owner either, nothing was tried.
    assert there > tried * 0.7, (there, tried)
