"""Sealing a result, and opening it again: always two people, the organiser and the chair, and nothing is ever removed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.actors import SYSTEM, Actor, PanelRole
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.guards import may_reopen, may_seal
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.seal.result_document import document_hash, recount, spelling
from ikz_award.domain.seal.signatures import SigningKey
from ikz_award.domain.words.errors import Invalid, NotFound, Refused
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Edition
from ikz_award.models.seal.seal import ResultReopening, ResultSeal, SealAct, SealConfirmation, SealedRow, SealRole
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.queries.record.phase_history import last_closing_of_scoring
from ikz_award.queries.seal.rows import copies_of, digests, frozen_rows
from ikz_award.queries.seal.seal import SealContent, SealView, audit_position, seal_content, seal_view
from ikz_award.services.phases.publication import lapse_plan
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import UNASKED, Call, use_case
from ikz_award.services.seal import mails as seal_mails
from ikz_award.services.seal.sealed_mails import tell_sealed
from ikz_award.services.seal.vote_checks import require_decisions_fit_votes

SHORTEST_REASON = 20
LONGEST_REASON = 2000

DEEDS = {SealAct.SEAL: AuditAction.SEAL_SEAL, SealAct.REOPEN: AuditAction.SEAL_REOPEN}
ACTIONS = {SealRole.ORGANISER: Action.SEAL_AS_ORGANISER, SealRole.CHAIR: Action.SEAL_AS_CHAIR}


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """What a person confirms: `seen` is the hash of the content (to seal) or of the sealed version (to reopen) they saw."""

    edition_id: int
    role: SealRole
    act: SealAct
    seen: str
    reason: str = ""
    # For the links in mails.
    base_url: str = field(default="", metadata=UNASKED)


@dataclass(frozen=True, kw_only=True)
class _Computed:
    """The result as it was before the lock; `closing`: the last closing of scoring, on which it rests besides its rows."""

    content: SealContent
    closing: datetime | None


def _computed(call: Call, *, asked: Confirmation, signing_key: SigningKey) -> _Computed | None:
    """Rankings and meetings take their time: counted before anything is locked. None where there is nothing to count yet."""
    session = db.session()
    edition = session.get(Edition, asked.edition_id)
    if edition is None or not (may_seal if asked.act is SealAct.SEAL else may_reopen)(edition.phase):
        return None
    require_role(call.actor, asked.role, edition)
    closing = last_closing_of_scoring(session, edition_id=edition.id)
    return _Computed(content=seal_content(session, actor=SYSTEM, edition=edition), closing=closing)


def _content(work: Work, edition: Edition) -> SealContent:
    """The result as it stands: as it was computed before, where every row is as it was then; else computed again."""
    before: _Computed | None = work.first
    if before is not None and before.closing == last_closing_of_scoring(work.session, edition_id=edition.id):
        rows = list(frozen_rows(work.session, edition_id=edition.id))
        if digests(rows) == before.content.content["tables"]:
            return before.content
    return seal_content(work.session, actor=SYSTEM, edition=edition)


@use_case(AuditAction.SEAL_SEAL, without=("signing_key",), first=_computed)
def confirm(work: Work, *, asked: Confirmation, signing_key: SigningKey) -> bool:
    """Confirm; True where this was the second confirmation, and the result is sealed or open again.

    Whether it is really this person is checked before (their password). Raises `Invalid` ("reason"), `Refused`
    ("seal_moved_on", "seal_same_person"), `NotFound` for those who are not asked.
    """
    work.action = DEEDS[asked.act]
    edition = _edition(work, asked)
    view = seal_view(work.session, edition=edition)
    _require_phase(asked, edition)
    content = _content(work, edition)
    stands_for = _what_stands(asked, view, content)
    if asked.act is SealAct.SEAL:
        require_decisions_fit_votes(work.session, edition)
    other = _other_confirmation(work, view.confirmations, asked, stands_for)
    reason = _reason(asked, other)
    confirmation = SealConfirmation(
        edition_id=edition.id, act=asked.act, role=asked.role, account_id=work.actor.account_id or 0,
        content_sha256=stands_for, reason=reason, confirmed_at=work.now,
    )  # fmt: skip
    work.session.add(confirmation)
    work.session.flush()
    told = {"role": asked.role, "content_sha256": stands_for} | ({"reason": reason} if reason else {})
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new=told)
    if other is not None:
        other.ended_at = confirmation.ended_at = work.now
        work.session.flush()
        if view.current is None:
            _seal(work, edition, content, (other, confirmation), signing_key, base_url=asked.base_url)
        else:
            work.session.add(ResultReopening(seal_id=view.current.id, reason=reason, reopened_at=work.now))
            lapse_plan(work, edition, base_url=asked.base_url)
            seal_mails.tell_reopened(work, edition, (other, confirmation), base_url=asked.base_url)
    else:
        seal_mails.ask_the_other(work, edition, confirmation, base_url=asked.base_url)
    return other is not None


@use_case(AuditAction.SEAL_WITHDRAW)
def withdraw_confirmation(work: Work, *, edition_id: int, role: SealRole) -> None:
    """Take one's own confirmation back while the other one is still awaited. Raises `Refused` ("seal_moved_on")."""
    edition = work.session.get(Edition, edition_id)
    if edition is None:
        raise NotFound
    require_role(work.actor, role, edition)
    mine = seal_view(work.session, edition=edition).confirmations.get(role)
    if mine is None or mine.account_id != work.actor.account_id:
        raise Refused("seal_moved_on", _("Diese Bestätigung wartet nicht mehr; zurückgenommen wurde nichts."))
    mine.ended_at = work.now
    seal_mails.tell_taken_back(work, edition, mine)
    work.audit(subject=f"edition:{edition.id}", edition_id=edition.id, new={"role": role})


def _require_phase(asked: Confirmation, edition: Edition) -> None:
    """Refuse what could not be ended: from an opened result a way must lead to a new seal."""
    if not (may_seal if asked.act is SealAct.SEAL else may_reopen)(edition.phase):
        raise Refused(
            "seal_phase",
            _("Im Archiv lässt sich das Ergebnis nicht wieder öffnen. Das Kompetenzzentrum holt es zuerst heraus.")
            if asked.act is SealAct.REOPEN
            else _("Besiegelt wird ein Ergebnis, sobald es festgestellt ist, und bevor es veröffentlicht wird."),
        )


def require_role(actor: Actor, role: SealRole, edition: Edition) -> None:
    """Raise unless the actor is the one who confirms in this role: `NotFound` for other jurors, `Refused` before it is time."""
    seat = actor.seat(edition.id)
    if role is SealRole.CHAIR and (seat is None or seat.role is not PanelRole.CHAIR):
        raise NotFound
    require(actor, ACTIONS[role], edition_matter(edition))


def _what_stands(asked: Confirmation, view: SealView, content: SealContent) -> str:
    """The hash that is confirmed, as long as the person saw the same. Raises `Refused` ("seal_moved_on")."""
    stands_for = content.sha256 if view.current is None else view.current.sha256
    if view.act is not asked.act or asked.seen != stands_for:
        raise Refused(
            "seal_moved_on",
            _("Der Stand hat sich geändert, seit Sie die Seite geöffnet haben. Bitte prüfen Sie das Ergebnis noch einmal."),
        )
    return stands_for


def _edition(work: Work, asked: Confirmation) -> Edition:
    # One at a time: two confirmations at the same moment would each wait for the other.
    edition = work.session.scalar(select(Edition).where(Edition.id == asked.edition_id).with_for_update())
    if edition is None:
        raise NotFound
    require_role(work.actor, asked.role, edition)
    return edition


def _other_confirmation(
    work: Work, waiting: Mapping[SealRole, SealConfirmation], asked: Confirmation, stands_for: str
) -> SealConfirmation | None:
    """The other one's confirmation, if it is for the same; older ones that no longer fit are ended."""
    for one in list(waiting.values()):
        if one.role is asked.role or one.content_sha256 != stands_for:
            one.ended_at = work.now
    other = next((one for one in waiting.values() if one.ended_at is None), None)
    if other is not None and other.account_id == work.actor.account_id:
        raise Refused(
            "seal_same_person",
            _("Kompetenzzentrum und Vorsitz bestätigen als zwei Personen. Die andere Bestätigung ist Ihre eigene."),
        )
    return other


def _reason(asked: Confirmation, other: SealConfirmation | None) -> str:
    """A reopening needs a reason; who confirms second confirms the first one's."""
    if asked.act is SealAct.SEAL:
        return ""
    if other is not None:
        return other.reason
    reason = asked.reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Invalid(
            {"reason": _("Bitte begründen Sie in einem ganzen Satz, warum das Ergebnis wieder geöffnet werden muss.")}
        )
    if len(reason) > LONGEST_REASON:
        raise Invalid({"reason": _("Bitte kürzen Sie die Begründung auf %(limit)s Zeichen.", limit=LONGEST_REASON)})
    return reason


def _seal(
    work: Work, edition: Edition, content: SealContent, both: tuple[SealConfirmation, ...], signing_key: SigningKey,
    *, base_url: str,
) -> None:  # fmt: skip
    previous = work.session.scalar(
        select(ResultSeal).where(ResultSeal.edition_id == edition.id).order_by(ResultSeal.version.desc()).limit(1)
    )
    document = {
        **content.content,
        "version": previous.version + 1 if previous else 1,
        "previous": previous.sha256 if previous else None,
        "sealed_at": work.now,
        "content_sha256": content.sha256,
        "confirmed_by": [
            {"role": one.role, "name": _name(work.session, one), "at": one.confirmed_at}
            for one in sorted(both, key=lambda one: one.confirmed_at)
        ],
        "audit": audit_position(work.session),
    }
    spelled = spelling(document).decode()
    # What `verify` would find fault with is not sealed in the first place, such as a category that is still undecided.
    if recount(json.loads(spelled)):
        raise Refused(
            "seal_incomplete",
            _("Das Ergebnis ist noch nicht vollständig oder passt nicht zusammen. Bitte prüfen Sie die Entscheidungen."),
        )
    sha256 = document_hash(document)
    seal = ResultSeal(
        edition_id=edition.id, version=document["version"], document=spelled, sha256=sha256,
        signature=signing_key.sign(sha256), public_key=signing_key.public, sealed_at=work.now,
    )  # fmt: skip
    work.session.add(seal)
    work.session.flush()
    work.session.execute(insert(SealedRow), copies_of(content.rows, seal_id=seal.id))
    work.audit(
        subject=f"edition:{edition.id}", edition_id=edition.id, new={"version": seal.version, "sha256": sha256},
    )  # fmt: skip
    tell_sealed(work, edition, seal, both, base_url=base_url)


def _name(session: Session, confirmation: SealConfirmation) -> str:
    session.refresh(confirmation)
    return confirmation.account.name or confirmation.account.email
