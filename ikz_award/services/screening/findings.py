"""The organiser's own verdict on each rule of participation, beside what the rule's function found."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from ikz_award.domain.phases.workflow import EntryStatus
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Invalid, NotFound, Refused, StaleVersion
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import ParticipationRule
from ikz_award.models.entries.entries import Entry, OrganiserVerdict, ScreeningFinding
from ikz_award.models.entries.screening import ScreeningDeed
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import Call, use_case
from ikz_award.services.screening.screening import LONGEST_REMARK, admit_entry, entry_for_screening, note_deed


@dataclass(frozen=True, kw_only=True)
class OwnVerdict:
    """The organiser's word on one rule; `verdict` None takes it back."""

    verdict: OrganiserVerdict | None
    remark: str = ""

    @property
    def as_record(self) -> dict[str, str]:
        """For the audit log, and for comparing two people's words."""
        return {"verdict": self.verdict or "", "remark": self.remark.strip()}


NOTHING = OwnVerdict(verdict=None)


@use_case(AuditAction.ENTRY_RECORD_FINDINGS)
def record_findings(work: Work, *, entry: str, version: int, findings: Mapping[str, OwnVerdict]) -> int:
    """Record the verdicts by rule key and return the entry's new version.

    Raises `Invalid` by rule key for a violated rule without a remark (the applicant will ask why) and for a remark without a
    verdict; `StaleVersion` when someone else screened the entry in between.
    """
    asked = {rule: found.as_record for rule, found in findings.items()}
    row = entry_for_screening(work, entry)
    if findings.keys() - _rule_keys(work.session, row.edition_id):
        raise NotFound
    rows = {
        found.rule_key: found
        for found in work.session.scalars(select(ScreeningFinding).where(ScreeningFinding.entry_id == row.id))
    }
    stored = {rule: _own_verdict(rows.get(rule)).as_record for rule in findings}
    if row.version != version:
        raise StaleVersion(current=stored, submitted=asked)
    _require_complete(findings)
    _require_consistent(work.session, row, rows, findings)
    changed = [rule for rule in findings if asked[rule] != stored[rule]]
    for rule in changed:
        _store(work, entry_id=row.id, row=rows.get(rule), rule=rule, found=findings[rule])
    if changed:
        # The findings carry no version of their own: the entry's tells the next person that something was recorded.
        flag_modified(row, "status_reason")
        note_deed(work, row, ScreeningDeed.RECORD_FINDINGS)
        work.audit(
            subject=f"entry:{row.id}",
            edition_id=row.edition_id,
            old={rule: stored[rule] for rule in changed},
            new={rule: asked[rule] for rule in changed},
        )
    work.session.flush()
    return row.version


class NotAdmitted(Refused):
    """The findings are kept, and keep the entry out."""


def admit_with_findings(call: Call, *, entry: str, version: int, findings: Mapping[str, OwnVerdict]) -> str:
    """Keep the findings that stand on the page, then let the entry take part; returns its new status.

    Two use cases, as the findings stay where they forbid the admission: raises `NotAdmitted` then, else as `record_findings`.
    """
    seen = record_findings(call, entry=entry, version=version, findings=findings)
    try:
        return admit_entry(call.for_content("admit"), entry=entry, version=seen)
    except StaleVersion:
        raise
    except Refused as refusal:
        raise NotAdmitted(refusal.reason, refusal.message) from refusal


def _own_verdict(row: ScreeningFinding | None) -> OwnVerdict:
    return NOTHING if row is None else OwnVerdict(verdict=row.verdict, remark=row.remark)


def _store(work: Work, *, entry_id: int, row: ScreeningFinding | None, rule: str, found: OwnVerdict) -> None:
    if found.verdict is None:
        if row is not None:
            work.session.delete(row)
        return
    if row is None:
        row = ScreeningFinding(entry_id=entry_id, rule_key=rule)
        work.session.add(row)
    row.verdict, row.remark = found.verdict, found.remark.strip()
    row.decided_by, row.decided_at = work.actor.account_id or 0, work.now


def _require_complete(findings: Mapping[str, OwnVerdict]) -> None:
    errors = {}
    for rule, found in findings.items():
        if len(found.remark) > LONGEST_REMARK:
            errors[rule] = _("Bitte kürzen Sie die Bemerkung auf %(longest_remark)s Zeichen.", longest_remark=LONGEST_REMARK)
        elif found.remark.strip() and found.verdict is None:
            errors[rule] = _("Bitte wählen Sie zu dieser Bemerkung einen Befund.")
        elif found.verdict is OrganiserVerdict.VIOLATED and not found.remark.strip():
            errors[rule] = _("Bitte halten Sie fest, warum die Bedingung nicht erfüllt ist.")
    if errors:
        raise Invalid(errors, reason="findings_incomplete")


def _require_consistent(
    session: Session, row: Entry, rows: Mapping[str, ScreeningFinding], findings: Mapping[str, OwnVerdict]
) -> None:
    """What was decided rests on the findings: they are not turned into its contrary while it stands."""
    violated = {rule for rule, found in rows.items() if found.verdict is OrganiserVerdict.VIOLATED}
    now_violated = {rule for rule, found in findings.items() if found.verdict is OrganiserVerdict.VIOLATED}
    remaining = (violated - findings.keys()) | now_violated
    errors = {}
    if row.status is EntryStatus.ADMITTED:
        hard = _rule_keys(session, row.edition_id, is_hard=True)
        told = _("Der Beitrag ist zugelassen. Nehmen Sie zuerst die Zulassung zurück.")
        errors = dict.fromkeys((now_violated - violated) & hard, told)
    elif row.status is EntryStatus.EXCLUDED and violated and not remaining:
        told = _("Auf diesem Befund beruht der Ausschluss. Nehmen Sie zuerst den Ausschluss zurück.")
        errors = dict.fromkeys(violated, told)
    if errors:
        raise Invalid(errors, reason="contradicts_decision")


def _rule_keys(session: Session, edition_id: int, *, is_hard: bool = False) -> frozenset[str]:
    query = select(ParticipationRule.key).where(ParticipationRule.edition_id == edition_id, ParticipationRule.is_active)
    return frozenset(session.scalars(query.where(ParticipationRule.is_hard) if is_hard else query))
