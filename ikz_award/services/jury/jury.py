"""What a juror declares: confidentiality, and bias towards an entry."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ikz_award.domain.jury.confidentiality import still_counts
from ikz_award.domain.permissions.actors import Actor, Seat
from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import SheetStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, Invalid, NotFound, Refused
from ikz_award.domain.words.formats import BERLIN
from ikz_award.domain.words.text import clean_text, length
from ikz_award.domain.words.wording import message as _
from ikz_award.extensions import db
from ikz_award.models.entries.entries import Entry
from ikz_award.models.jury.bias import HintDecision, HintOutcome
from ikz_award.models.jury.jury import ConfidentialityAcceptance, Juror, Recusal
from ikz_award.models.record.audit import AuditEntry
from ikz_award.queries.editions.editions import edition_by_slug, text_of
from ikz_award.queries.jury.bias.hints import StatedHint, declared_hints, entry_hints, is_overruled
from ikz_award.queries.jury.confidentiality import CONFIDENTIALITY
from ikz_award.queries.jury.jury import entry_for_juror, matter_of, seat_of, sheet_row
from ikz_award.queries.jury.reading import own_recusal
from ikz_award.queries.permissions.matters import edition_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.readings import note_reading
from ikz_award.services.record.use_case import use_case

REASON_LIMIT = 1000
VIEW = AuditAction.JURY_VIEW_ENTRY


@use_case(AuditAction.CONFIDENTIALITY_ACCEPT)
def accept_confidentiality(work: Work, *, edition_slug: str, text_version: int) -> None:
    """Record that the juror accepts the declaration in the version that was shown.

    Raises `NotFound` for everybody without a seat, `Refused` ("text_changed") when a newer version exists by now.
    """
    edition = edition_by_slug(work.session, edition_slug)
    require(work.actor, Action.ACCEPT_CONFIDENTIALITY, edition_matter(edition))
    text = text_of(work.session, edition_id=edition.id, key=CONFIDENTIALITY)
    if text is None:
        raise NotFound
    if text.version != text_version:
        raise Conflict(
            "text_changed",
            _("Die Erklärung wurde inzwischen geändert. Bitte lesen Sie die neue Fassung und bestätigen Sie diese."),
        )
    juror = locked_juror(work.session, seat_of(work.actor, edition.id))
    known = select(ConfidentialityAcceptance).where(
        ConfidentialityAcceptance.juror_id == juror.id, ConfidentialityAcceptance.text_id == text.id
    )
    row = work.session.scalar(known)
    if row is not None and still_counts(accepted_at=row.accepted_at, days=edition.confidentiality_days, now=work.now):
        return
    if row is None:
        row = ConfidentialityAcceptance(juror_id=juror.id, text_id=text.id)
        work.session.add(row)
    # One that has expired is made again; when it was made before stands in the audit log.
    row.accepted_at = work.now
    work.audit(subject=f"juror:{juror.id}", edition_id=edition.id, new={"text": text.id, "version": text.version})


@use_case(AuditAction.RECUSAL_DECLARE)
def declare_recusal(work: Work, *, entry_id: str, reason: str) -> None:
    """Exclude the juror from an entry. Nothing is removed: a submitted sheet becomes a draft again, unseen and uncounted.

    Raises `Invalid` for field `reason`, `Refused` ("already_recused") when it was declared before.
    """
    cleaned = clean_text(reason)
    entry, seat = entry_for_juror(work.session, work.actor, entry_id)
    require(work.actor, Action.DECLARE_BIAS, matter_of(work.session, entry=entry, seat=seat))
    check_reason(cleaned, _("Bitte nennen Sie kurz den Grund."))
    locked_juror(work.session, seat)
    if own_recusal(work.session, entry=entry, seat=seat) is not None:
        raise Refused("already_recused", _("Sie haben für diesen Beitrag bereits Befangenheit erklärt."))
    open_hints = [hint for hint in entry_hints(work.session, entry=entry, seat=seat) if hint.is_open]
    keep_decisions(work, entry, seat, open_hints, outcome=HintOutcome.BIASED, reason=cleaned)
    work.session.add(Recusal(juror_id=seat.juror_id, entry_id=entry.id, reason=cleaned, declared_at=work.now))
    was_submitted = _take_back_sheet(work, entry, seat.juror_id)
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        old={"juror": seat.juror_id, "recused": False, "is_sheet_submitted": was_submitted},
        new={"juror": seat.juror_id, "recused": True, "is_sheet_submitted": False, "reason": cleaned},
    )


@use_case(AuditAction.RECUSAL_WITHDRAW)
def withdraw_recusal(work: Work, *, entry_id: str) -> None:
    """Take back the juror's own declaration while scoring is open; the audit log keeps it."""
    entry, seat = entry_for_juror(work.session, work.actor, entry_id)
    require(work.actor, Action.DECLARE_BIAS, matter_of(work.session, entry=entry, seat=seat))
    recusal = own_recusal(work.session, entry=entry, seat=seat)
    if recusal is None:
        raise Refused("not_recused", _("Für diesen Beitrag ist keine Befangenheit erklärt."))
    if is_overruled(work.session, entry_id=entry.id, juror_id=seat.juror_id):
        raise Refused("overruled", _("Diese Befangenheit haben nicht Sie erklärt; sie lässt sich hier nicht zurücknehmen."))
    for decision in declared_hints(work.session, entry_id=entry.id, juror_id=seat.juror_id):
        work.session.delete(decision)
    work.session.delete(recusal)
    work.audit(
        subject=f"entry:{entry.id}",
        edition_id=entry.edition_id,
        old={"juror": seat.juror_id, "recused": True, "reason": recusal.reason},
        new={"juror": seat.juror_id, "recused": False},
    )


def keep_decisions(
    work: Work, entry: Entry, seat: Seat, hints: Sequence[StatedHint], *, outcome: HintOutcome, reason: str
) -> None:
    """Keep what the juror says to hints, within a use case."""
    for one in hints:
        work.session.add(
            HintDecision(
                juror_id=seat.juror_id,
                entry_id=entry.id,
                hint_reason=one.hint.reason,
                body_key=one.hint.key,
                tie_key=one.hint.tie_key,
                tie_kind=one.hint.tie_kind,
                outcome=outcome,
                reason=reason,
                decided_at=work.now,
            )
        )


def recuse_by_ruling(work: Work, decision: HintDecision, *, reason: str) -> None:
    """Exclude a juror whose denial is overruled, within a use case. Raises `Refused` ("already_recused")."""
    known = select(Recusal.id).where(Recusal.juror_id == decision.juror_id, Recusal.entry_id == decision.entry_id)
    if work.session.scalar(known) is not None:
        raise Refused("already_recused", _("Das Jurymitglied ist für diesen Beitrag bereits ausgeschlossen."))
    work.session.add(Recusal(juror_id=decision.juror_id, entry_id=decision.entry_id, reason=reason, declared_at=work.now))
    _take_back_sheet(work, decision.entry, decision.juror_id)


def note_view(*, actor: Actor, now: datetime, entry_id: str) -> None:
    """Record that a juror opened an entry: once a juror, entry and day (in Berlin).

    One row a day says who knew the text when; a row for every page view would bury the rest of the log.
    """
    session = db.session()
    entry, seat = entry_for_juror(session, actor, entry_id)
    require(actor, Action.READ_AS_JUROR, matter_of(session, entry=entry, seat=seat))
    if _is_noted(session, actor, now, entry):
        return
    subject, edition_id, juror_id = f"entry:{entry.id}", entry.edition_id, seat.juror_id
    # Two tabs at the same moment leave two rows, which is no fault.
    note_reading(actor=actor, now=now, action=VIEW, subject=subject, edition_id=edition_id, what={"juror": juror_id})


def _is_noted(session: Session, actor: Actor, now: datetime, entry: Entry) -> bool:
    midnight = now.astimezone(BERLIN).replace(hour=0, minute=0, second=0, microsecond=0)
    found = select(AuditEntry.id).where(
        AuditEntry.subject == f"entry:{entry.id}",
        AuditEntry.action == VIEW,
        AuditEntry.account_id == actor.account_id,
        AuditEntry.at >= midnight,
    )
    return session.scalar(found.limit(1)) is not None


def check_reason(reason: str, missing: str, *, field: str = "reason") -> None:
    """Raise `Invalid` for `field` where a reason is missing or too long."""
    if not reason:
        raise Invalid({field: missing}, reason="reason_missing")
    if length(reason) > REASON_LIMIT:
        raise Invalid(
            {field: _("Bitte fassen Sie sich kürzer: höchstens %(reason_limit)s Zeichen.", reason_limit=REASON_LIMIT)},
            reason="too_long",
        )


def _take_back_sheet(work: Work, entry: Entry, juror_id: int) -> bool:
    """Make the juror's submitted sheet a draft; whoever counts submitted sheets then need not know of recusals."""
    sheet = sheet_row(work.session, entry=entry, juror_id=juror_id)
    if sheet is None or sheet.status is not SheetStatus.SUBMITTED:
        return False
    require_transition(old=sheet.status, new=SheetStatus.DRAFT)
    sheet.status, sheet.submitted_at, sheet.updated_at = SheetStatus.DRAFT, None, work.now
    return True


def locked_juror(session: Session, seat: Seat) -> Juror:
    """The juror's row; on PostgreSQL this makes two tabs of one juror take turns."""
    return session.scalars(select(Juror).where(Juror.id == seat.juror_id).with_for_update(of=Juror)).one()
