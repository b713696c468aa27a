"""Hints beside the decisions, before two people seal them: who wins twice, and where the points did not decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from ikz_award.domain.decision.double_winners import Winner, double_winners, only_region
from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.words.wording import Message
from ikz_award.domain.words.wording import message as _
from ikz_award.models.decision.decisions import Decision
from ikz_award.models.editions.editions import Category, Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.jury import Recusal
from ikz_award.models.people.register import RegisterBody
from ikz_award.queries.decision.certainty import certainty_of
from ikz_award.queries.decision.certainty_words import caution_words
from ikz_award.queries.decision.decisions import CategoryResult


@dataclass(frozen=True, kw_only=True)
class SealHints:
    """`winners`: sentences on all decisions together; `alike`: by category key, who cannot be told apart or compared there."""

    winners: Sequence[Message]
    alike: Mapping[str, Message]


def seal_hints(session: Session, *, actor: Actor, edition: Edition, results: Sequence[CategoryResult]) -> SealHints:
    """For one of the two who seal; a chair learns nothing of the points of a category with an entry it is recused from."""
    hidden = _recused_categories(session, actor=actor, edition=edition)
    certainties = {one.category.key: certainty_of(one.ranking) for one in results if one.category.id not in hidden}
    said = {key: caution_words(one) for key, one in certainties.items() if one is not None}
    return SealHints(
        winners=winner_hints(session, edition_id=edition.id), alike={key: words for key, words in said.items() if words}
    )


def winner_hints(session: Session, *, edition_id: int) -> Sequence[Message]:
    """What is remarkable about all decided winners taken together."""
    winners = _winners(session, edition_id=edition_id)
    doubles = double_winners(winners)
    names = _names(session, [one.key for one in doubles])
    found = [
        _(
            "%(body)s gewinnt mehrfach, %(leads)s-mal federführend: %(titles)s.",
            body=names.get(one.key, one.key),
            leads=one.leads,
            titles=", ".join(f"„{title}“" for title in one.titles),
        )
        if one.leads
        else _(
            "%(body)s ist an mehreren Preisträgern beteiligt: %(titles)s.",
            body=names.get(one.key, one.key),
            titles=", ".join(f"„{title}“" for title in one.titles),
        )
        for one in doubles
    ]
    region = only_region(winners)
    if region:
        found.append(_("Alle Preisträger kommen aus dem Regierungsbezirk %(region)s.", region=region))
    return found


def _winners(session: Session, *, edition_id: int) -> Sequence[Winner]:
    decisions = session.scalars(
        select(Decision)
        .join(Category, Category.id == Decision.category_id)
        .where(Category.edition_id == edition_id)
        .order_by(Category.position)
    ).all()
    ids = [entry.id for decision in decisions for entry in decision.winners]
    entries = session.scalars(select(Entry).where(Entry.id.in_(ids)).options(selectinload(Entry.partners)))
    known = {entry.id: entry for entry in entries}
    leads = {entry.lead_key for entry in known.values()}
    rows = session.execute(select(RegisterBody.key, RegisterBody.government_region).where(RegisterBody.key.in_(leads)))
    regions = {row[0]: row[1] for row in rows}
    return [
        Winner(
            title=entry.title,
            lead_key=entry.lead_key,
            region=regions.get(entry.lead_key, ""),
            partner_keys=frozenset(one.body_key for one in entry.partners if one.body_key),
        )
        for entry in (known[one] for one in ids)
    ]


def _names(session: Session, keys: Sequence[str]) -> Mapping[str, str]:
    """A city is asked for by either of its two keys."""
    wanted = {spelled: key for key in keys for spelled in (key, f"{key}000")}
    rows = session.execute(select(RegisterBody.key, RegisterBody.official_name).where(RegisterBody.key.in_(wanted)))
    return {wanted[row[0]]: row[1] for row in rows}


def _recused_categories(session: Session, *, actor: Actor, edition: Edition) -> frozenset[int]:
    seat = actor.seat(edition.id)
    if seat is None:
        return frozenset()
    rows = session.scalars(
        select(Entry.category_id).join(Recusal, Recusal.entry_id == Entry.id).where(Recusal.juror_id == seat.juror_id)
    )
    return frozenset(one for one in rows if one is not None)
