"""What the demonstration's partners said in the circulation: most took note, one objected, some never answered."""

import secrets
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from ikz_award.domain.entries.circulation import PartnerAnswer
from ikz_award.models.entries.entries import Partner
from ikz_award.models.entries.partners import PartnerNotice

PEOPLE = (
    "Maria Hölscher", "Jens Wiegand", "Petra Loh", "Stefan Brinkmann", "Anke Teuber", "Ralf Osterkamp", "Birgit Nolte",
    "Dirk Hagemann", "Sabine Krull", "Uwe Terhorst",
)  # fmt: skip
OBJECTION = (
    "Unser Rat hat der gemeinsamen Bewerbung nicht zugestimmt. Bitte führen Sie uns nicht als Partner auf, "
    "bis er am 14. Februar entschieden hat."
)
# Every so many partners one has looked and said nothing: taken for agreed when the period ended.
SILENT = 11


def add_notices(session: Session, *, received: Mapping[int, datetime], objecting: Collection[int]) -> None:
    """For every partner of handed-in entries (`received`: when, by id) what came of its link; `objecting`: entries with an
    objection by their last partner."""
    rows = session.execute(
        select(Partner.id, Partner.entry_id).where(Partner.entry_id.in_(received)).order_by(Partner.entry_id, Partner.position)
    ).all()
    last = {entry_id: partner_id for partner_id, entry_id in rows}
    notices = []
    for count, (partner_id, entry_id) in enumerate(rows):
        sent_at = received[entry_id] + timedelta(minutes=1)
        notice = notice_values(partner_id, count, sent_at=sent_at)
        notice["seen_at"] = sent_at + timedelta(hours=2 + count % 50)
        if entry_id in objecting and partner_id == last[entry_id]:
            notice |= {"answer": PartnerAnswer.OBJECTED, "reason": OBJECTION}
        elif count % SILENT:
            notice |= {"answer": PartnerAnswer.ACKNOWLEDGED}
        if "answer" in notice:
            notice["answered_at"] = notice["seen_at"] + timedelta(minutes=3 + count % 7)
        notices.append(notice)
    if notices:
        every = {"answer": None, "reason": "", "answered_at": None}
        session.execute(insert(PartnerNotice), [every | notice for notice in notices])


def notice_values(partner_id: int, count: int, *, sent_at: datetime) -> dict[str, Any]:
    """A notice that was sent. No link leads to it: nobody knows what has this hash, and a new link can be sent."""
    return {
        "partner_id": partner_id, "contact_name": PEOPLE[count % len(PEOPLE)], "nonce": secrets.token_hex(16),
        "contact_email": f"partner{count + 1}@demo.example", "token_hash": secrets.token_hex(32), "message_id": "",
        "sent_at": sent_at, "reminders": 0,
    }  # fmt: skip
