"""A jury of five with a chair, in a hall with its organiser: what they do in a meeting, through their browsers."""

from datetime import timedelta
from types import SimpleNamespace

from sqlalchemy import select

from ikz_award.domain.permissions.actors import PanelRole
from ikz_award.domain.phases.timetable import utc_to_berlin
from ikz_award.domain.phases.workflow import EntryStatus, Phase
from ikz_award.extensions import db
from ikz_award.models.decision.meeting import Motion
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.jury.jury import Juror, Recusal
from ikz_award.queries.seal.seal import current_seal
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.client import PASSWORD, form_fields
from tests.conftest import NOW

PAGE = "/verwaltung/runden/landespreis-1/sitzung"
JURY = "/jury/landespreis-1/sitzung"
NAMES = ("ada", "ben", "cleo", "dora", "emil")
LEADS = (factories.BOCHOLT, factories.AHAUS)
WHY = "Die Jury hat beide Beiträge verglichen und sich aus den Gründen, die in der Sitzung genannt wurden, so entschieden."
# The box beside what cannot be taken back, see web/sure.py.
SURE = {"sicher": "ja"}
# As a form says it: when votes in writing are due, before anybody is logged out.
DUE_AT = NOW + timedelta(minutes=25)
DUE = utc_to_berlin(DUE_AT).strftime("%Y-%m-%dT%H:%M")


def make_hall(client, applicant, log_in, *, categories=5, **settings):
    """Five categories, or fewer, with two entries each; `settings` of the edition.

    Ada is the chair, Emil recused from the leader of the first category.
    """
    edition = factories.make_edition(name="landespreis-1", phase=Phase.JUDGING)
    if settings:
        with write_session() as session:
            for name, value in settings.items():
                setattr(session.get_one(Edition, edition.id), name, value)
    jurors = {
        name: factories.make_juror(edition, f"{name}@jury.example", role=PanelRole.CHAIR if name == "ada" else PanelRole.MEMBER)
        for name in NAMES
    }
    keys = list(db.session.scalars(select(Category.key).where(Category.edition_id == edition.id).order_by(Category.position)))[
        :categories
    ]
    entries = {}
    for key in keys:
        for title, lead, points in (("Erster", LEADS[0], "9"), ("Zweiter", LEADS[1], "7")):
            entry = factories.make_entry(
                edition, created_by=applicant, status=EntryStatus.ADMITTED, category=key, title=f"{title} {key}", lead_key=lead
            )
            for juror in jurors.values():
                factories.make_sheet(entry, juror, (points,) * 3)
            entries[key, title] = entry.public_id, entry.id
    seats = {name: db.session.scalars(select(Juror.id).where(Juror.account_id == jurors[name].id)).one() for name in NAMES}
    with write_session() as session:
        session.add(Recusal(juror_id=seats["emil"], entry_id=entries[keys[0], "Erster"][1], reason="Wohnort", declared_at=NOW))
    factories.set_phase(edition, Phase.DELIBERATION)
    people = {name: log_in(jurors[name]) for name in NAMES}
    return SimpleNamespace(
        edition=edition, edition_id=edition.id, client=client, keys=keys, entries=entries, seats=seats, people=people
    )


def open_sitting(hall, *present):
    assert hall.client.submit_form(PAGE, {}, form="sitzung", button="art=sitzung").status_code == 303
    be_there(hall, *present or NAMES)


def circulate(hall, due=DUE):
    answer = hall.client.submit_form(PAGE, {"frist": due}, form="umlauf")
    assert answer.status_code == 303, answer.status_code


def be_there(hall, *present):
    there = {"anwesend": [str(hall.seats[name]) for name in present]}
    assert hall.client.submit_form(PAGE, there, form="anwesenheit").status_code == 303


def propose(hall, key, title="Erster", kind="winner", **more):
    chosen = hall.entries[key, title][0] if title else ""
    answer = hall.client.submit_form(
        f"{PAGE}/{key}", {"kind": kind, "entry": chosen, "text": "", **SURE, **more}, form="antrag"
    )
    assert answer.status_code == 303
    db.session.rollback()
    return db.session.scalars(select(Motion).order_by(Motion.id.desc())).first().public_id


def show_of_hands(hall, key, **choices):
    votes = SURE | {f"stimme-{hall.seats[name]}": choice for name, choice in choices.items()}
    assert hall.client.submit_form(f"{PAGE}/{key}", votes, form="stimmen", button="absicht=zaehlen").status_code == 303
    db.session.rollback()
    return db.session.scalars(select(Motion).order_by(Motion.id.desc())).first()


def count(hall, key, motion):
    """Close a vote at which the jurors voted for themselves; what it came to, or the page that asks."""
    answer = hall.client.submit_form(f"{PAGE}/{key}", SURE, form=f"{motion}/zaehlen")
    db.session.rollback()
    return db.session.scalars(select(Motion).where(Motion.public_id == motion)).one() if answer.status_code == 303 else answer


def count_without(hall, page, form="zaehlen"):
    """Count although votes are missing, from the page that asks."""
    action, fields = form_fields(page.text.partition('id="ohne-stimmen"')[2], form)
    answer = hall.client.post(action, data=fields)
    db.session.rollback()
    return answer


def decide(hall, key, winner):
    page = f"/verwaltung/runden/landespreis-1/entscheidung/{key}"
    typed = {"winner": winner, "reason": WHY}
    answer = hall.client.submit_form(page, typed)
    if answer.status_code == 422:  # off rank 1: the page asks whether that is meant
        fields = form_fields(answer.text)[1].to_dict()
        answer = hall.client.post(page, data=fields | typed | {"is_confirmed": "y"})
    assert answer.status_code == 302


def vote(hall, name, motion, choice):
    """Choose, read the question, and say yes to it."""
    page = "/jury/landespreis-1/sitzung"
    asked = hall.people[name].submit_form(page, {}, form=motion, button=f"stimme={choice}")
    if asked.status_code != 200:
        return asked.status_code
    action, fields = form_fields(asked.text, "abstimmen")
    assert fields["stimme"] == choice
    return hall.people[name].post(action, data=fields.to_dict() | {"sicher": "ja"}).status_code


def vote_unasked(hall, name, motion):
    """Sent without a button on the page to press."""
    fields = form_fields(hall.people[name].get("/jury/").text, "abmelden")[1].to_dict()
    fields |= {"stimme": "no", "sicher": "ja", "idempotency_key": "k" * 22}
    return hall.people[name].post(f"/jury/landespreis-1/sitzung/{motion}", data=fields).status_code


def fix(hall):
    step = "/verwaltung/runden/landespreis-1/schritt/entschieden"
    assert hall.client.submit_form(step, {}).status_code == 302


def seal(hall):
    fix(hall)
    confirm(hall)


def confirm(hall):
    confirmed = {"is_checked": "y", "password": PASSWORD}
    assert hall.client.submit_form("/verwaltung/runden/landespreis-1/siegel", confirmed).status_code == 303
    assert hall.people["ada"].submit_form("/jury/landespreis-1/siegel", confirmed).status_code == 303
    db.session.rollback()
    assert current_seal(db.session(), edition_id=hall.edition_id) is not None
