"""Screening: an entry is admitted, excluded or returned for completion, and each of these can be undone where it still may."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ikz_award.domain.permissions.table import Action, require
from ikz_award.domain.phases.workflow import EntryStatus, require_transition
from ikz_award.domain.record.audit_actions import AuditAction
from ikz_award.domain.words.errors import Conflict, Invalid, NotFound, Refused, StaleVersion
from ikz_award.domain.words.text import clean_text
from ikz_award.domain.words.wording import message as _
from ikz_award.models.editions.editions import ParticipationRule, Question
from ikz_award.models.entries.entries import ATTACHMENTS, PARTNERS, Entry, OrganiserVerdict, RequestedChange, ScreeningFinding
from ikz_award.models.entries.screening import ScreeningAct, ScreeningDeed
from ikz_award.queries.entries.changes import has_changed_since_handing_in
from ikz_award.queries.entries.entries import is_open_for_entries
from ikz_award.queries.permissions.matters import entry_matter
from ikz_award.services.record.intention import Work
from ikz_award.services.record.use_case import use_case
from ikz_award.services.screening import mails as screening_mails

LONGEST_REMARK = 2000
SHORTEST_REASON = 10
# An exclusion that rests on no rule of participation: a partner's objection, say.
OTHER_GROUND = "#other"
# What leads to a status in screening.
DEEDS = {
    EntryStatus.ADMITTED: ScreeningDeed.ADMIT,
    EntryStatus.EXCLUDED: ScreeningDeed.EXCLUDE,
    EntryStatus.RETURNED: ScreeningDeed.RETURN,
    EntryStatus.SUBMITTED: ScreeningDeed.REOPEN,
}


@use_case(AuditAction.ENTRY_ADMIT)
def admit_entry(work: Work, *, entry: str, version: int) -> str:
    """Let an entry take part and return its new status. Raises `Refused` while a binding rule is marked as violated."""
    row = entry_for_screening(work, entry)
    require_transition(old=row.status, new=EntryStatus.ADMITTED)
    if _violated_hard_rules(work.session, row):
        raise Refused(
            "hard_rule_violated",
            _(
                "Sie haben eine zwingende Teilnahmebedingung als nicht erfüllt vermerkt. Ändern Sie den Befund, "
                "fordern Sie Angaben nach oder schließen Sie den Beitrag aus."
            ),
        )
    answer = _change_status(work, row, version=version, new=EntryStatus.ADMITTED, reason="")
    if _could_amend(row, work.now):
        screening_mails.tell_admitted(work, row)
    return answer


@use_case(AuditAction.ENTRY_EXCLUDE)
def exclude_entry(work: Work, *, entry: str, version: int, reason: str, grounds: Sequence[str] = ()) -> str:
    """Exclude an entry with a reason that goes to the applicant; returns the new status.

    `grounds`: keys of the rules it breaks, or `OTHER_GROUND`. A rule named here is recorded as violated, so that no finding
    says the contrary of what the municipality is told; what is recorded as violated already is a ground by itself.
    """
    row = entry_for_screening(work, entry)
    require_transition(old=row.status, new=EntryStatus.EXCLUDED)
    text = _required(reason, _("Bitte nennen Sie den Grund; die Kommune erhält ihn im Wortlaut."))
    answer = _change_status(work, row, version=version, new=EntryStatus.EXCLUDED, reason=text)
    broken = _broken_rules(work, row, grounds, remark=text)
    screening_mails.tell_excluded(work, row, reason=text, rules=broken)
    return answer


def _broken_rules(work: Work, row: Entry, grounds: Sequence[str], *, remark: str) -> Sequence[str]:
    """Record the rules named as violated, and return the words of all that are; none for another ground."""
    query = select(ParticipationRule).where(ParticipationRule.edition_id == row.edition_id, ParticipationRule.is_active)
    rules = {rule.key: rule.text for rule in work.session.scalars(query.order_by(ParticipationRule.position))}
    findings = {
        found.rule_key: found
        for found in work.session.scalars(select(ScreeningFinding).where(ScreeningFinding.entry_id == row.id))
    }
    for key in (key for key in grounds if key != OTHER_GROUND):
        if key not in rules:
            raise NotFound
        found = findings.setdefault(key, ScreeningFinding(entry_id=row.id, rule_key=key, remark=""))
        if found.verdict is not OrganiserVerdict.VIOLATED:
            found.verdict, found.remark = OrganiserVerdict.VIOLATED, found.remark or remark
            found.decided_by, found.decided_at = work.actor.account_id or 0, work.now
            work.session.add(found)
    broken = [text for key, text in rules.items() if key in findings and findings[key].verdict is OrganiserVerdict.VIOLATED]
    if not broken and OTHER_GROUND not in grounds:
        raise Invalid({"grounds": _("Bitte wählen Sie, welche Bedingung nicht erfüllt ist, oder „Aus einem anderen Grund“.")})
    return broken


@use_case(AuditAction.ENTRY_RETURN)
def return_entry(
    work: Work, *, entry: str, version: int, reason: str, wanted: Collection[str] = (), remarks: Mapping[str, str] | None = None
) -> str:
    """Ask the applicant for more (Nachforderung): the entry is open for changes again; returns the new status.

    `wanted`: keys of questions, `PARTNERS` or `ATTACHMENTS`; these alone are open then. Without, all is. `remarks`: by such a
    key; one at something that is not wanted is asked about (`Invalid`, `wanted`), as nobody would ever read it.
    """
    words = {target: clean_text(remark) for target, remark in (remarks or {}).items()}
    row = entry_for_screening(work, entry)
    require_transition(old=row.status, new=EntryStatus.RETURNED)
    text = _required(reason, _("Bitte schreiben Sie, was fehlt oder zu ändern ist."))
    labels = _request(work, row, wanted, words)
    answer = _change_status(work, row, version=version, new=EntryStatus.RETURNED, reason=text)
    screening_mails.tell_returned(work, row, remarks="\n".join([text, *labels]))
    return answer


@use_case(AuditAction.ENTRY_REOPEN_SCREENING)
def reopen_screening(work: Work, *, entry: str, version: int) -> str:
    """Undo an admission, an exclusion or a return: the entry is submitted again. Who was told of it is told of this too.

    Raises `Refused` ("changed_since_return") where the applicant has already changed something that was asked for.
    """
    row = entry_for_screening(work, entry)
    old = row.status
    if old not in (EntryStatus.ADMITTED, EntryStatus.EXCLUDED, EntryStatus.RETURNED):
        raise Conflict("transition", _("Über diesen Beitrag ist noch nicht entschieden; es gibt nichts zurückzunehmen."))
    if old is EntryStatus.RETURNED:
        _take_back_return(work, row)
    answer = _change_status(work, row, version=version, new=EntryStatus.SUBMITTED, reason="")
    if old is EntryStatus.EXCLUDED:
        screening_mails.tell_screening_reopened(work, row)
    elif old is EntryStatus.RETURNED:
        screening_mails.tell_return_taken_back(work, row)
    elif _could_amend(row, work.now):
        screening_mails.tell_admission_taken_back(work, row)
    return answer


def _take_back_return(work: Work, row: Entry) -> None:
    if has_changed_since_handing_in(work.session, row):
        raise Conflict(
            "changed_since_return",
            _(
                "Die Kommune hat auf die Nachforderung hin schon etwas geändert. Warten Sie, bis sie erneut einreicht, oder "
                "schließen Sie den Beitrag aus; zurückgenommen ist nichts."
            ),
        )
    waiting = update(RequestedChange).where(RequestedChange.entry_id == row.id, RequestedChange.done_at.is_(None))
    work.session.execute(waiting.values(done_at=work.now))


def _could_amend(row: Entry, now: datetime) -> bool:
    """Whether what is not decided on can still be changed by those who handed it in."""
    return is_open_for_entries(row.edition, now=now, extended_to=row.extended_to)


def _request(work: Work, row: Entry, wanted: Collection[str], remarks: Mapping[str, str]) -> list[str]:
    """Keep what is asked for, and return it as lines for the mail."""
    questions = work.session.execute(select(Question.key, Question.label).where(Question.edition_id == row.edition_id))
    labels = {key: label for key, label in questions}  # noqa: C416 - rows are no pairs to dict()
    labels |= {PARTNERS: _("Partner"), ATTACHMENTS: _("Anlagen")}
    _check_remarks(labels, wanted, remarks)
    lines = []
    for target in wanted:
        words = remarks.get(target, "")
        work.session.add(RequestedChange(entry_id=row.id, target=target, remark=words, requested_at=work.now))
        lines.append(f"- {labels[target]}: {words}" if words else f"- {labels[target]}")
    return lines


def _check_remarks(labels: Mapping[str, str], wanted: Collection[str], remarks: Mapping[str, str]) -> None:
    """Nothing that was written is left out in silence, and nothing cut."""
    if not labels.keys() >= set(wanted):
        raise Invalid({"wanted": _("Diese Angabe gibt es im Formular nicht.")})
    for target, words in remarks.items():
        label = labels.get(target, target)
        if words and target not in wanted:
            asked = _(
                "Zu „%(label)s“ steht ein Hinweis, die Angabe ist aber nicht angekreuzt. Kreuzen Sie sie an oder löschen Sie "
                "den Hinweis.",
                label=label,
            )
            raise Invalid({"wanted": asked}, reason="remark_without_tick")
        if len(words) > LONGEST_REMARK:
            limit = _("Bitte kürzen Sie den Hinweis zu „%(label)s“ auf %(limit)s Zeichen.", label=label, limit=LONGEST_REMARK)
            raise Invalid({"wanted": limit}, reason="too_long")


def entry_for_screening(work: Work, public_id: str) -> Entry:
    """The entry, if this person may screen it now. Raises `NotFound` or `Refused`."""
    row = work.session.scalar(select(Entry).where(Entry.public_id == public_id))
    if row is None or not work.actor.is_admin or row.status is EntryStatus.DRAFT:
        raise NotFound
    require(work.actor, Action.SCREEN_ENTRY, entry_matter(row, now=work.now))
    return row


def _change_status(work: Work, row: Entry, *, version: int, new: EntryStatus, reason: str) -> str:
    if row.version != version:
        raise StaleVersion(current={"status": row.status, "reason": row.status_reason}, submitted={"reason": reason})
    old = {"status": row.status, "reason": row.status_reason}
    row.status, row.status_reason = new, reason
    note_deed(work, row, DEEDS[new])
    work.audit(subject=f"entry:{row.id}", edition_id=row.edition_id, old=old, new={"status": new, "reason": reason})
    return new.value


def note_deed(work: Work, row: Entry, deed: ScreeningDeed) -> None:
    """Keep that something was done with the entry: a closing of the time for entries on which work rests stays."""
    work.session.add(ScreeningAct(entry_id=row.id, deed=deed, at=work.now))


def _required(text: str, message: str) -> str:
    if len(text.strip()) < SHORTEST_REASON:
        raise Invalid({"reason": message}, reason="reason_missing")
    if len(text) > LONGEST_REMARK:
        raise Invalid(
            {"reason": _("Bitte kürzen Sie den Text auf %(longest_remark)s Zeichen.", longest_remark=LONGEST_REMARK)},
            reason="too_long",
        )
    return text.strip()


def _violated_hard_rules(session: Session, row: Entry) -> bool:
    return bool(
        session.scalar(
            select(ScreeningFinding.id)
            .join(
                ParticipationRule,
                (ParticipationRule.edition_id == row.edition_id) & (ParticipationRule.key == ScreeningFinding.rule_key),
            )
            .where(
                ScreeningFinding.entry_id == row.id,
                ScreeningFinding.verdict == OrganiserVerdict.VIOLATED,
                ParticipationRule.is_hard,
                ParticipationRule.is_active,
            )
            .limit(1)
        )
    )
