"""Hints denied by a juror, and what chair or organiser say to that: confirmed, or overruled, which recuses the juror."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import Phase
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, Refused
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.models.jury.bias import HintDecision, HintOutcome, Ruling
from ikz_award.models.jury.jury import Recusal
from ikz_award.queries.editions.editions import edition_by_slug
from ikz_award.queries.jury.bias.hints import entry_hints
from ikz_award.queries.jury.bias.record import denial_of, matter_of_denial
from ikz_award.queries.jury.jury import entry_for_juror, matter_of
from ikz_award.queries.jury.shortlist import is_left_out
from ikz_award.queries.permissions.matters import overruling_matter
from ikz_award.services.jury.jury import REASON_LIMIT, check_reason, keep_decisions, locked_juror, recuse_by_ruling
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case


@use_case(AuditAction.BIAS_DENY)
def deny_hints(work: Work, *, entry_id: str, codes: Collection[str], reason: str) -> int:
    """Say, with a reason, that the named open hints are no ground for bias: how many.

    Raises `NotFound`, `Refused` (not scoring now, the hints have changed), `Invalid` for `denial` (the reason) or `hints`.
    """
    cleaned = clean_text(reason)
    entry, seat = entry_for_juror(work.session, work.actor, entry_id)
    matter = matter_of(work.session, entry=entry, seat=seat)
    require(work.actor, Action.READ_AS_JUROR, matter)
    require(work.actor, Action.DECLARE_BIAS, matter)
    if not codes:
        raise Invalid({"hints": _("Bitte wählen Sie, zu welchem Hinweis Sie sich erklären.")})
    check_reason(cleaned, _("Bitte begründen Sie kurz, warum Sie nicht befangen sind."), field="denial")
    locked_juror(work.session, seat)
    hints = {one.hint.code: one for one in entry_hints(work.session, entry=entry, seat=seat) if one.is_open}
    if not set(codes) <= set(hints):
        raise Refused("hints_changed", _("Die Hinweise haben sich inzwischen geändert. Bitte sehen Sie sie noch einmal an."))
    chosen = [hints[code] for code in sorted(codes)]
    keep_decisions(work, entry, seat, chosen, outcome=HintOutcome.DENIED, reason=cleaned)
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        new={"juror": seat.juror_id, "hints": sorted(codes), "denied": True, "reason": cleaned},
    )
    return len(chosen)


@use_case(AuditAction.BIAS_RULE)
def rule_on_denial(work: Work, *, edition_slug: str, decision_id: str, ruling: Ruling, reason: str) -> None:
    """Confirm a denial, or overrule it, which recuses the juror; either can be changed while scoring is open.

    Raises `NotFound` for whom it is not, `Refused` (closed, recused already), `Invalid` for `reason`.
    """
    cleaned = clean_text(reason)
    row = _denial(work, edition_slug, decision_id)
    _check_ruling(ruling, cleaned)
    if ruling is Ruling.OVERRULED and row.ruling is not Ruling.OVERRULED:
        left_out = is_left_out(work.session, entry_id=row.entry_id)
        matter = overruling_matter(matter_of_denial(work.session, actor=work.actor, decision=row), is_left_out=left_out)
        require(work.actor, Action.OVERRULE_DENIAL, matter)
    old = _state(row)
    if ruling is Ruling.OVERRULED and row.ruling is not Ruling.OVERRULED:
        recuse_by_ruling(work, row, reason=cleaned)
    if ruling is Ruling.CONFIRMED and row.ruling is Ruling.OVERRULED:
        _end_recusal(work, row)
    row.ruling, row.ruling_reason, row.ruled_by, row.ruled_at = ruling, cleaned, work.actor.account_id, work.now
    work.audit(subject=f"entry:{row.entry_id}", edition_id=row.juror.edition_id, old=old, new=_state(row))


def _denial(work: Work, edition_slug: str, decision_id: str) -> HintDecision:
    edition = edition_by_slug(work.session, edition_slug)
    row = denial_of(work.session, actor=work.actor, edition=edition, public_id=decision_id)
    if edition.phase is not Phase.JUDGING:
        raise Refused("closed", _("Über Befangenheit wird entschieden, solange die Bewertung läuft."))
    return row


def _check_ruling(ruling: Ruling, reason: str) -> None:
    if ruling is Ruling.OVERRULED:
        check_reason(reason, _("Bitte begründen Sie, warum das Jurymitglied befangen ist."))
    elif length(reason) > REASON_LIMIT:
        check_reason(reason, "")


def _end_recusal(work: Work, row: HintDecision) -> None:
    recusal = select(Recusal).where(Recusal.juror_id == row.juror_id, Recusal.entry_id == row.entry_id)
    work.session.delete(work.session.scalars(recusal).one())


def _state(row: HintDecision) -> dict[str, Any]:
    return {
        "juror": row.juror_id,
        "hint": row.hint.code,
        "ruling": row.ruling.value if row.ruling else None,
        "recused": row.ruling is Ruling.OVERRULED,
        "reason": row.ruling_reason,
    }
