"""A half-finished entry in the running edition: something to write on, and a circulation that is under way."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from ikz_award.demo.accounts import APPLICANT_BODY
from ikz_award.demo.circulation import notice_values
from ikz_award.domain.entries.circulation import PartnerAnswer
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.models.editions.editions import Edition, Question
from ikz_award.models.entries.entries import Answer, Entry, Partner
from ikz_award.models.entries.partners import PartnerNotice

TITLE = "Ein gemeinsamer Bauhof für die Grenzregion"
CATEGORY = "pflichtaufgaben"
ANSWERS = {
    "title": TITLE,
    "department": "Fachdienst 4 – Tiefbau und Betriebshof",
    "contact_name": "Tobias Reinders",
    "contact_email": "bewerbung@demo.example",
    "category": CATEGORY,
    "summary": (
        "Fünf Kommunen beiderseits der Grenze legen ihre Bauhöfe zusammen: ein Standort, ein Fuhrpark, eine Einsatzplanung. "
        "Der Winterdienst fährt nach Strecken und nicht mehr nach Gemarkungen."
    ),
    "occasion": "Jeder Bauhof hielt eine Kehrmaschine vor, die nur an zwei Tagen der Woche im Einsatz war.",
}
# Key in the register or name, how many days ago the link was sent, and what came of it.
PARTNERS = (
    ("05554004", 4, {"answer": PartnerAnswer.ACKNOWLEDGED, "reason": ""}),
    (
        "05554024",
        4,
        {
            "answer": PartnerAnswer.OBJECTED,
            "reason": "Der Rat berät erst in seiner nächsten Sitzung. Bis dahin möchten wir nicht genannt werden.",
        },
    ),
    ("05554052", 3, {}),
    ("Gemeente Losser", 0, None),
)


def add_draft(session: Session, edition: Edition, created_by: int, now: datetime) -> Entry:
    """The applicant's draft with its partners: one took note, one objected, one has looked, one has not yet opened the link."""
    category = next(one for one in edition.categories if one.key == CATEGORY)
    entry = Entry(
        edition_id=edition.id,
        lead_key=APPLICANT_BODY,
        status=EntryStatus.DRAFT,
        title=TITLE,
        created_by=created_by,
        created_at=now,
        updated_at=now,
        category_id=category.id,
    )
    session.add(entry)
    session.flush()
    questions = {row.key: row.id for row in session.scalars(select(Question).where(Question.edition_id == edition.id))}
    session.execute(
        insert(Answer),
        [{"entry_id": entry.id, "question_id": questions[key], "value": value} for key, value in ANSWERS.items()],
    )
    for place, (who, days, came_of_it) in enumerate(PARTNERS):
        is_registered = who.isdigit()
        partner = Partner(
            entry_id=entry.id,
            body_key=who if is_registered else None,
            name="" if is_registered else who,
            country="DE" if is_registered else "NL",
            kind=PartnerKind.MUNICIPALITY,
            position=place,
        )
        session.add(partner)
        session.flush()
        session.add(_notice(partner.id, place, sent_at=now - timedelta(days=days), came_of_it=came_of_it))
    return entry


def _notice(partner_id: int, place: int, *, sent_at: datetime, came_of_it: Mapping[str, str] | None) -> PartnerNotice:
    notice = PartnerNotice(**notice_values(partner_id, place, sent_at=sent_at))
    if came_of_it is not None:
        notice.seen_at = sent_at + timedelta(hours=3)
    if came_of_it:
        notice.answered_at = sent_at + timedelta(hours=4)
        notice.answer, notice.reason = PartnerAnswer(came_of_it["answer"]), came_of_it["reason"]
    return notice
