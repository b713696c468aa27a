"""The jury's decision for a category: recorded, and replaced as long as the jury deliberates."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.actors import Actor
from ikz_award.domain.decision import Choice, require_reasoned
from ikz_award.domain.errors import Invalid, NotFound, StaleVersion
from ikz_award.domain.matter import Matter
from ikz_award.domain.permissions import Action, require
from ikz_award.domain.wording import message as _
from ikz_award.models.decisions import Decision
from ikz_award.models.editions import Category
from ikz_award.models.entries import Entry
from ikz_award.queries.ranking import rankings
from ikz_award.services.intention import Work, intention

LONGEST_TEXT = 4000


@dataclass(frozen=True, kw_only=True)
class DecisionText:
    """What is recorded. `winner` is an entry's public id, or None: no prize. `is_confirmed`: a winner off rank 1 is meant."""

    winner: str | None
    reason: str
    public_text: str = ""
    is_confirmed: bool = False

    @property
    def as_record(self) -> dict[str, str]:
        """For comparing two people's texts."""
        return {"winner": self.winner or "", "reason": self.reason.strip(), "public_text": self.public_text.strip()}


def record_decision(
    *, actor: Actor, now: datetime, key: str, category_id: int, version: int | None, decision: DecisionText
) -> int:
    """Record or replace a category's decision and return its version. `version` None: the person saw no decision yet.

    Raises `Invalid` (`winner`, `reason`, `public_text`, `is_confirmed`), `StaleVersion`, or `Refused` outside deliberation.
    """
    request = {"category": category_id, **decision.as_record}
    with intention(actor=actor, now=now, action="decision.record", key=key, request=request) as work:
        if work.is_replay:
            return work.answer
        category = work.session.get(Category, category_id)
        if category is None:
            raise NotFound
        edition = category.edition
        require(actor, Action.RECORD_DECISION, Matter(edition_id=edition.id, phase=edition.phase))
        row = work.session.scalar(select(Decision).where(Decision.category_id == category.id))
        stored = _stored(work.session, row)
        if (row.version if row else None) != version:
            raise StaleVersion(current=stored or {}, submitted=decision.as_record)
        rank = _rank_of_winner(work, category, decision)
        _require_lengths(decision)
        choice = Choice(has_winner=decision.winner is not None, rank=rank)
        require_reasoned(choice=choice, reason=decision.reason, is_confirmed=decision.is_confirmed)
        winner_id = _entry_id(work.session, decision.winner)
        row = row or Decision(category_id=category.id)
        row.entry_id = winner_id
        row.reason, row.public_text = decision.reason.strip(), decision.public_text.strip()
        row.decided_by, row.decided_at = actor.account_id or 0, now
        work.session.add(row)
        work.session.flush()
        work.audit(
            subject=f"category:{category.id}",
            edition_id=edition.id,
            old=stored,
            new=decision.as_record | {"rank": rank, "is_off_rank": choice.is_off_rank},
        )
        work.answer = row.version
        return work.answer


def _rank_of_winner(work: Work, category: Category, decision: DecisionText) -> int | None:
    if decision.winner is None:
        return None
    [ranking] = rankings(work.session, actor=work.actor, edition=category.edition, category_id=category.id)
    try:
        return ranking.rank_of(decision.winner)
    except NotFound:
        raise Invalid({"winner": _("Bitte wählen Sie einen zugelassenen Beitrag dieser Kategorie.")}) from None


def _require_lengths(decision: DecisionText) -> None:
    errors = {
        field: _(
            "Bitte kürzen Sie den Text auf %(longest_text)s Zeichen; er hat %(count)s.",
            longest_text=LONGEST_TEXT,
            count=len(text),
        )
        for field, text in (("reason", decision.reason), ("public_text", decision.public_text))
        if len(text) > LONGEST_TEXT
    }
    if errors:
        raise Invalid(errors, reason="too_long")


def _entry_id(session: Session, public_id: str | None) -> int | None:
    return session.scalar(select(Entry.id).where(Entry.public_id == public_id)) if public_id else None


def _stored(session: Session, row: Decision | None) -> dict[str, str] | None:
    if row is None:
        return None
    return DecisionText(
        winner=row.entry.public_id if row.entry else None, reason=row.reason, public_text=row.public_text
    ).as_record
