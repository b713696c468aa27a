"""The rows of the demonstration's entries: written in bulk, for up to 100,000 of them."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session, selectinload

from ikz_award.demo.texts import answers_of, entry_texts
from ikz_award.domain.entries.entry import PartnerKind
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.seal.audit_chain import canonical_json
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Answer, Entry, Partner, Submission
from ikz_award.models.people.accounts import Account
from ikz_award.queries.entries.form import form_of
from ikz_award.services.entries.submission import snapshot_of


@dataclass(frozen=True)
class PlannedEntry:
    """An entry to be made; `place`: counted from 0, chooses the text, `number`: the running one, `received_at` in UTC."""

    place: int
    text: Mapping[str, Any]
    number: int
    received_at: datetime

    @property
    def title(self) -> str:
        """Beyond the 75 written entries the texts come again, told apart by a number."""
        again = self.place // len(entry_texts())
        return self.text["title"] if not again else f"{self.text['title'][:100]} ({again + 1})"


def insert_entries(
    session: Session, edition: Edition, rows: Sequence[PlannedEntry], leads: Sequence[str], written: int, created_by: int
) -> Sequence[int]:
    """Insert drafts that already have a number, all in one statement.

    Returns their ids in the order of `rows`. The first `written` are led by who their text names, the others by `leads` in
    turn.
    """
    categories = {category.key: category.id for category in edition.categories}
    values = [
        {
            "edition_id": edition.id, "category_id": categories[row.text["category"]], "title": row.title,
            "lead_key": row.text["lead"] if row.place < written else leads[row.place % len(leads)],
            "status": EntryStatus.DRAFT, "number": f"{edition.number_prefix}{row.number:03d}", "created_by": created_by,
            "created_at": row.received_at - timedelta(days=5), "updated_at": row.received_at,
            "submitted_at": row.received_at, "status_reason": "", "version": 1,
        }
        for row in rows
    ]  # fmt: skip
    return session.scalars(insert(Entry).returning(Entry.id, sort_by_parameter_order=True), values).all()


def insert_details(session: Session, rows: Sequence[PlannedEntry], ids: Sequence[int], questions: Mapping[str, int]) -> None:
    """Insert answers and partners of the entries `ids`, which stand in the order of `rows`; `questions`: key → id."""
    answers, partners = [], []
    for entry_id, row in zip(ids, rows, strict=True):
        given = answers_of(row.text, number=row.place) | {"title": row.title}
        answers += [{"entry_id": entry_id, "question_id": questions[key], "value": value} for key, value in given.items()]
        partners += [{"entry_id": entry_id, **partner} for partner in _partners_of(row.text)]
    session.execute(insert(Answer), answers)
    session.execute(insert(Partner), partners)


def _partners_of(text: Mapping[str, Any]) -> list[dict[str, Any]]:
    known = [
        {"body_key": key, "name": "", "country": "DE", "kind": PartnerKind.MUNICIPALITY} for key in text.get("partners", ())
    ]
    others = [
        {"body_key": None, "name": other["name"], "country": other["country"], "kind": PartnerKind(other["kind"])}
        for other in text.get("other_partners", ())
    ]
    return [partner | {"position": position} for position, partner in enumerate(known + others)]


def freeze(session: Session, rows: Sequence[PlannedEntry], ids: Sequence[int], created_by: int) -> None:
    """What was handed in, as `submit_entry` would have frozen it."""
    author = session.get_one(Account, created_by)
    actor = Actor(account_id=author.id, name=author.name, email=author.email)
    submissions = []
    together = select(Entry).where(Entry.id.in_(ids)).options(selectinload(Entry.partners), selectinload(Entry.attachments))
    entries = {entry.id: entry for entry in session.scalars(together)}
    for entry_id, row in zip(ids, rows, strict=True):
        entry = entries[entry_id]
        snapshot = canonical_json(snapshot_of(entry, form_of(session, entry), now=row.received_at, actor=actor))
        submissions.append(
            {
                "entry_id": entry_id, "version": 1, "snapshot": snapshot.decode(), "received_at": row.received_at,
                "sha256": hashlib.sha256(snapshot).hexdigest(), "submitted_by": created_by,
            }
        )  # fmt: skip
    session.execute(insert(Submission), submissions)
