"""The seal of a result: what would be sealed, who has confirmed, and which version counts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from ikz_award.domain.permissions.actors import Actor
from ikz_award.domain.seal.result_document import FORMAT, document_hash
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry, Partner
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.seal.seal import ResultReopening, ResultSeal, SealAct, SealConfirmation, SealRole
from ikz_award.queries.decision.decisions import CategoryResult, results
from ikz_award.queries.decision.ranking_lines import RankedLine
from ikz_award.queries.jury.sheets import panel_of
from ikz_award.queries.jury.shortlist import DrawnList
from ikz_award.queries.seal.meetings import (
    Keys,
    comparison_part,
    ends_part,
    keys_of,
    meetings_part,
    stand_ins_part,
    wishes_part,
)
from ikz_award.queries.seal.rows import FrozenRow, digests, frozen_rows


@dataclass(frozen=True, kw_only=True)
class SealView:
    """Where an edition stands. `current`: the version that counts; `confirmations`: those still waiting for the other one."""

    current: ResultSeal | None
    versions: Sequence[ResultSeal]
    confirmations: Mapping[SealRole, SealConfirmation]

    @property
    def act(self) -> SealAct:
        """What the two can do together now."""
        return SealAct.SEAL if self.current is None else SealAct.REOPEN


def current_seal(session: Session, *, edition_id: int) -> ResultSeal | None:
    """The version that counts: sealed, and not reopened."""
    reopened = select(ResultReopening.id).where(ResultReopening.seal_id == ResultSeal.id).exists()
    return session.scalar(select(ResultSeal).where(ResultSeal.edition_id == edition_id, ~reopened))


def sealed_names(session: Session) -> frozenset[str]:
    """The register's keys of the bodies whose official name a sealed result shows."""
    reopened = select(ResultReopening.id).where(ResultReopening.seal_id == ResultSeal.id).exists()
    sealed = select(ResultSeal.edition_id).where(~reopened)
    handed_in = Entry.edition_id.in_(sealed) & Entry.number.is_not(None)
    leads = select(Entry.lead_key).where(handed_in)
    partners = (
        select(Partner.body_key).join(Entry, Entry.id == Partner.entry_id).where(handed_in, Partner.body_key.is_not(None))
    )
    return frozenset(key for key in session.scalars(leads.union(partners)) if key)


def seal_view(session: Session, *, edition: Edition) -> SealView:
    """Everything about the edition's seal; the routes decide who may see it."""
    versions = session.scalars(
        select(ResultSeal).where(ResultSeal.edition_id == edition.id).order_by(ResultSeal.version.desc())
    ).all()
    current = next((seal for seal in versions if seal.reopening is None), None)
    act = SealAct.SEAL if current is None else SealAct.REOPEN
    waiting = session.scalars(
        select(SealConfirmation).where(
            SealConfirmation.edition_id == edition.id, SealConfirmation.act == act, SealConfirmation.ended_at.is_(None)
        )
    )
    return SealView(current=current, versions=versions, confirmations={one.role: one for one in waiting})


def sealed_version(session: Session, *, edition: Edition, version: int) -> ResultSeal | None:
    """One of the edition's seals by its number, counted from 1, reopened or not; None where there is none."""
    return session.scalar(select(ResultSeal).where(ResultSeal.edition_id == edition.id, ResultSeal.version == version))


@dataclass(frozen=True, kw_only=True)
class SealContent:
    """What a confirmation is for: the part of the document that does not depend on who confirms when, and its rows."""

    content: Mapping[str, Any]
    rows: Sequence[FrozenRow]

    @property
    def sha256(self) -> str:
        return document_hash(self.content)


def seal_content(session: Session, *, actor: Actor, edition: Edition) -> SealContent:
    """The result as it stands. Raises `Refused` while scoring is open to the actor (the ranking is read with their rights)."""
    rows = list(frozen_rows(session, edition_id=edition.id))
    jurors = panel_of(session, edition_id=edition.id)
    keys = keys_of(session, edition_id=edition.id, juror_ids=[juror.id for juror in jurors])
    more = More(partners=_partners(session, edition.id), wishes=wishes_part(session, edition_id=edition.id, keys=keys))
    content: dict[str, Any] = {
        "format": FORMAT,
        "edition": {
            "slug": edition.slug,
            "name": edition.name,
            "organiser": edition.organiser,
            "scale": {
                "minimum": edition.scale_minimum, "maximum": edition.scale_maximum, "step": edition.scale_step,
            },
            "minimum_sheets": edition.minimum_sheets, "average": edition.average, "tie_break": edition.tie_break,
            "shares_prizes": edition.allows_shared_prize, "hides_names": edition.hides_names,
            "voting": asdict(edition.voting),
        },
        "jurors": [
            {"key": keys.jurors[juror.id], "name": juror.name, "body": juror.body_name, "role": juror.place} for juror in jurors
        ],
        "stand_ins": stand_ins_part(session, edition_id=edition.id, keys=keys),
        "comparison_opened": comparison_part(session, edition_id=edition.id),
        "categories": [_category(result, keys, more) for result in results(session, actor=actor, edition=edition)],
        "meetings": meetings_part(session, edition_id=edition.id, keys=keys),
        "tables": digests(rows),
    }  # fmt: skip
    if ends := ends_part(session, edition_id=edition.id, keys=keys):
        content["ends"] = ends
    return SealContent(content=content, rows=rows)


@dataclass(frozen=True, kw_only=True)
class More:
    """What an entry's part says beside its points, by its number."""

    partners: Mapping[str, Sequence[str]]
    wishes: Mapping[str, Sequence[str]]


def _partners(session: Session, edition_id: int) -> dict[str, list[str]]:
    rows = session.execute(
        select(Entry.number, Partner)
        .join(Partner, Partner.entry_id == Entry.id)
        .where(Entry.edition_id == edition_id, Entry.number.is_not(None))
        .options(joinedload(Partner.body))
        .order_by(Entry.number, Partner.position)
    )
    found: dict[str, list[str]] = {}
    for number, partner in rows:
        found.setdefault(number or "", []).append(partner.body.official_name if partner.body else partner.name)
    return found


def _category(result: CategoryResult, keys: Keys, more: More) -> dict[str, Any]:
    decision, ranking = result.decision, result.ranking
    numbers = {line.public_id: line.number for line in ranking.every_line}
    winners = [numbers.get(entry.public_id) for entry in decision.winners] if decision else []
    return {
        "key": ranking.key,
        "name": ranking.name,
        "prize_euro": result.category.prize_euro,
        "criteria": [{"key": one.key, "name": one.name, "weight": one.weight} for one in ranking.criteria],
        "entries": [_entry(line, keys, more) for line in ranking.every_line],
        "shortlist": _shortlist(ranking.shortlist),
        "decision": None
        if decision is None
        else {
            "winner": winners[0] if winners else None,
            "shared_with": winners[1:],
            "reason": decision.reason,
            "public_text": decision.public_text,
            "decided_at": decision.decided_at,
            "vote": {
                "standing": decision.vote_standing,
                "motion": keys.motions[decision.motion_id] if decision.motion_id is not None else None,
            },
        },
    }


def _shortlist(drawn: DrawnList | None) -> dict[str, Any] | None:
    if drawn is None:
        return None
    return {
        "rule": drawn.rule.kind, "places": drawn.rule.places, "least": drawn.rule.least, "reason": drawn.reason,
        "drawn_at": drawn.drawn_at,
        "entries": [
            {
                "number": one.number, "rank": one.selected.placed.rank, "mean": one.selected.placed.mean,
                "is_proposed": one.selected.is_proposed, "is_kept": one.selected.is_kept, "reason": one.selected.reason,
            }
            for one in drawn.entries
        ],
    }  # fmt: skip


def _entry(line: RankedLine, keys: Keys, more: More) -> dict[str, Any]:
    return {
        "number": line.number,
        "title": line.title,
        "lead": line.lead_name,
        "partners": list(more.partners.get(line.number, ())),
        "rank": line.rank,
        "mean": line.mean,
        "criterion_means": dict(line.criterion_means),
        "sheets": [
            {
                "juror": keys.jurors[sheet.juror.id],
                "state": sheet.state,
                "points": dict(sheet.points),
                "changed": {"at": sheet.changed.changed_at, "reason": sheet.changed.reason} if sheet.changed else None,
            }
            for sheet in line.sheets
            if sheet.state is not None
        ],
        "discussion_wanted_by": list(more.wishes.get(line.number, ())),
    }


def audit_position(session: Session) -> dict[str, Any]:
    """How long the audit log is, and its newest hash."""
    length = session.scalar(select(func.count()).select_from(AuditEntry)) or 0
    head = session.scalar(select(AuditEntry.hash).order_by(AuditEntry.id.desc()).limit(1))
    return {"length": length, "head": head or "0" * 64}


def envelope_of(seal: ResultSeal) -> dict[str, Any]:
    """The sealed version as its file: document, hash, signature, public key."""
    return {
        "document": json.loads(seal.document),
        "sha256": seal.sha256,
        "signature": seal.signature,
        "public_key": seal.public_key,
    }
