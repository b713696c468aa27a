"""How a result came about, read from the database once and frozen: procedure, register of entries, seal."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ikz_award.domain.decision.voting_rules import rule_sentences
from ikz_award.domain.jury.sheet_state import SheetState
from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.seal.verification import spelled
from ikz_award.extensions import translated
from ikz_award.models.editions.editions import Edition
from ikz_award.models.entries.entries import Entry
from ikz_award.models.record.audit import AuditEntry
from ikz_award.models.seal.seal import SealRole
from ikz_award.queries.jury.bias.record import denial_counts, recorded_recusals
from ikz_award.queries.record.audit import audit_head
from ikz_award.queries.seal.facts import sealed_facts
from ikz_award.queries.seal.seal import current_seal, envelope_of
from ikz_award.reports.result.advice import (
    end_sentences,
    meeting_sentences,
    stand_in_sentences,
)
from ikz_award.reports.result.data import (
    ReportEntry,
)
from ikz_award.reports.result.labels import label
from ikz_award.reports.result.procedure_data import (
    ReportAppendix,
    ReportProcedure,
    ReportRecusal,
    ReportRegisterRow,
    ReportSeal,
)


def seal_of(session: Session, edition: Edition) -> ReportSeal | None:
    """The seal that counts with who confirmed it, ready to print; None while nothing is sealed. Times in UTC."""
    seal = current_seal(session, edition_id=edition.id)
    if seal is None:
        return None
    envelope, facts = envelope_of(seal), sealed_facts(session, seal)
    roles = {SealRole.ORGANISER.value: _("Kompetenzzentrum"), SealRole.CHAIR.value: _("Vorsitz der Jury")}
    return ReportSeal(
        version=facts.version,
        sealed_at=facts.sealed_at,
        sha256=facts.sha256,
        public_key=facts.public_key,
        fingerprint=facts.fingerprint,
        confirmed_by=tuple(
            (roles[one["role"]], one["name"], datetime.fromisoformat(one["at"])) for one in envelope["document"]["confirmed_by"]
        ),
        envelope=spelled(envelope),
        log_length=facts.log_length,
        log_head=facts.log_head,
    )


def procedure_of(
    session: Session, edition: Edition, entries: Sequence[Entry], report_entries: Sequence[ReportEntry]
) -> ReportProcedure:
    """The procedure in numbers: entries by status, sheets by state, denials of bias and how many of them were confirmed."""

    def count(status: EntryStatus) -> int:
        return sum(entry.status is status for entry in entries)

    states = [sheet.state for entry in report_entries for sheet in entry.sheets]
    denied, confirmed = denial_counts(session, edition=edition)
    return ReportProcedure(
        submitted=len(entries),
        admitted=count(EntryStatus.ADMITTED),
        excluded=count(EntryStatus.EXCLUDED),
        withdrawn=count(EntryStatus.WITHDRAWN),
        sheets_submitted=states.count(SheetState.SUBMITTED),
        abstentions=states.count(SheetState.ABSTAINED),
        sheets_missing=sum(state.is_missing for state in states),
        recusals=tuple(
            ReportRecusal(
                juror=one.juror,
                entry_number=one.entry.number or "",
                recorded_at=one.at,
                found_by="" if one.is_own else one.decided_by,
            )
            for one in recorded_recusals(session, edition=edition)
        ),
        denied_hints=denied,
        confirmed_denials=confirmed,
        meetings=(
            *stand_in_sentences(session, edition_id=edition.id),
            *end_sentences(session, edition_id=edition.id),
            *meeting_sentences(session, edition_id=edition.id),
        ),
        voting=tuple(translated(sentence) for sentence in rule_sentences(edition.voting)),
    )


def appendix_of(session: Session, edition: Edition, entries: Sequence[Entry]) -> ReportAppendix:
    """The register of entries, the conditions that were in force, and the log's head, as the report's appendix holds them."""
    return ReportAppendix(
        register=tuple(
            ReportRegisterRow(
                number=entry.number or "",
                title=entry.title,
                category_name=entry.category.name if entry.category else "",
                lead=entry.lead.official_name,
                submitted_at=entry.submitted_at or entry.updated_at,
                status=label(entry.status),
                reason=entry.status_reason,
            )
            for entry in entries
        ),
        rules=tuple(rule.text for rule in edition.rules if rule.is_active),
        audit_head=audit_head(session),
        audit_length=session.scalar(select(func.count()).select_from(AuditEntry)) or 0,
    )
