"""The jury's decision for a category: recorded, and replaced as long as the jury deliberates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from ikz_award.domain.decision.decision import ChosenWinners, Vote, require_reasoned
from ikz_award.domain.decision.vote_standing import Judgement
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, StaleVersion
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.decision.decisions import CoWinner, Decision
from ikz_award.models.editions.editions import Category
from ikz_award.models.entries.entries import Entry
from ikz_award.queries.decision.ranking import counted_rankings
from ikz_award.queries.decision.ranking_basis import ranking_basis
from ikz_award.queries.decision.votes import prize_votes
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case

LONGEST_TEXT = 4000
NOT_SHORTLISTED = _(
    "Dieser Beitrag ist nicht in der engeren Wahl und kann keinen Preis bekommen. Bitte wählen Sie einen Beitrag der engeren "
    "Wahl, oder heben Sie die engere Wahl vorher auf."
)


@dataclass(frozen=True, kw_only=True)
class DecisionText:
    """What is recorded. `winner` is an entry's public id, or None: no prize; `shared_with`: the ids of those it is shared with.

    `is_confirmed`: a winner off rank 1 is meant. `confirms_vote`: a decision against the jury's vote is.
    """

    winner: str | None
    reason: str
    public_text: str = ""
    is_confirmed: bool = False
    confirms_vote: bool = False
    shared_with: tuple[str, ...] = ()

    @property
    def winners(self) -> tuple[str, ...]:
        """All winners, each once."""
        return tuple(dict.fromkeys((self.winner, *self.shared_with))) if self.winner else ()

    @property
    def as_record(self) -> dict[str, Any]:
        """For comparing two people's texts."""
        return {
            "winner": self.winner or "",
            "shared_with": list(self.winners[1:]),
            "reason": self.reason.strip(),
            "public_text": self.public_text.strip(),
        }


@dataclass(frozen=True, kw_only=True)
class _Counted:
    """The winners' ranks, best first, as they were before the lock, and the basis on which they were counted."""

    ranks: Mapping[str, int | None]
    basis: str


def _counted(call: Call, *, category_id: int, version: int | None, decision: DecisionText) -> _Counted:
    """The ranking takes its time, and what is refused need not wait for anybody: read and judged before anything is locked."""
    session = db.session()
    category = _category(session, call.actor, category_id)
    _current(session, category, version, decision)
    basis = ranking_basis(session, edition_id=category.edition_id, category_id=category.id)
    ranks = _ranks_of_winners(session, category, decision)
    _require_lengths(decision)
    _judged(session, category, ranks, decision)
    return _Counted(ranks=ranks, basis=basis)


def _ranks(work: Work, category: Category, decision: DecisionText) -> Mapping[str, int | None]:
    """As they were counted before, where all they rest on is as it was then; else counted again."""
    before: _Counted = work.first
    if before.basis == ranking_basis(work.session, edition_id=category.edition_id, category_id=category.id):
        return before.ranks
    return _ranks_of_winners(work.session, category, decision)


@use_case(AuditAction.DECISION_RECORD, first=_counted)
def record_decision(work: Work, *, category_id: int, version: int | None, decision: DecisionText) -> int:
    """Record or replace a category's decision and return its version. `version` None: the person saw no decision yet.

    Raises `Invalid` (`winner`, `reason`, `public_text`, `is_confirmed`, `confirms_vote`), `StaleVersion`, or `Refused` outside
    deliberation.
    """
    category = _category(work.session, work.actor, category_id)
    row = _current(work.session, category, version, decision)
    stored = _record_of(work.session, row) if row else None
    ranks = _ranks(work, category, decision)
    judgement = _judged(work.session, category, ranks, decision)
    row = row or Decision(category_id=category.id)
    _write_winners(work, row, list(ranks))
    row.reason, row.public_text = decision.reason.strip(), decision.public_text.strip()
    row.vote_standing, row.motion_id = judgement.standing, judgement.motion_id(category.edition.voting)
    row.decided_by, row.decided_at = work.actor.account_id or 0, work.now
    # Winners alone may have changed, which are rows of their own; the version counts them too.
    flag_modified(row, "decided_at")
    work.session.add(row)
    work.session.flush()
    choice = ChosenWinners(ranks=tuple(ranks.values()))
    work.audit(
        subject=f"category:{category.id}",
        edition_id=category.edition_id,
        old=stored,
        new=_record_of(work.session, row)
        | {"rank": choice.ranks[0] if ranks else None, "is_off_rank": choice.is_off_rank}
        | {"vote": judgement.standing, "motion": row.motion_id},
    )
    return row.version


def _category(session: Session, actor: Actor, category_id: int) -> Category:
    """The category, for who may decide in it now. Raises `NotFound`, `Refused`."""
    category = session.get(Category, category_id)
    if category is None:
        raise NotFound
    require(actor, Action.RECORD_DECISION, edition_matter(category.edition))
    return category


def _current(session: Session, category: Category, version: int | None, decision: DecisionText) -> Decision | None:
    """The decision that the person saw. Raises `StaleVersion` where there is another one by now."""
    row = session.scalar(select(Decision).where(Decision.category_id == category.id))
    if (row.version if row else None) != version:
        raise StaleVersion(current=_record_of(session, row) if row else {}, submitted=decision.as_record)
    return row


def _judged(session: Session, category: Category, ranks: Mapping[str, int | None], decision: DecisionText) -> Judgement:
    """What the jury's votes say of it. Raises `Invalid` where it is not explained or confirmed as it has to be."""
    winners = list(ranks)
    votes = prize_votes(session, edition=category.edition)[category.id]
    judgement = votes.judge(winners)
    lot = votes.lot_against(winners, judgement)
    if lot is not None and lot.entry is not None:
        raise Invalid(
            {
                "winner": _(
                    "Unter den Beiträgen auf Rang 1 hat das Los „%(title)s“ gezogen. Bitte wählen Sie diesen Beitrag, oder "
                    "stellen Sie den anderen in der Sitzung zur Abstimmung.",
                    title=lot.entry.title,
                )
            },
            reason="against_lot",
        )
    vote = Vote(judgement=judgement, rules=category.edition.voting, is_confirmed=decision.confirms_vote)
    choice = ChosenWinners(ranks=tuple(ranks.values()))
    require_reasoned(choice=choice, reason=decision.reason, is_confirmed=decision.is_confirmed, vote=vote)
    return judgement


def _ranks_of_winners(session: Session, category: Category, decision: DecisionText) -> dict[str, int | None]:
    """The winners and their ranks, best first. Raises `Invalid` ("winner")."""
    if len(decision.winners) > 1 and not category.edition.allows_shared_prize:
        raise Invalid({"winner": _("In dieser Runde wird ein Preis nicht geteilt. Bitte wählen Sie einen Beitrag.")})
    if not decision.winners:
        return {}
    [ranking] = counted_rankings(session, edition=category.edition, category_id=category.id)
    places = {line.public_id: line.rank for line in ranking.lines}
    if set(decision.winners) & {line.public_id for line in ranking.left_out}:
        raise Invalid({"winner": NOT_SHORTLISTED}, reason="not_shortlisted")
    if not places.keys() >= set(decision.winners):
        raise Invalid({"winner": _("Bitte wählen Sie einen zugelassenen Beitrag dieser Kategorie.")})
    return {public_id: rank for public_id, rank in places.items() if public_id in decision.winners}


def _write_winners(work: Work, row: Decision, winners: Sequence[str]) -> None:
    """The first is the decision's own entry; the others are written anew, in their order."""
    known = dict(work.session.execute(select(Entry.public_id, Entry.id).where(Entry.public_id.in_(winners))).all())
    if row.co_winners:
        row.co_winners.clear()
        work.session.flush()
    row.entry_id = known[winners[0]] if winners else None
    row.co_winners.extend(CoWinner(entry_id=known[public_id]) for public_id in winners[1:])


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


def _record_of(session: Session, row: Decision) -> dict[str, Any]:
    session.refresh(row, ["entry", "co_winners"])
    winners = tuple(entry.public_id for entry in row.winners)
    return DecisionText(
        winner=winners[0] if winners else None, shared_with=winners[1:], reason=row.reason, public_text=row.public_text
    ).as_record
